"""Sites that try to break the pages: too much of everything, and next to nothing. Names are the longest there may be."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from boardsite.publishing.releases import publish
from tests.support import small_site

LONG_WORD = "Safeguardingpartnershipcoordinationsubcommitteearrangements"
LONG_PLACE = "Underthehillandoverthewaterbythechurchnexttothemarketplace"
RIGHT_TO_LEFT = "مجموعة الشمال المحلية للأطفال"
EMOJI = "Group 👩‍👩‍👧‍👦 of 🏡🌊🚸 families 🎈"
MARKUP = '<script>alert(1)</script> & "friends"'
NAMES = (
    LONG_PLACE[:58],
    RIGHT_TO_LEFT,
    EMOJI,
    "A & B <i>C</i>",
    "North and South and East and West and all that lies between",
)
MAILBOX = "the-longest-mailbox-of-a-role-that-a-mail-system-takes-in-2016@an-example-with-a-long-name.example.org"
EVENTS = 300


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _group(number: int) -> str:
    colour = f"colour: '#{number:02x}4f{255 - 3 * number:02x}'\n" if number % 7 == 3 else ""
    name = NAMES[number % len(NAMES)][:56] + f" {number}"
    return f"---\nname: {_quoted(name)}\narea: {_quoted(LONG_PLACE + ' ' + EMOJI)}\nsummary: {_quoted(MARKUP)}\n{colour}---\nText.\n"


def _contacts(number: int) -> str:
    return (
        f"contacts:\n  - role: {_quoted(f'{LONG_WORD} {number}')}\n    organisation: {_quoted(NAMES[number % len(NAMES)])}\n"
        f"    email: {MAILBOX}\n    phone: 01632 960123 ext 123456\n    note: {_quoted(LONG_WORD + ' ' + MARKUP)}\n"
        f"  - role: {_quoted(RIGHT_TO_LEFT)}\n    vacant: yes\n"
    )


def _events() -> str:
    events = []
    for number in range(EVENTS):
        day, hour = number % 30 + 1, number % 12 + 7
        title = (LONG_WORD, RIGHT_TO_LEFT, EMOJI, f"Meeting {number}")[number % 4]
        events.append(
            f"BEGIN:VEVENT\nUID:{number}@example.org\nDTSTAMP:20160501T090000Z\nDTSTART;TZID=Europe/London:201606{day:02d}T{hour:02d}0000\n"
            f"DTEND;TZID=Europe/London:201606{day:02d}T{hour + 1:02d}0000\nSUMMARY:{title} {number}\nLOCATION:{LONG_PLACE}\nEND:VEVENT\n"
        )
    return ("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//tests//EN\n" + "".join(events) + "END:VCALENDAR\n").replace(
        "\n", "\r\n"
    )


def _news(number: int) -> str:
    title = _quoted(f"{(LONG_WORD, RIGHT_TO_LEFT, EMOJI, MARKUP)[number % 4]} {number}")
    return (
        f"---\ntitle: {title}\ndate: {number % 28 + 1} May 2016\nsummary: {_quoted(LONG_WORD)}\ntags: [{_quoted(EMOJI[:40])}, forum]\n"
        f"priorities: [neglect]\nfeatured_until: 3 June 2016\n---\n{LONG_WORD} {RIGHT_TO_LEFT}\n"
    )


PAGE = f"""---
title: {_quoted(LONG_WORD + " " + RIGHT_TO_LEFT)}
summary: {_quoted(MARKUP)}
sensitive: yes
updated: 1 May 2016
priorities: [neglect]
video:
  address: https://video.example.org/{LONG_WORD}/{LONG_PLACE}
  title: {_quoted(LONG_PLACE)}
---
## {LONG_WORD}

{LONG_PLACE}, <b>unclosed, SSB, {"x" * 200}

| {LONG_WORD} | b | c | d | e | f |
|---|---|---|---|---|---|
| {LONG_WORD} | {LONG_PLACE} | {EMOJI} | {RIGHT_TO_LEFT} | e | f |

    {"code " * 40}

- [{"https://www.example.org/" + LONG_WORD}](https://www.example.org/)
{"".join(f"{'  ' * 0}- {LONG_WORD}" + chr(10) for _ in range(3))}
> {RIGHT_TO_LEFT}

#### Deep {EMOJI}

## Part two

## Part three

## Part four
"""
GLOSSARY = "words:\n" + "".join(
    f"  - word: {_quoted(word)}\n    full: {_quoted(LONG_WORD)}\n    meaning: {_quoted(MARKUP)}\n"
    for word in ("SSB", LONG_PLACE[:40], RIGHT_TO_LEFT, EMOJI[:30])
)
_NUMBERS = "".join(
    f"    - label: {_quoted(f'{LONG_WORD} {number}')}\n      number: 01632 960{number}\n      hours: {_quoted(LONG_PLACE)}\n"
    for number in range(200, 206)
)
_MENU = "".join(f"  - label: {_quoted(LONG_WORD[:38] + str(n))}\n    page: /page-{n}/\n" for n in range(5))
SITE = (
    small_site.SITE.replace("name: Sample Safeguarding Board", f"name: {_quoted(LONG_WORD + ' ' + LONG_PLACE[:40])}", 1)
    .replace("    - label: Sample council\n      number: 01632 960123\n      hours: day and night\n", _NUMBERS)
    .replace("  - label: News\n    page: /news/\n  - label: Calendar\n    page: /calendar/\n", _MENU)
    + "exit:\n  address: https://www.example.org/\n  page: /page-1/\n"
    + f"notice:\n  kind: major\n  title: {_quoted(LONG_WORD)}\n  text: {_quoted(LONG_PLACE + ' ' + EMOJI)}\n"
)

CROWDED: dict[str, str | bytes | None] = {
    "content/site.yaml": SITE,
    "content/glossary.yaml": GLOSSARY,
    "content/page-0.md": PAGE,
    **{f"content/page-{n}.md": f"---\ntitle: Page {n}\n---\nText.\n" for n in range(1, 5)},
    **{f"lscgs/south/news/item-{n}.md": _news(n) for n in range(45)},
    "lscgs/south/events/many.ics": _events(),
    "content/areas.yaml": "areas:\n" + "".join(
        f"  - name: {_quoted(name)}\n    groups: [south, g-01, g-02, g-03, g-04]\n" for name in dict.fromkeys((LONG_PLACE, *NAMES))
    ),
    **{f"lscgs/g-{n:02d}/index.md": _group(n) for n in range(1, 60)},
    **{f"lscgs/g-{n:02d}/contacts.yaml": _contacts(n) for n in range(1, 60)},
}  # fmt: skip
LONELY: dict[str, str | bytes | None] = {
    "lscgs/south/index.md": "---\nname: South\n---\n",
    "lscgs/south/news/forum.md": None,
    "lscgs/south/contacts.yaml": None,
    "lscgs/south/events/forum.ics": None,
    "content/news/launch.md": None,
    "content/contacts.yaml": None,
}
BARE: dict[str, str | bytes | None] = {**LONELY, "lscgs/south/index.md": None}


def built(factory: pytest.TempPathFactory, name: str, changes: Mapping[str, str | bytes | None]) -> Path:
    """Return the built folder of a hostile site; the first caller of a test run builds it."""
    dist = factory.getbasetemp() / f"hostile-{name}"
    if not dist.exists():
        outcome = small_site.build(changes, as_of=date(2016, 6, 1))
        assert outcome.report.errors == ()
        publish(outcome.files, dist, small_site.ROOT)
    return dist
