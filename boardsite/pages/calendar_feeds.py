"""The dates of each section, audience and kind as a subscription (iCalendar, RFC 5545 and RFC 7986)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import timedelta

from boardsite.calendars.events import PublicImage, Series
from boardsite.calendars.segments import segments
from boardsite.dataclass import dataclass
from boardsite.model import routes
from boardsite.model.entities import Event, Picture
from boardsite.model.events import is_same, revision
from boardsite.pages.colour_names import colour_name
from boardsite.pages.frame import Frame
from boardsite.pages.frames import Frames
from boardsite.pages.target import Target

_MEDIA_TYPES = {"jpg": "image/jpeg", "png": "image/png"}


@dataclass(frozen=True, slots=True)
class CalendarView:
    """A calendar feed: its series in the order of their UIDs, with the public page and picture of each.

    `url` is the public address of the feed, `page` that of the calendar for people; `colour` is a name of CSS.
    """

    name: str
    uid: str
    url: str
    page: str
    colour: str
    series: tuple[Series, ...]
    addresses: Mapping[str, str]
    images: Mapping[str, PublicImage]


def plan(frames: Frames) -> tuple[Target, ...]:
    found = []
    for frame in frames.sections(routes.CALENDAR):
        events = [event for event in frame.site.events if not frame.key or event.group == frame.key]
        address, key = routes.calendar_feed(frame.key), frame.key or "all"
        found.append(feed(frame, address, routes.calendar(frame.key), f"{frame.name} calendar", key, events))
    return tuple(found)


def feed(frame: Frame, address: str, page: str, name: str, key: str, events: Iterable[Event]) -> Target:
    """Return the feed of these events, those long past left out. `key` makes the calendar's own UID, for good."""
    since = frame.site.clock.today - timedelta(days=frame.board.feed_days_back)
    kept = {
        uid: event
        for uid, event in _by_uid(events).items()
        if any(occurrence.when.last >= since for occurrence in event.occurrences)
    }
    written = {part.uid: (part, event) for event in kept.values() for part in segments(event.series)}
    addresses = {uid: frame.absolute(event.address) for uid, (_, event) in written.items()}
    images = {uid: public_image(frame, event.picture) for uid, (_, event) in written.items() if event.picture}
    view = CalendarView(
        name=name,
        uid=f"{key}.calendar@{frame.host}",
        url=frame.absolute(address),
        page=frame.absolute(page),
        colour=colour_name(frame.card.ground),
        series=tuple(written[uid][0] for uid in sorted(written)),
        addresses=addresses if frame.board.base_url else {},
        images=images if frame.board.base_url else {},
    )
    return Target(address, "calendar", view)


def _by_uid(events: Iterable[Event]) -> dict[str, Event]:
    """Return events by UIDs that stay the same, also when others of theirs are long past.

    One meeting in the files of two groups is one event, as its newest copy has it; two events of one UID are two.
    """
    found: dict[str, Event] = {}
    for event in events:
        known = found.get(event.series.uid, event)
        if is_same(known.series, event.series):
            found[event.series.uid] = max(known, event, key=lambda each: revision(each.series))
        else:
            series = replace(event.series, uid=f"{event.series.uid}-{event.group or 'board'}")
            found[series.uid] = replace(event, series=series)
    return found


def public_image(frame: Frame, picture: Picture) -> PublicImage:
    """Return the form of a picture that every calendar program knows."""
    address = picture.fallback.address
    return PublicImage(frame.absolute(address), _MEDIA_TYPES[address.rpartition(".")[2]])
