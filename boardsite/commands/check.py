"""`check`: say what a build would say and what a careful reader would add, and write nothing."""

from __future__ import annotations

import sys

from boardsite.commands.progress import progress
from boardsite.diagnostics import Report
from boardsite.machine_reports import as_annotations, as_json
from boardsite.pipeline import Order, Outcome, build_from, read_sources
from boardsite.publishing.decide import decide
from boardsite.reporting import write_report, write_text
from boardsite.reviewing.review import review
from boardsite.reviewing.subjects import subjects
from boardsite.schema.documents import sort_tree


def examine(order: Order) -> Outcome:
    """Return what a build would find, and what a careful reader would say of the texts."""
    sources, told = read_sources(order.root)
    outcome = build_from(sources, order, told)
    tree, _ = sort_tree(sources)
    events = outcome.site.events if outcome.site else ()
    said = review(subjects(tree, events))
    return Outcome(outcome.files, outcome.site, Report.of((*outcome.report.diagnostics, *said)))


def run(order: Order, *, is_strict: bool, form: str) -> int:
    """Report on the content as text, json or github annotations; return the exit code of a build."""
    with progress("Looking at everything …"):
        outcome = examine(order)
    has_site = outcome.site is not None
    decision = decide(outcome.report, has_site=has_site, leaves_out_broken=False, is_strict=is_strict)
    if form == "json":
        write_text(as_json(outcome.report), sys.stdout)
    elif form == "github":
        write_text(as_annotations(outcome.report), sys.stdout)
    else:
        write_report(outcome.report, sys.stdout, published=decision.may_publish, is_strict=is_strict)
        if not outcome.report.diagnostics:
            write_text("Everything is in order.\n", sys.stdout)
    return decision.status
