"""A report in words for a terminal: path and line first, so that editors and terminals can follow them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import TextIO

from boardsite.diagnostics import Diagnostic, Report, Severity
from boardsite.messages import publishing as messages
from boardsite.text import count, visible

MOST_SHOWN = 100
_WORDS = {
    Severity.ERROR: "must be fixed",
    Severity.WARNING: "to look at",
    Severity.NOTICE: "for information",
}


def write_report(
    report: Report, stream: TextIO, *, published: bool, shows_notices: bool = True, is_strict: bool = False
) -> None:
    """Write the findings and the state of the live site; without `shows_notices` those are only counted."""
    shown = report if shows_notices else Report(report.errors + report.warnings)
    lines = list(_lines(shown, published=published, is_strict=is_strict))
    if not shows_notices and report.notices:
        lines.append(messages.notices_hidden(len(report.notices)))
    if lines:
        write_text("\n".join(lines) + "\n", stream)


def write_findings(report: Report, stream: TextIO) -> None:
    """Write the findings alone: for commands that publish nothing."""
    lines = [line for diagnostic in report.diagnostics[:MOST_SHOWN] for line in _one(diagnostic)]
    if lines:
        write_text("\n".join(lines) + "\n", stream)


def write_text(text: str, stream: TextIO) -> None:
    """Write to a terminal or pipe of any letters; a reader that has gone away is no reason to fail."""
    encoding = stream.encoding or "utf-8"
    try:
        stream.write(text.encode(encoding, "backslashreplace").decode(encoding))
        stream.flush()
    except BrokenPipeError:
        pass
    except OSError as problem:
        with suppress(OSError):
            stream.close()  # else Python tries once more at its end
        raise messages.cannot_say(problem.strerror or str(problem)) from problem


def _lines(report: Report, *, published: bool, is_strict: bool) -> Iterator[str]:
    for diagnostic in report.diagnostics[:MOST_SHOWN]:
        yield from _one(diagnostic)
    left = len(report.diagnostics) - MOST_SHOWN
    if left > 0:
        yield f"… and {count(left, 'more finding')}. Mend the ones above first."
        yield ""
    end = messages.summary(len(report.errors), len(report.warnings), published=published, is_strict=is_strict)
    if end:
        yield end


def _one(diagnostic: Diagnostic) -> Iterator[str]:
    yield f"{_plain(str(diagnostic.where))}   {_WORDS[diagnostic.severity]}"
    if diagnostic.found:
        yield f"    {_plain(diagnostic.found)[:200]}"
    yield f"    {_plain(diagnostic.message)}"
    if diagnostic.hint:
        yield f"    {_plain(diagnostic.hint)}"
    for place in diagnostic.related:
        yield f"    See also {_plain(str(place))}"
    yield f"    {diagnostic.code}"
    yield ""


def _plain(text: str) -> str:
    return visible(text.replace("\n", " "))
