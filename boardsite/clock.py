"""The build's one moment, months, and dates and times in the words of our pages.

Nothing here reads a clock: `commands/` hands the moment in. Wording follows the GOV.UK and NHS style guides
("27 June 2016", "9:30am", "midday"; "to" in ranges).
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from boardsite.dataclass import dataclass

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class BuildClock:
    """The moment for which the site is built (aware, UTC) and the board's time zone."""

    moment: datetime
    zone: ZoneInfo

    @property
    def today(self) -> date:
        """The board's calendar day at the moment."""
        return self.moment.astimezone(self.zone).date()

    def local(self, moment: datetime) -> datetime:
        """Return an aware moment as the board's wall clock shows it."""
        return moment.astimezone(self.zone)

    def at(self, day: date, wall: time = time(0, 0)) -> datetime:
        """Return the moment (UTC) of a wall time on one of the board's days; a skipped hour is moved on by one."""
        return datetime.combine(day, wall, self.zone).astimezone(UTC)


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A calendar month."""

    year: int
    month: int

    @classmethod
    def of(cls, day: date) -> Month:
        return cls(day.year, day.month)

    @property
    def first(self) -> date:
        return date(self.year, self.month, 1)

    @property
    def last(self) -> date:
        return self.next().first - timedelta(days=1)

    def next(self) -> Month:
        return Month(self.year + 1, 1) if self.month == 12 else Month(self.year, self.month + 1)

    def previous(self) -> Month:
        return Month(self.year - 1, 12) if self.month == 1 else Month(self.year, self.month - 1)

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"

    @property
    def title(self) -> str:
        return f"{MONTHS[self.month - 1]} {self.year}"


def short_date(day: date) -> str:
    """Return "27 June 2016"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def long_date(day: date) -> str:
    """Return "Monday 27 June 2016"."""
    return f"{WEEKDAYS[day.weekday()]} {short_date(day)}"


def day_range(first: date, last: date) -> str:
    """Return the days from first to last, both included: "27 to 29 June 2016", "30 June to 2 July 2016"."""
    if first == last:
        return long_date(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{WEEKDAYS[first.weekday()]} {first.day} to {long_date(last)}"
    if first.year == last.year:
        return f"{WEEKDAYS[first.weekday()]} {first.day} {MONTHS[first.month - 1]} to {long_date(last)}"
    return f"{long_date(first)} to {long_date(last)}"


def clock_time(moment: time | datetime) -> str:
    """Return a wall time as "9:30am", "10am", "midday" or "midnight"."""
    hour, minute = moment.hour, moment.minute
    if (hour, minute) == (12, 0):
        return "midday"
    if (hour, minute) == (0, 0):
        return "midnight"
    half = "am" if hour < 12 else "pm"
    return f"{(hour - 1) % 12 + 1}{f':{minute:02d}' if minute else ''}{half}"
