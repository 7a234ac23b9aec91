"""Pages as schema.org data for search engines: when an event is and that it is cancelled, what a page stands below,
who runs the site, when news is from. Nothing is said here that the page itself does not say.
"""

from __future__ import annotations

import re

from boardsite.calendars.events import Occurrence, Status, When
from boardsite.dataclass import dataclass
from boardsite.model.entities import Place

_ONLINE = re.compile(r"\b(?:online|video call|teams|zoom)\b", re.I)
_SAYS_ONLINE = re.compile(r"\bonline\b", re.I)
_ONLY_ONLINE = re.compile(r"online\b(?! and )|video call|(?:(?:microsoft )?teams|zoom)(?: meeting| call)?$", re.I)
_STATUS = {
    Status.CANCELLED: "EventCancelled",
    Status.POSTPONED: "EventPostponed",
}


@dataclass(frozen=True, slots=True)
class EventData:
    """One date of an event. Moments are ISO 8601; `ends`, `place` and `url` are "" where they are not known.

    `mode` is "Offline", "Online" or "Mixed"; `was` is the start that a moved date had before, or "".
    """

    name: str
    starts: str
    was: str
    ends: str
    status: str
    mode: str
    place: str
    place_address: str
    is_place_open: bool
    online: str
    description: str
    organiser: str
    url: str


@dataclass(frozen=True, slots=True)
class TrailData:
    """The way from the home page down to a page: names and whole addresses, the page itself last."""

    steps: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class OrganisationData:
    """The board, or a group of it (`parent` is then the board's name). Texts are "" where they are not known."""

    name: str
    short_name: str
    url: str
    email: str
    phone: str
    address: str
    area: str
    parent: str
    parent_url: str


@dataclass(frozen=True, slots=True)
class NewsData:
    """A news item. `published` and `changed` are ISO 8601; `image` is a whole address or ""."""

    headline: str
    url: str
    published: str
    changed: str
    description: str
    image: str
    publisher: str
    publisher_url: str


PageData = EventData | TrailData | OrganisationData | NewsData


def event_data(occurrence: Occurrence, place: Place | None, place_words: str, organiser: str, url: str) -> EventData:
    """Return the data of one date. Without a time only the day is said."""
    when, details = occurrence.when, occurrence.details
    if when.starts is None:
        ends = when.last.isoformat()
    else:
        ends = when.ends.isoformat(timespec="seconds") if when.ends else ""
    mode = _mode(place, place_words, has_link=details.url.startswith("http"))
    status = "EventRescheduled" if occurrence.is_moved else "EventScheduled"
    return EventData(
        name=details.title,
        starts=_start(when),
        was=_start(occurrence.moved_from) if occurrence.moved_from else "",
        ends=ends,
        status=_STATUS.get(details.status, status),
        mode=mode,
        place="" if details.is_place_to_be_confirmed or mode == "Online" else place_words,
        place_address=", ".join(part for part in (place.address, place.postcode) if part) if place else "",
        is_place_open=details.is_place_to_be_confirmed,
        online=details.url if mode != "Offline" and details.url.startswith("http") else "",
        description=details.description[:500],
        organiser=organiser,
        url=url,
    )


def _start(when: When) -> str:
    return when.starts.isoformat(timespec="seconds") if when.starts else when.first.isoformat()


def _mode(place: Place | None, words: str, *, has_link: bool) -> str:
    """Return how to take part: "Online" alone is no place, "Sample Library and online" is both."""
    if not place and _ONLY_ONLINE.match(words):
        return "Online"
    # A room may be named after teams; with a link it surely is a call.
    return "Mixed" if (_ONLINE if has_link else _SAYS_ONLINE).search(words) else "Offline"
