"""Cancelled and postponed dates as items of the news feeds: whoever follows the news hears that an evening is off."""

from __future__ import annotations

from datetime import timedelta

from boardsite.calendars.events import OFF
from boardsite.clock import long_date
from boardsite.model import routes
from boardsite.pages.event_state import status_words
from boardsite.pages.feed_entries import AtomEntry, entry_id
from boardsite.pages.frame import Frame
from boardsite.pages.rows import Dated
from boardsite.pages.when import STATUS_WORDS, when_words

TOLD_AFTER = timedelta(days=30)


def changed_dates(frame: Frame) -> tuple[AtomEntry, ...]:
    """Return an item for each change by which dates of the section are off, until 30 days after the last of them.

    A change may be of one date, of a date and all after it, or of a whole series: each is one piece of news.
    """
    since = frame.site.clock.today - TOLD_AFTER
    told: set[tuple[str, object]] = set()
    entries = []
    for found in frame.dates:
        occurrence, change = found.occurrence, (found.event.address, found.occurrence.source)
        if occurrence.details.status in OFF and occurrence.when.last >= since and change not in told:
            told.add(change)
            entries.append(_entry(frame, found))
    return tuple(entries)


def _entry(frame: Frame, found: Dated) -> AtomEntry:
    occurrence, event = found.occurrence, found.event
    details, status = occurrence.details, occurrence.details.status
    group = frame.site.group(event.group)
    what, day, mark = _reach(frame, found)
    return AtomEntry(
        id=entry_id(frame, f"{event.address}#{mark}-{status.value}"),
        title=f"{STATUS_WORDS[status]}: {details.title}, {day}",
        address=event.address,
        published=details.stamp,
        updated=details.stamp,
        summary=status_words(details, what),
        author=group.title if group else frame.board.name,
        body=None,
        topics=(),
    )


def _reach(frame: Frame, found: Dated) -> tuple[str, str, str]:
    """Return which dates a change is about: as the beginning of a sentence, for a title, and as a mark that stays."""
    event, source = found.event, found.occurrence.source
    if event.series.is_recurring and source == event.series.source:
        return "This event as a whole", "all dates", "all"
    # Of a change that goes on, its own date stands for it, also when that is long past.
    own = next((o for o in event.occurrences if o.source == source), found.occurrence)
    day, mark = long_date(own.when.first), routes.occurrence_anchor(own.key_with_time)
    if any(override.goes_on and override.source == source for override in event.series.overrides):
        return f"This event from {day} on", f"from {day} on", mark
    when = when_words(own.when, frame.site.clock.zone)
    return f"The date on {when}" if event.series.is_recurring else "This event", day, mark
