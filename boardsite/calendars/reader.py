"""The .ics files of one group, or of the board, as series, with a ledger of every VEVENT in them.

Each file is cut into components with their lines and each VEVENT is read alone, so that one bad reminder or zone
costs nothing else. The order of the files does not matter.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field, replace
from functools import lru_cache
from itertools import chain
from zoneinfo import ZoneInfo

from boardsite import patience
from boardsite.calendars import limits
from boardsite.calendars.components import Component, Scan, scan
from boardsite.calendars.entries import Entry
from boardsite.calendars.entry_reader import read_entry
from boardsite.calendars.events import Ledger, Series
from boardsite.calendars.lines import ContentLine, content_lines
from boardsite.calendars.meeting_keys import without_quoted_keys
from boardsite.calendars.names import PERSONAL
from boardsite.calendars.periods import Patience
from boardsite.calendars.series import merge
from boardsite.calendars.strangers import kind_of
from boardsite.calendars.withheld import Withheld
from boardsite.calendars.zones import Zones
from boardsite.dataclass import dataclass
from boardsite.diagnostics import Diagnostic, Diagnostics, Location
from boardsite.messages import calendar_files as file_messages
from boardsite.messages import files as any_file_messages
from boardsite.messages import repeats as rule_messages
from boardsite.storage.memory import Memory

_LISTS = {"RDATE", "EXDATE", "EXRULE"}
_REMEMBERED_BYTES = 50_000


@dataclass(frozen=True, slots=True)
class Reading:
    """What some calendar files hold."""

    series: tuple[Series, ...]
    ledger: Ledger
    diagnostics: Diagnostics
    withheld: tuple[Withheld, ...]


@dataclass(frozen=True, slots=True)
class _Part:
    """What one file holds, before its VEVENTs meet those of the others."""

    found: int
    refused: int
    entries: tuple[Entry, ...]
    told: Diagnostics


@dataclass(slots=True)
class _File:
    """What was read of one file so far."""

    path: str
    found: int = 0
    refused: int = 0
    repeating: int = 0
    listed: int = 0
    patience: Patience = field(default_factory=Patience)
    entries: list[Entry] = field(default_factory=list)
    told: list[Diagnostic] = field(default_factory=list)

    def refuse(self, why: Diagnostic) -> None:
        """Leave the file out whole."""
        self.told.append(why)
        self.refused = self.found

    def done(self) -> _Part:
        """Return all of it."""
        return _Part(self.found, self.refused, tuple(self.entries), tuple(self.told))


def read(files: Iterable[tuple[str, bytes]], zone: ZoneInfo, memory: Memory | None = None) -> Reading:
    """Return the series of some files (path and content), read in the board's zone; `memory` may know some of them."""
    memory = memory or Memory(keeps=False)
    parts = [memory.of(("calendar file", path), _part, path, content, zone) for path, content in sorted(files)]
    merged = merge((entry for part in parts for entry in part.entries), zone, memory)
    ledger = Ledger(
        found=sum(part.found for part in parts),
        shown=sum(each.shown for each in merged),
        withheld=sum(len(each.withheld) for each in merged),
        superseded=sum(each.superseded for each in merged),
        refused=sum(each.refused for each in parts) + sum(each.refused for each in merged),
    )
    found = (*(each.told for each in parts), *(each.told for each in merged))
    told = dict.fromkeys(map(without_quoted_keys, chain.from_iterable(found)))
    series = sorted((one for each in merged for one in each.series), key=lambda s: (s.when.sort_key, s.uid, s.path))
    withheld = tuple(Withheld.of(entry, zone) for each in merged for entry in each.withheld)
    return Reading(tuple(series), ledger, tuple(sorted(told, key=Diagnostic.sort_key)), withheld)


def _part(path: str, content: bytes, zone: ZoneInfo) -> _Part:
    try:
        with patience.limited(path):
            return (_remembered if len(content) <= _REMEMBERED_BYTES else _read_file)(path, content, zone)
    except patience.OutOfPatience:
        part = _File(path, found=content.upper().count(b"BEGIN:VEVENT"))
        part.refuse(any_file_messages.takes_too_long(Location(path), *patience.MOST).contained())
        return part.done()


