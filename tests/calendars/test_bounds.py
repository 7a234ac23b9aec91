"""Rules and dates past our bounds are refused with the reason; what is let through ends soon."""

from datetime import date

import pytest

from boardsite.calendars import limits, recurrence
from tests.calendars.ics import LONDON, codes, expand, only, read, read_event, shown, vcalendar, vevent
from tests.support.soon import within

NEAR = recurrence.Near(date(1990, 1, 1), date(2016, 6, 1), date(2028, 12, 31))
START = "DTSTART;TZID=Europe/London:20160627T093000"


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        ("", "event.rule-unreadable"),
        ("every other tuesday", "event.rule-unreadable"),
        ("FREQ=FORTNIGHTLY", "event.rule-unreadable"),
        ("INTERVAL=2", "event.rule-unreadable"),
        ("FREQ=DAILY;INTERVAL=two", "event.rule-unreadable"),
        ("FREQ=WEEKLY;BYDAY=99MO", "event.rule-not-used-here"),
        ("FREQ=MONTHLY;BYDAY=0MO", "event.rule-unreadable"),
        ("FREQ=WEEKLY;BYDAY=Tuesday", "event.rule-unreadable"),
        ("FREQ=DAILY;FREQ=WEEKLY", "event.rule-unreadable"),
        ("FREQ=DAILY;UNTIL=Christmas", "event.rule-unreadable"),
        ("FREQ=SECONDLY", "event.rule-too-fast"),
        ("FREQ=MINUTELY;COUNT=1000000000", "event.rule-out-of-bounds"),
        ("FREQ=MINUTELY;COUNT=101", "event.rule-too-fast"),
        ("FREQ=MINUTELY;INTERVAL=7;COUNT=9", "event.rule-too-fast"),
        ("FREQ=HOURLY;INTERVAL=5;COUNT=9", "event.rule-too-fast"),
        ("FREQ=MINUTELY;BYHOUR=9", "event.rule-too-fast"),
        ("FREQ=HOURLY;INTERVAL=2;BYHOUR=10", "event.rule-never-matches"),
        ("FREQ=HOURLY;COUNT=3;BYDAY=1MO", "event.rule-not-used-here"),
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
        ("FREQ=YEARLY;BYMONTHDAY=31;BYMONTH=2,4,6,9,11", "event.rule-never-matches"),
        ("FREQ=MONTHLY;BYDAY=6MO", "event.rule-never-matches"),
        ("FREQ=MONTHLY;BYDAY=-6MO,1TU", None),
        ("FREQ=YEARLY;BYDAY=54MO,1MO", "event.rule-never-matches"),
        ("FREQ=YEARLY;BYDAY=53MO;BYMONTH=1", "event.rule-never-matches"),
        ("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6", "event.rule-never-matches"),
        ("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6,1", None),
        ("FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=-3", "event.rule-never-matches"),
        ("FREQ=YEARLY;BYYEARDAY=366;BYMONTH=1", "event.rule-never-matches"),
        ("FREQ=YEARLY;BYWEEKNO=20;BYMONTH=12", "event.rule-never-matches"),
        ("FREQ=DAILY;INTERVAL=7;BYDAY=TU", "event.rule-never-matches"),
        ("FREQ=YEARLY;INTERVAL=2;BYMONTH=2;BYMONTHDAY=29", None),
        ("FREQ=WEEKLY;BYDAY=TU;UNTIL=20160101", None),
        ("FREQ=DAILY;BYSECOND=" + ",".join(["1"] * 101), "event.rule-too-wide"),
        ("FREQ=DAILY;BYHOUR=9,10;BYMINUTE=" + ",".join(map(str, range(60))), "event.rule-too-wide"),
    ],
)
def test_a_rule_we_cannot_follow_is_refused_with_its_text(rule: str, code: str | None) -> None:
    reading = read_event(START, f"RRULE:{rule}")
    if code is None:
        assert [told.code for told in reading.diagnostics if told.is_error] == []
        return
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
        "FREQ=YEARLY;INTERVAL=2;BYMONTH=2;BYMONTHDAY=29;COUNT=5000",
        "FREQ=DAILY;BYMONTHDAY=13;BYDAY=FR;COUNT=5000",
    ],
)
def test_rules_without_end_or_match_are_answered_soon(rule: str) -> None:
    with within(2):
        for start in ("20160627T093000", "19700101T093000"):
            series = only(read_event(f"DTSTART;TZID=Europe/London:{start}", f"RRULE:{rule}"))
            occurrences, told = recurrence.expand(series, date(2015, 1, 1), date(2028, 12, 31), LONDON)
            assert told == ()
            assert len(occurrences) < 5_120


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=DAILY;BYYEARDAY=-366;BYMONTH=12",
        "FREQ=DAILY;INTERVAL=7;BYDAY=SU",
        "FREQ=WEEKLY;INTERVAL=999;BYMONTH=2;BYMONTHDAY=29",
        "FREQ=DAILY;BYDAY=MO;BYMONTHDAY=31;BYMONTH=2;BYYEARDAY=" + ",".join(str(n) for n in range(1, 101)),
    ],
)
def test_a_rule_that_never_matches_is_refused_soon(rule: str) -> None:
    with within(2):
        for start in ("20160627T093000", "19700105T093000"):
            reading = read_event(f"DTSTART;TZID=Europe/London:{start}", f"RRULE:{rule}")
            assert [told.code for told in reading.diagnostics] == ["event.rule-never-matches"]


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


