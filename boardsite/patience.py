"""The second wall behind the bounds on what is read: how much work and memory one thing may take.

A timer of the system interrupts whatever Python code runs, regular expressions included. It counts work, not time
that passes, so that a busy machine does not change a site. Work in C hears no timer: where this process is a worker
(commands/apart.py), the system ends it, and the next worker leaves out what the last one worked on. Where the system
has no such timer (Windows) or the work is not done in the main thread (another day in the preview), only the bounds
hold; memory is counted on Linux.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Protocol

SECONDS = 15
MEGABYTES = 600
MOST = (SECONDS, MEGABYTES)
_AGAIN = 1.0  # should a library swallow the first one
_GRACE = 5.0  # so much later than the timer that Python hears comes the one that ends the process


class OutOfPatience(BaseException):
    """One thing took more than SECONDS or MEGABYTES. Not an Exception: a library that catches those must not go on."""


class Desk(Protocol):
    """Where a worker says what it works on, so that another process knows when the worker is gone."""

    def lay(self, thing: str) -> None: ...


class _Worker:
    """What this process knows of itself as a worker."""

    desk: Desk | None = None
    given_up: frozenset[str] = frozenset()
    stops: int = 0


def stops() -> int:
    """Return how often patience has run out so far: what was made meanwhile is not worth remembering."""
    return _Worker.stops


def work_for(desk: Desk, given_up: frozenset[str]) -> None:
    """From here on this process is a worker: it says at a desk what it works on, and leaves out what was given up."""
    _Worker.desk, _Worker.given_up = desk, given_up


@contextmanager
def limited(thing: str, seconds: float = SECONDS) -> Iterator[None]:
    """Work inside on one thing, named by its path; raise OutOfPatience where that takes too much."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    if thing in _Worker.given_up:
        _Worker.stops += 1
        raise OutOfPatience
    if _Worker.desk:
        _Worker.desk.lay(thing)
        signal.setitimer(signal.ITIMER_VIRTUAL, seconds + _GRACE)
    before = signal.signal(signal.SIGPROF, _stop)
    signal.setitimer(signal.ITIMER_PROF, seconds, _AGAIN)
    try:
        with _room(MEGABYTES):
            yield
    except OutOfPatience:
        _Worker.stops += 1
        raise
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
        if _Worker.desk:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
            _Worker.desk.lay("")


@contextmanager
def _room(megabytes: int) -> Iterator[None]:
    """Let the process grow by so much at most."""
    if sys.platform != "linux":
        yield
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = _bytes_now() + megabytes * 1_000_000
    if soft != resource.RLIM_INFINITY and soft < most:
        most = soft
    resource.setrlimit(resource.RLIMIT_AS, (most, hard))
    try:
        yield
    except MemoryError:
        raise OutOfPatience from None
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def _bytes_now() -> int:
    """Return how much memory the system has promised to this process."""
    file = os.open("/proc/self/statm", os.O_RDONLY)
    try:
        return int(os.read(file, 40).split()[0]) * os.sysconf("SC_PAGESIZE")
    finally:
        os.close(file)


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise OutOfPatience