@lru_cache(maxsize=5_000)  # another day in the preview reads the same files
def _remembered(path: str, content: bytes, zone: ZoneInfo) -> _Part:
    return _read_file(path, content, zone)


def _read_file(path: str, content: bytes, zone: ZoneInfo) -> _Part:
    part = _File(path)
    top = Location(path, 1)
    if len(content) > limits.FILE_BYTES:
        part.found = content.upper().count(b"BEGIN:VEVENT")
        part.refuse(file_messages.file_too_large(top, len(content), limits.FILE_BYTES))
        return part.done()
    scanned = scan(content_lines(content))
    part.found = scanned.events
    if not content.strip():
        part.refuse(file_messages.file_is_empty(Location(path)))
        return part.done()
    why = _stranger(top, content, scanned) or _out_of_bounds(top, scanned)
    if why is not None:
        part.refuse(why)
        return part.done()
    odd = scanned.first_of_windows
    if odd is not None:
        part.told.append(file_messages.old_letters(Location(path, odd.number), odd.text))
    for calendar in scanned.calendars():
        _read_calendar(part, calendar, zone)
    if any(not calendar.is_complete for calendar in scanned.calendars()):
        part.told.append(file_messages.cut_short(Location(path, scanned.last_line)))
    _tell_of_people(part, scanned)
    if not part.found:
        part.told.append(file_messages.no_events(top))
    return part.done()


def _stranger(top: Location, content: bytes, scanned: Scan) -> Diagnostic | None:
    calendars = scanned.calendars()
    if not calendars:
        return file_messages.not_a_calendar(top, kind_of(content))
    version = calendars[0].first("VERSION")
    if version is not None and version.text.partition(":")[2].strip() == "1.0":
        return file_messages.old_format(Location(top.path, version.number))
    return None


def _out_of_bounds(top: Location, scanned: Scan) -> Diagnostic | None:
    if scanned.count > limits.COMPONENTS:
        return file_messages.too_many_parts(top, scanned.count, limits.COMPONENTS)
    if scanned.depth > limits.DEPTH:
        return file_messages.too_deep(top, scanned.depth, limits.DEPTH)
    return None


def _read_calendar(part: _File, calendar: Component, zone: ZoneInfo) -> None:
    zones = Zones.of(calendar, zone, part.patience)
    is_cancellation = _is_cancellation(calendar.first("METHOD"))
    for component in calendar.children:
        if component.name != "VEVENT":
            continue
        own = _listed_in(component)
        is_beyond = own > 0 and part.listed + own > limits.LISTED_DATES_OF_A_FILE
        if is_beyond:  # its dates are not even looked at
            component = replace(component, lines=[line for line in component.lines if line.name not in _LISTS])
        entry, told = read_entry(component, part.path, zones, is_cancellation=is_cancellation)
        if not (is_beyond or entry.identity.is_private):
            part.listed += own
        content = entry.content
        if content is not None:
            is_repeating = content.rule is not None or own > 0
            if is_beyond or (is_repeating and part.repeating == limits.REPEATING_SERIES):
                identity = entry.identity
                why = rule_messages.too_many_series(identity.source, identity.title, part.repeating)
                entry, told = Entry(identity, None), (why,)
            else:
                part.repeating += is_repeating
        part.entries.append(entry)
        part.told.extend(told)


def _listed_in(component: Component) -> int:
    """Return how many dates a VEVENT lists one by one; a list past the bound of one event is told on its own.

    A rule of exceptions has to be written out as such a list.
    """
    dates = dict.fromkeys(_LISTS, 0)
    for line in component.lines:
        if line.name in _LISTS:
            dates[line.name] += line.text.count(",") + 1
    if dates["EXRULE"]:
        dates["EXRULE"] = limits.LISTED_DATES
    return sum(number for number in dates.values() if number <= limits.LISTED_DATES)


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
        part.told.append(file_messages.personal_data_left_out(where, sorted(kinds)))
    private = [entry for entry in part.entries if entry.identity.is_private]
    if private:
        part.told.append(file_messages.private_left_out(private[0].identity.source, len(private)))
