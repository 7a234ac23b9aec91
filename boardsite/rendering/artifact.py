"""What was made: bytes at an address."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field
from hashlib import sha256

from boardsite.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Stored:
    """Bytes that are not in memory: how many they are, their SHA-256 in hex, and how to come by them.

    `read` raises `Lost` where they are not to be had any more.
    """

    size: int
    digest: str
    read: Callable[[], bytes] = field(compare=False, repr=False)


class Lost(Exception):  # noqa: N818 - said of the bytes
    """What was made by an earlier build is not there any more, and has to be made anew."""


@dataclass(frozen=True, slots=True)
class Artifact:
    """The bytes that belong at a site address. `links` are the addresses of this site that they lead to, sorted."""

    address: str
    held: bytes | Stored
    links: tuple[str, ...] = ()

    @property
    def content(self) -> bytes:
        return self.held.read() if isinstance(self.held, Stored) else self.held

    @property
    def size(self) -> int:
        """The number of bytes."""
        return self.held.size if isinstance(self.held, Stored) else len(self.held)

    @property
    def digest(self) -> str:
        """The SHA-256 of the bytes, in hex."""
        return self.held.digest if isinstance(self.held, Stored) else sha256(self.held).hexdigest()
