"""`check`: say what a build would say, and write nothing."""

from __future__ import annotations

import sys

from boardsite.machine_reports import as_annotations, as_json
from boardsite.pipeline import Order, build
from boardsite.publishing.decide import decide
from boardsite.reporting import write_report


def run(order: Order, *, is_strict: bool, form: str) -> int:
    """Report on the content as text, json or github annotations; return the exit code of a build."""
    outcome = build(order)
    has_site = outcome.site is not None
    decision = decide(outcome.report, has_site=has_site, leaves_out_broken=False, is_strict=is_strict)
    if form == "json":
        sys.stdout.write(as_json(outcome.report))
    elif form == "github":
        sys.stdout.write(as_annotations(outcome.report))
    else:
        write_report(outcome.report, sys.stdout, published=decision.may_publish)
        if not outcome.report.diagnostics:
            sys.stdout.write("Everything is in order.\n")
    return decision.status
