"""A rich text with its links and pictures in place."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape

from boardsite.markup.body import TOKEN_CLOSE, TOKEN_OPEN
from boardsite.model.entities import Picture, RichText

_TOKEN = re.compile(f"{TOKEN_OPEN}([0-9]+){TOKEN_CLOSE}")
_LINK = re.compile(f'<a href="{TOKEN_OPEN}([0-9]+){TOKEN_CLOSE}">')
_PICTURE = re.compile(f'<img {TOKEN_OPEN}([0-9]+){TOKEN_CLOSE} alt="([^"]*)">')
SIZES = "(min-width: 48rem) 40rem, 100vw"


def rich_html(text: RichText, address: Callable[[str], str]) -> str:
    """Return the HTML of a rich text with each link as `address` writes it. A lost link or picture keeps its words."""

    def put(found: re.Match[str]) -> str:
        target = text.targets[int(found[1])]
        return _attributes(target, address) if isinstance(target, Picture) else escape(address(target))

    def drop_lost(found: re.Match[str]) -> str:
        return found[0] if text.targets[int(found[1])] else "<a>"

    def words_of_lost(found: re.Match[str]) -> str:
        return found[0] if text.targets[int(found[1])] else found[2]

    return _TOKEN.sub(put, _LINK.sub(drop_lost, _PICTURE.sub(words_of_lost, text.html)))


def _attributes(picture: Picture, address: Callable[[str], str]) -> str:
    """Return src, size and the rest of a picture; its alt stands in the HTML already."""
    largest = picture.sizes[-1]
    sources = ", ".join(f"{address(size.address)} {size.width}w" for size in picture.sizes)
    return (
        f'src="{escape(address(largest.address))}" srcset="{escape(sources)}" sizes="{SIZES}" '
        f'width="{largest.width}" height="{largest.height}" loading="lazy"'
    )
