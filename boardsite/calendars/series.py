"""The VEVENTs of each UID as series: which copy counts, what changes which date, and what has to go (RFC 5545 3.8.4.4).

Private wins over public, whole over half: a private master withholds all of its dates, and a series one part of which
had to be refused is left out with all its parts.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from zoneinfo import ZoneInfo

from boardsite.calendars.entries import Content, Entry
from boardsite.calendars.events import Extra, Series, Status
from boardsite.calendars.exclusions import excluded, excluded_among
from boardsite.calendars.merging import Merged, Merging, timeless
from boardsite.calendars.originals import Original, key
from boardsite.calendars.overrides import Choice, choose_overrides, latest
from boardsite.calendars.placing import Placing
from boardsite.calendars.values import Point
from boardsite.calendars.whens import when_of
from boardsite.messages import changed_dates as messages
from boardsite.messages import repeats as rule_messages
from boardsite.storage.memory import Memory


def merge(entries: Iterable[Entry], board: ZoneInfo, memory: Memory) -> tuple[Merged, ...]:
    """Return the series of all entries of some files, by UID; the order of the files does not matter."""
    by_uid: dict[str, list[Entry]] = {}
    uids: dict[str, set[str]] = {}
    for entry in sorted(entries, key=lambda e: (e.identity.source.path, e.identity.source.line or 0)):
        by_uid.setdefault(entry.identity.uid, []).append(entry)
        # Any other VEVENT in a file, even a private one, takes its name away.
        uids.setdefault(entry.identity.source.path, set()).add(entry.identity.uid)
    merged = []
    for uid, own in sorted(by_uid.items()):
        paths = dict.fromkeys(entry.identity.source.path for entry in own)
        alone = frozenset(path for path in paths if len(uids[path]) == 1)
        merged.append(memory.of(("series", *paths, uid), _merged, uid, tuple(own), alone, board))
    return tuple(merged)


def _merged(uid: str, entries: tuple[Entry, ...], alone: frozenset[str], board: ZoneInfo) -> Merged:
    merging = Merging(board, alone)
    _merge_uid(merging, uid, list(entries))
    return merging.done()


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
        merging.withheld += entries
        return
    refused = [e for e in masters if e.is_refused]
    if refused and (newest is None or latest(refused).identity.revision > newest):
        merging.leave_out(entries, latest(refused))
        return
    broken = next((e for e in overrides if e.is_refused and e.identity.original is None), None)
    if broken is not None:
        merging.leave_out(entries, broken)
        return
    merging.withheld += private
    merging.refused += len(refused)
    master, doubles = _chosen(merging, usable)
    _make(merging, uid, _cancelled(merging, master, cancellations), overrides)
    for number, double in enumerate(doubles, start=2):
        merging.told.append(
            messages.same_uid_twice(double.identity.uid_at, double.identity.title, f"UID:{uid}", master.identity.uid_at)
        )
        _make(merging, f"{uid}-{number}", double, [])


def _chosen(merging: Merging, usable: list[Entry]) -> tuple[Entry, list[Entry]]:
    """Return the master that counts, and others of the same revision that say something else."""
    newest = latest(usable).identity.revision
    master = next(e for e in usable if e.identity.revision == newest)
    kept = {timeless(master): master}
    for entry in usable:
        if entry is master:
            continue
        twin = kept.get(timeless(entry))
        if twin is not None or entry.identity.revision != newest:
            merging.give_way(entry, twin or master)
        else:
            kept[timeless(entry)] = entry
    return master, list(kept.values())[1:]


def _cancelled(merging: Merging, master: Entry, cancellations: list[Entry]) -> Entry:
    """Return the master as the cancellations of its UID leave it (METHOD:CANCEL, RFC 5546 section 3.2.5)."""
    content = master.content
    assert content is not None
    for entry in cancellations:
        if entry.content is None:
            merging.note_without_content(entry)
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
    placing = Placing.of(starts, content.rule, points, board)
    removed = [o for point in content.removed for o in placing.placed(point)]
    first = starts.within(board)
    choice = choose_overrides(master, overrides, [*removed, *_excluded(content, overrides, placing)], placing)
    _count(merging, master, choice)
    details = content.details
    alone = Placing.of(starts, None, points, board)
    extras = [Extra(placed_at, length) for point, length in content.added for placed_at in alone.placed(point)]
    merging.shown += 1
    series = Series(
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
        accepted=content.accepted,
        uid_at=master.identity.uid_at,
        venue_at=master.identity.venue_at,
        slug_at=master.identity.slug_at,
    )
    _add(merging, series)


def _add(merging: Merging, series: Series) -> None:
    merging.series.append(series)
    dates, are_all = excluded(series)
    if dates and not are_all:
        merging.told.append(rule_messages.exceptions_too_many(series.source, series.details.title, dates[-1]))


def _excluded(content: Content, overrides: list[Entry], placing: Placing) -> list[Original]:
    """Return the changed dates that the rule of exceptions takes out."""
    if content.exception_rule is None:
        return []
    changed = [placing.placed(e.identity.original)[0] for e in overrides if e.identity.original is not None]
    starts = content.starts
    return excluded_among(content.exception_rule, starts.within(placing.board), starts.wall, changed)


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
            messages.override_of_removed_date(
                identity.original_at, identity.title, day, identity.original_line, master.identity.source
            )
        )


def _without_master(merging: Merging, uid: str, overrides: list[Entry]) -> None:
    """Show changed dates whose series is missing as events of their own, each by its original date."""
    by_original: dict[str, list[Entry]] = {}
    for entry in overrides:
        if entry.content is None:
            merging.note_without_content(entry)
        original = entry.identity.original
        by_original.setdefault(mark(original, merging.board), []).append(entry)
    is_told = False
    for name, entries in by_original.items():
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
            merging.told.append(
                messages.override_without_series(identity.original_at, identity.title, identity.original_line)
            )
            is_told = True
        _make(merging, f"{uid}-{name}", newest, [])


def mark(original: Point | None, board: ZoneInfo) -> str:
    """Return what tells the changed dates of a series apart whose master is missing."""
    return f"{key(original.within(board)):%Y%m%dT%H%M%S}" if original else ""
