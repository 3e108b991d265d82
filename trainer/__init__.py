"""How a network is trained: data, loop, optimizer."""
