"""From Python source on disk to memory-mapped tokens."""
