"""Calendars that are read again after a save: only what is different is worked out, and all is as if it were new."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest

from boardsite import patience
from boardsite.calendars import reader, recurrence, series
from boardsite.calendars.effort import effort
from boardsite.storage.memory import Memory
from tests.calendars.ics import LONDON, vcalendar, vevent

A, B, C = (f"lscgs/south/events/{name}.ics" for name in "abc")
WEEKLY = ("DTSTART;TZID=Europe/London:20160606T093000", "RRULE:FREQ=WEEKLY")
OLD = "DTSTART;TZID=Europe/London:20140602T093000"
DAYS = recurrence.Near(date(2015, 5, 1), date(2016, 6, 1), date(2017, 12, 31))
Files = dict[str, str]


def one(*lines: str, uid: str = "a@x", title: str = "Forum") -> str:
    return vcalendar(vevent(*(lines or WEEKLY), uid=uid, title=title))


ALONE = {A: one()}
SAVES: dict[str, list[Files]] = {
    "a title, and back": [ALONE, {A: one(title="Meeting")}, ALONE],
    "another file": [ALONE, {**ALONE, B: one(uid="b@x")}, {**ALONE, B: one(uid="b@x", title="Other")}, ALONE],
    "another event in the file": [ALONE, {A: vcalendar(vevent(*WEEKLY, uid="a@x"), vevent(*WEEKLY, uid="b@x"))}, ALONE],
    "a private event in the file": [
        ALONE,
        {A: vcalendar(vevent(*WEEKLY, uid="a@x"), vevent(*WEEKLY, "CLASS:PRIVATE", uid="b@x"))},
        ALONE,
    ],
    "a newer copy elsewhere": [
        {A: one(*WEEKLY, "SEQUENCE:1")},
        {A: one(*WEEKLY, "SEQUENCE:1"), B: one(*WEEKLY, "SEQUENCE:2", title="New")},
        {A: one(*WEEKLY, "SEQUENCE:3"), B: one(*WEEKLY, "SEQUENCE:2", title="New")},
        {B: one(*WEEKLY, "SEQUENCE:2", title="New")},
    ],
    "a changed date in a file of its own": [
        ALONE,
        {
            **ALONE,
            C: one("RECURRENCE-ID;TZID=Europe/London:20160613T093000", "DTSTART;TZID=Europe/London:20160614T100000"),
        },
        {C: one("RECURRENCE-ID;TZID=Europe/London:20160613T093000", "DTSTART;TZID=Europe/London:20160614T100000")},
        ALONE,
    ],
    "two of one UID": [
        {A: one(), B: one(title="Other")},
        {A: one(), B: one(title="Another")},
        {A: one()},
    ],
    "broken and mended": [ALONE, {A: one("DTSTART:never")}, {A: ""}, ALONE],
    "a rule that ends": [ALONE, {A: one(WEEKLY[0], f"{WEEKLY[1]};UNTIL=20160701T000000Z")}, ALONE],
}


def as_new(files: Files, memory: Memory | None = None) -> object:
    reading = reader.read([(path, text.encode()) for path, text in files.items()], LONDON, memory)
    return reading, recurrence.expand_all(reading.series, DAYS, LONDON, memory)


@pytest.mark.parametrize("saves", SAVES.values(), ids=SAVES)
def test_after_any_save_all_is_as_if_it_were_new(saves: list[Files]) -> None:
    memory = Memory(keeps=True)
    for files in [*saves, *saves[::-1]]:
        assert as_new(files, memory) == as_new(files)


def counted(monkeypatch: pytest.MonkeyPatch, module: object, name: str, of: Callable[..., str]) -> list[str]:
    """Return a list to which each call of a function adds what it was called for."""
    calls, plain = [], getattr(module, name)

    def counting(*given: object) -> object:
        calls.append(of(*given))
        return plain(*given)

    monkeypatch.setattr(module, name, counting)
    return calls


def test_only_what_a_save_has_changed_is_read_merged_and_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    memory = Memory(keeps=True)
    files = {A: one(uid="a@x"), B: one(uid="b@x"), C: one(uid="c@x")}
    as_new(files, memory)
    reader._remembered.cache_clear()
    read = counted(monkeypatch, reader, "_read_file", lambda path, *_: path)
    merged = counted(monkeypatch, series, "_merge_uid", lambda _, uid, *__: uid)
    followed = counted(monkeypatch, recurrence, "expand", lambda series, *_: series.uid)
    as_new({**files, B: one(uid="b@x", title="Other")}, memory)
    assert (read, merged, followed) == ([B], ["b@x"], ["b@x"])


@pytest.mark.parametrize(("module", "name"), [(reader, "_read_file"), (recurrence, "expand")])
def test_what_took_too_long_is_tried_again(module: object, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def too_long(*_: object) -> object:
        patience._Worker.stops += 1
        raise patience.OutOfPatience

    memory, usual = Memory(keeps=True), as_new(ALONE)
    reader._remembered.cache_clear()
    with monkeypatch.context() as impatient:
        impatient.setattr(module, name, too_long)
        assert as_new(ALONE, memory) != usual
    assert as_new(ALONE, memory) == usual


@pytest.mark.parametrize("bound", ["OCCURRENCES_OF_A_CALENDAR", "LOOKS_OF_A_CALENDAR"])
def test_the_bounds_of_a_calendar_are_as_if_it_were_new(bound: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recurrence, bound, {"OCCURRENCES_OF_A_CALENDAR": 1_000, "LOOKS_OF_A_CALENDAR": 4_000}[bound])
    start = "DTSTART;TZID=Europe/London:20100601T093000"
    daily, weekly = ((start, f"RRULE:FREQ={often}") for often in ("DAILY", "WEEKLY"))
    files = {f"lscgs/south/events/{n}.ics": one(*weekly, uid=f"{n}@x") for n in range(9)}
    memory, seen = Memory(keeps=True), set()
    for number in (*range(9), *range(8, -1, -1)):
        path = f"lscgs/south/events/{number}.ics"
        files[path] = one(*(daily if files[path] == one(*weekly, uid=f"{number}@x") else weekly), uid=f"{number}@x")
        again = as_new(files, memory)
        assert again == as_new(files)
        seen.add(len(again[1][1]))  # type: ignore[index]
    assert min(seen) < max(seen)


def test_dates_are_worked_out_anew_for_another_day_and_another_zone() -> None:
    memory, found = Memory(keeps=True), reader.read([(A, one("DTSTART:20160606T233000Z").encode())], LONDON).series
    later = replace(DAYS, first=date(2016, 7, 1), last=date(2018, 1, 31))
    for days, zone in ((DAYS, LONDON), (DAYS, ZoneInfo("Europe/Paris")), (later, LONDON), (DAYS, LONDON)):
        assert recurrence.expand_all(found, days, zone, memory) == recurrence.expand_all(found, days, zone)


def test_what_dates_take_is_worked_out_anew_for_other_days(monkeypatch: pytest.MonkeyPatch) -> None:
    memory, (found,) = Memory(keeps=True), reader.read([(A, one(OLD, WEEKLY[1]).encode())], LONDON).series
    takes = [effort(found, first, DAYS.last).looks for first in (DAYS.first, recurrence.EARLIEST)]
    monkeypatch.setattr(recurrence, "LOOKS_OF_A_CALENDAR", sum(takes))
    later = replace(DAYS, last=date(2018, 6, 30))
    firsts = []
    for days in (DAYS, later, DAYS):
        ((dates,), told) = recurrence.expand_all([found], days, LONDON, memory)
        assert ((dates,), told) == recurrence.expand_all([found], days, LONDON)
        firsts.append(dates[0].when.first)
    assert firsts == [date(2014, 6, 2), DAYS.first + timedelta(days=3), date(2014, 6, 2)]
