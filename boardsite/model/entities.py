"""The things of which the site is made, all frozen: equal sites have equal content.

An address is text: it begins with `/` for a page or file of this site ("/lscgs/south/"), or with a scheme. Where a
thing belongs to a group, `group` is the group's key (its folder name), and "" means the board itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from boardsite.calendars.events import Details, Occurrence, Series
from boardsite.clock import BuildClock
from boardsite.dataclass import dataclass
from boardsite.diagnostics import Location
from boardsite.digest import short_mark
from boardsite.markup.body import Heading
from boardsite.model.board_entities import Board, Holiday, Priority
from boardsite.model.glossary_entities import Glossary


@dataclass(frozen=True, slots=True)
class PictureFile:
    """One stored size of a picture: its address and its pixels."""

    address: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as a page shows it, smallest size first. An empty `alt` says that it is decoration.

    `sizes` are WebP; `fallback` is JPEG or PNG, for programs that know no WebP.
    """

    source: str
    sizes: tuple[PictureFile, ...]
    fallback: PictureFile
    alt: str

    @property
    def files(self) -> tuple[PictureFile, ...]:
        return (*self.sizes, self.fallback)


@dataclass(frozen=True, slots=True)
class RichText:
    """Clean HTML whose token n stands for target n: an address, or a picture. The only safe HTML of the system."""

    html: str = ""
    targets: tuple[str | Picture, ...] = ()


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
class Video:
    """A film elsewhere; `transcript` is the address of its words, "" where there are none yet."""

    title: str
    address: str
    length: str
    still: Picture | None
    transcript: str


@dataclass(frozen=True, slots=True)
class FeedSource:
    """A calendar that is published elsewhere and copied for the site.

    `trouble` says why our copy could not be renewed since the day `since`, or is "" where all is well. `is_told`
    says that it has gone on so long that readers should know.
    """

    name: str
    address: str
    trouble: str = ""
    since: date | None = None
    is_told: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """A local group; `title` is its name with the word for groups ("South LSCG").

    `theme` is the number of its colour in the style sheet; `colour` is a colour of its own, "" for one of the theme's.
    """

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
    colour: str
    headings: tuple[Heading, ...]
    feeds: tuple[FeedSource, ...]
    aliases: tuple[str, ...]
    updated: date | None
    review_by: date | None
    where: Location


@dataclass(frozen=True, slots=True)
class Article:
    """A page or a news item: what has a title, a body and an address.

    `published` is the day of a news item and None for a page. `has_expired` keeps it out of lists, `is_featured`
    puts it first in them. `easy_read` and `text_only` are addresses of the same page in another form, or "".
    """

    address: str
    title: str
    group: str
    summary: str
    headings: tuple[Heading, ...]
    published: date | None
    published_at: datetime | None
    updated: date | None
    review_by: date | None
    has_expired: bool
    is_draft: bool
    is_waiting: bool
    is_sensitive: bool
    is_featured: bool
    easy_read: str
    text_only: str
    tags: tuple[str, ...]
    priorities: tuple[Priority, ...]
    picture: Picture | None
    attachments: tuple[Attachment, ...]
    video: Video | None
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
class Days:
    """From a first day to a last one, both included; None where an end is open."""

    first: date | None = None
    last: date | None = None

    def include(self, day: date) -> bool:
        return (self.first is None or self.first <= day) and not self.are_over_on(day)

    def are_over_on(self, day: date) -> bool:
        return self.last is not None and self.last < day

    def meet(self, other: Days) -> bool:
        """Tell whether both have a day in common."""
        return (self.first or date.min) <= (other.last or date.max) and (other.first or date.min) <= (
            self.last or date.max
        )


@dataclass(frozen=True, slots=True)
class Area:
    """A town, parish or outward postcode, the keys of the groups that serve it, and the days on which they do."""

    name: str
    kind: str
    groups: tuple[str, ...]
    days: Days
    where: Location


@dataclass(frozen=True, slots=True)
class Tile:
    """A tile of the sketch map: the group's key, its row and column from 1, its label ("" for the group's name)."""

    group: str
    label: str
    row: int
    column: int
    days: Days
    where: Location


@dataclass(frozen=True, slots=True)
class Ground:
    """The places that groups serve, by name, and the tiles of the sketch map, from the top left; now or later."""

    areas: tuple[Area, ...]
    tiles: tuple[Tile, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """A series of a group or of the board with its address and its dates inside the site's window, in order.

    `places` are the listed venues that it names, for any of its dates.
    """

    group: str
    slug: str
    address: str
    series: Series
    places: tuple[Place, ...]
    attachments: tuple[Attachment, ...]
    picture: Picture | None
    occurrences: tuple[Occurrence, ...]

    @property
    def mark(self) -> str:
        """A short mark of its UID, by which it is the same under another address."""
        return short_mark(self.series.uid)

    def place_of(self, details: Details) -> Place | None:
        """Return the listed venue of one of its dates, or None."""
        return next((place for place in self.places if place.key == details.venue), None)


@dataclass(frozen=True, slots=True)
class Download:
    """A file that is published as it is, and its address."""

    source: str
    address: str


@dataclass(frozen=True, slots=True)
class Site:
    """Everything there is, checked. News is newest first; groups, pages and contacts are in their own order.

    `texts` are by the path of their file, with short forms explained; `written` are the same as their authors wrote
    them. `mentions` are the addresses of the news that lead to an event, newest first, by the event's own.
    `made` is the moment of the build: the clock may stand a little before it, where nothing is read differently since.
    `next_article_change` is the first moment to come at which an article appears, expires or no longer stands first.
    """

    board: Board
    clock: BuildClock
    groups: tuple[Group, ...]
    home: Article
    pages: tuple[Article, ...]
    news: tuple[Article, ...]
    contacts: tuple[Contact, ...]
    places: tuple[Place, ...]
    ground: Ground
    holidays: tuple[Holiday, ...]
    glossary: Glossary | None
    events: tuple[Event, ...]
    downloads: tuple[Download, ...]
    pictures: tuple[Picture, ...]
    texts: Mapping[str, RichText]
    written: Mapping[str, RichText]
    mentions: Mapping[str, tuple[str, ...]]
    next_article_change: datetime | None
    made: datetime

    def group(self, key: str) -> Group | None:
        return next((group for group in self.groups if group.key == key), None)
