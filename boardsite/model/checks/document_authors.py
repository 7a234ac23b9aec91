"""Names of people in the properties of PDF files, which are published with the file and seen by nobody who checks it.

Read are the Info dictionary and the XMP packet where they stand in the clear or are only compressed (PDF 32000-1,
7.9, 14.3). An encrypted file keeps its secret, from us as well. The bytes of a file are never changed.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator
from html import unescape

from boardsite.diagnostics import Diagnostic, Location
from boardsite.messages import links as messages
from boardsite.reading.sources import SourceFile

MOST_STREAMS = 400
MOST_UNPACKED = 1_000_000

_AUTHOR = re.compile(rb"/Author\s*(?:\(((?:[^()\\]|\\.){0,300})\)|<([0-9A-Fa-f\s]{0,1200})>)", re.S)
_CREATOR = re.compile(rb"<dc:creator>\s*<rdf:(?:Seq|Bag|Alt)>\s*<rdf:li[^>]{0,80}>([^<]{1,300})</rdf:li>")
_PACKED = re.compile(
    rb"/ObjStm\b[^>]{0,200}>>\s*stream\r?\n|/Metadata\b[^>]{0,200}/FlateDecode[^>]{0,80}>>\s*stream\r?\n"
)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|.)", re.S)


def document_authors(downloads: Iterable[SourceFile], ours: Iterable[str]) -> Iterator[Diagnostic]:
    """Yield the author that each PDF names, where that is not the board or a group itself."""
    known = {name.casefold() for name in ours}
    for source in downloads:
        if source.ending == ".pdf":
            name = author(source.content)
            if name and name.casefold() not in known:
                yield messages.document_names_author(Location(source.path), name[:80])


def author(content: bytes) -> str:
    """Return whom a PDF names as its author, or ""."""
    for part in (content, *_unpacked(content)):
        found = _AUTHOR.search(part)
        if found and (name := _text(_literal(found[1]) if found[1] is not None else _hex(found[2]))):
            return name
        creator = _CREATOR.search(part)
        if creator and (name := " ".join(unescape(creator[1].decode("utf-8", "replace")).split())):
            return name
    return ""


def _unpacked(content: bytes) -> Iterator[bytes]:
    """Yield the compressed parts that may hold properties, each up to a bound."""
    for number, found in enumerate(_PACKED.finditer(content)):
        if number >= MOST_STREAMS:
            return
        try:
            yield zlib.decompressobj().decompress(content[found.end() :], MOST_UNPACKED)
        except zlib.error:
            continue


def _literal(raw: bytes) -> bytes:
    def put(found: re.Match[bytes]) -> bytes:
        mark = found[1]
        if mark.isdigit():
            return bytes([int(mark, 8) & 255]) if re.fullmatch(rb"[0-7]{1,3}", mark) else mark
        return {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"\n": b""}.get(mark, mark)

    return _ESCAPE.sub(put, raw)


def _hex(raw: bytes) -> bytes:
    figures = b"".join(raw.split())
    return bytes.fromhex((figures + b"0" * (len(figures) % 2)).decode("ascii"))


def _text(raw: bytes) -> str:
    """Return a PDF text string (7.9.2.2): UTF-16 or UTF-8 with their marks, else nearly Latin-1."""
    if raw.startswith((b"\xfe\xff", b"\xff\xfe")):
        text = raw.decode("utf-16", "replace")
    elif raw.startswith(b"\xef\xbb\xbf"):
        text = raw[3:].decode("utf-8", "replace")
    else:
        text = raw.decode("latin-1")
    return " ".join(text.replace("\x00", "").split())
