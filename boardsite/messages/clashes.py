"""What we say about dates that do not go together: two at one time, two in one place, one on a bank holiday."""

from __future__ import annotations

from datetime import date

from boardsite.clock import long_date
from boardsite.diagnostics import Diagnostic, Location, Severity
from boardsite.text import count


def _on(day: date, others: int) -> str:
    return long_date(day) + (f" and on {count(others, 'other date')}" if others else "")


def _meant(word: str, reason: str) -> str:
    return f"If that is meant, add the line X-BOARDSITE-ACCEPT:{word} {reason}"


def place_booked_twice(
    where: Location, title: str, place: str, other: str, other_at: Location, day: date, others: int
) -> Diagnostic:
    return Diagnostic(
        "event.place-booked-twice", Severity.WARNING,
        f'"{title}" and "{other}" are in the same place at the same time on {_on(day, others)}.', where, place,
        _meant("place-booked-twice", "The hall has two rooms."), (other_at,),
    )  # fmt: skip


def groups_at_once(where: Location, title: str, other: str, other_at: Location, day: date, others: int) -> Diagnostic:
    return Diagnostic(
        "event.groups-at-once", Severity.NOTICE,
        f'"{title}" and "{other}" of another group are at the same time on {_on(day, others)}.', where, "",
        "People who go to both cannot. " + _meant("groups-at-once", "Other people come."), (other_at,),
    )  # fmt: skip


def on_holiday(where: Location, title: str, holiday: str, day: date, others: int) -> Diagnostic:
    rest = f", and {count(others, 'other date')} of it on others" if others else ""
    return Diagnostic(
        "event.on-holiday", Severity.WARNING, f'"{title}" is on a bank holiday, {long_date(day)}{rest}.',
        where, holiday, _meant("on-holiday", "We meet all the same."),
    )  # fmt: skip


def holidays_end(where: Location, last: date) -> Diagnostic:
    return Diagnostic(
        "holidays.run-out", Severity.NOTICE,
        f"The list of bank holidays ends on {long_date(last)}, and there are events after that year.", where, "",
        "Add the bank holidays of the years to come, and set checked_on to today.",
    )  # fmt: skip
