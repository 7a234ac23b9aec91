"""The bytes of pictures: upright, in one of their sizes, in the colours of the web, and without their secrets.

Pixels alone go into what is published: no place, device, author, preview or remark. A picture is decoded once for
all its sizes.
"""

from __future__ import annotations

import io
from functools import lru_cache

from PIL import Image, ImageCms

from boardsite.dataclass import dataclass
from boardsite.diagnostics import Diagnostic
from boardsite.model.entities import PictureFile
from boardsite.model.pictures import FORMATS, WIDTHS, Measure, measure
from boardsite.reading.sources import SourceFile

QUALITY = 80
EFFORT = 2  # of WebP: 4 takes twice as long and saves 8 in 100 bytes
_FORMS = {"jpg": "JPEG", "png": "PNG", "webp": "WEBP"}
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


@dataclass(frozen=True, slots=True)
class _Negative:
    """A decoded picture in its largest size. `is_drawing`: it has few colours, as a drawing saved by a program."""

    image: Image.Image
    is_drawing: bool


def picture_bytes(source: SourceFile, size: PictureFile) -> bytes:
    """Return a picture in one of its sizes. A file that is cut short raises what its decoder raises."""
    negative = _develop(source)
    image = negative.image
    is_whole = image.size == (size.width, size.height)
    if not is_whole:
        image = image.resize((size.width, size.height), Image.Resampling.LANCZOS)
    form = _FORMS[size.address.rpartition(".")[2]]
    if form == "WEBP":
        tries = [_saved(image, form, quality=QUALITY, method=EFFORT)]
        if negative.is_drawing and is_whole:  # flat colours: without loss it is often the smaller one
            tries.append(_saved(image, form, lossless=True, method=EFFORT))
        return min(tries, key=len)
    if form == "JPEG":
        return _saved(image.convert("RGB"), form, quality=QUALITY, optimize=True, progressive=True)
    if negative.is_drawing:
        image = image.quantize(256, Image.Quantize.FASTOCTREE)
    return _saved(image, form, optimize=True)


def _saved(image: Image.Image, form: str, **options: bool | int) -> bytes:
    out = io.BytesIO()
    image.save(out, form, **options)
    return out.getvalue()


@lru_cache(maxsize=1)
def _develop(source: SourceFile) -> _Negative:
    """Return the picture upright, in its largest size and with pixels alone: no info travels along."""
    measured = measure(source)
    if isinstance(measured, Diagnostic):
        raise ValueError(measured.message)
    with Image.open(io.BytesIO(source.content), formats=FORMATS) as opened:
        profile = opened.info.get("icc_profile")
        is_drawing = opened.mode in ("P", "1")
        stored = _stored_size(measured)
        opened.draft(None, stored)  # a large photograph is decoded in half or a quarter of its size
        image = _plain(opened)
    if image.size != stored:
        image = image.resize(stored, Image.Resampling.LANCZOS, reducing_gap=2.0)
    image = _web_colours(image, profile if isinstance(profile, bytes) else b"")
    if measured.orientation in _TURNS:
        image = image.transpose(_TURNS[measured.orientation])
    return _Negative(Image.frombytes(image.mode, image.size, image.tobytes()), is_drawing)


def _stored_size(measured: Measure) -> tuple[int, int]:
    """Return the largest size as the file has it, before it is turned."""
    width, height = measured.at(WIDTHS[-1])
    return (height, width) if measured.is_turned else (width, height)


def _plain(image: Image.Image) -> Image.Image:
    """Return a picture of eight bits a colour; CMYK stays for its profile."""
    if image.mode.startswith("I;16"):
        return image.convert("I").point(lambda value: value / 256).convert("L")
    if image.mode in ("I", "F"):
        return image.point(lambda value: value / 256).convert("L")
    if image.mode in ("RGB", "RGBA", "L", "CMYK"):
        return image.copy()
    has_alpha = image.mode in ("LA", "PA", "La", "RGBa") or "transparency" in image.info
    return image.convert("RGBA" if has_alpha else "RGB")


def _web_colours(image: Image.Image, profile: bytes) -> Image.Image:
    """Return the picture in sRGB: without its profile, the colours of a newer telephone would come out dull."""
    wanted = "RGBA" if image.mode == "RGBA" else "RGB"
    if profile and b"sRGB" not in profile and image.mode != "L":
        try:
            given = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            turned = ImageCms.profileToProfile(image, given, ImageCms.createProfile("sRGB"), outputMode=wanted)
            if turned is not None:
                return turned
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass  # a profile that is damaged, or not one of this kind of picture
    return image if image.mode in ("L", wanted) else image.convert(wanted)
