"""Where every address of a built site leads: to a file that is there, whichever way the folder is opened.

A site of relative addresses works at a domain's root, under a sub-path and from the disk alike, so the check is
one: resolve against the page's own place, stay inside the folder, find a file (a folder stands for its
index.html) and, where there is a fragment, an id.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tests.support.site_reader import Address, Page

_OTHER_SCHEMES = frozenset({"mailto", "tel", "sms", "webcal", "http", "https", "data"})
AT_ANY_DEPTH = "404.html"  # a host shows it in place of any page, so its addresses start at the base


def broken_addresses(pages: list[Page], folder: Path, base: str = "/") -> list[str]:
    """Return one line for each internal address that leads nowhere. `base` is how 404.html's addresses begin."""
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    ids = {page.path: set(page.ids) for page in pages}
    found = []
    for page in pages:
        for address in page.addresses:
            trouble = _trouble(page, address, files, ids, base)
            if trouble:
                found.append(f"{page.path}:{address.element.line} {address.attribute}={address.url!r}: {trouble}")
    return found


def unreached_pages(pages: list[Page], start: str = "index.html") -> list[str]:
    """Return the pages no chain of links leads to from the home page.

    Redirects, the 404 page and pages that are kept out of lists and of search (expired ones) need no link.
    """
    links = {page.path: {target for target, _ in _internal(page)} for page in pages}
    seen, waiting = {start}, [start]
    while waiting:
        new = links.get(waiting.pop(), set()) - seen
        seen |= new
        waiting += new
    return [page.path for page in pages if page.path not in seen | {AT_ANY_DEPTH} and page.is_listed]


def _internal(page: Page) -> Iterator[tuple[str, str]]:
    for address in page.addresses:
        parts = urlsplit(address.url)
        if not parts.scheme and not parts.netloc and not parts.path.startswith("/"):
            yield _file(page.path, parts.path), parts.fragment


def _trouble(page: Page, address: Address, files: set[str], ids: dict[str, set[str]], base: str) -> str:
    parts = urlsplit(address.url)
    if parts.scheme:
        return "" if parts.scheme.lower() in _OTHER_SCHEMES else f"{parts.scheme}: is not an address for people"
    if parts.netloc:
        return "starts with //, so that it has another meaning when opened from disk"
    path = parts.path
    if path.startswith("/"):
        if page.path != AT_ANY_DEPTH:
            return "starts with /, so that it breaks under a sub-path and from disk"
        if not path.startswith(base):
            return f"does not start with {base}"
        target = _file("index.html", path.removeprefix(base))
    elif page.path == AT_ANY_DEPTH and path:
        return "is relative on a page that is shown at any depth"
    else:
        target = _file(page.path, path)
    if target.startswith("../"):
        return "leads out of the site"
    if target not in files:
        return f"there is no {target}"
    if parts.fragment and target in ids and unquote(parts.fragment) not in ids[target] | {"top"}:
        return f"{target} has no id {unquote(parts.fragment)!r}"
    return ""


def _file(page: str, path: str) -> str:
    """Return the file a relative path means on this page; of a folder, its index.html."""
    if not path:
        return page
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(path)))
    is_folder = path.endswith(("/", "/.", "/..")) or path in (".", "..")
    return posixpath.normpath(posixpath.join(target, "index.html")) if is_folder else target
