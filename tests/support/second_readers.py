"""Two programs that read calendars and are not ours: recurring-ical-events, and ical.js in node.

Both give the occurrences of a file in one form, so that three readings can be compared. Times are moments in UTC,
floating ones read in the board's zone; days are days.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import warnings
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import pairwise
from zoneinfo import ZoneInfo, available_timezones

import icalendar
import recurring_ical_events
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from tests.support.browser import ROOT, missing

LONDON = ZoneInfo("Europe/London")
_DRIVER = ROOT / "tests" / "calendars" / "second_reader.mjs"
_UNTESTED = "that ical.js reads calendars and feeds as we do"
_TZID = re.compile(r'(?i)TZID="?([^":;\r\n]+)')


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read: the days to look at, the UIDs to look for ("" for none; all without a set), the board's zone."""

    content: bytes
    first: date
    last: date
    uids: frozenset[str] | None = None
    zone: ZoneInfo = LONDON

    @property
    def text(self) -> str:
        return self.content.decode("utf-8", "replace")

    @property
    def window(self) -> tuple[datetime, datetime]:
        after = self.last + timedelta(days=1)
        days = (self.first, after)
        starts, ends = (datetime(day.year, day.month, day.day, tzinfo=self.zone) for day in days)
        return starts, ends


@dataclass(frozen=True, slots=True)
class Dated:
    """An occurrence as a second reader gives it. A status of "" is confirmed."""

    uid: str
    starts: date
    ends: date
    title: str = ""
    status: str = ""
    location: str = ""


def need_ical_js() -> None:
    """Skip the test (or fail it, where node is required) unless node and ical.js are here."""
    if not shutil.which("node"):
        missing("node", "install Node.js 20 or newer", _UNTESTED)
    places = (folder / "node_modules" / "ical.js" for folder in _DRIVER.parents)
    if not any(place.is_dir() for place in places):
        missing("node_modules/ical.js", "run `npm ci --ignore-scripts`", _UNTESTED)


def ical_js(sources: Mapping[str, Source], *, with_zones: bool = True) -> dict[str, list[Dated] | str]:
    """Return the occurrences of each file, or why ical.js does not read it; it knows no zones, unless given them."""
    files = [
        {
            "name": name,
            "text": source.text,
            "uids": None if source.uids is None else sorted(source.uids),
            "first": source.window[0].timestamp(),
            "last": source.window[1].timestamp(),
        }
        for name, source in sources.items()
    ]
    request = json.dumps({"zones": _zones(sources.values()) if with_zones else {}, "files": files})
    done = subprocess.run(["node", str(_DRIVER)], input=request, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    answers = json.loads(done.stdout)
    return {
        name: answer["problem"] or [_dated(sources[name], *facts) for facts in answer["occurrences"]]
        for name, answer in answers.items()
    }


def recurring(source: Source) -> list[Dated] | str:
    """Return the occurrences of a file as recurring-ical-events gives them, or why it does not read it."""
    icalendar.use_zoneinfo()
    # Its answer to X-WR-TIMEZONE is another program's, and moves times that have a zone.
    content = re.sub(rb"(?im)^X-WR-TIMEZONE[:;].*$", b"X-IGNORED:1", source.content)
    found: list[Dated] = []
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            for calendar in icalendar.Calendar.from_ical(content, multiple=True):
                _keep_only(calendar, source.uids)
                query = recurring_ical_events.of(calendar, components=["VEVENT"])
                found += (_of_component(event, source.zone) for event in query.between(*source.window))
    except (ValueError, KeyError, AttributeError, TypeError, IndexError, OverflowError) as problem:
        return f"{type(problem).__name__}: {problem}"
    return found


def _zones(sources: Iterable[Source]) -> dict[str, str]:
    """Return the zones that the files name: ical.js knows none of its own."""
    names = {name.strip() for source in sources for name in _TZID.findall(source.text)}
    known = {name: WINDOWS_TO_OLSON.get(name, name) for name in sorted(names)}
    return {name: _definition(key) for name, key in known.items() if key in available_timezones()}


@cache
def _definition(key: str) -> str:
    """Return a zone with each of its changes written out, so that no rule of ours is part of the comparison."""
    zone = ZoneInfo(key)
    looks = [datetime(1989, 1, 1, tzinfo=UTC) + timedelta(days=5 * n) for n in range(74 * 49)]
    offsets = [moment.astimezone(zone).utcoffset() or timedelta() for moment in looks]
    lines = _observance(datetime(1970, 1, 1), offsets[0], offsets[0])
    for (before, was), (after, now) in pairwise(zip(looks, offsets, strict=True)):
        if was != now:
            while after - before > timedelta(minutes=1):
                middle = before + (after - before) / 2
                before, after = (middle, after) if middle.astimezone(zone).utcoffset() == was else (before, middle)
            change = (after + timedelta(seconds=30)).replace(second=0, microsecond=0, tzinfo=None)
            lines += _observance(change + was, was, now)
    return "\r\n".join(["BEGIN:VTIMEZONE", f"TZID:{key}", *lines, "END:VTIMEZONE"])


def _observance(wall: datetime, before: timedelta, after: timedelta) -> list[str]:
    name = "DAYLIGHT" if after > before else "STANDARD"
    facts = f"DTSTART:{wall:%Y%m%dT%H%M%S}", f"TZOFFSETFROM:{_offset(before)}", f"TZOFFSETTO:{_offset(after)}"
    return [f"BEGIN:{name}", *facts, f"END:{name}"]


def _offset(offset: timedelta) -> str:
    minutes = int(offset.total_seconds()) // 60
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}{abs(minutes) % 60:02}"


def _keep_only(calendar: icalendar.Calendar, uids: Iterable[str] | None) -> None:
    if uids is not None:
        wanted = frozenset(uids)
        calendar.subcomponents = [
            part for part in calendar.subcomponents if part.name != "VEVENT" or str(part.get("UID", "")) in wanted
        ]


def _of_component(event: icalendar.Event, zone: ZoneInfo) -> Dated:
    starts, ends = event["DTSTART"].dt, event["DTEND"].dt
    facts = (str(event.get(name, "")) for name in ("UID", "SUMMARY", "STATUS", "LOCATION"))
    uid, title, status, location = facts
    return Dated(uid, _moment(starts, zone), _moment(ends, zone), title, _status(status), location)


def _dated(source: Source, uid: str, starts: object, ends: object, title: str, status: str, location: str) -> Dated:
    return Dated(uid, _of_json(starts, source.zone), _of_json(ends, source.zone), title, _status(status), location)


def _of_json(value: object, zone: ZoneInfo) -> date:
    if isinstance(value, int | float):
        return datetime.fromtimestamp(value, UTC)
    text = str(value)
    return _moment(datetime.fromisoformat(text), zone) if "T" in text else date.fromisoformat(text)


def _moment(value: date, zone: ZoneInfo) -> date:
    if not isinstance(value, datetime):
        return value
    return (value if value.tzinfo else value.replace(tzinfo=zone)).astimezone(UTC)


def _status(text: str) -> str:
    return "" if text.upper() == "CONFIRMED" else text.upper()
