"""The starts that a series gives its dates, before any change to single ones.

An original is the identity of an occurrence: a date for a series by days, an aware moment in the zone of the series
otherwise. Compare moments by `key`, because two wall times of one zone may be one moment.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from boardsite.calendars.events import Extra, Series
from boardsite.calendars.limits import OCCURRENCES
from boardsite.calendars.periods import moments
from boardsite.calendars.rules import Rule
from boardsite.calendars.values import at_wall
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


def _day(original: Original) -> date:
    return original.date() if isinstance(original, datetime) else original


def shifted(original: Original, was: Original, now: Original) -> Original:
    """Return where a later date goes when the date at `was` and all after it move to `now` (THISANDFUTURE)."""
    days = _day(now) - _day(was)
    if isinstance(now, datetime):
        zone = zone_of(now)
        if not isinstance(original, datetime) or not isinstance(was, datetime):
            return at_wall(_day(original) + days, now.time(), zone)
        before = was.astimezone(zone_of(original))
        wall = now.replace(tzinfo=None) + (original.replace(tzinfo=None) - before.replace(tzinfo=None))
        return at_wall(wall.date(), wall.time(), zone)
    return _day(original) + timedelta(days=days.days)
