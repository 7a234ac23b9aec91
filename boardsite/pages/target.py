"""What is to be made: an address, how its bytes are made, and everything that may be known for it."""

from __future__ import annotations

from typing import Literal

from boardsite.dataclass import dataclass
from boardsite.diagnostics import Location
from boardsite.model.entities import PictureFile

Recipe = Literal["html", "atom", "calendar", "vcard", "sitemap", "text", "json", "picture", "card", "copy"]


@dataclass(frozen=True, slots=True)
class Target:
    """One thing to be made. `view` is a frozen value of the recipe's kind; `sources` say whom to blame for a clash."""

    address: str
    recipe: Recipe
    view: object
    sources: tuple[Location, ...] = ()


@dataclass(frozen=True, slots=True)
class TextView:
    """A file of plain text, line by line."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PictureView:
    """A picture of the editors in one of its sizes."""

    source: str
    size: PictureFile


@dataclass(frozen=True, slots=True)
class Shelved:
    """What is known of something that was made, in the place of its view, which nobody holds any more.

    Its bytes are remembered under `key`; `size` and `digest` (SHA-256, in hex) are theirs, `links` the addresses to
    which they lead. `listed` is its public address where search engines may list it, or "".
    """

    key: bytes
    size: int
    digest: str
    links: tuple[str, ...]
    listed: str


@dataclass(frozen=True, slots=True)
class CopyView:
    """A file of the editors that is published as it is."""

    source: str
