"""What is searched for: compositions only."""
