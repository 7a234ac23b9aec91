"""Link tokens of bodies to addresses and pictures: every link is followed at build time, every broken one told.

A link may be written as the name of a file of the tree ("../threshold-guide.md"), as an address of the site
("/threshold-guide/#levels"), as a place on the same page ("#levels") or as an address elsewhere. A link that leads
nowhere is told, and its words stay as plain text.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from urllib.parse import unquote

from boardsite.dataclass import dataclass
from boardsite.diagnostics import Diagnostic, Diagnostics
from boardsite.markup.body import Body, PlacedLink
from boardsite.messages import links as messages
from boardsite.model.elsewhere import is_whole, with_scheme
from boardsite.model.entities import Picture, RichText
from boardsite.model.shelf import Shelf, address_of
from boardsite.text import nearest

_SCHEME = re.compile(r"(?:https?|mailto|tel):", re.I)


@dataclass(frozen=True, slots=True)
class Destinations:
    """All that a link can lead to: addresses with the ids of their headings, source paths, and what is hidden.

    `base_url` is where all of it is published, "" while that is not known.
    """

    addresses: Mapping[str, tuple[str, ...]]
    by_source: Mapping[str, str]
    hidden: frozenset[str]
    shelf: Shelf
    base_url: str


def resolve(body: Body, address: str, destinations: Destinations) -> tuple[RichText, Diagnostics]:
    """Return the body of the page at `address` with the target of each of its tokens."""
    told: list[Diagnostic] = []
    own = frozenset(heading.id for heading in body.headings)
    targets: list[str | Picture] = []
    for placed in body.links:
        found = _follow(placed, address, own, destinations)
        if isinstance(found, Diagnostic):
            told.append(found)
            found = ""
        targets.append(found)
    return RichText(body.html, tuple(targets)), tuple(told)


def _follow(placed: PlacedLink, address: str, own: frozenset[str], to: Destinations) -> str | Picture | Diagnostic:
    target, where = placed.link.target, placed.where
    if placed.link.is_picture:
        return to.shelf.picture(target, where, placed.link.words)
    if target.startswith("#"):
        if target[1:] in own:
            return target
        return messages.no_such_heading(where, target, nearest(target[1:], own) or "")
    if target.startswith("//"):
        return messages.no_scheme(where, target, f"https:{target}")
    if _SCHEME.match(target):
        return target if is_whole(target) else messages.address_unreadable(where, target)
    path, mark, place = target.partition("#")
    found = _address(path, where.path, address, to)
    if found is None:
        return _lost(path, where.path, placed, to)
    known = to.addresses.get(found)  # a file to download has none: "#page=2" is for the reader's program
    if mark and known is not None and place not in known:
        return messages.no_such_heading(where, target, nearest(place, known) or "")
    return found + mark + place


def _address(path: str, source: str, address: str, to: Destinations) -> str | None:
    """Return the address meant by a path without its place, or None."""
    download = download_of(path, source, to.shelf)
    path = unquote(path)
    if path.startswith("/"):
        tries = [path, path.rstrip("/") + "/", path.removesuffix("index.html")]
        found = next((known for known in tries if known in to.addresses), None)
        found = found or to.by_source.get(f"content{path}") or to.by_source.get(path[1:])
    else:
        as_file = posixpath.normpath(posixpath.join(posixpath.dirname(source), path))
        as_address = posixpath.normpath(posixpath.join(address, path)) + "/"
        found = to.by_source.get(as_file) or (as_address if as_address in to.addresses else None)
    return found or (address_of(download) if download else None)


def download_of(target: str, source: str, shelf: Shelf) -> str | None:
    """Return the source path of the download to which a link in a source file leads, or None."""
    path = unquote(target.partition("#")[0])
    return shelf.download_at(path) or shelf.download(path, source)


def _lost(path: str, source: str, placed: PlacedLink, to: Destinations) -> Diagnostic:
    if nothing := to.shelf.nothing_in(unquote(path), source):
        return nothing
    if whole := with_scheme(placed.link.target):
        return messages.no_scheme(placed.where, placed.link.target, whole)
    as_file = posixpath.normpath(posixpath.join(posixpath.dirname(source), path)) if path[:1] != "/" else path
    if as_file in to.hidden or path in to.hidden or path.rstrip("/") + "/" in to.hidden:
        return messages.not_published(placed.where, placed.link.target)
    known = (*to.addresses, *to.shelf.sources)
    if not path.startswith("/"):
        known += (*to.by_source, *to.shelf.downloads)
    meant = nearest(as_file, known) or ""
    found = address_of(meant) if meant in to.shelf.downloads else to.by_source.get(meant, meant)
    return messages.broken(placed.where, placed.link.target, found)
