"""`check`: say what a build would say, and write nothing."""

from __future__ import annotations

import sys

from boardsite.machine_reports import as_annotations, as_json
from boardsite.pipeline import Order, build
from boardsite.publishing.decide import decide
from boardsite.reporting import write_report, write_text


def run(order: Order, *, is_strict: bool, form: str) -> int:
    """Report on the content as text, json or github annotations; return the exit code of a build."""
    outcome = build(order)
    has_site = outcome.site is not None
    decision = decide(outcome.report, has_site=has_site, leaves_out_broken=False, is_strict=is_strict)
    if form == "json":
        write_text(as_json(outcome.report), sys.stdout)
    elif form == "github":
        write_text(as_annotations(outcome.report), sys.stdout)
    else:
        write_report(outcome.report, sys.stdout, published=decision.may_publish)
        if not outcome.report.diagnostics:
            write_text("Everything is in order.\n", sys.stdout)
    return decision.status
