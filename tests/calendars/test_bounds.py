"""Rules and dates past our bounds are refused with the reason; what is let through ends soon."""

import time
from datetime import date

import pytest

from boardsite.calendars import limits, recurrence
from tests.calendars.ics import LONDON, codes, expand, only, read, read_event, shown, vcalendar, vevent

START = "DTSTART;TZID=Europe/London:20160627T093000"


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        ("", "event.rule-unreadable"),
        ("every other tuesday", "event.rule-unreadable"),
        ("FREQ=FORTNIGHTLY", "event.rule-unreadable"),
        ("INTERVAL=2", "event.rule-unreadable"),
        ("FREQ=DAILY;INTERVAL=two", "event.rule-unreadable"),
        ("FREQ=WEEKLY;BYDAY=99MO", "event.rule-unreadable"),
        ("FREQ=WEEKLY;BYDAY=Tuesday", "event.rule-unreadable"),
        ("FREQ=DAILY;FREQ=WEEKLY", "event.rule-unreadable"),
        ("FREQ=DAILY;UNTIL=Christmas", "event.rule-unreadable"),
        ("FREQ=SECONDLY", "event.rule-too-fast"),
        ("FREQ=MINUTELY;COUNT=1000000000", "event.rule-too-fast"),
        ("FREQ=HOURLY", "event.rule-too-fast"),
        ("FREQ=DAILY;INTERVAL=0", "event.rule-out-of-bounds"),
        ("FREQ=DAILY;INTERVAL=-1", "event.rule-out-of-bounds"),
        ("FREQ=DAILY;INTERVAL=1000", "event.rule-out-of-bounds"),
        ("FREQ=DAILY;COUNT=0", "event.rule-out-of-bounds"),
        ("FREQ=DAILY;COUNT=1000000000", "event.rule-out-of-bounds"),
        ("FREQ=DAILY;COUNT=5001", "event.rule-out-of-bounds"),
        ("FREQ=MONTHLY;BYMONTHDAY=32", "event.rule-out-of-bounds"),
        ("FREQ=MONTHLY;BYMONTHDAY=0", "event.rule-out-of-bounds"),
        ("FREQ=YEARLY;BYMONTH=13", "event.rule-out-of-bounds"),
        ("FREQ=DAILY;BYSETPOS=366", "event.rule-not-used-here"),
        ("FREQ=MONTHLY;BYSETPOS=1", "event.rule-not-used-here"),
        ("FREQ=WEEKLY;BYDAY=2TU", "event.rule-not-used-here"),
        ("FREQ=MONTHLY;BYWEEKNO=20", "event.rule-not-used-here"),
        ("FREQ=DAILY;COUNT=3;UNTIL=20170101", "event.rule-not-used-here"),
        ("RSCALE=GREGORIAN;FREQ=YEARLY", "event.rule-not-used-here"),
        ("FREQ=MONTHLY;BYMONTHDAY=31;SKIP=FORWARD", "event.rule-not-used-here"),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "event.rule-never-matches"),
        ("FREQ=DAILY;BYMONTH=4,6;BYMONTHDAY=31", "event.rule-never-matches"),
        ("FREQ=DAILY;BYSECOND=" + ",".join(["1"] * 101), "event.rule-too-wide"),
        ("FREQ=DAILY;BYHOUR=9,10;BYMINUTE=" + ",".join(map(str, range(60))), "event.rule-too-wide"),
    ],
)
def test_a_rule_we_cannot_follow_is_refused_with_its_text(rule: str, code: str) -> None:
    reading = read_event(START, f"RRULE:{rule}")
    (told,) = reading.diagnostics
    assert (told.code, told.where.line) == (code, 8)
    assert told.is_error and told.is_contained
    assert '"Forum"' in told.message
    assert rule[:40] in told.found
    assert reading.ledger.refused == 1


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=DAILY",
        "FREQ=DAILY;UNTIL=99991231T235959Z",
        "FREQ=DAILY;INTERVAL=7;BYDAY=TU",  # begins on a Monday: never matches
        "FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29;COUNT=5000",
        "FREQ=YEARLY;BYYEARDAY=366;BYMONTH=1;COUNT=5000",
        "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=300",
        "FREQ=YEARLY;BYDAY=53MO;BYMONTH=1",
        "FREQ=WEEKLY;INTERVAL=999;BYMONTH=2;BYMONTHDAY=29",
        "FREQ=DAILY;BYMONTHDAY=13;BYDAY=FR;COUNT=5000",
    ],
)
def test_rules_without_end_or_match_are_answered_soon(rule: str) -> None:
    began = time.process_time()
    for start in ("20160627T093000", "19700101T093000"):
        series = only(read_event(f"DTSTART;TZID=Europe/London:{start}", f"RRULE:{rule}"))
        occurrences, told = recurrence.expand(series, date(2015, 1, 1), date(2028, 12, 31), LONDON)
        assert told == ()
        assert len(occurrences) < 5_120
    assert time.process_time() - began < 2


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        (["DTSTART:00010101T000000"], "event.year-out-of-range"),
        (["DTSTART;VALUE=DATE:99991231"], "event.year-out-of-range"),
        (["DTSTART:16010101T000000"], "event.year-out-of-range"),
        ([START, "DTEND;TZID=Europe/London:20180628T093000"], "event.too-long"),
        (["DTSTART;VALUE=DATE:20160627", "DURATION:P999999D"], "event.too-long"),
        ([START, "DURATION:PT9999999H"], "event.too-long"),
        ([START, "DURATION:P999999999D"], "event.duration-unreadable"),
        ([START, "DURATION:-PT1H"], "event.duration-unreadable"),
        ([START, "DURATION:1 hour"], "event.duration-unreadable"),
        ([START, "DTEND;TZID=Europe/London:20160627T083000"], "event.ends-before-start"),
        (["DTSTART;VALUE=DATE:20160627", "DTEND;VALUE=DATE:20160626"], "event.ends-before-start"),
        ([START, "DTSTART;TZID=Europe/London:20160628T093000"], "event.written-twice"),
        ([START, "RRULE:FREQ=DAILY;COUNT=2", "RRULE:FREQ=WEEKLY;COUNT=2"], "event.written-twice"),
        ([], "event.no-start"),
        (["DTSTART:"], "event.date-unreadable"),
        (["DTSTART;TZID=Europe:20160627T093000"], "event.zone-unknown"),
        (["DTSTART;TZID=../../etc/passwd:20160627T093000"], "event.zone-unknown"),
        (["DTSTART;TZID=" + "x" * 5_000 + ":20160627T093000"], "event.zone-unknown"),
        ([START, *["EXDATE:20170101T093000"] * 2_001], "event.too-many-listed"),
    ],
)
def test_dates_we_cannot_use_are_refused(lines: list[str], code: str) -> None:
    reading = read_event(*lines)
    (told,) = [d for d in reading.diagnostics if d.is_error]
    assert told.code == code
    assert told.is_contained
    assert len(told.found) <= 121 and len(told.message) < 240
    assert reading.ledger.refused == 1


