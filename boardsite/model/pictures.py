"""The sizes in which a picture is published, worked out from the first bytes of its file.

Nothing is decoded here beyond the header; `rendering.assets` makes the bytes. Widths suit one column on a phone and
on a desk, once and twice as fine.
"""

from __future__ import annotations

import io
from dataclasses import dataclass

from PIL import Image, UnidentifiedImageError

from boardsite.diagnostics import Diagnostic, Location
from boardsite.messages import links as messages
from boardsite.model.entities import Picture, PictureFile
from boardsite.reading.sources import SourceFile
from boardsite.text import slug

WIDTHS = (480, 960, 1600)
MOST_POINTS = 50_000_000
FORMATS = ("JPEG", "PNG", "GIF", "WEBP")
_ENDINGS = {"JPEG": "jpg", "PNG": "png", "GIF": "png", "WEBP": "webp"}
_ORIENTATION = 0x0112
_TURNED = (5, 6, 7, 8)


@dataclass(frozen=True, slots=True)
class Measure:
    """What the header says: pixels as shown (a turned photograph is already turned), and the stored ending."""

    width: int
    height: int
    ending: str


def measure(source: SourceFile) -> Measure | Diagnostic:
    """Return the size of a picture file, or why it cannot be shown."""
    where = Location(source.path)
    try:
        with Image.open(io.BytesIO(source.content), formats=FORMATS) as image:
            width, height = image.size
            form = image.format or "PNG"
            if width * height > MOST_POINTS:
                return messages.picture_too_large(where, width, height, MOST_POINTS)
            if image.getexif().get(_ORIENTATION) in _TURNED:
                width, height = height, width
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return messages.picture_unreadable(where)
    return Measure(width, height, _ENDINGS[form])


def stored_picture(source: SourceFile, measured: Measure, alt: str) -> Picture:
    """Return the picture with the addresses and pixels of its stored sizes; none is larger than the original."""
    widths = [width for width in WIDTHS if width < measured.width]
    if measured.width <= WIDTHS[-1]:
        widths.append(measured.width)
    name = slug(source.stem) or "picture"
    sizes = tuple(
        PictureFile(
            f"/images/{name}-{source.digest[:8]}-{width}.{measured.ending}",
            width,
            max(1, round(measured.height * width / measured.width)),
        )
        for width in widths
    )
    return Picture(source.path, sizes, alt)
