"""The dates of a series as calendar programs are told of them: the start, and what is added, taken out or changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from boardsite.calendars.events import Override, Series
from boardsite.calendars.exclusions import excluded
from boardsite.calendars.originals import Original, key, originals
from boardsite.calendars.whens import zone_of


def first_of(series: Series) -> Original:
    """Return the start to write: the wall time as it was given, even where the clocks skip it on the first day.

    A single event whose time is to be confirmed has none, so that nobody's calendar shows a wrong one.
    """
    starts = series.starts
    if not isinstance(starts, datetime) or series.wall is None:
        return starts
    if series.details.is_time_to_be_confirmed and not series.is_recurring and not series.overrides:
        return starts.date()
    return datetime.combine(starts.date(), series.wall, zone_of(starts))


def added(series: Series) -> list[Original]:
    """Return the dates to add one by one, each once and in order.

    ical.js, and so Thunderbird, shows a date twice that stands in RRULE and RDATE, and beside RDATE alone it forgets
    the start: so it stands there, too.
    """
    if not series.extras:
        return []
    dates = {key(extra.starts): extra.starts for extra in series.extras}
    if series.rule is None:
        dates[key(series.starts)] = first_of(series)
        return [dates[at] for at in sorted(dates)]
    days = sorted(date(start.year, start.month, start.day) for start in dates.values())
    known = originals(replace(series, extras=(), removed=(), exception_rule=None), days[0], days[-1])
    return [dates[at] for at in sorted(dates) if at not in known]


def removed(series: Series) -> list[Original]:
    """Return the dates to take out one by one: few programs still know EXRULE."""
    found = {key(original): original for original in series.removed}
    found |= {key(original): original for original in excluded(series)[0]}
    return list(found.values())


def lengthened(series: Series, gone: Iterable[Original]) -> list[Override]:
    """Return overrides for added dates that last longer or shorter than the others: few programs know PERIOD.

    `gone` are the dates that are taken out.
    """
    known = {key(original) for original in (*(o.original for o in series.overrides), *gone)}
    return [
        Override(extra.starts, extra.starts, extra.length, series.details, False, series.source)
        for extra in series.extras
        if extra.length is not None and key(extra.starts) not in known
    ]
