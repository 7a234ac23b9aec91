"""Every address that a link of an editor may lead to, besides files to download and files of the tree."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from boardsite.model import routes
from boardsite.model.entities import Article, Event, Group
from boardsite.model.events import is_on_page
from boardsite.text import slug


def all_addresses(
    articles: Iterable[Article], groups: Iterable[Group], events: Iterable[Event], today: date, *, has_statement: bool
) -> Mapping[str, frozenset[str]]:
    """Return each address with the ids that a link may name on it."""
    found: dict[str, frozenset[str]] = {routes.GROUPS: frozenset(), routes.SEARCH: frozenset()}
    groups = tuple(groups)
    if has_statement:
        found[routes.ACCESSIBILITY] = frozenset()
    for key in ("", *(group.key for group in groups)):
        for made in (
            routes.news_list(key),
            routes.contacts(key),
            routes.calendar(key),
            routes.calendar_feed(key),
            routes.news_feed(key),
        ):
            found[made] = frozenset()
    for article in articles:
        found[article.address] = frozenset(heading.id for heading in article.body.headings)
        if article.published and not article.has_expired:
            for key in ("", article.group):
                found[routes.news_year(key, article.published.year)] = frozenset()
        for tag in () if article.has_expired else article.tags:
            found[routes.tag(slug(tag))] = frozenset()
    for group in groups:
        found[group.address] = frozenset(heading.id for heading in group.body.headings)
    for event in events:
        found[routes.event_file(event.group, event.slug)] = frozenset()
        for o in event.occurrences:
            for key in ("", event.group):
                found.setdefault(routes.calendar_year(key, o.when.first.year), frozenset())
        on_page = (o for o in event.occurrences if is_on_page(o, today))
        found[event.address] = frozenset(routes.occurrence_anchor(o.key_with_time) for o in on_page)
    return found
