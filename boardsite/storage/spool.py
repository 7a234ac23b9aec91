"""Bytes that a build has made and does not need before it publishes: put by on the disk, so that nobody holds them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO


class Spool:
    """One file without a name, of which the system takes back the room when the program ends."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file: IO[bytes] | None = None
        self._end = 0

    def put(self, content: bytes) -> Callable[[], bytes]:
        """Put bytes by and return what gives them back. They are held where the disk has no room for them."""
        try:
            self._write(content)
        except OSError:
            return lambda: content
        at, self._end = self._end, self._end + len(content)
        return partial(self._read, at, len(content))

    def close(self) -> None:
        """Let go of everything that was put by."""
        if self._file is not None:
            self._file.close()

    def _write(self, content: bytes) -> None:
        if self._file is None:
            self._file = TemporaryFile(dir=self._folder, buffering=0)  # noqa: SIM115 - until the build is over
        self._file.seek(self._end)
        rest = memoryview(content)
        while rest:
            rest = rest[self._file.write(rest) :]

    def _read(self, at: int, size: int) -> bytes:
        assert self._file is not None
        self._file.seek(at)
        content = b""
        while len(content) < size:
            more = self._file.read(size - len(content))
            if not more:
                raise OSError("what was put by has gone from the disk")
            content += more
        return content
