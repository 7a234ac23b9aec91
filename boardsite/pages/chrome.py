"""The furniture that pages share: header, menu, group switcher, urgent help, footer."""

from __future__ import annotations

from datetime import date, datetime
from urllib.parse import urlsplit

from boardsite.dataclass import dataclass
from boardsite.model import routes
from boardsite.model.board_entities import Board, MenuLink, Notice, UrgentHelp
from boardsite.model.entities import Group, Site


@dataclass(frozen=True, slots=True)
class Assets:
    """The addresses of the theme's files. `page_styles` are those of one kind of page: the kind, and the address.

    `group_colours` are the grounds of the themes, from theme 1 on, as #rrggbb. `forms` is the address of the editing
    forms' program, "" where it is not there. `icon` is the address of the site's sign in tabs.
    """

    stylesheet: str
    scripts: tuple[str, ...]
    page_styles: tuple[tuple[str, str], ...] = ()
    group_colours: tuple[str, ...] = ()
    forms: str = ""
    icon: str = ""


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
    title: str
    address: str
    theme: int
    is_current: bool


@dataclass(frozen=True, slots=True)
class Chrome:
    """Everything around the content. `base_path` is the path of the public address, "" at a domain's root.

    `places` are the addresses of the menu and of the groups, where the furniture says that one is there.
    """

    site_name: str
    language: str
    brand_colour: str
    stylesheet: str
    icon: str
    page_styles: tuple[tuple[str, str], ...]
    scripts: tuple[str, ...]
    navigation: tuple[NavItem, ...]
    groups: tuple[GroupLink, ...]
    group_word: str
    group_words: str
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
    places: tuple[str, ...]


def _footer(board: Board) -> tuple[MenuLink, ...]:
    """The board's own links. What everyone looks for stands there if the menu has it not, the legal page always."""
    wanted = [
        MenuLink("News", routes.NEWS),
        MenuLink("Calendar", routes.CALENDAR),
        MenuLink(board.group_words, routes.GROUPS),
    ]
    in_menu = {link.address for link in board.menu}
    wanted = [link for link in wanted if link.address not in in_menu]
    wanted.append(MenuLink("A to Z", routes.SEARCH))
    if board.statement:
        wanted.append(MenuLink("Accessibility statement", routes.ACCESSIBILITY))
    there = {link.address for link in board.footer}
    return (*board.footer, *(link for link in wanted if link.address not in there))


def _navigation(board: Board, menu_address: str) -> tuple[NavItem, ...]:
    """The board's menu; the search stands at its end in any case."""
    menu = board.menu
    if all(link.address != routes.SEARCH for link in menu):
        menu = (*menu, MenuLink("Search", routes.SEARCH))
    return tuple(NavItem(link.label, link.address, link.address == menu_address) for link in menu)


def chrome(site: Site, assets: Assets, group: Group | None, menu_address: str, preview: Preview) -> Chrome:
    """Return the furniture of the pages of a group (or the board) under one entry of the menu."""
    board = site.board
    links = tuple(
        GroupLink(g.title, g.address, g.theme, group is not None and g.key == group.key) for g in site.groups
    )
    navigation = _navigation(board, menu_address)
    return Chrome(
        site_name=board.name,
        language=board.language,
        brand_colour=board.brand_colour,
        stylesheet=assets.stylesheet,
        icon=assets.icon,
        page_styles=assets.page_styles,
        scripts=assets.scripts,
        navigation=navigation,
        groups=links,
        group_word=board.group_word,
        group_words=board.group_words,
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
        places=(*(item.address for item in navigation), *(link.address for link in links)),
    )
