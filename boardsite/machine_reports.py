"""A report for machines: JSON, and the annotations of GitHub Actions."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict

from boardsite.diagnostics import Diagnostic, Report, Severity
from boardsite.text import visible

_KINDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "notice"}


def as_json(report: Report) -> str:
    """Return every finding as JSON, in the order of the report; control characters are escaped."""
    findings = [
        {
            "code": d.code,
            "severity": d.severity.value,
            "path": d.where.path,
            "line": d.where.line,
            "found": d.found,
            "message": d.message,
            "hint": d.hint,
            "related": [asdict(place) for place in d.related],
            "can_be_left_out": d.is_contained,
        }
        for d in report.diagnostics
    ]
    return json.dumps({"findings": findings}, indent=2) + "\n"


def as_annotations(report: Report) -> str:
    """Return a workflow command for each finding, shown beside the line it is about in a pull request."""
    return "".join(f"{line}\n" for line in _annotations(report))


def _annotations(report: Report) -> Iterator[str]:
    for d in report.diagnostics:
        place = f"file={_property(d.where.path)}" + (f",line={d.where.line}" if d.where.line else "")
        yield f"::{_KINDS[d.severity]} {place},title={_property(d.code)}::{_text(_sentences(d))}"


def _sentences(d: Diagnostic) -> str:
    return " ".join(part for part in (f"{d.found}:" if d.found else "", d.message, d.hint) if part)


def _text(value: str) -> str:
    """A line end would begin a command of the editor's own making, so GitHub asks for this; logs have colours."""
    return "%0A".join(visible(line).replace("%", "%25") for line in value.split("\n"))


def _property(value: str) -> str:
    return _text(value).replace(":", "%3A").replace(",", "%2C")
