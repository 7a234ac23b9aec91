"""Things without the places where they were written, so that a line moved up in a file is no change of what it says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass

from boardsite.diagnostics import Location

# When somebody saved it, not what it says; and how it is filed.
_PASSED_OVER = frozenset({"stamp", "sequence", "created", "path", "is_alone_in_file"})

Bare = object


def bare(value: object) -> Bare:
    """Return a value that is equal for things that say the same; a new field of an entity counts by itself."""
    if isinstance(value, Location):
        return None
    if is_dataclass(value) and not isinstance(value, type):
        return tuple(
            (field.name, bare(getattr(value, field.name))) for field in fields(value) if field.name not in _PASSED_OVER
        )
    if isinstance(value, tuple):
        return tuple(bare(item) for item in value)
    if isinstance(value, Mapping):
        return tuple((key, bare(item)) for key, item in value.items())
    return value


def same(one: object, other: object) -> bool:
    """Whether two things say the same."""
    return bare(one) == bare(other)
