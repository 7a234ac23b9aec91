"""Edits of existing files: what the site then shows, and that nothing else in the file moved."""

from __future__ import annotations

import difflib

import pytest

from boardsite.calendars import reader
from tests.calendars.ics import LONDON, codes, shown, vcalendar, vevent
from tests.support.browser import ROOT
from tests.support.in_node import ask

SERIES = vcalendar(
    vevent(
        "DTSTAMP:20160101T000000Z", "DTSTART;TZID=GMT Standard Time:20160601T093000",
        "DTEND;TZID=GMT Standard Time:20160601T113000", "RRULE:FREQ=WEEKLY;COUNT=5;BYDAY=WE", "X-BOARDSITE-KIND:meeting",
        "EXDATE;TZID=GMT Standard Time:20160608T093000,20160615T093000", "DESCRIPTION:Bring", "  a pen", "ATTENDEE:mailto:a@example.org",
    )
).replace("\n", "\r\n")  # fmt: skip


def edited(text: str, **changes: object) -> str:
    (answer,) = ask([{"do": "edit", "text": text, "changes": changes}])
    assert "refused" not in answer, answer
    return str(answer["result"])


def change(date: str, what: str, **more: str) -> dict[str, str]:
    return {"date": date, "what": what, "day": "", "from": "", "to": "", "note": ""} | more


def dates(text: str) -> list[str]:
    reading = reader.read([("a.ics", text.encode())], LONDON)
    assert set(codes(reading)) <= {"event.personal-data-left-out"}
    return shown(reading)


def difference(before: str, after: str) -> list[str]:
    """Return the lines that were taken out ("- …") and put in ("+ …")."""
    return [line.rstrip() for line in difflib.ndiff(before.splitlines(), after.splitlines()) if line[0] in "+-"]


def test_a_removed_date_comes_back_and_its_neighbour_on_the_same_line_stays() -> None:
    made = edited(SERIES, changes=[change("2016-06-15", "removed")])
    assert dates(made)[:2] == ["2016-06-01 09:30 to 11:30 Forum", "2016-06-08 09:30 to 11:30 Forum"]
    assert [line for line in difference(SERIES, made) if "EXDATE" in line] == [
        "- EXDATE;TZID=GMT Standard Time:20160608T093000,20160615T093000",
        "+ EXDATE;TZID=GMT Standard Time:20160615T093000",
    ]


def test_one_date_is_moved_one_cancelled_one_taken_out() -> None:
    kept = [change("2016-06-08", "removed"), change("2016-06-15", "removed")]
    more = [
        change("2016-06-22", "moved", day="2016-06-23", **{"from": "14:00"}),
        change("2016-06-29", "cancelled", note="Too many of us are away"),
    ]
    made = edited(SERIES, changes=[*kept, *more])
    assert dates(made) == [
        "2016-06-01 09:30 to 11:30 Forum",
        "2016-06-23 14:00 to 16:00 Forum (was 2016-06-22 09:30)",
        "2016-06-29 09:30 to 11:30 Forum (cancelled)",
    ]
    assert all(line.startswith("+") for line in difference(SERIES, made))
    assert made.count("X-BOARDSITE-KIND:meeting") == 3
    assert made.count("ATTENDEE") == 1, "people of the series do not go along"
    assert "DESCRIPTION:Too many of us are away" in made


def test_a_moved_date_can_move_again_be_cancelled_and_go_back() -> None:
    kept = [change("2016-06-08", "removed"), change("2016-06-15", "removed")]
    moved = edited(SERIES, changes=[*kept, change("2016-06-22", "moved", day="2016-06-23")])
    again = edited(
        moved, changes=[*kept, change("2016-06-22", "moved", day="2016-06-24", to="12:00", **{"from": "10:00"})]
    )
    assert "2016-06-24 10:00 to 12:00 Forum (was 2016-06-22 09:30)" in dates(again)
    assert {line[:9] for line in difference(moved, again)} <= {
        "- DTSTART",
        "+ DTSTART",
        "- DTEND;T",
        "+ DTEND;T",
        "- SEQUENC",
        "+ SEQUENC",
    }
    off = edited(again, changes=[*kept, change("2016-06-22", "cancelled")])
    assert "2016-06-24 10:00 to 12:00 Forum (cancelled) (was 2016-06-22 09:30)" in dates(off)
    back = edited(off, changes=kept)
    assert dates(back) == dates(SERIES)
    assert difference(SERIES, back) == []


def test_a_series_that_begins_later_takes_its_changed_dates_along() -> None:
    kept = [change("2016-06-08", "removed"), change("2016-06-15", "removed"), change("2016-06-22", "cancelled")]
    cancelled = edited(SERIES, changes=kept)
    made = edited(cancelled, to="12:00", **{"from": "10:00"})
    assert dates(made) == [
        "2016-06-01 10:00 to 12:00 Forum", "2016-06-22 10:00 to 12:00 Forum (cancelled)", "2016-06-29 10:00 to 12:00 Forum",
    ]  # fmt: skip