@pytest.mark.parametrize(
    ("lines", "expected", "code"),
    [
        ([START, "DTEND:20160627T113000", "DURATION:PT5H"], "2016-06-27 09:30 to 11:30 Forum", "event.end-and-duration"),
        (["DTSTART;VALUE=DATE:20160627", "DTEND:20160629T100000"], "2016-06-27 to 2016-06-29 Forum", "event.end-kind-differs"),
        ([START, "DTEND;VALUE=DATE:20160627"], "2016-06-27 09:30 Forum", "event.end-kind-differs"),
        (["DTSTART;VALUE=DATE:20160627", "DURATION:PT30H"], "2016-06-27 to 2016-06-28 Forum", "event.part-of-a-day"),
        (["DTSTART;VALUE=DATE:20160627", "DTEND;VALUE=DATE:20160901"], "2016-06-27 to 2016-08-31 Forum", "event.quite-long"),
        ([START, "EXDATE:never"], "2016-06-27 09:30 Forum", "event.value-not-used"),
        ([START, "RDATE:now and then"], "2016-06-27 09:30 Forum", "event.value-not-used"),
        ([START, "SEQUENCE:first"], "2016-06-27 09:30 Forum", "event.value-not-used"),
    ],
)
def test_small_faults_keep_the_event_and_are_told(lines: list[str], expected: str, code: str) -> None:
    reading = read_event(*lines)
    assert shown(reading) == [expected]
    assert codes(reading) == [code]


def test_a_series_of_too_many_dates_is_left_out_whole_with_the_number() -> None:
    series = only(read_event("DTSTART:19900101T093000", "RRULE:FREQ=DAILY;BYHOUR=9,12,15"))
    occurrences, told = recurrence.expand(series, date(1990, 1, 1), date(2028, 12, 31), LONDON)
    assert occurrences == ()
    assert [d.code for d in told] == ["event.too-many-dates"]
    assert f"{limits.OCCURRENCES:,}" in told[0].message and told[0].is_contained


def test_a_daily_series_of_ten_years_is_shown() -> None:
    assert len(expand(read_event(START, "RRULE:FREQ=DAILY;UNTIL=20260626T235959Z"))) == 3_652


def test_so_many_repeating_events_in_one_file_are_refused_from_the_bound_on() -> None:
    number = limits.REPEATING_SERIES + 3
    events = (vevent(START, "RRULE:FREQ=WEEKLY", uid=f"{n}@example.org") for n in range(number))
    reading = read(vcalendar(*events))
    assert (reading.ledger.shown, reading.ledger.refused) == (limits.REPEATING_SERIES, 3)
    assert [d.code for d in reading.diagnostics] == ["event.too-many-series"] * 3


def test_the_dates_of_a_whole_calendar_have_a_bound() -> None:
    daily = (vevent("DTSTART:19900101T093000", "RRULE:FREQ=DAILY", uid=f"{n:02}@example.org") for n in range(20))
    reading = read(vcalendar(*daily))
    began = time.process_time()
    expanded, told = recurrence.expand_all(reading.series, date(1990, 1, 1), date(2028, 12, 31), LONDON)
    assert time.process_time() - began < 20
    assert len(expanded) == 20
    assert 130_000 < sum(map(len, expanded)) <= limits.OCCURRENCES_OF_A_CALENDAR
    assert [d.code for d in told] == ["event.too-many-dates"] * expanded.count(())
