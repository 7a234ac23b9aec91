"""The page of each event: its facts, its state, its dates, and a file for one's own calendar."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from boardsite.calendars.events import Booking, Details, Series, Status, When
from boardsite.calendars.words import rule_in_words
from boardsite.clock import short_date
from boardsite.model import routes
from boardsite.model.entities import Event, Place
from boardsite.pages.frame import Crumb, Frame, Frames, View
from boardsite.pages.rows import Dated, EventRow, event_row, place_words, status_of
from boardsite.pages.target import Target
from boardsite.pages.when import when_words

DATES_AHEAD = 12
DATES_BACK = 6


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a paragraph: plain text, or text that is a link."""

    text: str
    address: str


@dataclass(frozen=True, slots=True)
class EventDate:
    """One date of a series on its page. `moved_words` says when it was to be."""

    anchor: str
    row: EventRow
    moved_words: str
    place_words: str


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


@dataclass(frozen=True, slots=True)
class EventView(View):
    """An event. Its facts and its state are those of its next date, or of its last one when it is over."""

    group_name: str
    group_address: str
    facts: tuple[Fact, ...]
    is_over: bool
    status: str
    status_kind: str
    status_words: str
    place: Place | None
    paragraphs: tuple[tuple[Piece, ...], ...]
    dates: tuple[EventDate, ...]
    past_dates: tuple[EventDate, ...]
    file_address: str
    calendar_address: str


@dataclass(frozen=True, slots=True)
class EventFileView:
    """The calendar file of one event, for one's own calendar."""

    series: Series
    name: str
    address: str


def plan(frames: Frames) -> tuple[Target, ...]:
    found: list[Target] = []
    for frame in frames.sections(routes.CALENDAR):
        for event in frame.site.events:
            if event.group == frame.key:
                found += _event(frame, event)
    return tuple(found)


def _event(frame: Frame, event: Event) -> list[Target]:
    clock = frame.site.clock
    dates = [Dated(event, occurrence) for occurrence in event.occurrences]
    ahead = [d for d in dates if d.occurrence.when.is_over_at > clock.moment]
    shown = ahead[0] if ahead else dates[-1] if dates else None
    details = shown.occurrence.details if shown else event.series.details
    when = shown.occurrence.when if shown else event.series.when
    status, kind = status_of(shown.occurrence) if shown else ("", "")
    is_recurring = event.series.is_recurring
    past = dates[: len(dates) - len(ahead)]
    view = EventView(
        head=frame.page(
            "event",
            event.address,
            event.series.details.title,
            window=_window(event),
            caption=frame.name,
            description=_description(event, when_words(when, clock.zone)),
            parents=(Crumb("Calendar", routes.calendar(frame.key)),),
            tells_the_future=bool(ahead),
        ),
        group_name=frame.name,
        group_address=routes.section(frame.key),
        facts=tuple(_facts(frame, event, details, when, place_words(shown) if shown else details.location)),
        is_over=not ahead,
        status=status,
        status_kind=kind,
        status_words=_status_words(details, is_recurring=is_recurring, when=when_words(when, clock.zone)),
        place=event.place,
        paragraphs=_paragraphs(details.description),
        dates=tuple(_date(d, frame) for d in ahead[:DATES_AHEAD]) if is_recurring else (),
        past_dates=tuple(_date(d, frame) for d in reversed(past[-DATES_BACK:])) if is_recurring else (),
        file_address=routes.event_file(frame.key, event.slug),
        calendar_address=routes.calendar(frame.key),
    )
    file_view = EventFileView(event.series, event.series.details.title, frame.absolute(event.address))
    return [
        Target(event.address, "html", view, (event.series.source,)),
        Target(routes.event_file(frame.key, event.slug), "calendar", file_view, (event.series.source,)),
    ]


def _window(event: Event) -> str:
    """Events of one name are told apart by their day in the window's title."""
    if event.series.is_recurring:
        return event.series.details.title
    return f"{event.series.details.title}, {short_date(event.series.when.first)}"


def _description(event: Event, when: str) -> str:
    if event.series.is_recurring:
        return f"{event.series.details.title}. {rule_in_words(event.series)}."
    return f"{event.series.details.title}, {when}."


def _status_words(details: Details, *, is_recurring: bool, when: str) -> str:
    what = f"The date on {when}" if is_recurring else "This event"
    match details.status:
        case Status.CANCELLED:
            return f"{what} is cancelled."
        case Status.POSTPONED:
            return f"{what} is postponed. A new date will be given here."
        case Status.TENTATIVE:
            return f"{what} is not certain yet."
        case Status.SCHEDULED:
            return ""


_AUDIENCES = {"practitioners": "Practitioners", "public": "Everyone", "members": "Members of the group"}


def _audience(details: Details) -> str:
    return " and ".join(_AUDIENCES.get(word, word.capitalize()) for word in details.audience)


def _facts(frame: Frame, event: Event, details: Details, when: When, place: str) -> Iterator[Fact]:
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
    if details.audience:
        yield Fact("Who for", (FactValue(_audience(details)),))
    booking = _booking(details)
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
            return FactValue(f"Book by telephone: {target}", "tel:" + re.sub(r"\D", "", target))
        case _:
            return None


_ADDRESS = re.compile(r"https?://[^\s<>\"']*[^\s<>\"'.,;:!?)\]]")


def _paragraphs(text: str) -> tuple[tuple[Piece, ...], ...]:
    """Return plain text in paragraphs; web addresses in it become links, nothing else becomes anything."""
    return tuple(tuple(_pieces(part.strip())) for part in re.split(r"\n\s*\n", text) if part.strip())


def _pieces(text: str) -> list[Piece]:
    pieces, at = [], 0
    for found in _ADDRESS.finditer(text):
        if found.start() > at:
            pieces.append(Piece(text[at : found.start()], ""))
        pieces.append(Piece(found[0], found[0]))
        at = found.end()
    if at < len(text):
        pieces.append(Piece(text[at:], ""))
    return pieces


def _date(found: Dated, frame: Frame) -> EventDate:
    occurrence = found.occurrence
    zone = frame.site.clock.zone
    moved = when_words(occurrence.moved_from, zone) if occurrence.moved_from else ""
    return EventDate(
        routes.occurrence_anchor(occurrence.when.first),
        event_row(found, frame.site, is_series_page=True),
        moved,
        place_words(found),
    )
