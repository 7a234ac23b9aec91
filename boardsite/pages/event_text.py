"""The description of an event: plain text in paragraphs, in which only web addresses become links."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ADDRESS = re.compile(r"https?://[^\s<>\"']*[^\s<>\"'.,;:!?)\]]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a paragraph: plain text, or text that is a link."""

    text: str
    address: str


def paragraphs(text: str) -> tuple[tuple[Piece, ...], ...]:
    """Return plain text in paragraphs; web addresses in it become links, nothing else becomes anything."""
    return tuple(tuple(_pieces(part.strip())) for part in re.split(r"\n\s*\n", text) if part.strip())


def _pieces(text: str) -> list[Piece]:
    pieces, at = [], 0
    for found in _ADDRESS.finditer(text):
        if found.start() > at:
            pieces.append(Piece(text[at : found.start()], ""))
        pieces.append(Piece(found[0], found[0]))
        at = found.end()
    if at < len(text):
        pieces.append(Piece(text[at:], ""))
    return pieces
