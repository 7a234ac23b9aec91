"""Our occurrences are those of two independent programs, on every case and on every real file that they read.

Where one of them differs, `explained.py` says which, and why by the standard. A difference that is not there fails,
and so does an explanation that no longer explains anything.
"""

from __future__ import annotations

import os
import random
import re
from collections import Counter
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

import pytest

from boardsite.calendars import reader, recurrence
from tests.calendars.explained import EXPLAINED
from tests.calendars.ics import FIRST, LAST, LONDON
from tests.calendars.quirk_files import quirks
from tests.calendars.random_calendars import random_calendar
from tests.support.second_readers import Dated, Source, ical_js, need_ical_js, recurring

CASES = Path(__file__).parent / "cases"
# The test calendars of four public repositories, which are not ours to copy: a folder for each.
CORPUS = Path(
    os.environ.get("BOARDSITE_CALENDAR_FILES")
    or Path(__file__).resolve().parents[2].parent / "shared" / "corpus" / "ics"
)
PROGRAMS = ("recurring-ical-events", "ical.js")
# How many of our cases each program reads; what it cannot read at all is no difference.
READ = {"recurring-ical-events": 410, "ical.js": 410}
READ_OF_CORPUS = {"recurring-ical-events": 231, "ical.js": 202}
needs_corpus = pytest.mark.skipif(
    not CORPUS.is_dir(), reason="real calendar files are not here (name their folder in BOARDSITE_CALENDAR_FILES)"
)


@cache
def our_cases() -> dict[str, Source]:
    """Return every quirk, every case file and some random series, by name."""
    found = {quirk.id: Source(quirk.text().encode(), quirk.first, quirk.last, zone=quirk.zone) for quirk in quirks()}
    found |= {f"cases: {path.stem}": Source(path.read_bytes(), FIRST, LAST) for path in sorted(CASES.glob("*.ics"))}
    found |= {
        f"random: seed {seed}": Source(
            random_calendar(random.Random(seed)).encode(), date(2010, 1, 1), date(2029, 12, 31)
        )
        for seed in range(60)
    }
    return _shown_ones(found)


@cache
def real_files() -> dict[str, Source]:
    files = sorted(CORPUS.rglob("*.ics"))
    return _shown_ones(
        {
            str(path.relative_to(CORPUS)): Source(path.read_bytes(), date(2005, 1, 1), date(2029, 12, 31))
            for path in files
        }
    )


def _shown_ones(sources: dict[str, Source]) -> dict[str, Source]:
    """Return the sources of which we show something, with the UIDs of that: what we refuse is told, not compared."""
    found = {}
    for name, source in sources.items():
        made = {series.uid for series in reader.read([(name, source.content)], source.zone).series}
        # Two events of one UID, and changes without their series, have marks of ours behind the UID.
        uids = made | {re.sub(r"-(?:\d+|\d{8}T\d{6})$", "", uid) for uid in made}
        uids = {"" if uid.endswith("@no-uid") else uid for uid in uids}
        if uids:
            found[name] = Source(source.content, source.first, source.last, frozenset(uids), source.zone)
    return found


@cache
def ours(name: str, of: str) -> Counter[date]:
    """Return the starts that we give the occurrences of a file."""
    source = (our_cases() if of == "cases" else real_files())[name]
    found: Counter[date] = Counter()
    for series in reader.read([("file.ics", source.content)], source.zone).series:
        for occurrence in recurrence.expand(series, source.first, source.last, source.zone)[0]:
            starts = occurrence.when.starts
            found[starts.astimezone(UTC) if starts is not None else occurrence.when.first] += 1
    return _inside(found, source)


def _inside(found: Counter[date], source: Source) -> Counter[date]:
    """Leave out what begins outside the days that are compared."""
    begins, ends = source.window
    return Counter({
        start: number
        for start, number in found.items()
        if (begins <= start < ends if isinstance(start, datetime) else source.first <= start <= source.last)
    })  # fmt: skip


@cache
def readings(program: str, of: str) -> dict[str, list[Dated] | str]:
    sources = our_cases() if of == "cases" else real_files()
    if program == "ical.js":
        need_ical_js()
        return ical_js(sources)
    return {name: recurring(source) for name, source in sources.items()}


def differences(program: str, of: str) -> dict[str, str]:
    """Return what differs by name: the first start that only we have, or only they."""
    sources = our_cases() if of == "cases" else real_files()
    found = {}
    for name, theirs in readings(program, of).items():
        if isinstance(theirs, str):
            continue
        we, they = ours(name, of), _inside(Counter(dated.starts for dated in theirs), sources[name])
        if we != they:
            found[name] = f"only ours: {_some(we - they)}; only theirs: {_some(they - we)}"
    return found


def _some(starts: Counter[date]) -> str:
    first = ", ".join(f"{start:%Y-%m-%d %H:%M}" for start in sorted(starts, key=str)[:2])
    return f"{starts.total()} ({first})" if starts else "none"


def explained(program: str, names: dict[str, Source]) -> dict[str, str]:
    return {name: why for who, why, those in EXPLAINED if who == program for name in those if name in names}


def compare(program: str, of: str, sources: dict[str, Source]) -> None:
    found, known = differences(program, of), explained(program, sources)
    assert {name: what for name, what in found.items() if name not in known} == {}, "not explained"
    assert sorted(known.keys() - found.keys()) == [], "explained, and no longer so"


@pytest.mark.parametrize("program", PROGRAMS)
def test_our_cases_have_the_same_dates_in_both_programs(program: str) -> None:
    compare(program, "cases", our_cases())
    read = [name for name, answer in readings(program, "cases").items() if not isinstance(answer, str)]
    assert len(read) >= READ[program]


@needs_corpus
@pytest.mark.parametrize("program", PROGRAMS)
def test_real_files_have_the_same_dates_in_both_programs(program: str) -> None:
    compare(program, "real", real_files())
    read = [name for name, answer in readings(program, "real").items() if not isinstance(answer, str)]
    assert len(read) >= READ_OF_CORPUS[program]
    assert sum(ours(name, "real").total() for name in read) > 20_000


@needs_corpus
def test_real_files_are_all_answered_and_every_event_accounted_for() -> None:
    for path in sorted(CORPUS.rglob("*.ics")):
        reading = reader.read([(path.name, path.read_bytes())], LONDON)
        assert reading.ledger.is_balanced, path
        assert reading.series or reading.diagnostics, path


def test_every_explanation_names_a_case_or_a_real_file_once() -> None:
    for program in PROGRAMS:
        names = [name for who, _, those in EXPLAINED if who == program for name in those]
        assert [name for name, number in Counter(names).items() if number > 1] == []
        unknown = {name for name in names if ": " in name} - our_cases().keys()
        assert unknown == set()
