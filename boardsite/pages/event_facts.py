"""What is known of an event, fact by fact: when, how often, where, for whom, how to book, whose it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from boardsite.audiences import together
from boardsite.calendars.events import OFF, Booking, Details, Series, When
from boardsite.calendars.exceptions import days_off, exceptions_in_words
from boardsite.calendars.segments import parts_from
from boardsite.calendars.words import rule_in_words
from boardsite.clock import short_date
from boardsite.dataclass import dataclass
from boardsite.model import routes
from boardsite.model.entities import Event
from boardsite.pages.frame import Frame
from boardsite.pages.rows import Dated
from boardsite.pages.when import STATUS_WORDS, when_words
from boardsite.schema.phones import phone_link, read_phone

FORESEEN = timedelta(days=366)


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


def facts(frame: Frame, event: Event, shown: Dated | None, place: str) -> Iterator[Fact]:
    """Yield the facts that are known: when, how often, where, for whom, how to book, whose event it is.

    `shown` is the date that stands for the event, None where every date of it is taken out.
    """
    when = shown.occurrence.when if shown else None
    details = shown.occurrence.details if shown else event.series.details
    is_over = when is not None and when.is_over_at <= frame.site.clock.moment
    label = "Last date" if is_over else "Next date"
    takes_place = is_over or not event.series.is_recurring or details.status not in OFF
    named = when if takes_place else None
    value = FactValue(dates_in_words(named, frame.site.clock.zone), iso=_machine_form(named))
    yield Fact(label if event.series.is_recurring else "When", (value,))
    if event.series.is_recurring and shown:
        repeats = tuple(_repeats(frame, parts_from(event.series, shown.occurrence.original)))
        if repeats:
            yield Fact("Repeats", repeats)
    if place:
        yield Fact("Where", (FactValue(place),))
    if details.url:
        yield Fact("More about it", (_link(details.url),))
    if details.audience:
        yield Fact("Who for", (FactValue(together(details.audience)),))
    booking = _booking(details)
    if booking:
        yield Fact("Booking", (booking,))
    yield Fact("Group", (FactValue(frame.name, routes.section(frame.key)),))


def dates_in_words(when: When | None, zone: ZoneInfo) -> str:
    """Return day and time, or that there is none: the dates of a series may all be taken out, or off."""
    return when_words(when, zone) if when else "No date at the moment"


def _machine_form(when: When | None) -> str:
    if when is None:
        return ""
    return when.starts.isoformat(timespec="minutes") if when.starts else when.first.isoformat()


def _repeats(frame: Frame, parts: Iterable[Series]) -> Iterator[FactValue]:
    """Yield how the series goes on now, and how after each change that is to come."""
    for at, part in enumerate(parts):
        words = rule_in_words(part) + _exceptions(frame, part)
        if at and part.details.status in OFF:
            words = STATUS_WORDS[part.details.status]
        if words and at:
            words = f"From {short_date(part.starts)}: {words[0].lower()}{words[1:]}"
        if words:
            yield FactValue(words)


def _exceptions(frame: Frame, series: Series) -> str:
    """Return which dates to come are left out; those past say nothing to anyone."""
    today = frame.site.clock.today
    return exceptions_in_words(days_off(series, today, today + FORESEEN))


def _link(url: str) -> FactValue:
    """Return an address in words: it may have hundreds of letters that say nothing to anyone."""
    if url.startswith("mailto:"):
        return FactValue(f"Email: {url.removeprefix('mailto:')}", url)
    return FactValue(f"Link for this event, on {urlsplit(url).netloc.removeprefix('www.')}", url)


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
