"""Whole small sites inside tests: a sound minimal site as a mapping of paths to text, built in memory or on disk."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

from boardsite.model.assemble import Wishes
from boardsite.pipeline import Order, Outcome, Part, build_from
from boardsite.reading.sources import SourceFile, read_tree, source_file

ROOT = Path(__file__).parents[2]
MOMENT = datetime(2016, 6, 1, 9, 0, tzinfo=UTC)

Files = Mapping[str, str | bytes | None]

SITE = """\
name: Sample Safeguarding Board
short_name: SSB
group_word: LSCG
group_words: LSCGs
group_meaning: Local Safeguarding Children Group
time_zone: Europe/London
base_url: https://lscg.example.org
summary: What the board and its local groups do.
email: office@example.org
phone: 01632 960100
urgent:
  heading: Worried about a child?
  emergency: If a child is in danger now, call
  emergency_number: "999"
  page: /worried-about-a-child/
  checked_on: 1 May 2016
  numbers:
    - label: Sample council
      number: 01632 960123
      hours: day and night
menu:
  - label: News
    page: /news/
  - label: Calendar
    page: /calendar/
priorities:
  - key: neglect
    name: Neglect
accessibility:
  organisation: Sample Safeguarding Board
  status: fully
  alternatives: Ask us for another format.
  email: office@example.org
  response_days: 5
  prepared_on: 1 May 2016
  tested: We tested the site ourselves in May 2016.
"""

EVENT = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//tests//EN
BEGIN:VEVENT
UID:forum@example.org
DTSTAMP:20160501T090000Z
DTSTART;TZID=Europe/London:20160627T093000
DTEND;TZID=Europe/London:20160627T120000
SUMMARY:Summer forum
LOCATION:Sample Hall
END:VEVENT
END:VCALENDAR
""".replace("\n", "\r\n")

MINIMAL: dict[str, str | bytes] = {
    "content/site.yaml": SITE,
    "content/index.md": "---\ntitle: Welcome\nsummary: What the board does.\n---\nHello.\n",
    "content/worried-about-a-child.md": "---\ntitle: Worried about a child?\n---\nCall.\n",
    "content/news/launch.md": "---\ntitle: Our new pages\ndate: 3 May 2016\nsummary: They are here.\n---\nNews.\n",
    "content/contacts.yaml": "contacts:\n  - role: Board office\n    email: office@example.org\n",
    "lscgs/south/index.md": "---\nname: South\nsummary: The south of the county.\n---\nAbout us.\n",
    "lscgs/south/news/forum.md": "---\ntitle: A forum\ndate: 9 May 2016\nsummary: Come.\n---\nText.\n",
    "lscgs/south/contacts.yaml": "contacts:\n  - role: Chair\n    email: south-chair@example.org\n",
    "lscgs/south/events/forum.ics": EVENT,
}


def files(changes: Files | None = None) -> dict[str, str | bytes]:
    """Return the minimal site with some files changed, added, or (with None) taken away."""
    merged: dict[str, str | bytes | None] = {**MINIMAL, **(changes or {})}
    return {path: content for path, content in merged.items() if content is not None}


@cache
def theme() -> tuple[SourceFile, ...]:
    """Return the project's own theme."""
    sources, _ = read_tree(ROOT)
    return tuple(source for source in sources if source.path.startswith("theme/"))


def build(
    changes: Files | None = None,
    *,
    as_of: date | None = None,
    wishes: Wishes | None = None,
    moment: datetime = MOMENT,
    only: Part = "",
    keeps_names: bool = False,
) -> Outcome:
    """Return what becomes of the minimal site with these changes, under the project's own theme."""
    sources = tuple(
        source_file(path, content if isinstance(content, bytes) else content.encode())
        for path, content in sorted(files(changes).items())
    )
    order = Order(ROOT, moment, as_of, wishes or Wishes(), only, keeps_names)
    return build_from((*sources, *theme()), order)


def write(root: Path, changes: Files | None = None) -> Path:
    """Write the minimal site with these changes below a folder, with the project's theme beside it; return it."""
    whole = {source.path: source.content for source in theme()}
    whole |= {
        path: content if isinstance(content, bytes) else content.encode() for path, content in files(changes).items()
    }
    for path, content in whole.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return root


def page(outcome: Outcome, path: str) -> str:
    """Return one finished file as text."""
    return dict(outcome.files)[path].content.decode()


def codes(outcome: Outcome) -> list[str]:
    """Return the codes of everything found, in the order of the report."""
    return [diagnostic.code for diagnostic in outcome.report.diagnostics]
