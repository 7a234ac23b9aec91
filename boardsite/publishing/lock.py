"""One build at a time for each output folder, by a lock that dies with its process."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from boardsite.messages import publishing as messages

if sys.platform != "win32":
    import fcntl


@contextmanager
def held(out: Path) -> Iterator[None]:
    """Hold the lock of an output folder, or raise when another build holds it.

    The system locks an empty file beside the folder and lets go when we are killed; the file itself says nothing, so
    one that is left behind stops nobody. Windows has no such locks; there the rename of a folder in use is refused
    by the system itself.
    """
    if sys.platform == "win32":
        yield
        return
    path = out.with_name(f".{out.name}.lock")
    handle = _locked(path, out)
    try:
        yield
    finally:
        with suppress(OSError):
            if os.fstat(handle).st_size == 0:
                path.unlink()  # while it is held: who waits for this file sees that it has gone
        os.close(handle)


def _locked(path: Path, out: Path) -> int:
    """Return the handle of the file at this path, locked; another build may have taken away the one we opened."""
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(handle)
            raise messages.out_in_use(str(out)) from None
        except OSError:
            return handle  # a file system without locks: the exchange in one step still keeps the site whole
        if _is_at(path, handle):
            return handle
        os.close(handle)


def _is_at(path: Path, handle: int) -> bool:
    try:
        return os.path.samestat(path.lstat(), os.fstat(handle))
    except FileNotFoundError:
        return False
