"""Which VEVENT counts when several of one UID meet, in one file or in many."""

import pytest

from boardsite.calendars.events import Status
from tests.calendars.ics import PATH, codes, expand, only, read, read_event, shown, told, vcalendar, vevent

START = "DTSTART;TZID=Europe/London:20160627T093000"
LATER = "DTSTART;TZID=Europe/London:20160627T140000"
WEEKLY = "RRULE:FREQ=WEEKLY;COUNT=3"
SECOND = "RECURRENCE-ID;TZID=Europe/London:20160704T093000"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (["SEQUENCE:1", "LAST-MODIFIED:20160301T000000Z"], ["SEQUENCE:2", "LAST-MODIFIED:20160201T000000Z"]),
        (["LAST-MODIFIED:20160201T000000Z"], ["LAST-MODIFIED:20160301T000000Z"]),
        (["DTSTAMP:20160201T000000Z"], ["DTSTAMP:20160301T000000Z"]),
    ],
    ids=["by sequence", "by last change", "by stamp"],
)
def test_of_two_copies_the_newer_counts_whichever_file_it_is_in(old: list[str], new: list[str]) -> None:
    first, second = vcalendar(vevent(START, *old)), vcalendar(vevent(LATER, *new))
    for texts in ((first, second), (second, first)):
        reading = read(*texts)
        assert shown(reading) == ["2016-06-27 14:00 Forum"]
        assert codes(reading) == ["event.older-copy"]
        assert (reading.ledger.shown, reading.ledger.superseded) == (1, 1)


def test_equal_copies_are_shown_once_with_a_notice_that_names_both() -> None:
    reading = read(vcalendar(vevent(START)), vcalendar(vevent(START)))
    (notice,) = reading.diagnostics
    assert notice.code == "event.same-copy"
    assert {notice.where.path, notice.related[0].path} == {PATH, "lscgs/south/events/other-0.ics"}


def test_two_events_with_one_uid_are_both_shown_with_uids_of_their_own() -> None:
    reading = read(vcalendar(vevent(START)), vcalendar(vevent(LATER, title="Copied and changed")))
    assert shown(reading) == ["2016-06-27 09:30 Forum", "2016-06-27 14:00 Copied and changed"]
    assert len({series.uid for series in reading.series}) == 2
    assert codes(reading) == ["event.same-uid-twice"]


def test_a_change_in_another_file_finds_its_series() -> None:
    reading = read(vcalendar(vevent(START, WEEKLY)), vcalendar(vevent(SECOND, "DTSTART:20160705T093000")))
    assert shown(reading)[1] == "2016-07-05 09:30 Forum (was 2016-07-04 09:30)"
    assert only(reading).is_alone_in_file


def test_the_newest_change_of_a_date_counts() -> None:
    changes = (vevent(SECOND, f"DTSTART:20160704T{hour}0000", f"SEQUENCE:{hour}") for hour in (11, 14, 12))
    reading = read(vcalendar(vevent(START, WEEKLY), *changes))
    assert shown(reading)[1] == "2016-07-04 14:00 Forum (was 2016-07-04 09:30)"
    assert reading.ledger.superseded == 2


def test_a_cancelling_file_cancels_the_event_and_keeps_what_it_said() -> None:
    cancelling = vcalendar("METHOD:CANCEL", vevent(START, "SEQUENCE:1", title="Canceled: Forum"))
    reading = read(vcalendar(vevent(START, WEEKLY, "DESCRIPTION:Tea")), cancelling)
    assert [o.details.status for o in expand(reading)] == [Status.CANCELLED] * 3
    assert only(reading).details.description == "Tea"
    assert only(reading).details.sequence == 1
    assert reading.ledger.shown == 2


def test_a_cancelling_file_cancels_one_date() -> None:
    cancelling = vcalendar("METHOD:CANCEL", vevent(SECOND, "DTSTART;TZID=Europe/London:20160704T093000"))
    reading = read(vcalendar(vevent(START, WEEKLY)), cancelling)
    assert shown(reading)[1] == "2016-07-04 09:30 Forum (cancelled)"


def test_an_old_cancellation_does_not_cancel_a_newer_event() -> None:
    cancelling = vcalendar("METHOD:CANCEL", vevent(START, "SEQUENCE:1"))
    reading = read(vcalendar(vevent(START, "SEQUENCE:2")), cancelling)
    assert shown(reading) == ["2016-06-27 09:30 Forum"]
    assert reading.ledger.superseded == 1


