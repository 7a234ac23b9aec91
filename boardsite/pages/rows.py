"""Events and news as rows of lists: what several kinds of page show in the same way."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from boardsite.calendars.events import Occurrence, Status
from boardsite.clock import Month
from boardsite.dataclass import dataclass
from boardsite.model import routes
from boardsite.model.entities import Article, Attachment, Event, Picture, Site
from boardsite.model.events import is_on_page
from boardsite.pages.when import STATUS_KINDS, STATUS_WORDS, time_words, with_days
from boardsite.text import count, file_size
from boardsite.text import slug as slugged


@dataclass(frozen=True, slots=True)
class EventRow:
    """One date of an event in a list. `status` is said in words before the title."""

    title: str
    address: str
    when_words: str
    time_words: str
    first: date
    last: date
    ends_iso: datetime
    place_words: str
    group_name: str
    group_theme: int
    status: str
    status_kind: str
    is_past: bool


@dataclass(frozen=True, slots=True)
class EventMonth:
    """The rows of one month under its name; `anchor` is the id of the heading."""

    title: str
    anchor: str
    rows: tuple[EventRow, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    label: str
    address: str


@dataclass(frozen=True, slots=True)
class NewsRow:
    title: str
    address: str
    date: date
    summary: str
    group_name: str
    group_theme: int
    topics: tuple[Topic, ...]
    picture: Picture | None
    note: str
    is_featured: bool


@dataclass(frozen=True, slots=True)
class Dated:
    """An occurrence together with the event that it belongs to."""

    event: Event
    occurrence: Occurrence


@dataclass(frozen=True, slots=True)
class AttachmentRow:
    title: str
    address: str
    type_words: str
    size_words: str
    pages_words: str
    date: date | None


def dates_of(event: Event) -> tuple[Dated, ...]:
    """Return every occurrence of an event."""
    return tuple(Dated(event, occurrence) for occurrence in event.occurrences)


def in_order(dates: Iterable[Dated]) -> tuple[Dated, ...]:
    """Return dates in the order of time."""
    return tuple(sorted(dates, key=lambda d: (d.occurrence.when.sort_key, d.event.address)))


def coming(found: Iterable[Dated], site: Site) -> tuple[Dated, ...]:
    """Return those that are not over at the moment of the build."""
    return tuple(d for d in found if d.occurrence.when.is_over_at > site.clock.moment)


def status_of(occurrence: Occurrence) -> tuple[str, str]:
    """Return the word for the state of a date and the kind of its tag; two empty texts where all is as planned."""
    status = occurrence.details.status
    if status is Status.SCHEDULED and occurrence.is_moved:
        return "Moved", "changed"
    return STATUS_WORDS[status], STATUS_KINDS[status]


def event_row(found: Dated, site: Site, *, is_series_page: bool = False) -> EventRow:
    """Return the row of one date; its link leads to the date on the page of its series."""
    when, details = found.occurrence.when, found.occurrence.details
    zone = site.clock.zone
    group = site.group(found.event.group)
    status, kind = status_of(found.occurrence)
    times = time_words(when, zone)
    address = found.event.address
    if found.event.series.is_recurring and not is_series_page and is_on_page(found.occurrence, site.clock.today):
        address += "#" + routes.occurrence_anchor(found.occurrence.key_with_time)
    return EventRow(
        title=details.title,
        address=address,
        when_words=with_days(when, zone, times),
        time_words=times,
        first=when.first,
        last=when.last,
        ends_iso=when.is_over_at,
        place_words=place_words(found),
        group_name=group.title if group else site.board.short_name,
        group_theme=group.theme if group else 0,
        status=status,
        status_kind=kind,
        is_past=when.is_over_at <= site.clock.moment,
    )


def place_words(found: Dated) -> str:
    """Return where a date takes place, in one line."""
    details = found.occurrence.details
    if details.is_place_to_be_confirmed:
        return "Place to be confirmed"
    place = found.event.place_of(details)
    return place.name if place else details.location


def by_month(rows: Iterable[EventRow]) -> tuple[EventMonth, ...]:
    """Return rows, already in order, under the months in which they begin."""
    months: dict[Month, list[EventRow]] = {}
    for row in rows:
        months.setdefault(Month.of(row.first), []).append(row)
    return tuple(EventMonth(month.title, f"in-{month}", tuple(rows)) for month, rows in months.items())


def news_row(article: Article, site: Site) -> NewsRow:
    """Return the row of a news item."""
    group = site.group(article.group)
    notes = {"Draft": article.is_draft, "Waits for its day": article.is_waiting}
    return NewsRow(
        title=article.title,
        address=article.address,
        date=article.published or site.clock.today,
        summary=article.summary,
        group_name=group.title if group else site.board.short_name,
        group_theme=group.theme if group else 0,
        topics=topics(article),
        picture=article.picture,
        note=next((words for words, holds in notes.items() if holds), ""),
        is_featured=article.is_featured,
    )


def topics(article: Article) -> tuple[Topic, ...]:
    """Return the topics of an article; one that has expired is in no topic's list."""
    if article.has_expired:
        return ()
    return tuple(Topic(tag, routes.tag(slugged(tag))) for tag in article.tags if slugged(tag))


def attachment_rows(attachments: Iterable[Attachment]) -> tuple[AttachmentRow, ...]:
    return tuple(
        AttachmentRow(
            a.title,
            a.address,
            a.kind,
            file_size(a.octets),
            "" if a.pages is None else count(a.pages, "page"),
            a.day,
        )
        for a in attachments
    )


def listed_news(site: Site, group: str | None = None) -> tuple[Article, ...]:
    """Return the news for lists, newest first: of one group, of the board alone ("") or of all (None)."""
    return tuple(n for n in site.news if not n.has_expired and (group is None or n.group == group))


def featured_first(news: Iterable[Article], group: str) -> tuple[Article, ...]:
    """Return news with what a group (or "", the board) has put first at the front; a group's choice is its own."""
    return tuple(sorted(news, key=lambda item: not (item.is_featured and item.group == group)))


def priority_links(article: Article) -> tuple[Topic, ...]:
    """Return the priorities that an article serves, each with its page, or else the list of its news."""
    shown = () if article.has_expired else article.priorities
    has_list = article.published is not None
    links = ((p.name, p.address or (routes.news_priority(p.key) if has_list else "")) for p in shown)
    return tuple(Topic(name, address) for name, address in links if address)
