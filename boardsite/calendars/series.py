"""The VEVENTs of each UID as series: which copy counts, what changes which date, and what has to go (RFC 5545 3.8.4.4).

Private wins over public, whole over half: a private master withholds all of its dates, and a series one part of which
had to be refused is left out with all its parts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from zoneinfo import ZoneInfo

from boardsite.calendars.entries import Content, Entry
from boardsite.calendars.events import LONG_AGO, Extra, Series, Status
from boardsite.calendars.originals import key, placed
from boardsite.calendars.overrides import Choice, choose_overrides, latest
from boardsite.calendars.values import Point
from boardsite.calendars.whens import when_of
from boardsite.diagnostics import Diagnostic
from boardsite.messages import events as messages


@dataclass(slots=True)
class Merging:
    """The series of some entries, what became of each entry, and what is to be told."""

    board: ZoneInfo
    series: list[Series] = field(default_factory=list)
    told: list[Diagnostic] = field(default_factory=list)
    shown: int = 0
    withheld: int = 0
    superseded: int = 0
    refused: int = 0

    def give_way(self, old: Entry, new: Entry) -> None:
        """Count a copy that another one replaces, and say so."""
        self.superseded += 1
        message = messages.same_copy if _is_same(old, new) else messages.older_copy
        self.told.append(message(old.identity.source, old.identity.title, new.identity.source))

    def leave_out(self, entries: Iterable[Entry], because: Entry) -> None:
        """Count entries that fall with another one of their UID."""
        for entry in entries:
            if entry.identity.is_private:
                self.withheld += 1
                continue
            self.refused += 1
            if not entry.is_refused:
                identity = entry.identity
                self.told.append(
                    messages.left_out_with_series(identity.source, identity.title, because.identity.source)
                )


def merge(entries: Iterable[Entry], board: ZoneInfo) -> Merging:
    """Return the series of all entries of some files; their order does not matter."""
    merging = Merging(board)
    by_uid: dict[str, list[Entry]] = {}
    for entry in sorted(entries, key=lambda e: (e.identity.source.path, e.identity.source.line or 0)):
        by_uid.setdefault(entry.identity.uid, []).append(entry)
    for uid in sorted(by_uid):
        _merge_uid(merging, uid, by_uid[uid])
    _mark_alone(merging, by_uid)
    return merging


def _merge_uid(merging: Merging, uid: str, entries: list[Entry]) -> None:
    masters = [e for e in entries if not e.identity.is_override]
    overrides = [e for e in entries if e.identity.is_override]
    plain = [e for e in masters if not e.identity.is_cancellation]
    cancellations = [e for e in masters if e.identity.is_cancellation] if plain else []
    masters = plain or masters
    if not masters:
        _without_master(merging, uid, overrides)
        return
    usable = [e for e in masters if e.content is not None]
    newest = latest(usable).identity.revision if usable else None
    private = [e for e in masters if e.identity.is_private]
    if private and (newest is None or latest(private).identity.revision >= newest):
        merging.withheld += len(entries)
        return
    refused = [e for e in masters if e.is_refused]
    if refused and (newest is None or latest(refused).identity.revision > newest):
        merging.leave_out(entries, latest(refused))
        return
    broken = next((e for e in overrides if e.is_refused and e.identity.original is None), None)
    if broken is not None:
        merging.leave_out(entries, broken)
        return
    merging.withheld += len(private)
    merging.refused += len(refused)
    master, doubles = _chosen(merging, usable)
    _make(merging, uid, _cancelled(merging, master, cancellations), overrides)
    for number, double in enumerate(doubles, start=2):
        merging.told.append(
            messages.same_uid_twice(double.identity.source, double.identity.title, uid, master.identity.source)
        )
        _make(merging, f"{uid}-{number}", double, [])


def _chosen(merging: Merging, usable: list[Entry]) -> tuple[Entry, list[Entry]]:
    """Return the master that counts, and others of the same revision that say something else."""
    newest = latest(usable).identity.revision
    master = next(e for e in usable if e.identity.revision == newest)
    doubles: list[Entry] = []
    for entry in usable:
        if entry is master:
            continue
        twin = next((kept for kept in (master, *doubles) if _is_same(entry, kept)), None)
        if twin is not None or entry.identity.revision != newest:
            merging.give_way(entry, twin or master)
        else:
            doubles.append(entry)
    return master, doubles


def _cancelled(merging: Merging, master: Entry, cancellations: list[Entry]) -> Entry:
    """Return the master as the cancellations of its UID leave it (METHOD:CANCEL, RFC 5546 section 3.2.5)."""
    content = master.content
    assert content is not None
    for entry in cancellations:
        if entry.content is None:
            merging.withheld += entry.identity.is_private
            merging.refused += entry.is_refused
            continue
        if entry.identity.sequence < content.details.sequence:
            merging.give_way(entry, master)
            continue
        merging.shown += 1
        details = replace(content.details, status=Status.CANCELLED, sequence=entry.identity.sequence)
        content = replace(content, details=details)
    return Entry(master.identity, content)


def _make(merging: Merging, uid: str, master: Entry, overrides: list[Entry]) -> None:
    content = master.content
    assert content is not None
    board, starts = merging.board, content.starts
    points = [point for point, _ in content.added]
    removed = [o for point in content.removed for o in placed(point, starts, content.rule, points, board)]
    choice = choose_overrides(master, overrides, removed, board)
    _count(merging, master, choice)
    first = starts.within(board)
    details = content.details
    extras = [
        Extra(placed_at, length)
        for point, length in content.added
        for placed_at in placed(point, starts, None, points, board)
    ]
    merging.shown += 1
    merging.series.append(
        Series(
            uid=uid,
            source=master.identity.source,
            path=master.identity.source.path,
            is_alone_in_file=False,
            details=details,
            when=when_of(first, content.length, board, is_time_open=details.is_time_to_be_confirmed),
            starts=first,
            wall=starts.wall,
            length=content.length,
            rule=content.rule,
            exception_rule=content.exception_rule,
            extras=tuple({key(extra.starts): extra for extra in extras}.values()),
            removed=tuple({key(o): o for o in (*removed, *choice.hidden)}.values()),
            overrides=tuple(sorted(choice.kept, key=lambda o: key(o.original))),
            x_slug=content.x_slug,
        )
    )


def _count(merging: Merging, master: Entry, choice: Choice) -> None:
    merging.shown += len(choice.kept)
    merging.withheld += choice.withheld
    merging.refused += choice.refused
    for old, new in choice.older:
        merging.give_way(old, new)
    for entry, day in choice.of_removed:
        merging.superseded += 1
        identity = entry.identity
        merging.told.append(
            messages.override_of_removed_date(identity.source, identity.title, day, master.identity.source)
        )


def _without_master(merging: Merging, uid: str, overrides: list[Entry]) -> None:
    """Show changed dates whose series is missing as events of their own, each by its original date."""
    by_original: dict[str, list[Entry]] = {}
    for entry in overrides:
        if entry.content is None:
            merging.withheld += entry.identity.is_private
            merging.refused += entry.is_refused
        original = entry.identity.original
        by_original.setdefault(_mark(original, merging.board), []).append(entry)
    is_told = False
    for mark, entries in by_original.items():
        usable = [entry for entry in entries if entry.content is not None]
        newest = latest(entries)
        if newest.content is None:
            for entry in usable:
                merging.give_way(entry, newest)
            continue
        for entry in usable:
            if entry is not newest:
                merging.give_way(entry, newest)
        if not is_told:
            identity = newest.identity
            merging.told.append(messages.override_without_series(identity.source, identity.title))
            is_told = True
        _make(merging, f"{uid}-{mark}", newest, [])


def _mark(original: Point | None, board: ZoneInfo) -> str:
    return f"{key(original.within(board)):%Y%m%dT%H%M%S}" if original else ""


def _mark_alone(merging: Merging, by_uid: dict[str, list[Entry]]) -> None:
    """A file of one series lends it its name; any other VEVENT in the file, even a private one, takes that away."""
    uids: dict[str, set[str]] = {}
    for uid, entries in by_uid.items():
        for entry in entries:
            uids.setdefault(entry.identity.source.path, set()).add(uid)
    made = Counter(series.path for series in merging.series)
    merging.series = [
        replace(series, is_alone_in_file=len(uids[series.path]) == 1 and made[series.path] == 1)
        for series in merging.series
    ]


def _is_same(one: Entry, other: Entry) -> bool:
    """Say whether two copies show the same, whenever they were saved."""
    if one.content is None or other.content is None:
        return False
    return _timeless(one.content) == _timeless(other.content)


def _timeless(content: Content) -> Content:
    details = content.details
    return replace(content, details=replace(details, stamp=LONG_AGO, sequence=0, created=None))
