"""A site of the workload as other generators are given it: the same texts, and the calendar already understood.

News stays as the files it is. Calendar files come as values with every date worked out, because no other generator
reads them: repeating events and time zones cost our build time and theirs none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr

from benchmarks.workload import TODAY, Size, files

ZONE = ZoneInfo("Europe/London")
ROLES = ("Chair", "Vice-chair", "Administrator")
MONTHS_BACK, MONTHS_AHEAD = 12, 18


@dataclass(frozen=True, slots=True)
class Section:
    """The board (key "", address "/", theme 0) or a local group."""

    key: str
    name: str
    theme: int
    body: str

    @property
    def address(self) -> str:
        return f"/lscgs/{self.key}/" if self.key else "/"


@dataclass(frozen=True, slots=True)
class News:
    """A news item: its file as it is, and of what it says only what decides which pages there are."""

    group: str
    key: str
    day: date
    text: str


@dataclass(frozen=True, slots=True)
class Event:
    """A series with all its dates; `rule` is its RRULE or ""."""

    group: str
    key: str
    title: str
    place: str
    description: str
    rule: str
    dates: tuple[tuple[datetime, datetime], ...]


@dataclass(frozen=True, slots=True)
class Content:
    """Everything, and which months and years have a page."""

    sections: tuple[Section, ...]
    news: tuple[News, ...]
    events: tuple[Event, ...]

    def events_of(self, section: Section) -> tuple[Event, ...]:
        """Return the events that a section's calendar shows: the board's shows those of everyone."""
        return tuple(event for event in self.events if section.key in ("", event.group))

    def months(self, section: Section) -> list[str]:
        """Return the months near today in which something happens ("2026-06")."""
        first, last = _month(TODAY, -MONTHS_BACK), _month(TODAY, MONTHS_AHEAD)
        busy = {f"{start:%Y-%m}" for event in self.events_of(section) for start, _ in event.dates}
        return sorted(month for month in busy if first <= month <= last)

    def years(self, section: Section) -> list[int]:
        return sorted({start.year for event in self.events_of(section) for start, _ in event.dates})

    def news_years(self, section: Section) -> list[int]:
        return sorted({item.day.year for item in self.news if section.key in ("", item.group)})


def content(size: Size) -> Content:
    """Return the content of a size, in the order of the workload."""
    sections = [Section("", "SSB", 0, "Welcome.")]
    news: list[News] = []
    events: list[Event] = []
    for path, text in files(size):
        parts = path.split("/")
        group, key = (parts[1] if parts[0] == "lscgs" else ""), parts[-1].rpartition(".")[0]
        if parts[0] == "lscgs" and parts[2] == "index.md":
            settings, body = front_matter(text)
            theme = int(settings["order"]) % 8 + 1
            sections.append(Section(group, f"{settings['name']} Local Group", theme, body.strip()))
        elif "news" in parts:
            news.append(News(group, key, date.fromisoformat(front_matter(text)[0]["date"]), text))
        elif "events" in parts:
            events.append(_event(group, key, text))
    return Content(tuple(sections), tuple(news), tuple(events))


def front_matter(text: str) -> tuple[dict[str, str], str]:
    """Return the settings of a file, as they are written, and its body."""
    _, settings, body = text.split("---\n", 2)
    return dict(line.split(": ", 1) for line in settings.splitlines()), body


def _event(group: str, key: str, text: str) -> Event:
    lines = text.replace("\r\n ", "").split("\r\n")
    about = dict(line.split(":", 1) for line in lines[lines.index("BEGIN:VEVENT") + 1 : lines.index("END:VEVENT")])
    starts = _wall_time(about["DTSTART;TZID=Europe/London"])
    lasts = _wall_time(about["DTEND;TZID=Europe/London"]) - starts
    rule = about.get("RRULE", "")
    # The first date counts even where its rule would not find it (RFC 5545 section 3.8.5.3).
    days = sorted({starts, *rrulestr(rule, dtstart=starts)}) if rule else [starts]
    near = [day for day in days if _month(TODAY, -13) <= f"{day:%Y-%m}" <= _month(TODAY, MONTHS_AHEAD)]
    dates = tuple((day.replace(tzinfo=ZONE), (day + lasts).replace(tzinfo=ZONE)) for day in near or days[:1])
    return Event(group, key, about["SUMMARY"], about["LOCATION"], about["DESCRIPTION"], rule, dates)


def _wall_time(text: str) -> datetime:
    return datetime.strptime(text, "%Y%m%dT%H%M%S")  # noqa: DTZ007  (rules repeat by the clock on the wall)


def _month(day: date, later: int) -> str:
    years, month = divmod(day.month - 1 + later, 12)
    return f"{day.year + years}-{month + 1:02}"


def is_to_come(event: Event) -> bool:
    """Tell whether an event has a date that is not over on the day of the workload."""
    return any(end.date() >= TODAY for _, end in event.dates)


def stubs(site: Content) -> Iterator[tuple[Section, str, str, str]]:
    """Yield each page that lists or prints, and that nobody writes a file for: section, kind, inner address, title."""
    for section in site.sections:
        news = f"{section.name} news" if section.key else "News"
        calendar = f"{section.name} calendar" if section.key else "Calendar"
        for year in site.news_years(section):
            yield section, "news-year", f"news/{year}", f"{news} of {year}"
        for year in site.years(section):
            yield section, "year", f"calendar/{year}", f"{calendar}, {year}"
        for month in site.months(section):
            named = date.fromisoformat(f"{month}-01")
            yield section, "month", f"calendar/{month}", f"{calendar}, {named:%B %Y}"
        yield section, "poster", "poster", "What is coming up"
