"""What a check would say of new files: the report's part about them, and what a careful reader says of their texts."""

from __future__ import annotations

from collections.abc import Iterable

from boardsite.diagnostics import Report
from boardsite.pipeline import Outcome
from boardsite.reading.sources import SourceFile
from boardsite.reviewing.review import review
from boardsite.reviewing.subjects import subjects
from boardsite.schema.documents import sort_tree


def findings_in(outcome: Outcome, sources: Iterable[SourceFile]) -> Report:
    """Return what a check says of these files: the part of a report that is about them, and their texts read over."""
    files = tuple(sources)
    wanted = frozenset(source.path for source in files)
    tree, _ = sort_tree(files)
    events = [event for event in outcome.site.events if event.series.path in wanted] if outcome.site else ()
    found = (each for each in outcome.report.diagnostics if each.where.path in wanted)
    return Report.of((*found, *review(subjects(tree, events))))
