"""A series whose later dates change together is published so that nobody has to know THISANDFUTURE."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest

from boardsite.calendars import reader, recurrence, writer
from boardsite.calendars.events import Series
from boardsite.calendars.segments import segments
from tests.calendars.ics import LONDON, only, read, vcalendar, vevent
from tests.calendars.test_published_feeds import as_dated
from tests.calendars.test_quirks import QUIRKS
from tests.calendars.test_quirks import read as read_quirk
from tests.support.second_readers import Dated, Source, ical_js, need_ical_js, recurring

FAMILY = [quirk for quirk in QUIRKS if quirk.family == "this-and-future"]
FIRST, LAST = date(2016, 6, 1), date(2018, 12, 31)
WEEKLY = ("DTSTART;TZID=Europe/London:20160606T100000", "DTEND;TZID=Europe/London:20160606T120000")


def change(day: str, now: str, *lines: str) -> str:
    start = f"RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/London:{day}T100000"
    return vevent(start, f"DTSTART;TZID=Europe/London:{now}", *lines)


ENDLESS = {
    "an hour later": (["RRULE:FREQ=WEEKLY"], [change("20160613", "20160613T110000")], 1),
    "on another day of the week": (["RRULE:FREQ=WEEKLY;BYDAY=MO"], [change("20160613", "20160614T100000")], 1),
    "every other week": (["RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE"], [change("20160620", "20160621T100000")], 1),
    "a day of the month": (["RRULE:FREQ=MONTHLY;BYMONTHDAY=6"], [change("20160706", "20160707T100000")], 0),
    "the first Monday, a day later": (["RRULE:FREQ=MONTHLY;BYDAY=1MO"], [change("20160704", "20160705T100000")], 0),
    "twice": (
        ["RRULE:FREQ=WEEKLY", "EXDATE;TZID=Europe/London:20160801T100000"],
        [
            change("20160613", "20160613T110000"),
            change("20160725", "20160725T140000", "SUMMARY:Club"),
            vevent("RECURRENCE-ID;TZID=Europe/London:20160808T100000", "DTSTART:20160809T090000"),
        ],
        2,
    ),
    "cancelled from a date on": (["RRULE:FREQ=WEEKLY"], [change("20160613", "20160613T100000", "STATUS:CANCELLED")], 1),
    "with dates that are added": (
        ["RRULE:FREQ=WEEKLY", "RDATE;TZID=Europe/London:20160608T100000,20160706T100000"],
        [change("20160613", "20160613T110000")],
        1,
    ),
    "less what a rule takes out": (
        ["RRULE:FREQ=DAILY;UNTIL=20161231T235959Z", "EXRULE:FREQ=WEEKLY;BYDAY=SA,SU"],
        [change("20160613", "20160613T110000")],
        1,
    ),
}


def expanded(several: Iterable[Series], first: date, last: date) -> Counter[Dated]:
    found = (o for series in several for o in recurrence.expand(series, first, last, LONDON)[0])
    return nameless(as_dated(o) for o in found)


def nameless(several: Iterable[Dated]) -> Counter[Dated]:
    """Count dates without their UIDs: each part has one of its own."""
    return Counter(replace(each, uid="") for each in several)


def sources() -> dict[str, tuple[tuple[Series, ...], Source]]:
    """Return the series of each case, and its feed with the days to look at."""
    found = {}
    for quirk in FAMILY:
        found[quirk.id] = read_quirk(quirk).series, quirk.first, quirk.last
    for name, (lines, changes, _) in ENDLESS.items():
        found[name] = read(vcalendar(vevent(*WEEKLY, *lines), *changes)).series, FIRST, LAST
    made = {}
    for name, (series, first, last) in found.items():
        parts = tuple(part for each in series for part in segments(each))
        feed = writer.calendar(parts, name="S", uid="s", url="", zone=LONDON, addresses={})
        assert b"THISANDFUTURE" not in feed
        made[name] = series, Source(feed, first, last)
    return made


def test_our_own_reader_and_another_find_the_dates_of_the_page_in_the_feed() -> None:
    assert len(sources()) > 15
    for name, (series, source) in sources().items():
        wanted = expanded(series, source.first, source.last)
        again = reader.read([("feed.ics", source.content)], LONDON).series
        assert expanded(again, source.first, source.last) == wanted, name
        answer = recurring(source)
        assert not isinstance(answer, str), (name, answer)
        assert nameless(answer) == wanted, name


def test_ical_js_finds_the_dates_of_the_page_in_the_feed() -> None:
    need_ical_js()
    known = sources()
    answers = ical_js({name: source for name, (_, source) in known.items()}, with_zones=False)
    for name, answer in answers.items():
        series, source = known[name]
        assert not isinstance(answer, str), (name, answer)
        assert nameless(answer) == expanded(series, source.first, source.last), name


@pytest.mark.parametrize("name", ENDLESS)
def test_the_part_after_a_change_has_a_rule_where_one_says_the_same(name: str) -> None:
    lines, changes, ruled = ENDLESS[name]
    parts = segments(only(read(vcalendar(vevent(*WEEKLY, *lines), *changes))))
    assert sum(part.rule is not None for part in parts[1:]) == ruled
    assert parts[0].uid == "forum@example.org"
    assert len({part.uid for part in parts}) == len(parts)


def test_a_series_without_such_a_change_stays_the_same_object() -> None:
    series = only(read(vcalendar(vevent(*WEEKLY, "RRULE:FREQ=WEEKLY"))))
    assert segments(series)[0] is series


def test_the_first_part_is_a_new_revision_when_a_change_is_added() -> None:
    newer = change("20160613", "20160613T110000", "SEQUENCE:3", "DTSTAMP:20160601T090000Z")
    head, tail = segments(only(read(vcalendar(vevent(*WEEKLY, "RRULE:FREQ=WEEKLY"), newer))))
    assert head.details.sequence == tail.details.sequence == 3
    assert head.details.stamp == tail.details.stamp
    assert head.rule is not None and head.rule.until is not None
    assert head.rule.until < tail.starts


def test_a_change_of_all_dates_keeps_the_uid() -> None:
    parts = segments(only(read(vcalendar(vevent(*WEEKLY, "RRULE:FREQ=WEEKLY"), change("20160606", "20160606T110000")))))
    assert [part.uid for part in parts] == ["forum@example.org"]
