"""The commands of the command line, thin: each imports what it needs itself, as `--help` must answer at once."""
