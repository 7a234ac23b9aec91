"""What state an event is in, in a word and in a sentence: cancelled, postponed, moved, and whether that is past."""

from __future__ import annotations

from collections.abc import Sequence

from boardsite.calendars.events import Details, Occurrence, Series, Status
from boardsite.clock import BuildClock
from boardsite.pages.rows import Dated, status_of
from boardsite.pages.when import STATUS_KINDS, STATUS_WORDS, when_words

OFF = (Status.CANCELLED, Status.POSTPONED)
_WHOLE = {
    Status.CANCELLED: ("All dates of this event are cancelled.", "All dates of this event were cancelled."),
    Status.POSTPONED: (
        "All dates of this event are postponed. New ones will be given here.",
        "All dates of this event were postponed, and the last of them is over.",
    ),
}


def is_off_whole(series: Series, dates: Sequence[Occurrence]) -> bool:
    """Say whether a series is off as such, and none of these dates takes place all the same."""
    return series.is_recurring and series.details.status in OFF and all(o.details.status in OFF for o in dates)


def tag_of(series: Series, shown: Occurrence | None, dates: Sequence[Occurrence]) -> tuple[str, str]:
    """Return the word for the state of an event and the kind of its tag: of all its dates, or of its only one."""
    if is_off_whole(series, dates):
        return STATUS_WORDS[series.details.status], STATUS_KINDS[series.details.status]
    return ("", "") if series.is_recurring or shown is None else status_of(shown)


def words_of_state(found: Dated | None, ahead: Sequence[Occurrence], clock: BuildClock) -> str:
    """Return what is to be known of an event, in a sentence: of its very next date, or of all where none takes place.

    `found` is that date, or the last one where none is to come.
    """
    if found is None:
        return ""
    series, occurrence, is_over = found.event.series, found.occurrence, not ahead
    if is_off_whole(series, ahead or [occurrence]):
        return _WHOLE[series.details.status][is_over]
    if series.is_recurring and is_over:
        return ""
    when = when_words(occurrence.when, clock.zone)
    moved = when_words(occurrence.moved_from, clock.zone) if occurrence.moved_from else ""
    what = f"The date on {when}" if series.is_recurring else "This event"
    return past_words(occurrence.details, moved) if is_over else status_words(occurrence.details, what, moved)


def status_words(details: Details, what: str, moved_from: str = "") -> str:
    """Return the state of a date to come, or "" where all is as planned and `moved_from` is ""."""
    match details.status:
        case Status.CANCELLED:
            return f"{what} is cancelled."
        case Status.POSTPONED:
            return f"{what} is postponed. A new date will be given here."
        case Status.TENTATIVE:
            return f"{what} is not certain yet."
        case Status.SCHEDULED:
            return f"{what} was to be on {moved_from}." if moved_from else ""


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
