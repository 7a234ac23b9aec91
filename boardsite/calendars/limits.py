"""The bounds of what we read: past one of these, an event or a file is refused with the number and the bound.

They keep the work for any file small: nothing an exporter writes comes near them, and nothing hostile gets past.
"""

FILE_BYTES = 5_000_000
COMPONENTS = 20_000
DEPTH = 4
LINE_BYTES = 65_536
REPEATING_SERIES = 1_000

DESCRIPTION_LETTERS = 20_000
TITLE_LETTERS = 300
CATEGORIES = 50

FIRST_YEAR = 1970
LAST_YEAR = 2100
DAYS_OF_AN_EVENT = 366
DAYS_WORTH_A_LOOK = 31

INTERVAL = 999
COUNT = 5_000
VALUES_OF_A_PART = 100
TIMES_A_DAY = 48
LISTED_DATES = 2_000
PERIODS = 50_000
OCCURRENCES = 15_000
OCCURRENCES_OF_A_CALENDAR = 150_000
