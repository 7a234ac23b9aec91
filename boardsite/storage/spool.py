"""Bytes that a build has made and does not need before it publishes: put by on the disk, so that nobody holds them."""

from __future__ import annotations

from array import array
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO


class Spool:
    """One file without a name, of which the system takes back the room when the program ends.

    Thousands of pages are put by, so of each there is noted its number alone, and beside it where its bytes end.
    """

    def __init__(self, folder: Path | None) -> None:
        """Without a folder, everything is held."""
        self._folder = folder
        self._file: IO[bytes] | None = None
        self._numbers: dict[bytes, int] = {}
        self._ends = array("Q", [0])
        self._held: dict[bytes, bytes] = {}

    def __contains__(self, key: bytes) -> bool:
        """Say whether something was put by under a key."""
        return key in self._numbers or key in self._held

    def put(self, key: bytes, content: bytes) -> None:
        """Put bytes by. They are held where the disk has no room for them."""
        if self._folder is None or not self._has_written(self._folder, content):
            self._held[key] = content
            return
        self._numbers[key] = len(self._ends) - 1
        self._ends.append(self._ends[-1] + len(content))

    def get(self, key: bytes) -> bytes:
        """Return what was put by under a key; raise KeyError where there is nothing."""
        if key in self._held:
            return self._held[key]
        number = self._numbers[key]
        return self._read(self._ends[number], self._ends[number + 1])

    def close(self) -> None:
        """Let go of everything that was put by."""
        if self._file is not None:
            self._file.close()

    def _has_written(self, folder: Path, content: bytes) -> bool:
        """Write bytes at the end, and say whether the disk has room for them."""
        try:
            if self._file is None:
                self._file = TemporaryFile(dir=folder, buffering=0)  # noqa: SIM115 - until the build is over
            self._file.seek(self._ends[-1])
            rest = memoryview(content)
            while rest:
                rest = rest[self._file.write(rest) :]
        except OSError:
            return False
        return True

    def _read(self, at: int, end: int) -> bytes:
        assert self._file is not None
        self._file.seek(at)
        content = b""
        while len(content) < end - at:
            more = self._file.read(end - at - len(content))
            if not more:
                raise OSError("what was put by has gone from the disk")
            content += more
        return content
