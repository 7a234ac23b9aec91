"""A new event as the file that our own writer makes of it: one date, no repeat rule, nothing about people.

It is written down plainly, read like any other file, and written by the writer of the feeds, so it is what a build
takes without a word. UID and moment come from outside: neither chance nor clock is here.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar.prop import vText

from boardsite.calendars import writer
from boardsite.calendars.details import TO_BE_CONFIRMED
from boardsite.calendars.reader import read
from boardsite.dataclass import dataclass
from boardsite.diagnostics import Diagnostics

_EVENING, _MORNING = 15, 6


@dataclass(frozen=True, slots=True)
class NewEvent:
    """What is known of it. Without `starts` the time is to be confirmed, without `place` the place."""

    uid: str
    title: str
    day: date
    starts: time | None = None
    ends: time | None = None
    place: str = ""
    description: str = ""
    audience: tuple[str, ...] = ()
    kind: str = ""


def new_event(event: NewEvent, path: str, zone: ZoneInfo, moment: datetime) -> tuple[bytes | None, Diagnostics]:
    """Return the file of an event, or None with what is wrong with it; `moment` (aware) is that of its writing."""
    reading = read([(path, _plainly(event, zone, moment))], zone)
    if any(found.is_error for found in reading.diagnostics) or len(reading.series) != 1:
        return None, reading.diagnostics
    return writer.event(reading.series[0], zone=zone, address=""), reading.diagnostics


def _plainly(event: NewEvent, zone: ZoneInfo, moment: datetime) -> bytes:
    stamp = f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{writer.PRODUCER}", "BEGIN:VEVENT"]
    lines += [f"UID:{event.uid}", f"DTSTAMP:{stamp}", f"CREATED:{stamp}", f"LAST-MODIFIED:{stamp}", "SEQUENCE:0"]
    lines += _dates(event, zone)
    texts = {
        "SUMMARY": event.title,
        "LOCATION": event.place,
        "DESCRIPTION": event.description,
        "X-BOARDSITE-AUDIENCE": ",".join(event.audience),
        "X-BOARDSITE-KIND": event.kind,
        "X-BOARDSITE-TIME": "" if event.starts else TO_BE_CONFIRMED,
        "X-BOARDSITE-PLACE": "" if event.place else TO_BE_CONFIRMED,
    }
    lines += [f"{name}:{_escaped(text)}" for name, text in texts.items() if text]
    return "\r\n".join([*lines, "END:VEVENT", "END:VCALENDAR", ""]).encode("utf-8")


def _dates(event: NewEvent, zone: ZoneInfo) -> list[str]:
    if event.starts is None:
        return [f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}"]
    lines = [f"DTSTART;TZID={zone.key}:{event.day:%Y%m%d}T{event.starts:%H%M%S}"]
    if event.ends is not None:
        last = event.day + timedelta(days=is_after_midnight(event.starts, event.ends))
        lines.append(f"DTEND;TZID={zone.key}:{last:%Y%m%d}T{event.ends:%H%M%S}")
    return lines


def is_after_midnight(starts: time, ends: time) -> bool:
    """Say whether an end is one of the next day: that of an evening, by six in the morning."""
    return ends <= starts and starts.hour >= _EVENING and ends.hour < _MORNING


def _escaped(text: str) -> str:
    escaped: bytes = vText(text).to_ical()
    return escaped.decode("utf-8")
