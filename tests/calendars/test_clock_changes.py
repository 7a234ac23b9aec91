"""Dates on both sides of every clock change, at the hours that come twice or not at all."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.calendars.ics import LONDON, expand, read, read_event, shown, vcalendar, vevent

SPRING, AUTUMN = ["20160327", "20260329", "20270328"], ["20161030", "20261025", "20271031"]


@pytest.mark.parametrize("day", SPRING)
@pytest.mark.parametrize(("written", "real"), [("0030", "00:30"), ("0130", "02:30"), ("0230", "02:30")])
def test_a_time_that_is_skipped_moves_on_by_the_hour(day: str, written: str, real: str) -> None:
    (line,) = shown(read_event(f"DTSTART;TZID=Europe/London:{day}T{written}00"))
    assert line == f"{day[:4]}-{day[4:6]}-{day[6:]} {real} Forum"


@pytest.mark.parametrize("day", AUTUMN)
@pytest.mark.parametrize(("written", "utc"), [("0030", "23:30"), ("0130", "00:30"), ("0230", "02:30")])
def test_a_time_that_comes_twice_is_the_first(day: str, written: str, utc: str) -> None:
    (occurrence,) = expand(read_event(f"DTSTART;TZID=Europe/London:{day}T{written}00"))
    assert f"{occurrence.when.begins:%H:%M}" == utc


@pytest.mark.parametrize("day", SPRING + AUTUMN)
@pytest.mark.parametrize("hour", [0, 1, 2, 9, 22])
def test_a_weekly_series_keeps_its_wall_time_across_the_change(day: str, hour: int) -> None:
    change = date(int(day[:4]), int(day[4:6]), int(day[6:]))
    start = change - timedelta(days=14)
    found = expand(read_event(f"DTSTART;TZID=Europe/London:{start:%Y%m%d}T{hour:02}3000", "RRULE:FREQ=WEEKLY;COUNT=5"))
    assert len(found) == 5
    for number, occurrence in enumerate(found):
        starts = occurrence.when.starts
        assert starts is not None
        skipped = 1 if hour == 1 and number == 2 and day in SPRING else 0
        assert (starts.date(), starts.hour, starts.minute) == (start + timedelta(weeks=number), hour + skipped, 30)


def test_a_series_that_begins_in_the_skipped_hour_goes_on_at_its_own_time() -> None:
    reading = read_event("DTSTART;TZID=Europe/London:20260329T013000", "RRULE:FREQ=DAILY;COUNT=2")
    assert shown(reading) == ["2026-03-29 02:30 Forum", "2026-03-30 01:30 Forum"]


@pytest.mark.parametrize(
    ("ending", "utc"),
    [("DURATION:PT24H", "21:00"), ("DURATION:P1D", "22:00"), ("DTEND;TZID=Europe/London:20261025T220000", "22:00")],
)
def test_a_day_is_a_day_of_the_clock_and_24_hours_are_24_hours(ending: str, utc: str) -> None:
    (occurrence,) = expand(read_event("DTSTART;TZID=Europe/London:20261024T220000", ending))
    assert occurrence.when.is_over_at == datetime.fromisoformat(f"2026-10-25T{utc}:00+00:00")


def test_a_night_over_the_change_ends_when_the_clock_on_the_wall_says_so() -> None:
    (spring,) = expand(read_event("DTSTART;TZID=Europe/London:20260328T220000", "DTEND;TZID=Europe/London:20260329T060000"))
    assert spring.when.is_over_at - spring.when.begins == timedelta(hours=7)
    (autumn,) = expand(read_event("DTSTART;TZID=Europe/London:20261024T220000", "DTEND;TZID=Europe/London:20261025T060000"))
    assert autumn.when.is_over_at - autumn.when.begins == timedelta(hours=9)


@pytest.mark.parametrize("day", SPRING + AUTUMN)
def test_a_day_without_times_is_that_day_from_midnight_to_midnight(day: str) -> None:
    (occurrence,) = expand(read_event(f"DTSTART;VALUE=DATE:{day}"))
    when = occurrence.when
    assert when.first == when.last == date(int(day[:4]), int(day[4:6]), int(day[6:]))
    assert when.begins.astimezone(LONDON).hour == when.is_over_at.astimezone(LONDON).hour == 0
    assert when.is_over_at - when.begins == timedelta(hours=23 if day in SPRING else 25)


def test_every_day_of_ten_years_has_its_wall_time() -> None:
    found = expand(
        read_event("DTSTART;TZID=Europe/London:20160101T093000", "DURATION:PT1H", "RRULE:FREQ=DAILY;UNTIL=20251231T235959Z")
    )
    assert [o.when.first for o in found] == [date(2016, 1, 1) + timedelta(days=n) for n in range(3_653)]
    for occurrence in found:
        local = occurrence.when.begins.astimezone(LONDON)
        assert (local.hour, local.minute) == (9, 30)
        assert occurrence.when.begins.tzinfo is UTC


def test_a_window_is_of_the_boards_days() -> None:
    reading = read_event("DTSTART:20260531T230000Z", "DTEND:20260601T000000Z")
    assert expand(reading, date(2026, 5, 31), date(2026, 5, 31)) == []
    assert len(expand(reading, date(2026, 6, 1), date(2026, 6, 1))) == 1


def test_what_began_before_the_window_and_goes_on_in_it_is_found() -> None:
    reading = read_event("DTSTART;VALUE=DATE:20160101", "DTEND;VALUE=DATE:20160121", "RRULE:FREQ=MONTHLY;COUNT=3")
    assert [o.when.first for o in expand(reading, date(2016, 2, 20), date(2016, 2, 20))] == [date(2016, 2, 1)]


def test_what_was_moved_into_the_window_is_found_and_what_left_it_is_not() -> None:
    moved = (
        "RECURRENCE-ID:20160601T093000\nDTSTART:20160901T093000\nUID:forum@example.org\nSUMMARY:Forum\nEND:VEVENT\n"
        "BEGIN:VEVENT\nUID:forum@example.org\nSUMMARY:Forum\nDTSTART:20160401T093000\nRRULE:FREQ=MONTHLY;COUNT=6"
    )
    reading = read_event(moved)
    assert [o.when.first for o in expand(reading, date(2016, 5, 15), date(2016, 7, 15))] == [date(2016, 7, 1)]
    assert len(expand(reading, date(2016, 9, 1), date(2016, 9, 30))) == 2


def british_offset(moment: datetime) -> int:
    """Return the hours of summer time at a moment in UTC, from the law: the last Sundays of March and October, 01:00."""
    turns = []
    for month in (3, 10):
        last = date(moment.year, month, 31)
        last -= timedelta(days=(last.weekday() + 1) % 7)
        turns.append(datetime(last.year, last.month, last.day, 1, tzinfo=UTC))
    return 1 if turns[0] <= moment < turns[1] else 0


@pytest.mark.parametrize("year", range(2016, 2026))
@pytest.mark.parametrize("half", [(1, 7), (7, 13)])
def test_every_half_hour_of_ten_years_is_at_its_wall_time(year: int, half: tuple[int, int]) -> None:
    hours = ",".join(map(str, range(24)))
    first, after = (date(year + (month == 13), month % 12 or 12, 1) for month in half)
    rule = f"RRULE:FREQ=DAILY;BYHOUR={hours};BYMINUTE=0,30;UNTIL={after - timedelta(days=1):%Y%m%d}"
    found = expand(read_event(f"DTSTART;TZID=Europe/London:{first:%Y%m%d}T000000", rule))
    expected = set()
    for number in range((after - first).days * 48):
        wall = datetime(first.year, first.month, first.day) + timedelta(minutes=30 * number)
        early = wall.replace(tzinfo=UTC) - timedelta(hours=1)  # summer time, and so the first of two
        late = wall.replace(tzinfo=UTC)  # winter time, and so what is skipped moves on
        expected.add(early if british_offset(early) else late)
    assert [o.when.begins for o in found] == sorted(expected)


@given(
    st.datetimes(datetime(2016, 1, 1), datetime(2025, 12, 31), timezones=st.none()),
    st.sampled_from(["Europe/London", "America/New_York", "Australia/Sydney", "Asia/Kolkata", "America/Sao_Paulo"]),
    st.integers(0, 3 * 86_400),
)
@settings(max_examples=300)
def test_any_start_and_end_in_any_zone_keep_the_walls_clock(start: datetime, zone: str, seconds: int) -> None:
    start = start.replace(microsecond=0)
    end = start + timedelta(seconds=seconds)
    name = f";TZID={zone}"
    reading = read_event(f"DTSTART{name}:{start:%Y%m%dT%H%M%S}", f"DTEND{name}:{end:%Y%m%dT%H%M%S}")
    (occurrence,) = expand(reading)
    starts, ends = occurrence.when.starts, occurrence.when.ends
    assert starts is not None and ends is not None and occurrence.when.begins <= occurrence.when.is_over_at
    for moment, written in ((starts, start), (ends, end)):
        wall = moment.replace(tzinfo=None)
        moved = wall - written
        if moved:  # only in an hour that is skipped, and by as much as the clock moved
            before, after = (moment - timedelta(hours=3)).utcoffset(), moment.utcoffset()
            assert before is not None and after is not None and moved == after - before > timedelta()


def test_later_dates_that_change_in_another_zone_keep_its_wall_time() -> None:
    """New York's clocks change a week after London's: between the two, its 4:30 is an hour earlier in London."""
    series = vevent("DTSTART;TZID=America/New_York:20161018T043000", "RRULE:FREQ=WEEKLY;COUNT=4")
    onwards = vevent(
        "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=America/New_York:20161025T043000",
        "DTSTART;TZID=Europe/London:20161025T140000",
    )
    assert shown(read(vcalendar(series, onwards))) == [
        "2016-10-18 09:30 Forum",
        "2016-10-25 14:00 Forum (was 2016-10-25 09:30)",
        "2016-11-01 14:00 Forum",
        "2016-11-08 14:00 Forum",
    ]
