"""How a candidate is scored: one evaluator a file, see `autonas.protocols.Evaluator`."""
