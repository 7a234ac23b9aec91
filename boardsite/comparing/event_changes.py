"""What happened to events: added, moved, cancelled, postponed, brought back, edited, removed; by series and by date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime

from boardsite.calendars.events import Details, Occurrence, Status, When
from boardsite.calendars.originals import key
from boardsite.calendars.words import rule_in_words
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
    """Yield all that people would see: of the series, of each of its dates, and whether other words are new."""
    title = new.series.details.title
    verb = _verb(old.series.details.status, new.series.details.status)
    if verb:
        yield Change(verb, title, after=_when(new))
    if not old.series.is_recurring and not new.series.is_recurring:
        is_moved = _is_moved(old.series.when, new.series.when, verb)
    else:
        is_moved = _rule(old) != _rule(new)
        if not is_moved:
            yield from _dates(old, new, title, tells_states=not verb)
    if is_moved:
        yield Change(Verb.MOVES, title, _when(old), _when(new))
    if _words(old, new) != _words(new, old):
        was = old.series.details.title
        yield Change(Verb.EDITS, title, old_name=was if was != title else "")


def _verb(was: Status, now: Status) -> Verb | None:
    """Return what a new state of an event or of a date is called, or None where it is on as before."""
    return _OFF.get(now, Verb.BRINGS_BACK) if was != now and (now in _OFF or was in _OFF) else None


def _is_moved(was: When, now: When, verb: Verb | None) -> bool:
    """Say whether a time is to be told: of what is off, where another start is given and not only another end."""
    return not same(was, now) and (verb is None or _in_words(was) != _in_words(now))


def _dates(old: Event, new: Event, title: str, *, tells_states: bool) -> Iterator[Change]:
    """Yield what happened to single dates; their states are not told where that of the whole series is."""
    before, after = _by_original(old), _by_original(new)
    for original, occurrence in after.items():
        known = before.get(original)
        if known is None:
            yield Change(Verb.ADDS, title, after=_in_words(occurrence.when), is_date=True)
            continue
        verb = _verb(known.details.status, occurrence.details.status)
        if verb and tells_states:
            yield Change(verb, title, after=_in_words(occurrence.when), is_date=True)
        if _is_moved(known.when, occurrence.when, verb):
            yield Change(Verb.MOVES, title, _in_words(known.when), _in_words(occurrence.when), is_date=True)
    for original, occurrence in before.items():
        if original not in after:
            yield Change(Verb.REMOVES, title, before=_in_words(occurrence.when), is_date=True)


def _rule(event: Event) -> object:
    return bare((event.series.starts, event.series.wall, event.series.rule, event.series.length))


def _by_original(event: Event) -> dict[date | datetime, Occurrence]:
    return {occurrence.original: occurrence for occurrence in event.occurrences}


def _words(event: Event, other: Event) -> object:
    """Return what an event says without its dates and states, and what those dates say that either of two changes."""
    dates, others = _by_original(event), _by_original(other)
    changed = {at for at, date in (*dates.items(), *others.items()) if date.is_override} & dates.keys() & others.keys()
    texts = tuple(_text(dates[at].details) for at in sorted(changed, key=key))
    return bare((_text(event.series.details), texts, event.places, event.attachments, event.picture, event.address))


def _text(details: Details) -> Details:
    return replace(details, status=Status.SCHEDULED, is_time_to_be_confirmed=False)


def _when(event: Event) -> str:
    first = _in_words(event.series.when)
    return f"{rule_in_words(event.series)}, from {first}" if event.series.is_recurring else first


def _in_words(when: When) -> str:
    if when.starts is None or when.is_all_day or when.is_time_to_be_confirmed:
        return long_date(when.first)
    return f"{long_date(when.first)}, {clock_time(when.starts)}"
