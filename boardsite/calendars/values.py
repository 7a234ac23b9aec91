"""Single values of a calendar as Python's: days, times, durations, texts (RFC 5545 section 3.3).

A value is read alone and without its zone definition, so that nothing one file says can reach another. What
cannot be read raises Unreadable or Impossible, which the reader turns into a diagnostic.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from boardsite.calendars.events import Length
from boardsite.dataclass import dataclass

_POINT = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)"
    r"(?:[Zz]|[Tt ](\d\d):?(\d\d)(?::?(\d\d)(?:\.\d+)?)?([Zz]?))?",  # Google writes days with Z, too
    re.ASCII,
)
_DURATION = re.compile(
    r"\+?P(?=.)(?:\d{1,6}W|(?:\d{1,6}D)?(?:T(?=.)(?:\d{1,7}H)?(?:\d{1,8}M)?(?:\d{1,9}S)?)?)", re.ASCII
)

_ESCAPE = re.compile(r"\\([nN\\;,:\"])")


class Unreadable(ValueError):  # noqa: N818 - said of the value, not of the program
    """The value is not of the kind that is wanted."""


class Impossible(Unreadable):
    """The value has the right shape and names a day or time that does not exist."""


class Unplaced(Unreadable):
    """The value names a time zone that nobody knows."""


@dataclass(frozen=True, slots=True)
class Point:
    """A day, or a day and a wall time, as the file writes it. `zone` is None for days and for floating times."""

    day: date
    wall: time | None = None
    zone: ZoneInfo | None = None
    is_utc_form: bool = False

    def within(self, zone: ZoneInfo) -> date | datetime:
        """Return the day, or the aware moment; floating time is read in the given zone."""
        if self.wall is None:
            return self.day
        return at_wall(self.day, self.wall, self.zone or zone)


def point(text: str, zone: ZoneInfo | None) -> Point:
    """Return a DATE or DATE-TIME; ISO 8601 with its dashes and colons is understood too, and second 60."""
    found = _POINT.fullmatch(text.strip())
    if not found:
        raise Unreadable(text)
    year, month, day, hour, minute, second, utc = found.groups()
    try:
        # Second 60 is a leap second (section 3.3.12): the last one of its minute here.
        wall = time(int(hour), int(minute), min(int(second or 0), 59)) if hour and int(second or 0) <= 60 else None
        if hour and wall is None:
            raise Impossible(text)
        the_day = date(int(year), int(month), int(day))
    except ValueError:
        raise Impossible(text) from None
    if wall is None:
        return Point(the_day)
    return Point(the_day, wall, zone or (UTC_ZONE if utc else None), is_utc_form=bool(utc))


UTC_ZONE = ZoneInfo("UTC")


def at_wall(day: date, wall: time, zone: ZoneInfo) -> datetime:
    """Return the moment of a wall time, in its zone.

    Twice-told hours mean the first one and skipped hours are moved on by the gap, as RFC 5545 section 3.3.5 asks:
    through UTC and back does both.
    """
    return datetime.combine(day, wall, zone).astimezone(UTC).astimezone(zone)


def duration(text: str) -> Length:
    """Return a DURATION: weeks and days on the wall clock, the rest elapsed. Negative ones are unreadable."""
    if not _DURATION.fullmatch(text.strip().upper()):
        raise Unreadable(text)
    try:
        found: timedelta = _elapsed(text.strip().upper().removeprefix("+"))
    except (ValueError, OverflowError):
        raise Unreadable(text) from None
    exact = text.strip().upper().partition("T")[2]
    if not exact:
        return Length(days=found.days)
    elapsed = _elapsed(f"PT{exact}")
    return Length(days=(found - elapsed).days, elapsed_seconds=int(elapsed.total_seconds()))


def _elapsed(text: str) -> timedelta:
    from icalendar.prop import vDuration  # loaded where a file has one

    found: timedelta = vDuration.from_ical(text)  # type: ignore[no-untyped-call]
    return found


def utc_moment(text: str) -> datetime | None:
    """Return a time stamp in UTC (a floating one is taken as UTC), or None where there is none to read."""
    try:
        found = point(text, None)
    except Unreadable:
        return None
    if found.day.year < 1970:
        return None
    return datetime.combine(found.day, found.wall or time(0), UTC)


def plain_text(text: str) -> str:
    """Return a TEXT value without its escapes (section 3.3.11); a lone backslash stays."""
    return _ESCAPE.sub(lambda found: "\n" if found[1] in "nN" else found[1], text)


def text_list(text: str) -> tuple[str, ...]:
    """Return the values of a list of TEXT, split at commas that are not escaped."""
    return tuple(plain_text(part).strip() for part in re.split(r"(?<!\\),", text) if part.strip())


def days_between(first: date, last: date) -> int:
    return (last - first) // timedelta(days=1)
