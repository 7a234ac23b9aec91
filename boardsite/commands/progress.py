"""A line on the terminal for what takes more than a second, and nothing at all in a pipe."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TextIO

PATIENCE = 1.0


@contextmanager
def progress(words: str, stream: TextIO | None = None) -> Iterator[None]:
    """Show the words and the seconds that have gone by while the inner block takes long, then take the line away."""
    terminal = sys.stderr if stream is None else stream
    if not terminal.isatty():
        yield
        return
    done = threading.Event()
    ticker = threading.Thread(target=_tick, args=(words, terminal, done), daemon=True)
    ticker.start()
    try:
        yield
    finally:
        done.set()
        ticker.join()


def _tick(words: str, terminal: TextIO, done: threading.Event) -> None:
    begun = time.monotonic()
    with suppress(OSError, ValueError):  # a terminal that has gone away is no reason to stop
        while not done.wait(PATIENCE):
            terminal.write(f"\r{words} {time.monotonic() - begun:.0f} s")
            terminal.flush()
        if time.monotonic() - begun >= PATIENCE:
            terminal.write("\r" + " " * (len(words) + 12) + "\r")
            terminal.flush()
