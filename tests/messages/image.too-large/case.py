"""What cannot lie in a folder of files is made here."""

import struct
import zlib
from pathlib import Path

import pytest


def prepare(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    header = b"IHDR" + struct.pack(">IIBBBBB", 9000, 9000, 8, 2, 0, 0, 0)
    chunk = struct.pack(">I", 13) + header + struct.pack(">I", zlib.crc32(header))
    end = struct.pack(">I", 0) + b"IEND" + struct.pack(">I", zlib.crc32(b"IEND"))
    data = struct.pack(">I", 0) + b"IDAT" + struct.pack(">I", zlib.crc32(b"IDAT"))
    (root / "content" / "images").mkdir()
    (root / "content" / "images" / "hall.png").write_bytes(b"\x89PNG\r\n\x1a\n" + chunk + data + end)
    (root / "content" / "guide.md").write_text("---\ntitle: Guide\n---\n![A hall](images/hall.png)\n")
