"""What is known of an event, fact by fact: when, how often, where, for whom, how to book, whose it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from boardsite.calendars.events import Booking, Details, Status, When
from boardsite.calendars.words import rule_in_words
from boardsite.model import routes
from boardsite.model.entities import Event
from boardsite.pages.frame import Frame
from boardsite.pages.when import when_words
from boardsite.schema.phones import phone_link, read_phone


@dataclass(frozen=True, slots=True)
class FactValue:
    """One value of a fact: words, the address they lead to or "", the machine form of a date or ""."""

    text: str
    address: str = ""
    iso: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    label: str
    values: tuple[FactValue, ...]


_AUDIENCES = {"practitioners": "Practitioners", "public": "Everyone", "members": "Members of the group"}


def facts(frame: Frame, event: Event, details: Details, when: When, place: str) -> Iterator[Fact]:
    """Yield the facts that are known: when, how often, where, for whom, how to book, whose event it is."""
    iso = when.starts.isoformat(timespec="minutes") if when.starts else when.first.isoformat()
    label = "Next date" if event.series.is_recurring else "When"
    yield Fact(label, (FactValue(when_words(when, frame.site.clock.zone), iso=iso),))
    if event.series.is_recurring:
        yield Fact("Repeats", (FactValue(rule_in_words(event.series)),))
    where = [FactValue(place)] if place else []
    if details.url:
        where.append(FactValue(details.url, details.url))
    if where:
        yield Fact("Where", tuple(where))
    # A changed date that is silent about booking or audience keeps what its series says.
    series = event.series.details
    if details.audience or series.audience:
        yield Fact("Who for", (FactValue(_audience(details if details.audience else series)),))
    booking = _booking(series if details.booking is Booking.UNSAID else details)
    if booking:
        yield Fact("Booking", (booking,))
    yield Fact("Group", (FactValue(frame.name, routes.section(frame.key)),))


def _booking(details: Details) -> FactValue | None:
    target = details.booking_target
    match details.booking:
        case Booking.NONE:
            return FactValue("No need to book")
        case Booking.LINK:
            return FactValue("Book a place online", target)
        case Booking.EMAIL:
            return FactValue(f"Book by email: {target}", f"mailto:{target}")
        case Booking.PHONE:
            number = read_phone(target)
            return FactValue(f"Book by telephone: {number or target}", phone_link(number) if number else "")
        case _:
            return None


def status_words(details: Details, *, is_recurring: bool, when: str, moved_from: str) -> str:
    """Return the state of the date in a sentence, or "" where all is as planned and `moved_from` is ""."""
    what = f"The date on {when}" if is_recurring else "This event"
    match details.status:
        case Status.CANCELLED:
            return f"{what} is cancelled."
        case Status.POSTPONED:
            return f"{what} is postponed. A new date will be given here."
        case Status.TENTATIVE:
            return f"{what} is not certain yet."
        case Status.SCHEDULED:
            return f"{what} was to be on {moved_from}." if moved_from else ""


def _audience(details: Details) -> str:
    return " and ".join(_AUDIENCES.get(word, word.capitalize()) for word in details.audience)
