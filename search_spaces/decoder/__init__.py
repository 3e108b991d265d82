"""Causal decoders: shape, genome, network and block families."""
