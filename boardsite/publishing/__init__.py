"""Floor 5: decide whether to publish, and publish all or nothing."""
