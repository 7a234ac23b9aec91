"""A newer copy of a series beside the one we have: did its meaning change, and what is its revision now?

Google and Microsoft give every event the moment of the download, so a revision follows from what an event says:
LAST-MODIFIED moves when anything changed, SEQUENCE when the dates, the length, the rule or the state did (RFC 5545
section 3.8.7.4). Both copies must have been read from files of our own writing, or the same thing may be written in
two ways.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from boardsite.calendars.events import LONG_AGO, Details, Override, Series
from boardsite.calendars.originals import key


def renewed(new: Series, old: Series | None, now: datetime) -> Series:
    """Return the new copy with the address of the old one and with revisions by meaning. `now` is in UTC."""
    if old is None:
        first = _first(new.details, now)
        return replace(new, details=first, overrides=tuple(_first_change(o, now) for o in new.overrides))
    moved = _dates(new) != _dates(old)
    details = _renewed(new.details, old.details, now, is_other=moved, is_moved=moved)
    by_original = {key(change.original): change for change in old.overrides}
    changes = tuple(_change(change, by_original.get(key(change.original)), now) for change in new.overrides)
    return replace(new, details=details, overrides=changes, x_slug=old.x_slug or new.x_slug)


def _change(new: Override, old: Override | None, now: datetime) -> Override:
    if old is None:
        return _first_change(new, now)
    moved = _places(new) != _places(old)
    return replace(new, details=_renewed(new.details, old.details, now, is_other=moved, is_moved=moved))


def _first_change(new: Override, now: datetime) -> Override:
    return replace(new, details=_first(new.details, now))


def _first(details: Details, now: datetime) -> Details:
    return replace(details, stamp=min(details.stamp, now), created=_past(details.created, now))


def _renewed(new: Details, old: Details, now: datetime, *, is_other: bool, is_moved: bool) -> Details:
    if not is_other and _words(new) == _words(old):
        return replace(new, stamp=old.stamp, sequence=old.sequence, created=old.created)
    stamp = new.stamp if old.stamp < new.stamp <= now else now
    sequence = max(new.sequence, old.sequence)
    if (is_moved or new.status is not old.status) and sequence == old.sequence:
        sequence += 1
    return replace(new, stamp=stamp, sequence=sequence, created=old.created)


def _past(moment: datetime | None, now: datetime) -> datetime | None:
    return moment if moment is None or moment <= now else None


def _words(details: Details) -> Details:
    return replace(details, stamp=LONG_AGO, sequence=0, created=None, files=(), image=None)


def _dates(series: Series) -> tuple[object, ...]:
    extras = frozenset((key(extra.starts), extra.length) for extra in series.extras)
    removed = frozenset(key(original) for original in series.removed)
    return (series.starts, series.when.zone_name, series.wall, series.length, series.rule, extras, removed)


def _places(change: Override) -> tuple[object, ...]:
    return (change.original, change.starts, change.length, change.goes_on)