def test_a_new_title_reaches_the_changed_dates_that_had_the_old_one() -> None:
    text = (ROOT / "lscgs" / "south" / "events" / "group-meeting.ics").read_bytes().decode()
    made = edited(text, title="Meeting of the group")
    assert made.count("SUMMARY:Meeting of the group\r\n") == text.count("BEGIN:VEVENT") == 5
    assert made.count("DESCRIPTION") == text.count("DESCRIPTION")


def test_text_that_was_not_folded_goes_with_the_text_it_belongs_to() -> None:
    odd = SERIES.replace("  a pen\r\n", "and a pen\r\n")
    made = edited(odd, description="Bring nothing")
    assert "and a pen" not in made
    assert "DESCRIPTION:Bring nothing\r\n" in made


def test_outlooks_second_copy_of_a_text_goes_when_the_text_changes() -> None:
    text = vcalendar(vevent("DTSTART:20160601T093000Z", "DESCRIPTION:Old", "X-ALT-DESC;FMTTYPE=text/html:<p>Old</p>"))
    assert "X-ALT-DESC" in edited(text, title="New")
    assert "X-ALT-DESC" not in edited(text, description="New")


def test_each_form_of_a_time_is_kept() -> None:
    forms = {
        "DTSTART:20160601T083000Z": "DTSTART:20160601T090000Z",
        "DTSTART:20160601T093000": "DTSTART:20160601T100000",
        'DTSTART;TZID="GMT Standard Time":20160601T093000': 'DTSTART;TZID="GMT Standard Time":20160601T100000',
        "DTSTART;TZID=Europe/Paris:20160601T103000": "DTSTART;TZID=Europe/Paris:20160601T110000",
        "DTSTART;TZID=America/New_York:20160601T043000": "DTSTART;TZID=America/New_York:20160601T050000",
    }
    for before, after in forms.items():
        text = vcalendar(vevent(before))
        made = edited(text, **{"from": "10:00"})
        assert f"\n{after}\n" in made, made
        assert dates(made) == ["2016-06-01 10:00 Forum"]


def test_a_timed_event_can_become_one_by_days_and_back() -> None:
    text = vcalendar(
        vevent(
            "DTSTART;TZID=Europe/London:20160601T093000", "DURATION:PT2H", "RRULE:FREQ=WEEKLY;UNTIL=20160608T225959Z"
        )
    )
    whole = edited(text, timing="all-day", last_day="2016-06-02")
    assert dates(whole) == ["2016-06-01 to 2016-06-02 Forum", "2016-06-08 to 2016-06-09 Forum"]
    assert "UNTIL=20160608\n" in whole
    back = edited(whole, timing="timed", last_day="", to="11:00", **{"from": "09:00"})
    assert dates(back) == ["2016-06-01 09:00 to 11:00 Forum", "2016-06-08 09:00 to 11:00 Forum"]


def test_midnights_that_outlook_marks_as_all_day_stay_midnights() -> None:
    text = vcalendar(vevent("DTSTART:20160601T000000", "DTEND:20160602T000000", "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE"))
    made = edited(text, day="2016-06-03", last_day="2016-06-04")
    assert dates(made) == ["2016-06-03 to 2016-06-04 Forum"]
    assert "DTSTART:20160603T000000\n" in made


def test_a_rule_that_the_form_has_no_words_for_is_kept_and_can_be_ended() -> None:
    text = vcalendar(vevent("DTSTART:20160601T093000", "RRULE:FREQ=MONTHLY;BYDAY=1WE,3WE;WKST=SU"))
    (answer,) = ask([{"do": "read", "text": text}])
    assert isinstance(answer["result"], dict)
    assert answer["result"]["repeats"] == "keep"
    assert "RRULE:FREQ=MONTHLY;BYDAY=1WE,3WE;WKST=SU\n" in edited(text, title="New")
    ended = edited(text, until="2016-07-06")
    assert dates(ended) == ["2016-06-01 09:30 Forum", "2016-06-15 09:30 Forum", "2016-07-06 09:30 Forum"]


def test_several_events_of_one_file_are_changed_added_and_taken_out() -> None:
    text = vcalendar(
        vevent("DTSTART:20160601T093000", uid="a"), vevent("DTSTART:20160602T093000", uid="b", title="Second")
    )
    new = {"title": "Third", "timing": "all-day", "day": "2016-06-03", "audience": [], "changes": []}
    (answer,) = ask([{"do": "many", "text": text, "keep": [1], "add": [new]}])
    assert dates(str(answer["result"])) == ["2016-06-02 09:30 Second", "2016-06-03 Third"]
    assert "DTSTART:20160602T093000\n" in str(answer["result"])


