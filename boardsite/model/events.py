"""Series of all calendars as Events with addresses and dates.

A file with one series gives the address of its file; a series among many has its title and six characters of its
UID's hash. A UID never reaches an address otherwise.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from boardsite.calendars import reader, recurrence
from boardsite.calendars.events import Occurrence, Series
from boardsite.clock import BuildClock, Month
from boardsite.diagnostics import Diagnostic, Diagnostics, Findings
from boardsite.messages import site as messages
from boardsite.model import routes
from boardsite.model.entities import Event, Place
from boardsite.reading.sources import SourceFile
from boardsite.schema.documents import group_of
from boardsite.text import nearest, slug

MONTHS_AHEAD = 18
MONTHS_BACK = 13
KEPT_ON_PAGE = timedelta(days=366)


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


def _window(clock: BuildClock) -> tuple[date, date]:
    """Return the first and last day near today."""
    first = last = Month.of(clock.today)
    for _ in range(MONTHS_AHEAD):
        last = last.next()
    for _ in range(MONTHS_BACK):
        first = first.previous()
    return first.first, last.last


def events(
    calendars: Iterable[Calendar], places: Mapping[str, Place], clock: BuildClock
) -> tuple[tuple[Event, ...], Diagnostics]:
    """Return an event for each series, in the order of their addresses."""
    told = Findings()
    made: dict[str, Event] = {}
    for calendar in calendars:
        expanded = told.keep(recurrence.expand_all(calendar.series, *_window(clock), clock.zone))
        for series, occurrences in zip(calendar.series, expanded, strict=True):
            name = _slug(series)
            if routes.event(calendar.group, name) in made:
                name = f"{name}-{_mark(series.uid)}"
            address = routes.event(calendar.group, name)
            place = told.keep(_place(series, places))
            made[address] = Event(calendar.group, name, address, series, place, occurrences)
    told.add(_shared_uids(made.values()))
    return tuple(made[address] for address in sorted(made)), told.all


def is_same(one: Series, other: Series) -> bool:
    """Whether two series of one UID tell of the same thing: the same words at the same times."""
    return (one.details.title, one.starts, one.rule) == (other.details.title, other.starts, other.rule)


def _shared_uids(made: Iterable[Event]) -> Iterator[Diagnostic]:
    """A copied and edited file keeps the UID of the first, and calendars take the two for one."""
    first: dict[str, Series] = {}
    for event in made:
        known = first.setdefault(event.series.uid, event.series)
        if known is not event.series and not is_same(known, event.series):
            yield messages.uid_of_another_group(event.series.source, event.series.details.title, known.source)


def is_on_page(occurrence: Occurrence, today: date) -> bool:
    """Whether the page of a series lists this date: all that are to come, and those of the last year."""
    return occurrence.when.last >= today - KEPT_ON_PAGE


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


def _place(series: Series, places: Mapping[str, Place]) -> tuple[Place | None, Diagnostics]:
    key = series.details.venue
    if key and key not in places:
        return None, (messages.place_unknown(series.source, key, nearest(key, places) or ""),)
    return places.get(key), ()
