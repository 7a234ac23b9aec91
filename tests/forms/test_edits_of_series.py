"""Edits of a series: what becomes of its end, and of the dates that are not as the others."""

from __future__ import annotations

import pytest

from boardsite.calendars import reader
from tests.calendars.ics import LONDON, shown, vcalendar, vevent
from tests.forms.test_edits import TUESDAYS, change, dates, edited, refusal
from tests.support.in_node import ask


def series(*lines: str) -> str:
    """Return a series from Wednesday 1 June 2016."""
    when = [f"{name};TZID=Europe/London:20160601T{at}3000" for name, at in (("DTSTART", "09"), ("DTEND", "11"))]
    return vcalendar(vevent(*when, *lines))


def all_dates(text: str) -> list[str]:
    """Return the dates also where the site has to say something about the rule."""
    return shown(reader.read([("a.ics", text.encode())], LONDON))


@pytest.mark.parametrize("end", ["20160629T083000Z", "20160629T093000", "20160629", "20160630T000000Z"])
@pytest.mark.parametrize("times", [("19:00", "21:00"), ("08:00", "10:00")])
def test_a_series_that_begins_at_another_time_keeps_its_last_date(end: str, times: tuple[str, str]) -> None:
    for rule in (f"FREQ=WEEKLY;UNTIL={end};BYDAY=WE", f"FREQ=WEEKLY;BYDAY=WE,TU;UNTIL={end}"):
        text = series(f"RRULE:{rule}", "EXDATE:20160608T083000Z")
        made = edited(text, to=times[1], **{"from": times[0]})
        assert all_dates(made) == [line.replace("09:30 to 11:30", " to ".join(times)) for line in all_dates(text)]


def test_what_a_rule_takes_out_stays_out_when_the_series_begins_later() -> None:
    text = series("RRULE:FREQ=WEEKLY;COUNT=4", "EXRULE:FREQ=WEEKLY;INTERVAL=2;UNTIL=20160615T083000Z")
    made = edited(text, to="21:00", **{"from": "19:00"})
    assert all_dates(made) == [f"2016-06-{day} 19:00 to 21:00 Forum" for day in ("08", "22")]


def test_a_series_of_utc_is_an_hour_earlier_in_winter_and_so_are_its_changed_dates() -> None:
    text = vcalendar(vevent("DTSTART:20161025T083000Z", "RRULE:FREQ=WEEKLY;COUNT=4", "EXDATE:20161108T083000Z"))
    made = edited(text, changes=[change("2016-11-08", "removed"), change("2016-11-01", "cancelled")])
    assert dates(made) == ["2016-10-25 09:30 Forum", "2016-11-01 08:30 Forum (cancelled)", "2016-11-15 08:30 Forum"]
    later = ["2016-10-25 10:30 Forum", "2016-11-01 09:30 Forum (cancelled)", "2016-11-15 09:30 Forum"]
    assert dates(edited(made, **{"from": "10:30"})) == later


@pytest.mark.parametrize("status", ["cancelled", "postponed", "tentative"])
@pytest.mark.parametrize("reach", ["", "RANGE=THISANDFUTURE;"])
def test_the_status_of_a_series_is_that_of_all_its_dates_until_it_is_taken_away(status: str, reach: str) -> None:
    text = TUESDAYS.replace("RECURRENCE-ID;", f"RECURRENCE-ID;{reach}")
    made = edited(text, status=status)
    assert [line.split(" (")[1] for line in dates(made)] == [f"{status})"] * len(dates(text))
    assert made.count("SEQUENCE:1") == 2
    assert dates(edited(made, status="")) == dates(text)


def test_a_date_that_was_cancelled_alone_stays_cancelled_when_the_series_is_on_again() -> None:
    alone = edited(
        TUESDAYS, changes=[change("2016-01-12", "cancelled"), change("2016-01-19", "moved", day="2016-01-20")]
    )
    off = edited(alone, status="cancelled")
    assert all("(cancelled)" in line for line in dates(off))
    (answer,) = ask([{"do": "read", "text": off}])
    assert isinstance(answer["result"], dict)
    assert [each["what"] for each in answer["result"]["changes"]] == ["cancelled", "moved"]
    assert dates(edited(off, status="")) == dates(alone)


