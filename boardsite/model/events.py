"""Series of all calendars as Events with addresses and dates.

A file with one series gives the address of its file; a series among many has its title and six characters of its
UID's hash. A UID never reaches an address otherwise.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial
from itertools import chain, count
from zoneinfo import ZoneInfo

from boardsite.calendars import recurrence
from boardsite.calendars.events import Occurrence, Series, Status
from boardsite.calendars.originals import key
from boardsite.calendars.rules import Rule
from boardsite.calendars.withheld import Withheld
from boardsite.clock import BuildClock, Month
from boardsite.dataclass import dataclass
from boardsite.diagnostics import Diagnostic, Diagnostics, Findings, Location, Severity
from boardsite.digest import short_mark
from boardsite.messages import links as link_messages
from boardsite.messages import site as messages
from boardsite.model import routes
from boardsite.model.entities import Attachment, Event, Picture, Place
from boardsite.model.shelf import Shelf
from boardsite.reading.sources import SourceFile
from boardsite.schema.documents import group_of
from boardsite.storage.memory import Memory
from boardsite.text import nearest, slug

MONTHS_AHEAD = 18
MONTHS_BACK = 13
KEPT_ON_PAGE = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Calendar:
    """What the calendar files of one group, or of the board (""), hold, and what of it is withheld."""

    group: str
    series: tuple[Series, ...]
    withheld: tuple[Withheld, ...] = ()


def read_calendars(
    files: Iterable[SourceFile], zone: ZoneInfo, memory: Memory
) -> tuple[tuple[Calendar, ...], Diagnostics]:
    """Return the series of each group's files; the files of one group are one calendar."""
    told: list[Diagnostic] = []
    by_group: dict[str, list[SourceFile]] = {}
    for source in files:
        by_group.setdefault(group_of(source.path), []).append(source)
    calendars = []
    for group, sources in sorted(by_group.items()):
        make = partial(_read_calendar, memory.here)
        calendar, more = memory.of(("calendar", group), make, group, tuple(sources), zone)
        told.extend(more)
        calendars.append(calendar)
    return tuple(calendars), tuple(told)


def _read_calendar(
    memory: Memory, group: str, sources: Iterable[SourceFile], zone: ZoneInfo
) -> tuple[Calendar, Diagnostics]:
    from boardsite.calendars import reader  # icalendar takes longer to load than a small site to build from memory

    reading = reader.read(((source.path, source.content) for source in sources), zone, memory)
    return Calendar(group, reading.series, reading.withheld), reading.diagnostics


def private_marks(calendars: Iterable[Calendar]) -> frozenset[str]:
    """Return the marks of the events that are private now, as `Event.mark` gives them to those that are not."""
    found = (each for calendar in calendars for each in calendar.withheld if each.original is None)
    return frozenset(short_mark(each.uid) for each in found)


def _window(clock: BuildClock) -> recurrence.Near:
    """Return the days near today."""
    first = last = Month.of(clock.today)
    for _ in range(MONTHS_AHEAD):
        last = last.next()
    for _ in range(MONTHS_BACK):
        first = first.previous()
    return recurrence.Near(first.first, clock.today, last.last)


def events(
    memory: Memory, calendars: Iterable[Calendar], places: Iterable[Place], shelf: Shelf, clock: BuildClock
) -> tuple[tuple[Event, ...], Diagnostics]:
    """Return an event for each series, in the order of their addresses."""
    told = Findings()
    venues, days = memory.of("venues", _by_key, tuple(places)), _window(clock)
    made: list[Event] = []
    for calendar in calendars:
        make = partial(_of_calendar, memory)
        made += told.keep(memory.of(("events", calendar.group), make, calendar, days, clock.zone, venues, shelf))
    told.add(_shared_uids(made))
    return tuple(sorted(made, key=lambda event: event.address)), told.all


def _of_calendar(
    memory: Memory,
    calendar: Calendar,
    days: recurrence.Near,
    zone: ZoneInfo,
    venues: Mapping[str, Place],
    shelf: Shelf,
) -> tuple[tuple[Event, ...], Diagnostics]:
    told = Findings()
    made: dict[str, Event] = {}
    expand = partial(recurrence.expand_all, memory=memory.here)
    expanded = told.keep(memory.of(("dates", calendar.group), expand, calendar.series, days, zone))
    for series, occurrences in zip(calendar.series, expanded, strict=True):
        name = told.keep(_free_name(calendar.group, series, made))
        address = routes.event(calendar.group, name)
        facts = (calendar.group, name, address, series, occurrences, venues, shelf)
        made[address] = told.keep(memory.of(("event", address), _event, *facts))
    return tuple(made.values()), told.all


def _by_key(places: Iterable[Place]) -> Mapping[str, Place]:
    return {place.key: place for place in places}


def _event(
    group: str,
    name: str,
    address: str,
    series: Series,
    occurrences: tuple[Occurrence, ...],
    venues: Mapping[str, Place],
    shelf: Shelf,
) -> tuple[Event, Diagnostics]:
    told = Findings()
    event = Event(
        group=group,
        slug=name,
        address=address,
        series=series,
        places=told.keep(_places(series, venues)),
        attachments=told.keep(_attachments(series, shelf)),
        picture=told.keep(_picture(series, shelf)),
        occurrences=occurrences,
    )
    return event, told.all


