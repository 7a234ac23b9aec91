"""Dates of events in the words of our pages, in the board's own time."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from boardsite.calendars.events import Status, When
from boardsite.clock import clock_time, day_range, long_date

TIME_TO_COME = "time to be confirmed"


def day_words(when: When) -> str:
    """Return "Monday 27 June 2016", or "Monday 27 to Wednesday 29 June 2016"."""
    return day_range(when.first, when.last)


def time_words(when: When, zone: ZoneInfo) -> str:
    """Return "9:30am to midday", "from 9:30am", "all day" or "time to be confirmed"; "" for days without a time."""
    if when.is_time_to_be_confirmed:
        return TIME_TO_COME
    if when.starts is None:
        return "" if when.first != when.last else "all day"
    starts = when.starts.astimezone(zone)
    if when.ends is None or when.ends == when.starts:
        return f"from {clock_time(starts)}"
    ends = when.ends.astimezone(zone)
    if starts.utcoffset() == ends.utcoffset():
        return f"{clock_time(starts)} to {clock_time(ends)}"
    # On the night of a clock change the same hour comes twice, so both ends say which of the two they mean.
    return f"{clock_time(starts)} {starts.tzname()} to {clock_time(ends)} {ends.tzname()}"


def when_words(when: When, zone: ZoneInfo) -> str:
    """Return day and time together: "Monday 27 June 2016, 9:30am to midday"."""
    return with_days(when, zone, time_words(when, zone))


def with_days(when: When, zone: ZoneInfo, times: str) -> str:
    """Return what `when_words` does, where what `time_words` returns is known."""
    if when.starts is not None and when.first != when.last and when.ends is not None:
        starts, ends = when.starts.astimezone(zone), when.ends.astimezone(zone)
        words = f"{long_date(when.first)}, {clock_time(starts)} to {long_date(when.last)}, {clock_time(ends)}"
        return words + _elsewhere(when, zone, "from ")
    return f"{day_words(when)}, {times}{_elsewhere(when, zone)}" if times else day_words(when)


def _elsewhere(when: When, zone: ZoneInfo, first: str = "") -> str:
    """Return " (10:30am in Paris)" for an event whose own clock shows another time than the board's.

    `first` stands before the time.
    """
    if when.starts is None or "/" not in when.zone_name:  # UTC is how programs write times, not where people are
        return ""
    if when.starts.utcoffset() == when.starts.astimezone(zone).utcoffset():
        return ""
    city = when.zone_name.rpartition("/")[2].replace("_", " ")
    return f" ({first}{clock_time(when.starts)} in {city})"


STATUS_WORDS = {
    Status.CANCELLED: "Cancelled",
    Status.POSTPONED: "Postponed",
    Status.TENTATIVE: "Not yet certain",
    Status.SCHEDULED: "",
}
STATUS_KINDS = {
    Status.CANCELLED: "cancelled",
    Status.POSTPONED: "changed",
    Status.TENTATIVE: "plain",
    Status.SCHEDULED: "",
}
