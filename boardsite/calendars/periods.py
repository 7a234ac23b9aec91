"""The wall-clock moments of a rule, period by period (RFC 5545 section 3.3.10).

Each year, month, week or day of the rule is looked at once and the days in it are filtered, so the work is bounded
by the window even where a rule matches nothing. Zones play no part here.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import field, replace
from datetime import date, time, timedelta
from itertools import count, islice, product

from boardsite.calendars import limits
from boardsite.calendars.limits import LAST_YEAR, PERIODS
from boardsite.calendars.rules import DayOfWeek, Frequency, Rule
from boardsite.dataclass import dataclass

_DAY = timedelta(days=1)
_MOST_DAYS = {Frequency.DAILY: 1, Frequency.WEEKLY: 7, Frequency.MONTHLY: 31, Frequency.YEARLY: 366}
_WITHIN_A_DAY = {Frequency.HOURLY, Frequency.MINUTELY}
_END = date(LAST_YEAR, 12, 31).toordinal()


def moments(rule: Rule, start: date, wall: time, first: date, last: date) -> Iterator[tuple[date, time]]:
    """Yield day and wall time of each match from `start` on that lies in the window, in order.

    COUNT counts from the start; UNTIL is the caller's, who knows the zone.
    """
    full = with_defaults(rule, start)
    times = times_of(rule, wall)
    counted = 0
    skipped = 0 if rule.count is not None else _periods_before(full, start, first)
    for head, days in islice(_periods(full, start, skipped), PERIODS):
        if head > last.toordinal():
            return
        for day, moment in _chosen(full, _matching(full, days), times):
            if (day, moment) < (start, wall):
                continue
            counted += 1
            if rule.count is not None and counted > rule.count:
                return
            if first <= day <= last:
                yield day, moment


class TooLong(Exception):  # noqa: N818 - the rule is at fault, not the program
    """Whether a rule has any date takes longer to find out than there is patience left."""


@dataclass(slots=True)
class Patience:
    """How many periods and days may still be looked at to see whether the rules of a file have dates at all."""

    looks: int = field(default_factory=lambda: limits.LOOKS_OF_A_FILE)

    def spend(self, looks: int) -> None:
        if looks > self.looks:
            self.looks = 0
            raise TooLong
        self.looks -= looks


def ever_matches(rule: Rule, start: date, wall: time, patience: Patience) -> bool:
    """Say whether any period of the rule, from that of the start on, has a moment for it."""
    full, times = with_defaults(rule, start), times_of(rule, wall)
    for _, days in islice(_periods(full, start, 0), PERIODS):
        patience.spend(1 + len(days))
        if _chosen(full, _matching(full, days), times):
            return True
    return False


@dataclass(frozen=True, slots=True)
class Matcher:
    """Says of single moments whether a rule has them; asked for one day, it does not look at the others."""

    rule: Rule
    start: date
    wall: time
    times: tuple[time, ...]

    @classmethod
    def of(cls, rule: Rule, start: date, wall: time) -> Matcher:
        return cls(with_defaults(rule, start), start, wall, times_of(rule, wall))

    def matches(self, day: date, clock: time) -> bool:
        """Say whether the rule has this moment; COUNT and UNTIL play no part."""
        if clock not in self.times or (day, clock) < (self.start, self.wall) or not _matching(self.rule, [day]):
            return False
        step = _steps_to(self.rule, self.start, day)
        if step % self.rule.interval:
            return False
        if not self.rule.by_position:
            return True
        days = _days(self.rule, *_period(self.rule, self.start, step))
        return (day, clock) in _chosen(self.rule, _matching(self.rule, days), self.times)


def with_defaults(rule: Rule, start: date) -> Rule:
    """Return the rule with what it leaves unsaid taken from the start of the series.

    A rule that is faster than daily becomes a daily one: `times_of` has its times of day.
    """
    frequency = rule.frequency
    if frequency in _WITHIN_A_DAY:
        return replace(rule, frequency=Frequency.DAILY, interval=1)
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
    hours, minutes, seconds = rule.by_hour or (wall.hour,), rule.by_minute or (wall.minute,), rule.by_second
    if rule.frequency is Frequency.HOURLY:  # BYHOUR limits, BYMINUTE expands
        steps = {(wall.hour + step) % 24 for step in range(0, 24, rule.interval)}
        hours = tuple(sorted(steps & set(rule.by_hour or steps)))
    if rule.frequency is Frequency.MINUTELY:  # both limit
        steps = {(wall.hour * 60 + wall.minute + step) % 1440 for step in range(0, 1440, rule.interval)}
        pairs = [divmod(step, 60) for step in sorted(steps)]
        pairs = [pair for pair in pairs if pair[0] in (rule.by_hour or pair) and pair[1] in (rule.by_minute or pair)]
    else:
        pairs = list(product(hours, minutes))
    return tuple(time(*pair, second) for pair in pairs for second in seconds or (wall.second,))


def _chosen(rule: Rule, days: list[date], times: tuple[time, ...]) -> list[tuple[date, time]]:
    """Return the moments of a period, thinned by BYSETPOS."""
    found = [(day, moment) for day in days for moment in times]
    if not rule.by_position:
        return found
    size = len(found)
    at = {place - 1 if place > 0 else size + place for place in rule.by_position}
    return [found[index] for index in sorted(at) if 0 <= index < size]


def _periods(rule: Rule, start: date, skipped: int) -> Iterator[tuple[int, list[date]]]:
    """Yield each period from the one of the start on, without end but for the calendar's: its first day (an ordinal)
    and the days to look at."""
    for number in count(skipped):
        head, size = _period(rule, start, number * rule.interval)
        if head > _END:
            return
        yield head, _days(rule, head, size)


def _days(rule: Rule, head: int, size: int) -> list[date]:
    """Return the days of a period that may match: only those of its months and month days where the rule names any."""
    if rule.frequency is Frequency.WEEKLY and rule.by_day:
        places = sorted({(wanted.weekday - rule.week_start) % 7 for wanted in rule.by_day})
        return [date.fromordinal(head + place) for place in places]
    if size <= 7 or not (rule.by_month or rule.by_month_day):
        return [date.fromordinal(head + index) for index in range(size)]
    first = date.fromordinal(head)
    months = (first.month,) if rule.frequency is Frequency.MONTHLY else range(1, 13)
    return [
        date(first.year, month, number)
        for month in months
        if not rule.by_month or month in rule.by_month
        for number in _numbers(rule, monthrange(first.year, month)[1])
    ]


def _numbers(rule: Rule, length: int) -> Iterable[int]:
    """Return the days of a month of this length that BYMONTHDAY names; all without one."""
    if not rule.by_month_day:
        return range(1, length + 1)
    places = {number if number > 0 else length + number + 1 for number in rule.by_month_day}
    return sorted(place for place in places if 1 <= place <= length)


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


def _steps_to(rule: Rule, start: date, day: date) -> int:
    """Return how many days, weeks, months or years lie between the period of the start and that of a day."""
    if rule.frequency is Frequency.DAILY:
        return (day - start).days
    if rule.frequency is Frequency.WEEKLY:
        return (day.toordinal() - _period(rule, start, 0)[0]) // 7
    if rule.frequency is Frequency.MONTHLY:
        return (day.year - start.year) * 12 + day.month - start.month
    return day.year - start.year


def _periods_before(rule: Rule, start: date, first: date) -> int:
    """Return how many periods of the rule lie wholly before the window."""
    return max(0, (first - start).days // (_MOST_DAYS[rule.frequency] * rule.interval) - 1)


def _matching(rule: Rule, days: list[date]) -> list[date]:
    found = [day for day in days if not rule.by_month or day.month in rule.by_month]
    if rule.by_month_day:
        found = [day for day in found if _is_month_day(rule, day)]
    if rule.by_year_day:
        found = [day for day in found if _is_year_day(rule, day)]
    if rule.by_day:
        found = [day for day in found if any(_is_weekday(rule, wanted, day) for wanted in rule.by_day)]
    if rule.by_week:
        found = [day for day in found if _is_in_week(rule, day)]
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
