"""`fetch`: copy the published calendars of the groups into their folders. The only command that uses the network."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

from boardsite.calendars.feed_copy import facts_of
from boardsite.clock import BuildClock
from boardsite.dataclass import dataclass
from boardsite.diagnostics import Diagnostic, Location, Report
from boardsite.fetching import copies
from boardsite.fetching.download import download
from boardsite.fetching.internet import Internet
from boardsite.fetching.troubles import Unfetched
from boardsite.fetching.update import Update, updated
from boardsite.fetching.wanted import Wanted, wanted
from boardsite.machine_reports import as_annotations, as_json
from boardsite.messages import fetching as messages
from boardsite.messages import site as site_messages
from boardsite.model.board import CALENDAR_PATIENCE
from boardsite.model.feeds import is_due
from boardsite.pipeline import DEFAULT_ZONE, Order
from boardsite.reading.sources import read_tree
from boardsite.reporting import write_findings, write_text
from boardsite.schema.documents import Tree, sort_tree


@dataclass(frozen=True, slots=True)
class FetchOptions:
    """`accepts` names calendars ("south/outlook") that may lose most of their events."""

    is_dry: bool = False
    accepts: tuple[str, ...] = ()
    form: str = "text"


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came of a fetch: its findings, a line for each file that changed, and how the calendars are."""

    report: Report
    lines: tuple[str, ...]
    calendars: int
    renewed: int
    waiting: int
    is_overdue: bool


def run(order: Order, options: FetchOptions, internet: Internet | None = None) -> int:
    """Fetch, keep and report; return 1 where somebody must see to a calendar, else 0.

    A calendar that could not be reached for a day or two is no reason for alarm: its last good copy stays.
    """
    done = fetch(order, options, internet or Internet())
    _tell(done, options.form)
    return 1 if done.report.errors or done.is_overdue else 0


def fetch(order: Order, options: FetchOptions, world: Internet) -> Fetched:
    """Fetch every listed calendar and keep its copy."""
    sources, _ = read_tree(order.root)
    tree, told = sort_tree(sources)
    listed, doubles = wanted(tree.group_pages)
    findings = [*_gaps(tree), *doubles, *(each for each in told if each.is_error and _is_ours(each.where.path))]
    _check_accepted(options.accepts, listed)
    clock, patience = _settings(tree, order)
    before = {source.path: source.content for source in tree.calendars}
    lines, renewed, waiting, is_overdue = [], 0, 0, False
    for each in listed:
        old, accepts = before.get(each.path), each.full_name in options.accepts
        update = updated(each, old, _answer(each, world), clock, accepts=accepts)
        findings += update.told
        waiting += update.is_waiting
        is_overdue |= _is_overdue(update, clock, patience)
        if update.content != old:
            renewed += not update.is_waiting
            lines.append(_kept(each, update, order.root, is_dry=options.is_dry))
    return Fetched(Report.of(findings), tuple(lines), len(listed), renewed, waiting, is_overdue)


def _kept(each: Wanted, update: Update, root: Path, *, is_dry: bool) -> str:
    """Write a copy, and return the line about it."""
    if not is_dry:
        copies.keep(root, each.path, update.content)
    if update.is_waiting:
        return messages.trouble_noted(each.path, dry_run=is_dry)
    return messages.changed(each.path, update.events, dry_run=is_dry)


def _gaps(tree: Tree) -> Iterator[Diagnostic]:
    """Yield why there may be nothing to fetch where there should be something: a folder of which parts are missing."""
    if tree.site is None and "content/site.yaml" not in tree.broken:
        yield site_messages.no_site_settings(Location("content/site.yaml"))
    if not tree.groups:
        yield site_messages.no_groups(Location("lscgs"))


def _is_ours(path: str) -> bool:
    """Say whether a file has something to do with fetching: a group whose page is broken lists no calendars."""
    return path == "content/site.yaml" or (path.startswith("lscgs/") and path.endswith("/index.md"))


def _settings(tree: Tree, order: Order) -> tuple[BuildClock, int]:
    values = tree.site.values if tree.site else None
    zone = ZoneInfo((values.text("time_zone") if values else "") or DEFAULT_ZONE)
    patience = values.number("calendar_patience") if values else None
    return BuildClock(order.moment, zone), patience or CALENDAR_PATIENCE


def _check_accepted(names: Iterable[str], listed: tuple[Wanted, ...]) -> None:
    known = [each.full_name for each in listed]
    for name in names:
        if name not in known:
            raise messages.unknown_calendar(name, known)


def _answer(each: Wanted, world: Internet) -> bytes | Unfetched:
    try:
        return download(each.address, world)
    except Unfetched as problem:
        return problem


def _is_overdue(update: Update, clock: BuildClock, patience: int) -> bool:
    facts = facts_of(update.content) if update.is_waiting else None
    return facts is not None and facts.since is not None and is_due(facts.since, clock.today, patience)


def _tell(done: Fetched, form: str) -> None:
    if form == "json":
        write_text(as_json(done.report), sys.stdout)
        return
    if form == "github":
        write_text(as_annotations(done.report), sys.stdout)
    else:
        write_findings(done.report, sys.stdout)
    lines = [*done.lines, messages.summary(done.calendars, done.renewed, done.waiting)]
    write_text("\n".join(lines) + "\n", sys.stdout)
