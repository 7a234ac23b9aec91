"""Subscriptions of each section: news as Atom (RFC 4287), dates as iCalendar (RFC 5545, RFC 7986)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from boardsite.calendars.events import Series
from boardsite.model import routes
from boardsite.model.entities import Article, Event, RichText
from boardsite.pages.frame import Frame, Frames
from boardsite.pages.rows import listed_news
from boardsite.pages.target import Target

ENTRIES = 30
KEPT_BACK = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class AtomEntry:
    """One item. `id` is its public address where one is known; `body` is its full text."""

    id: str
    title: str
    address: str
    published: datetime
    updated: datetime
    summary: str
    author: str
    body: RichText
    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AtomView:
    """A feed. `base` is the public address of the site, or "" where relative links have to do."""

    id: str
    title: str
    subtitle: str
    address: str
    page_address: str
    base: str
    language: str
    author: str
    updated: datetime
    entries: tuple[AtomEntry, ...]


@dataclass(frozen=True, slots=True)
class CalendarView:
    """A calendar feed: its series, and the public address of each series' page by UID ("" entries left out)."""

    name: str
    uid: str
    url: str
    series: tuple[Series, ...]
    addresses: Mapping[str, str]


def plan(frames: Frames) -> tuple[Target, ...]:
    found: list[Target] = []
    for frame in frames.sections(routes.NEWS):
        found.append(_news(frame))
        found.append(_calendar(frame))
    return tuple(found)


def _news(frame: Frame) -> Target:
    board = frame.board
    entries = tuple(_entry(frame, item) for item in listed_news(frame.site, frame.key or None)[:ENTRIES])
    address = routes.news_feed(frame.key)
    view = AtomView(
        id=_id(frame, address),
        title=f"News of the {frame.name}" if frame.group else f"News of the {board.name}",
        subtitle=frame.group.summary if frame.group else board.summary,
        address=address,
        page_address=routes.news_list(frame.key),
        base=board.base_url,
        language=board.language,
        author=board.name,
        # The feed is as old as its newest entry; an empty one has no better date than a fixed one.
        updated=max((entry.updated for entry in entries), default=datetime(2000, 1, 1, tzinfo=UTC)),
        entries=entries,
    )
    return Target(address, "atom", view)


def _entry(frame: Frame, item: Article) -> AtomEntry:
    site = frame.site
    group = site.group(item.group)
    published = item.published_at or site.clock.moment
    revised: date | None = item.updated
    return AtomEntry(
        id=_id(frame, item.address),
        title=item.title,
        address=item.address,
        published=published,
        updated=max(published, site.clock.at(revised)) if revised else published,
        summary=item.summary,
        author=group.title if group else site.board.name,
        body=site.texts[item.where.path],
        topics=item.tags,
    )


def _id(frame: Frame, address: str) -> str:
    """An id must be an absolute IRI and never change; without a public address a tag of the board's name serves."""
    return frame.absolute(address) or f"tag:{_host(frame)},2016:{address}"


def _host(frame: Frame) -> str:
    base = frame.board.base_url.partition("://")[2].strip("/").split("/")[0].split(":")[0]
    return base or "".join(c for c in frame.board.short_name.lower() if c.isalnum() and c.isascii()) + ".invalid"


def _calendar(frame: Frame) -> Target:
    site = frame.site
    events = [event for event in site.events if (not frame.key or event.group == frame.key) and _is_kept(frame, event)]
    # One meeting of two groups is one event of the whole board's calendar.
    by_uid = {event.series.uid: event for event in events}
    addresses = {uid: frame.absolute(event.address) for uid, event in by_uid.items()} if frame.board.base_url else {}
    view = CalendarView(
        name=f"{frame.name} calendar",
        uid=f"{frame.key or 'all'}.calendar@{_host(frame)}",
        url=frame.absolute(routes.calendar_feed(frame.key)),
        series=tuple(by_uid[uid].series for uid in sorted(by_uid)),
        addresses=addresses,
    )
    return Target(routes.calendar_feed(frame.key), "calendar", view)


def _is_kept(frame: Frame, event: Event) -> bool:
    return bool(event.occurrences) and event.occurrences[-1].when.last >= frame.site.clock.today - KEPT_BACK
