"""A calendar of another program as event files of ours, one for each series.

Read by our reader and written by our writer, so people, reminders, passcodes and private events cannot come along.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from boardsite.calendars import reader, writer
from boardsite.calendars.events import Series
from boardsite.clock import long_date
from boardsite.importing import limits
from boardsite.importing.notes import Notebook, Notes
from boardsite.messages import importing as messages
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
    name: str, content: bytes, zone: ZoneInfo, known: Collection[str], taken: Collection[str], notebook: Notebook
) -> Events:
    """Return the event files of a calendar. `known` are the UIDs that are there, `taken` the names of files."""
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
            notebook.leave_out(messages.event_there_already(series.details.title))
            continue
        file = _free(_name(series), names)
        names.add(file)
        made = writer.event(series, zone=zone, address="")
        files.append(EventFile(file, made, series.details.title, _when(series)))
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


def _when(series: Series) -> str:
    first = long_date(series.when.first)
    return f"from {first}" if series.is_recurring else first
