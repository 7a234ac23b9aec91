"""Names of people in the properties of Office, OpenDocument and RTF files, which are published with the file.

Read are docProps/core.xml and meta.xml, each up to a bound; nothing else of the archive is unpacked. The bytes of a
file are never changed: the report says whom it names, and its writer takes the name out.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from html import unescape

from boardsite.diagnostics import Diagnostic, Location
from boardsite.messages import links as messages
from boardsite.reading.sources import SourceFile

MOST_PROPERTIES = 200_000
_PARTS = ("docProps/core.xml", "meta.xml")
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # no program for documents packs in another way
_ARCHIVES = (".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp")
_NAMES = re.compile(
    rb"<(?:dc:creator|cp:lastModifiedBy|meta:initial-creator|meta:printed-by)\b[^>]{0,200}>([^<]{1,300})<"
)
_RTF_NAMES = re.compile(rb"\{\\(?:author|operator|manager)\s+([^{}\\]{1,300})\}")


def office_authors(downloads: Iterable[SourceFile], ours: Iterable[str]) -> Iterator[Diagnostic]:
    """Yield whom each document names, where that is not the board or a group itself."""
    known = {name.casefold() for name in ours}
    for source in downloads:
        names = [name for name in dict.fromkeys(_named(source)) if name.casefold() not in known]
        if names:
            yield messages.office_names_people(Location(source.path), names)


def _named(source: SourceFile) -> Iterator[str]:
    if source.ending == ".rtf":
        yield from _clean(_RTF_NAMES.findall(source.content[:MOST_PROPERTIES]))
    elif source.ending in _ARCHIVES:
        yield from _clean(name for part in _properties(source.content) for name in _NAMES.findall(part))


def _properties(content: bytes) -> Iterator[bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            present = {entry.filename: entry for entry in archive.infolist() if entry.compress_type in _PACKED}
            for entry in (present[name] for name in _PARTS if name in present):
                with archive.open(entry) as part:
                    yield part.read(MOST_PROPERTIES)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError, EOFError, ValueError):
        return  # not to be opened, for us as for everybody


def _clean(names: Iterable[bytes]) -> Iterator[str]:
    for name in names:
        text = " ".join(unescape(name.decode("utf-8", "replace")).split())
        if text:
            yield text
