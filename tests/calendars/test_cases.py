"""Each file in cases/ shows and tells what the text beside it says, however it and its parts are put in order."""

import re
from pathlib import Path

import pytest

from boardsite.calendars import reader
from boardsite.calendars.reader import Reading
from tests.calendars.ics import LONDON, shown, told

FOLDER = Path(__file__).parent / "cases"
CASES = sorted(FOLDER.glob("*.ics"))
ORDERED = {"file-that-stops", "same-uid-in-one-file"}  # here the order is what the case is about
_EVENT = re.compile(r"BEGIN:VEVENT\n.*?END:V(?:EVENT|TODO)\n", re.S)


def report(reading: Reading) -> str:
    """Return what is shown and told, a line each."""
    lines = shown(reading)
    lines += [f"{d.severity.value} {d.where.line} {d.code}" for d in told(reading)]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_a_case_shows_and_tells_what_it_should(case: Path) -> None:
    reading = reader.read([(case.name, case.read_bytes())], LONDON)
    expected = case.with_suffix(".txt")
    assert report(reading) == expected.read_text(encoding="utf-8")
    assert reading.ledger.is_balanced


@pytest.mark.parametrize("case", [case for case in CASES if case.stem not in ORDERED], ids=lambda path: path.stem)
def test_the_order_of_the_parts_does_not_matter(case: Path) -> None:
    text = case.read_text(encoding="utf-8")
    events = _EVENT.findall(text)
    turned = _EVENT.sub(lambda _: events.pop(), text)
    straight, reversed_ = (reader.read([(case.name, t.encode())], LONDON) for t in (text, turned))
    assert shown(reversed_) == shown(straight)
    assert sorted(d.code for d in told(reversed_)) == sorted(d.code for d in told(straight))
    assert reversed_.ledger == straight.ledger


def test_the_order_of_the_files_does_not_matter() -> None:
    files = [(case.name, case.read_bytes()) for case in CASES]
    straight = reader.read(files, LONDON)
    assert reader.read(files[::-1], LONDON) == straight
    assert straight.ledger.is_balanced
