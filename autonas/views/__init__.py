"""What the reading commands print: pure functions from records to rich tables and JSON."""
