"""A time zone as a VTIMEZONE that every calendar program understands (RFC 5545 section 3.6.5).

Made from the zone's data: the yearly rules of today, each from the first year since when it has held. A zone whose
changes follow no yearly rule gets its changes one by one.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import pairwise
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard
from icalendar.prop import vRecur

from boardsite.calendars.limits import FIRST_YEAR
from boardsite.calendars.rules import DAY_CODES
from boardsite.dataclass import dataclass

_LAST_YEAR = 2037  # zone data is computed by rule after this, and 32-bit readers end there
_RECENT = 8  # years that a rule must have held to be one
_STEP = timedelta(days=5)


@dataclass(frozen=True, slots=True)
class _Change:
    """A change of offset: when (UTC), from and to which offset, and the name after it."""

    moment: datetime
    before: timedelta
    after: timedelta
    name: str
    is_summer: bool

    @property
    def wall(self) -> datetime:
        """The wall time of the change, by the offset before it; the zone part is for show."""
        return self.moment + self.before

    @property
    def shape(self) -> tuple[object, ...]:
        """What is the same every year if the change follows a yearly rule that counts from the month's end."""
        wall = self.wall
        return (wall.month, wall.weekday(), wall.time(), self.before, self.after, self.name)


def vtimezone(zone: ZoneInfo) -> Timezone:
    """Return the definition of a zone; the same bytes for the same zone data."""
    made = Timezone()
    made.add("TZID", zone.key)
    changes = _changes(zone)
    recent = [change for change in changes if change.moment.year > _LAST_YEAR - _RECENT]
    if not recent:
        made.add_component(_constant(zone))
        return made
    by_shape: dict[tuple[object, ...], list[_Change]] = {}
    for change in changes:
        by_shape.setdefault(change.shape, []).append(change)
    rules = [rule for rule in map(_current_rule, by_shape.values()) if rule]
    if len(rules) == 2:
        for change, nth in sorted(rules, key=lambda rule: rule[0].moment):
            made.add_component(_observance(change, nth))
    else:
        for change in changes:
            made.add_component(_observance(change, None))
    return made


def _current_rule(changes: list[_Change]) -> tuple[_Change, str] | None:
    """Return the day that fits a change of each year up to the last ("-1SU", "2SU"), and the first change it fits."""
    last = changes[-1]
    if last.moment.year != _LAST_YEAR:
        return None
    runs = []
    for nth in {_place(last), -1 if _is_last(last) else _place(last)}:
        at = len(changes) - 1
        while at and _fits(changes[at - 1], nth) and changes[at].moment.year - changes[at - 1].moment.year == 1:
            at -= 1
        runs.append((len(changes) - at, changes[at], f"{nth}{DAY_CODES[last.wall.weekday()]}"))
    length, first, name = max(runs, key=lambda run: run[0])
    return (first, name) if length > _RECENT else None


def _place(change: _Change) -> int:
    return (change.wall.day + 6) // 7


def _is_last(change: _Change) -> bool:
    return change.wall.day + 7 > monthrange(change.wall.year, change.wall.month)[1]


def _fits(change: _Change, nth: int) -> bool:
    return _is_last(change) if nth == -1 else _place(change) == nth


def _observance(change: _Change, nth: str | None) -> TimezoneStandard | TimezoneDaylight:
    part = TimezoneDaylight() if change.is_summer else TimezoneStandard()
    part.add("DTSTART", change.wall.replace(tzinfo=None))
    if nth:
        part.add("RRULE", vRecur({"FREQ": "YEARLY", "BYMONTH": change.wall.month, "BYDAY": nth}))
    part.add("TZOFFSETFROM", change.before)
    part.add("TZOFFSETTO", change.after)
    part.add("TZNAME", change.name)
    return part


def _constant(zone: ZoneInfo) -> TimezoneStandard | TimezoneDaylight:
    there = datetime(_LAST_YEAR, 1, 1, tzinfo=UTC).astimezone(zone)
    offset = there.utcoffset() or timedelta()
    first = datetime(FIRST_YEAR, 1, 1, tzinfo=UTC)
    return _observance(_Change(first - offset, offset, offset, there.tzname() or zone.key, False), None)


@cache
def _changes(zone: ZoneInfo) -> tuple[_Change, ...]:
    """Return all changes of offset from 1970 to 2037, found by looking every few days and then halving."""
    moment, end = datetime(FIRST_YEAR, 1, 1, tzinfo=UTC), datetime(_LAST_YEAR + 1, 1, 1, tzinfo=UTC)
    looks = [moment]
    while looks[-1] < end:
        looks.append(looks[-1] + _STEP)
    found = []
    for early, late in pairwise(looks):
        if _offset(zone, early) != _offset(zone, late):
            at = _halved(zone, early, late)
            there = at.astimezone(zone)
            before, after = _offset(zone, at - timedelta(seconds=1)), _offset(zone, at)
            found.append(_Change(at, before, after, there.tzname() or zone.key, after > before))
    return tuple(change for change in found if change.moment < end)


def _halved(zone: ZoneInfo, early: datetime, late: datetime) -> datetime:
    while late - early > timedelta(seconds=1):
        middle = early + (late - early) // 2
        middle = middle.replace(microsecond=0)
        if _offset(zone, middle) == _offset(zone, early):
            early = middle
        else:
            late = middle
    return late


def _offset(zone: ZoneInfo, moment: datetime) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta()
