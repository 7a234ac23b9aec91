"""Floor 1: from bytes on a disk to text with line numbers."""
