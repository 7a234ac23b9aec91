"""Floor 3: the frozen Site, its addresses, and what must be true of it."""
