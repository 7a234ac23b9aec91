"""What must be true of the site as a whole."""