def test_a_date_that_is_moved_later_stands_as_its_series_does() -> None:
    off = edited(TUESDAYS, status="postponed")
    lines = [
        change("2016-01-12", "removed"),
        change("2016-01-19", "moved", day="2016-01-20"),
        change("2016-01-26", "moved", day="2016-01-27"),
    ]
    assert all("(postponed)" in line for line in dates(edited(off, changes=lines)))


def test_a_moved_date_of_a_time_to_be_confirmed_is_to_be_confirmed_unless_it_says_a_time() -> None:
    text = vcalendar(
        vevent("DTSTART;VALUE=DATE:20160601", "RRULE:FREQ=WEEKLY;COUNT=4", "X-BOARDSITE-TIME:TO-BE-CONFIRMED")
    )
    moved = change("2016-06-15", "moved", day="2016-06-16")
    told = change("2016-06-22", "moved", to="16:00", **{"from": "14:00"})
    assert dates(edited(text, changes=[moved, told])) == [
        "2016-06-01 time to be confirmed Forum", "2016-06-08 time to be confirmed Forum",
        "2016-06-16 time to be confirmed Forum (was 2016-06-15)", "2016-06-22 14:00 to 16:00 Forum (was 2016-06-22)",
    ]  # fmt: skip


@pytest.mark.parametrize("rule", ["COUNT=5;BYDAY=WE", "COUNT=5", "BYDAY=TU,WE;UNTIL=20160629T083000Z"])
def test_a_series_that_repeats_as_set_in_outlook_moves_only_with_a_rule_of_the_forms(rule: str) -> None:
    text = series(f"RRULE:FREQ=WEEKLY;{rule}")
    assert "repeats as set in Outlook" in refusal(text, day="2016-06-02")
    made = edited(text, day="2016-06-02", repeats="week", until="2016-06-16")
    assert dates(made) == [f"2016-06-{day} 09:30 to 11:30 Forum" for day in ("02", "09", "16")]


def test_a_rule_that_says_times_or_counts_days_elsewhere_does_not_follow_the_start() -> None:
    twice = series("RRULE:FREQ=WEEKLY;BYHOUR=9,14;COUNT=4")
    assert "repeats as set in Outlook" in refusal(twice, to="", **{"from": "10:00"})
    night = vcalendar(vevent("DTSTART:20160613T233000Z", "RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=3"))
    assert "repeats as set in Outlook" in refusal(night, **{"from": "10:00"})
    made = edited(night, repeats="month-weekday", until="2016-08-31")
    assert dates(made) == [f"2016-{day} 00:30 Forum" for day in ("06-14", "07-12", "08-09")]


def test_dates_of_another_program_that_change_with_all_later_ones_stay_or_go() -> None:
    kept = change("2016-01-19", "kept")
    onwards = TUESDAYS.replace("RECURRENCE-ID;", "RECURRENCE-ID;RANGE=THISANDFUTURE;")
    removed = change("2016-01-12", "removed")
    for wrong in (change("2016-01-19", "cancelled"), change("2016-01-19", "removed"), change("2016-01-05", "kept")):
        assert "together with all later ones" in refusal(onwards, changes=[removed, wrong])
    assert "together with all later ones" in refusal(
        onwards, changes=[removed, kept, change("2016-01-26", "cancelled")]
    )
    made = edited(onwards, changes=[removed, kept, change("2016-01-26", "removed")])
    assert dates(made) == ["2016-01-05 09:30 to 11:30 Forum", "2016-01-19 14:00 to 16:00 Forum (was 2016-01-19 09:30)"]


def test_an_end_in_front_of_changed_dates_is_not_taken_while_they_stand() -> None:
    assert "19/01/2016 is not a date of this series" in refusal(TUESDAYS, until="2016-01-18")
    made = edited(TUESDAYS, until="2016-01-18", changes=[change("2016-01-12", "removed")])
    assert dates(made) == ["2016-01-05 09:30 to 11:30 Forum"]


def test_several_days_with_a_time_have_an_end() -> None:
    assert "at which it ends on its last day" in refusal(TUESDAYS, last_day="2016-01-06", to="")
