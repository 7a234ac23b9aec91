"""The texts of the site with their links followed, and what they show and lead to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from itertools import chain
from types import MappingProxyType

from boardsite.diagnostics import Diagnostics, Findings
from boardsite.markup.body import Body
from boardsite.model.entities import Article, Event, Group, Picture, RichText
from boardsite.model.links import Destinations, resolve
from boardsite.storage.memory import Memory


def all_texts(
    memory: Memory, things: tuple[Article | Group, ...], bodies: Mapping[str, Body], to: Destinations
) -> tuple[Mapping[str, RichText], Diagnostics]:
    """Return the text of each article and group by its source path; a link that leads nowhere is told."""
    return memory.here.of("all texts", partial(_texts, memory), things, bodies, to)


def mentions(
    memory: Memory, news: tuple[Article, ...], texts: Mapping[str, RichText], events: Iterable[Event]
) -> Mapping[str, tuple[str, ...]]:
    """Return the addresses of the news that lead to each event: whoever writes of an event links to it."""
    addresses = tuple(event.address for event in events)
    return memory.here.of("leads of all", partial(_mentions, memory), news, texts, addresses)


def pictures(
    memory: Memory, found: tuple[Article, ...], events: Iterable[Event], texts: Mapping[str, RichText]
) -> tuple[Picture, ...]:
    """Return every picture that a page shows, each once, whatever its words are."""
    of_events = tuple(event.picture for event in events)
    return memory.here.of("pictures", partial(_pictures, memory), found, of_events, texts)


def _texts(
    memory: Memory, things: Iterable[Article | Group], bodies: Mapping[str, Body], to: Destinations
) -> tuple[Mapping[str, RichText], Diagnostics]:
    told = Findings()
    places = {thing.where.path: thing.address for thing in things}
    found = memory.each("texts", resolve, [bodies[path] for path in places], places.values(), given=(to,))
    return MappingProxyType({path: told.keep(each) for path, each in zip(places, found, strict=True)}), told.all


def _mentions(
    memory: Memory, news: Iterable[Article], texts: Mapping[str, RichText], events: tuple[str, ...]
) -> Mapping[str, tuple[str, ...]]:
    leads = memory.each("leads", _leads_to, [texts[article.where.path] for article in news])
    by = tuple(article.address for article in news)
    return memory.of("mentions", _mentioned, leads, by, events)


def _mentioned(
    leads: Iterable[tuple[str, ...]], by: Iterable[str], events: Iterable[str]
) -> Mapping[str, tuple[str, ...]]:
    """Return, for each address of an event to which some of the texts lead, by which they are."""
    known = frozenset(events)
    found: dict[str, dict[str, None]] = {}
    for addresses, address in zip(leads, by, strict=True):
        for event in addresses:
            if event in known:
                found.setdefault(event, {})[address] = None
    return MappingProxyType({event: tuple(articles) for event, articles in found.items()})


def _leads_to(text: RichText) -> tuple[str, ...]:
    """Return the addresses that a text leads to, each without the place on its page."""
    return tuple(target.partition("#")[0] for target in text.targets if isinstance(target, str))


def _pictures(
    memory: Memory, found: tuple[Article, ...], of_events: Iterable[Picture | None], texts: Mapping[str, RichText]
) -> tuple[Picture, ...]:
    shown = [*(article.picture for article in found), *of_events]
    shown += [article.video.still for article in found if article.video]
    shown += chain.from_iterable(memory.each("pictures of texts", _shown_in, texts.values()))
    return tuple({picture.fallback.address: picture for picture in shown if picture}.values())


def _shown_in(text: RichText) -> tuple[Picture, ...]:
    return tuple(target for target in text.targets if isinstance(target, Picture))
