"""What can be proposed, and how a proposal becomes a network."""
