"""Series as an iCalendar feed or file that calendar programs keep right (RFC 5545, RFC 7986).

Rebuilt from our values, never passed through: nothing that is not written here can leave. Moments of change come from
the source and not from the clock, so the same series give the same bytes. No METHOD: this is a calendar, no message.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from icalendar import Calendar, Component
from icalendar.prop import vText, vUri

from boardsite.calendars.event_writer import vevents
from boardsite.calendars.events import PublicImage, Series
from boardsite.calendars.whens import zone_of
from boardsite.calendars.zone_writer import vtimezone

PRODUCER = "-//boardsite//calendars//EN"
REFRESH = timedelta(hours=12)
_END = b"END:VCALENDAR\r\n"
_FOLDED_AT = 75  # octets
MOST_WRITTEN = 10_000


class Memory:
    """The VEVENTs of series that were written before: each stands in its own file and in several feeds.

    Held by object, not by value: two moments that are equal may be in two zones.
    """

    def __init__(self) -> None:
        self._made: dict[tuple[int, str, PublicImage | None], tuple[Series, bytes]] = {}

    def vevents(self, series: Series, address: str, image: PublicImage | None) -> bytes:
        """Return the VEVENTs of a series as bytes."""
        at = (id(series), address, image)
        if at not in self._made:
            if len(self._made) >= MOST_WRITTEN:
                self._made.clear()  # a preview writes changed series for as long as it runs
            content = b"".join(map(content_lines, vevents(series, address, image)))
            self._made[at] = series, content  # the series is kept, so that its id stays its own
        return self._made[at][1]


def calendar(
    entries: Iterable[Series],
    *,
    name: str,
    uid: str,
    url: str,
    zone: ZoneInfo,
    addresses: Mapping[str, str],
    page: str = "",
    colour: str = "",
    images: Mapping[str, PublicImage] | None = None,
    memory: Memory | None = None,
) -> bytes:
    """Return a feed of series, for subscribing. `addresses` has the public page of a series by its UID, `images` its
    picture.

    `url` is the public address of the feed itself and `page` that of the calendar for people, each "" where there is
    none (RFC 7986 sections 5.5 and 5.8); `colour` is a colour name of CSS level 3 (section 5.9), or "".
    """
    made = opened(name, zone)
    made.add("UID", vText(uid))
    _add_origin(made, url, page, colour)
    made.add("REFRESH-INTERVAL", REFRESH, parameters={"VALUE": "DURATION"})
    made.add("X-PUBLISHED-TTL", vText("PT12H"))
    ordered = sorted(entries, key=lambda series: series.uid)
    return filled(made, ordered, addresses, images or {}, memory=memory)


def _add_origin(made: Calendar, url: str, page: str, colour: str) -> None:
    if url:
        made.add("SOURCE", vUri(url), parameters={"VALUE": "URI"})
    if page:
        made.add("URL", vUri(page))
    if colour:
        made.add("COLOR", vText(colour))


def event(
    series: Series,
    *,
    zone: ZoneInfo,
    address: str,
    image: PublicImage | None = None,
    memory: Memory | None = None,
) -> bytes:
    """Return the file of one series, for adding to a calendar. `address` is its public page, or ""."""
    return parts([series], zone=zone, address=address, image=image, memory=memory)


def parts(
    several: Sequence[Series],
    *,
    zone: ZoneInfo,
    address: str,
    image: PublicImage | None = None,
    memory: Memory | None = None,
) -> bytes:
    """Return the file of one series in several parts."""
    addresses = {series.uid: address for series in several}
    images = {series.uid: image for series in several} if image else {}
    return filled(opened(several[0].details.title, zone), several, addresses, images, memory=memory or Memory())


def opened(name: str, zone: ZoneInfo) -> Calendar:
    """Return a calendar of this name that has no events yet."""
    made = Calendar()
    made.add("VERSION", "2.0")
    made.add("PRODID", PRODUCER)
    made.add("CALSCALE", "GREGORIAN")
    made.add("NAME", vText(name))
    made.add("X-WR-CALNAME", vText(name))
    made.add("X-WR-TIMEZONE", vText(zone.key))
    return made


def filled(
    made: Calendar,
    entries: Sequence[Series],
    addresses: Mapping[str, str],
    images: Mapping[str, PublicImage],
    notes: Mapping[str, tuple[str, str]] | None = None,
    memory: Memory | None = None,
) -> bytes:
    """Return the bytes of a calendar with these series and the zones that they name.

    `notes` has one more line (name and text) for the master of a series, by its UID.
    """
    zones = {zone.key: zone for series in entries for zone in _zones(series) if zone.key != "UTC"}
    memory = memory or Memory()
    parts = [_zone_bytes(zones[name]) for name in sorted(zones)]
    for each in entries:
        address, image = addresses.get(each.uid, ""), images.get(each.uid)
        note = (notes or {}).get(each.uid)
        parts.append(_noted(each, address, image, note) if note else memory.vevents(each, address, image))
    return content_lines(made).removesuffix(_END) + b"".join(parts) + _END


def _noted(series: Series, address: str, image: PublicImage | None, note: tuple[str, str]) -> bytes:
    made = vevents(series, address, image)
    made[0].add(note[0], vText(note[1]))
    return b"".join(map(content_lines, made))


def content_lines(component: Component) -> bytes:
    """Return a component as lines of at most 75 octets (RFC 5545 section 3.1).

    The library goes through every line letter by letter to find where to fold; most lines need no fold.
    """
    lines = filter(None, component.content_lines(sorted=False))
    return b"".join((line.encode() if _is_short(line) else line.to_ical()) + b"\r\n" for line in lines)


def _is_short(line: str) -> bool:
    return len(line) < _FOLDED_AT and line.isascii()


@lru_cache(maxsize=64)
def _zone_bytes(zone: ZoneInfo) -> bytes:
    content: bytes = vtimezone(zone).to_ical(sorted=False)
    return content


def _zones(series: Series) -> list[ZoneInfo]:
    """Return the zones that the dates of a series name."""
    moments = [series.starts, *series.removed, *(extra.starts for extra in series.extras)]
    for override in series.overrides:
        moments += [override.original, override.starts]
    return [zone_of(moment) for moment in moments if isinstance(moment, datetime)]
