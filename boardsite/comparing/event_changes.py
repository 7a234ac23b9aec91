"""What happened to events: added, moved, cancelled, postponed, brought back, edited, removed; by series and by date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from boardsite.calendars.events import Occurrence, Status, When
from boardsite.clock import clock_time, long_date
from boardsite.comparing.bare import bare, same
from boardsite.comparing.kinds import Change, Verb
from boardsite.model.entities import Event

_OFF = {Status.CANCELLED: Verb.CANCELS, Status.POSTPONED: Verb.POSTPONES}


def event_changes(old: Iterable[Event], new: Iterable[Event]) -> tuple[Change, ...]:
    """Return the changes between the events of two calendars, told by their UIDs, so a renamed file is none."""
    before = {event.series.uid: event for event in old}
    after = {event.series.uid: event for event in new}
    found: list[Change] = []
    for uid, event in after.items():
        if uid not in before:
            found.append(Change(Verb.ADDS, event.series.details.title, after=_when(event)))
        else:
            found += _changed(before[uid], event)
    found += (
        Change(Verb.REMOVES, e.series.details.title, before=_when(e)) for uid, e in before.items() if uid not in after
    )
    return tuple(found)


def _changed(old: Event, new: Event) -> Iterator[Change]:
    """Yield what is most important to know: one change for a whole series, or one for each of its dates."""
    title = new.series.details.title
    was, now = old.series.details.status, new.series.details.status
    if was != now and (now in _OFF or was in _OFF):
        yield Change(_OFF.get(now, Verb.BRINGS_BACK), title, after=_when(new))
        return
    if not old.series.is_recurring and not new.series.is_recurring:
        if not same(old.series.when, new.series.when):
            yield Change(Verb.MOVES, title, _when(old), _when(new))
        elif _words(old) != _words(new):
            yield Change(Verb.EDITS, title)
        return
    dates = tuple(_dates(old, new, title))
    yield from dates
    if not dates and _words(old) != _words(new):
        yield Change(Verb.EDITS, title)


def _dates(old: Event, new: Event, title: str) -> Iterator[Change]:
    if _rule(old) != _rule(new):
        yield Change(Verb.MOVES, title, _when(old), _when(new))
        return
    before, after = _by_original(old), _by_original(new)
    for original, occurrence in after.items():
        known = before.get(original)
        if known is None:
            yield Change(Verb.ADDS, title, after=_in_words(occurrence.when))
            continue
        was, now = known.details.status, occurrence.details.status
        if was != now and (now in _OFF or was in _OFF):
            yield Change(_OFF.get(now, Verb.BRINGS_BACK), title, after=_in_words(occurrence.when))
        elif not same(known.when, occurrence.when):
            yield Change(Verb.MOVES, title, _in_words(known.when), _in_words(occurrence.when))
    for original, occurrence in before.items():
        if original not in after:
            yield Change(Verb.REMOVES, title, before=_in_words(occurrence.when))


def _rule(event: Event) -> object:
    return bare((event.series.starts, event.series.wall, event.series.rule, event.series.length))


def _by_original(event: Event) -> dict[date | datetime, Occurrence]:
    return {occurrence.original: occurrence for occurrence in event.occurrences}


def _words(event: Event) -> object:
    """Return what an event says, without its dates."""
    series = event.series
    overrides = tuple(override.details for override in series.overrides)
    return bare((series.details, overrides, event.places, event.attachments, event.picture, event.address))


def _when(event: Event) -> str:
    first = _in_words(event.series.when)
    return f"from {first}" if event.series.is_recurring else first


def _in_words(when: When) -> str:
    if when.starts is None or when.is_all_day or when.is_time_to_be_confirmed:
        return long_date(when.first)
    return f"{long_date(when.first)}, {clock_time(when.starts)}"
