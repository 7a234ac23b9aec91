"""A month as weeks of days."""

import random
from datetime import date, timedelta

from boardsite.calendars.events import Occurrence
from boardsite.calendars.months import grid
from boardsite.clock import Month
from tests.calendars.ics import expand, read, vcalendar, vevent


def occurrences(*spans: tuple[str, str]) -> list[Occurrence]:
    """Return events by days: first day and the day after the last, as in the file."""
    events = (
        vevent(f"DTSTART;VALUE=DATE:{first}", f"DTEND;VALUE=DATE:{after}", uid=f"{number:03}", title=f"Event {number}")
        for number, (first, after) in enumerate(spans)
    )
    return expand(read(vcalendar(*events)))


def test_weeks_begin_on_monday_and_cover_the_month() -> None:
    weeks = grid(Month(2016, 6), ())
    assert [week.number for week in weeks] == [22, 23, 24, 25, 26]
    assert weeks[0].days[0].date == date(2016, 5, 30) and not weeks[0].days[0].is_in_month
    assert weeks[-1].days[-1].date == date(2016, 7, 3)
    assert sum(day.is_in_month for week in weeks for day in week.days) == 30


def test_a_long_event_stands_in_each_of_its_days_and_says_which() -> None:
    weeks = grid(Month(2016, 6), occurrences(("20160604", "20160607")))
    found = [(day.date.day, e.day_number, e.of_days)
             for week in weeks for day in week.days for e in day.entries]  # fmt: skip
    assert found == [(4, 1, 3), (5, 2, 3), (6, 3, 3)]


def test_days_of_the_neighbouring_months_show_their_events_too() -> None:
    weeks = grid(Month(2016, 6), occurrences(("20160531", "20160602")))
    assert [day.date.day for day in weeks[0].days if day.entries] == [31, 1]


def test_what_goes_on_keeps_its_lane_within_the_week() -> None:
    weeks = grid(Month(2016, 6), occurrences(("20160606", "20160610"), ("20160607", "20160608"), ("20160608", "20160611")))
    lanes = {
        (entry.occurrence.details.title, entry.lane) for week in weeks for day in week.days for entry in day.entries
    }
    assert lanes == {("Event 0", 0), ("Event 1", 1), ("Event 2", 1)}


def test_an_event_at_midnight_in_summer_stands_on_its_own_day_only() -> None:
    found = expand(read(vcalendar(vevent("DTSTART:20260531T230000Z", "DTEND:20260601T230000Z"))))
    weeks = grid(Month(2026, 6), found)
    assert [day.date for week in weeks for day in week.days if day.entries] == [date(2026, 6, 1)]


def test_no_week_has_more_lanes_than_its_busiest_day_has_events() -> None:
    dice = random.Random(7)
    for _ in range(100):
        starts = [date(2026, 6, 1) + timedelta(days=dice.randint(-5, 34)) for _ in range(dice.randint(1, 25))]
        spans = [(f"{day:%Y%m%d}", f"{day + timedelta(days=dice.randint(1, 9)):%Y%m%d}") for day in starts]
        for week in grid(Month(2026, 6), occurrences(*spans)):
            lanes = {entry.lane for day in week.days for entry in day.entries}
            assert len(lanes) == max(len(day.entries) for day in week.days)
            for day in week.days:
                assert len({entry.lane for entry in day.entries}) == len(day.entries)
                assert [entry.lane for entry in day.entries] == sorted(entry.lane for entry in day.entries)
