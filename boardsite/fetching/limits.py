"""The bounds of a fetch: a calendar that is larger, slower or farther away is not copied."""

from boardsite.calendars import limits as calendars

MOST_BYTES = calendars.FILE_BYTES
SECONDS = 30
SECONDS_TO_CONNECT = 8
MOST_REDIRECTS = 5
MOST_ADDRESSES = 4
MOST_ADDRESS_LETTERS = 2_000
DAYS_BACK = 366
YEARS_AHEAD = 5
MOST_GONE = 3
