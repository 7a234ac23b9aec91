"""What cannot lie in a folder of files is made here."""

from pathlib import Path

import pytest


def prepare(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path) -> bytes:
        if self.name == "launch.md":
            raise PermissionError(13, "Permission denied")
        with self.open("rb") as stream:
            return stream.read()

    monkeypatch.setattr(Path, "read_bytes", refuse)
