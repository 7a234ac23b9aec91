"""The items of a news feed (RFC 4287 section 4.1.2)."""

from __future__ import annotations

from datetime import datetime

from boardsite.dataclass import dataclass
from boardsite.model.entities import RichText
from boardsite.pages.frame import Frame


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that belongs to an item; `type` is "" where it is not known."""

    title: str
    address: str
    type: str
    octets: int


@dataclass(frozen=True, slots=True)
class AtomEntry:
    """One item. `id` is its public address where one is known; `body` is its full text, None where there is none."""

    id: str
    title: str
    address: str
    published: datetime
    updated: datetime
    summary: str
    author: str
    body: RichText | None
    topics: tuple[str, ...]
    enclosures: tuple[Enclosure, ...] = ()


def entry_id(frame: Frame, address: str) -> str:
    """An id must be an absolute IRI and never change; without a public address a tag of the board's name serves."""
    return frame.absolute(address) or f"tag:{frame.host},2016:{address}"
