"""The text of an RRULE, checked against the standard and our bounds, as a Rule (RFC 5545 section 3.3.10).

What it lets through can be iterated safely: daily to yearly, no zero interval, no endless search for days that
do not exist. Hours and minutes only where a day has few of them, or the rule soon ends.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from boardsite.calendars import limits
from boardsite.calendars.periods import Patience, TooLong, ever_matches, times_of
from boardsite.calendars.rules import DAY_CODES, DayOfWeek, Frequency, Rule
from boardsite.calendars.values import Point, Unreadable, at_wall, point
from boardsite.dataclass import dataclass

_NUMBER = re.compile(r"[+-]?\d{1,6}", re.ASCII)
_DAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)", re.ASCII)
_DAY_END = time(23, 59, 59)
_WEEKS = 53
_DAY_MINUTES = 1_440
_MINUTES = {Frequency.HOURLY: 60, Frequency.MINUTELY: 1}
_SPANS = {
    "BYMONTH": (1, 12), "BYWEEKNO": (-53, 53), "BYYEARDAY": (-366, 366), "BYMONTHDAY": (-31, 31),
    "BYHOUR": (0, 23), "BYMINUTE": (0, 59), "BYSECOND": (0, 59), "BYSETPOS": (-366, 366),
}  # fmt: skip
_COUNTED = {Frequency.WEEKLY, Frequency.MONTHLY, Frequency.YEARLY}
_KNOWN = {*_SPANS, "FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "WKST"}
_NO_NTH = {Frequency.MINUTELY, Frequency.HOURLY, Frequency.DAILY, Frequency.WEEKLY}


@dataclass(eq=False)
class RuleProblem(Exception):  # noqa: N818 - said of the rule, not of the program
    """What stands in the way: a `kind` of problem, the part of the rule, and bounds where there are any."""

    kind: str
    part: str = ""
    least: int = 0
    most: int = 0


def read_rule(
    text: str, starts: date | datetime, zone: ZoneInfo, board: ZoneInfo, patience: Patience | None = None
) -> Rule:
    """Return the rule of a series that starts then (in its zone), or raise a RuleProblem.

    The rules of one file share their `patience`.
    """
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
    if rule.frequency in _MINUTES:
        _check_pace(rule, starts)
    try:
        _check_matches(rule, starts, patience or Patience())
    except TooLong:
        raise RuleProblem("takes-long") from None
    return rule


def until_is_day(text: str) -> bool:
    """Say whether the rule's UNTIL is a day without a time."""
    return re.search(r"(?i)(?:^|;)UNTIL=\d{4}-?\d\d-?\d\d(?:;|$)", text) is not None


def _parts(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for part in text.strip().rstrip(";").split(";"):
        name, equals, value = (piece.strip().upper() for piece in part.partition("="))
        if not (name and equals and value):
            raise RuleProblem("unreadable", name if name in _KNOWN else "")
        if name in found:
            raise RuleProblem("unreadable", f"{name} twice" if name in _KNOWN else "")
        found[name] = value
    return found


def _frequency(parts: dict[str, str]) -> Frequency:
    value = parts.get("FREQ", "")
    if value == "SECONDLY":
        raise RuleProblem("too-fast")
    if value not in Frequency.__members__:
        raise RuleProblem("unreadable", "FREQ" if value else "no FREQ")
    return Frequency[value]


def _one(parts: dict[str, str], name: str, most: int) -> int | None:
    value = parts.get(name)
    if value is None:
        return None
    if not re.fullmatch(r"[+-]?\d+", value, re.ASCII):
        raise RuleProblem("unreadable", name)
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
            raise RuleProblem("unreadable", name)
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
            raise RuleProblem("unreadable", "BYDAY")
        nth = int(found[1] or 0)
        if found[1] and not nth:
            raise RuleProblem("unreadable", "BYDAY")
        days.add(DayOfWeek(DAY_CODES.index(found[2]), nth))
    return tuple(sorted(days))


def _week_start(parts: dict[str, str]) -> int:
    value = parts.get("WKST", "MO")
    if value not in DAY_CODES:
        raise RuleProblem("unreadable", "WKST")
    return DAY_CODES.index(value)


def _until(parts: dict[str, str], starts: date | datetime, zone: ZoneInfo, board: ZoneInfo) -> date | datetime | None:
    if "UNTIL" not in parts:
        return None
    try:
        found = point(parts["UNTIL"], None)
    except Unreadable:
        raise RuleProblem("unreadable", "UNTIL") from None
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
        raise RuleProblem("not-used-here", "COUNT")
    if has_nth and (rule.frequency in _NO_NTH or rule.by_week):
        raise RuleProblem("not-used-here", "BYDAY")
    if rule.by_week and rule.frequency is not Frequency.YEARLY:
        raise RuleProblem("not-used-here", "BYWEEKNO")
    if rule.by_position and (rule.frequency not in _COUNTED or not any(list(rule.by_parts().values())[:-1])):
        raise RuleProblem("not-used-here", "BYSETPOS")
    times = [rule.by_hour, rule.by_minute, rule.by_second]
    if not is_timed and any(times):
        raise RuleProblem("not-used-here", "a time of day")
    if len(rule.by_hour or "1") * len(rule.by_minute or "1") * len(rule.by_second or "1") > limits.TIMES_A_DAY:
        raise RuleProblem("too-wide", "BYHOUR with BYMINUTE and BYSECOND", most=limits.TIMES_A_DAY)


def _check_matches(rule: Rule, starts: date | datetime, patience: Patience) -> None:
    """Refuse a rule that has no date of its own, and name the part that is most likely to blame."""
    if any(abs(each.nth) > _WEEKS for each in rule.by_day):
        raise RuleProblem("never-matches", "BYDAY")
    day, wall = (starts.date(), starts.time()) if isinstance(starts, datetime) else (starts, time(0))
    if ever_matches(rule, day, wall, patience):
        return
    if rule.by_position and ever_matches(replace(rule, by_position=()), day, wall, patience):
        raise RuleProblem("never-matches", "BYSETPOS")
    if any(abs(each.nth) > 4 for each in rule.by_day):
        raise RuleProblem("never-matches", "BYDAY")
    raise RuleProblem("never-matches", "BYMONTHDAY" if rule.by_month_day else "")


def _check_pace(rule: Rule, starts: date | datetime) -> None:
    """Let through what is faster than daily where it has the same few times every day, or few in all."""
    is_ending = rule.count is not None or rule.until is not None or bool(rule.by_hour)
    has_same_times = _DAY_MINUTES % (_MINUTES[rule.frequency] * rule.interval) == 0
    if not isinstance(starts, datetime) or not is_ending or not has_same_times:
        raise RuleProblem("too-fast")
    times = len(times_of(rule, starts.time()))
    if not times:
        raise RuleProblem("never-matches")
    if times > limits.TIMES_A_DAY and (rule.count or limits.COUNT) > limits.TIMES_BY_COUNT:
        raise RuleProblem("too-fast")
