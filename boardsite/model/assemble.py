"""Documents, bodies and series to the Site: the step after which everything is known and nothing changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime
from functools import partial
from itertools import chain
from typing import Any

from boardsite.clock import BuildClock
from boardsite.dataclass import dataclass
from boardsite.diagnostics import Diagnostic, Diagnostics, Findings, Location
from boardsite.markup.body import Body
from boardsite.messages import links as link_messages
from boardsite.messages import site as messages
from boardsite.model import areas, articles, feeds, glossary, people, routes
from boardsite.model.addresses import article_address
from boardsite.model.board import board as read_board
from boardsite.model.board_entities import Board
from boardsite.model.checks.board_links import board_links
from boardsite.model.checks.document_authors import document_authors
from boardsite.model.checks.event_clashes import event_clashes
from boardsite.model.checks.topics import topics
from boardsite.model.entities import Article, Group, Site
from boardsite.model.events import Calendar
from boardsite.model.events import events as make_events
from boardsite.model.held_back import Shown, held_back
from boardsite.model.links import Destinations
from boardsite.model.shelf import Shelf
from boardsite.model.site_addresses import all_addresses
from boardsite.model.texts import all_texts, mentions, pictures
from boardsite.schema.documents import Tree
from boardsite.schema.fields import Document, Values
from boardsite.storage.memory import Memory
from boardsite.text import natural

_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the command line asks of the model. `base_url` None leaves the address to site.yaml."""

    shows_drafts: bool = False
    base_url: str | None = None


@dataclass(frozen=True, slots=True)
class Material:
    """What the files hold. `bodies` has the body of every page, news item and group page by its source path."""

    tree: Tree
    bodies: Mapping[str, Body]
    calendars: tuple[Calendar, ...]


def assemble(
    material: Material, clock: BuildClock, wishes: Wishes, memory: Memory, *, tells_clashes: bool = True
) -> tuple[Site | None, Diagnostics, Diagnostics]:
    """Return the site, or None where there is too little to make one, what is wrong with it, and which dates clash.

    The last is empty unless it `tells_clashes`.
    """
    tree, bodies, calendars = material.tree, material.bodies, material.calendars
    told, of, today = Findings(_gaps(tree)), memory.of, clock.today
    if tree.site is None:
        return None, told.all, ()
    board = told.keep(of("board", read_board, tree.site, wishes.base_url, today))
    shelf = of("shelf", Shelf.of, tree.pictures, tree.downloads, tree.empty)
    (pages, news), hidden = told.keep(_articles(material, board, shelf, clock, wishes, memory))
    groups = told.keep(of("groups", _groups, tree, board, bodies, today))
    places, holidays = told.keep(of("places", people.places, tree.places)), of("days", people.holidays, tree.holidays)
    events = told.keep(of("events", partial(make_events, memory), calendars, places, shelf, clock))
    clashes = of("clashes", _told_by, event_clashes, events, holidays, clock) if tells_clashes else ()
    everything, words = (*pages, *news), told.keep(of("glossary", glossary.read, tree.glossary))
    addresses = of("addresses", partial(all_addresses, memory), everything, groups, events, today, board, words)
    to = of("destinations", _destinations, addresses, everything, groups, hidden, shelf, board.base_url)
    texts = told.keep(all_texts(memory, (*everything, *groups), bodies, to))
    shown = told.keep(glossary.explained_and_unknown(memory, texts, tree, words, board))
    told.add(_doubts(tree, everything, to, board, groups, memory))
    if not (home := next((page for page in pages if page.address == routes.HOME), None)):
        return None, told.all, clashes
    return Site(
        board=board, clock=clock, groups=groups, home=home,
        pages=tuple(sorted(pages, key=lambda page: (page.order, natural(page.title)))),
        news=news,
        contacts=told.keep(of("contacts", people.contacts, tree.contacts, today)),
        places=places,
        ground=told.keep(of("ground", areas.ground, tree.areas, tree.groups, today)),
        glossary=words,
        holidays=holidays,
        events=events,
        downloads=shelf.published(told.keep(held_back(tree, bodies, to, Shown(everything, texts, events), calendars))),
        pictures=pictures(memory, everything, events, shown),
        texts=shown, written=texts,
        mentions=mentions(memory, news, shown, events),
        next_article_change=of("next change", articles.next_change, _settings(tree, memory), clock),
        made=clock.moment,
    ), told.all, clashes  # fmt: skip


def _told_by(make: Callable[..., Iterable[Diagnostic]], *given: Any) -> Diagnostics:
    return tuple(make(*given))


