"""Floor 2: Markdown text to clean HTML whose links are still tokens."""
