"""A repeat rule in plain English: "The second Tuesday of every month until 13 December 2026"."""

from __future__ import annotations

from datetime import date, datetime

from boardsite.calendars.events import Series, Status
from boardsite.calendars.limits import LAST_YEAR
from boardsite.calendars.rules import DayOfWeek, Frequency, Rule
from boardsite.calendars.whens import zone_of
from boardsite.clock import MONTHS, WEEKDAYS, short_date
from boardsite.text import count, listed

_NTH = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", -1: "last", -2: "second to last"}
_UNITS = {
    Frequency.DAILY: "day", Frequency.WEEKLY: "week", Frequency.MONTHLY: "month", Frequency.YEARLY: "year",
}  # fmt: skip
_ON_AND_ON = " until further notice"
_WORKING_DAYS = tuple(DayOfWeek(day) for day in range(5))


def rule_in_words(series: Series) -> str:
    """Return when a series repeats; "" where it does not. A rule that has no short name says "On the dates listed"."""
    if series.rule is None:
        return "On the dates listed" if series.extras else ""
    words = _rhythm(series.rule, series.starts)
    if not words:
        return "On the dates listed"
    ending = _ending(series.rule, series.starts)
    if ending == _ON_AND_ON and series.details.status in (Status.CANCELLED, Status.POSTPONED):
        ending = ""
    return words + ending + (", and on other dates listed" if series.extras else "")


def _rhythm(rule: Rule, starts: date | datetime) -> str:
    if rule.by_week or rule.by_year_day or rule.by_hour or rule.by_minute or rule.by_second:
        return ""
    match rule.frequency:
        case Frequency.HOURLY | Frequency.MINUTELY:
            return ""
        case Frequency.DAILY:
            return "" if rule.by_month or rule.by_month_day or rule.by_position else _daily(rule)
        case Frequency.WEEKLY:
            return "" if rule.by_month or rule.by_month_day or rule.by_position else _weekly(rule, starts)
        case Frequency.MONTHLY:
            return "" if rule.by_month else _monthly(rule, starts)
        case Frequency.YEARLY:
            return _yearly(rule, starts)


def _daily(rule: Rule) -> str:
    if rule.by_day:
        return _weekdays(rule.by_day, "Every ") if rule.interval == 1 else ""
    return f"Every {_every(rule)}"


def _weekly(rule: Rule, starts: date | datetime) -> str:
    days = rule.by_day or (DayOfWeek(starts.weekday()),)
    if rule.interval == 1:
        return _weekdays(days, "Every ")
    return f"Every {_every(rule)} on {_weekdays(days, '')}"


def _weekdays(days: tuple[DayOfWeek, ...], start: str) -> str:
    if len(days) == 7:
        return f"{start}day"
    if days == _WORKING_DAYS:
        return f"{start}day from Monday to Friday"
    return start + listed(WEEKDAYS[day.weekday] for day in days)


def _monthly(rule: Rule, starts: date | datetime) -> str:
    of = "of every month" if rule.interval == 1 else f"of every {_every(rule)}"
    named = _named_day(rule)
    if named:
        return f"The {named} {of}"
    if rule.by_day or rule.by_position:
        return ""
    days = rule.by_month_day or (starts.day,)
    return f"The {_days_of_month(days)} {of}"


def _yearly(rule: Rule, starts: date | datetime) -> str:
    every = "every year" if rule.interval == 1 else f"every {_every(rule)}"
    months = listed(MONTHS[month - 1] for month in rule.by_month or (starts.month,))
    named = _named_day(rule)
    if named and rule.by_month:
        return f"The {named} of {months} {every}"
    if rule.by_day or rule.by_position or (rule.by_month_day and not rule.by_month):
        return ""
    days = rule.by_month_day or (starts.day,)
    if len(days) == 1 and days[0] > 0 and len(rule.by_month) < 2:
        return f"{days[0]} {months} {every}"
    return f"The {_days_of_month(days)} of {months} {every}"


def _named_day(rule: Rule) -> str:
    """Return "second Tuesday" for either way in which programs write it: BYDAY=2TU, or BYDAY=TU with BYSETPOS=2."""
    if rule.by_month_day or not rule.by_day:
        return ""
    if rule.by_position:
        plain = not any(day.nth for day in rule.by_day)
        nth = [_NTH.get(place, "") for place in rule.by_position]
        if not plain or not all(nth):
            return ""
        if rule.by_day == _WORKING_DAYS:
            return f"{listed(nth)} working day"
        return f"{listed(nth)} {WEEKDAYS[rule.by_day[0].weekday]}" if len(rule.by_day) == 1 else ""
    if not all(day.nth in _NTH for day in rule.by_day):
        return ""
    by_place = sorted(rule.by_day, key=lambda day: (day.nth < 0, day.nth, day.weekday))
    if len({day.weekday for day in by_place}) == 1:
        return f"{listed(_NTH[day.nth] for day in by_place)} {WEEKDAYS[by_place[0].weekday]}"
    return listed(f"{_NTH[day.nth]} {WEEKDAYS[day.weekday]}" for day in by_place)


def _days_of_month(days: tuple[int, ...]) -> str:
    ordered = sorted(days, key=lambda day: (day < 0, day))
    return listed(_ordinal(day) if day > 0 else _from_the_end(-day) for day in ordered)


def _from_the_end(number: int) -> str:
    return "last day" if number == 1 else f"{_ordinal(number)} to last day"


def _ordinal(number: int) -> str:
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _every(rule: Rule) -> str:
    unit = _UNITS[rule.frequency]
    return unit if rule.interval == 1 else count(rule.interval, unit)


def _ending(rule: Rule, starts: date | datetime) -> str:
    if rule.count is not None:
        return f", {'once' if rule.count == 1 else 'twice' if rule.count == 2 else f'{rule.count} times'}"
    if rule.until is None or rule.until.year >= LAST_YEAR - 1:
        return _ON_AND_ON
    last = rule.until
    if isinstance(last, datetime) and isinstance(starts, datetime):
        last = last.astimezone(zone_of(starts))
    return f" until {short_date(last)}"
