"""Series of all calendars as Events with addresses and dates.

A file with one series gives the address of its file; a series among many has its title and six characters of its
UID's hash. A UID never reaches an address otherwise.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from boardsite.calendars import reader, recurrence
from boardsite.calendars.events import Series
from boardsite.clock import BuildClock, Month
from boardsite.diagnostics import Diagnostic, Diagnostics
from boardsite.messages import site as messages
from boardsite.model import routes
from boardsite.model.entities import Event, Place
from boardsite.reading.sources import SourceFile
from boardsite.schema.documents import group_of
from boardsite.text import nearest, slug

MONTHS_AHEAD = 18
EARLIEST = date(1990, 1, 1)


@dataclass(frozen=True, slots=True)
class Calendar:
    """What the calendar files of one group, or of the board (""), hold."""

    group: str
    series: tuple[Series, ...]


def read_calendars(files: Iterable[SourceFile], zone: ZoneInfo) -> tuple[tuple[Calendar, ...], Diagnostics]:
    """Return the series of each group's files; the files of one group are one calendar."""
    told: list[Diagnostic] = []
    by_group: dict[str, list[tuple[str, bytes]]] = {}
    for source in files:
        by_group.setdefault(group_of(source.path), []).append((source.path, source.content))
    calendars = []
    for group, contents in sorted(by_group.items()):
        reading = reader.read(contents, zone)
        told.extend(reading.diagnostics)
        calendars.append(Calendar(group, reading.series))
    return tuple(calendars), tuple(told)


def window(clock: BuildClock) -> tuple[date, date]:
    """Return the first and last day of which the site tells: all that was, and a year and a half to come."""
    month = Month.of(clock.today)
    for _ in range(MONTHS_AHEAD):
        month = month.next()
    return EARLIEST, month.last


def events(
    calendars: Iterable[Calendar], places: Mapping[str, Place], clock: BuildClock
) -> tuple[tuple[Event, ...], Diagnostics]:
    """Return an event for each series, in the order of their addresses."""
    told: list[Diagnostic] = []
    made: dict[str, Event] = {}
    first, last = window(clock)
    for calendar in calendars:
        for series in calendar.series:
            occurrences, more = recurrence.expand(series, first, last, clock.zone)
            told.extend(more)
            name = _slug(series)
            if routes.event(calendar.group, name) in made:
                name = f"{name}-{_mark(series.uid)}"
            address = routes.event(calendar.group, name)
            made[address] = Event(calendar.group, name, address, series, _place(series, places, told), occurrences)
    return tuple(made[address] for address in sorted(made)), tuple(told)


def _slug(series: Series) -> str:
    if series.x_slug:
        return series.x_slug
    if series.is_alone_in_file:
        stem = slug(series.path.rpartition("/")[2].rpartition(".")[0], 80)
        if stem:
            return stem
    return f"{slug(series.details.title) or 'event'}-{_mark(series.uid)}"


def _mark(uid: str) -> str:
    return hashlib.sha256(uid.encode()).hexdigest()[:6]


def _place(series: Series, places: Mapping[str, Place], told: list[Diagnostic]) -> Place | None:
    key = series.details.venue
    if not key:
        return None
    if key not in places:
        told.append(messages.place_unknown(series.source, key, nearest(key, places) or ""))
    return places.get(key)
