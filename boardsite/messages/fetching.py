"""What we say about calendars that are published elsewhere: how a fetch went, and what the copies say of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from boardsite.clock import short_date
from boardsite.diagnostics import BoardsiteError, Diagnostic, Location
from boardsite.messages.findings import look, must, told
from boardsite.text import count, file_size

_LATER = "The last good copy stays. If it goes on, open the address in a private browser window and see what comes."
_PUBLISH = "Publish the calendar again, and write the new .ics address here."
_KEPT = "The last good copy stays. "


# The way there


def not_https(where: Location, address: str) -> Diagnostic:
    return must(
        "fetch.not-https", where, "We fetch calendars by https only, without a port or a password in the address.",
        "Write the published address, for example https://calendar.example.org/south.ics.", address,
    )  # fmt: skip


def not_public(where: Location, host: str) -> Diagnostic:
    return must(
        "fetch.not-public", where, "This address leads into a private network, so it was not asked.",
        _KEPT + "Write the address at which everybody can see the calendar.", host,
    )  # fmt: skip


def leads_elsewhere(where: Location, host: str, found: str) -> Diagnostic:
    return must(
        "fetch.leads-elsewhere", where, f"{host} sends us on to an address that we do not ask.",
        _KEPT + "Write the https address of the calendar itself.", found,
    )  # fmt: skip


def too_many_redirects(where: Location, host: str, most: int) -> Diagnostic:
    return look(
        "fetch.goes-round", where, f"The address sends us on more than {most} times.",
        _KEPT + "Write the address at which the calendar is at last.", host,
    )  # fmt: skip


def unreachable(where: Location, host: str, reason: str) -> Diagnostic:
    return look("fetch.unreachable", where, f"{host} could not be reached.", _LATER, reason)


def certificate(where: Location, host: str, reason: str) -> Diagnostic:
    return look(
        "fetch.certificate", where, f"{host} could not show that it is {host}.",
        _KEPT + "Tell whoever runs that calendar that its certificate is not in order.", reason,
    )  # fmt: skip


def too_slow(where: Location, host: str, most: float) -> Diagnostic:
    return look("fetch.too-slow", where, f"{host} took longer than {most:g} seconds.", _LATER)


def said_no(where: Location, host: str, status: int) -> Diagnostic:
    if status in (401, 403):
        message, hint = f"{host} does not show this calendar to everybody.", _KEPT + _PUBLISH
    elif status in (404, 410):
        message, hint = f"{host} no longer has this calendar.", _KEPT + _PUBLISH
    else:
        message, hint = f"{host} did not answer with a calendar.", _LATER
    return look("fetch.said-no", where, message, hint, f"HTTP {status}")


def packed_oddly(where: Location, host: str, found: str) -> Diagnostic:
    return look("fetch.packed-oddly", where, f"{host} packed the calendar in a way we cannot open.", _LATER, found)


def cut_off(where: Location, host: str) -> Diagnostic:
    return look("fetch.cut-off", where, f"{host} stopped in the middle of the calendar.", _LATER)


# What came


def too_large(where: Location, most: int) -> Diagnostic:
    return must(
        "fetch.too-large", where, f"This calendar is larger than {file_size(most)}.",
        _KEPT + "Publish a calendar that is only for the website.",
    )  # fmt: skip


def not_a_calendar(where: Location, kind: str) -> Diagnostic:
    return must(
        "fetch.not-a-calendar", where, f"This address shows {kind}, not a calendar.",
        _KEPT + "Write the address that ends in .ics, not the one for looking at it in a browser.",
    )  # fmt: skip


def emptied(where: Location, name: str, events: int) -> Diagnostic:
    return must(
        "fetch.empty", where, f"This calendar is empty; our copy has {count(events, 'event')} to come.",
        f"{_KEPT}Are they all off? Then run build.py fetch --accept {name}.",
    )  # fmt: skip


def most_gone(where: Location, name: str, gone: int, events: int) -> Diagnostic:
    return must(
        "fetch.most-gone", where, f"{gone} of the {events} events to come are no longer in this calendar.",
        f"{_KEPT}Are they really off? Then run build.py fetch --accept {name}.",
    )  # fmt: skip


def event_gone(where: Location, title: str, day: date | None) -> Diagnostic:
    on = f" of {short_date(day)}" if day else ""
    return told(
        "fetch.event-gone", where, f"An event{on} is no longer in the calendar, so it was taken off the site.",
        "To tell people that it is off, cancel it in the calendar instead of deleting it.", title,
    )  # fmt: skip


def only_busy(where: Location, number: int) -> Diagnostic:
    return look(
        "fetch.only-busy", where, f"{count(number, 'entry', 'entries')} of this calendar had no title but Busy.",
        "They were left out. Publish the calendar with all details.",
    )  # fmt: skip


def old_left_out(where: Location, number: int) -> Diagnostic:
    return told(
        "fetch.old-left-out", where, f"{count(number, 'event')} of more than a year ago {_was(number)} not copied."
    )


def name_twice(where: Location, name: str) -> Diagnostic:
    return must(
        "fetch.name-twice", where, "Two calendars of this group have the same name.",
        "Give one of them another short name, for example outlook-2.", name,
    )  # fmt: skip


def _was(number: int) -> str:
    return "was" if number == 1 else "were"


# What the copies say when the site is built


def never_fetched(where: Location, name: str) -> Diagnostic:
    return told("fetch.no-copy-yet", where, "There is no copy of this calendar yet.", "Run build.py fetch.", name)


_TROUBLES = {
    "unreachable": "could not be read",
    "refused": "has been refused",
    "not-a-calendar": "has not been a calendar",
    "empty": "has been empty",
    "most-gone": "has lost most of its events",
}


def in_trouble(where: Location, name: str, trouble: str, since: date) -> Diagnostic:
    what = _TROUBLES.get(trouble, "could not be read")
    return look(
        "fetch.in-trouble", where, f"This published calendar {what} since {short_date(since)}.",
        "The site shows the last good copy. build.py fetch says what is wrong.", name,
    )  # fmt: skip


def not_listed(where: Location) -> Diagnostic:
    return look(
        "fetch.not-listed", where, "This is a copy of a calendar that its group no longer lists.",
        "Delete this file to take its events off, or list the calendar in index.md again.",
    )  # fmt: skip


# The command


def unknown_calendar(found: str, known: Iterable[str]) -> BoardsiteError:
    names = ", ".join(known)
    better = f"There are: {names}." if names else "No group lists a published calendar."
    return BoardsiteError(f"There is no published calendar {found}. {better}", status=2)


def cannot_keep(path: str, reason: str) -> BoardsiteError:
    return BoardsiteError(f"The copy {path} could not be written: {reason}. The file there is as it was.")


def changed(path: str, events: int, *, dry_run: bool) -> str:
    return f"{path}: {'would be' if dry_run else 'was'} renewed, {count(events, 'event')}."


def trouble_noted(path: str, *, dry_run: bool) -> str:
    return f"{path}: kept as it was; that it could not be renewed {'would be' if dry_run else 'is'} noted in it."


def summary(calendars: int, renewed: int, waiting: int) -> str:
    """Return the last line: how many calendars, and how they are."""
    if not calendars:
        return "No group lists a published calendar, so there was nothing to fetch."
    same = calendars - renewed - waiting
    parts = [f"{renewed} renewed" if renewed else "", f"{same} unchanged" if same else ""]
    parts.append(f"{waiting} kept as before" if waiting else "")
    return f"{count(calendars, 'calendar')}: {', '.join(part for part in parts if part)}."
