"""Floor 7: files of other programs to ours: calendars, lists of contacts, documents. Bounded, and nothing is run."""
