"""The engine and the command line. Never imports torch."""
