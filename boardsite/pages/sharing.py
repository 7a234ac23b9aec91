"""What other programs show of a page when people pass its address on: its title, a sentence and a picture.

A page has its own picture, or else the card of its section: the name of the group or of the board on its colour. All
of it needs whole addresses, so there is none where the site's public address is not known.
"""

from __future__ import annotations

import hashlib
from typing import Literal

from boardsite.dataclass import dataclass
from boardsite.model.entities import Group, Picture, Site

CARD = (1200, 630)  # the shape that programs ask for
DRAWING = 1  # counts up when cards are drawn in another way, so that their addresses change


@dataclass(frozen=True, slots=True)
class Card:
    """The picture of a section. Colours are #rrggbb; `ribbon` has one for each group, as the header of a page."""

    key: str
    title: str
    board: str
    ground: str
    ribbon: tuple[str, ...]

    @property
    def address(self) -> str:
        told = repr((DRAWING, self.title, self.board, self.ground, self.ribbon))
        return f"/images/share-{self.key or 'board'}-{hashlib.sha256(told.encode()).hexdigest()[:8]}.png"

    @property
    def words(self) -> str:
        return f"{self.title}, {self.board}"


@dataclass(frozen=True, slots=True)
class Share:
    """The picture of a page by its whole address, in words and in points."""

    type: Literal["website", "article"]
    image: str
    image_words: str
    width: int
    height: int


def card(site: Site, group: Group | None, colours: tuple[str, ...]) -> Card:
    """Return the card of a group, or of the board. `colours` are those of the themes, from the first on."""

    def colour(of: Group) -> str:
        of_theme = colours[of.theme - 1] if 0 < of.theme <= len(colours) else site.board.brand_colour
        return of.colour or of_theme

    return Card(
        group.key if group else "",
        group.title if group else site.board.short_name,
        site.board.name,
        colour(group) if group else site.board.brand_colour,
        tuple(colour(each) for each in site.groups),
    )


def share(base: str, own: Picture | None, section: Card, kind: Literal["website", "article"]) -> Share:
    """Return what is shown of a page; decoration is not a picture of what the page is about."""
    if own and own.alt:
        file = own.fallback
        return Share(kind, base + file.address.lstrip("/"), own.alt, file.width, file.height)
    return Share(kind, base + section.address.lstrip("/"), section.words, *CARD)
