"""Events written in the form: the site accepts them without a word, and reads what the form showed."""

from __future__ import annotations

from datetime import date

import pytest

from boardsite.calendars import reader
from boardsite.calendars.events import Series
from boardsite.calendars.reader import Reading
from boardsite.calendars.words import rule_in_words
from tests.calendars.ics import LONDON, codes, expand, only, shown
from tests.support.in_node import HALL, ask

EMPTY: dict[str, object] = {
    "shape": "one", "source": "", "title": "Forum", "timing": "timed", "day": "2016-06-14", "from": "09:30", "to": "12:00",
    "last_day": "", "repeats": "", "until": "", "place": "", "location": "", "place_open": False, "description": "",
    "link": "", "booking": "", "booking_target": "", "audience": [], "kind": "", "status": "", "changes": [],
}  # fmt: skip
CHOICES = (
    "week",
    "fortnight",
    "month-weekday",
    "two-months-weekday",
    "three-months-weekday",
    "month-last",
    "month-date",
    "year",
)


def written(*events: dict[str, object]) -> list[str]:
    """Return the files that the form writes for new events."""
    answers = ask({"do": "write", "values": EMPTY | event} for event in events)
    for answer in answers:
        assert "refused" not in answer, answer
    return [str(answer["result"]) for answer in answers]


def read(text: str) -> Reading:
    return reader.read([("lscgs/south/events/new.ics", text.encode())], LONDON)


def one(event: dict[str, object]) -> Series:
    (text,) = written(event)
    reading = read(text)
    assert codes(reading) == []
    return only(reading)


def test_a_new_event_is_a_whole_calendar_file() -> None:
    (text,) = written({"title": "Forum; for all, really", "description": "One\nTwo\\three"})
    assert text.endswith("END:VCALENDAR\r\n")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert text.count("BEGIN:VTIMEZONE") == 1
    series = only(read(text))
    assert (series.details.title, series.details.description) == ("Forum; for all, really", "One\nTwo\\three")
    assert series.uid == "made-1@forms"
    assert series.details.stamp.isoformat() == "2016-06-28T10:00:00+00:00"


@pytest.mark.parametrize(
    ("event", "line"),
    [
        ({}, "2016-06-14 09:30 to 12:00 Forum"),
        ({"to": ""}, "2016-06-14 09:30 Forum"),
        ({"from": "19:00", "to": "01:00"}, "2016-06-14 19:00 to 01:00 Forum"),
        ({"last_day": "2016-06-16"}, "2016-06-14 to 2016-06-16 09:30 to 12:00 Forum"),
        ({"timing": "all-day"}, "2016-06-14 Forum"),
        ({"timing": "all-day", "last_day": "2016-06-16"}, "2016-06-14 to 2016-06-16 Forum"),
        ({"timing": "open"}, "2016-06-14 time to be confirmed Forum"),
        ({"status": "cancelled"}, "2016-06-14 09:30 to 12:00 Forum (cancelled)"),
        ({"status": "postponed"}, "2016-06-14 09:30 to 12:00 Forum (postponed)"),
        ({"status": "tentative"}, "2016-06-14 09:30 to 12:00 Forum (tentative)"),
    ],
)
def test_days_and_times_are_those_of_the_form(event: dict[str, object], line: str) -> None:
    (text,) = written(event)
    reading = read(text)
    # One that was off from the first has no revision since when: that is for information, and right.
    assert codes(reading) == (["event.off-since-when"] if event.get("status") in ("cancelled", "postponed") else [])
    assert shown(reading) == [line]


def test_all_other_fields_reach_the_site() -> None:
    event = {
        "place": "sample-hall", "place_open": True, "link": "https://www.example.org/forum", "booking": "email",
        "booking_target": "office@example.org", "audience": ["practitioners", "public"], "kind": "training",
    }  # fmt: skip
    details = one(event).details
    assert details.location == HALL["location"]
    assert (details.venue, details.is_place_to_be_confirmed, details.url) == ("sample-hall", True, event["link"])
    assert (details.booking.value, details.booking_target) == ("email", "office@example.org")
    assert (details.audience, details.kind) == (("practitioners", "public"), "training")


def test_each_way_to_repeat_means_the_same_dates_and_words_in_the_form_and_on_the_site() -> None:
    days = ["2016-06-14", "2016-01-29", "2016-02-29", "2016-03-27", "2016-10-30", "2015-12-31"]
    cases = [(c, day, until) for c in CHOICES for day in days for until in ("", "2017-12-31")]
    series = [{"repeats": c, "day": day, "until": until} for c, day, until in cases]
    answers = [answer["result"] for answer in ask({"do": "words", "series": each} for each in series)]
    open_ = [
        (each, answer)
        for each, answer in zip(series, answers, strict=True)
        if isinstance(answer, dict) and answer["open"]
    ]
    assert len(open_) == 70
    for (each, answer), text in zip(open_, written(*(dict(each) for each, _ in open_)), strict=True):
        reading = read(text)
        assert codes(reading) == [], (each, text)
        assert rule_in_words(only(reading)) == answer["words"], each
        dates = [str(o.when.first) for o in expand(reading, date(2015, 1, 1), date(2021, 6, 1))]
        assert [day for day in answer["days"] if day <= "2021-06-01"] == dates[: len(answer["days"])], each


def test_a_repeating_event_read_again_shows_the_same_choice() -> None:
    events = [{"repeats": c, "day": "2016-05-27", "until": "2017-06-13"} for c in CHOICES if "weekday" not in c]
    events += [{"repeats": c, "day": "2016-06-14", "until": ""} for c in CHOICES if c != "month-last"]
    again = ask({"do": "read", "text": text} for text in written(*events))
    for event, answer in zip(events, again, strict=True):
        values = answer["result"]
        assert isinstance(values, dict)
        assert {name: values[name] for name in event} == event


@pytest.mark.parametrize(
    ("event", "words"),
    [
        ({"day": ""}, "Choose the day"),
        ({"from": ""}, "Choose the time at which it starts"),
        ({"from": "14:00", "to": "13:00"}, "would end before it starts"),
        ({"last_day": "2016-06-01"}, "The last day comes before the first"),
        ({"last_day": "2018-06-01"}, "longer than a year"),
        ({"repeats": "week", "until": "2016-06-01"}, "ends before the first day"),
        ({"booking": "link", "booking_target": "office"}, "beginning with https://"),
        ({"booking": "link", "booking_target": "https://[x/"}, "beginning with https://"),
        ({"booking": "email", "booking_target": "office"}, "such as office@example.org"),
        ({"booking": "phone", "booking_target": "office"}, "such as 01632 960001"),
        ({"booking": "phone", "booking_target": "01632 960001,,12345678"}, "such as 01632 960001"),
        ({"changes": [{"date": "2016-06-21", "what": "cancelled"}]}, "Only events that repeat"),
        (
            {"repeats": "fortnight", "changes": [{"date": "2016-06-21", "what": "cancelled"}]},
            "is not a date of this series",
        ),
    ],
)
def test_what_the_site_would_refuse_is_refused_in_the_form(event: dict[str, object], words: str) -> None:
    (answer,) = ask([{"do": "write", "values": EMPTY | event}])
    assert words in str(answer["refused"])
