"""Every address that a link of an editor may lead to, besides files to download and files of the tree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from boardsite.model import routes
from boardsite.model.board_entities import Board
from boardsite.model.entities import Article, Event, Group
from boardsite.model.events import is_on_page
from boardsite.model.glossary_entities import Glossary
from boardsite.text import slug

_OF_A_SECTION = (
    routes.news_list,
    routes.contacts,
    routes.calendar,
    routes.calendar_feed,
    routes.news_feed,
    routes.poster,
)


def anchors_of(event: Event, today: date) -> tuple[str, ...]:
    """Return the ids of the dates on the page of an event."""
    return tuple(routes.occurrence_anchor(o.key_with_time) for o in event.occurrences if is_on_page(o, today))


def all_addresses(
    articles: Iterable[Article],
    groups: Iterable[Group],
    events: Iterable[Event],
    anchors: Iterable[tuple[str, ...]],
    board: Board,
    words: Glossary | None,
) -> Mapping[str, tuple[str, ...]]:
    """Return each address with the ids that a link may name on it; `anchors` are those of the events."""
    found: dict[str, tuple[str, ...]] = dict.fromkeys((routes.GROUPS, routes.SEARCH, routes.ORGANISATIONS), ())
    groups = tuple(groups)
    if board.statement:
        found[routes.ACCESSIBILITY] = ()
    if words:
        found[routes.GLOSSARY] = tuple(word.anchor for word in words.words)
    for key in ("", *(group.key for group in groups)):
        found |= {make(key): () for make in _OF_A_SECTION}
    for article in articles:
        found[article.address] = tuple(heading.id for heading in article.headings)
        found |= dict.fromkeys(_lists_of(article), ())
    for group in groups:
        found[group.address] = tuple(heading.id for heading in group.headings)
    years: dict[tuple[str, int], None] = {}
    for event, ids in zip(events, anchors, strict=True):
        found[routes.event_file(event.group, event.slug)] = ()
        found[event.address] = ids
        for o in event.occurrences:
            years[event.group, o.when.first.year] = years[event.group, o.when.last.year] = None
    for section, year in years:
        for key in ("", section):
            found.setdefault(routes.calendar_year(key, year), ())
    return found


def _lists_of(article: Article) -> Iterator[str]:
    """Yield the address of each list by year, priority or topic in which an article stands."""
    if article.has_expired:
        return
    if article.published:
        yield from (routes.news_year(key, article.published.year) for key in ("", article.group))
        yield from (routes.news_priority(priority.key) for priority in article.priorities)
    yield from (routes.tag(slug(tag)) for tag in article.tags)
