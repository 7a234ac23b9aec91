"""An event as schema.org data for search engines, which then know when it is, where, and that it is cancelled."""

from __future__ import annotations

from dataclasses import dataclass

from boardsite.calendars.events import Occurrence, Status
from boardsite.model.entities import Place

_STATUS = {
    Status.CANCELLED: "EventCancelled",
    Status.POSTPONED: "EventPostponed",
}


@dataclass(frozen=True, slots=True)
class EventData:
    """One date of an event. Moments are ISO 8601; `ends`, `place` and `url` are "" where they are not known."""

    name: str
    starts: str
    ends: str
    status: str
    place: str
    place_address: str
    online: str
    description: str
    organiser: str
    url: str


def event_data(occurrence: Occurrence, place: Place | None, place_words: str, organiser: str, url: str) -> EventData:
    """Return the data of one date. Without a time only the day is said."""
    when, details = occurrence.when, occurrence.details
    starts = when.starts.isoformat(timespec="seconds") if when.starts else when.first.isoformat()
    if when.starts is None:
        ends = when.last.isoformat()
    else:
        ends = when.ends.isoformat(timespec="seconds") if when.ends else ""
    status = "EventRescheduled" if occurrence.is_moved else "EventScheduled"
    return EventData(
        name=details.title,
        starts=starts,
        ends=ends,
        status=_STATUS.get(details.status, status),
        place="" if details.is_place_to_be_confirmed else place_words,
        place_address=", ".join(part for part in (place.address, place.postcode) if part) if place else "",
        online=details.url if place_words.casefold().startswith("online") else "",
        description=details.description[:500],
        organiser=organiser,
        url=url,
    )
