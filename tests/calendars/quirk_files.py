"""The compact cases in quirks/: text to Quirk values, and dates in the short form of the standard's own examples."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from tests.calendars.ics import FIRST, LAST, LONDON

FOLDER = Path(__file__).parent / "quirks"
MONTHS = {calendar.month_abbr[number]: number for number in range(1, 13)}
GIVEN = {"UID": "UID:forum@example.org", "SUMMARY": "SUMMARY:Forum", "DTSTAMP": "DTSTAMP:20160101T000000Z"}
_SEVERAL = re.compile(r"(\d{4})((?: \d\d:\d\d(?: to \d\d:\d\d)?)?(?: [A-Z]{3,4})?): (.*)")


@dataclass(slots=True)
class Quirk:
    """A case: the VEVENTs as lists of lines, what is shown and told, and the days to look at."""

    family: str
    name: str
    zone: ZoneInfo = LONDON
    first: date = FIRST
    last: date = LAST
    goes_on: bool = False
    around: list[str] = field(default_factory=list)
    events: list[list[str]] = field(default_factory=lambda: [[]])
    shown: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)

    @property
    def id(self) -> str:
        return f"{self.family}: {self.name}"

    @property
    def names_offsets(self) -> bool:
        return any(re.search(r" \d\d:\d\d [A-Z]{3,4}$", line) for line in self.shown)

    def text(self, *, is_reversed: bool = False) -> str:
        """Return the calendar file."""
        events = self.events[::-1] if is_reversed else self.events
        lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example//EN", *self.around]
        for event in events:
            written = {re.split("[:;]", line)[0] for line in event}
            lines += [
                "BEGIN:VEVENT",
                *(text for name, text in GIVEN.items() if name not in written),
                *event,
                "END:VEVENT",
            ]
        return "\n".join([*lines, "END:VCALENDAR", ""])


def quirks() -> list[Quirk]:
    """Return all cases of all families."""
    return [quirk for path in sorted(FOLDER.glob("*.txt")) for quirk in _of_file(path)]


def _of_file(path: Path) -> Iterator[Quirk]:
    quirk: Quirk | None = None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.startswith("## "):
            if quirk is not None:
                yield quirk
            quirk = Quirk(path.stem, line[3:])
        elif quirk is not None and line.strip():
            try:
                _take(quirk, line)
            except ValueError as problem:
                raise ValueError(f"{path.name}:{number}: {line}") from problem
    if quirk is not None:
        yield quirk


def _take(quirk: Quirk, line: str) -> None:
    mark, _, rest = line.partition(" ")
    if line == "> ...":
        quirk.goes_on = True
        quirk.last = date.fromisoformat(quirk.shown[-1][:10])
    elif mark == ">":
        quirk.shown += _dates(rest)
    elif mark == "!":
        quirk.told.append(rest)
    elif mark == "@":
        quirk.around.append(rest)
    elif mark == "=":
        quirk.first, quirk.last = map(date.fromisoformat, rest.split())
    elif mark == "in":
        quirk.zone = ZoneInfo(rest)
        quirk.first = date(1990, 1, 1)
    elif mark == "--":
        quirk.events.append([])
    else:
        quirk.events[-1].append(line)


def _dates(text: str) -> list[str]:
    """Return a line as it is, or one for each of "1997 09:00 EDT: Sep 2-30; Oct 1 3"."""
    found = _SEVERAL.fullmatch(text)
    if found is None:
        return [text]
    year, times, months = int(found[1]), found[2], found[3]
    days = [day for part in months.split(";") for day in _days(year, part.split())]
    return [f"{day}{times}" for day in days]


def _days(year: int, words: list[str]) -> Iterator[date]:
    month = MONTHS[words[0]]
    for word in words[1:]:
        first, _, last = word.partition("-")
        start = date(year, month, int(first))
        for number in range(int(last or first) - int(first) + 1):
            yield start + timedelta(days=number)
