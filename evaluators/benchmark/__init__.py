"""Executable tasks: which there are, how completions of them are cut, and what scores come of them."""
