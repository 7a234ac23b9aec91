"""Floor 7: what a careful colleague would say on reading the texts: wording and privacy, for `check` alone."""
