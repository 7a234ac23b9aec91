"""One VEVENT as it was read, before the VEVENTs of a UID come together (RFC 5545 section 3.6.1).

Types only. An entry without content still counts: private ones withhold their date, refused ones their series.
"""

from __future__ import annotations

from datetime import datetime

from boardsite.calendars.events import Details, FileMention, Length
from boardsite.calendars.rules import Rule
from boardsite.calendars.values import Point
from boardsite.dataclass import dataclass
from boardsite.diagnostics import Diagnostic, Location


class Refusal(Exception):  # noqa: N818 - the event is refused, nothing went wrong
    """This VEVENT cannot be used, and why. Never leaves the reader."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.code)
        self.diagnostic = diagnostic


@dataclass(frozen=True, slots=True)
class Identity:
    """Which VEVENT this is. `original` is its RECURRENCE-ID, None also where an override's cannot be read.

    `source` is where it begins; the other places are those of single lines, or where it begins if there is no such.
    """

    uid: str
    title: str
    source: Location
    is_override: bool
    original: Point | None
    is_private: bool
    is_cancellation: bool
    sequence: int
    stamp: datetime
    uid_at: Location
    original_at: Location
    original_line: str
    venue_at: Location
    slug_at: Location

    @property
    def revision(self) -> tuple[int, datetime]:
        """Order copies of one VEVENT, the newest last."""
        return (self.sequence, self.stamp)


@dataclass(frozen=True, slots=True)
class Content:
    """What a usable VEVENT says."""

    starts: Point
    length: Length
    details: Details
    rule: Rule | None
    exception_rule: Rule | None
    added: tuple[tuple[Point, Length | None], ...]
    removed: tuple[Point, ...]
    goes_on: bool
    x_slug: str
    accepted: frozenset[str]


@dataclass(frozen=True, slots=True)
class Entry:
    """A VEVENT: who it is, and what it says unless it is private or had to be refused.

    Of a private one we know when it begins and the files that it names, to take them away elsewhere, too.
    """

    identity: Identity
    content: Content | None
    starts: Point | None = None
    files: tuple[FileMention, ...] = ()

    @property
    def is_refused(self) -> bool:
        return self.content is None and not self.identity.is_private
