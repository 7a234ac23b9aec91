"""Dates to come that do not go together: one venue at one time, two groups at one time, a bank holiday.

Each pair of events is told once, with its first date. An event says with X-BOARDSITE-ACCEPT that a clash is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

from boardsite.calendars.events import OFF
from boardsite.clock import BuildClock
from boardsite.diagnostics import Diagnostic
from boardsite.messages import clashes as messages
from boardsite.model.board_entities import Holiday
from boardsite.model.checks.overlaps import Taken, overlaps
from boardsite.model.entities import Event
from boardsite.model.events import likeness

WITHOUT_END = timedelta(hours=1)
_HOLIDAY_WORDS = re.compile(r"\b(?:bank holiday|public holiday|closed)\b", re.I)
_NO_PLACE = re.compile(r"\b(?:online|video call|teams|zoom|to be confirmed|tbc)\b", re.I)


def event_clashes(events: Iterable[Event], holidays: tuple[Holiday, ...], clock: BuildClock) -> Iterator[Diagnostic]:
    """Yield what chairs should know of the dates that are not over."""
    ahead = sorted(_ahead(events, clock.moment), key=lambda d: (d.starts, d.event.address))
    yield from _on_holidays(ahead, holidays)
    timed = [d for d in ahead if not d.occurrence.when.is_time_to_be_confirmed]
    by_place: dict[str, list[Taken]] = {}
    for found in timed:
        by_place.setdefault(_place(found), []).append(found)
    by_place.pop("", None)
    told: set[tuple[str, str]] = set()
    for place, dates in sorted(by_place.items()):
        for (first, second), others in overlaps(dates, lambda d: likeness(d.event.series)):
            told.add((first.event.address, second.event.address))
            if not _accepts(first, second, "place-booked-twice"):
                where, other_at, day = second.occurrence.source, first.event.series.source, second.occurrence.when.first
                words = _title(second), _place_words(second) or place, _title(first)
                yield messages.place_booked_twice(where, *words, other_at, day, others)
    of_groups = (d for d in timed if d.event.group and d.occurrence.when.starts)
    for (first, second), others in overlaps(of_groups, lambda d: d.event.group):
        known = (first.event.address, second.event.address) in told
        if not known and not _accepts(first, second, "groups-at-once"):
            where, day = second.occurrence.source, second.occurrence.when.first
            yield messages.groups_at_once(where, _title(second), _title(first), first.event.series.source, day, others)


def _ahead(events: Iterable[Event], moment: datetime) -> Iterator[Taken]:
    for event in events:
        for occurrence in event.occurrences:
            when = occurrence.when
            if when.is_over_at > moment and occurrence.details.status not in OFF:
                is_open = when.starts is not None and not when.has_end
                yield Taken(event, occurrence, when.begins, when.begins + WITHOUT_END if is_open else when.is_over_at)


def _on_holidays(ahead: Iterable[Taken], holidays: tuple[Holiday, ...]) -> Iterator[Diagnostic]:
    names = {holiday.day: holiday for holiday in holidays}
    hit: dict[str, list[Taken]] = {}
    last: date | None = None
    for found in ahead:
        when = found.occurrence.when
        last = max(last or when.first, when.first)
        # Who writes "closed", or an event of a week, knows of the holiday in it.
        if when.first == when.last and when.first in names and not _HOLIDAY_WORDS.search(_title(found)):
            hit.setdefault(found.event.address, []).append(found)
    for dates in hit.values():
        first = dates[0]
        if "on-holiday" not in first.event.series.accepted:
            day = first.occurrence.when.first
            yield messages.on_holiday(first.occurrence.source, _title(first), names[day].name, day, len(dates) - 1)
    if holidays and last and last.year > max(names).year:
        yield messages.holidays_end(names[max(names)].where, max(names))


def _accepts(one: Taken, other: Taken, word: str) -> bool:
    return word in one.event.series.accepted or word in other.event.series.accepted


def _place(found: Taken) -> str:
    """Return what two dates in one place have in common, "" where they are in none."""
    details = found.occurrence.details
    place = found.event.place_of(details)
    if place:
        return place.key
    if details.is_place_to_be_confirmed or _NO_PLACE.search(details.location):
        return ""
    return " ".join(details.location.casefold().split())


def _place_words(found: Taken) -> str:
    return found.occurrence.details.venue or found.occurrence.details.location


def _title(found: Taken) -> str:
    return found.occurrence.details.title
