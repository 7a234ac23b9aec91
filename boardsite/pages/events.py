"""The page of each event: its facts, its state, its dates, and a file for one's own calendar."""

from __future__ import annotations

from collections.abc import Sequence

from boardsite.calendars.events import OFF, PublicImage, Series
from boardsite.calendars.segments import parts_from, segments
from boardsite.calendars.words import rule_in_words
from boardsite.clock import short_date
from boardsite.dataclass import dataclass
from boardsite.model import routes
from boardsite.model.board_entities import MenuLink
from boardsite.model.entities import Event, Picture, Place, Site
from boardsite.model.events import is_on_page
from boardsite.pages.calendar_feeds import public_image
from boardsite.pages.calendar_links import calendar_links
from boardsite.pages.event_facts import Fact, dates_in_words, facts
from boardsite.pages.event_state import has_poster, tag_of, words_of_state
from boardsite.pages.event_text import Piece, paragraphs
from boardsite.pages.frame import Crumb, Frame, PageView, View
from boardsite.pages.frames import Frames
from boardsite.pages.rows import (
    AttachmentRow,
    Dated,
    EventRow,
    NewsRow,
    attachment_rows,
    event_row,
    listed_news,
    news_row,
    place_words,
)
from boardsite.pages.structured_data import EventData, event_data
from boardsite.pages.target import Target
from boardsite.pages.when import when_words

MOST_NEWS = 5


@dataclass(frozen=True, slots=True)
class EventDate:
    """One date of a series on its page. `moved_words` says when it was to be, `note` what is different about it."""

    anchor: str
    row: EventRow
    moved_words: str
    place_words: str
    note: str


@dataclass(frozen=True, slots=True)
class EventView(View):
    """An event. Its facts and its state are those of its next date, or of its last one when it is over.

    It is neither to come nor over where every date of it is taken out.
    """

    group_name: str
    facts: tuple[Fact, ...]
    is_over: bool
    status: str
    status_kind: str
    status_words: str
    place: Place | None
    picture: Picture | None
    attachments: tuple[AttachmentRow, ...]
    related_news: tuple[NewsRow, ...]
    paragraphs: tuple[tuple[Piece, ...], ...]
    dates: tuple[EventDate, ...]
    past_dates: tuple[EventDate, ...]
    file_address: str
    programs: tuple[MenuLink, ...]
    calendar_address: str
    poster_address: str
    data: EventData | None


@dataclass(frozen=True, slots=True)
class EventFileView:
    """The calendar file of one event: its series, in parts where later dates change together."""

    series: tuple[Series, ...]
    address: str
    image: PublicImage | None


def plan(frames: Frames) -> tuple[Target, ...]:
    found: list[Target] = []
    related = _related_news(frames.site)
    for frame in frames.sections(routes.CALENDAR):
        for event in frame.site.events:
            if event.group == frame.key and frames.wants(event.address, routes.event_file(event.group, event.slug)):
                found += frame.kept(event.address, _event, event, related.get(event.address, ()))
    return tuple(found)


def _related_news(site: Site) -> dict[str, tuple[NewsRow, ...]]:
    """Return the newest listed news that lead to each event, by its address."""
    rows = {article.address: news_row(article, site) for article in listed_news(site)} if site.mentions else {}
    return {
        address: tuple(rows[news] for news in by if news in rows)[:MOST_NEWS] for address, by in site.mentions.items()
    }


def _event(frame: Frame, event: Event, news: tuple[NewsRow, ...]) -> tuple[Target, ...]:
    view = _view(frame, event, news)
    image = public_image(frame, event.picture) if event.picture and frame.board.base_url else None
    file_view = EventFileView(segments(event.series), frame.absolute(event.address), image)
    return (
        Target(event.address, "html", view, (event.series.source,)),
        Target(view.file_address, "calendar", file_view, (event.series.source,)),
    )


