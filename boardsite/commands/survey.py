"""The site as a model, without its pages: enough to say what is wrong with a file, in a fraction of the time."""

from __future__ import annotations

from collections.abc import Iterable

from boardsite.diagnostics import Diagnostics, Report
from boardsite.pipeline import Order, Outcome, build_from
from boardsite.reading.sources import SourceFile

_NO_PAGES = "theme.missing"


def survey(sources: Iterable[SourceFile], order: Order, told: Diagnostics = ()) -> Outcome:
    """Return the site of these files and what is found in them; without a theme no page is made."""
    content = tuple(source for source in sources if not source.path.startswith("theme/"))
    outcome = build_from(content, order, told)
    kept = (found for found in outcome.report.diagnostics if found.code != _NO_PAGES)
    return Outcome((), outcome.site, Report.of(kept))
