"""One build at a time for each output folder, by a lock that dies with its process and leaves no file behind."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from boardsite.messages import publishing as messages

if sys.platform != "win32":
    import fcntl


@contextmanager
def held(out: Path) -> Iterator[None]:
    """Hold the lock of an output folder, or raise when another build holds it.

    The folder above is locked, not a file: nothing is left lying about, and the system lets go when we are killed.
    Windows cannot lock folders; there the rename of a folder in use is refused by the system itself.
    """
    if sys.platform == "win32":
        yield
        return
    handle = os.open(out.parent, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise messages.out_in_use(str(out)) from None
        except OSError:
            pass  # a file system without locks: the exchange in one step still keeps the site whole
        yield
    finally:
        os.close(handle)
