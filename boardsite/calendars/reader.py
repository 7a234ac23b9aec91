"""The .ics files of one group, or of the board, as series, with a ledger of every VEVENT in them.

Each file is cut into components with their lines and each VEVENT is read alone, so that one bad reminder or zone
costs nothing else. The order of the files does not matter.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from boardsite.calendars import limits
from boardsite.calendars.components import Component, Scan, count_events, scan
from boardsite.calendars.entries import Entry
from boardsite.calendars.entry_reader import read_entry
from boardsite.calendars.events import Ledger, Series
from boardsite.calendars.lines import ContentLine, content_lines
from boardsite.calendars.meeting_keys import without_keys
from boardsite.calendars.names import PERSONAL
from boardsite.calendars.series import merge
from boardsite.calendars.strangers import kind_of
from boardsite.calendars.zones import Zones
from boardsite.diagnostics import Diagnostic, Diagnostics, Location
from boardsite.messages import events as messages


@dataclass(frozen=True, slots=True)
class Reading:
    """What some calendar files hold."""

    series: tuple[Series, ...]
    ledger: Ledger
    diagnostics: Diagnostics


@dataclass(slots=True)
class _File:
    """What was read of one file before its VEVENTs meet those of the others."""

    path: str
    found: int = 0
    refused: int = 0
    entries: list[Entry] = field(default_factory=list)
    told: list[Diagnostic] = field(default_factory=list)

    def refuse(self, why: Diagnostic) -> None:
        """Leave the file out whole."""
        self.told.append(why)
        self.refused = self.found


def read(files: Sequence[tuple[str, bytes]], zone: ZoneInfo) -> Reading:
    """Return the series of some files (path and content), read in the board's zone."""
    parts = [_read_file(path, content, zone) for path, content in sorted(files)]
    merging = merge((entry for part in parts for entry in part.entries), zone)
    ledger = Ledger(
        found=sum(part.found for part in parts),
        shown=merging.shown,
        withheld=merging.withheld,
        superseded=merging.superseded,
        refused=merging.refused + sum(part.refused for part in parts),
    )
    told = [diagnostic for part in parts for diagnostic in part.told] + merging.told
    ordered = sorted(merging.series, key=lambda s: (s.when.sort_key, s.uid, s.path))
    return Reading(tuple(ordered), ledger, tuple(sorted(dict.fromkeys(told), key=Diagnostic.sort_key)))


def _read_file(path: str, content: bytes, zone: ZoneInfo) -> _File:
    part = _File(path)
    top = Location(path, 1)
    if len(content) > limits.FILE_BYTES:
        part.found = content.upper().count(b"BEGIN:VEVENT")
        part.refuse(messages.file_too_large(top, len(content), limits.FILE_BYTES))
        return part
    lines = content_lines(content)
    part.found = count_events(lines)
    if not content.strip():
        part.refuse(messages.file_is_empty(Location(path)))
        return part
    scanned = scan(lines)
    why = _stranger(top, content, scanned) or _out_of_bounds(top, scanned)
    if why is not None:
        part.refuse(why)
        return part
    odd = next((line for line in lines if not line.is_utf8), None)
    if odd is not None:
        part.told.append(messages.old_letters(Location(path, odd.number), without_keys(odd.text)[0]))
    for calendar in scanned.calendars():
        _read_calendar(part, calendar, zone)
    if any(not calendar.is_complete for calendar in scanned.calendars()):
        part.told.append(messages.cut_short(Location(path, scanned.last_line)))
    _tell_of_people(part, scanned)
    if not part.found:
        part.told.append(messages.no_events(top))
    return part


def _stranger(top: Location, content: bytes, scanned: Scan) -> Diagnostic | None:
    calendars = scanned.calendars()
    if not calendars:
        return messages.not_a_calendar(top, kind_of(content))
    version = calendars[0].first("VERSION")
    if version is not None and version.text.partition(":")[2].strip() == "1.0":
        return messages.old_format(Location(top.path, version.number))
    return None


def _out_of_bounds(top: Location, scanned: Scan) -> Diagnostic | None:
    if scanned.count > limits.COMPONENTS:
        return messages.too_many_parts(top, scanned.count, limits.COMPONENTS)
    if scanned.depth > limits.DEPTH:
        return messages.too_deep(top, scanned.depth, limits.DEPTH)
    return None


def _read_calendar(part: _File, calendar: Component, zone: ZoneInfo) -> None:
    zones = Zones.of(calendar, zone)
    is_cancellation = _is_cancellation(calendar.first("METHOD"))
    repeating = 0
    for component in calendar.children:
        if component.name != "VEVENT":
            continue
        entry, told = read_entry(component, part.path, zones, is_cancellation=is_cancellation)
        content = entry.content
        if content is not None and content.rule is not None:
            repeating += 1
            if repeating > limits.REPEATING_SERIES:
                identity = entry.identity
                why = messages.too_many_series(identity.source, identity.title, limits.REPEATING_SERIES)
                entry, told = Entry(identity, None), (why,)
        part.entries.append(entry)
        part.told.extend(told)


def _is_cancellation(method: ContentLine | None) -> bool:
    return method is not None and method.text.partition(":")[2].strip().upper() == "CANCEL"


def _tell_of_people(part: _File, scanned: Scan) -> None:
    """Say once what the file knows of people and meetings, and how many of its events are private."""
    kinds: dict[str, int] = {}
    for calendar in scanned.calendars():
        for component in calendar.children:
            if component.name != "VEVENT":
                continue
            for line in component.lines:
                if line.name in PERSONAL:
                    kinds.setdefault(PERSONAL[line.name], line.number)
            for child in component.children:
                if child.name == "VALARM":
                    kinds.setdefault("reminders", child.first_line)
    if kinds:
        where = Location(part.path, min(kinds.values()))
        part.told.append(messages.personal_data_left_out(where, sorted(kinds)))
    private = [entry for entry in part.entries if entry.identity.is_private]
    if private:
        part.told.append(messages.private_left_out(private[0].identity.source, len(private)))
