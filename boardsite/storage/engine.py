"""What results depend on besides their inputs: this program, its pinned parts and the Python that runs it."""

from __future__ import annotations

import sys
from pathlib import Path

from boardsite.digest import digest

_PACKAGE = Path(__file__).resolve().parents[1]


def engine() -> bytes:
    """Return a digest that changes when the program, its pins or Python change."""
    pins = _PACKAGE.parent / "requirements.txt"
    files = [*sorted(_PACKAGE.rglob("*.py")), *([pins] if pins.is_file() else [])]
    return digest((sys.version.encode(), *(part for file in files for part in (_name(file), file.read_bytes()))))


def _name(file: Path) -> bytes:
    return file.relative_to(_PACKAGE.parent).as_posix().encode()
