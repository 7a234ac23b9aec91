"""What becomes of the VEVENTs of a UID: the series that are made of them, and which of them count for what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import field, replace
from zoneinfo import ZoneInfo

from boardsite.calendars.entries import Content, Entry
from boardsite.calendars.events import LONG_AGO, Series
from boardsite.dataclass import dataclass
from boardsite.diagnostics import Diagnostic, Diagnostics
from boardsite.messages import changed_dates as messages


@dataclass(frozen=True, slots=True)
class Merged:
    """The series of a UID, of which there is one as a rule, and what is to be told.

    `shown`, `superseded` and `refused` count its VEVENTs, as in the Ledger; `withheld` are those that are private.
    """

    series: tuple[Series, ...]
    told: Diagnostics
    shown: int
    withheld: tuple[Entry, ...]
    superseded: int
    refused: int


@dataclass(slots=True)
class Merging:
    """What was made of the entries of a UID so far. `alone` are the files that hold nothing else."""

    board: ZoneInfo
    alone: frozenset[str]
    series: list[Series] = field(default_factory=list)
    told: list[Diagnostic] = field(default_factory=list)
    shown: int = 0
    withheld: list[Entry] = field(default_factory=list)
    superseded: int = 0
    refused: int = 0

    def give_way(self, old: Entry, new: Entry) -> None:
        """Count a copy that another one replaces, and say so."""
        self.superseded += 1
        message = messages.same_copy if _is_same(old, new) else messages.older_copy
        self.told.append(message(old.identity.source, old.identity.title, new.identity.source))

    def note_without_content(self, entry: Entry) -> None:
        """Count an entry that is private or had to be refused."""
        if entry.identity.is_private:
            self.withheld.append(entry)
        else:
            self.refused += 1

    def leave_out(self, entries: Iterable[Entry], because: Entry) -> None:
        """Count entries that fall with another one of their UID."""
        for entry in entries:
            if entry.identity.is_private:
                self.withheld.append(entry)
                continue
            self.refused += 1
            if not entry.is_refused:
                identity = entry.identity
                self.told.append(
                    messages.left_out_with_series(identity.source, identity.title, because.identity.source)
                )

    def done(self) -> Merged:
        """Return all of it. A file of one series lends it its name."""
        made = Counter(series.path for series in self.series)
        series = (replace(s, is_alone_in_file=s.path in self.alone and made[s.path] == 1) for s in self.series)
        return Merged(
            tuple(series), tuple(self.told), self.shown, tuple(self.withheld), self.superseded, self.refused
        )


def timeless(entry: Entry) -> Content | None:
    """Return what an entry shows, whenever it was saved; None where it shows nothing."""
    content = entry.content
    if content is None:
        return None
    details = content.details
    return replace(content, details=replace(details, stamp=LONG_AGO, sequence=0, created=None))


def _is_same(one: Entry, other: Entry) -> bool:
    """Say whether two copies show the same, whenever they were saved."""
    return one.content is not None and timeless(one) == timeless(other)
