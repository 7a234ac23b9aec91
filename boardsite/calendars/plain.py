"""Texts of an event as plain, clean text: formatting of other programs becomes line breaks and dashes.

Google writes HTML into DESCRIPTION. No markup survives here; the addresses of links do.
"""

from __future__ import annotations

import re
from html import unescape

from boardsite.text import without_controls

_KNOWN = r"(?:p|br|hr|b|i|u|s|a|ul|ol|li|div|span|font|strong|em|html|head|body|meta|style|script|table|tr|td|h[1-6])"
_ATTRIBUTE = r"(?:\s+(?:[\w:-]+\s*=\s*(?:\"[^\"<>]*\"|'[^'<>]*'|[^\s\"'<>]+)|nowrap|hidden|noshade))"
# Words between < and > are no tags: "a<b and c>d". HTML shows itself by an end, by a tag that needs none, or by
# an attribute. No tag can contain another, so all of this takes linear time.
_MARKUP = re.compile(rf"</{_KNOWN}\s*>|<(?:p|br|hr|li)\s*/?>|<{_KNOWN}{_ATTRIBUTE}+\s*/?>", re.I)
_TAG = re.compile(
    rf"<(/?)([A-Za-z][A-Za-z0-9]*(?::[A-Za-z0-9]+)?)({_ATTRIBUTE}*)\s*/?>|<!(?:--|doctype\b)[^<>]*>|<\?xml[^<>]*>", re.I
)
_HREF = re.compile(r"href\s*=\s*[\"']?([^\"'\s<>]+)", re.I)
_LINK = re.compile(r"(?:https?://|mailto:)", re.I)
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
    """Return the text of HTML, with a line for each block and the address after the words of a link."""
    parts: list[str] = []
    address, words, silence = "", 0, 0
    at = 0
    for tag in _TAG.finditer(text):
        if not silence:
            parts.append(unescape(text[at : tag.start()]))
        at = tag.end()
        is_end, name = bool(tag[1]), (tag[2] or "").lower()
        if name in _SILENT:
            silence = max(0, silence - 1) if is_end else silence + 1
        elif name == "li" and not is_end:
            parts.append("\n- ")
        elif name in _BREAKING and not (is_end and name == "br"):
            parts.append("\n")
        elif name == "a" and not is_end:
            found = _HREF.search(tag[3])
            address, words = unescape(found[1]) if found else "", len(parts)
        elif name == "a" and _LINK.match(address):
            shown = address.removeprefix("mailto:")
            if shown not in "".join(parts[words:]):
                parts.append(f" ({shown})")
            address = ""
    return "".join(parts if silence else [*parts, unescape(text[at:])])
