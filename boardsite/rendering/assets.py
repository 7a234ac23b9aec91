"""The theme's style and scripts under names that change with their content, and pictures without their secrets."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterable

from PIL import Image, ImageOps

from boardsite.model.entities import PictureFile
from boardsite.model.pictures import FORMATS
from boardsite.pages.chrome import Assets
from boardsite.reading.sources import SourceFile
from boardsite.rendering.artifact import Artifact

STYLES = "theme/css/"
SCRIPTS = "theme/js/"
LAYERS = ("tokens", "reset", "elements", "layout", "components", "utilities", "print")


def bundle(files: Iterable[SourceFile], brand_colour: str) -> tuple[Assets, tuple[Artifact, ...]]:
    """Return the addresses and bytes of the one stylesheet and of each script.

    The stylesheet is theme/css in the order of LAYERS, each file in the cascade layer of its name (or of its folder),
    and the board's colour last. Outside addresses in a style would tell others of our visitors; a test forbids them.
    """
    files = tuple(files)
    style = _stylesheet(files, brand_colour)
    made = [_named("site", "css", style)]
    scripts = [source for source in files if source.path.startswith(SCRIPTS) and source.ending == ".js"]
    made += [_named(source.stem, "js", source.content.decode("utf-8", "replace")) for source in scripts]
    return Assets(made[0].address, tuple(artifact.address for artifact in made[1:])), tuple(made)


def _stylesheet(files: tuple[SourceFile, ...], brand_colour: str) -> str:
    parts = [f"@layer {', '.join(LAYERS)};"]
    for layer in LAYERS:
        inside = (STYLES + layer + ".css", STYLES + layer + "/")
        found = [s for s in files if s.path == inside[0] or (s.path.startswith(inside[1]) and s.ending == ".css")]
        text = "".join(_tight(source.content.decode("utf-8", "replace")) for source in found)
        if text:
            parts.append(f"@layer {layer}{{{text}}}")
    parts.append(f"@layer tokens{{:root{{--app-brand:{brand_colour}}}}}" if brand_colour else "")
    return "".join(parts) + "\n"


def _tight(css: str) -> str:
    """Return CSS without remarks and without the spaces that mean nothing."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.S)
    css = re.sub(r"\s+", " ", css)
    return re.sub(r" ?([{};,>]) ?", r"\1", css).replace(";}", "}").strip()


def _named(stem: str, ending: str, text: str) -> Artifact:
    content = text.encode("utf-8")
    return Artifact(f"/assets/{stem}.{hashlib.sha256(content).hexdigest()[:10]}.{ending}", content)


def picture_bytes(source: SourceFile, size: PictureFile) -> bytes:
    """Return a picture in one of its sizes: turned upright, without place, device, author or remarks."""
    with Image.open(io.BytesIO(source.content), formats=FORMATS) as opened:
        form = {"jpg": "JPEG", "png": "PNG", "webp": "WEBP"}[size.address.rpartition(".")[2]]
        image = ImageOps.exif_transpose(opened)
        if form == "JPEG" or image.mode not in ("RGB", "RGBA", "L", "P", "LA"):
            image = image.convert("RGB")
        if image.mode == "P":
            image = image.convert("RGBA" if "transparency" in image.info else "RGB")
        if image.size != (size.width, size.height):
            image = image.resize((size.width, size.height), Image.Resampling.LANCZOS)
        bare = Image.frombytes(image.mode, image.size, image.tobytes())  # pixels only: no info travels along
        out = io.BytesIO()
        if form == "JPEG":
            bare.save(out, form, quality=82, optimize=True, progressive=True)
        elif form == "WEBP":
            bare.save(out, form, quality=82, method=4)
        else:
            bare.save(out, form, optimize=True)
        return out.getvalue()