def test_a_file_with_unix_line_ends_keeps_them() -> None:
    made = edited(vcalendar(vevent("DTSTART:20160601T093000")), title="New", description="x" * 200)
    assert "\r" not in made


TUESDAYS = vcalendar(
    vevent(
        "DTSTART;TZID=Europe/London:20160105T093000", "DTEND;TZID=Europe/London:20160105T113000", "RRULE:FREQ=WEEKLY;UNTIL=20160126T235959Z",
        "EXDATE;TZID=Europe/London:20160112T093000",
    ),
    vevent(
        "RECURRENCE-ID;TZID=Europe/London:20160119T093000", "DTSTART;TZID=Europe/London:20160119T140000",
        "DTEND;TZID=Europe/London:20160119T160000",
    ),
)  # fmt: skip


def refusal(text: str, **changes: object) -> str:
    (answer,) = ask([{"do": "edit", "text": text, "changes": changes}])
    assert "refused" in answer, answer
    return str(answer["refused"])


def test_a_series_does_not_move_to_another_day_without_its_changed_dates() -> None:
    words = "12/01/2016 is not a date of this series (Every Wednesday until 26 January 2016)."
    assert refusal(TUESDAYS, day="2016-01-06").startswith(words)
    moved = change("2016-01-20", "moved", day="2016-01-20", to="16:00", **{"from": "14:00"})
    made = edited(TUESDAYS, day="2016-01-06", changes=[change("2016-01-13", "removed"), moved])
    assert dates(made) == ["2016-01-06 09:30 to 11:30 Forum", "2016-01-20 14:00 to 16:00 Forum (was 2016-01-20 09:30)"]


def test_a_form_that_has_not_shown_the_changed_dates_does_not_move_their_series() -> None:
    unseen = {"loaded": "", "changes": []}
    assert "which this form does not show yet" in refusal(TUESDAYS, day="2016-01-06", **unseen)
    assert edited(TUESDAYS, title="New", **unseen).count("SUMMARY:New") == 2


def test_a_series_may_begin_on_another_of_its_days() -> None:
    text = TUESDAYS.replace("20160112", "20160126")
    assert dates(edited(text, day="2016-01-12"))[0] == "2016-01-12 09:30 to 11:30 Forum"
    assert "12/01/2016 is not a date" in refusal(TUESDAYS, day="2016-01-19")


def test_changed_dates_of_all_later_ones_are_not_left_behind() -> None:
    onwards = TUESDAYS.replace("RECURRENCE-ID;", "RECURRENCE-ID;RANGE=THISANDFUTURE;").replace("20160112T", "20160126T")
    assert "cannot tell what becomes of the changed dates" in refusal(onwards, day="2016-01-12")


def test_letters_that_nobody_sees_are_not_written_and_those_in_a_file_stay() -> None:
    odd = vcalendar(vevent("DTSTART:20160601T093000", "DESCRIPTION:One\u2028two\x0bthree"))
    assert edited(odd) == odd
    made = edited(odd, title="Fo\0rum:\vlist\x01ening\u2028again\ud83d")
    assert "\nSUMMARY:Forum: listening again\n" in made
    assert "DESCRIPTION:One\u2028two\x0bthree\n" in made
    moved = edited(TUESDAYS, changes=[change("2016-01-12", "cancelled", note="Snow\x0bagain\u0085")])
    assert "DESCRIPTION:Snow again\n" in moved


def test_a_series_that_begins_later_takes_its_added_dates_along() -> None:
    added = "RDATE;TZID=Europe/London:20160114T093000,20160115T170000"
    made = edited(TUESDAYS.replace("EXDATE;TZID=Europe/London:20160112T093000", added), to="12:00", **{"from": "10:00"})
    assert dates(made) == [
        "2016-01-05 10:00 to 12:00 Forum", "2016-01-12 10:00 to 12:00 Forum", "2016-01-14 10:00 to 12:00 Forum",
        "2016-01-15 17:00 to 19:00 Forum", "2016-01-19 14:00 to 16:00 Forum (was 2016-01-19 10:00)", "2016-01-26 10:00 to 12:00 Forum",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["link", "kind", "place", "booking_target", "title"])
def test_a_line_end_in_a_value_begins_no_line_of_its_own(name: str) -> None:
    values = {
        "booking": "none" if name != "booking_target" else "phone",
        name: "01632 960001\nATTENDEE:mailto:a@example.org",
    }
    (answer,) = ask([{"do": "edit", "text": TUESDAYS, "changes": values}])
    text = str(answer.get("result", ""))
    assert "\nATTENDEE" not in text
    assert text or "refused" in answer