@pytest.mark.parametrize("parts", [1, 13])
def test_the_dates_that_a_file_lists_have_a_bound_however_it_is_cut(parts: int) -> None:
    most = limits.LISTED_DATES_OF_A_FILE // limits.LISTED_DATES
    dates = ",".join(f"{2016 + n // 336}{1 + n // 28 % 12:02}{1 + n % 28:02}T093000" for n in range(limits.LISTED_DATES))
    events = [vevent(START, f"RDATE:{dates}", uid=f"{n}@example.org") for n in range(most + 3)]
    reading = read("".join(vcalendar(*events[n::parts]) for n in range(parts)))
    assert (reading.ledger.shown, reading.ledger.refused) == (most, 3)
    assert [d.code for d in reading.diagnostics] == ["event.too-many-series"] * 3


def test_every_list_of_an_event_counts_also_beside_one_that_is_too_long() -> None:
    half = limits.LISTED_DATES // 2
    within = ",".join(f"{2016 + n // 336}{1 + n // 28 % 12:02}{1 + n % 28:02}T093000" for n in range(half + 1))
    both = f"RDATE:{within}", f"EXDATE:{within}"
    most = limits.LISTED_DATES_OF_A_FILE // (2 * (half + 1))
    reading = read(vcalendar(*(vevent(START, *both, uid=f"{n}@example.org") for n in range(most + 2))))
    assert (reading.ledger.shown, reading.ledger.refused) == (most, 2)
    broken = f"RDATE:{within}", f"EXDATE:{',' * limits.LISTED_DATES}"
    reading = read(vcalendar(*(vevent(START, *broken, uid=f"{n}@example.org") for n in range(25))))
    told = [d.code for d in reading.diagnostics]
    assert (told.count("event.too-many-listed"), told.count("event.too-many-series")) == (25 - told.count("event.too-many-series"), 6)


def test_rules_that_never_match_are_searched_for_within_one_bound_of_the_file() -> None:
    rule = "RRULE:FREQ=DAILY;BYYEARDAY=366;BYMONTH=1"
    reading = read(vcalendar(*(vevent("DTSTART:19700101T090000", rule, uid=f"{n}@example.org") for n in range(40))))
    told = [d.code for d in reading.diagnostics]
    assert 0 < told.count("event.rule-never-matches") < 10
    assert told.count("event.rule-takes-long") > 30
    assert reading.ledger.refused == 40


def test_the_dates_of_a_whole_calendar_have_a_bound() -> None:
    daily = (vevent("DTSTART:19900101T093000", "RRULE:FREQ=DAILY", uid=f"{n:02}@example.org") for n in range(20))
    reading = read(vcalendar(*daily))
    with within(20):
        expanded, told = recurrence.expand_all(reading.series, NEAR, LONDON)
    assert len(expanded) == 20
    assert 130_000 < sum(map(len, expanded)) <= limits.OCCURRENCES_OF_A_CALENDAR
    assert [d.code for d in told] == ["event.too-many-dates"] * expanded.count(())


NEXT = recurrence.Near(date(2015, 5, 1), date(2016, 6, 1), date(2017, 12, 31))


@pytest.mark.parametrize(
    ("lines", "following"),
    [
        (["DTSTART:20180310T093000", "RRULE:FREQ=WEEKLY;COUNT=4"], date(2018, 3, 10)),
        (["DTSTART:20160110T093000", "RRULE:FREQ=YEARLY;INTERVAL=3"], date(2019, 1, 10)),
        (["DTSTART:20160110T093000", "RRULE:FREQ=YEARLY;INTERVAL=3", "EXDATE:20190110T093000"], date(2022, 1, 10)),
        (["DTSTART;VALUE=DATE:20000101", "RRULE:FREQ=YEARLY;INTERVAL=99"], date(2099, 1, 1)),
        (["DTSTART:20160229T093000", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;COUNT=2"], date(2020, 2, 29)),
        (["DTSTART:20160110T093000", "RRULE:FREQ=YEARLY;INTERVAL=3;UNTIL=20181231T235959Z"], None),
        (["DTSTART:20120229T093000", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;COUNT=2"], None),
        (["DTSTART;VALUE=DATE:20000101", "RRULE:FREQ=YEARLY;INTERVAL=101"], None),
    ],
)
def test_the_next_date_of_a_rule_is_found_however_far_ahead_it_lies(lines: list[str], following: date | None) -> None:
    ((found,), told) = recurrence.expand_all(read_event(*lines).series, NEXT, LONDON)
    assert [o.when.first for o in found if o.when.first > NEXT.today] == ([following] if following else [])
    assert told == ()


def test_a_rule_with_dates_to_come_is_not_followed_past_the_days_that_are_wanted() -> None:
    reading = read_event("DTSTART:20160110T093000", "RRULE:FREQ=YEARLY;BYMONTH=1,7")
    ((found,), _) = recurrence.expand_all(reading.series, NEXT, LONDON)
    assert max(o.when.first for o in found) == date(2017, 7, 10)


def test_a_thousand_rules_that_have_their_next_date_late_are_looked_through_soon() -> None:
    lines = "DTSTART:19700101T093000", "RRULE:FREQ=DAILY;COUNT=5000;BYMONTHDAY=29;BYMONTH=2;BYDAY=MO"
    reading = read(vcalendar(*(vevent(*lines, uid=f"{n:03}@example.org") for n in range(1_000))))
    with within(5):
        recurrence.expand_all(reading.series, NEXT, LONDON)
