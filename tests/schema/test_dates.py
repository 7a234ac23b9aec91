"""Dates and times as people in Britain type them."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest

from boardsite.clock import long_date, short_date
from boardsite.schema.dates import Fault, Misread, read_date, read_moment, read_time


@pytest.mark.parametrize(
    "typed",
    [
        "27 June 2016", "27th June 2016", "27 Jun 2016", "Monday 27 June 2016", "Mon 27 june 2016", "27 June, 2016",
        "June 27 2016", "June 27th, 2016", "27/06/2016", "27/6/2016", "27.06.2016", "27-06-2016", "2016-06-27",
        "2016/06/27", "  27   June 2016 ", "27th of June 2016",
    ],
)  # fmt: skip
def test_the_ways_of_writing_a_day_are_understood(typed: str) -> None:
    assert read_date(typed) == date(2016, 6, 27)


@pytest.mark.parametrize(
    ("typed", "fault", "suggestion"),
    [
        ("03/04/2016", Fault.AMBIGUOUS, "3 April 2016"),
        ("27/06/16", Fault.TWO_DIGIT_YEAR, "27 June 2016"),
        ("31/06/2016", Fault.IMPOSSIBLE, "30 June 2016"),
        ("29 February 2015", Fault.IMPOSSIBLE, "28 February 2015"),
        ("06/27/2016", Fault.IMPOSSIBLE, "27 June 2016"),
        ("2016-02-30", Fault.IMPOSSIBLE, "29 February 2016"),
        ("0 June 2016", Fault.IMPOSSIBLE, ""),
        ("Tuesday 27 June 2016", Fault.WRONG_WEEKDAY, "Monday"),
        ("27 Juen 2016", Fault.UNREADABLE, "27 June 2016"),
        ("tomorrow", Fault.UNREADABLE, ""),
        ("", Fault.UNREADABLE, ""),
        ("27 June", Fault.UNREADABLE, ""),
    ],
)
def test_what_is_not_a_day_is_refused_with_a_suggestion(typed: str, fault: Fault, suggestion: str) -> None:
    found = read_date(typed)
    assert isinstance(found, Misread)
    assert (found.fault, found.suggestion) == (fault, suggestion)


def test_a_day_in_figures_is_clear_when_both_parts_are_the_same() -> None:
    assert read_date("04/04/2016") == date(2016, 4, 4)


@pytest.mark.parametrize(
    ("typed", "wall"),
    [
        ("9.30am", time(9, 30)), ("9:30", time(9, 30)), ("09:30", time(9, 30)), ("9:30 pm", time(21, 30)),
        ("5pm", time(17)), ("12am", time(0)), ("12pm", time(12)), ("midday", time(12)), ("noon", time(12)),
        ("midnight", time(0)), ("17:00", time(17)), ("9 a.m.", time(9)), ("9", None), ("25:00", None), ("13pm", None),
        ("9:60", None), ("", None),
    ],
)  # fmt: skip
def test_times_are_understood(typed: str, wall: time | None) -> None:
    assert read_time(typed) == wall


@pytest.mark.parametrize("between", [" ", ", ", " at ", ", at "])
def test_a_time_may_stand_behind_a_day(between: str) -> None:
    assert read_moment(f"27 June 2016{between}9.30am") == (date(2016, 6, 27), time(9, 30))


def test_the_time_of_a_form_is_understood() -> None:
    assert read_moment("2016-06-27T09:30:00.000") == (date(2016, 6, 27), time(9, 30))


@pytest.mark.parametrize(
    "typed",
    ["2016-06-27T23:30:00Z", "2016-06-27T09:30:00.000Z", "2016-06-27 23:30+01:00", "27 June 2016, 9:30 GMT", "27 June 2016 09:30 -0500"],
)
def test_a_time_of_another_clock_is_no_time_of_ours(typed: str) -> None:
    assert read_moment(typed) == Misread(Fault.OTHER_CLOCK)


def test_our_own_way_of_writing_a_day_is_read_back_on_every_day_of_ten_years() -> None:
    day = date(2016, 1, 1)
    while day.year < 2026:
        assert read_date(short_date(day)) == day
        assert read_date(long_date(day)) == day
        assert read_date(day.isoformat()) == day
        day += timedelta(days=1)
