"""Which dates of a series a written date means: EXDATE, RDATE and RECURRENCE-ID come in many forms.

A series may list thousands of them, so each is answered from the rule itself, without following it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field, replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from boardsite.calendars.originals import Original, key
from boardsite.calendars.periods import Matcher, times_of
from boardsite.calendars.rules import Rule
from boardsite.calendars.values import Point, at_wall
from boardsite.dataclass import dataclass


@dataclass(slots=True)
class Placing:
    """The dates of one series, to be asked again and again."""

    starts: Point
    board: ZoneInfo
    zone: ZoneInfo
    times: tuple[time, ...]
    added: frozenset[date | datetime]
    _matcher: Matcher | None = field(default=None)

    @classmethod
    def of(cls, starts: Point, rule: Rule | None, added: Iterable[Point], board: ZoneInfo) -> Placing:
        """Make it from the start and the rule of a series, and the dates that its RDATE adds."""
        zone = starts.zone or board
        if starts.wall is None:
            return cls(starts, board, zone, (), frozenset())
        times = times_of(rule, starts.wall) if rule is not None else (starts.wall,)
        known = frozenset(key(point.within(zone)) for point in added)
        matcher = Matcher.of(replace(rule, count=None), starts.day, starts.wall) if rule is not None else None
        return cls(starts, board, zone, times, known, matcher)

    def placed(self, found: Point) -> tuple[Original, ...]:
        """Return what a written date means: by instant, else by wall time.

        A day without a time means all dates of the series on that day.
        """
        if self.starts.wall is None:
            return (self._as_day(found),)
        if found.wall is None:
            return tuple(at_wall(found.day, clock, self.zone) for clock in self.times)
        if found.zone is None or found.zone.key == self.zone.key:
            return (at_wall(found.day, found.wall, self.zone),)
        moment = at_wall(found.day, found.wall, found.zone).astimezone(self.zone)
        if not self._is_date(moment) and self._is_of(found.day, found.wall):
            return (at_wall(found.day, found.wall, self.zone),)
        return (moment,)

    def _is_date(self, moment: datetime) -> bool:
        return self._is_of(moment.date(), moment.time()) or key(moment) in self.added

    def _is_of(self, day: date, wall: time) -> bool:
        """Say whether a series has a date at this wall time, whatever its COUNT and UNTIL."""
        if (day, wall) == (self.starts.day, self.starts.wall):
            return True
        return self._matcher is not None and self._matcher.matches(day, wall)

    def _as_day(self, found: Point) -> date:
        """Return the day that is meant in a series by days. Exchange writes midnight, others midnight in UTC."""
        if found.is_utc_form and found.wall is not None and found.zone is not None and found.wall != time(0):
            return at_wall(found.day, found.wall, found.zone).astimezone(self.board).date()
        return found.day
