"""Settings that name a page of the site, in the board's settings, in pages and in the glossary: each page is there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from boardsite.diagnostics import Diagnostic
from boardsite.messages import links as link_messages
from boardsite.messages import site as messages
from boardsite.model.links import Destinations
from boardsite.schema.fields import Document, Values
from boardsite.text import nearest


def board_links(
    site: Document, glossary: Iterable[Document], settings: Iterable[Values], to: Destinations, expired: Collection[str]
) -> Iterator[Diagnostic]:
    """Yield each page named in settings that is not there, not public yet, or over: those at the `expired` addresses.

    Settings are the board's, those of its glossary, and `settings`, which are of pages and news.
    """
    addresses = to.addresses
    for record, name in _named(site, glossary, settings):
        page, where = record.text(name), record.place(name)
        path, _, place = page.partition("#")
        if page and path in to.hidden:
            yield link_messages.setting_not_published(where, page)
        elif page and (path not in addresses or (place and place not in addresses[path])):
            yield messages.page_missing(where, page, nearest(page, addresses) or "")
        elif path in expired:
            yield messages.page_expired(where, page)


def _named(
    site: Document, glossary: Iterable[Document], settings: Iterable[Values]
) -> Iterator[tuple[Values, str]]:
    """Yield every record that may name a page, and the setting in which it does."""
    board = site.values
    yield from ((link, "page") for name in ("menu", "footer", "priorities") for link in board.records(name))
    records = [record for name in ("urgent", "exit", "security") if (record := board.record(name))]
    yield from ((record, "page") for record in records)
    yield from ((level, "page") for record in records for level in record.records("levels"))
    for values in settings:
        yield from ((values, name) for name in ("easy_read", "text_only"))
        yield from ((video, "transcript") for video in (values.record("video"),) if video)
    for document in glossary:
        yield from ((word, "page") for word in document.values.records("words"))
