"""Floor 1: what pure functions returned before, kept by content and safe to lose."""
