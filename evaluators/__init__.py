"""How a trained network is scored."""
