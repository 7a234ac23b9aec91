"""A news feed as Atom (RFC 4287), with the full text of each item."""

from __future__ import annotations

from datetime import datetime

from boardsite.model.entities import RichText
from boardsite.pages.feed_entries import AtomEntry, Enclosure
from boardsite.pages.feeds import AtomView
from boardsite.rendering.addresses import relative
from boardsite.rendering.rich import rich_html
from boardsite.rendering.xml import element, empty


def atom(view: AtomView) -> bytes:
    """Return the feed. With a public address every link is absolute; without one links are relative to the feed."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{view.language}">',
        element("id", view.id),
        element("title", view.title),
        element("subtitle", view.subtitle) if view.subtitle else "",
        element("updated", _moment(view.updated)),
        f"<author>{element('name', view.author)}</author>",
        empty("link", rel="self", type="application/atom+xml", href=_link(view, view.address)),
        empty("link", rel="alternate", type="text/html", href=_link(view, view.page_address)),
        *(_entry(view, entry) for entry in view.entries),
        "</feed>",
    ]
    return ("\n".join(line for line in lines if line) + "\n").encode("utf-8")


def _entry(view: AtomView, entry: AtomEntry) -> str:
    parts = [
        "<entry>",
        element("id", entry.id),
        element("title", entry.title),
        element("published", _moment(entry.published)),
        element("updated", _moment(entry.updated)),
        f"<author>{element('name', entry.author)}</author>",
        empty("link", rel="alternate", type="text/html", href=_link(view, entry.address)),
        *(_enclosure(view, each) for each in entry.enclosures),
        *(empty("category", term=topic) for topic in entry.topics),
        element("summary", entry.summary) if entry.summary else "",
        _content(view, entry, entry.body) if entry.body else "",
        "</entry>",
    ]
    return "\n".join(part for part in parts if part)


def _content(view: AtomView, entry: AtomEntry, body: RichText) -> str:
    return element("content", rich_html(body, lambda address: _link_of(view, entry, address)), type="html")


def _enclosure(view: AtomView, file: Enclosure) -> str:
    kind = {"type": file.type} if file.type else {}
    address = _link(view, file.address)
    return empty("link", rel="enclosure", **kind, length=str(file.octets), title=file.title, href=address)


def _link_of(view: AtomView, entry: AtomEntry, address: str) -> str:
    """A place on the item's own page is a place on that page in the feed, too, not one in the reader's window."""
    return _link(view, entry.address + address if address.startswith("#") else address)


def _link(view: AtomView, address: str) -> str:
    if view.base and address.startswith("/"):
        return view.base + address[1:]
    return relative(address, view.address)


def _moment(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")
