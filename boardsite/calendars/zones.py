"""TZID to time zone: IANA names in any case, Windows names, Outlook's labels, then the file's own definition.

A definition serves only to recognise the zone that has the same offsets; nothing is kept from one file to the next.
What cannot be recognised is None, never a guess.
"""

from __future__ import annotations

import re
from dataclasses import field
from datetime import datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from boardsite.calendars.components import Component
from boardsite.calendars.periods import Patience
from boardsite.calendars.zone_definitions import Definition, definition
from boardsite.dataclass import dataclass

# No name of ours is longer, and a longer one or one with other letters must not reach the file system.
_NAME = re.compile(r"[\w +\-./():,&;']{1,120}")
_OFFSET = re.compile(r"\(?(?:UTC|GMT)\s*([+-])\s*(\d{1,2}):?(\d\d)?\)?")
_UTC = {"UTC", "Etc/UTC", "Etc/UCT", "Etc/Zulu", "Etc/Universal", "UCT", "Universal", "Zulu"}
_LABELS = {
    "greenwich mean time": "Europe/London",
    "gmt daylight time": "Europe/London",
    "british summer time": "Europe/London",
    "dublin, edinburgh, lisbon, london": "Europe/London",
    "greenwich mean time : dublin, edinburgh, lisbon, london": "Europe/London",
    "greenwich mean time: dublin, edinburgh, lisbon, london": "Europe/London",
    "coordinated universal time": "UTC",
    "amsterdam, berlin, bern, rome, stockholm, vienna": "Europe/Berlin",
    "brussels, copenhagen, madrid, paris": "Europe/Paris",
    "eastern time (us & canada)": "America/New_York",
    "z": "UTC",
}


@dataclass(slots=True)
class Zones:
    """The zones that one file can name: the world's, and those that it defines itself."""

    board: ZoneInfo
    definitions: dict[str, Definition]
    patience: Patience = field(default_factory=Patience)
    _known: dict[tuple[str, int], ZoneInfo | None] = field(default_factory=dict)

    @classmethod
    def of(cls, calendar: Component, board: ZoneInfo, patience: Patience | None = None) -> Zones:
        """Return the zones of a calendar; of two definitions with one name the first counts."""
        found: dict[str, Definition] = {}
        patience = patience or Patience()
        for component in calendar.children[:500]:
            if component.name == "VTIMEZONE":
                made = definition(component, patience)
                if made is not None:
                    found.setdefault(made.name, made)
        return cls(board, found, patience)

    def resolve(self, name: str, year: int) -> ZoneInfo | None:
        """Return the zone of a TZID for a time in a year."""
        key = (name, year)
        if key not in self._known:
            self._known[key] = by_name(name) or self._by_definition(name, year)
        return self._known[key]

    def _by_definition(self, name: str, year: int) -> ZoneInfo | None:
        own = self.definitions.get(name)
        if own is None:
            return None
        wanted = own.offsets(year)
        if all(_offset(self.board, moment) == offset for moment, offset in wanted):
            return self.board
        moments = tuple(moment for moment, _ in wanted)
        return _by_offsets(moments).get(tuple(offset for _, offset in wanted))


def by_name(name: str) -> ZoneInfo | None:
    """Return the zone that a name means to everybody, or None."""
    cleaned = name.strip().strip('"').strip("/").strip()
    if not _NAME.fullmatch(cleaned):
        return None
    names = _names()
    folded = cleaned.casefold()
    parts = folded.split("/")
    for at in range(len(parts)):  # "/vendor.example/20050809/Europe/London"
        tail = "/".join(parts[at:])
        if tail in names and (at == 0 or "/" in tail):
            return ZoneInfo(names[tail])
    label = re.sub(r"^\((?:utc|gmt)[^)]*\)\s*", "", folded)
    if label in _LABELS:
        return ZoneInfo(_LABELS[label])
    fixed = _OFFSET.fullmatch(cleaned.upper())
    return _fixed(fixed) if fixed else None


def known_beside_the_worlds() -> tuple[tuple[str, str], ...]:
    """Return the names of Windows and Outlook, in small letters, and the zones that they mean."""
    names = _of_windows() | _LABELS
    return tuple(sorted((name, "UTC" if target in _UTC else target) for name, target in names.items()))


def _fixed(found: re.Match[str]) -> ZoneInfo | None:
    """Return the zone of "GMT+0100". The names of Etc/GMT have the sign the other way round."""
    hours, minutes = int(found[2]), int(found[3] or 0)
    if minutes or hours > 12:
        return None
    if not hours:
        return ZoneInfo("UTC")
    return ZoneInfo(f"Etc/GMT{'-' if found[1] == '+' else '+'}{hours}")


@cache
def _names() -> dict[str, str]:
    """Return all names, folded: the world's and the ones of Windows."""
    names = _of_windows() | {name.casefold(): name for name in sorted(available_timezones())}
    return {name: "UTC" if target in _UTC else target for name, target in names.items()}


def _of_windows() -> dict[str, str]:
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON  # icalendar takes long to load

    return {name.casefold(): target for name, target in sorted(WINDOWS_TO_OLSON.items())}


@cache
def _candidates() -> tuple[ZoneInfo, ...]:
    """Return zones to compare a definition with, the likely ones first."""
    likely = ("Europe/London", "UTC", "Europe/Dublin", "Europe/Lisbon", "Europe/Paris", "Europe/Athens")
    fixed = tuple(f"Etc/GMT{hours:+d}" for hours in range(-14, 13) if hours)
    places = re.compile(r"(Africa|America|Asia|Australia|Europe|Pacific)/")
    named = sorted(name for name in available_timezones() if places.match(name))
    return tuple(ZoneInfo(name) for name in (*likely, *fixed, *named))


@cache
def _by_offsets(moments: tuple[datetime, ...]) -> dict[tuple[int, ...], ZoneInfo]:
    """Return the candidates by their offsets at some moments of a year; of those alike, the first."""
    found: dict[tuple[int, ...], ZoneInfo] = {}
    for candidate in _candidates():
        found.setdefault(tuple(_offset(candidate, moment) for moment in moments), candidate)
    return found


def _offset(zone: ZoneInfo, moment: datetime) -> int:
    return int((moment.astimezone(zone).utcoffset() or timedelta()).total_seconds())
