"""Which VEVENT changes which date of a series, when several files and copies have a say (RECURRENCE-ID)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field, replace
from datetime import date
from zoneinfo import ZoneInfo

from boardsite.calendars.details import UNTITLED
from boardsite.calendars.entries import Content, Entry
from boardsite.calendars.events import Booking, Details, Override
from boardsite.calendars.originals import Original, key
from boardsite.calendars.placing import Placing
from boardsite.clock import short_date
from boardsite.dataclass import dataclass


@dataclass(slots=True)
class Choice:
    """The overrides of one series: those in use, and what became of the others."""

    kept: list[Override] = field(default_factory=list)
    hidden: list[Original] = field(default_factory=list)
    older: list[tuple[Entry, Entry]] = field(default_factory=list)
    of_removed: list[tuple[Entry, str]] = field(default_factory=list)
    withheld: list[Entry] = field(default_factory=list)
    refused: int = 0


def latest(entries: Iterable[Entry]) -> Entry:
    """Return the newest copy; of equals, the first in the order of files."""
    return max(entries, key=lambda entry: entry.identity.revision)


def choose_overrides(
    master: Entry, overrides: Iterable[Entry], removed: Iterable[Original], placing: Placing
) -> Choice:
    """Return the overrides of a master. Each names its original; a removed date stays removed."""
    content = master.content
    assert content is not None
    choice = Choice()
    gone = {key(original) for original in removed}
    by_original: dict[date, tuple[Original, list[Entry]]] = {}
    for entry in overrides:
        if entry.identity.original is None:  # which date it changes cannot be read; that has been told
            choice.withheld += [entry] if entry.identity.is_private else []
            choice.refused += entry.is_refused
            continue
        original = placing.placed(entry.identity.original)[0]
        by_original.setdefault(key(original), (original, []))[1].append(entry)
    for original, entries in by_original.values():
        _choose(choice, content, original, entries, is_removed=key(original) in gone, board=placing.board)
    return choice


def _choose(
    choice: Choice, master: Content, original: Original, entries: list[Entry], *, is_removed: bool, board: ZoneInfo
) -> None:
    """Decide about one date. A private or broken newest copy hides the date: an older one would be wrong."""
    usable = [entry for entry in entries if entry.content is not None]
    choice.withheld += (entry for entry in entries if entry.identity.is_private)
    choice.refused += sum(entry.is_refused for entry in entries)
    newest = latest(entries)
    is_hidden = newest.content is None or any(
        entry.content is None and entry.identity.revision == newest.identity.revision for entry in entries
    )
    if is_hidden:
        choice.hidden.append(original)
        choice.older += ((entry, newest) for entry in usable)
        return
    if is_removed:
        choice.of_removed += ((entry, short_date(original)) for entry in usable)
        return
    cancelled = [e for e in usable if e.identity.is_cancellation and e.identity.revision == newest.identity.revision]
    chosen = cancelled[0] if cancelled else newest
    choice.older += ((entry, chosen) for entry in usable if entry is not chosen)
    choice.kept.append(_override(master, chosen, original, board))


def _override(master: Content, entry: Entry, original: Original, board: ZoneInfo) -> Override:
    content = entry.content
    assert content is not None
    return Override(
        original=original,
        starts=content.starts.within(board),
        length=content.length,
        details=_inherited(content.details, master.details),
        goes_on=content.goes_on,
        source=entry.identity.source,
        original_at=entry.identity.original_at,
        original_line=entry.identity.original_line,
    )


def _inherited(own: Details, series: Details) -> Details:
    """Return the details of a changed date. Calendar programs write it whole, but for what only we know of: title,
    audience, kind and booking stay as its series has them where it is silent.
    """
    says_booking = own.booking is not Booking.UNSAID
    return replace(
        own,
        title=series.title if own.title == UNTITLED else own.title,
        audience=own.audience or series.audience,
        kind=own.kind or series.kind,
        booking=own.booking if says_booking else series.booking,
        booking_target=own.booking_target if says_booking else series.booking_target,
    )
