"""Feeds and files that we publish: what programs ask of them, and that they say what the source says."""

import re
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import pytest

from boardsite.calendars import reader, writer
from boardsite.calendars.events import Occurrence
from boardsite.calendars.reader import Reading
from boardsite.calendars.zone_writer import vtimezone
from tests.calendars.ics import LONDON, expand, only, read, read_event, shown, vcalendar, vevent

CASES = sorted((Path(__file__).parent / "cases").glob("*.ics"))
START = "DTSTART;TZID=Europe/London:20160627T093000"


def feed(reading: Reading, **addresses: str) -> bytes:
    return writer.calendar(
        reading.series, name="South", uid="south.calendar@example.org", url="https://example.org/c.ics",
        zone=LONDON, addresses=addresses,
    )  # fmt: skip


def facts(occurrence: Occurrence) -> tuple[object, ...]:
    """Return what a reader of the page sees of an occurrence."""
    when, details = occurrence.when, occurrence.details
    return (
        occurrence.uid, when.first, when.last, when.is_all_day, when.is_time_to_be_confirmed, when.has_end,
        when.begins, when.is_over_at, details.title, details.description, details.location, details.status,
        details.booking, details.booking_target, details.audience, details.venue, details.kind,
        details.is_place_to_be_confirmed, details.sequence, details.stamp,
    )  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_a_feed_reads_as_its_source_does(case: Path) -> None:
    source = reader.read([(case.name, case.read_bytes())], LONDON)
    again = reader.read([("feed.ics", feed(source))], LONDON)
    assert Counter(map(facts, expand(again))) == Counter(map(facts, expand(source)))
    assert again.ledger.shown == again.ledger.found
    assert not any(d.is_error for d in again.diagnostics)


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_a_feed_keeps_to_the_form_of_the_standard(case: Path) -> None:
    content = feed(reader.read([(case.name, case.read_bytes())], LONDON))
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert all(re.match(rb"[A-Z0-9-]+[;:]| ", line) for line in content.split(b"\r\n")[:-1])
    calendar = icalendar.Calendar.from_ical(content)
    assert [error for event in calendar.walk("VEVENT") for error in event.errors] == []


def test_the_same_series_give_the_same_bytes_in_any_order() -> None:
    files = [(case.name, case.read_bytes()) for case in CASES]
    reading = reader.read(files, LONDON)
    turned = replace(reading, series=reading.series[::-1])
    assert feed(reading) == feed(reader.read(files, LONDON)) == feed(turned)


def test_a_feed_says_who_it_is_and_how_often_to_come() -> None:
    lines = feed(read_event(START)).decode().split("\r\n")
    for wanted in (
        "VERSION:2.0",
        "NAME:South",
        "X-WR-CALNAME:South",
        "UID:south.calendar@example.org",
        "SOURCE;VALUE=URI:https://example.org/c.ics",
        "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
        "X-PUBLISHED-TTL:PT12H",
    ):
        assert lines.count(wanted) == 1
    assert not any(line.startswith("METHOD") for line in lines)


def test_moments_of_change_come_from_the_source_and_never_from_the_clock() -> None:
    content = feed(read_event(START, "LAST-MODIFIED:20160102T030405Z", "SEQUENCE:3", "CREATED:20160101T000000Z"))
    for wanted in (b"DTSTAMP:20160102T030405Z", b"LAST-MODIFIED:20160102T030405Z", b"SEQUENCE:3", b"CREATED:20160101"):
        assert wanted in content
    assert b"DTSTAMP:20000101T000000Z" in feed(read_event(START))


def test_london_has_the_definition_of_the_recipe_and_stands_once() -> None:
    content = feed(read(vcalendar(vevent(START), vevent(START, uid="b@example.org")))).decode()
    assert content.count("BEGIN:VTIMEZONE") == 1
    daylight = "DTSTART:19810329T010000\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3"
    standard = "DTSTART:19961027T020000\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10"
    assert daylight in content and standard in content


@pytest.mark.parametrize(
    "name", ["Europe/London", "Europe/Dublin", "America/New_York", "Australia/Sydney", "Asia/Kolkata", "Africa/Casablanca"]
)
def test_a_written_zone_has_the_offsets_of_the_world(name: str) -> None:
    zone = ZoneInfo(name)
    made = icalendar.Timezone.from_ical(vtimezone(zone).to_ical()).to_tz()
    for year in (2016, 2026, 2030):
        for month in range(1, 13):
            moment = datetime(year, month, 15, 12, tzinfo=UTC)
            wall = moment.astimezone(zone).replace(tzinfo=made)
            assert wall.utcoffset() == moment.astimezone(zone).utcoffset(), moment


