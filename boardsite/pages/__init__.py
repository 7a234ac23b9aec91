"""Floor 4: one module for each kind of page: a frozen View and the targets planned from the Site."""
