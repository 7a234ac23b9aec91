"""Whole calendars against recurring-ical-events, an independent reader: random series, and real files where present."""

import random
import re
import warnings
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import icalendar
import pytest
import recurring_ical_events

from boardsite.calendars import reader
from tests.calendars.ics import LONDON, expand, read, vcalendar, vevent

CORPUS = Path(__file__).resolve().parents[2].parent / "shared" / "corpus" / "ics"
FIRST, LAST = date(2005, 1, 1), date(2029, 12, 31)

# Files on which the two disagree, and why ours is what we want.
KNOWN = {
    "music-school-weekly-until.ics": "(GMT +01:00) is a fixed offset; theirs takes it as floating",
    "non-utc-until-ny.ics": "UNTIL without Z is in the zone of the start",
    "sabredav-school-holidays.ics": "a day with a zone is a day",
    "test_with_int_tzid.ics": "the file defines its zone, with a space in the name",
    "yearly-recurring-unicode.ics": "a day with a zone is a day",
    "issue_201_mixed_datetime_and_date.ics": "a day that ends at a time is by days",
    "issue_201_test_matrix.ics": "a day that ends at a time is by days",
    "issue_253_additional_recurrence_id.ics": "a changed date that matches nothing is shown, and told",
    "issue_28_rrule_with_UTC_endinginZ.ics": "UNTIL at 23:00Z is midnight in London: the day after is included",
    "issue_75_range_parameter.ics": "UNTIL as a day includes that day",
}
TOLD_OTHERWISE = {
    "event.same-uid-twice", "event.no-uid", "event.older-copy", "event.override-of-removed-date",
    "event.private-left-out", "calendar.cut-short", "event.override-without-series", "event.value-not-used",
    "event.line-unreadable",
}  # fmt: skip


def theirs(content: bytes) -> Counter[tuple[str, date]]:
    icalendar.use_zoneinfo()
    content = re.sub(rb"(?im)^X-WR-TIMEZONE[:;].*$", b"X-IGNORED:1", content)
    found: Counter[tuple[str, date]] = Counter()
    window = datetime(FIRST.year, 1, 1, tzinfo=LONDON), datetime(LAST.year + 1, 1, 1, tzinfo=LONDON)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for calendar in icalendar.Calendar.from_ical(content, multiple=True):
            for event in recurring_ical_events.of(calendar, components=["VEVENT"]).between(*window):
                starts = event["DTSTART"].dt
                if isinstance(starts, datetime):
                    starts = (starts if starts.tzinfo else starts.replace(tzinfo=LONDON)).astimezone(UTC)
                found[str(event.get("UID")), starts] += 1
    return found


def ours(reading: reader.Reading) -> Counter[tuple[str, date]]:
    found: Counter[tuple[str, date]] = Counter()
    for occurrence in expand(reading, FIRST, LAST):
        starts = occurrence.when.starts
        found[occurrence.uid, starts.astimezone(UTC) if starts is not None else occurrence.when.first] += 1
    return found


def random_calendar(dice: random.Random) -> str:
    """Return a series with removed, added, moved and cancelled dates, by days or with times, in one of four zones."""
    zone = dice.choice(["Europe/London", "Europe/Paris", "America/New_York", "GMT Standard Time"])
    start = datetime(2016, 1, 1, dice.choice([0, 1, 2, 9, 23]), dice.choice([0, 30])) + timedelta(days=dice.randint(0, 1500))
    is_timed = dice.random() < 0.7

    def point(name: str, at: datetime) -> str:
        return f"{name};TZID={zone}:{at:%Y%m%dT%H%M%S}" if is_timed else f"{name};VALUE=DATE:{at:%Y%m%d}"

    step, rule = dice.choice(
        [
            (timedelta(days=1), "FREQ=DAILY;COUNT=25"),
            (timedelta(days=7), "FREQ=WEEKLY;COUNT=40"),
            (timedelta(days=14), "FREQ=WEEKLY;INTERVAL=2;COUNT=40"),
            (timedelta(days=3), "FREQ=DAILY;INTERVAL=3;UNTIL=20211231" + ("T235959Z" if is_timed else "")),
        ]
    )
    dates = [start + step * number for number in range(20)]
    picked = dice.sample(dates[1:], 4)
    lines = [point("DTSTART", start), f"RRULE:{rule}", point("EXDATE", picked[0])]
    lines.append(point("RDATE", start + timedelta(days=400, hours=1)))
    moved = vevent(point("RECURRENCE-ID", picked[1]), point("DTSTART", picked[1] + timedelta(days=2, hours=3)))
    far = vevent(point("RECURRENCE-ID", picked[2]), point("DTSTART", picked[2] - timedelta(days=60)))
    return vcalendar(vevent(*lines), moved, far)


@pytest.mark.parametrize("seed", range(60))
def test_random_series_have_the_same_dates(seed: int) -> None:
    text = random_calendar(random.Random(seed))
    assert ours(read(text)) == theirs(text.encode()), f"seed {seed}\n{text}"


@pytest.mark.skipif(not CORPUS.is_dir(), reason="real calendar files are not beside the project (../shared/corpus)")
def test_real_files_have_the_same_dates() -> None:
    compared = occurrences = 0
    different = set()
    for path in sorted(CORPUS.rglob("*.ics")):
        content = path.read_bytes()
        reading = reader.read([(path.name, content)], LONDON)
        if not reading.series or any(d.is_error or d.code in TOLD_OTHERWISE for d in reading.diagnostics):
            continue
        try:
            expected = theirs(content)
        except (ValueError, KeyError, AttributeError, TypeError, IndexError):
            continue  # theirs cannot read the file; the next test says that ours can
        found = ours(reading)
        compared += 1
        occurrences += found.total()
        if found != expected:
            different.add(path.name)
    assert different <= KNOWN.keys()
    assert compared > 150
    assert occurrences > 10_000


@pytest.mark.skipif(not CORPUS.is_dir(), reason="real calendar files are not beside the project (../shared/corpus)")
def test_real_files_are_all_answered_and_every_event_accounted_for() -> None:
    for path in sorted(CORPUS.rglob("*.ics")):
        reading = reader.read([(path.name, path.read_bytes())], LONDON)
        assert reading.ledger.is_balanced, path
        assert reading.series or reading.diagnostics, path
