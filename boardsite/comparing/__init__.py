"""Floor 7: two sites side by side: what one adds, changes and takes away, for people who approve changes."""
