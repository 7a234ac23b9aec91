"""A month as weeks of days, with what happens on each day.

An event of several days stands in each of them, in the same lane of its week, and says which day it is: merged
cells would make the table incoherent for screen readers.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from boardsite.calendars.events import Occurrence
from boardsite.clock import Month
from boardsite.dataclass import dataclass

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Entry:
    """An occurrence on one of its days. `lane` counts from 0 and is the same on all its days of a week."""

    occurrence: Occurrence
    lane: int
    day_number: int
    of_days: int


@dataclass(frozen=True, slots=True)
class DayCell:
    """A day of the table with its entries in the order of their lanes."""

    date: date
    is_in_month: bool
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days, Monday first; `number` is the ISO 8601 week."""

    number: int
    days: tuple[DayCell, ...]


def grid(month: Month, occurrences: Iterable[Occurrence]) -> tuple[Week, ...]:
    """Return the weeks that hold a day of the month, with every occurrence that touches one of their days."""
    known = list(occurrences)
    start = month.first - month.first.weekday() * _DAY
    weeks = []
    while start <= month.last:
        weeks.append(_week(start, month, known))
        start += 7 * _DAY
    return tuple(weeks)


def _week(start: date, month: Month, occurrences: list[Occurrence]) -> Week:
    end = start + 6 * _DAY
    entries: dict[date, list[Entry]] = {start + index * _DAY: [] for index in range(7)}
    lanes: list[date] = []  # the last day of the last occurrence in each
    for occurrence in sorted((o for o in occurrences if _touches(o, start, end)), key=lambda o: _order(o, start, end)):
        first, last = max(occurrence.when.first, start), min(occurrence.when.last, end)
        lane = next((index for index, taken in enumerate(lanes) if taken < first), len(lanes))
        lanes[lane : lane + 1] = [last]
        for offset in range((last - first).days + 1):
            day = first + offset * _DAY
            entries[day].append(_entry(occurrence, lane, day))
    days = (
        DayCell(day, Month.of(day) == month, tuple(sorted(found, key=lambda entry: entry.lane)))
        for day, found in entries.items()
    )
    return Week(start.isocalendar().week, tuple(days))


def _touches(occurrence: Occurrence, first: date, last: date) -> bool:
    return occurrence.when.first <= last and occurrence.when.last >= first


def _order(occurrence: Occurrence, start: date, end: date) -> tuple[object, ...]:
    """First come, longer first, so that each takes the first lane that is free: no week needs more lanes than that."""
    when = occurrence.when
    first, last = max(when.first, start), min(when.last, end)
    return (first, -(last - first).days, when.sort_key, occurrence.uid, occurrence.key_with_time)


def _entry(occurrence: Occurrence, lane: int, day: date) -> Entry:
    when = occurrence.when
    return Entry(occurrence, lane, (day - when.first).days + 1, (when.last - when.first).days + 1)
