"""A built folder as its visitors' browsers see it: every page read into links, ids, headings and sources.

Reading is html.parser's, which reports what is written and mends nothing; whether the HTML is right is the Nu
checker's business (tests/browser/test_html.py).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

_ADDRESSES = frozenset(
    ["href", "src", "srcset", "poster", "data", "action", "formaction", "cite", "xlink:href", "background", "ping"]
)
# Addresses of these a browser asks for when it is told to; all others it asks for by itself.
_CLICKED = {("a", "href"), ("a", "xlink:href"), ("area", "href"), ("form", "action"), ("button", "formaction")}
_INERT_RELS = {"canonical", "alternate", "next", "prev", "author", "license", "help", "search", "me"}
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)


@dataclass(frozen=True)
class Element:
    """One start tag: its name, attributes, line, and the names of the elements around it."""

    name: str
    attributes: dict[str, str | None]
    line: int
    inside: tuple[str, ...]

    def get(self, name: str) -> str:
        return self.attributes.get(name) or ""

    @property
    def classes(self) -> frozenset[str]:
        return frozenset(self.get("class").split())


@dataclass(frozen=True)
class Address:
    """An address in a page. `is_request` says that a browser asks for it without being told to."""

    url: str
    element: Element
    attribute: str
    is_request: bool


@dataclass
class Page:
    """One HTML file. `path` is relative to the built folder, with `/`."""

    path: str
    elements: list[Element] = field(default_factory=list)
    texts: list[tuple[tuple[str, ...], str, int]] = field(default_factory=list)

    def named(self, name: str) -> list[Element]:
        return [element for element in self.elements if element.name == name]

    @property
    def ids(self) -> list[str]:
        return [element.get("id") for element in self.elements if "id" in element.attributes]

    @property
    def title(self) -> str:
        parts = (text for inside, text, _ in self.texts if "title" in inside and "svg" not in inside)
        return " ".join("".join(parts).split())

    @property
    def headings(self) -> list[Element]:
        return [element for element in self.elements if re.fullmatch("h[1-6]", element.name)]

    @property
    def is_redirect(self) -> bool:
        """Whether the page only sends its visitor on (an alias)."""
        return any(element.get("http-equiv").lower() == "refresh" for element in self.named("meta"))

    @property
    def is_listed(self) -> bool:
        """Whether people are meant to find the page: it sends nobody on, and search engines may show it."""
        robots = [element.get("content") for element in self.named("meta") if element.get("name") == "robots"]
        return not self.is_redirect and "noindex" not in robots

    @property
    def addresses(self) -> list[Address]:
        return [address for element in self.elements for address in _addresses(element)]


def read_site(folder: Path) -> list[Page]:
    """Return every .html file under the folder, in the order of their paths."""
    return [read_page(path, folder) for path in sorted(folder.rglob("*.html"))]


def read_page(path: Path, folder: Path) -> Page:
    reader = _Reader(Page(path.relative_to(folder).as_posix()))
    reader.feed(path.read_text(encoding="utf-8"))
    reader.close()
    return reader.page


class _Reader(HTMLParser):
    def __init__(self, page: Page) -> None:
        super().__init__(convert_charrefs=True)
        self.page = page
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.page.elements.append(Element(tag, dict(attrs), self.getpos()[0], tuple(self.open)))
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.page.elements.append(Element(tag, dict(attrs), self.getpos()[0], tuple(self.open)))

    def handle_endtag(self, tag: str) -> None:
        if tag in self.open:
            while self.open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.page.texts.append((tuple(self.open), data, self.getpos()[0]))


def _addresses(element: Element) -> list[Address]:
    found = []
    if element.name == "meta" and element.get("http-equiv").lower() == "refresh":
        url = element.get("content").partition("=")[2].strip(" '\"")
        found.append(Address(url, element, "content", is_request=False))
    for attribute in _ADDRESSES & element.attributes.keys():
        value = element.get(attribute)
        if attribute == "data" and element.name != "object":
            continue
        parts = [part.split()[0] for part in value.split(",") if part.strip()] if attribute == "srcset" else [value]
        rels = set(element.get("rel").lower().split())
        is_inert = element.name == "link" and bool(rels) and rels <= _INERT_RELS
        is_request = not ((element.name, attribute) in _CLICKED or is_inert or attribute == "cite")
        found += [Address(part, element, attribute, is_request) for part in parts]
    return sorted(found, key=lambda address: address.attribute)
