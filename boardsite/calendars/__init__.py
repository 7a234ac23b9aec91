"""iCalendar files in and out: reading, repeating, the month by days, and publishing.

Knows nothing of pages, groups or addresses. Bad input gives diagnostics; the ledger of a reading accounts for every
VEVENT of its files.
"""
