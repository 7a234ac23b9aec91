"""Downloads that only drafts, news to come or private events use: they stay in the source until a page uses them.

A file that nobody speaks of is published, because its address may be printed on a flyer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from boardsite.dataclass import dataclass
from boardsite.diagnostics import Diagnostics, Location
from boardsite.markup.body import Body
from boardsite.messages import files as messages
from boardsite.model.entities import Article, Event, RichText
from boardsite.model.events import Calendar
from boardsite.model.links import Destinations, download_of
from boardsite.model.shelf import Shelf, address_of
from boardsite.schema.documents import Tree
from boardsite.schema.fields import Document


@dataclass(frozen=True, slots=True)
class Shown:
    """What readers will see that may speak of a file."""

    articles: tuple[Article, ...]
    texts: Mapping[str, RichText]
    events: tuple[Event, ...]


def held_back(
    tree: Tree, bodies: Mapping[str, Body], to: Destinations, shown: Shown, calendars: Iterable[Calendar]
) -> tuple[frozenset[str], Diagnostics]:
    """Return the source paths of the downloads that only hidden documents and events use, and a word about each."""
    users: dict[str, dict[Location, None]] = {}
    for document in (*tree.pages, *tree.news):
        if document.path in to.hidden:
            for path in _used(document, bodies[document.path], to.shelf):
                users.setdefault(path, {})[document.values.where] = None
    for mention in (file for calendar in calendars for each in calendar.withheld for file in each.files):
        if private := to.shelf.download(mention.name, mention.where.path):
            users.setdefault(private, {})[mention.where] = None
    public = _addresses(shown) if users else frozenset()
    words = "\n".join(text for event in shown.events for text in _words(event)) if users else ""
    waiting = {
        path: tuple(places)
        for path, places in sorted(users.items())
        if address_of(path) not in public and not _is_linked(address_of(path), words, to.base_url)
    }
    told = tuple(messages.held_back(Location(path), places) for path, places in waiting.items())
    return frozenset(waiting), told


def _addresses(shown: Shown) -> frozenset[str]:
    things: tuple[Article | Event, ...] = (*shown.articles, *shown.events)
    attached = {attachment.address for thing in things for attachment in thing.attachments}
    targets = (target for text in shown.texts.values() for target in text.targets)
    return frozenset(attached | {target.partition("#")[0] for target in targets if isinstance(target, str)})


def _used(document: Document, body: Body, shelf: Shelf) -> Iterator[str]:
    names = [entry.text("file") for entry in document.values.records("attachments")]
    found = [shelf.download(name, document.path) for name in names]
    found += [download_of(placed.link.target, document.path, shelf) for placed in body.links]
    yield from (path for path in found if path)


def _is_linked(address: str, words: str, base_url: str) -> bool:
    """Say whether texts name the whole public address of a file: another site or folder may have one of its name."""
    home = base_url.partition("://")[2].rstrip("/")
    return bool(home) and re.search(rf"(?<![\w.@-]){re.escape(home + address)}(?![\w/-]|\.\w)", words, re.I) is not None


def _words(event: Event) -> Iterator[str]:
    for details in (event.series.details, *(override.details for override in event.series.overrides)):
        yield f"{details.description} {details.url} {details.booking_target}"
