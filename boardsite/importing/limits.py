"""The bounds of what is brought in: past one of these the file is refused with the number and the bound."""

from __future__ import annotations

FILE_BYTES = 20_000_000
PARTS = 2_000
PART_BYTES = 30_000_000
ALL_BYTES = 60_000_000
ELEMENTS = 400_000
DEPTH = 120
ROWS = 2_000
COLUMNS = 60
CELL_LETTERS = 2_000
EVENTS = 500
PARAGRAPHS = 5_000
TABLE_CELLS = 20_000
