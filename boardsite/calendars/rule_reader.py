"""The text of an RRULE, checked against the standard and our bounds, as a Rule (RFC 5545 section 3.3.10).

What it lets through can be iterated safely: daily to yearly, no zero interval, no endless search for days that
do not exist.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from boardsite.calendars import limits
from boardsite.calendars.rules import DAY_CODES, DayOfWeek, Frequency, Rule
from boardsite.calendars.values import Point, Unreadable, at_wall, point

_NUMBER = re.compile(r"[+-]?\d{1,6}", re.ASCII)
_DAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)", re.ASCII)
_DAY_END = time(23, 59, 59)
_TOO_FAST = {"HOURLY", "MINUTELY", "SECONDLY"}
_SPANS = {
    "BYMONTH": (1, 12), "BYWEEKNO": (-53, 53), "BYYEARDAY": (-366, 366), "BYMONTHDAY": (-31, 31),
    "BYHOUR": (0, 23), "BYMINUTE": (0, 59), "BYSECOND": (0, 59), "BYSETPOS": (-366, 366),
}  # fmt: skip
_KNOWN = {*_SPANS, "FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "WKST"}
_DAILY_WEEKLY = {Frequency.DAILY, Frequency.WEEKLY}


@dataclass(eq=False)
class RuleProblem(Exception):  # noqa: N818 - said of the rule, not of the program
    """What stands in the way: a `kind` of problem, the part of the rule, and bounds where there are any."""

    kind: str
    part: str = ""
    least: int = 0
    most: int = 0


def read_rule(text: str, starts: date | datetime, zone: ZoneInfo, board: ZoneInfo) -> Rule:
    """Return the rule of a series that starts then (in its zone), or raise a RuleProblem."""
    parts = _parts(text)
    frequency = _frequency(parts)
    for part in parts:
        if part not in _KNOWN:
            raise RuleProblem("not-used-here", part)
    numbers = {name: _numbers(parts, name) for name in _SPANS}
    rule = Rule(
        frequency=frequency,
        interval=_one(parts, "INTERVAL", limits.INTERVAL) or 1,
        count=_one(parts, "COUNT", limits.COUNT),
        until=_until(parts, starts, zone, board),
        by_month=numbers["BYMONTH"],
        by_week=numbers["BYWEEKNO"],
        by_year_day=numbers["BYYEARDAY"],
        by_month_day=numbers["BYMONTHDAY"],
        by_day=_days(parts),
        by_hour=numbers["BYHOUR"],
        by_minute=numbers["BYMINUTE"],
        by_second=numbers["BYSECOND"],
        by_position=numbers["BYSETPOS"],
        week_start=_week_start(parts),
    )
    _check_together(rule, is_timed=isinstance(starts, datetime))
    return rule


def until_is_day(text: str) -> bool:
    """Say whether the rule's UNTIL is a day without a time."""
    return re.search(r"(?i)(?:^|;)UNTIL=\d{4}-?\d\d-?\d\d(?:;|$)", text) is not None


