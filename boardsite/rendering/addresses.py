"""Site addresses as seen from a page, and the tokens that stand for them until the page is finished.

Every link of the site is relative, so that the same folder works at a domain's root, under a sub-path and opened from
a disk. Tokens are made of controls, which no text of an editor can hold (`text.without_controls`).
"""

from __future__ import annotations

import re
from functools import lru_cache
from sys import intern

from boardsite.model.routes import NOT_FOUND

_OPEN, _CLOSE = "\x93", "\x94"
_MOST_SEEN = 1_000  # addresses from one folder
_ELSEWHERE = re.compile(r"#|[a-z][a-z0-9+.-]*:", re.I)
_TOKEN = re.compile(f"{_OPEN}([^{_CLOSE}]*){_CLOSE}")


def token(address: str) -> str:
    """Return the token of a site address; an address elsewhere, or a place on the same page, is returned as it is.

    What is none of these leads nowhere, so it gets a token and is found out.
    """
    return address if not address or _ELSEWHERE.match(address) else f"{_OPEN}{address}{_CLOSE}"


def fill(html: str, here: str) -> tuple[str, tuple[str, ...]]:
    """Return a finished page with every address as seen from `here`, and the addresses that it leads to, sorted."""
    pieces = _TOKEN.split(html)  # every second one is an address
    seen = _Seen(here)
    pieces[1::2] = map(seen.__getitem__, pieces[1::2])
    return "".join(pieces), tuple(sorted(seen))


class _Seen(dict[str, str]):
    """The addresses that a page leads to, each as seen from there."""

    def __init__(self, here: str) -> None:
        self._here = here
        folder = _shared_folder(here)
        self._from_there = _seen_from(folder) if folder else {}

    def __missing__(self, address: str) -> str:
        known = None if address.startswith(self._here) else self._from_there.get(address)
        found = self[intern(address)] = relative(address, self._here) if known is None else known
        return found


def relative(address: str, here: str) -> str:
    """Return a site address as seen from the page at `here`; other addresses as they are.

    The page that is shown at any depth (404.html) has the path of the public address before it in `here`.
    """
    if not address.startswith("/"):
        return address
    path, mark, place = address.partition("#")
    if here.endswith(NOT_FOUND):
        return here.removesuffix(NOT_FOUND) + path + mark + place
    if path == here and mark:
        return mark + place
    folder = _shared_folder(here)
    if not folder or path.startswith(here):
        return _way(path, here) + mark + place
    known = _seen_from(folder)
    if len(known) >= _MOST_SEEN:
        known.clear()
    found = known[address] = "../" + _way(path, folder) + mark + place
    return found


def _shared_folder(here: str) -> str:
    """Return the folder of a page whose address has a folder of its own: the pages in it see all others alike."""
    folder, _, last = here.removesuffix("/").rpartition("/")
    return folder + "/" if last and here.endswith("/") else ""


@lru_cache(maxsize=4)
def _seen_from(_folder: str) -> dict[str, str]:
    """Return a table of the addresses that pages in a folder have led to, as seen from one of them."""
    return {}


def _way(path: str, here: str) -> str:
    from_parts, to_parts = _folders(here), path.split("/")[1:]
    shared = 0
    while shared < min(len(from_parts), len(to_parts) - 1) and from_parts[shared] == to_parts[shared]:
        shared += 1
    made = "/".join([".."] * (len(from_parts) - shared) + to_parts[shared:])
    # Opened from a disk there is no server that adds a folder's page, so the name of the file is written out.
    return made + "index.html" if made == "" or made.endswith("/") else made


@lru_cache(maxsize=1)  # a page leads to many addresses
def _folders(here: str) -> list[str]:
    return here.split("/")[1:-1]
