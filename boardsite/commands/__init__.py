"""Floor 8: one small file for each command."""
