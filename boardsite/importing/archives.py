"""The parts of an Office file (a zip), read with care: no part is believed about its size, none is written anywhere."""

from __future__ import annotations

import io
import zipfile
import zlib

from boardsite.dataclass import dataclass
from boardsite.importing import limits
from boardsite.messages import importing as messages

_MACROS = ("vbaproject.bin", "vbadata.xml", "macrosheets/", "activex/")
# Office packs in no other way; LZMA may ask for any amount of memory.
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


@dataclass(frozen=True, slots=True)
class Archive:
    """An opened zip whose table of contents is within bounds."""

    name: str
    whole: zipfile.ZipFile
    parts: frozenset[str]

    @classmethod
    def of(cls, name: str, content: bytes) -> Archive:
        """Return the archive of these bytes; raise BoardsiteError where it is none, or past a bound."""
        try:
            whole = zipfile.ZipFile(io.BytesIO(content))
            entries = whole.infolist()
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, UnicodeDecodeError):
            raise messages.not_an_office_file(name) from None
        if len(entries) > limits.PARTS:
            raise messages.too_many(name, len(entries), "parts", limits.PARTS)
        if any(entry.flag_bits & 1 for entry in entries):
            raise messages.locked(name)
        if any(entry.compress_type not in _PACKED for entry in entries):
            raise messages.not_an_office_file(name)
        if sum(entry.file_size for entry in entries) > limits.ALL_BYTES:
            raise messages.too_large_inside(name, limits.ALL_BYTES)
        return cls(name, whole, frozenset(entry.filename for entry in entries))

    @property
    def has_macros(self) -> bool:
        return any(mark in part.lower() for part in self.parts for mark in _MACROS)

    def read(self, part: str) -> bytes | None:
        """Return the bytes of a part, or None where there is none; what it says of its own size is not trusted."""
        if part not in self.parts:
            return None
        try:
            with self.whole.open(part) as opened:
                content = opened.read(limits.PART_BYTES + 1)
        except (zipfile.BadZipFile, zlib.error, ValueError, OSError, NotImplementedError, EOFError, RuntimeError):
            raise messages.not_an_office_file(self.name) from None
        if len(content) > limits.PART_BYTES:
            raise messages.too_large_inside(self.name, limits.PART_BYTES)
        return content
