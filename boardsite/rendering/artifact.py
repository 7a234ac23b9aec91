"""What was made: bytes at an address."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Artifact:
    """The bytes that belong at a site address. `links` are the addresses of this site that they lead to."""

    address: str
    content: bytes
    links: frozenset[str] = frozenset()
