"""Series as an iCalendar feed or file that calendar programs keep right (RFC 5545, RFC 7986).

Rebuilt from our values, never passed through: nothing that is not written here can leave. Moments of change come from
the source and not from the clock, so the same series give the same bytes. No METHOD: this is a calendar, no message.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar
from icalendar.prop import vText, vUri

from boardsite.calendars.event_writer import vevents
from boardsite.calendars.events import Series
from boardsite.calendars.whens import zone_of
from boardsite.calendars.zone_writer import vtimezone

PRODUCER = "-//boardsite//calendars//EN"
REFRESH = timedelta(hours=12)


def calendar(
    entries: Iterable[Series], *, name: str, uid: str, url: str, zone: ZoneInfo, addresses: Mapping[str, str]
) -> bytes:
    """Return a feed of series, for subscribing. `addresses` has the public page of a series by its UID.

    `url` is the public address of the feed itself, or "" where there is none.
    """
    made = _calendar(name, zone)
    made.add("UID", vText(uid))
    if url:
        made.add("URL", vUri(url))
    made.add("REFRESH-INTERVAL", REFRESH, parameters={"VALUE": "DURATION"})
    made.add("X-PUBLISHED-TTL", vText("PT12H"))
    return _filled(made, sorted(entries, key=lambda series: series.uid), addresses)


def event(series: Series, *, zone: ZoneInfo, address: str) -> bytes:
    """Return the file of one series, for adding to a calendar. `address` is its public page, or ""."""
    return _filled(_calendar(series.details.title, zone), [series], {series.uid: address})


def _calendar(name: str, zone: ZoneInfo) -> Calendar:
    made = Calendar()
    made.add("VERSION", "2.0")
    made.add("PRODID", PRODUCER)
    made.add("CALSCALE", "GREGORIAN")
    made.add("NAME", vText(name))
    made.add("X-WR-CALNAME", vText(name))
    made.add("X-WR-TIMEZONE", vText(zone.key))
    return made


def _filled(made: Calendar, entries: Sequence[Series], addresses: Mapping[str, str]) -> bytes:
    zones = {zone.key: zone for series in entries for zone in _zones(series) if zone.key != "UTC"}
    for name in sorted(zones):
        made.add_component(vtimezone(zones[name]))
    for series in entries:
        for part in vevents(series, addresses.get(series.uid, "")):
            made.add_component(part)
    content: bytes = made.to_ical(sorted=False)
    return content


def _zones(series: Series) -> list[ZoneInfo]:
    """Return the zones that the dates of a series name."""
    moments = [series.starts, *series.removed, *(extra.starts for extra in series.extras)]
    for override in series.overrides:
        moments += [override.original, override.starts]
    return [zone_of(moment) for moment in moments if isinstance(moment, datetime)]
