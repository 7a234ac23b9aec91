"""Each quirk in quirks/*.txt shows and tells what is written there, whatever the order of its parts."""

from __future__ import annotations

import pytest

from boardsite.calendars import reader, recurrence
from boardsite.calendars.reader import Reading
from tests.calendars.ics import line
from tests.calendars.quirk_files import FOLDER, Quirk, quirks

QUIRKS = quirks()
# Two events of one UID and one revision: the first in the file has the UID, so their order is what these are about.
ORDERED = {"copies: two events that share a UID are both shown, and that is told"}
every_quirk = pytest.mark.parametrize("quirk", QUIRKS, ids=lambda quirk: quirk.id)


def read(quirk: Quirk, *, is_reversed: bool = False) -> Reading:
    return reader.read([("quirk.ics", quirk.text(is_reversed=is_reversed).encode())], quirk.zone)


def found(quirk: Quirk, reading: Reading) -> tuple[list[str], list[str]]:
    """Return what a reading shows, in the form of the case, and the codes of all that is told."""
    told = [d.code for d in reading.diagnostics]
    occurrences = []
    for series in reading.series:
        more, also = recurrence.expand(series, quirk.first, quirk.last, quirk.zone)
        occurrences += more
        told += [d.code for d in also]
    occurrences.sort(key=lambda o: (o.when.sort_key, o.details.title))
    shown = []
    for occurrence in occurrences:
        text = line(occurrence, quirk.zone).replace(" Forum", "")
        starts = occurrence.when.starts
        shown.append(f"{text} {starts.tzname()}" if quirk.names_offsets and starts is not None else text)
    return shown, sorted(told)


def test_there_are_hundreds_and_each_has_its_own_name() -> None:
    assert len(QUIRKS) > 200
    assert len({quirk.id for quirk in QUIRKS}) == len(QUIRKS)
    assert len(list(FOLDER.glob("*.txt"))) > 10


@every_quirk
def test_a_quirk_shows_and_tells_what_it_should(quirk: Quirk) -> None:
    reading = read(quirk)
    assert found(quirk, reading) == (quirk.shown, sorted(quirk.told))
    assert reading.ledger.is_balanced
    assert reading.ledger.found == len(quirk.events)


@every_quirk
def test_a_quirk_shows_and_tells_the_same_in_reverse(quirk: Quirk) -> None:
    if quirk.id in ORDERED:
        reading = read(quirk, is_reversed=True)
        assert sorted(found(quirk, reading)[0]) == sorted(quirk.shown)
        return
    reading = read(quirk, is_reversed=True)
    assert found(quirk, reading) == (quirk.shown, sorted(quirk.told))
    assert reading.ledger == read(quirk).ledger
