"""The sizes in which a picture is published, worked out from the first bytes of its file.

Nothing is decoded here beyond the header; `rendering.picture_files` makes the bytes. Widths suit one column on a
phone and on a desk, once and twice as fine. Each is WebP; one of a middle size is JPEG or PNG, for old programs and
for the previews of links.
"""

from __future__ import annotations

import io
from dataclasses import replace
from functools import lru_cache

from boardsite.dataclass import dataclass
from boardsite.diagnostics import Diagnostic, Location
from boardsite.messages import links as messages
from boardsite.model.entities import Picture, PictureFile
from boardsite.reading.sources import SourceFile
from boardsite.text import slug

WIDTHS = (480, 960, 1600)
FALLBACK = 960
MOST_POINTS = 50_000_000
MOST_HIGH = 16_383  # of WebP
FORMATS = ("JPEG", "PNG", "GIF", "WEBP")
_ORIENTATION = 0x0112
_TURNED = (5, 6, 7, 8)


@dataclass(frozen=True, slots=True)
class Measure:
    """What the header says: pixels as shown (a turned photograph is already turned), and the fallback's ending."""

    width: int
    height: int
    ending: str
    orientation: int
    is_moving: bool

    @property
    def is_turned(self) -> bool:
        return self.orientation in _TURNED

    def at(self, width: int) -> tuple[int, int]:
        """Return the size of the picture in one of its widths; it is never made larger."""
        width = min(width, self.width)
        return width, max(1, round(self.height * width / self.width))


@lru_cache(maxsize=500)  # the preview shows the same pictures again and again
def measure(source: SourceFile) -> Measure | Diagnostic:
    """Return the size of a picture file, or why it cannot be shown."""
    from PIL import Image, UnidentifiedImageError  # loaded when a picture is seen for the first time

    # Pillow's own bound would warn on the terminal, and then stop before it has told the size.
    Image.MAX_IMAGE_PIXELS = None
    where = Location(source.path)
    try:
        with Image.open(io.BytesIO(source.content), formats=FORMATS) as image:
            width, height = image.size
            if width * height > MOST_POINTS:
                return messages.picture_too_large(where, width, height, MOST_POINTS)
            has_alpha = image.mode in ("RGBA", "LA") or image.format in ("PNG", "GIF")
            orientation = image.getexif().get(_ORIENTATION)
            found = Measure(
                width,
                height,
                "png" if has_alpha else "jpg",
                orientation if isinstance(orientation, int) else 1,
                bool(getattr(image, "is_animated", False)),
            )
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError):
        return messages.picture_unreadable(where)
    if found.is_turned:
        found = replace(found, width=height, height=width)
    if found.at(WIDTHS[-1])[1] > MOST_HIGH:
        return messages.picture_too_tall(where, found.width, found.height, MOST_HIGH)
    return found


def stored_picture(source: SourceFile, measured: Measure, alt: str) -> Picture:
    """Return the picture with the addresses and pixels of its stored sizes; none is larger than the original."""
    widths = [width for width in WIDTHS if width < measured.width]
    if measured.width <= WIDTHS[-1]:
        widths.append(measured.width)
    name = f"/images/{slug(source.stem) or 'picture'}-{source.digest[:8]}"

    def file(width: int, ending: str) -> PictureFile:
        size = measured.at(width)
        return PictureFile(f"{name}-{size[0]}.{ending}", *size)

    return Picture(source.path, tuple(file(width, "webp") for width in widths), file(FALLBACK, measured.ending), alt)
