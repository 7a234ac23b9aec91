"""The starts that a series gives its dates, before any change to single ones.

An original is the identity of an occurrence: a date for a series by days, an aware moment in the zone of the series
otherwise. Compare moments by `key`, because two wall times of one zone may be one moment.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from boardsite.calendars.events import Extra, Series
from boardsite.calendars.limits import OCCURRENCES
from boardsite.calendars.periods import moments, times_of
from boardsite.calendars.rules import Rule
from boardsite.calendars.values import Point, at_wall
from boardsite.calendars.whens import zone_of

Original = date | datetime


def key(original: Original) -> date | datetime:
    """Return what an original is found by: its moment in UTC, or its day."""
    return original.astimezone(UTC) if isinstance(original, datetime) else original


def of_rule(rule: Rule, starts: Original, wall: time | None, first: date, last: date) -> Iterator[Original]:
    """Yield the originals of a rule between two days of its zone, UNTIL included."""
    for day, clock in moments(rule, _day(starts), wall or time(0), first, last):
        found = at_wall(day, clock, zone_of(starts)) if isinstance(starts, datetime) else day
        if rule.until is not None and key(found) > rule.until:
            return
        yield found


def originals(series: Series, first: date, last: date, most: int = OCCURRENCES) -> dict[date | datetime, Extra]:
    """Return the originals between two days by their keys, without those that are taken out.

    Past `most` dates of the rule the search ends with one more than that.
    """
    found: dict[date | datetime, Extra] = {}
    rule = series.rule
    if rule is None or rule.until is None or rule.until >= key(series.starts):
        found[key(series.starts)] = Extra(series.starts)
    if rule is not None:
        for original in of_rule(rule, series.starts, series.wall, first, last):
            found.setdefault(key(original), Extra(original))
            if len(found) > most:
                return found
    for extra in series.extras:
        found[key(extra.starts)] = extra
    gone = {key(original) for original in series.removed}
    if series.exception_rule is not None:
        gone |= {key(o) for o in of_rule(series.exception_rule, series.starts, series.wall, first, last)}
    return {at: extra for at, extra in found.items() if at not in gone and first <= _day(extra.starts) <= last}


def placed(
    found: Point, starts: Point, rule: Rule | None, added: Iterable[Point], board: ZoneInfo
) -> tuple[Original, ...]:
    """Return which originals of a series a written date means: EXDATE, RDATE and RECURRENCE-ID come in many forms.

    By instant, else by wall time, and a day without a time means all dates of the series on that day.
    """
    if starts.wall is None:
        return (_as_day(found, board),)
    zone = starts.zone or board
    if found.wall is None:
        times = times_of(rule, starts.wall) if rule is not None else (starts.wall,)
        return tuple(at_wall(found.day, clock, zone) for clock in times)
    if found.zone is None or found.zone.key == zone.key:
        return (at_wall(found.day, found.wall, zone),)
    moment = at_wall(found.day, found.wall, found.zone).astimezone(zone)
    others = {key(point.within(zone)) for point in added}
    is_known = key(moment) in others or _is_of(moment.date(), moment.time(), starts, rule)
    if not is_known and _is_of(found.day, found.wall, starts, rule):
        return (at_wall(found.day, found.wall, zone),)
    return (moment,)


def _is_of(day: date, wall: time, starts: Point, rule: Rule | None) -> bool:
    """Say whether a series has a date at this wall time, whatever its COUNT and UNTIL."""
    assert starts.wall is not None
    if (day, wall) == (starts.day, starts.wall):
        return True
    if rule is None:
        return False
    return (day, wall) in moments(replace(rule, count=None), starts.day, starts.wall, day, day)


def _as_day(found: Point, board: ZoneInfo) -> date:
    """Return the day that is meant in a series by days. Exchange writes midnight, others midnight in UTC."""
    if found.is_utc_form and found.wall is not None and found.zone is not None and found.wall != time(0):
        return at_wall(found.day, found.wall, found.zone).astimezone(board).date()
    return found.day


def _day(original: Original) -> date:
    return original.date() if isinstance(original, datetime) else original


def shifted(original: Original, was: Original, now: Original) -> Original:
    """Return where a later date goes when the date at `was` and all after it move to `now` (THISANDFUTURE)."""
    days = _day(now) - _day(was)
    if isinstance(now, datetime):
        zone = zone_of(now)
        if not isinstance(original, datetime) or not isinstance(was, datetime):
            return at_wall(_day(original) + days, now.time(), zone)
        wall = original.replace(tzinfo=None) + (now.replace(tzinfo=None) - was.astimezone(zone).replace(tzinfo=None))
        return at_wall(wall.date(), wall.time(), zone)
    return _day(original) + timedelta(days=days.days)
