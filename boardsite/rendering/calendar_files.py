"""Feeds of calendars and files of single events."""

from __future__ import annotations

from dataclasses import field
from zoneinfo import ZoneInfo

from boardsite.calendars import writer
from boardsite.dataclass import dataclass
from boardsite.pages.calendar_feeds import CalendarView
from boardsite.pages.events import EventFileView


@dataclass(frozen=True, slots=True)
class Feeds:
    """Writes calendars; an event that stands in several is written once."""

    zone: ZoneInfo
    _vevents: writer.Memory = field(default_factory=writer.Memory)

    def content(self, view: CalendarView | EventFileView) -> bytes:
        """Return the calendar of a view as iCalendar (RFC 5545)."""
        if isinstance(view, EventFileView):
            return writer.parts(
                view.series, zone=self.zone, address=view.address, image=view.image, memory=self._vevents
            )
        return writer.calendar(
            view.series,
            name=view.name,
            uid=view.uid,
            url=view.url,
            zone=self.zone,
            addresses=view.addresses,
            page=view.page,
            colour=view.colour,
            images=view.images,
            memory=self._vevents,
        )
