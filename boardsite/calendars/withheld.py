"""What a calendar withholds because it is private."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from boardsite.calendars.events import FileMention
from boardsite.calendars.originals import Original
from boardsite.calendars.values import Point
from boardsite.dataclass import dataclass

if TYPE_CHECKING:
    from boardsite.calendars.entries import Entry  # builds from memory read no entry, and need not load it


@dataclass(frozen=True, slots=True)
class Withheld:
    """A VEVENT that is not to be seen: a whole series, or with `original` one date of it; and the files it names."""

    uid: str
    original: Point | None = None
    starts: Original | None = None
    files: tuple[FileMention, ...] = ()

    @classmethod
    def of(cls, entry: Entry, board: ZoneInfo) -> Withheld:
        content, identity = entry.content, entry.identity
        starts = content.starts if content else entry.starts
        files = content.details.files if content else entry.files
        return cls(identity.uid, identity.original, starts.within(board) if starts else None, files)
