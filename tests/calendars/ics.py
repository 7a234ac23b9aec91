"""Short ways to write calendar files in tests, and to say what is shown."""

from datetime import date
from zoneinfo import ZoneInfo

from boardsite.calendars import reader, recurrence
from boardsite.calendars.events import Occurrence, Series, Status
from boardsite.calendars.reader import Reading
from boardsite.diagnostics import Diagnostic

LONDON = ZoneInfo("Europe/London")
FIRST, LAST = date(2015, 1, 1), date(2028, 12, 31)
PATH = "lscgs/south/events/forum.ics"


def vevent(*lines: str, uid: str = "forum@example.org", title: str = "Forum") -> str:
    """Return a VEVENT with these lines; title and UID are given unless they are empty."""
    known = [f"UID:{uid}"] if uid else []
    known += [f"SUMMARY:{title}"] if title else []
    return "\n".join(["BEGIN:VEVENT", *known, *lines, "END:VEVENT"])


def vcalendar(*parts: str) -> str:
    return "\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example//EN", *parts, "END:VCALENDAR", ""])


def read(*texts: str, zone: ZoneInfo = LONDON) -> Reading:
    """Read one file for each text."""
    names = [PATH, *(f"lscgs/south/events/other-{number}.ics" for number in range(len(texts)))]
    return reader.read([(name, text.encode()) for name, text in zip(names, texts, strict=False)], zone)


def read_event(*lines: str, zone: ZoneInfo = LONDON) -> Reading:
    """Read one file of one VEVENT."""
    return read(vcalendar(vevent(*lines)), zone=zone)


def only(reading: Reading) -> Series:
    """Return the one series of a reading."""
    assert len(reading.series) == 1, reading
    return reading.series[0]


def expand(reading: Reading, first: date = FIRST, last: date = LAST, zone: ZoneInfo = LONDON) -> list[Occurrence]:
    """Return the occurrences of all series of a reading, in order of time."""
    found = [o for series in reading.series for o in recurrence.expand(series, first, last, zone)[0]]
    return sorted(found, key=lambda o: (o.when.sort_key, o.details.title))


def told(reading: Reading, first: date = FIRST, last: date = LAST) -> list[Diagnostic]:
    """Return everything that is told, expansion included."""
    more = (d for series in reading.series for d in recurrence.expand(series, first, last, LONDON)[1])
    return [*reading.diagnostics, *more]


def codes(reading: Reading) -> list[str]:
    return [diagnostic.code for diagnostic in told(reading)]


def shown(reading: Reading, first: date = FIRST, last: date = LAST) -> list[str]:
    """Return a line for each occurrence, as people read it in Norfolk."""
    return [line(occurrence) for occurrence in expand(reading, first, last)]


def line(occurrence: Occurrence, zone: ZoneInfo = LONDON) -> str:
    """Return "2016-06-14 09:30 to 12:00 Forum (cancelled)"."""
    when, details = occurrence.when, occurrence.details
    days = f"{when.first}" if when.first == when.last else f"{when.first} to {when.last}"
    times = ""
    if when.is_time_to_be_confirmed:
        times = " time to be confirmed"
    elif when.starts is not None:
        times = f" {when.starts.astimezone(zone):%H:%M}"
        times += f" to {when.ends.astimezone(zone):%H:%M}" if when.ends is not None else ""
    state = "" if details.status is Status.SCHEDULED else f" ({details.status.value})"
    moved = f" (was {line_of_original(occurrence, zone)})" if occurrence.moved_from else ""
    return f"{days}{times} {details.title}{state}{moved}"


def line_of_original(occurrence: Occurrence, zone: ZoneInfo) -> str:
    before = occurrence.moved_from
    assert before is not None
    return f"{before.starts.astimezone(zone):%Y-%m-%d %H:%M}" if before.starts else f"{before.first}"
