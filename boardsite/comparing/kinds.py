"""One change: what was done to which thing, and where it helps, from what to what."""

from __future__ import annotations

from enum import StrEnum

from boardsite.dataclass import dataclass


class Verb(StrEnum):
    """What was done, in the order of the report."""

    ADDS = "adds"
    MOVES = "moves"
    CANCELS = "cancels"
    POSTPONES = "postpones"
    BRINGS_BACK = "brings back"
    EDITS = "edits"
    REMOVES = "removes"


@dataclass(frozen=True, slots=True)
class Change:
    """`name` is what an editor calls the thing; `before` and `after` are days and times in words, or "".

    `old_name` is what it was called, where that is another name. `is_date` says that it is one date of a series.
    """

    verb: Verb
    name: str
    before: str = ""
    after: str = ""
    old_name: str = ""
    is_date: bool = False
