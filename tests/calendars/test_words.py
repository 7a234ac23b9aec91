"""Repeat rules in plain English."""

import pytest

from boardsite.calendars.words import rule_in_words
from tests.calendars.ics import only, read_event

START = "DTSTART;TZID=Europe/London:20160614T093000"


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("FREQ=MONTHLY;BYDAY=2TU;UNTIL=20161213T093000Z", "The second Tuesday of every month until 13 December 2016"),
        ("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2;COUNT=6", "The second Tuesday of every month, 6 times"),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "The last working day of every month until further notice"),
        ("FREQ=MONTHLY;BYDAY=1TU,3TU;COUNT=2", "The first and third Tuesday of every month, twice"),
        ("FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR", "The last Friday of every 3 months until further notice"),
        ("FREQ=MONTHLY", "The 14th of every month until further notice"),
        ("FREQ=MONTHLY;BYMONTHDAY=1,-1", "The 1st and last day of every month until further notice"),
        ("FREQ=MONTHLY;BYMONTHDAY=2,3,22,23", "The 2nd, 3rd, 22nd and 23rd of every month until further notice"),
        ("FREQ=WEEKLY", "Every Tuesday until further notice"),
        ("FREQ=WEEKLY;BYDAY=TH,TU", "Every Tuesday and Thursday until further notice"),
        ("FREQ=WEEKLY;INTERVAL=2;UNTIL=20160730", "Every 2 weeks on Tuesday until 30 July 2016"),
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "Every day from Monday to Friday until further notice"),
        ("FREQ=DAILY;COUNT=1", "Every day, once"),
        ("FREQ=DAILY;INTERVAL=3", "Every 3 days until further notice"),
        ("FREQ=YEARLY", "14 June every year until further notice"),
        ("FREQ=YEARLY;BYMONTH=11;BYDAY=3MO", "The third Monday of November every year until further notice"),
        ("FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=1", "The 1st of March and September every year until further notice"),
        ("FREQ=DAILY;UNTIL=99991231T000000Z", "Every day until further notice"),
        ("FREQ=YEARLY;BYYEARDAY=100", "On the dates listed"),
        ("FREQ=DAILY;BYMONTHDAY=13;BYDAY=FR", "On the dates listed"),
    ],
)
def test_a_rule_is_said_as_people_say_it(rule: str, words: str) -> None:
    assert rule_in_words(only(read_event(START, f"RRULE:{rule}"))) == words


def test_the_last_day_is_that_of_the_zone_of_the_series() -> None:
    series = only(read_event("DTSTART;TZID=America/New_York:20160614T210000", "RRULE:FREQ=DAILY;UNTIL=20160617T010000Z"))
    assert rule_in_words(series) == "Every day until 16 June 2016"


def test_dates_without_a_rule_and_beside_one() -> None:
    assert rule_in_words(only(read_event(START))) == ""
    extra = "RDATE;TZID=Europe/London:20160616T093000"
    assert rule_in_words(only(read_event(START, extra))) == "On the dates listed"
    assert rule_in_words(only(read_event(START, extra, "RRULE:FREQ=WEEKLY;COUNT=3"))) == (
        "Every Tuesday, 3 times, and on other dates listed"
    )
