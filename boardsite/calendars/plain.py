"""Texts of an event as plain, clean text: formatting of other programs becomes line breaks and dashes.

Google writes HTML into DESCRIPTION. No markup survives here; the addresses of links do.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

from boardsite.text import without_controls

_MARKUP = re.compile(
    r"</?(?:p|br|b|i|u|a|ul|ol|li|div|span|strong|em|html|body|table|tr|td|h[1-6])\b[^<>]{0,500}/?>", re.I
)
_HIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_BREAKING = {"p", "br", "div", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6"}
_SILENT = {"script", "style", "head", "title"}


def one_line(text: str) -> str:
    """Return a text as a single clean line: titles, places, words."""
    return " ".join(without_controls(text).split())


def paragraphs(text: str) -> str:
    """Return a text with its line breaks, without markup, trailing spaces or more than one blank line in a row."""
    tidy = text.replace("\r\n", "\n").replace("\r", "\n").replace("\xa0", " ")
    if _MARKUP.search(tidy):
        tidy = _without_markup(tidy)
    lines = (re.sub(r"[ \t]+", " ", line).strip() for line in without_controls(tidy).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def has_hidden_letters(text: str) -> bool:
    """Say whether a text has control letters or turns the direction of writing around."""
    return _HIDDEN.search(text) is not None


def _without_markup(text: str) -> str:
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return "".join(reader.parts)


class _Reader(HTMLParser):
    """Collects the text of HTML, with a line for each block and the address after the words of a link."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._address = ""
        self._words = 0
        self._silence = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silence += 1
        elif tag == "li":
            self.parts.append("\n- ")
        elif tag in _BREAKING:
            self.parts.append("\n")
        elif tag == "a":
            self._address = dict(attrs).get("href") or ""
            self._words = len(self.parts)

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silence = max(0, self._silence - 1)
        elif tag in _BREAKING and tag != "br":
            self.parts.append("\n")
        elif tag == "a" and self._address.lower().startswith(("http://", "https://", "mailto:")):
            address = self._address.removeprefix("mailto:")
            if address not in "".join(self.parts[self._words :]):
                self.parts.append(f" ({address})")
            self._address = ""

    def handle_data(self, data: str) -> None:
        if not self._silence:
            self.parts.append(data)
