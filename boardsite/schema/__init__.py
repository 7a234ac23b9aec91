"""Floor 2: what each content type may hold, declared once; typed values out of raw text."""
