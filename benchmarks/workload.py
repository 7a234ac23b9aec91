"""A site of a chosen size with made-up words: the same size and seed give the same bytes on every machine.

    python3 benchmarks/workload.py medium /tmp/medium

Sizes are those of the figures in docs/performance.md: groups, news items, events. A post has about 400 words; a fifth
of the events repeat. Nothing in it is about real people or places.
"""

from __future__ import annotations

import random
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

SEED = 2016
TODAY = date(2026, 6, 15)


@dataclass(frozen=True, slots=True)
class Size:
    """How much there is of a site."""

    groups: int
    news: int
    events: int


SIZES = {
    "tiny": Size(2, 20, 10),
    "small": Size(7, 150, 100),
    "medium": Size(7, 2_000, 1_000),
    "large": Size(50, 10_000, 5_000),
}
_SYLLABLES = [consonant + vowel for consonant in "bdklmnrst" for vowel in "aeio"]
_TOPICS = ("neglect", "online", "early help", "schools", "young people", "training", "housing", "health")
_RULES = ("FREQ=WEEKLY", "FREQ=WEEKLY;INTERVAL=2", "FREQ=MONTHLY;BYDAY=2TU", "FREQ=MONTHLY;BYMONTHDAY=12")


class Writer:
    """Made-up prose from one seed."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)  # noqa: S311  (nothing secret is made here)
        self.words = sorted({"".join(self.dice.choices(_SYLLABLES, k=self.dice.randint(1, 4))) for _ in range(1_500)})

    def sentence(self, least: int = 6, most: int = 16) -> str:
        words = self.dice.choices(self.words, k=self.dice.randint(least, most))
        return " ".join(words).capitalize() + "."

    def title(self) -> str:
        return " ".join(self.dice.choices(self.words, k=self.dice.randint(3, 6))).capitalize()

    def paragraph(self) -> str:
        sentences = [self.sentence() for _ in range(self.dice.randint(3, 6))]
        if self.dice.random() < 0.5:
            sentences.insert(1, f"See [{self.title()}](https://example.org/{self.dice.randint(1, 999)}).")
        if self.dice.random() < 0.5:
            sentences[0] = f"**{sentences[0]}** {self.dice.choice(self.words)} *{self.dice.choice(self.words)}*"
        return " ".join(sentences)

    def body(self) -> str:
        """Return about 400 words: headings, paragraphs, a list, now and then a table or a quotation."""
        parts: list[str] = []
        while sum(len(part.split()) for part in parts) < 360:
            parts += [f"## {self.title()}", self.paragraph(), self.paragraph()]
            if self.dice.random() < 0.6:
                parts.append("\n".join(f"- {self.sentence(3, 8)}" for _ in range(self.dice.randint(3, 6))))
            if self.dice.random() < 0.15:
                rows = "\n".join(f"| {self.title()} | {hour}pm |" for hour in range(1, 5))
                parts.append(f"| what | when |\n|---|---|\n{rows}")
            if self.dice.random() < 0.2:
                parts.append(f"> {self.sentence()}")
        return "\n\n".join(parts) + "\n"


def generate(size: Size, root: Path) -> None:
    """Write a site of this size below a folder, which is emptied first."""
    shutil.rmtree(root, ignore_errors=True)
    for path, text in files(size):
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8", newline="")


def files(size: Size) -> Iterator[tuple[str, str]]:
    """Yield the path and text of each file of a site of this size, the theme left out."""
    write = Writer(SEED)
    keys = [f"group-{number:02}" for number in range(1, size.groups + 1)]
    yield "content/site.yaml", _SITE
    yield "content/index.md", "---\ntitle: Keeping children safe\n---\nWelcome.\n"
    yield "content/worried-about-a-child.md", "---\ntitle: Worried about a child?\n---\nCall.\n"
    for number, key in enumerate(keys):
        settings = f"name: {write.title()} {number + 1}\norder: {number}"
        yield f"lscgs/{key}/index.md", f"---\n{settings}\n---\n{write.paragraph()}\n"
        yield f"lscgs/{key}/contacts.yaml", _contacts(key)
    for number in range(size.news):
        yield f"{_home(keys, number)}/news/item-{number:05}.md", _news(write, number)
    for number in range(size.events):
        yield f"{_home(keys, number)}/events/event-{number:05}.ics", _event(write, number)


def _home(keys: list[str], number: int) -> str:
    """One in eight is the board's own; the others go round the groups."""
    return "content" if number % 8 == 0 else f"lscgs/{keys[number % len(keys)]}"


