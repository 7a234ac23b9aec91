"""The dates of each section, audience and kind as a subscription (iCalendar, RFC 5545 and RFC 7986)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from boardsite.calendars.events import Series
from boardsite.model import routes
from boardsite.model.entities import Event
from boardsite.model.events import is_same
from boardsite.pages.frame import Frame, Frames
from boardsite.pages.target import Target

KEPT_BACK = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class CalendarView:
    """A calendar feed: its series in the order of their UIDs, and the public address of each one's page by UID."""

    name: str
    uid: str
    url: str
    series: tuple[Series, ...]
    addresses: Mapping[str, str]


def plan(frames: Frames) -> tuple[Target, ...]:
    found = []
    for frame in frames.sections(routes.CALENDAR):
        events = [event for event in frame.site.events if not frame.key or event.group == frame.key]
        found.append(feed(frame, routes.calendar_feed(frame.key), f"{frame.name} calendar", frame.key or "all", events))
    return tuple(found)


def feed(frame: Frame, address: str, name: str, key: str, events: Iterable[Event]) -> Target:
    """Return the feed of these events, those long past left out. `key` makes the calendar's own UID, for good."""
    since = frame.site.clock.today - KEPT_BACK
    kept: dict[str, Event] = {}
    for event in events:
        if event.occurrences and event.occurrences[-1].when.last >= since:
            # One meeting in the files of two groups is one event; two events of one UID are two.
            first = kept.setdefault(event.series.uid, event)
            if first is not event and not is_same(first.series, event.series):
                series = replace(event.series, uid=f"{event.series.uid}-{event.group or 'board'}")
                kept[series.uid] = replace(event, series=series)
    addresses = {uid: frame.absolute(event.address) for uid, event in kept.items()} if frame.board.base_url else {}
    ordered = tuple(kept[uid].series for uid in sorted(kept))
    view = CalendarView(name, f"{key}.calendar@{frame.host}", frame.absolute(address), ordered, addresses)
    return Target(address, "calendar", view)
