"""What cannot lie in a folder of files is made here."""

from pathlib import Path
from typing import IO, Any

import pytest


def prepare(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.open

    def refuse(self: Path, *how: Any, **more: Any) -> IO[Any]:
        if self.name == "launch.md":
            raise PermissionError(13, "Permission denied")
        return real(self, *how, **more)

    monkeypatch.setattr(Path, "open", refuse)