_SITE = """\
name: Sample Safeguarding Board
short_name: SSB
group_word: Local Group
group_words: Local Groups
time_zone: Europe/London
base_url: https://lscg.example.org
summary: A site of made-up words for measuring.
email: office@example.org
phone: 01632 960100
urgent:
  heading: Worried about a child?
  emergency: If a child is in danger now, call
  emergency_number: "999"
  page: /worried-about-a-child/
  checked_on: 1 May 2026
  numbers:
    - label: Sample council
      number: 01632 960123
menu:
  - {label: News, page: /news/}
  - {label: Calendar, page: /calendar/}
  - {label: Local groups, page: /lscgs/}
  - {label: Contacts, page: /contacts/}
accessibility:
  organisation: Sample Safeguarding Board
  status: fully
  alternatives: Ask us for another format.
  email: office@example.org
  response_days: 5
  prepared_on: 1 May 2026
  tested: We tested the site ourselves.
"""


def _contacts(key: str) -> str:
    roles = ("Chair", "Vice-chair", "Administrator")
    entries = (f"  - role: {role}\n    email: {key}-{role.lower()}@example.org\n" for role in roles)
    return "contacts:\n" + "".join(entries)


def _news(write: Writer, number: int) -> str:
    day = TODAY - timedelta(days=number * 3 % 2_000, hours=1)
    topics = ", ".join(write.dice.sample(_TOPICS, 2))
    settings = f"title: {write.title()} {number}\ndate: {day:%Y-%m-%d}\nsummary: {write.sentence()}\ntags: [{topics}]"
    return f"---\n{settings}\n---\n{write.body()}"


def _event(write: Writer, number: int) -> str:
    day = TODAY + timedelta(days=number * 7 % 700 - 350)
    hour = 9 + number % 9
    lines = [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example.org//benchmarks//EN", *_ZONE, "BEGIN:VEVENT",
        f"UID:event-{number}@example.org", "DTSTAMP:20260101T090000Z",
        f"DTSTART;TZID=Europe/London:{day:%Y%m%d}T{hour:02}0000",
        f"DTEND;TZID=Europe/London:{day:%Y%m%d}T{hour + 2}0000",
        f"SUMMARY:{write.title()} {number}",
        f"LOCATION:Hall {number}", f"DESCRIPTION:{write.sentence(20, 30)}",
    ]  # fmt: skip
    if number % 5 == 0:
        lines.append(f"RRULE:{write.dice.choice(_RULES)};COUNT=24")
    return "".join(f"{part}\r\n" for line in [*lines, "END:VEVENT", "END:VCALENDAR"] for part in _folded(line))


def _folded(line: str) -> Iterator[str]:
    yield line[:74]
    for at in range(74, len(line), 73):
        yield " " + line[at : at + 73]


_ZONE = (
    "BEGIN:VTIMEZONE", "TZID:Europe/London",
    "BEGIN:DAYLIGHT", "DTSTART:19810329T010000", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "TZOFFSETFROM:+0000",
    "TZOFFSETTO:+0100", "END:DAYLIGHT",
    "BEGIN:STANDARD", "DTSTART:19961027T020000", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0000", "END:STANDARD",
    "END:VTIMEZONE",
)  # fmt: skip


if __name__ == "__main__":
    if len(sys.argv) != 3 or sys.argv[1] not in SIZES:
        sys.exit(f"Usage: workload.py {'|'.join(SIZES)} FOLDER")
    generate(SIZES[sys.argv[1]], Path(sys.argv[2]))
