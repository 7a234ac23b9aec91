"""The description of an event: plain text in paragraphs, in which only web addresses become links."""

from __future__ import annotations

import re

from boardsite.dataclass import dataclass
from boardsite.text import is_web_address

_ADDRESS = re.compile(r"https?://[^\s<>\"']+")
_MARKS = ".,;:!?"
_OPENING = {")": "(", "]": "["}


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
        address = _without_the_sentence(found[0])
        if not is_web_address(address):
            continue
        if found.start() > at:
            pieces.append(Piece(text[at : found.start()], ""))
        pieces.append(Piece(address, address))
        at = found.start() + len(address)
    if at < len(text):
        pieces.append(Piece(text[at:], ""))
    return pieces


def _without_the_sentence(text: str) -> str:
    """Return an address without the marks behind it; a bracket belongs to it where it was opened in it."""
    address = text.rstrip(_MARKS)
    while address[-1] in ")]" and address.count(address[-1]) > address.count(_OPENING[address[-1]]):
        address = address[:-1].rstrip(_MARKS)
    return address
