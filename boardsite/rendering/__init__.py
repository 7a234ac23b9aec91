"""Floor 5: targets to bytes."""