def _settings(tree: Tree, memory: Memory) -> tuple[Values, ...]:
    return memory.here.of("settings of articles", _values, tree.pages, tree.news)


def _values(*kinds: Iterable[Document]) -> tuple[Values, ...]:
    return tuple(document.values for document in chain.from_iterable(kinds))


def _doubts(
    tree: Tree, found: Iterable[Article], to: Destinations, board: Board, groups: Iterable[Group], memory: Memory
) -> Iterable[Diagnostic]:
    settings = _settings(tree, memory)
    expired = tuple(article.address for article in found if article.has_expired)
    named = (tree.site, tree.glossary, settings, to, expired)
    yield from memory.of("pages named in settings", _told_by, board_links, *named)
    if any(document.values.records("contacts") for document in tree.contacts) and not (board.email or board.phone):
        yield messages.no_office(board.where)
    yield from memory.of("topics", _told_by, topics, settings)
    yield from (link_messages.picture_moves(Location(path)) for path in to.shelf.moving())
    known = (board.name, board.short_name, *(group.title for group in groups))
    yield from memory.of("authors", _told_by, document_authors, tuple(to.shelf.downloads.values()), known)


def _groups(tree: Tree, board: Board, bodies: Mapping[str, Body], today: date) -> tuple[tuple[Group, ...], Diagnostics]:
    groups, told = people.groups(tree.group_pages, board, bodies, today)
    healthy, more = feeds.with_health(groups, tree, board, today)
    return healthy, (*told, *more)


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


def _articles(
    material: Material, board: Board, shelf: Shelf, clock: BuildClock, wishes: Wishes, memory: Memory
) -> tuple[tuple[tuple[tuple[Article, ...], tuple[Article, ...]], frozenset[str]], Diagnostics]:
    """Return the pages and the news, newest first, and source paths and addresses of those that are not public yet."""
    priorities = {each.key: each for each in board.priorities}
    desk = memory.of("desk", articles.Desk, clock, shelf, priorities, wishes.shows_drafts)
    of_tree = (material.tree.pages, material.tree.news, material.bodies)
    return memory.here.of("articles", partial(_all_articles, memory), *of_tree, desk)


def _all_articles(
    memory: Memory,
    pages: tuple[Document, ...],
    news: tuple[Document, ...],
    bodies: Mapping[str, Body],
    desk: articles.Desk,
) -> tuple[tuple[tuple[tuple[Article, ...], tuple[Article, ...]], frozenset[str]], Diagnostics]:
    (made, hidden_pages), told = _read_all("pages", pages, bodies, desk, memory)
    (items, hidden_news), more = _read_all("news", news, bodies, desk, memory, can_be_left_out=True)
    newest_first = sorted(items, key=lambda item: (item.published_at or _LONG_AGO, item.address), reverse=True)
    return ((made, tuple(newest_first)), hidden_pages | hidden_news), (*told, *more)


def _read_all(
    name: str,
    documents: Iterable[Document],
    bodies: Mapping[str, Body],
    desk: articles.Desk,
    memory: Memory,
    *,
    can_be_left_out: bool = False,
) -> tuple[tuple[tuple[Article, ...], frozenset[str]], Diagnostics]:
    """Return the articles, and the source paths and addresses of those that are not public yet."""
    made: list[Article] = []
    hidden: set[str] = set()
    told = Findings()
    # Where a text was refused, that has been told.
    sound = [document for document in documents if document.path in bodies]
    texts = [bodies[document.path] for document in sound]
    made_of = memory.each(("articles", name), articles.read, sound, texts, given=(desk,))
    for document, read in zip(sound, made_of, strict=True):
        is_left_out = False
        if read.diagnostics:
            is_left_out = can_be_left_out and any(d.is_error for d in read.diagnostics)
            told.add(d.contained() if can_be_left_out and d.is_error else d for d in read.diagnostics)
        if read.hides:
            address = article_address(document.path)
            hidden |= {document.path, address if isinstance(address, str) else ""}
        elif read.article is not None and not is_left_out:
            made.append(read.article)
    return (tuple(made), frozenset(hidden)), told.all


def _destinations(
    addresses: Mapping[str, tuple[str, ...]],
    found: Iterable[Article],
    groups: Iterable[Group],
    hidden: frozenset[str],
    shelf: Shelf,
    base_url: str,
) -> Destinations:
    by_source = {thing.where.path: thing.address for things in (found, groups) for thing in things}
    return Destinations(addresses, by_source, hidden, shelf, base_url)
