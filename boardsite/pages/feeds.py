"""The news of each section as a subscription (Atom, RFC 4287), with the dates that are off."""

from __future__ import annotations

from datetime import UTC, date, datetime

from boardsite.dataclass import dataclass
from boardsite.model import routes
from boardsite.model.entities import Article
from boardsite.pages.changed_dates import changed_dates
from boardsite.pages.feed_entries import AtomEntry, Enclosure, entry_id
from boardsite.pages.frame import Frame
from boardsite.pages.frames import Frames
from boardsite.pages.rows import listed_news
from boardsite.pages.target import Target

ENTRIES = 30
# Types by ending, as the standard wants them; a kind that is not here is handed over without one.
_TYPES = {
    "PDF": "application/pdf",
    "CSV": "text/csv",
    "TXT": "text/plain",
    "MP3": "audio/mpeg",
    "MP4": "video/mp4",
    "DOCX": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "XLSX": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "PPTX": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}


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
    return tuple(frame.kept("", _news) for frame in frames.sections(routes.NEWS))


def _news(frame: Frame) -> Target:
    board = frame.board
    news = [_entry(frame, item) for item in listed_news(frame.site, frame.key or None)[:ENTRIES]]
    changes = sorted(frame.kept("", changed_dates), key=_age, reverse=True)[:ENTRIES]
    entries = sorted((*news, *changes), key=_age, reverse=True)
    address = routes.news_feed(frame.key)
    view = AtomView(
        id=entry_id(frame, address),
        title=f"News of the {frame.name}" if frame.group else f"News of the {board.name}",
        subtitle=frame.group.summary if frame.group else board.summary,
        address=address,
        page_address=routes.news_list(frame.key),
        base=board.base_url,
        language=board.language,
        author=board.name,
        # The feed is as old as its newest entry; an empty one has no better date than a fixed one.
        updated=max((entry.updated for entry in entries), default=datetime(2000, 1, 1, tzinfo=UTC)),
        entries=tuple(entries),
    )
    return Target(address, "atom", view)


def _age(entry: AtomEntry) -> tuple[datetime, str]:
    return (entry.published, entry.id)


def _entry(frame: Frame, item: Article) -> AtomEntry:
    site = frame.site
    group = site.group(item.group)
    published = item.published_at or site.clock.at(site.clock.today)
    revised: date | None = item.updated
    return AtomEntry(
        id=entry_id(frame, item.address),
        title=item.title,
        address=item.address,
        published=published,
        updated=max(published, site.clock.at(revised)) if revised else published,
        summary=item.summary,
        author=group.title if group else site.board.name,
        body=site.texts[item.where.path],
        topics=item.tags,
        enclosures=tuple(Enclosure(a.title, a.address, _TYPES.get(a.kind, ""), a.octets) for a in item.attachments),
    )

