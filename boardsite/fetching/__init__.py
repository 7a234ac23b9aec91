"""Floor 7: published calendars from elsewhere become our own copies. The only place that asks the network."""