def _parts(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for part in text.strip().rstrip(";").split(";"):
        name, equals, value = (piece.strip().upper() for piece in part.partition("="))
        if not (name and equals and value):
            raise RuleProblem("unreadable", part)
        if name in found:
            raise RuleProblem("unreadable", part)
        found[name] = value
    return found


def _frequency(parts: dict[str, str]) -> Frequency:
    value = parts.get("FREQ", "")
    if value in _TOO_FAST:
        raise RuleProblem("too-fast")
    if value not in Frequency.__members__:
        raise RuleProblem("unreadable", f"FREQ={value}")
    return Frequency[value]


def _one(parts: dict[str, str], name: str, most: int) -> int | None:
    value = parts.get(name)
    if value is None:
        return None
    if not re.fullmatch(r"[+-]?\d+", value, re.ASCII):
        raise RuleProblem("unreadable", f"{name}={value}")
    if len(value) > 6 or not 1 <= int(value) <= most:
        raise RuleProblem("out-of-bounds", name, 1, most)
    return int(value)


def _numbers(parts: dict[str, str], name: str) -> tuple[int, ...]:
    if name not in parts:
        return ()
    least, most = _SPANS[name]
    values = set()
    for value in _values(parts, name):
        if not _NUMBER.fullmatch(value):
            raise RuleProblem("unreadable", f"{name}={value}")
        if not least <= int(value) <= most or (least < 0 and not int(value)):
            raise RuleProblem("out-of-bounds", name, least, most)
        values.add(int(value))
    return tuple(sorted(values))


def _values(parts: dict[str, str], name: str) -> list[str]:
    values = [value.strip() for value in parts[name].split(",")]
    if len(values) > limits.VALUES_OF_A_PART:
        raise RuleProblem("too-wide", name, most=limits.VALUES_OF_A_PART)
    return values


def _days(parts: dict[str, str]) -> tuple[DayOfWeek, ...]:
    if "BYDAY" not in parts:
        return ()
    days = set()
    for value in _values(parts, "BYDAY"):
        found = _DAY.fullmatch(value)
        if not found:
            raise RuleProblem("unreadable", f"BYDAY={value}")
        nth = int(found[1] or 0)
        if found[1] and not 1 <= abs(nth) <= 53:
            raise RuleProblem("unreadable", f"BYDAY={value}")
        days.add(DayOfWeek(DAY_CODES.index(found[2]), nth))
    return tuple(sorted(days))


def _week_start(parts: dict[str, str]) -> int:
    value = parts.get("WKST", "MO")
    if value not in DAY_CODES:
        raise RuleProblem("unreadable", f"WKST={value}")
    return DAY_CODES.index(value)


def _until(parts: dict[str, str], starts: date | datetime, zone: ZoneInfo, board: ZoneInfo) -> date | datetime | None:
    if "UNTIL" not in parts:
        return None
    try:
        found = point(parts["UNTIL"], None)
    except Unreadable:
        raise RuleProblem("unreadable", f"UNTIL={parts['UNTIL']}") from None
    if found.day.year > limits.LAST_YEAR:  # "Until 9999" is what some programs write for "without end".
        return None
    if found.day.year < limits.FIRST_YEAR:
        found = Point(date(limits.FIRST_YEAR, 1, 1))
    if not isinstance(starts, datetime):
        return _last_day(found, board)
    # A day means all of it, on the wall clock of the series.
    return at_wall(found.day, _DAY_END if found.wall is None else found.wall, found.zone or zone).astimezone(UTC)


def _last_day(found: Point, board: ZoneInfo) -> date:
    """Return the last day of a series by days. In summer, 23:00Z is the board's midnight, hence the next day."""
    if found.wall is None or found.zone is None or found.wall == time(0):
        return found.day
    return at_wall(found.day, found.wall, found.zone).astimezone(board).date()


def _check_together(rule: Rule, *, is_timed: bool) -> None:
    has_nth = any(day.nth for day in rule.by_day)
    if rule.count is not None and rule.until is not None:
        raise RuleProblem("not-used-here", "COUNT together with UNTIL")
    if has_nth and (rule.frequency in _DAILY_WEEKLY or rule.by_week):
        raise RuleProblem("not-used-here", f"BYDAY={next(day for day in rule.by_day if day.nth)}")
    if rule.by_week and rule.frequency is not Frequency.YEARLY:
        raise RuleProblem("not-used-here", "BYWEEKNO")
    if rule.by_position and (rule.frequency is Frequency.DAILY or not any(list(rule.by_parts().values())[:-1])):
        raise RuleProblem("not-used-here", "BYSETPOS")
    times = [rule.by_hour, rule.by_minute, rule.by_second]
    if not is_timed and any(times):
        raise RuleProblem("not-used-here", "a time of day")
    if len(rule.by_hour or "1") * len(rule.by_minute or "1") * len(rule.by_second or "1") > limits.TIMES_A_DAY:
        raise RuleProblem("too-wide", "BYHOUR with BYMINUTE and BYSECOND", most=limits.TIMES_A_DAY)
    if rule.by_month and rule.by_month_day and not _has_such_a_day(rule):
        raise RuleProblem("never-matches")


def _has_such_a_day(rule: Rule) -> bool:
    longest = max(monthrange(2024, month)[1] for month in rule.by_month)
    return any(abs(day) <= longest for day in rule.by_month_day)