def _view(frame: Frame, event: Event, news: tuple[NewsRow, ...]) -> EventView:
    clock, url = frame.site.clock, frame.absolute(event.address)
    dates = [Dated(event, occurrence) for occurrence in event.occurrences]
    ahead = [d for d in dates if d.occurrence.when.is_over_at > clock.moment]
    past = [d for d in dates if d.occurrence.when.is_over_at <= clock.moment and is_on_page(d.occurrence, clock.today)]
    shown = shown_date(dates, ahead)
    part = part_in_force(event, shown)
    details = shown.occurrence.details if shown else event.series.details
    when = shown.occurrence.when if shown else None
    words, where = dates_in_words(when, clock.zone), place_words(shown) if shown else details.location
    is_recurring, place = event.series.is_recurring, event.place_of(details)
    # The words of one changed date are not those of its series.
    text = part.details.description if is_recurring else details.description
    to_come = [d.occurrence for d in ahead]
    status, kind = tag_of(event.series, shown.occurrence if shown else None, to_come or event.occurrences[-1:])
    return EventView(
        head=_head(frame, event, part, words, tells_the_future=bool(ahead)),
        group_name=frame.name,
        facts=tuple(facts(frame, event, shown, where)),
        is_over=bool(dates) and not ahead,
        status=status,
        status_kind=kind,
        status_words=words_of_state(ahead[0] if ahead else shown, to_come, clock),
        place=place,
        picture=event.picture,
        attachments=attachment_rows(event.attachments),
        related_news=news,
        paragraphs=paragraphs(text),
        dates=tuple(_date(d, frame, text) for d in ahead) if is_recurring else (),
        past_dates=tuple(_date(d, frame, text) for d in reversed(past)) if is_recurring else (),
        file_address=routes.event_file(frame.key, event.slug),
        programs=calendar_links(shown.occurrence, where, url) if ahead and shown else (),
        calendar_address=routes.calendar(frame.key),
        poster_address=routes.event_poster(frame.key, event.slug) if has_poster(event.series, to_come) else "",
        data=event_data(shown.occurrence, place, where, frame.name, url) if shown else None,
    )


def shown_date(dates: Sequence[Dated], ahead: Sequence[Dated]) -> Dated | None:
    """Return the date that stands for the event: the next that takes place, else the next, else the last."""
    takes_place = (d for d in ahead if d.occurrence.details.status not in OFF)
    return next(takes_place, ahead[0] if ahead else dates[-1] if dates else None)


def part_in_force(event: Event, shown: Dated | None) -> Series:
    """Return the part of a series to which the date belongs that stands for it: later dates may say something else."""
    return parts_from(event.series, shown.occurrence.original)[0] if shown else event.series


def _moved_from(found: Dated | None, frame: Frame) -> str:
    before = found.occurrence.moved_from if found else None
    return when_words(before, frame.site.clock.zone) if before else ""


def _head(frame: Frame, event: Event, part: Series, when: str, *, tells_the_future: bool) -> PageView:
    return frame.page(
        "event",
        event.address,
        part.details.title,
        window=window_title(event, part),
        caption=frame.name,
        description=_description(event, part, when),
        parents=(Crumb("Calendar", routes.calendar(frame.key)),),
        tells_the_future=tells_the_future,
    )


def window_title(event: Event, part: Series) -> str:
    """Events of one name are told apart by their day in the window's title."""
    if event.series.is_recurring:
        return part.details.title
    return f"{event.series.details.title}, {short_date(event.series.when.first)}"


def _description(event: Event, part: Series, when: str) -> str:
    if event.series.is_recurring:
        return f"{part.details.title}. {(event.occurrences and rule_in_words(part)) or when}."
    return f"{event.series.details.title}, {when}."


def _date(found: Dated, frame: Frame, text: str) -> EventDate:
    """Return a date; what is different about it is told once where it is the first of many."""
    said = found.occurrence.details.description
    return EventDate(
        anchor=routes.occurrence_anchor(found.occurrence.key_with_time),
        row=event_row(found, frame.site, is_series_page=True),
        moved_words=_moved_from(found, frame),
        place_words=place_words(found),
        note=said if found.occurrence.is_override and said != text else "",
    )
