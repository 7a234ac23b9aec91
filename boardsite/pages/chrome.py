"""The furniture that pages share: header, menu, group switcher, urgent help, footer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlsplit

from boardsite.model import routes
from boardsite.model.board_entities import Board, MenuLink, Notice, UrgentHelp
from boardsite.model.entities import Group, Site


@dataclass(frozen=True, slots=True)
class Assets:
    """The addresses of the theme's files."""

    stylesheet: str
    scripts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """In what the site differs from the live one: drafts show, or it pretends to be another moment (aware) and day."""

    shows_drafts: bool = False
    as_of: datetime | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class NavItem:
    label: str
    address: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class GroupLink:
    name: str
    title: str
    address: str
    theme: int
    is_current: bool


@dataclass(frozen=True, slots=True)
class Chrome:
    """Everything around the content. `base_path` is the path of the public address, "" at a domain's root."""

    site_name: str
    short_name: str
    language: str
    brand_colour: str
    stylesheet: str
    scripts: tuple[str, ...]
    navigation: tuple[NavItem, ...]
    groups: tuple[GroupLink, ...]
    group_word: str
    group_words: str
    current_group: GroupLink | None
    urgent: UrgentHelp
    notice: Notice | None
    footer_links: tuple[MenuLink, ...]
    footer_text: str
    email: str
    phone: str
    postal_address: str
    preview: Preview
    base_path: str
    time_zone: str


def _footer(board: Board) -> tuple[MenuLink, ...]:
    """The board's own links; the accessibility statement and the A to Z stand there in any case."""
    wanted = [MenuLink("A to Z", routes.SEARCH)]
    if board.statement:
        wanted.append(MenuLink("Accessibility statement", routes.ACCESSIBILITY))
    there = {link.address for link in board.footer}
    return (*board.footer, *(link for link in wanted if link.address not in there))


def chrome(site: Site, assets: Assets, group: Group | None, menu_address: str, preview: Preview) -> Chrome:
    """Return the furniture of the pages of a group (or the board) under one entry of the menu."""
    board = site.board
    links = tuple(
        GroupLink(g.name, g.title, g.address, g.theme, group is not None and g.key == group.key) for g in site.groups
    )
    return Chrome(
        site_name=board.name,
        short_name=board.short_name,
        language=board.language,
        brand_colour=board.brand_colour,
        stylesheet=assets.stylesheet,
        scripts=assets.scripts,
        navigation=tuple(NavItem(m.label, m.address, m.address == menu_address) for m in board.menu),
        groups=links,
        group_word=board.group_word,
        group_words=board.group_words,
        current_group=next((link for link in links if link.is_current), None),
        urgent=board.urgent,
        notice=board.notice,
        footer_links=_footer(board),
        footer_text=board.footer_text,
        email=board.email,
        phone=board.phone,
        postal_address=board.address,
        preview=preview,
        base_path=urlsplit(board.base_url).path.rstrip("/"),
        time_zone=site.clock.zone.key,
    )
