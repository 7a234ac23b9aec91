"""The wall-clock moments of a rule, period by period (RFC 5545 section 3.3.10).

Each year, month, week or day of the rule is looked at once and the days in it are filtered, so the work is bounded
by the window even where a rule matches nothing. Zones play no part here.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time, timedelta
from itertools import count, islice, product

from boardsite.calendars.limits import LAST_YEAR, PERIODS
from boardsite.calendars.rules import DayOfWeek, Frequency, Rule

_DAY = timedelta(days=1)
_END = date(LAST_YEAR, 12, 31).toordinal()


def moments(rule: Rule, start: date, wall: time, first: date, last: date) -> Iterator[tuple[date, time]]:
    """Yield day and wall time of each match from `start` on that lies in the window, in order.

    COUNT counts from the start; UNTIL is the caller's, who knows the zone.
    """
    full = with_defaults(rule, start)
    times = times_of(full, wall)
    counted = 0
    skipped = 0 if rule.count is not None else _periods_before(full, start, first)
    for days in islice(_periods(full, start, skipped), PERIODS):
        if days and days[0] > last:
            return
        for day, moment in _chosen(full, _matching(full, days), times):
            if (day, moment) < (start, wall):
                continue
            counted += 1
            if rule.count is not None and counted > rule.count:
                return
            if first <= day <= last:
                yield day, moment


def with_defaults(rule: Rule, start: date) -> Rule:
    """Return the rule with what it leaves unsaid taken from the start of the series."""
    frequency = rule.frequency
    weekday = (DayOfWeek(start.weekday()),)
    if frequency is Frequency.DAILY or rule.by_day or rule.by_month_day or rule.by_year_day:
        return rule
    if frequency is Frequency.WEEKLY or rule.by_week:
        return replace(rule, by_day=weekday)
    if frequency is Frequency.YEARLY:
        return replace(rule, by_month=rule.by_month or (start.month,), by_month_day=(start.day,))
    return replace(rule, by_month_day=(start.day,))


def times_of(rule: Rule, wall: time) -> tuple[time, ...]:
    """Return the times of day at which the rule has an occurrence."""
    hours, minutes = rule.by_hour or (wall.hour,), rule.by_minute or (wall.minute,)
    return tuple(time(*parts) for parts in product(hours, minutes, rule.by_second or (wall.second,)))


def _chosen(rule: Rule, days: list[date], times: tuple[time, ...]) -> list[tuple[date, time]]:
    """Return the moments of a period, thinned by BYSETPOS."""
    found = [(day, moment) for day in days for moment in times]
    if not rule.by_position:
        return found
    size = len(found)
    at = {place - 1 if place > 0 else size + place for place in rule.by_position}
    return [found[index] for index in sorted(at) if 0 <= index < size]


def _periods(rule: Rule, start: date, skipped: int) -> Iterator[list[date]]:
    """Yield the days of each period from the one of the start on, without end but for the calendar's."""
    for number in count(skipped):
        head, size = _period(rule, start, number * rule.interval)
        if head > _END:
            return
        yield [date.fromordinal(head + index) for index in range(size)]


def _period(rule: Rule, start: date, step: int) -> tuple[int, int]:
    """Return the first day (its ordinal) and the days of the period that is `step` periods after the start's."""
    if rule.frequency is Frequency.DAILY:
        return start.toordinal() + step, 1
    if rule.frequency is Frequency.WEEKLY:
        return start.toordinal() - (start.weekday() - rule.week_start) % 7 + step * 7, 7
    if rule.frequency is Frequency.MONTHLY:
        year, month = divmod(start.year * 12 + start.month - 1 + step, 12)
        month += 1
    else:
        year, month = start.year + step, 1
    if year > LAST_YEAR:
        return _END + 1, 0
    length = monthrange(year, month)[1] if rule.frequency is Frequency.MONTHLY else _year_length(year)
    return date(year, month, 1).toordinal(), length


def _periods_before(rule: Rule, start: date, first: date) -> int:
    """Return how many periods of the rule lie wholly before the window."""
    days = {Frequency.DAILY: 1, Frequency.WEEKLY: 7, Frequency.MONTHLY: 31, Frequency.YEARLY: 366}[rule.frequency]
    return max(0, (first - start).days // (days * rule.interval) - 1)


def _matching(rule: Rule, days: list[date]) -> list[date]:
    found = [day for day in days if not rule.by_month or day.month in rule.by_month]
    if rule.by_month_day:
        found = [day for day in found if _is_month_day(rule, day)]
    if rule.by_year_day:
        found = [day for day in found if _is_year_day(rule, day)]
    if rule.by_week:
        found = [day for day in found if _is_in_week(rule, day)]
    if rule.by_day:
        found = [day for day in found if any(_is_weekday(rule, wanted, day) for wanted in rule.by_day)]
    return found


def _is_month_day(rule: Rule, day: date) -> bool:
    return day.day in rule.by_month_day or day.day - monthrange(day.year, day.month)[1] - 1 in rule.by_month_day


def _is_year_day(rule: Rule, day: date) -> bool:
    number = day.timetuple().tm_yday
    return number in rule.by_year_day or number - _year_length(day.year) - 1 in rule.by_year_day


def _year_length(year: int) -> int:
    return 366 if monthrange(year, 2)[1] == 29 else 365


def _is_weekday(rule: Rule, wanted: DayOfWeek, day: date) -> bool:
    if day.weekday() != wanted.weekday:
        return False
    if not wanted.nth:
        return True
    if rule.frequency is Frequency.MONTHLY or rule.by_month:
        at, size = day.day, monthrange(day.year, day.month)[1]
    else:
        at, size = day.timetuple().tm_yday, _year_length(day.year)
    return wanted.nth == (at + 6) // 7 if wanted.nth > 0 else -wanted.nth == (size - at) // 7 + 1


def _is_in_week(rule: Rule, day: date) -> bool:
    """Weeks begin on WKST and belong to the year in which they have four days or more."""
    middle = day - (day.weekday() - rule.week_start) % 7 * _DAY + 3 * _DAY
    number = (middle.timetuple().tm_yday - 1) // 7 + 1
    weeks = (_year_length(middle.year) - middle.timetuple().tm_yday) // 7 + number
    return number in rule.by_week or number - weeks - 1 in rule.by_week
