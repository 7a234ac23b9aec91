"""A start and a length as a When: moments in the event's own zone, days in the board's."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from boardsite.calendars.events import Length, When
from boardsite.calendars.values import at_wall

_DAY = timedelta(days=1)
_SMALL_HOURS = time(5)


def when_of(starts: date | datetime, length: Length, board: ZoneInfo, *, is_time_open: bool) -> When:
    """Return when something happens. `is_time_open` hides its times: they are to be confirmed."""
    if not isinstance(starts, datetime):
        return _by_days(starts, length, board, is_time_open=is_time_open)
    ends = end_of(starts, length)
    first = starts.astimezone(board).date()
    last = _last_day(starts, ends, board)
    over = ends.astimezone(UTC) if length.is_given and not is_time_open else midnight(last + _DAY, board)
    return When(
        first=first,
        last=last,
        starts=None if is_time_open else starts,
        ends=ends if length.is_given and not is_time_open else None,
        is_all_day=False,
        is_time_to_be_confirmed=is_time_open,
        has_end=length.is_given,
        zone_name=zone_of(starts).key,
        begins=midnight(first, board) if is_time_open else starts.astimezone(UTC),
        is_over_at=over,
    )


def end_of(starts: datetime, length: Length) -> datetime:
    """Return the end: days and wall time on the wall clock of the zone, then the elapsed part in real time."""
    zone = zone_of(starts)
    if not (length.days or length.wall_seconds or length.elapsed_seconds):
        return starts
    if length.days or length.wall_seconds:
        wall = starts.replace(tzinfo=None) + timedelta(days=length.days, seconds=length.wall_seconds)
        ends = at_wall(wall.date(), wall.time(), zone)
    else:
        ends = starts
    elapsed = ends.astimezone(UTC) + timedelta(seconds=length.elapsed_seconds)
    # A wall length may end before it starts where a clock goes back in between.
    return max(elapsed, starts.astimezone(UTC)).astimezone(zone)


def midnight(day: date, board: ZoneInfo) -> datetime:
    """Return the moment (UTC) at which one of the board's days begins."""
    return at_wall(day, time(0), board).astimezone(UTC)


def zone_of(moment: datetime) -> ZoneInfo:
    """Return the zone of a moment of ours: all of them stand in a named one."""
    assert isinstance(moment.tzinfo, ZoneInfo)
    return moment.tzinfo


def _by_days(starts: date, length: Length, board: ZoneInfo, *, is_time_open: bool) -> When:
    last = starts + timedelta(days=max(length.days, 1) - 1)
    return When(
        first=starts,
        last=last,
        starts=None,
        ends=None,
        is_all_day=not is_time_open,
        is_time_to_be_confirmed=is_time_open,
        has_end=length.is_given,
        zone_name=board.key,
        begins=midnight(starts, board),
        is_over_at=midnight(last + _DAY, board),
    )


def _last_day(starts: datetime, ends: datetime, board: ZoneInfo) -> date:
    """Return the last day; what ends at midnight or in the small hours after belongs to the evening before."""
    first = starts.astimezone(board).date()
    if ends <= starts:
        return first
    local = ends.astimezone(board)
    last = (local - timedelta(microseconds=1)).date()
    is_one_night = ends.astimezone(UTC) - starts.astimezone(UTC) < _DAY and local.time() <= _SMALL_HOURS
    return first if is_one_night and last == first + _DAY else last
