"""How much there is to look at when a rule is followed: an estimate from above, made without following it.

One rule has its bounds; a thousand of them in one calendar could still keep us busy for minutes.
"""

from __future__ import annotations

from datetime import date, datetime

from boardsite.calendars.events import Series
from boardsite.calendars.limits import PERIODS
from boardsite.calendars.periods import times_of, with_defaults
from boardsite.calendars.rules import Frequency, Rule
from boardsite.dataclass import dataclass

_DAYS = {Frequency.DAILY: 1, Frequency.WEEKLY: 7, Frequency.MONTHLY: 28, Frequency.YEARLY: 365}


@dataclass(frozen=True, slots=True)
class Effort:
    """How many moments have to be looked at, at most, and how many dates a rule surely has.

    `dates` is 0 where that is not plain to see, and where there is no rule.
    """

    looks: int
    dates: int


def effort(series: Series, first: date, last: date) -> Effort:
    """Return what the dates of a series in a window take."""
    rules = (rule for rule in (series.rule, series.exception_rule) if rule is not None)
    looks = 1 + len(series.extras) + sum(_looks(rule, series, first, last) for rule in rules)
    return Effort(looks, _dates_at_least(series, first, last))


def _dates_at_least(series: Series, first: date, last: date) -> int:
    if series.rule is None or series.rule.count is not None:
        return 0
    full = with_defaults(series.rule, _start(series))
    periods = max(0, _periods(full, _start(series), first, last) - 3)
    return periods * _times(series.rule, series) if _always_matches(full) else 0


def _looks(rule: Rule, series: Series, first: date, last: date) -> int:
    starts = _start(series)
    full = with_defaults(rule, starts)
    # A rule with COUNT has to be followed from its start; the others only through the window.
    periods = _periods(full, starts, starts if rule.count is not None else first, last)
    if rule.count is not None and _always_matches(full):
        periods = min(periods, rule.count)
    return min(periods, PERIODS) * _days_of_a_period(full) * _times(rule, series)


def _times(rule: Rule, series: Series) -> int:
    return len(times_of(rule, series.wall)) if series.wall is not None else 1


def _periods(full: Rule, starts: date, first: date, last: date) -> int:
    until = full.until
    ends = last if until is None else min(last, date(until.year, until.month, until.day))
    return max(0, (ends - max(starts, first)).days) // (_DAYS[full.frequency] * full.interval) + 2


def _start(series: Series) -> date:
    return series.starts.date() if isinstance(series.starts, datetime) else series.starts


def _always_matches(full: Rule) -> bool:
    """Say whether each period surely has a date, so that COUNT bounds the periods."""
    filters = full.by_month or full.by_month_day or full.by_year_day or full.by_week or full.by_position
    if full.frequency is Frequency.DAILY:
        return not (filters or full.by_day)
    return full.frequency is Frequency.WEEKLY and not filters


def _days_of_a_period(full: Rule) -> int:
    match full.frequency:
        case Frequency.DAILY | Frequency.HOURLY | Frequency.MINUTELY:
            return 1
        case Frequency.WEEKLY:
            return len({day.weekday for day in full.by_day}) or 7
        case Frequency.MONTHLY:
            return len(full.by_month_day) or 31
        case Frequency.YEARLY:
            return (len(full.by_month) or 12) * (len(full.by_month_day) or 31)
