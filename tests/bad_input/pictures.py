"""Pictures and files to download as telephones, editors and attackers make them."""

from __future__ import annotations

import io
import struct
import zlib

from PIL import Image, PngImagePlugin

from tests.bad_input.cases import Case, Content, Must, Private, Rejected, Survives, Told, in_news, news, token


def png(width: int = 400, height: int = 300, colour: str = "teal") -> bytes:
    """Return a sound picture."""
    return _saved(Image.new("RGB", (width, height), colour), "PNG")


def _saved(image: Image.Image, form: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, form, **options)
    return out.getvalue()


def _noise(form: str) -> bytes:
    return _saved(Image.effect_noise((600, 400), 90).convert("RGB"), form)


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def bomb(width: int, height: int) -> bytes:
    """Return a picture whose header says that it is huge; the few bytes of its points never get that far."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    whole = _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(b"\0" * 1_000_000)) + _chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + whole


def _secret(name: str, form: str) -> bytes:
    """Return a picture with the word of its case in every place that its form has."""
    word, image = token(name), Image.new("RGB", (400, 300), "navy")
    exif = Image.Exif()
    for tag in (0x010E, 0x010F, 0x013B, 0x8298, 0x9C9B):
        exif[tag] = word
    exif.get_ifd(0x8825)[0x001D] = word
    if form == "PNG":
        info = PngImagePlugin.PngInfo()
        info.add_text("Author", word, zip=True)
        info.add_itxt("XML:com.adobe.xmp", word)
        return _saved(image, form, pnginfo=info, exif=exif)
    if form == "GIF":
        return _saved(image, form, comment=word.encode())
    if form == "WEBP":
        return _saved(image, form, exif=exif, xmp=word.encode())
    return _saved(image, form, exif=exif, comment=word.encode(), xmp=word.encode())


def _broken(name: str, ending: str, content: bytes, code: str) -> Case:
    """The finding stands at the picture, which some news show."""
    picture = f"lscgs/west/images/{name}.{ending}"
    item = news(f"title: A picture\nimage: images/{name}.{ending}\nimage_alt: A hall\n")
    return Case(name, {picture: content, f"lscgs/west/news/{name}.md": item}, Rejected(code, is_shown=True))


def _sound(name: str, ending: str, content: bytes, must: Must) -> Case:
    item = news(
        f"title: A picture\nimage: images/{name}.{ending}\nimage_alt: {'A hall' if must == Private() else 'TOKEN'}\n",
        body="Text.\n",
    )
    return in_news(name, item, must, {f"lscgs/west/images/{name}.{ending}": content})


BROKEN = [
    *((f"picture-cut-{form.lower()}", ending, _noise(form)[:3000], "image.unreadable") for form, ending in
      (("JPEG", "jpg"), ("PNG", "png"), ("GIF", "gif"), ("WEBP", "webp"))),
    ("picture-only-a-head", "jpg", b"\xff\xd8\xff\xe0", "image.unreadable"),
    ("picture-of-text", "png", b"Dear all,", "image.unreadable"),
    ("picture-of-html", "jpg", b"<script>alert(1)</script>", "image.unreadable"),
    ("picture-of-vectors", "png", b"<svg xmlns='http://www.w3.org/2000/svg'><script>x</script></svg>", "image.unreadable"),
    ("picture-of-postscript", "png", b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "image.unreadable"),
    ("picture-of-windows", "png", _saved(Image.new("RGB", (9, 9)), "BMP"), "image.unreadable"),
    ("picture-of-layers", "png", _saved(Image.new("RGB", (9, 9)), "TIFF"), "image.unreadable"),
    ("picture-of-an-icon", "png", _saved(Image.new("RGB", (32, 32)), "ICO"), "image.unreadable"),
    ("picture-bomb", "png", bomb(60_000, 60_000), "image.too-large"),
    ("picture-bomb-long", "png", bomb(1, 2**31 - 1), "image.too-large"),
    ("picture-bomb-just-in", "png", bomb(7000, 7000), "image.unreadable"),
    ("picture-no-width", "png", bomb(0, 100), "image.unreadable"),
    ("picture-scribbled", "png", bytes(b ^ (0x55 if n > 60 and n % 7 == 0 else 0) for n, b in enumerate(_noise("PNG"))), "image.unreadable"),
]  # fmt: skip
SOUND = [
    *((f"picture-secret-{form.lower()}", ending, _secret(f"picture-secret-{form.lower()}", form), Private()) for form, ending in
      (("JPEG", "jpg"), ("PNG", "png"), ("GIF", "gif"), ("WEBP", "webp"))),
    ("picture-other-ending", "png", _noise("JPEG"), Survives()),
    ("picture-capitals", "PNG", png(), Survives()),
    ("picture-one-point", "png", png(1, 1), Survives()),
    ("picture-long", "png", png(1, 4000), Survives()),
    ("picture-with-a-tail", "png", png() + b"<script>alert(1)</script>", Survives()),
    ("picture-one-colour", "png", _saved(Image.new("1", (40, 30)), "PNG"), Survives()),
    ("picture-grey-16", "png", _saved(Image.new("I;16", (40, 30)), "PNG"), Survives()),
    ("picture-palette", "gif", _saved(Image.new("P", (40, 30)), "GIF"), Survives()),
    ("picture-of-print", "jpg", _saved(Image.new("CMYK", (40, 30)), "JPEG"), Survives()),
    ("picture-see-through", "png", _saved(Image.new("RGBA", (40, 30), (0, 0, 0, 0)), "PNG"), Survives()),
    ("picture-odd-profile", "jpg", _saved(Image.new("RGB", (40, 30)), "JPEG", icc_profile=b"\0" * 200), Survives()),
]  # fmt: skip


def lying(name: str, ending: str, content: Content, must: Must) -> Case:
    return Case(name, {f"lscgs/west/files/{name}.{ending}": content}, must)


DOWNLOADS = [
    lying("download-vectors", "svg", "<svg><script>TOKEN</script></svg>", Private()),
    lying("download-web-page", "html", "<script>TOKEN</script>", Private()),
    lying("download-script", "js", "TOKEN()", Private()),
    lying("download-program", "exe", b"MZTOKEN", Private()),
    lying("download-macros", "docm", b"PK\x03\x04TOKEN", Private()),
    lying("download-keys", "pem", "TOKEN", Private()),
    lying("download-database", "sql", "TOKEN", Private()),
    lying("download-mail", "eml", "TOKEN", Private()),
    lying("download-empty", "pdf", b"", Rejected("file.empty")),
    lying("download-temporary", "pdf.tmp", "TOKEN", Private()),
    lying("download-two-endings", "pdf.html", "TOKEN", Private()),
    lying("download-no-ending", "x" * 12, "TOKEN", Private()),
    lying("download-author", "pdf", b"%PDF-1.4\n1 0 obj<</Author (Pat Sample)>>endobj\n%%EOF", Told("privacy.document-author", is_shown=False)),
]  # fmt: skip

CASES: tuple[Case, ...] = (
    *(_broken(*each) for each in BROKEN),
    *(_sound(*each) for each in SOUND),
    *DOWNLOADS,
)
