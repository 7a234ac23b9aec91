"""Every address that a link of an editor may lead to, besides files to download and files of the tree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType

from boardsite.model import routes
from boardsite.model.board_entities import Board
from boardsite.model.entities import Article, Event, Group
from boardsite.model.events import is_on_page
from boardsite.model.glossary_entities import Glossary
from boardsite.storage.memory import Memory
from boardsite.text import slug

_OF_A_SECTION = (
    routes.news_list,
    routes.contacts,
    routes.calendar,
    routes.calendar_feed,
    routes.news_feed,
    routes.poster,
)


_Ids = tuple[tuple[str, tuple[str, ...]], ...]  # addresses, each with the ids that a link may name on it


def _places_of_article(article: Article) -> _Ids:
    """Return the address of an article and those of the lists in which it stands, each with its ids."""
    own = (article.address, tuple(heading.id for heading in article.headings))
    return (own, *((address, ()) for address in _lists_of(article)))


def _anchors_of(event: Event, today: date) -> tuple[str, ...]:
    """Return the ids of the dates on the page of an event."""
    return tuple(routes.occurrence_anchor(o.key_with_time) for o in event.occurrences if is_on_page(o, today))


def _places_of_event(event: Event, ids: tuple[str, ...]) -> tuple[_Ids, tuple[str, ...]]:
    """Return the addresses of an event, each with its ids, and those of the years in which something of it happens."""
    years = dict.fromkeys(year for o in event.occurrences for year in (o.when.first.year, o.when.last.year))
    calendars = dict.fromkeys(routes.calendar_year(key, year) for year in years for key in ("", event.group))
    return ((routes.event_file(event.group, event.slug), ()), (event.address, ids)), tuple(calendars)


def all_addresses(
    memory: Memory,
    articles: Iterable[Article],
    groups: tuple[Group, ...],
    events: Iterable[Event],
    today: date,
    board: Board,
    words: Glossary | None,
) -> Mapping[str, tuple[str, ...]]:
    """Return each address with the ids that a link may name on it."""
    of_articles = memory.here.each("places of articles", _places_of_article, articles)
    events = tuple(events)
    anchors = memory.each("anchors", _anchors_of, events, given=(today,))
    of_events = memory.here.each("places of events", _places_of_event, events, anchors)
    return memory.here.of("addresses of places", _all, of_articles, groups, of_events, board, words)


def _all(
    articles: tuple[_Ids, ...],
    groups: tuple[Group, ...],
    events: tuple[tuple[_Ids, tuple[str, ...]], ...],
    board: Board,
    words: Glossary | None,
) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = dict.fromkeys((routes.GROUPS, routes.SEARCH, routes.ORGANISATIONS), ())
    if board.statement:
        found[routes.ACCESSIBILITY] = ()
    if words:
        found[routes.GLOSSARY] = tuple(word.anchor for word in words.words)
    for key in ("", *(group.key for group in groups)):
        found |= {make(key): () for make in _OF_A_SECTION}
    for places in articles:
        found.update(places)
    for group in groups:
        found[group.address] = tuple(heading.id for heading in group.headings)
    for places, _ in events:
        found.update(places)
    for year in dict.fromkeys(year for _, years in events for year in years):
        found.setdefault(year, ())
    return MappingProxyType(found)


def _lists_of(article: Article) -> Iterator[str]:
    """Yield the address of each list by year, priority or topic in which an article stands."""
    if article.has_expired:
        return
    if article.published:
        yield from (routes.news_year(key, article.published.year) for key in ("", article.group))
        yield from (routes.news_priority(priority.key) for priority in article.priorities)
    yield from (routes.tag(slug(tag)) for tag in article.tags)
