"""`build`: make the site and publish it, or say what stands in the way."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from boardsite.between_builds import forget_last, keep_for_next, recall_last
from boardsite.commands import nothing_new
from boardsite.commands.progress import progress
from boardsite.dataclass import dataclass
from boardsite.diagnostics import BoardsiteError, Report
from boardsite.messages import freshness, writing
from boardsite.model.entities import Site
from boardsite.pages.freshness import horizon
from boardsite.pipeline import Order, Outcome, build
from boardsite.publishing.decide import decide
from boardsite.publishing.releases import Release, publish
from boardsite.publishing.vanished import known_before, vanished
from boardsite.rendering.artifact import Lost
from boardsite.reporting import write_report, write_text
from boardsite.schema.documents import BOARD
from boardsite.storage.cache import Cache, opened
from boardsite.storage.engine import engine
from boardsite.text import count

CACHE = ".cache"


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """Where to publish, and how strict to be.

    `accepts_gone` names groups ("board" for the board) that may lose over a third of their events; `before` is the
    status.json of the site that is online, where that is not the one in `out`.
    """

    out: Path
    is_strict: bool
    leaves_out_broken: bool
    accepts_gone: tuple[str, ...] = ()
    before: Path | None = None


def run(order: Order, options: BuildOptions, seen: nothing_new.Look) -> int:
    """Build, report and publish; return the exit code. `seen` is what everything looked like before."""
    with opened(order.root / CACHE, engine()) as cache:
        recall_last(order, cache)
        try:
            return _build(order, options, seen, cache)
        except BoardsiteError:
            raise
        except Exception as problem:
            # Lost, or what was taken up is not what a build leaves; a fault of ours shows itself once more.
            if not isinstance(problem, Lost) and not cache.memory.at_first.get("results"):
                raise
            forget_last(order, cache)
            return _build(order, options, seen, cache)


def _build(order: Order, options: BuildOptions, seen: nothing_new.Look, cache: Cache) -> int:
    with progress("Making the site …"):
        outcome = build(order, cache)
    report = _with_vanished(outcome, options)
    decision = decide(
        report,
        has_site=outcome.site is not None,
        leaves_out_broken=options.leaves_out_broken,
        is_strict=options.is_strict,
    )
    if not decision.may_publish:
        write_report(report, sys.stderr, published=False, shows_notices=False, is_strict=options.is_strict)
        return decision.status
    release = publish(outcome.files, options.out, order.root)
    outcome = replace(outcome, files=())  # not to be held any longer
    cache.save()
    keep_for_next(order, cache)
    write_report(report, sys.stderr, published=True, shows_notices=False)
    write_text(_made(outcome, release, options.out), sys.stdout)
    if report == outcome.report:  # what vanished since the last build is news once
        _note(outcome, replace(release, changed=0), options, seen)
    return decision.status


def _note(outcome: Outcome, release: Release, options: BuildOptions, seen: nothing_new.Look) -> None:
    assert outcome.site is not None
    to_err = io.StringIO()
    write_report(outcome.report, to_err, published=True, shows_notices=False)
    said = nothing_new.Said(0, _made(outcome, release, options.out), to_err.getvalue())
    good_until, _ = horizon(outcome.site)
    nothing_new.note(seen, said, outcome.site.clock.moment.timestamp(), good_until.timestamp())


def _with_vanished(outcome: Outcome, options: BuildOptions) -> Report:
    """Return the report, with what is online, or was last published in this place, and this build would not publish."""
    if outcome.site is None:
        return outcome.report
    _refuse_unknown(options.accepts_gone, outcome.site)
    before = known_before(_status_before(options), outcome.private)
    gone = vanished(before, outcome.site, outcome.report.errors, options.accepts_gone)
    return Report.of((*outcome.report.diagnostics, *gone))


def _status_before(options: BuildOptions) -> bytes:
    try:
        return (options.before or options.out / "status.json").read_bytes()
    except OSError as problem:
        if options.before:
            raise freshness.unread(str(options.before), problem.strerror or str(problem)) from problem
        return b""


def _refuse_unknown(names: Iterable[str], site: Site) -> None:
    known = [group.key for group in site.groups]
    for name in names:
        if name not in (*known, BOARD):
            raise writing.group_unknown(name, known)


def _made(outcome: Outcome, release: Release, out: Path) -> str:
    site = outcome.site
    assert site is not None  # nothing is published without one
    page = Path(out, "index.html")
    what = (
        f"{count(len(site.groups), 'group')}, {count(len(site.news), 'news item')}, "
        f"{count(len(site.events), 'event')}, {count(len(site.pages), 'page')}"
    )
    verb = "is" if release.changed == 1 else "are"
    change = f"{release.changed} of {release.files} files {verb} new or changed"
    return (
        f"The site is ready in {out}: {what}.\n{change[0].upper()}{change[1:]}.\n"
        f"To look at it, open {page} in a browser.\n"
    )
