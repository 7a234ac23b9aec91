"""What state an event is in, in a word and in a sentence: cancelled, postponed, moved, and whether that is past."""

from __future__ import annotations

from collections.abc import Sequence

from boardsite.calendars.events import OFF, Details, Occurrence, Series, Status
from boardsite.calendars.segments import parts_from
from boardsite.clock import BuildClock, short_date
from boardsite.pages.rows import Dated, status_of
from boardsite.pages.when import when_words

_WHOLE = {
    Status.CANCELLED: ("{} are cancelled.", "{} were cancelled."),
    Status.POSTPONED: (
        "{} are postponed. New ones will be given here.",
        "{} were postponed, and the last of them is over.",
    ),
}


def is_off_whole(series: Series, dates: Sequence[Occurrence]) -> bool:
    """Say whether a series is off for good: none of these dates takes place, and what follows them is off as such."""
    if not series.is_recurring or not dates or any(o.details.status not in OFF for o in dates):
        return False
    return _last_part(series, dates).details.status in OFF


def has_poster(series: Series, ahead: Sequence[Occurrence]) -> bool:
    """Say whether a sheet for notice boards is of use: there are dates to come, and not all of them are off."""
    return bool(ahead) and not is_off_whole(series, ahead)


def _last_part(series: Series, dates: Sequence[Occurrence]) -> Series:
    return parts_from(series, dates[-1].original)[0]


def _whole_words(series: Series, dates: Sequence[Occurrence], *, is_over: bool) -> str:
    part = _last_part(series, dates)
    is_all = series.details.status in OFF or part.uid == series.uid
    which = "All dates of this event" if is_all else f"All dates from {short_date(part.starts)} on"
    return _WHOLE[part.details.status][is_over].format(which)


def tag_of(series: Series, shown: Occurrence | None, dates: Sequence[Occurrence]) -> tuple[str, str]:
    """Return the word for the state of an event and the kind of its tag: of all its dates, or of its only one."""
    if is_off_whole(series, dates):
        return status_of(dates[-1])
    return ("", "") if series.is_recurring or shown is None else status_of(shown)


def words_of_state(found: Dated | None, ahead: Sequence[Occurrence], clock: BuildClock) -> str:
    """Return what is to be known of an event, in a sentence: of its very next date, or of all where none takes place.

    `found` is that date, or the last one where none is to come.
    """
    if found is None:
        return ""
    series, occurrence, is_over = found.event.series, found.occurrence, not ahead
    dates = ahead or [occurrence]
    if is_off_whole(series, dates):
        return _whole_words(series, dates, is_over=is_over)
    if series.is_recurring and is_over:
        return ""
    when = when_words(occurrence.when, clock.zone)
    moved = when_words(occurrence.moved_from, clock.zone) if occurrence.moved_from else ""
    if is_over:
        return past_words(occurrence.details, moved)
    if moved and occurrence.details.status is Status.SCHEDULED:
        return f"{'The next date' if series.is_recurring else 'This event'} has moved from {moved}, to {when}."
    return status_words(occurrence.details, f"The date on {when}" if series.is_recurring else "This event")


def status_words(details: Details, what: str) -> str:
    """Return the state of a date to come, or "" where it takes place."""
    match details.status:
        case Status.CANCELLED:
            return f"{what} is cancelled."
        case Status.POSTPONED:
            return f"{what} is postponed. A new date will be given here."
        case Status.TENTATIVE:
            return f"{what} is not certain yet."
        case Status.SCHEDULED:
            return ""


def past_words(details: Details, moved_from: str) -> str:
    """Return the same of a single event whose day is past; "" where there is no more to say than that."""
    match details.status:
        case Status.CANCELLED:
            return "This event was cancelled."
        case Status.POSTPONED:
            return "This event was postponed, and its day is over."
        case Status.TENTATIVE:
            return "This event is over. It was not certain that it would take place."
        case Status.SCHEDULED:
            return f"This event is over. It was to be on {moved_from} at first." if moved_from else ""
