"""What we say about single dates that differ from their series, and about events that are there twice."""

from __future__ import annotations

from boardsite.diagnostics import Diagnostic, Location, Severity
from boardsite.messages.findings import FOUND_LETTERS, look, quoted, refused
from boardsite.text import excerpt


def override_unreadable(where: Location, title: str, found: str) -> Diagnostic:
    return refused(
        "event.override-unreadable", where, f"A changed date of {quoted(title)} does not say which date it changes.",
        "Write for example RECURRENCE-ID;TZID=Europe/London:20160627T093000.", found,
    )  # fmt: skip


def override_without_series(where: Location, title: str, found: str) -> Diagnostic:
    return look(
        "event.override-without-series", where, f"One date of {quoted(title)} is here, and its series is missing.",
        "The date is shown as an event of its own. Add the file of the series: an event of the same UID.", found,
    )  # fmt: skip


def override_matches_nothing(where: Location, title: str, original: str, found: str) -> Diagnostic:
    return look(
        "event.override-matches-nothing", where, f"{quoted(title)} has no date on {original} that could be changed.",
        "It is shown as one more date. Write the day and time that the date had before the change.", found,
    )  # fmt: skip


def override_of_removed_date(where: Location, title: str, original: str, found: str, series: Location) -> Diagnostic:
    return Diagnostic(
        "event.override-of-removed-date", Severity.WARNING,
        f"The date of {quoted(title)} on {original} is both changed and taken out; it is not shown.", where,
        excerpt(found, FOUND_LETTERS), "To show it, take its EXDATE out of the series.", related=(series,),
    )  # fmt: skip


def left_out_with_series(where: Location, title: str, series: Location) -> Diagnostic:
    return Diagnostic(
        "event.left-out-with-series", Severity.ERROR,
        f"This part of {quoted(title)} was left out, because another part of the series was.", where,
        hint="Mend the other part: it is listed too.", related=(series,),
    ).contained()  # fmt: skip


def same_uid_twice(where: Location, title: str, found: str, other: Location) -> Diagnostic:
    return Diagnostic(
        "event.same-uid-twice", Severity.WARNING,
        f"{quoted(title)} has the UID of another event; we show both.", where, excerpt(found, 80),
        "If they are two events, give one a UID of its own. If not, take one out.", (other,),
    )  # fmt: skip


def older_copy(where: Location, title: str, other: Location) -> Diagnostic:
    return Diagnostic(
        "event.older-copy", Severity.WARNING,
        f"There is a newer copy of {quoted(title)}, so this one is not used.", where,
        hint="Take this one out. If it is another event, give it a UID of its own.", related=(other,),
    )  # fmt: skip


def same_copy(where: Location, title: str, other: Location) -> Diagnostic:
    return Diagnostic(
        "event.same-copy", Severity.NOTICE, f"{quoted(title)} is written twice; it is shown once.", where,
        hint="Take one of the two out.", related=(other,),
    )  # fmt: skip
