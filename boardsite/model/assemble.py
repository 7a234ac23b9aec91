"""Documents, bodies and series to the Site: the step after which everything is known and nothing changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from types import MappingProxyType

from boardsite.clock import BuildClock
from boardsite.diagnostics import Diagnostic, Diagnostics, Findings, Location
from boardsite.markup.body import Body
from boardsite.messages import site as messages
from boardsite.model import articles, people, routes
from boardsite.model.addresses import article_address
from boardsite.model.board import board as read_board
from boardsite.model.board_entities import Board
from boardsite.model.checks.board_links import board_links
from boardsite.model.entities import Article, Event, Group, Picture, RichText, Site
from boardsite.model.events import Calendar
from boardsite.model.events import events as make_events
from boardsite.model.links import Destinations, resolve
from boardsite.model.shelf import Shelf
from boardsite.model.site_addresses import all_addresses
from boardsite.schema.documents import Tree
from boardsite.schema.fields import Document

_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the command line asks of the model. `base_url` None leaves the address to site.yaml."""

    shows_drafts: bool = False
    base_url: str | None = None


def assemble(
    tree: Tree, bodies: Mapping[str, Body], calendars: tuple[Calendar, ...], clock: BuildClock, wishes: Wishes
) -> tuple[Site | None, Diagnostics]:
    """Return the site, or None where there is too little to make one, and everything that is wrong with it.

    `bodies` holds the body of every page, news item and group page by its source path.
    """
    told = Findings(_gaps(tree))
    if tree.site is None:
        return None, told.all
    board = told.keep(read_board(tree.site, wishes.base_url, clock.today))
    shelf = Shelf.of(tree.pictures, tree.downloads)
    desk = articles.Desk(clock, shelf, {p.key: p for p in board.priorities}, bodies, wishes.shows_drafts)
    pages, hidden_pages = told.keep(_read_all(tree.pages, desk))
    news, hidden_news = told.keep(_read_all(tree.news, desk, can_be_left_out=True))
    whole = tuple(document for document in tree.group_pages if document.path in bodies)
    groups = told.keep(people.groups(whole, board, bodies, clock.today))
    places = told.keep(people.places(tree.places))
    events = told.keep(make_events(calendars, {place.key: place for place in places}, clock))
    everything = (*pages, *news)
    destinations = _destinations(everything, groups, events, board, shelf, hidden_pages | hidden_news, clock.today)
    texts = told.keep(_texts((*everything, *groups), destinations))
    told.add(board_links(tree.site.values, destinations.addresses))
    home = next((page for page in pages if page.address == routes.HOME), None)
    if home is None:
        return None, told.all
    site = Site(
        board=board,
        clock=clock,
        groups=groups,
        home=home,
        pages=tuple(sorted(pages, key=lambda page: (page.order, page.title))),
        news=tuple(sorted(news, key=lambda item: (item.published_at or _LONG_AGO, item.address), reverse=True)),
        contacts=told.keep(people.contacts(tree.contacts, clock.today)),
        places=places,
        areas=told.keep(people.areas(tree.areas, tree.groups, clock.today)),
        events=events,
        downloads=shelf.published(),
        pictures=_pictures(everything, texts.values()),
        texts=MappingProxyType(texts),
    )
    return site, told.all


def _gaps(tree: Tree) -> Iterable[Diagnostic]:
    if tree.site is None and "content/site.yaml" not in tree.broken:
        yield messages.no_site_settings(Location("content/site.yaml"))
    if not any(page.path == "content/index.md" for page in tree.pages) and "content/index.md" not in tree.broken:
        yield messages.no_home_page(Location("content/index.md"))
    if not tree.groups:
        yield messages.no_groups(Location("lscgs"))
    described = {document.path for document in tree.group_pages} | tree.broken
    for key in tree.groups:
        if f"lscgs/{key}/index.md" not in described:
            yield messages.group_without_details(Location(f"lscgs/{key}"))


def _read_all(
    documents: Iterable[Document], desk: articles.Desk, *, can_be_left_out: bool = False
) -> tuple[tuple[tuple[Article, ...], frozenset[str]], Diagnostics]:
    """Return the articles, and the source paths and addresses of those that are not public yet."""
    made: list[Article] = []
    hidden: set[str] = set()
    told = Findings()
    for document in documents:
        if document.path not in desk.bodies:  # its text was refused, and that has been told
            continue
        read = articles.read(document, desk)
        told.add(d.contained() if can_be_left_out and d.is_error else d for d in read.diagnostics)
        if read.hides:
            address = article_address(document.path)
            hidden |= {document.path, address if isinstance(address, str) else ""}
        elif read.article is not None and not (can_be_left_out and any(d.is_error for d in read.diagnostics)):
            made.append(read.article)
    return (tuple(made), frozenset(hidden)), told.all


def _destinations(
    found: tuple[Article, ...],
    groups: tuple[Group, ...],
    events: tuple[Event, ...],
    board: Board,
    shelf: Shelf,
    hidden: frozenset[str],
    today: date,
) -> Destinations:
    by_source = {article.where.path: article.address for article in found}
    by_source |= {group.where.path: group.address for group in groups}
    addresses = all_addresses(found, groups, events, today, has_statement=board.statement is not None)
    return Destinations(addresses, by_source, hidden, shelf)


def _texts(things: Iterable[Article | Group], destinations: Destinations) -> tuple[dict[str, RichText], Diagnostics]:
    told = Findings()
    texts = {thing.where.path: told.keep(resolve(thing.body, thing.address, destinations)) for thing in things}
    return texts, told.all


def _pictures(found: Iterable[Article], texts: Iterable[RichText]) -> tuple[Picture, ...]:
    """Return every picture that a page shows, each once, whatever its words are."""
    shown = [article.picture for article in found]
    shown += [target for text in texts for target in text.targets if isinstance(target, Picture)]
    return tuple({picture.sizes[0].address: picture for picture in shown if picture}.values())
