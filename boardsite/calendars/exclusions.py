"""The dates that a rule of exceptions takes out of a series, for programs that know no such rule (EXRULE, RFC 2445)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import islice

from boardsite.calendars.events import Series
from boardsite.calendars.limits import LAST_YEAR, LISTED_DATES, OCCURRENCES
from boardsite.calendars.originals import Original, key, of_rule, originals
from boardsite.calendars.rules import Rule


def excluded(series: Series) -> tuple[list[Original], bool]:
    """Return the dates that the rule of exceptions takes out, and whether these are all.

    Of very many, they are those since the year before the last change of the series: what people still look at.
    """
    if series.exception_rule is None:
        return [], True
    start = _day(series.starts)
    found, is_whole = _between(series, start)
    if is_whole:
        return found, True
    recent = date(min(max(series.details.stamp.year - 1, start.year), LAST_YEAR), 1, 1)
    return _between(series, max(start, recent))[0], False


def excluded_among(rule: Rule, starts: Original, wall: time | None, wanted: Iterable[Original]) -> list[Original]:
    """Return those of some dates that a rule of exceptions takes out."""
    known = {key(original): original for original in wanted}
    days = sorted(_day(original) for original in known.values())
    if not days:
        return []
    return [known[key(o)] for o in of_rule(rule, starts, wall, days[0], days[-1]) if key(o) in known]


def _between(series: Series, first: date) -> tuple[list[Original], bool]:
    """Return the dates that are taken out from a day on, up to a bound, and whether it was not reached."""
    rule = series.exception_rule
    assert rule is not None
    ends = [each.until for each in (rule, series.rule) if each is not None and each.until is not None]
    last = min([date(LAST_YEAR, 12, 31), *(_day(end) + timedelta(days=1) for end in ends)])
    known = originals(replace(series, exception_rule=None), first, last)
    exceptions = (o for o in of_rule(rule, series.starts, series.wall, first, last) if key(o) in known)
    found = list(islice(exceptions, LISTED_DATES + 1))
    return found[:LISTED_DATES], len(found) <= LISTED_DATES and len(known) <= OCCURRENCES


def _day(original: Original) -> date:
    return original.date() if isinstance(original, datetime) else original
