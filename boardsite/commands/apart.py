"""A command's work in a process of its own, which the system may end without ending the command.

The work goes on in the child, to the end of the program; the parent waits. A child that is ended while it works on
one thing (patience.py) is followed by another one, which leaves that thing out and tells it.
"""

from __future__ import annotations

import ctypes
import mmap
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress

from boardsite import patience
from boardsite.messages import publishing as messages

MOST = 20  # things that are given up; then something else is wrong
# What ends a process that works in C: the timer, memory that is refused, a fault in a library.
_FAULTS = {signal.SIGVTALRM, signal.SIGABRT, signal.SIGSEGV, signal.SIGBUS, signal.SIGILL, signal.SIGFPE}
_PATH_BYTES = 4_096
_DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG of prctl(2)


class Desk:
    """Memory that parent and children share, with the path of what is being worked on."""

    def __init__(self) -> None:
        self._shared = mmap.mmap(-1, _PATH_BYTES)

    def lay(self, thing: str) -> None:
        self._shared[:] = thing.encode("utf-8", "surrogateescape")[:_PATH_BYTES].ljust(_PATH_BYTES, b"\0")

    def read(self) -> str:
        return self._shared[:].rstrip(b"\0").decode("utf-8", "surrogateescape")


def run(work: Callable[[], int]) -> int:
    """Return what the work returns: in a child its own result, in the parent the exit code of the last child.

    Systems other than Linux have no workers that end with their command; there the work is done here.
    """
    if sys.platform != "linux":
        return work()
    desk = Desk()
    given_up: list[str] = []
    while True:
        parent = os.getpid()
        child = os.fork()
        if child == 0:
            _end_with(parent)
            patience.work_for(desk, frozenset(given_up))
            return work()
        code = _wait(child)
        if code >= 0:
            return code
        thing = desk.read()
        if -code not in _FAULTS or not thing or thing in given_up or len(given_up) >= MOST:
            raise messages.worker_gone(signal.Signals(-code).name)
        given_up.append(thing)
        desk.lay("")


def _end_with(parent: int) -> None:
    """Nobody may publish for a command that is gone."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, int(signal.SIGKILL))
    if os.getppid() != parent:
        os._exit(3)


def _wait(child: int) -> int:
    """Return the exit code of a child, or less than 0 where a signal ended it. Ctrl-C reaches the child by itself."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    finally:
        signal.signal(signal.SIGINT, before)


