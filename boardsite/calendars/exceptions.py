"""The dates that a rule gives and that do not take place: "except 27 December 2026"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from boardsite.calendars.events import Series, Status
from boardsite.calendars.originals import key, originals
from boardsite.clock import short_date
from boardsite.text import count, listed

NAMED = 4


def days_off(series: Series, first: date, last: date) -> tuple[date, ...]:
    """Return the days, both ends included, on which a series by rule would be and is not: taken out, or cancelled."""
    cancelled = {key(each.original) for each in series.overrides if each.details.status is Status.CANCELLED}
    if series.rule is None or not (cancelled or series.removed or series.exception_rule):
        return ()
    whole = originals(replace(series, extras=(), removed=(), exception_rule=None), first, last)
    takes_place = set(originals(series, first, last)) - cancelled
    off = (extra.starts for at, extra in whole.items() if at not in takes_place)
    days = {at.date() if isinstance(at, datetime) else at for at in off}
    return tuple(sorted(days))


def exceptions_in_words(days: tuple[date, ...]) -> str:
    """Return ", except 27 December 2026", or "" where there are none; past a few the rest is counted."""
    if not days:
        return ""
    named = [short_date(day) for day in days[:NAMED]]
    if len(days) > NAMED:
        named.append(count(len(days) - NAMED, "other date"))
    return f", except {listed(named)}"
