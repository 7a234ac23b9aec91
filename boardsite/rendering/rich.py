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
        return escape(address(target)) if isinstance(target, str) else ""

    def put_picture(found: re.Match[str]) -> str:
        target = text.targets[int(found[1])]
        return _picture(target, found[2], address) if isinstance(target, Picture) else found[2]

    def drop_lost(found: re.Match[str]) -> str:
        return found[0] if text.targets[int(found[1])] else "<a>"

    return _TOKEN.sub(put, _LINK.sub(drop_lost, _PICTURE.sub(put_picture, text.html)))


def _picture(picture: Picture, alt: str, address: Callable[[str], str]) -> str:
    """Return a picture of a body; its alt stands in the HTML already, escaped."""
    sources = ", ".join(f"{address(size.address)} {size.width}w" for size in picture.sizes)
    shown = picture.fallback
    return (
        f'<picture><source type="image/webp" srcset="{escape(sources)}" sizes="{SIZES}">'
        f'<img src="{escape(address(shown.address))}" width="{shown.width}" height="{shown.height}" '
        f'loading="lazy" alt="{alt}"></picture>'
    )
