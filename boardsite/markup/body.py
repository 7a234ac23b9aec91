"""A Markdown text to a Body: clean HTML with tokens for its links, its headings, how it begins, and what was odd.

A pure function of the text alone, so that its result can be remembered. Where links lead is decided later, by
`model.links`, because that depends on the rest of the site.
"""

from __future__ import annotations

import re

from boardsite import patience
from boardsite.dataclass import dataclass
from boardsite.diagnostics import Diagnostic, Diagnostics, Location
from boardsite.markup import limits
from boardsite.markup.clean import TOKEN_CLOSE, TOKEN_OPEN, Heading, Link, clean
from boardsite.markup.convert import to_html
from boardsite.messages import bodies as messages
from boardsite.messages import files as file_messages
from boardsite.messages import links as link_messages
from boardsite.text import excerpt

__all__ = ["TOKEN_CLOSE", "TOKEN_OPEN", "Body", "Heading", "Link", "PlacedLink", "render"]


@dataclass(frozen=True, slots=True)
class PlacedLink:
    """A link or picture of a body and the place where it was written."""

    link: Link
    where: Location


@dataclass(frozen=True, slots=True)
class Body:
    """The rendered text of a page; `opening` is how it begins, in plain text.

    In `html`, the token of link n stands where its address belongs. Token n is TOKEN_OPEN + n + TOKEN_CLOSE; for a
    picture it stands for the whole of src, srcset, width and height.
    """

    html: str = ""
    links: tuple[PlacedLink, ...] = ()
    headings: tuple[Heading, ...] = ()
    opening: str = ""


def render(text: str, path: str, first_line: int) -> tuple[Body | None, Diagnostics]:
    """Return the body of a Markdown text that begins on `first_line` of its file, or None where it is too much."""
    too_much = limits.check(text, path, first_line)
    if too_much is not None:
        return None, (too_much,)
    try:
        with patience.limited(path):
            cleaned = clean(to_html(text))
    except patience.OutOfPatience:
        return None, (file_messages.takes_too_long(Location(path, first_line), *patience.MOST),)
    except (Exception, RecursionError):  # the converter raises anything on odd text; that must not cost a traceback
        return None, (messages.not_converted(Location(path, first_line)),)
    finder = _Lines(text, path, first_line)
    told: list[Diagnostic] = [
        messages.tag_removed(finder.line_of(f"<{tag}", count=False), tag) for tag in cleaned.removed
    ]
    told.extend(messages.kind_refused(finder.line_of(found, count=False), found) for found in cleaned.refused)
    told.extend(link_messages.address_unreadable(finder.line_of_link(found), found) for found in cleaned.unreadable)
    told.extend(messages.empty_heading(finder.line_of_empty_heading()) for _ in range(cleaned.empty_headings))
    links = []
    for link in cleaned.links:
        where = finder.line_of_link(link.target)
        links.append(PlacedLink(link, where))
        if not link.words:
            tell = messages.picture_without_words if link.is_picture else messages.empty_link
            told.append(tell(where, link.target))
    return Body(cleaned.html, tuple(links), cleaned.headings, excerpt(cleaned.text)), tuple(told)


class _Lines:
    """Finds the line of a piece of the source; the same piece asked for again is looked for further down."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self._text, self._path, self._first = text.lower(), path, first_line
        self._from: dict[str, int] = {}

    def line_of_link(self, target: str) -> Location:
        """A target stands behind a bracket, a quotation mark or an angle; elsewhere it is only a word of the text."""
        for piece in (f"]({target}", f"](<{target}", f'"{target}"', f"]: {target}"):
            if piece.lower() in self._text[self._from.get(piece.lower(), 0) :]:
                return self.line_of(piece)
        return self.line_of(target)

    def line_of_empty_heading(self) -> Location:
        found = re.search(r"^ {0,3}#{1,6} *#*$", self._text, re.M)
        return self.line_of(found[0] + "\n") if found else Location(self._path, self._first)

    def line_of(self, piece: str, *, count: bool = True) -> Location:
        low = piece.lower()
        at = self._text.find(low, self._from.get(low, 0)) if low else -1
        if at < 0:
            return Location(self._path, self._first)
        if count:
            self._from[low] = at + len(low)
        return Location(self._path, self._first + self._text.count("\n", 0, at))
