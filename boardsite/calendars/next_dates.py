"""Where to look for the next date of a rule that goes on after a window: most rules have one soon, some in decades."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from boardsite.calendars.events import Series
from boardsite.calendars.limits import FIRST_YEAR, LAST_YEAR
from boardsite.calendars.originals import of_rule

_YEARS = (1, 4, 20, LAST_YEAR)


def goes_on(series: Series, last: date) -> bool:
    """Say whether the rule of a series is not yet at its end on this day."""
    rule = series.rule
    if rule is None:
        return False
    if rule.until is not None:
        until = rule.until.date() if isinstance(rule.until, datetime) else rule.until
        return until >= last
    if rule.count is not None:
        past = of_rule(rule, series.starts, series.wall, date(FIRST_YEAR, 1, 1), last)
        return sum(1 for _ in past) < rule.count
    return True


def spans_after(series: Series, last: date) -> Iterator[tuple[date, date]]:
    """Yield spans of days after a window, or after the start of a series that begins later: each longer than before."""
    starts = series.starts.date() if isinstance(series.starts, datetime) else series.starts
    first = max(last + timedelta(days=1), starts)
    for years in _YEARS:
        if first.year > LAST_YEAR:
            return
        end = date(min(first.year + years, LAST_YEAR), 12, 31)
        yield first, end
        first = end + timedelta(days=1)
