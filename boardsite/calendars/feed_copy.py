"""Our own copy of a calendar that is published elsewhere: a clean .ics file that also remembers what we know of it.

What must outlast a download stands in the file itself, in X-BOARDSITE lines that calendar programs pass over: for
the file, where it is from and since when it could not be renewed; for each series, its address and when we first
saw it. There is no other memory.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from datetime import date
from types import MappingProxyType
from zoneinfo import ZoneInfo

from icalendar.prop import vText

from boardsite.calendars.components import Component, scan
from boardsite.calendars.events import Series
from boardsite.calendars.lines import content_lines
from boardsite.calendars.values import plain_text
from boardsite.calendars.writer import filled, opened
from boardsite.dataclass import dataclass

TROUBLES = ("unreachable", "refused", "not-a-calendar", "empty", "most-gone")
_ORIGIN, _TROUBLE, _SEEN = "X-BOARDSITE-ORIGIN", "X-BOARDSITE-TROUBLE", "X-BOARDSITE-FIRST-SEEN"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_NOTHING: Mapping[str, date] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class CopyFacts:
    """What a copy remembers. `origin` is a mark of the address it is from; `trouble` is one of TROUBLES, or "".

    `since` is the first day of the trouble; `first_seen` has the day on which each series was first seen, by UID.
    """

    origin: str = ""
    trouble: str = ""
    since: date | None = None
    first_seen: Mapping[str, date] = field(default_factory=lambda: _NOTHING)


def mark_of(address: str) -> str:
    """Return the mark of an address, which does not tell it: some addresses are meant for few."""
    return hashlib.sha256(address.strip().encode()).hexdigest()[:16]


def facts_of(content: bytes) -> CopyFacts:
    """Return what a copy remembers; what is not there or not to be read counts as not known."""
    calendars = scan(content_lines(content)).calendars()
    if not calendars:
        return CopyFacts()
    word, _, since = _text(calendars[0], _TROUBLE).partition(" ")
    trouble = word if word in TROUBLES and _day(since) else ""
    return CopyFacts(
        origin=_text(calendars[0], _ORIGIN),
        trouble=trouble,
        since=_day(since) if trouble else None,
        first_seen=MappingProxyType(dict(_first_seen(calendars))),
    )


def copy_of(series: Iterable[Series], facts: CopyFacts, *, name: str, zone: ZoneInfo) -> bytes:
    """Return the file: the same series and facts give the same bytes."""
    made = opened(name, zone)
    made.add(_ORIGIN, vText(facts.origin))
    if facts.trouble and facts.since:
        made.add(_TROUBLE, vText(f"{facts.trouble} {facts.since}"))
    entries = sorted(series, key=lambda each: each.uid)
    notes = {uid: (_SEEN, str(day)) for uid, day in facts.first_seen.items()}
    return filled(made, entries, {}, {}, notes)


def _first_seen(calendars: Iterable[Component]) -> Iterator[tuple[str, date]]:
    for calendar in calendars:
        for part in calendar.children:
            day = _day(_text(part, _SEEN))
            if part.name == "VEVENT" and day is not None:
                yield _text(part, "UID"), day


def _text(component: Component, name: str) -> str:
    line = component.first(name)
    if line is None:
        return ""
    try:
        return plain_text(line.value()[1]).strip()
    except ValueError:
        return ""


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None
