"""What must be true of every page we publish. Each rule takes the pages of a site and returns its findings.

Promises 7 and 8 of the design: works without scripts, stores nothing, asks no third party for anything; and every
page is a whole one, with its heading, its language and the way to urgent help.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from tests.support.site_reader import Element, Page

Rule = Callable[[list[Page]], list[str]]
URGENT = "app-urgent"
_DATA_BLOCKS = frozenset({"application/ld+json", "application/json"})
_CSS_REQUEST = re.compile(r"""(?:url\(\s*|@import\s+)["']?\s*((?:[a-z][a-z0-9+.-]*:|//)[^"')\s;]*)""", re.I)
_STORAGE = re.compile(r"\b(localStorage|sessionStorage|indexedDB|document\.cookie|sendBeacon|serviceWorker)\b")


def third_party_requests(pages: list[Page]) -> list[str]:
    """Find whatever a browser would ask another host for by itself (links to click are free to go anywhere)."""
    return [
        _at(page, address.element, f"asks {address.url} by itself")
        for page in pages
        for address in page.addresses
        if address.is_request and _is_elsewhere(address.url)
    ]


def third_party_css(folder: Path) -> list[str]:
    """Find url() and @import of other hosts in the style sheets of a built folder."""
    return [
        f"{path.relative_to(folder).as_posix()}: asks {url} by itself"
        for path in sorted(folder.rglob("*.css"))
        for url in _CSS_REQUEST.findall(path.read_text(encoding="utf-8"))
        if not url.lower().startswith("data:")
    ]


def storage_in_scripts(folder: Path) -> list[str]:
    """Find scripts of the public pages (everything but /admin/) that would keep something on a visitor's device."""
    return [
        f"{path.relative_to(folder).as_posix()}: uses {word}"
        for path in sorted(folder.rglob("*.js"))
        if path.relative_to(folder).parts[0] != "admin"
        for word in sorted(set(_STORAGE.findall(path.read_text(encoding="utf-8"))))
    ]


def inline_code(pages: list[Page]) -> list[str]:
    """Find inline scripts and styles, on… and style= attributes, javascript: addresses; data blocks are fine."""
    found = []
    for page in pages:
        for element in page.elements:
            if element.name == "style":
                found.append(_at(page, element, "inline style sheet"))
            if element.name == "script" and not {"src"} & element.attributes.keys() and not _is_data(element):
                found.append(_at(page, element, "inline script"))
            for name, value in element.attributes.items():
                if name == "style" or re.fullmatch("on[a-z]+", name):
                    found.append(_at(page, element, f"{name}= attribute"))
                if re.match(r"\s*(javascript|vbscript):", value or "", re.I):
                    found.append(_at(page, element, f"{name}={value!r}"))
    return found


def one_h1(pages: list[Page]) -> list[str]:
    return _exactly_one(pages, "h1")


def one_main(pages: list[Page]) -> list[str]:
    return _exactly_one(pages, "main")


def headings_in_order(pages: list[Page]) -> list[str]:
    """Find headings that skip a level on the way down (h2, then h4); urgent help (h2) may stand before the title."""
    found = []
    for page in pages:
        level = 1
        for heading in page.headings:
            new = int(heading.name[1])
            if new > level + 1:
                found.append(_at(page, heading, f"comes after h{level}"))
            level = new
    return found


def titles(pages: list[Page]) -> list[str]:
    """Find pages without a title, and titles that several pages share."""
    counted = Counter(page.title for page in pages)
    return [
        f"{page.path}: {f'{counted[page.title]} pages are called {page.title!r}' if page.title else 'no title'}"
        for page in pages
        if not page.title or counted[page.title] > 1
    ]


def unique_ids(pages: list[Page]) -> list[str]:
    """Find ids that are empty or given twice in one page."""
    counted = [(page.path, name, times) for page in pages for name, times in Counter(page.ids).items()]
    return [f"{path}: {times} × id={name!r}" for path, name, times in counted if times > 1 or not name]


def language(pages: list[Page]) -> list[str]:
    """Find pages that do not say their language."""
    return [f"{page.path}: no lang" for page in pages if not any(html.get("lang") for html in page.named("html"))]


def urgent_help(pages: list[Page]) -> list[str]:
    """Find pages without the block that says whom to call."""
    return [f"{p.path}: no {URGENT} block" for p in pages if not any(URGENT in e.classes for e in p.elements)]


def picture_texts(pages: list[Page]) -> list[str]:
    """Find pictures without alt (alt="" is right for decoration) or without the size that keeps the page still."""
    found = []
    for page in pages:
        for picture in page.named("img"):
            if "alt" not in picture.attributes:
                found.append(_at(page, picture, "no alt"))
            if not (picture.get("width").isdigit() and picture.get("height").isdigit()):
                found.append(_at(page, picture, "no width and height"))
    return found


RULES: tuple[Rule, ...] = (
    third_party_requests, inline_code, one_h1, one_main, headings_in_order, titles, unique_ids, language,
    urgent_help, picture_texts,
)  # fmt: skip


def public_pages(pages: list[Page]) -> list[Page]:
    """Return the pages that are read: not the editors' forms, and not aliases that only send their visitor on."""
    return [page for page in pages if not page.is_redirect and not page.path.startswith("admin/")]


def _is_data(element: Element) -> bool:
    return element.get("type") in _DATA_BLOCKS


def _exactly_one(pages: list[Page], name: str) -> list[str]:
    return [f"{page.path}: {n} × <{name}>" for page in pages if (n := len(page.named(name))) != 1]


def _is_elsewhere(url: str) -> bool:
    parts = urlsplit(url.strip())
    return bool(parts.netloc) or parts.scheme.lower() not in ("", "data")


def _at(page: Page, element: Element, what: str) -> str:
    return f"{page.path}:{element.line} <{element.name}>: {what}"
