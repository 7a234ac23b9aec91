"""A calendar of another program as event files of ours, one for each series.

Read by our reader and written by our writer, so people, reminders, passcodes and private events cannot come along.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from boardsite.calendars import reader, writer
from boardsite.calendars.events import Series
from boardsite.dataclass import dataclass
from boardsite.importing import limits
from boardsite.importing.notes import Notebook, Notes
from boardsite.messages import importing as messages
from boardsite.pages.when import STATUS_WORDS, when_words
from boardsite.text import slug

_NOT_WRITTEN = ("X-BOARDSITE-FILE", "X-BOARDSITE-IMAGE", "X-BOARDSITE-ACCEPT")


@dataclass(frozen=True, slots=True)
class EventFile:
    """A file to be: the last part of its path, its bytes, and what is in it, in words."""

    name: str
    content: bytes
    title: str
    when: str


@dataclass(frozen=True, slots=True)
class Events:
    files: tuple[EventFile, ...]
    notes: Notes


def events(
    name: str, content: bytes, zone: ZoneInfo, known: Mapping[str, Series], taken: Collection[str], notebook: Notebook
) -> Events:
    """Return the event files of a calendar. `known` are the events there by UID, `taken` the names of files."""
    reading = reader.read([(name, content)], zone)
    wrong = next((found for found in reading.diagnostics if found.is_error), None)
    if wrong is not None and not reading.series:
        raise messages.calendar_unusable(name, wrong.message, wrong.hint)
    for found in reading.diagnostics:
        notebook.leave_out(messages.event_refused(found.where.line, found.message) if found.is_error else found.message)
    if len(reading.series) > limits.EVENTS:
        raise messages.too_many(name, len(reading.series), "events", limits.EVENTS)
    upper = content.upper()
    lost = [each for each in _NOT_WRITTEN if re.search(rb"(?m)^" + each.encode() + rb"[:;]", upper)]
    if lost:
        notebook.leave_out(messages.own_lines(lost))
    names = set(taken)
    files = []
    for series in reading.series:
        if series.uid in known:
            notebook.leave_out(_there_already(series, known[series.uid], zone))
            continue
        file = _free(_name(series), names)
        names.add(file)
        made = writer.event(series, zone=zone, address="")
        files.append(EventFile(file, made, series.details.title, _when(series, zone)))
    return Events(tuple(files), notebook.notes)


def _name(series: Series) -> str:
    day = series.starts.date() if isinstance(series.starts, datetime) else series.starts
    words = slug(series.details.title, 50) or "event"
    return words if series.is_recurring else f"{words}-{day.isoformat()}"


def _free(name: str, names: Collection[str]) -> str:
    if f"{name}.ics" not in names:
        return f"{name}.ics"
    number = 2
    while f"{name}-{number}.ics" in names:
        number += 1
    return f"{name}-{number}.ics"


def _when(series: Series, zone: ZoneInfo) -> str:
    words = when_words(series.when, zone)
    state = STATUS_WORDS[series.details.status].lower()
    return ", ".join(part for part in (f"from {words}" if series.is_recurring else words, state) if part)


def _there_already(series: Series, there: Series, zone: ZoneInfo) -> str:
    """Return what is said of an event that is there: whether the file, if no older copy, has another state."""
    found = [] if series.details.sequence < there.details.sequence else list(_differences(series, there, zone))
    return messages.event_there_already(series.details.title, found, there.path)


def _differences(series: Series, there: Series, zone: ZoneInfo) -> Iterator[str]:
    status = series.details.status
    if status != there.details.status:
        yield STATUS_WORDS[status].lower() or f"not {STATUS_WORDS[there.details.status].lower()}"
    has_moved = series.when.begins != there.when.begins or series.when.is_all_day != there.when.is_all_day
    if has_moved or (series.when.has_end and there.when.has_end and series.when.is_over_at != there.when.is_over_at):
        yield f"on {when_words(series.when, zone)}"
    elif _dates(series) != _dates(there):
        yield "on other dates"


def _dates(series: Series) -> tuple[object, ...]:
    """Return what makes the dates of a series, comparable between programs."""
    changed = {(_moment(each.original), _moment(each.starts), each.details.status) for each in series.overrides}
    removed, added = map(_moment, series.removed), (_moment(each.starts) for each in series.extras)
    return (str(series.rule), str(series.exception_rule), frozenset(removed), frozenset(added), frozenset(changed))


def _moment(day: date | datetime) -> date | datetime:
    return day.astimezone(UTC) if isinstance(day, datetime) else day
