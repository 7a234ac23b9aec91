"""What we say about calendar files as a whole: that they are none, are cut short, or hold what stays private."""

from __future__ import annotations

from collections.abc import Iterable

from boardsite.diagnostics import Diagnostic, Location
from boardsite.messages.findings import look, refused, told
from boardsite.text import count, file_size, listed

_EXPORT_AGAIN = "Export the calendar again from the program it comes from."


WEB_PAGE = "a web page"


def file_is_empty(where: Location) -> Diagnostic:
    return refused("calendar.empty", where, "This calendar file is empty.", _EXPORT_AGAIN)


def not_a_calendar(where: Location, kind: str) -> Diagnostic:
    if kind == WEB_PAGE:
        hint = "Perhaps it asked for signing in. Publish the calendar, then save from the address that ends in .ics."
    else:
        hint = "Export the calendar as an .ics file: its first line is BEGIN:VCALENDAR."
    return refused("calendar.not-a-calendar", where, f"This is {kind}, not a calendar.", hint)


def old_format(where: Location) -> Diagnostic:
    return refused(
        "calendar.old-format", where, "This calendar is in the old form of vCalendar 1.0.",
        "Export it as iCalendar: the file then says VERSION:2.0.", "VERSION:1.0",
    )  # fmt: skip


def file_too_large(where: Location, size: int, most: int) -> Diagnostic:
    return refused(
        "calendar.too-large", where, f"This calendar file is larger than {file_size(most)}.",
        "Export fewer months, or split the calendar into several files.", file_size(size),
    )  # fmt: skip


def too_many_parts(where: Location, number: int, most: int) -> Diagnostic:
    return refused(
        "calendar.too-many-parts", where, f"This calendar has more than {most:,} parts.",
        "Export fewer months, or split the calendar into several files.", f"{number:,} parts",
    )  # fmt: skip


def too_deep(where: Location, depth: int, most: int) -> Diagnostic:
    return refused(
        "calendar.too-deep", where, f"Parts of this calendar stand inside each other, more than {most} deep.",
        f"A line such as END:VEVENT may be missing. {_EXPORT_AGAIN}", f"{depth:,} deep",
    )  # fmt: skip


def cut_short(where: Location) -> Diagnostic:
    return look(
        "calendar.cut-short", where, "This calendar is not complete: the file stops here.",
        "The events that are complete are shown. Download or export the file again to have the others.",
    )  # fmt: skip


def no_events(where: Location) -> Diagnostic:
    return told(
        "calendar.no-events", where, "There are no events in this calendar.",
        "If there should be some, check which calendar and which months were exported; if not, delete the file.",
    )  # fmt: skip


def old_letters(where: Location, found: str) -> Diagnostic:
    return look(
        "calendar.old-letters", where, "This file is saved with Windows letters, so we guessed some of them.",
        "Save it as UTF-8, then check pound signs, dashes and accents on the page.", found,
    )  # fmt: skip


def line_joined(where: Location, found: str) -> Diagnostic:
    return look(
        "calendar.line-joined", where, "This line begins with no name, so it was added to the text above it.",
        "Look at the text on the page. A line that goes on with the one above has to begin with a space.", found,
    )  # fmt: skip


def line_left_out(where: Location, found: str) -> Diagnostic:
    return look(
        "calendar.line-left-out", where, "This line begins with no name, so it was left out.",
        "Begin it with a space if it goes on with the line above, else with a name such as DESCRIPTION:", found,
    )  # fmt: skip


def private_left_out(where: Location, number: int) -> Diagnostic:
    verb = "is" if number == 1 else "are"
    return told(
        "event.private-left-out", where, f"{count(number, 'event')} of this calendar {verb} private and not published.",
        "To publish one, change its privacy to public in the calendar it comes from.",
    )  # fmt: skip


def personal_data_left_out(where: Location, kinds: Iterable[str]) -> Diagnostic:
    return told(
        "event.personal-data-left-out", where, f"Not published from this calendar: {listed(kinds)}.",
        "These stay in the file. Invite people from your own calendar, not from the one that is published.",
    )  # fmt: skip
