"""Dates and times as people in Britain type them.

Understood: 27 June 2016, 27th Jun 2016, Monday 27 June 2016, June 27 2016, 27/06/2016, 27.6.2016, 2016-06-27, and
after a date 9.30am, 9:30, 09:30, 5pm, midday, noon, midnight. What could mean two days (03/04/2016) is refused with
both readings, because a wrong date on a safeguarding page sends people away from a meeting.
"""

from __future__ import annotations

import re
from datetime import date, time
from enum import StrEnum

from boardsite.clock import MONTHS, WEEKDAYS, short_date
from boardsite.dataclass import dataclass
from boardsite.text import nearest


class Fault(StrEnum):
    """Why a date or time was not understood."""

    UNREADABLE = "unreadable"
    IMPOSSIBLE = "impossible"
    TWO_DIGIT_YEAR = "two-digit-year"
    AMBIGUOUS = "ambiguous"
    WRONG_WEEKDAY = "wrong-weekday"
    TIME_UNREADABLE = "time-unreadable"
    OTHER_CLOCK = "other-clock"


@dataclass(frozen=True, slots=True)
class Misread:
    """A date that was not understood: why, the day as typed in words, and what may have been meant."""

    fault: Fault
    said: str = ""
    suggestion: str = ""


_WORD_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?(?: of)? ([a-z]+),? (\d{1,4})$")
_MONTH_FIRST = re.compile(r"([a-z]+) (\d{1,2})(?:st|nd|rd|th)?,? (\d{1,4})$")
_FIGURES = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{1,4})$")
_MACHINE = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})$")
_TIME = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?(?::00(?:\.0+)?)? ?(am|pm|a\.m\.|p\.m\.)?$")
_TIME_TAIL = re.compile(
    r"(?:,? at |, | |t)((?:\d{1,2}[:.]\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[ap]\.?m\.?)?)|\d{1,2} ?[ap]\.?m\.?"
    r"|midday|noon|midnight|12 midday|12 noon)$"
)
# "2016-06-27T23:30:00Z" is half past midnight, of the 28th, on London's clocks.
_OTHER_CLOCK = re.compile(r":\d\d(?:\.\d+)? ?(?:z|utc|gmt|[+-]\d\d:?\d\d)$")


def read_date(text: str) -> date | Misread:
    """Return the day that was typed, or why it was not understood."""
    flat = " ".join(text.lower().replace(",", " ").split())
    weekday, flat = _weekday(flat)
    if found := _MACHINE.match(flat):
        year, month, day = (int(part) for part in found.groups())
        return _made(day, month, year, weekday)
    if found := _WORD_FIRST.match(flat):
        return _in_words(found[1], found[2], found[3], weekday)
    if found := _MONTH_FIRST.match(flat):
        return _in_words(found[2], found[1], found[3], weekday)
    if found := _FIGURES.match(flat):
        return _in_figures(found[1], found[2], found[3], weekday)
    return Misread(Fault.UNREADABLE)


def read_time(text: str) -> time | None:
    """Return the wall time that was typed, or None. 9 alone is not a time; 9am, 9:00 and 9.30 are."""
    flat = " ".join(text.lower().split())
    if flat in ("midday", "noon", "12 midday", "12 noon"):
        return time(12)
    if flat == "midnight":
        return time(0)
    found = _TIME.match(flat)
    if not found or not (found[2] or found[3]):
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").replace(".", "")
    if minute > 59 or hour > 23 or (half and not 1 <= hour <= 12):
        return None
    return time(hour % 12 + (12 if half == "pm" else 0) if half else hour, minute)


def read_moment(text: str) -> tuple[date, time | None] | Misread:
    """Return the day and, where one was typed behind it, the wall time."""
    flat = " ".join(text.lower().split())
    if _OTHER_CLOCK.search(flat):
        return Misread(Fault.OTHER_CLOCK)
    tail = _TIME_TAIL.search(flat)
    if tail is None:
        day = read_date(flat)
        return day if isinstance(day, Misread) else (day, None)
    day = read_date(flat[: tail.start()])
    if isinstance(day, Misread):
        return day
    wall = read_time(tail[1])
    return Misread(Fault.TIME_UNREADABLE, tail[1]) if wall is None else (day, wall)


def _weekday(flat: str) -> tuple[int | None, str]:
    first, _, rest = flat.partition(" ")
    for number, name in enumerate(WEEKDAYS):
        if len(first) >= 3 and rest and name.lower().startswith(first.rstrip(".")):
            return number, rest
    return None, flat


def _in_words(day: str, name: str, year: str, weekday: int | None) -> date | Misread:
    months = [number for number, full in enumerate(MONTHS, 1) if len(name) >= 3 and full.lower().startswith(name)]
    if not months and name == "sept":
        months = [9]
    if len(months) != 1:
        meant = nearest(name, MONTHS)
        return Misread(Fault.UNREADABLE, suggestion=f"{int(day)} {meant} {year}" if meant else "")
    if len(year) != 4:
        return _short_year(int(day), months[0], year)
    return _made(int(day), months[0], int(year), weekday)


def _in_figures(first: str, second: str, year: str, weekday: int | None) -> date | Misread:
    day, month = int(first), int(second)
    if len(year) != 4:
        return _short_year(day, month, year)
    if month > 12 >= day:
        swapped = _made(month, day, int(year), None)
        words = short_date(swapped) if isinstance(swapped, date) else ""
        return Misread(Fault.IMPOSSIBLE, f"{first}/{second}/{year}", words)
    made = _made(day, month, int(year), weekday)
    if isinstance(made, date) and day <= 12 and day != month and weekday is None:
        return Misread(Fault.AMBIGUOUS, f"{first}/{second}/{year}", short_date(made))
    return made


def _short_year(day: int, month: int, year: str) -> Misread:
    full = _made(day, month, 2000 + int(year), None) if len(year) == 2 else None
    return Misread(Fault.TWO_DIGIT_YEAR, suggestion=short_date(full) if isinstance(full, date) else "")


def _made(day: int, month: int, year: int, weekday: int | None) -> date | Misread:
    if not 1900 <= year <= 2200 or not 1 <= month <= 12:
        return Misread(Fault.IMPOSSIBLE, f"{day}/{month}/{year}")
    try:
        made = date(year, month, day)
    except ValueError:
        last = max(d for d in range(28, 32) if _exists(d, month, year))
        said = f"{day} {MONTHS[month - 1]} {year}"
        return Misread(Fault.IMPOSSIBLE, said, f"{last} {MONTHS[month - 1]} {year}" if day > last else "")
    if weekday is not None and made.weekday() != weekday:
        return Misread(Fault.WRONG_WEEKDAY, short_date(made), WEEKDAYS[made.weekday()])
    return made


def _exists(day: int, month: int, year: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
