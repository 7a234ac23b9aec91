"""The news of each section as a subscription (Atom, RFC 4287)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from boardsite.model import routes
from boardsite.model.entities import Article, RichText
from boardsite.pages.frame import Frame, Frames
from boardsite.pages.rows import listed_news
from boardsite.pages.target import Target

ENTRIES = 30


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


def plan(frames: Frames) -> tuple[Target, ...]:
    return tuple(_news(frame) for frame in frames.sections(routes.NEWS))


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
    return frame.absolute(address) or f"tag:{frame.host},2016:{address}"
