"""A second reader of finished files, independent of the program: looks for words in every form in which they may hide."""

from __future__ import annotations

import base64
import html
import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from urllib.parse import unquote_to_bytes

from PIL import Image, UnidentifiedImageError

_BASE64 = re.compile(rb"[A-Za-z0-9+/]{16,}={0,2}")
_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.S)


def leaks(files: Iterable[tuple[str, bytes]], words: Iterable[str]) -> list[tuple[str, str]]:
    """Return path and word of every secret found in a file or in its name; capitals do not matter."""
    secrets = [word.lower() for word in words]
    found = set()
    for path, content in files:
        for text in (path.encode(), *_forms(content)):
            low = text.lower()
            found |= {(path, word) for word in secrets if _is_in(word, low)}
    return sorted(found)


def matches(files: Iterable[tuple[str, bytes]], pattern: str) -> set[str]:
    """Return whatever matches in a file, in whatever form, or in its name: many words at once, in small letters."""
    look = re.compile(pattern.encode())
    found: set[bytes] = set()
    for path, content in files:
        for text in (path.encode(), *_forms(content)):
            low = text.lower()
            found.update(look.findall(low))
            if b"\0" in low:  # two octets a letter
                found.update(look.findall(low.replace(b"\0", b"")))
    return {word.decode() for word in found}


def _is_in(word: str, text: bytes) -> bool:
    return any(word.encode(code) in text for code in ("utf-8", "utf-16-le", "utf-16-be"))


def _forms(content: bytes) -> Iterator[bytes]:
    yield content
    yield re.sub(rb"\r?\n[ \t]", b"", content)  # iCalendar and vCard fold lines anywhere
    yield html.unescape(content.decode("utf-8", "replace")).encode()
    yield unquote_to_bytes(content)
    yield re.sub(rb"\\u([0-9a-fA-F]{4})", lambda found: chr(int(found[1], 16)).encode("utf-8", "replace"), content)
    yield re.sub(rb"<[^>]*>", b"", content)  # a word that tags cut in two
    for packed in _BASE64.findall(content):
        yield base64.b64decode(packed[: len(packed) // 4 * 4])
    yield from _unpacked(content)
    yield from _picture(content)


def _unpacked(content: bytes) -> Iterator[bytes]:
    for packed in (content, *_STREAM.findall(content)):
        for bits in (15, 31):
            try:
                yield zlib.decompressobj(bits).decompress(packed, 10_000_000)
            except zlib.error:
                continue
    if content.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                yield name.encode()
                yield archive.read(name)


def _picture(content: bytes) -> Iterator[bytes]:
    try:
        with Image.open(io.BytesIO(content)) as picture:
            picture.load()
            yield repr(picture.info).encode()
            yield repr(dict(picture.getexif())).encode()
            yield repr(picture.getexif().get_ifd(0x8825)).encode()  # GPS
    except (UnidentifiedImageError, OSError):
        return
