"""How long a VEVENT lasts, from DTEND or DURATION (RFC 5545 sections 3.6.1, 3.8.2.2 and 3.8.2.5)."""

from __future__ import annotations

from datetime import datetime, timedelta

from boardsite.calendars import limits
from boardsite.calendars.entries import Refusal
from boardsite.calendars.events import Length
from boardsite.calendars.properties import Properties, Property
from boardsite.calendars.values import Point, Unreadable, at_wall, days_between, duration
from boardsite.messages import event_dates as messages

_DAY_SECONDS = 86_400


def length_of(found: Properties, starts: Point) -> Length:
    """Return the length; a day by default for events by days, no given end for those with a time."""
    end, lasting = found.first("DTEND"), found.first("DURATION")
    if end is not None and lasting is not None:
        found.told.append(messages.end_and_duration(found.at(lasting.line), found.title, lasting.line.text))
    if end is not None:
        length = _to_end(found, starts, end)
    elif lasting is not None:
        length = _lasting(found, starts, lasting)
    else:
        length = _ONE_DAY if starts.wall is None else Length(is_given=False)
    return _within_bounds(found, length)


_ONE_DAY = Length(days=1, is_given=False)


def between(starts: Point, ends: Point, found: Properties) -> Length | None:
    """Return the length from one point to a later one, or None where the second comes first."""
    board = found.zones.board
    if starts.wall is None:
        more = 1 if ends.wall is not None and (ends.wall.hour or ends.wall.minute) else 0
        days = days_between(starts.day, ends.day) + more
        return Length(days=max(days, 1)) if days >= 0 else None
    zone = starts.zone or board
    first = at_wall(starts.day, starts.wall, zone)
    if ends.wall is None:
        last = at_wall(ends.day, datetime.min.time(), zone)
    else:
        last = at_wall(ends.day, ends.wall, ends.zone or board)
    elapsed = int(last.timestamp() - first.timestamp())
    if elapsed < 0:
        return None
    # A DTEND in the zone of the start keeps its wall time in every repetition.
    wall = last.astimezone(zone).replace(tzinfo=None) - first.replace(tzinfo=None)
    if wall < timedelta(0):
        return Length(elapsed_seconds=elapsed)
    return Length(days=wall.days, wall_seconds=wall.seconds)


def _to_end(found: Properties, starts: Point, end: Property) -> Length:
    where = found.at(end.line)
    ends = found.needed_date(end)
    if (ends.wall is None) != (starts.wall is None):
        found.told.append(messages.end_kind_differs(where, found.title, _start_line(found), end.line.text))
        if ends.wall is None and ends.day == starts.day:
            return Length(is_given=False)
    length = between(starts, ends, found)
    if length is None:
        raise Refusal(messages.ends_before_start(where, found.title, _start_line(found), end.line.text))
    return length


def _start_line(found: Properties) -> str:
    """Return the line that says when it starts: that of the original date where a change leaves it out."""
    started = found.first("DTSTART") or found.first("RECURRENCE-ID")
    return started.line.text if started else ""


def _lasting(found: Properties, starts: Point, lasting: Property) -> Length:
    where = found.at(lasting.line)
    try:
        length = duration(lasting.value)
    except Unreadable:
        raise Refusal(messages.duration_unreadable(where, found.title, lasting.value)) from None
    if starts.wall is not None:
        return length
    days, rest = divmod(length.elapsed_seconds, _DAY_SECONDS)
    if rest:
        found.told.append(messages.part_of_a_day(where, found.title, lasting.value))
    return Length(days=max(1, length.days + days + (1 if rest else 0)))


def _within_bounds(found: Properties, length: Length) -> Length:
    days = length.days + (length.elapsed_seconds + length.wall_seconds) // _DAY_SECONDS
    line = found.first("DTEND") or found.first("DURATION")
    where = found.at(line.line if line else None)
    if days > limits.DAYS_OF_AN_EVENT:
        raise Refusal(messages.too_long(where, found.title, days, limits.DAYS_OF_AN_EVENT))
    if days > limits.DAYS_WORTH_A_LOOK:
        found.told.append(messages.quite_long(where, found.title, days))
    return length
