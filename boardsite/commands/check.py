"""`check`: say what a build would say, and write nothing."""

from __future__ import annotations

import sys

from boardsite.pipeline import Order, build
from boardsite.publishing.decide import decide
from boardsite.reporting import write_report


def run(order: Order, *, is_strict: bool) -> int:
    """Report on the content; return the exit code of a build."""
    outcome = build(order)
    has_site = outcome.site is not None
    decision = decide(outcome.report, has_site=has_site, leaves_out_broken=False, is_strict=is_strict)
    write_report(outcome.report, sys.stdout, published=decision.may_publish)
    if not outcome.report.diagnostics:
        sys.stdout.write("Everything is in order.\n")
    return decision.status
