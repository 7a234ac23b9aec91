"""Digests of content: the keys by which results are remembered, and marks that tell nothing."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b, sha256

SIZE = 20


def digest(parts: Iterable[bytes | memoryview]) -> bytes:
    """Return the digest of these parts in their order; parts are kept apart, so ("ab", "c") is not ("a", "bc")."""
    made = blake2b(digest_size=SIZE)
    for part in parts:
        made.update(len(part).to_bytes(8, "big"))
        made.update(part)
    return made.digest()


def short_mark(text: str) -> str:
    """Return a short mark of a text, from which the text cannot be told."""
    return sha256(text.encode()).hexdigest()[:12]
