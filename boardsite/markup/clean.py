"""HTML of unknown descent to HTML that is safe to publish, in one allow-list and one rewriting pass.

nh3 decides what may stay. The pass over its well-formed output then gives headings their place below the page's own
h1 and an id, makes tables scroll inside themselves, and puts tokens where links and pictures lead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape, unescape

import nh3

from boardsite.dataclass import dataclass
from boardsite.text import slug, without_controls

TOKEN_OPEN, TOKEN_CLOSE = "\x91", "\x92"

# In place of words: the picture says nothing that the text does not, and readers of screens may pass over it.
DECORATIVE = "decorative"

_TAGS = frozenset({
    "a", "abbr", "b", "blockquote", "br", "caption", "cite", "code", "dd", "del", "details", "dfn", "div", "dl",
    "dt", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li", "ol", "p", "pre", "q", "s",
    "samp", "small", "span", "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead",
    "time", "tr", "u", "ul", "var",
})  # fmt: skip
_ATTRIBUTES = {
    "a": {"href"},
    "abbr": {"title"},
    "img": {"src", "alt"},
    "ol": {"start"},
    "td": {"align", "colspan", "rowspan"},
    "th": {"align", "colspan", "rowspan", "scope"},
    "time": {"datetime"},
}
_SCHEMES = {"https", "http", "mailto", "tel"}
_SWALLOWED = {"script", "style", "title", "textarea", "noscript", "iframe", "object", "template", "svg", "math"}
_CLEANER = nh3.Cleaner(
    tags=set(_TAGS),
    clean_content_tags=_SWALLOWED,
    attributes=_ATTRIBUTES,
    url_schemes=_SCHEMES,
    link_rel=None,
    strip_comments=True,
)
# The equals sign is looked for first, since the search can leap from one to the next.
_SCHEME = re.compile(r"""=(?:(?<=href=)|(?<=src=))["']?\s*(([a-zA-Z][a-zA-Z0-9+.-]*):[^"'>\s]*)""")
_WEB_LINK = re.compile(r"""<a\s[^<>]*?href=(?:"(https?:[^"]*)"|'(https?:[^']*)')""", re.I)
# The theme's own ids are these two and all that begin with its prefix: a heading of a body may take none of them.
THEME_IDS = ("main", "exit")
THEME_PREFIX = "app-"
# What nh3 writes: every value in double quotes, and `<` nowhere but in tags.
PIECE = re.compile(r'<(/?)([a-z][a-z0-9]*)((?: [a-z]+="[^"]*")*)>|([^<]+)')
_NAME = re.compile(r"<([a-zA-Z][a-zA-Z0-9-]*)")
_VALUE = re.compile(r' ([a-z]+)="([^"]*)"')
_VOID = {"br", "hr", "img"}
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_PARTED = _HEADINGS | {"p", "li"}
# May hold words and each other, never a paragraph, a list or a table (HTML, phrasing content).
_INLINE = frozenset({"abbr", "b", "cite", "code", "dfn", "em", "i", "kbd", "q", "s", "samp", "small", "span"})
_INLINE |= {"strong", "sub", "sup", "time", "u", "var"}
_ANYWHERE = _INLINE | {"a", "br", "del", "img", "ins"}
# A div or span without attributes does nothing, and a void p may be left by a removed tag.
_EMPTY = re.compile(r"<(p|div|span|b|em|i|small|strong|u)>\s*</\1>\n?")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a body: its id, its words, and its level from 2."""

    id: str
    text: str
    level: int


@dataclass(frozen=True, slots=True)
class Link:
    """Where a link or a picture of the body leads, as the editor wrote it; its token is its place in the tuple."""

    target: str
    is_picture: bool
    words: str


@dataclass(frozen=True, slots=True)
class Cleaned:
    html: str
    links: tuple[Link, ...]
    headings: tuple[Heading, ...]
    text: str
    removed: tuple[str, ...]
    refused: tuple[str, ...]
    unreadable: tuple[str, ...]
    empty_headings: int


def clean(html: str) -> Cleaned:
    """Return the safe form of an HTML fragment, the tags taken out of it, and the addresses taken out of links."""
    found = dict.fromkeys(name.lower() for name in _NAME.findall(html))
    writer = _Rewriter()
    safe = without_controls(allowed(html))  # here again: a letter may be written as its number
    writer.feed(safe)
    return Cleaned(
        _EMPTY.sub("", _EMPTY.sub("", "".join(writer.out))),
        tuple(writer.links),
        tuple(writer.headings),
        " ".join("".join(writer.text).split()),
        tuple(name for name in found if name not in _TAGS),
        tuple(
            dict.fromkeys(unescape(whole) for whole, scheme in _SCHEME.findall(html) if scheme.lower() not in _SCHEMES)
        ),
        tuple(dict.fromkeys(_unreadable(html))) if "<a>" in safe else (),
        writer.empty_headings,
    )


def _unreadable(html: str) -> Iterator[str]:
    """Yield the web addresses of links that nh3 took out, because they have no host that a program could ask."""
    for found in _WEB_LINK.finditer(html):
        address = unescape(found[1] or found[2])
        if "href" not in allowed(f'<a href="{escape(address)}">'):
            yield address


def allowed(html: str) -> str:
    """Return an HTML fragment without what may not stay."""
    return _CLEANER.clean(html)


@dataclass(slots=True)
class _Open:
    """A heading or link whose words are still being read."""

    at: int
    text_at: int
    value: str = ""


class _Rewriter:
    def __init__(self) -> None:
        self.out: list[str] = []
        self.text: list[str] = []
        self.links: list[Link] = []
        self.headings: list[Heading] = []
        self._heading: _Open | None = None
        self._link: _Open | None = None
        self._ids: set[str] = set(THEME_IDS)
        self._last: dict[str, int] = {}  # of each wanted id, the number given last: a text may repeat one heading
        self._inline: list[str] = []
        self.empty_headings = 0

    def feed(self, html: str) -> None:
        """Take HTML as `allowed` returns it."""
        for end, tag, values, text in PIECE.findall(html):
            if text:
                self._words(text)
            elif end:
                self._end(tag)
            else:
                self._start(tag, {name: unescape(value) for name, value in _VALUE.findall(values)} if values else {})

    def _start(self, tag: str, values: dict[str, str]) -> None:
        if tag in _INLINE:
            self._inline.append(tag)
        elif tag not in _ANYWHERE:  # a <b> that nobody closed ends where the next block begins
            self._close_inline()
        if tag in _HEADINGS:
            self._heading = _Open(len(self.out), len(self.text))
            self.out.append("")
        elif tag == "a":
            self._open_link(values)
        elif tag == "img":
            self._picture(values)
        elif tag == "table":
            name = f"Table: {self.headings[-1].text}" if self.headings else "Table"
            self.out.append(f'<div class="app-table" role="region" aria-label="{escape(name)}" tabindex="0"><table>')
        elif tag in ("td", "th"):
            self._open_cell(tag, values)
        else:
            self.out.append(_tag(tag, values))
        if tag in ("br", "li", "p", "td", "th", "dt", "dd"):
            self.text.append(" ")

    def _end(self, tag: str) -> None:
        if tag in _INLINE:
            self._close_inline(tag)
        elif tag in _HEADINGS:
            self._close_heading(int(tag[1]))
        elif tag == "a":
            self._close_link()
        elif tag == "table":
            self.out.append("</table></div>")
        elif tag not in _VOID:
            self.out.append(f"</{tag}>")
        if tag in _PARTED:
            self.text.append(" ")

    def _close_inline(self, last: str = "") -> None:
        """Close what is open from the inside out, up to the one that is named; what is closed already stays so."""
        if last and last not in self._inline:
            return
        while self._inline:
            tag = self._inline.pop()
            self.out.append(f"</{tag}>")
            if tag == last:
                return

    def _words(self, html: str) -> None:
        if "&" in html or ">" in html:
            words = unescape(html)
            self.out.append(escape(words, quote=False))
            self.text.append(words)
        else:  # most have nothing to escape
            self.out.append(html)
            self.text.append(html)

    def _open_link(self, values: dict[str, str]) -> None:
        if "href" not in values or self._link is not None:
            return
        self._link = _Open(len(self.out), len(self.text), values["href"].strip())
        self.out.append("")

    def _close_link(self) -> None:
        if self._link is None:
            return
        words = " ".join("".join(self.text[self._link.text_at :]).split())
        self.out[self._link.at] = f'<a href="{TOKEN_OPEN}{len(self.links)}{TOKEN_CLOSE}">'
        self.links.append(Link(self._link.value, False, words))
        self.out.append("</a>")
        self._link = None

    def _picture(self, values: dict[str, str]) -> None:
        words = " ".join(values.get("alt", "").split())
        alt = "" if words.casefold() == DECORATIVE else words
        self.out.append(f'<img {TOKEN_OPEN}{len(self.links)}{TOKEN_CLOSE} alt="{escape(alt)}">')
        self.links.append(Link(values.get("src", "").strip(), True, words))
        self.text.append(alt)

    def _open_cell(self, tag: str, values: dict[str, str]) -> None:
        align = values.pop("align", "")
        spans = {name: value for name, value in values.items() if re.fullmatch(r"[1-9]\d?", value)}
        if tag == "th":
            spans["scope"] = "row" if values.get("scope") == "row" else "col"
        if align in ("right", "center"):
            spans["class"] = f"app-align-{align}"
        self.out.append(_tag(tag, spans))

    def _close_heading(self, level: int) -> None:
        if self._heading is None:
            return
        words = " ".join("".join(self.text[self._heading.text_at :]).split())
        if not words:  # it would be an empty entry in every list of headings
            self.out[self._heading.at] = ""
            self._heading = None
            self.empty_headings += 1
            return
        # The page's own title is its h1, and a level is never skipped on the way down.
        above = self.headings[-1].level if self.headings else 1
        level = max(2, min(level, above + 1))
        wanted = slug(words).removeprefix(THEME_PREFIX) or "part"
        name, number = wanted, self._last.get(wanted, 1)
        while name in self._ids:
            number += 1
            name = f"{wanted}-{number}"
        self._last[wanted] = number
        self._ids.add(name)
        self.headings.append(Heading(name, words, level))
        self.out[self._heading.at] = f'<h{level} id="{name}">'
        self.out.append(f"</h{level}>")
        self._heading = None


def _tag(name: str, values: dict[str, str]) -> str:
    if not values:
        return f"<{name}>"
    inside = "".join(f' {key}="{escape(value)}"' for key, value in values.items())
    return f"<{name}{inside}>"
