"""Floor 7: the preview on this computer: the site in memory, shown again after every save."""
