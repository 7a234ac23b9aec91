"""What we say about when an event is: dates, zones, ends and durations."""

from __future__ import annotations

from boardsite.diagnostics import Diagnostic, Location
from boardsite.messages.findings import both, look, quoted, refused


def date_unreadable(where: Location, title: str, name: str, found: str) -> Diagnostic:
    return refused(
        "event.date-unreadable", where, f"In {quoted(title)}, we cannot read {name} as a date.",
        f"Write for example {name};TZID=Europe/London:20160627T093000 or {name};VALUE=DATE:20160627.", found,
    )  # fmt: skip


def date_impossible(where: Location, title: str, name: str, found: str) -> Diagnostic:
    return refused(
        "event.date-impossible", where, f"In {quoted(title)}, {name} is a day or time that does not exist.",
        f"Write one that exists, for example {name};TZID=Europe/London:20160630T093000.", found,
    )  # fmt: skip


def year_out_of_range(where: Location, title: str, name: str, found: str, first: int, last: int) -> Diagnostic:
    return refused(
        "event.year-out-of-range", where, f"In {quoted(title)}, the year is not between {first} and {last}.",
        f"Write a year from {first} to {last}, for example {name};TZID=Europe/London:20160627T093000.", found,
    )  # fmt: skip


def zone_unknown(where: Location, title: str, found: str) -> Diagnostic:
    zone = found if len(found) <= 60 else found[:60] + "…"
    return refused(
        "event.zone-unknown", where, f'In {quoted(title)}, the time zone "{zone}" is not one we know.',
        'Write TZID=Europe/London. In Outlook it is "(UTC+00:00) Dublin, Edinburgh, Lisbon, London".', found,
    )  # fmt: skip


def time_not_used(where: Location, title: str, found: str) -> Diagnostic:
    return look(
        "event.time-not-used", where, f"A line of {quoted(title)} calls a time a day, so the time is not shown.",
        "Take VALUE=DATE out, or the time, for example DTSTART;VALUE=DATE:20160627.", found,
    )  # fmt: skip


def zone_and_utc(where: Location, title: str, found: str) -> Diagnostic:
    return look(
        "event.zone-and-utc", where, f"In {quoted(title)}, a time names a zone and ends in Z; we used the zone.",
        "Take the Z out if the time is that of the zone.", found,
    )  # fmt: skip


def ends_before_start(where: Location, title: str, starts: str, ends: str) -> Diagnostic:
    return refused(
        "event.ends-before-start", where, f"The event {quoted(title)} ends before it starts.",
        "Put the end after the start, for example DTSTART 20160627T093000 and DTEND 20160627T120000.",
        both(starts, ends),
    )  # fmt: skip


def too_long(where: Location, title: str, days: int, most: int) -> Diagnostic:
    return refused(
        "event.too-long", where, f"The event {quoted(title)} lasts more than {most} days.",
        "Correct its end, or make an event of each of its dates.", f"{days:,} days",
    )  # fmt: skip


def quite_long(where: Location, title: str, days: int) -> Diagnostic:
    return look(
        "event.quite-long", where, f"The event {quoted(title)} lasts {days} days without a break.",
        "If it is on certain days only, make it one short event that repeats.",
    )  # fmt: skip


def duration_unreadable(where: Location, title: str, found: str) -> Diagnostic:
    return refused(
        "event.duration-unreadable", where, f"In {quoted(title)}, we cannot read the duration.",
        "Write for example DURATION:PT2H30M, or DTEND with the time at which it ends.", found,
    )  # fmt: skip


def end_and_duration(where: Location, title: str, found: str) -> Diagnostic:
    return look(
        "event.end-and-duration", where, f"The event {quoted(title)} has an end and a duration; we used the end.",
        "Take the DURATION line out.", found,
    )  # fmt: skip


def end_kind_differs(where: Location, title: str, starts: str, ends: str) -> Diagnostic:
    return look(
        "event.end-kind-differs", where, f"In {quoted(title)}, start and end are not both a day or both a time.",
        "Write both in the same way, for example both as 20160627T093000.", both(starts, ends),
    )  # fmt: skip


def part_of_a_day(where: Location, title: str, found: str) -> Diagnostic:
    return look(
        "event.part-of-a-day", where, f"The event {quoted(title)} is by days but lasts hours; we used whole days.",
        "Write the duration in days, for example DURATION:P1D, or give the start a time.", found,
    )  # fmt: skip


def value_not_used(where: Location, title: str, name: str, found: str, zone: str = "") -> Diagnostic:
    if zone:
        message = f"In {quoted(title)}, {name} has a time zone that we do not know, so it is not used."
    else:
        message = f"In {quoted(title)}, we cannot read {name}, so it is not used."
    hint = f"Correct it in the calendar it comes from, for example {_EXAMPLES.get(name, f'{name}:…')}."
    return look("event.value-not-used", where, message, hint, found)


_EXAMPLES = {
    "EXDATE": "EXDATE;TZID=Europe/London:20160726T093000",
    "RDATE": "RDATE;TZID=Europe/London:20160726T093000",
    "SEQUENCE": "SEQUENCE:1",
}
