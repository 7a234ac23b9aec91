"""What may be published."""

from __future__ import annotations

import pytest

from boardsite.diagnostics import Diagnostic, Location, Report, Severity
from boardsite.publishing.decide import decide


def found(severity: Severity, *, is_contained: bool = False) -> Diagnostic:
    return Diagnostic("a.b", severity, "x", Location("f"), is_contained=is_contained)


ERROR, CONTAINED = found(Severity.ERROR), found(Severity.ERROR, is_contained=True)
WARNING, NOTICE = found(Severity.WARNING), found(Severity.NOTICE)


@pytest.mark.parametrize(
    ("findings", "plain", "leaving", "strict"),
    [
        ([], True, True, True),
        ([NOTICE], True, True, True),
        ([WARNING], True, True, False),
        ([CONTAINED], False, True, False),
        ([ERROR], False, False, False),
        ([CONTAINED, ERROR], False, False, False),
    ],
)
def test_the_policy(findings: list[Diagnostic], plain: bool, leaving: bool, strict: bool) -> None:
    report = Report.of(findings)
    assert decide(report, has_site=True, leaves_out_broken=False, is_strict=False).may_publish is plain
    assert decide(report, has_site=True, leaves_out_broken=True, is_strict=False).may_publish is leaving
    assert decide(report, has_site=True, leaves_out_broken=False, is_strict=True).may_publish is strict


def test_without_a_site_nothing_is_ever_published() -> None:
    decision = decide(Report(), has_site=False, leaves_out_broken=True, is_strict=False)
    assert (decision.may_publish, decision.status) == (False, 1)
