"""A part of a written graph as bytes: an outline in JSON, its length before it, and numbers of 32 bits behind it.

The bytes are the same on every machine: numbers stand with their lowest byte first.
"""

from __future__ import annotations

import json
import sys
from array import array
from typing import Any

_HEAD = 8  # bytes that tell how long the outline is


class Numbers:
    """The numbers behind an outline, taken from the front."""

    def __init__(self, content: bytes | memoryview) -> None:
        self._all = array("I")
        self._all.frombytes(content)
        _little(self._all)
        self._at = 0

    def take(self, count: int) -> array[int]:
        """Return the next so many; raise ValueError where there are not as many left."""
        taken = self._all[self._at : self._at + count]
        if len(taken) != count:
            raise ValueError("too few numbers")
        self._at += count
        return taken


def closed(root: int, outline: list[object], numbers: array[int]) -> bytes:
    """Return a part: which value is the whole, what the part holds, and the numbers of parts of values in it."""
    head = json.dumps([root, outline], separators=(",", ":")).encode("ascii")
    return b"".join((len(head).to_bytes(_HEAD, "little"), head, _little(numbers)))


def opened(part: bytes | memoryview) -> tuple[int, Any, Numbers]:
    """Return what `closed` was given; raise ValueError or TypeError where these are other bytes."""
    end = _HEAD + int.from_bytes(part[:_HEAD], "little")
    root, outline = json.loads(str(part[_HEAD:end], "ascii"))
    return root, outline, Numbers(part[end:])


def _little(numbers: array[int]) -> array[int]:
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
