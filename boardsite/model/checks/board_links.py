"""Settings that name a page of the site, in the board's settings, in pages and in the glossary: each page is there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from boardsite.diagnostics import Diagnostic
from boardsite.messages import links as link_messages
from boardsite.messages import site as messages
from boardsite.model.entities import Article
from boardsite.model.links import Destinations
from boardsite.schema.documents import Tree
from boardsite.schema.fields import Values
from boardsite.text import nearest


def board_links(tree: Tree, to: Destinations, articles: Iterable[Article]) -> Iterator[Diagnostic]:
    """Yield each page named in the settings of the board that is not there, not public yet, or over."""
    addresses = to.addresses
    expired = {article.address for article in articles if article.has_expired}
    for record, name in _named(tree):
        page, where = record.text(name), record.place(name)
        path, _, place = page.partition("#")
        if page and path in to.hidden:
            yield link_messages.setting_not_published(where, page)
        elif page and (path not in addresses or (place and place not in addresses[path])):
            yield messages.page_missing(where, page, nearest(page, addresses) or "")
        elif path in expired:
            yield messages.page_expired(where, page)


def _named(tree: Tree) -> Iterator[tuple[Values, str]]:
    """Yield every record that may name a page, and the setting in which it does."""
    for document in (tree.site,) if tree.site else ():
        values = document.values
        yield from ((link, "page") for name in ("menu", "footer", "priorities") for link in values.records(name))
        records = [record for name in ("urgent", "exit", "security") if (record := values.record(name))]
        yield from ((record, "page") for record in records)
        yield from ((level, "page") for record in records for level in record.records("levels"))
    for document in (*tree.pages, *tree.news):
        yield from ((document.values, name) for name in ("easy_read", "text_only"))
        yield from ((video, "transcript") for video in (document.values.record("video"),) if video)
    for document in tree.glossary:
        yield from ((word, "page") for word in document.values.records("words"))
