"""`build`: make the site and publish it, or say what stands in the way."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from boardsite.pipeline import Order, Outcome, build
from boardsite.publishing.decide import decide
from boardsite.publishing.releases import Release, publish
from boardsite.reporting import write_report, write_text
from boardsite.text import count


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """Where to publish, and how strict to be."""

    out: Path
    is_strict: bool
    leaves_out_broken: bool


def run(order: Order, options: BuildOptions) -> int:
    """Build, report and publish; return the exit code."""
    outcome = build(order)
    decision = decide(
        outcome.report,
        has_site=outcome.site is not None,
        leaves_out_broken=options.leaves_out_broken,
        is_strict=options.is_strict,
    )
    if not decision.may_publish:
        write_report(outcome.report, sys.stderr, published=False, shows_notices=False)
        return decision.status
    release = publish(outcome.files, options.out, order.root)
    write_report(outcome.report, sys.stderr, published=True, shows_notices=False)
    write_text(_made(outcome, release, options.out), sys.stdout)
    return decision.status


def _made(outcome: Outcome, release: Release, out: Path) -> str:
    site = outcome.site
    assert site is not None  # nothing is published without one
    page = Path(out, "index.html")
    what = (
        f"{count(len(site.groups), 'group')}, {count(len(site.news), 'news item')}, "
        f"{count(len(site.events), 'event')}, {count(len(site.pages), 'page')}"
    )
    change = f"{release.changed} of {release.files} files are new or changed"
    return (
        f"The site is ready in {out}: {what}.\n{change[0].upper()}{change[1:]}.\n"
        f"To look at it, open {page} in a browser.\n"
    )
