"""Whether a site may be published: the one place where policy about findings lives."""

from __future__ import annotations

from boardsite.dataclass import dataclass
from boardsite.diagnostics import Report


@dataclass(frozen=True, slots=True)
class Decision:
    """`may_publish`, and the exit code that goes with it (0 good, 1 the content must be fixed)."""

    may_publish: bool
    status: int


def decide(report: Report, *, has_site: bool, leaves_out_broken: bool, is_strict: bool) -> Decision:
    """Return the decision on a run; without a whole site there is nothing to publish, whatever the report says.

    A thing that was left out whole stops publishing, unless the command said to leave broken things out. With
    `is_strict` a warning stops it too.
    """
    stopping = [d for d in report.errors if is_strict or not (leaves_out_broken and d.is_contained)]
    if not has_site or stopping or (is_strict and report.warnings):
        return Decision(False, 1)
    return Decision(True, 0)
