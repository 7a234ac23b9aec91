"""What every HTML page has, whatever it is about: its names, its place, its crumbs, its feeds and its furniture."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from dataclasses import field
from datetime import date
from functools import partial
from itertools import chain
from typing import Any, Literal, TypeVar
from urllib.parse import urlsplit

from boardsite.dataclass import dataclass
from boardsite.model import routes
from boardsite.model.board_entities import Board
from boardsite.model.entities import Article, Group, Picture, Site
from boardsite.pages.chrome import Chrome
from boardsite.pages.kept import Plans
from boardsite.pages.made_rows import MadeRows
from boardsite.pages.rows import Dated, EventRow, NewsRow, in_order
from boardsite.pages.sharing import Card, Share, share
from boardsite.pages.structured_data import TrailData

_Made = TypeVar("_Made")


@dataclass(frozen=True, slots=True)
class Crumb:
    label: str
    address: str


@dataclass(frozen=True, slots=True)
class FeedLink:
    title: str
    type: str
    address: str


@dataclass(frozen=True, slots=True)
class PageView:
    """The common part of all page views.

    `template` names the page template and `kind` the kind of page; `title` is the h1 and `window_title` the whole of
    <title>. `canonical` is "" where no public address is known. `made_on` is set only on pages that tell of what is to
    come, so that a nightly build changes no other page. `theme` is the group's colour, 0 for the board. `share` and
    `trail` are for other programs; pages without a public address, and those kept from search engines, have none.
    """

    template: str
    kind: str
    address: str
    title: str
    window_title: str
    description: str
    crumbs: tuple[Crumb, ...]
    feeds: tuple[FeedLink, ...]
    canonical: str
    theme: int
    caption: str
    made_on: date | None
    is_hidden_from_search: bool
    share: Share | None
    trail: TrailData | None
    chrome: Chrome


@dataclass(frozen=True, slots=True)
class View:
    """A page view: the common part and, in subclasses, what the page is about."""

    head: PageView


@dataclass(frozen=True, slots=True)
class Furniture:
    """What all pages of a section under one entry of the menu have. The group is None for the board's."""

    group: Group | None
    chrome: Chrome
    card: Card


@dataclass(frozen=True, slots=True)
class Frame:
    """A section of the site (a group, or the board) under one entry of the menu: it frames that section's pages.

    `rows` are those that were made before; `plans` has what was planned in the build before.
    """

    site: Site
    furniture: Furniture
    plans: Plans = field(default_factory=Plans, compare=False, repr=False)
    rows: MadeRows = field(default_factory=MadeRows, compare=False, repr=False)

    @property
    def group(self) -> Group | None:
        return self.furniture.group

    @property
    def chrome(self) -> Chrome:
        return self.furniture.chrome

    @property
    def card(self) -> Card:
        return self.furniture.card

    def row(self, found: Dated) -> EventRow:
        """Return the row of a date for lists."""
        return self.rows.event(found, self.site)

    def news_row(self, article: Article) -> NewsRow:
        """Return the row of a news item for lists."""
        return self.rows.news(article, self.site)

    def kept(self, name: Hashable, make: Callable[..., _Made], *given: Any) -> _Made:
        """Return `make(frame, *given)`, or what it made last under this name where nothing that it reads is different.

        `make` is a function of the module and sees a frame of its own; its name and this one are the whole name.
        """
        if not self.plans.keeps:
            return make(self, *given)
        plan = partial(_framed, make, self.plans)
        return self.plans.of((make, self.key, name), plan, self.site, self.furniture, *given)

    @property
    def dates(self) -> tuple[Dated, ...]:
        """Every date of the section, in the order of time; the board's are those of all."""
        shared, site = self.plans.shared, self.site
        if self.group is not None:
            return shared(("dates", self.key), self.rows.dates, site, self.key)
        groups = dict.fromkeys(event.group for event in site.events)
        parts = tuple(shared(("dates", group), self.rows.dates, site, group) for group in groups)
        return shared("dates", _of_all, site, parts)

    @property
    def board(self) -> Board:
        return self.site.board

    @property
    def key(self) -> str:
        return self.group.key if self.group else ""

    @property
    def name(self) -> str:
        """The name of the group, or the board's short name."""
        return self.group.title if self.group else self.board.short_name

    @property
    def host(self) -> str:
        """The host of the public address, or a name of our own that can be nobody's."""
        letters = "".join(c for c in self.board.short_name.lower() if c.isalnum() and c.isascii())
        return urlsplit(self.board.base_url).hostname or f"{letters}.invalid"

    def absolute(self, address: str) -> str:
        """Return the public form of a site address, or "" where the site's public address is not known."""
        return self.board.base_url + address.lstrip("/") if self.board.base_url else ""

    def page(
        self,
        kind: str,
        address: str,
        title: str,
        *,
        description: str = "",
        parents: tuple[Crumb, ...] = (),
        window: str = "",
        caption: str = "",
        tells_the_future: bool = False,
        is_hidden_from_search: bool = False,
        picture: Picture | None = None,
    ) -> PageView:
        """Return the common part of a page; `kind` names its template, `parents` go from the section down."""
        names = [window or title, self.group.title if self.group else "", self.board.name]
        feeds = (
            FeedLink(f"News of {self.name}", "application/atom+xml", routes.news_feed(self.key)),
            FeedLink(f"Calendar of {self.name}", "text/calendar", routes.calendar_feed(self.key)),
        )
        is_public = bool(self.board.base_url) and not is_hidden_from_search
        crumbs = (*self._way(address), *parents)
        return PageView(
            template=f"pages/{kind}.html",
            kind=kind,
            address=address,
            title=title,
            window_title=" – ".join(dict.fromkeys(name for name in names if name)),
            description=description or self.board.summary,
            crumbs=crumbs,
            feeds=feeds,
            canonical=self.absolute(address),
            theme=self.group.theme if self.group else 0,
            caption=caption,
            made_on=self.site.clock.today if tells_the_future else None,
            is_hidden_from_search=is_hidden_from_search,
            share=share(self.board.base_url, picture, self.card, _share_type(kind)) if is_public else None,
            trail=self._trail(crumbs, title, address) if is_public and crumbs else None,
            chrome=self.chrome,
        )

    def _way(self, address: str) -> Iterator[Crumb]:
        """Yield the pages between the home page and an address that each page of the section stands below."""
        if address != routes.HOME:
            yield Crumb("Home", routes.HOME)
        if self.group:
            yield Crumb(self.board.group_words, routes.GROUPS)
            if address != self.group.address:
                yield Crumb(self.group.title, self.group.address)

    def _trail(self, crumbs: tuple[Crumb, ...], title: str, address: str) -> TrailData:
        steps = (*((crumb.label, crumb.address) for crumb in crumbs), (title, address))
        return TrailData(tuple((label, self.absolute(place)) for label, place in steps))


def _of_all(_site: Site, parts: tuple[tuple[Dated, ...], ...]) -> tuple[Dated, ...]:
    return in_order(chain.from_iterable(parts))


def _framed(
    make: Callable[..., _Made], plans: Plans, site: Site, furniture: Furniture, *given: Any
) -> _Made:
    return make(Frame(site, furniture, plans, rows_of(plans)), *given)


def rows_of(plans: Plans) -> MadeRows:
    """Return the rows that were made before: in the preview since it was started, else none, for they take memory."""
    memory = plans.memory
    return MadeRows() if memory.lasts else memory.held(MadeRows)


def _share_type(kind: str) -> Literal["website", "article"]:
    return "article" if kind == "news-item" else "website"
