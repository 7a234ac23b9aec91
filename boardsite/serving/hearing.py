"""What the operating system tells of saves, as it happens.

It may tell nothing: of network drives, of some sync folders, and when it follows as many folders as it may already. So
`lookout.py` looks for itself, too, and more often where it is told less.
"""

from __future__ import annotations

import os
import time
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from boardsite.reading.looking import TOP_FOLDERS

if TYPE_CHECKING:
    from watchfiles._rust_notify import RustNotify

NOTHING = frozenset[str]()
MODIFIED = 2  # as watchfiles.Change has it, which cannot be loaded without the rest
MOST_UNSETTLED = 20  # milliseconds after which what was told is given, even if more goes on being told
# No such folder, no more of them to be followed, a name that is no text, a library that this computer does not allow.
_TROUBLES = (ImportError, OSError, RuntimeError, ValueError)


class Ear(Protocol):
    """What waits for a save. Where it `hears` nothing, it only waits."""

    @property
    def hears(self) -> bool: ...

    def wait(self, seconds: float, settled: float) -> frozenset[str]:
        """Return the paths with which something happened, relative to the project with `/`, or none after `seconds`.

        They come when nothing more has happened for `settled` seconds. "" is a path outside the project.
        """


class Deaf:
    """Waits, and hears nothing."""

    hears = False

    def wait(self, seconds: float, settled: float) -> frozenset[str]:  # noqa: ARG002
        time.sleep(seconds)
        return NOTHING


class Hearing:
    """Waits until the system tells of something in the input folders; hears nothing more once there was trouble."""

    def __init__(self, root: Path) -> None:
        self._bases = tuple(dict.fromkeys(f"{base}{os.sep}" for base in (root, os.path.realpath(root))))
        self._system: RustNotify | None = None
        try:
            folders = [str(root / name) for name in TOP_FOLDERS if (root / name).is_dir()]
            from watchfiles._rust_notify import RustNotify

            self._system = RustNotify(folders, False, False, 0, True, False)
        except _TROUBLES:
            return

    @property
    def hears(self) -> bool:
        return self._system is not None

    def wait(self, seconds: float, settled: float) -> frozenset[str]:
        """See Ear. Raise KeyboardInterrupt at Ctrl-C."""
        if self._system is None:
            return Deaf().wait(seconds, settled)
        try:
            told = self._system.watch(MOST_UNSETTLED, round(1000 * settled), max(1, round(1000 * seconds)), None)
        except _TROUBLES:
            self._system = None
            return NOTHING
        if told == "signal":
            raise KeyboardInterrupt
        if isinstance(told, str):
            return NOTHING
        # A folder is touched by what happens in it, of which the system tells besides. (Path.is_dir can raise.)
        return frozenset(self._path(file) for kind, file in told if kind != MODIFIED or not os.path.isdir(file))  # noqa: PTH112

    def _path(self, file: str) -> str:
        base = next((each for each in self._bases if file.startswith(each)), file)
        return unicodedata.normalize("NFC", file.removeprefix(base).replace(os.sep, "/"))


def ear_for(root: Path) -> Ear:
    """Return what hears of saves below `root`.

    The system follows links to folders, into the whole computer where one leads there, and nothing else runs until it
    has been everywhere. So it is not asked where there is one, be it in a folder that nobody reads.
    """
    for name in TOP_FOLDERS:
        for folder, inner, _ in os.walk(root / name):
            if any(os.path.islink(os.path.join(folder, each)) for each in inner):  # noqa: PTH114, PTH118
                return Deaf()
    return Hearing(root)
