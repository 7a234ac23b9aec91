"""The things of which the site is made, all frozen: equal sites have equal content.

An address is text: it begins with `/` for a page or file of this site ("/lscgs/south/"), or with a scheme. Where a
thing belongs to a group, `group` is the group's key (its folder name), and "" means the board itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from boardsite.calendars.events import Occurrence, Series
from boardsite.clock import BuildClock
from boardsite.diagnostics import Location
from boardsite.markup.body import Body
from boardsite.model.board_entities import Board, Priority


@dataclass(frozen=True, slots=True)
class PictureFile:
    """One stored size of a picture: its address and its pixels."""

    address: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as a page shows it, smallest size first. An empty `alt` says that it is decoration."""

    source: str
    sizes: tuple[PictureFile, ...]
    alt: str


@dataclass(frozen=True, slots=True)
class RichText:
    """Clean HTML whose token n stands for target n: an address, or a picture. The only safe HTML of the system."""

    html: str = ""
    targets: tuple[str | Picture, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file to download. `kind` is "PDF" and the like; `pages` None where the kind has none or they are unknown."""

    title: str
    address: str
    kind: str
    octets: int
    pages: int | None
    day: date | None


@dataclass(frozen=True, slots=True)
class FeedSource:
    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Group:
    """A local group; `title` is its name with the word for groups ("South LSCG")."""

    key: str
    name: str
    title: str
    address: str
    order: int
    area: str
    summary: str
    email: str
    meets: str
    theme: int
    body: Body
    feeds: tuple[FeedSource, ...]
    aliases: tuple[str, ...]
    updated: date | None
    review_by: date | None
    where: Location


@dataclass(frozen=True, slots=True)
class Article:
    """A page or a news item: what has a title, a body and an address.

    `published` is the day of a news item and None for a page. `has_expired` keeps it out of lists.
    """

    address: str
    title: str
    group: str
    summary: str
    body: Body
    published: date | None
    published_at: datetime | None
    updated: date | None
    review_by: date | None
    has_expired: bool
    is_draft: bool
    is_waiting: bool
    is_sensitive: bool
    tags: tuple[str, ...]
    priorities: tuple[Priority, ...]
    picture: Picture | None
    attachments: tuple[Attachment, ...]
    aliases: tuple[str, ...]
    order: int
    where: Location


@dataclass(frozen=True, slots=True)
class Contact:
    role: str
    group: str
    organisation: str
    email: str
    phone: str
    name: str
    hours: str
    response: str
    note: str
    review_by: date | None
    is_vacant: bool
    is_stale: bool
    where: Location


@dataclass(frozen=True, slots=True)
class Place:
    key: str
    name: str
    address: str
    postcode: str
    access: tuple[str, ...]
    map_address: str
    note: str
    where: Location


@dataclass(frozen=True, slots=True)
class Area:
    """A town, parish or outward postcode and the keys of the groups that serve it."""

    name: str
    kind: str
    groups: tuple[str, ...]
    where: Location


@dataclass(frozen=True, slots=True)
class Event:
    """A series of a group or of the board with its address and its dates inside the site's window, in order."""

    group: str
    slug: str
    address: str
    series: Series
    place: Place | None
    occurrences: tuple[Occurrence, ...]


@dataclass(frozen=True, slots=True)
class Download:
    """A file that is published as it is, and its address."""

    source: str
    address: str


@dataclass(frozen=True, slots=True)
class Site:
    """Everything there is, checked. News is newest first; groups, pages and contacts are in their own order."""

    board: Board
    clock: BuildClock
    groups: tuple[Group, ...]
    home: Article
    pages: tuple[Article, ...]
    news: tuple[Article, ...]
    contacts: tuple[Contact, ...]
    places: tuple[Place, ...]
    areas: tuple[Area, ...]
    events: tuple[Event, ...]
    downloads: tuple[Download, ...]
    pictures: tuple[Picture, ...]
    texts: Mapping[str, RichText]

    def group(self, key: str) -> Group | None:
        return next((group for group in self.groups if group.key == key), None)