def _free_name(group: str, series: Series, made: Mapping[str, Event]) -> tuple[str, Diagnostics]:
    """Return the last part of the address of a series; where another event has it, one of its own, and say so."""
    name = address_name(series)
    first = made.get(routes.event(group, name))
    if first is None:
        return name, ()
    tries = chain((f"{name}-{_mark(series.uid)}",), (f"{name}-{number}" for number in count(2)))
    free = next(each for each in tries if routes.event(group, each) not in made)
    where = (series.slug_at if series.x_slug else None) or series.source
    title, other = series.details.title, first.series.source
    return free, (messages.address_taken(where, title, name, routes.event(group, free), other),)


Likeness = tuple[str, date, Rule | None]


def likeness(series: Series) -> Likeness:
    """Return what two series have in common that tell of the same thing: the same words at the same times."""
    return (series.details.title, series.starts, series.rule)


def is_same(one: Series, other: Series) -> bool:
    return likeness(one) == likeness(other)


def revision(series: Series) -> tuple[int, datetime]:
    """Order copies of one series by their last change of any date, the newest last (RFC 5546 section 2.1.5)."""
    parts = (series.details, *(override.details for override in series.overrides))
    return max((details.sequence, details.stamp) for details in parts)


def _states(series: Series) -> tuple[Status, set[tuple[date, Status]]]:
    """Return the state of a series, and of the dates of which another one is told."""
    own = series.details.status
    changed = ((key(o.original), o.details.status) for o in series.overrides)
    return own, {(original, status) for original, status in changed if status is not own}


def _shared_uids(made: Iterable[Event]) -> Iterator[Diagnostic]:
    """A copied and edited file keeps the UID of the first, and calendars take the two for one."""
    first: dict[str, Series] = {}
    for event in made:
        known, series = first.setdefault(event.series.uid, event.series), event.series
        if known is series:
            continue
        if not is_same(known, series):
            yield messages.uid_of_another_group(
                series.uid_at or series.source, series.details.title, known.uid_at or known.source
            )
        elif _states(known) != _states(series):
            older, newer = (series, known) if revision(known) >= revision(series) else (known, series)
            yield messages.states_differ(older.source, older.details.title, newer.source)


def is_on_page(occurrence: Occurrence, today: date) -> bool:
    """Whether the page of a series lists this date: all that are to come, and those of the last year."""
    return occurrence.when.last >= today - KEPT_ON_PAGE


def address_name(series: Series) -> str:
    """Return the last part of the address of a series."""
    if series.x_slug:
        return series.x_slug
    if series.is_alone_in_file:
        stem = slug(series.path.rpartition("/")[2].rpartition(".")[0], 80)
        if stem:
            return stem
    return f"{slug(series.details.title) or 'event'}-{_mark(series.uid)}"


def _mark(uid: str) -> str:
    return hashlib.sha256(uid.encode()).hexdigest()[:6]


def _places(series: Series, places: Mapping[str, Place]) -> tuple[tuple[Place, ...], Diagnostics]:
    """Return the listed venues of the series and of its changed dates."""
    named = {series.details.venue: series.venue_at or series.source}
    for override in series.overrides:
        named.setdefault(override.details.venue, override.source)
    named.pop("", None)
    known = tuple(places[key] for key in named if key in places)
    return known, tuple(_unknown(key, where, places) for key, where in named.items() if key not in places)


def _unknown(name: str, where: Location, places: Iterable[str]) -> Diagnostic:
    from boardsite.calendars.meeting_keys import quotable  # builds from memory read no text, and need not load it

    return messages.place_unknown(where, quotable(name), nearest(name, places) or "")


def _attachments(series: Series, shelf: Shelf) -> tuple[tuple[Attachment, ...], Diagnostics]:
    """Return the files to download, each once; those of changed dates stand with those of their series."""
    mentions = [*series.details.files, *(file for override in series.overrides for file in override.details.files)]
    by_name = {mention.name: mention for mention in reversed(mentions)}
    made = [shelf.attachment(m.name, m.where, m.label, None) for m in reversed(by_name.values())]
    lost = tuple(_lesser(each) for each in made if isinstance(each, Diagnostic))
    return tuple(each for each in made if isinstance(each, Attachment)), lost


def _lesser(found: Diagnostic) -> Diagnostic:
    """An event without its flyer is still worth showing: people need the date."""
    return replace(found, severity=Severity.WARNING, is_contained=False)


def _picture(series: Series, shelf: Shelf) -> tuple[Picture | None, Diagnostics]:
    mention = series.details.image
    if mention is None:
        return None, ()
    if not mention.label:
        return None, (link_messages.event_picture_without_words(mention.where, mention.name),)
    found = shelf.picture(mention.name, mention.where, mention.label)
    return (None, (_lesser(found),)) if isinstance(found, Diagnostic) else (found, ())
