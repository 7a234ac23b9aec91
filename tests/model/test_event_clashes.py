"""Dates that do not go together are told once for each pair, and not where somebody says that they are meant."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from boardsite.clock import BuildClock
from boardsite.model.checks.event_clashes import event_clashes
from boardsite.model.events import Calendar, events
from boardsite.model.shelf import Shelf
from boardsite.storage.memory import Memory
from tests.calendars.ics import LONDON, read, vcalendar, vevent
from tests.support import small_site
from tests.support.soon import within

CITY = {"lscgs/city/index.md": "---\nname: City\n---\nThe City group.\n", "lscgs/south/events/forum.ics": None}
HOLIDAYS = "checked_on: 1 May 2016\ndays:\n  - date: 29 August 2016\n    name: Summer bank holiday\n"


def at(day: str, first: str, last: str) -> tuple[str, str]:
    return f"DTSTART;TZID=Europe/London:{day}T{first}00", f"DTEND;TZID=Europe/London:{day}T{last}00"


def told(south: str, other: str = "", group: str = "city", as_of: date | None = None) -> list[str]:
    folder = f"lscgs/{group}" if group else "content"
    changes = {**CITY, "lscgs/south/events/a.ics": vcalendar(south), "content/holidays.yaml": HOLIDAYS}
    if other:
        changes[f"{folder}/events/b.ics"] = vcalendar(other)
    outcome = small_site.build(changes, as_of=as_of)
    assert not outcome.report.errors
    return small_site.codes(outcome)


def meeting(*lines: str, hours: tuple[str, str] = ("0930", "1130"), uid: str = "a@example.org") -> str:
    return vevent(*at("20160614", *hours), *lines, uid=uid, title=f"Meeting {uid[0]}")


def other(*lines: str, hours: tuple[str, str] = ("1100", "1200")) -> str:
    return meeting(*lines, hours=hours, uid="b@example.org")


def test_two_groups_at_one_time_are_told_but_not_one_after_the_other() -> None:
    assert told(meeting(), other()) == ["event.groups-at-once"]
    assert told(meeting(), other(hours=("1130", "1230"))) == []


def test_a_clash_is_told_where_something_else_stops_the_whole_site() -> None:
    files = {f"lscgs/{group}/events/a.ics": vcalendar(made) for group, made in (("south", meeting()), ("city", other()))}
    codes = small_site.codes(small_site.build({**CITY, **files, "content/index.md": None}))
    assert "event.groups-at-once" in codes
    assert "site.no-home-page" in codes


def test_a_group_and_the_board_may_meet_at_one_time() -> None:
    assert told(meeting(), other(), group="") == []


def test_one_meeting_in_the_files_of_two_groups_is_no_clash() -> None:
    assert told(meeting("LOCATION:Hall"), meeting("LOCATION:Hall")) == []


def test_a_place_booked_twice_is_told_once_for_each_pair_whoever_booked_it() -> None:
    rule = "RRULE:FREQ=WEEKLY;COUNT=10"
    assert told(meeting("LOCATION:Hall", rule), other("LOCATION:hall", rule)) == ["event.place-booked-twice"]
    assert told(meeting("LOCATION:Hall"), other("LOCATION:Hall"), group="") == ["event.place-booked-twice"]
    assert told(meeting("LOCATION:Hall"), other("LOCATION:Library"), group="") == []


@pytest.mark.parametrize(
    "place", ["LOCATION:Online", "LOCATION:Microsoft Teams Meeting", "X-BOARDSITE-PLACE:TO-BE-CONFIRMED"]
)
def test_nobody_bumps_into_each_other_online_or_in_places_unknown(place: str) -> None:
    assert told(meeting(place), other(place), group="") == []


@pytest.mark.parametrize("line", ["STATUS:CANCELLED", "X-BOARDSITE-STATUS:POSTPONED"])
def test_a_date_that_is_off_clashes_with_nothing(line: str) -> None:
    assert told(meeting("LOCATION:Hall", line, "SEQUENCE:1"), other("LOCATION:Hall")) == []


def test_what_is_over_is_not_told() -> None:
    assert told(meeting("LOCATION:Hall"), other("LOCATION:Hall"), as_of=date(2016, 6, 15)) == []


def test_a_clash_that_is_meant_is_not_told_where_a_reason_is_given() -> None:
    accepted = "X-BOARDSITE-ACCEPT:place-booked-twice Two rooms."
    assert told(meeting("LOCATION:Hall", accepted), other("LOCATION:Hall"), group="") == []
    bare = "X-BOARDSITE-ACCEPT:place-booked-twice"
    codes = told(meeting("LOCATION:Hall", bare), other("LOCATION:Hall"), group="")
    assert sorted(codes) == ["event.accept-without-reason", "event.place-booked-twice"]
    assert told(meeting("X-BOARDSITE-ACCEPT:whatever Because.")) == ["event.choice-unknown"]


def on_holiday(title: str, *lines: str) -> list[str]:
    return told(vevent(*lines, uid="a@example.org", title=title))


def test_a_date_on_a_bank_holiday_is_told_once_for_a_series() -> None:
    weekly = (*at("20160620", "0930", "1030"), "RRULE:FREQ=WEEKLY;COUNT=20")
    assert on_holiday("Drop-in", *weekly) == ["event.on-holiday"]
    assert on_holiday("Drop-in", *weekly, "EXDATE;VALUE=DATE:20160829") == []
    assert on_holiday("Drop-in", *weekly, "X-BOARDSITE-ACCEPT:on-holiday We are here.") == []


def test_who_says_closed_or_goes_on_for_a_week_knows_of_the_holiday() -> None:
    assert on_holiday("Office closed", "DTSTART;VALUE=DATE:20160829") == []
    assert on_holiday("Safer week", "DTSTART;VALUE=DATE:20160829", "DTEND;VALUE=DATE:20160903") == []


def test_many_events_at_one_time_are_told_of_within_a_bound() -> None:
    events = [
        vevent(*at("20160614", "0930", "1030"), "LOCATION:Hall", uid=f"{n}@example.org", title=f"Talk {n}")
        for n in range(300)
    ]
    changes = {**CITY, "lscgs/south/events/a.ics": vcalendar(*events)}
    assert small_site.codes(small_site.build(changes)).count("event.place-booked-twice") == 100


def test_a_date_inside_two_of_another_event_is_told_with_the_first_of_them() -> None:
    whole = vevent(*at("20160614", "0900", "1700"), "LOCATION:Hall", "RRULE:FREQ=DAILY;COUNT=2", uid="a", title="Course")
    both = vevent(*at("20160614", "1000", "1100"), "LOCATION:Hall", "RRULE:FREQ=DAILY;COUNT=2", uid="b", title="Talk")
    outcome = small_site.build({**CITY, "lscgs/south/events/a.ics": vcalendar(whole, both)})
    (found,) = outcome.report.diagnostics
    assert found.code == "event.place-booked-twice"
    assert "14 June 2016 and on 1 other" in found.message, found.message


def test_thousands_of_events_that_do_not_clash_are_compared_soon() -> None:
    days = at("20160606", "0900", "1000")
    copies = [vevent(*days, "LOCATION:Hall", uid=f"{n}@example.org") for n in range(3_000)]
    others = [vevent(*days, uid=f"x{n}@example.org", title=f"Talk {n}") for n in range(3_000)]
    reading = read(vcalendar(*copies, *others))
    clock = BuildClock(datetime(2016, 6, 1, tzinfo=UTC), LONDON)
    calendars = [Calendar(group, reading.series) for group in ("city", "south")]
    found, _ = events(Memory(keeps=False), calendars, [], Shelf.of([], []), clock)
    with within(2):
        assert len(list(event_clashes(found, (), clock))) <= 100


def test_a_bank_holiday_stands_in_the_month() -> None:
    event = vevent(*at("20160830", "0930", "1030"), uid="a@example.org")
    outcome = small_site.build({"lscgs/south/events/a.ics": vcalendar(event), "content/holidays.yaml": HOLIDAYS})
    for path in ("calendar/2016-08/index.html", "lscgs/south/calendar/2016-08/index.html"):
        assert small_site.page(outcome, path).count("Summer bank holiday") == 1