def test_a_cancellation_alone_is_shown_as_cancelled() -> None:
    assert shown(read(vcalendar("METHOD:CANCEL", vevent(START)))) == ["2016-06-27 09:30 Forum (cancelled)"]


def test_a_changed_date_without_title_has_that_of_its_series() -> None:
    reading = read(vcalendar(vevent(START, WEEKLY), vevent(SECOND, "DTSTART:20160704T110000", title="")))
    assert shown(reading)[1] == "2016-07-04 11:00 Forum (was 2016-07-04 09:30)"
    assert codes(reading) == []


def test_a_change_without_a_start_stays_on_its_date() -> None:
    reading = read(vcalendar(vevent(START, WEEKLY), vevent(SECOND, title="Special forum")))
    assert shown(reading)[1] == "2016-07-04 09:30 Special forum"


def test_a_broken_series_takes_its_changes_with_it_and_says_so_of_each() -> None:
    reading = read(vcalendar(vevent(START, "RRULE:FREQ=SECONDLY"), vevent(SECOND, LATER)))
    assert reading.series == ()
    assert [d.code for d in reading.diagnostics] == ["event.rule-too-fast", "event.left-out-with-series"]
    assert all(d.is_contained for d in reading.diagnostics)
    assert reading.ledger.refused == 2


def test_a_newer_broken_copy_is_not_replaced_by_an_outdated_one() -> None:
    reading = read(vcalendar(vevent(START, "SEQUENCE:1")), vcalendar(vevent("DTSTART:soon", "SEQUENCE:2")))
    assert reading.series == ()
    assert reading.ledger.refused == 2


def test_an_older_broken_copy_does_not_hide_the_newer_one() -> None:
    reading = read(vcalendar(vevent("DTSTART:soon", "SEQUENCE:1")), vcalendar(vevent(START, "SEQUENCE:2")))
    assert shown(reading) == ["2016-06-27 09:30 Forum"]


def test_changes_without_their_series_keep_one_uid_each_whatever_is_there_besides() -> None:
    one = vevent(SECOND, "DTSTART:20160704T110000")
    two = vevent("RECURRENCE-ID;TZID=Europe/London:20160711T093000", "DTSTART:20160711T110000")
    alone, both = read(vcalendar(one)), read(vcalendar(one, two))
    assert only(alone).uid in {series.uid for series in both.series}
    assert codes(both) == ["event.override-without-series"]
    assert len(shown(both)) == 2


def test_an_event_without_uid_keeps_one_while_title_and_start_stay() -> None:
    text = vcalendar(vevent(START, uid=""))
    assert only(read(text)).uid == only(read("\n" + text)).uid
    assert codes(read(text)) == ["event.no-uid"]
    assert only(read(vcalendar(vevent(START, uid="", title="Another")))).uid != only(read(text)).uid


def test_a_file_of_one_series_is_alone_and_one_of_two_is_not() -> None:
    override = vevent(SECOND, "DTSTART:20160704T110000")
    assert only(read(vcalendar(vevent(START, WEEKLY), override))).is_alone_in_file
    many = read(vcalendar(vevent(START), vevent(START, uid="b@example.org")))
    assert not any(series.is_alone_in_file for series in many.series)


def test_a_private_event_in_a_file_keeps_the_other_from_taking_the_name() -> None:
    # Or the address would change on the day when the other one is made public.
    reading = read(vcalendar(vevent(START), vevent(START, "CLASS:PRIVATE", uid="b@example.org")))
    assert not only(reading).is_alone_in_file


def test_a_series_knows_where_its_master_stands() -> None:
    series = only(read(vcalendar(vevent(SECOND, LATER), vevent(START, WEEKLY))))
    assert (series.source.path, series.source.line) == (PATH, 10)
    assert series.when.first.isoformat() == "2016-06-27"


def test_an_occurrence_keeps_its_key_when_it_moves() -> None:
    reading = read(vcalendar(vevent(START, WEEKLY), vevent(SECOND, "DTSTART:20160801T110000")))
    assert [o.key for o in expand(reading)] == ["2016-06-27", "2016-07-11", "2016-07-04"]
    moved = expand(reading)[-1]
    assert moved.is_moved and moved.moved_from is not None
    assert moved.key_with_time == "2016-07-04-0930"


def test_what_is_told_names_the_line_of_the_property() -> None:
    reading = read_event(START, "LOCATION:Hall", "SEQUENCE:x")
    assert [(d.code, d.where.path, d.where.line) for d in told(reading)] == [("event.value-not-used", PATH, 9)]
