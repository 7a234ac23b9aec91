"""Source paths of pages and news items to their addresses, and what stands in the way of an address."""

from __future__ import annotations

from boardsite.diagnostics import Diagnostic, Location
from boardsite.messages import site as messages
from boardsite.model import routes
from boardsite.schema.documents import group_of
from boardsite.text import slug


def article_address(path: str) -> str | Diagnostic:
    """Return the address of a page's or news item's file: each folder and the name as slugs."""
    group = group_of(path)
    inner = path.split("/")[2:] if group else path.split("/")[1:]
    names = [*inner[:-1], inner[-1].removesuffix(".md")]
    slugs = [slug(name, 80) for name in names]
    for name, made in zip(names, slugs, strict=True):
        if not made:
            return messages.file_name_unusable(Location(path), name)
    if slugs[0] == "news" and len(slugs) > 1:
        return routes.news_item(group, "-".join(slugs[1:]))
    return routes.page("content/" + "/".join(slugs) + ".md")


def reserved(path: str, address: str) -> Diagnostic | None:
    """Return what to say where a page of the board would take an address of the product's own."""
    first = address.strip("/").split("/")[0]
    return messages.route_reserved(Location(path), address) if first in routes.RESERVED else None