def test_utc_needs_no_zone() -> None:
    content = feed(read_event("DTSTART:20160627T083000Z"))
    assert b"DTSTART:20160627T083000Z" in content
    assert b"VTIMEZONE" not in content


def test_a_cancelled_date_is_an_override_that_says_so() -> None:
    text = vcalendar(
        vevent(START, "RRULE:FREQ=WEEKLY;COUNT=3"),
        vevent("RECURRENCE-ID;TZID=Europe/London:20160704T093000", "DTSTART;TZID=Europe/London:20160704T093000",
               "STATUS:CANCELLED"),
    )  # fmt: skip
    content = feed(read(text)).decode()
    assert "SUMMARY:CANCELLED: Forum" in content
    assert "STATUS:CANCELLED\r\nTRANSP:TRANSPARENT" in content
    assert "EXDATE" not in content


def test_until_is_written_in_utc_and_removed_dates_in_the_zone_of_the_start() -> None:
    content = feed(read_event(START, "RRULE:FREQ=DAILY;UNTIL=20160701", "EXDATE:20160628T083000Z"))
    assert b"UNTIL=20160701T225959Z" in content
    assert b"EXDATE;TZID=Europe/London:20160628T093000" in content


def test_the_page_of_the_site_goes_before_the_address_in_the_file() -> None:
    reading = read_event(START, "URL:https://example.org/other")
    assert b"URL:https://example.org/other" in feed(reading)
    page = writer.calendar(
        reading.series, name="S", uid="s", url="", zone=LONDON, addresses={"forum@example.org": "https://example.org/e/"}
    )
    assert b"URL:https://example.org/e/" in page and b"other" not in page


def test_one_series_has_a_file_of_its_own() -> None:
    reading = read_event(START, "RRULE:FREQ=WEEKLY;COUNT=3")
    content = writer.event(only(reading), zone=LONDON, address="https://example.org/e/")
    assert shown(reader.read([("one.ics", content)], LONDON)) == shown(reading)
    assert b"URL:https://example.org/e/" in content


def test_text_cannot_break_out_of_its_line() -> None:
    hostile = r"x\nEND:VEVENT\r\nBEGIN:VEVENT\nDTSTART:20200101\;\,\\n"
    reading = read_event(START, f"DESCRIPTION:{hostile}", f"LOCATION:{hostile}", f"X-BOARDSITE-VENUE:{hostile}")
    again = reader.read([("feed.ics", feed(reading))], LONDON)
    assert again.ledger.found == 1
    assert only(again).details.description == only(reading).details.description


def test_a_time_to_be_confirmed_is_in_nobodys_calendar() -> None:
    content = feed(read_event(START, "X-BOARDSITE-TIME:TO-BE-CONFIRMED"))
    assert b"DTSTART;VALUE=DATE:20160627" in content
    assert b"093000" not in content


def test_real_time_lengths_stay_real_time() -> None:
    content = feed(read_event("DTSTART;TZID=Europe/London:20261024T220000", "DURATION:P1DT90M"))
    assert b"DURATION:P1DT1H30M" in content


def test_a_postponed_date_keeps_nobodys_time() -> None:
    content = feed(read_event(START, "X-BOARDSITE-STATUS:POSTPONED"))
    assert b"STATUS:TENTATIVE\r\nTRANSP:TRANSPARENT" in content
    assert b"SUMMARY:POSTPONED: Forum" in content


def test_an_event_that_starts_in_the_hour_that_is_skipped_lasts_as_long_as_on_its_page() -> None:
    day = "TZID=Europe/London:20160327T"
    for rule in ([], ["RRULE:FREQ=WEEKLY;COUNT=2"]):
        reading = read_event(f"DTSTART;{day}010000", f"DTEND;{day}030000", *rule)
        content = feed(reading)
        assert b"T010000\r\nDURATION:PT1H\r\n" in content
        assert shown(reader.read([("feed.ics", content)], LONDON)) == shown(reading)
        assert shown(reading)[0] == "2016-03-27 02:00 to 03:00 Forum"


@pytest.mark.parametrize("letter", ["x", "é", "\\", "😀"])
def test_lines_are_folded_where_the_library_folds_them(letter: str) -> None:
    event = icalendar.Event()
    for length in range(50, 90):
        event.add(f"X-{length}", icalendar.prop.vText("x" * (length - 10) + letter * 3))
    assert writer.content_lines(event) == event.to_ical(sorted=False)
