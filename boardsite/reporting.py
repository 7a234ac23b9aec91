"""A report in words for a terminal: path and line first, so that editors and terminals can follow them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from typing import TextIO

from boardsite.diagnostics import Diagnostic, Report, Severity
from boardsite.messages import publishing as messages
from boardsite.text import count

MOST_SHOWN = 100
_WORDS = {
    Severity.ERROR: "must be fixed",
    Severity.WARNING: "to look at",
    Severity.NOTICE: "for information",
}
# Control characters of a typed text would steer the terminal; they are shown as what they are.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069]")


def write_report(report: Report, stream: TextIO, *, published: bool, shows_notices: bool = True) -> None:
    """Write the findings and the state of the live site; without `shows_notices` those are only counted."""
    shown = report if shows_notices else Report(report.errors + report.warnings)
    lines = list(_lines(shown, published=published))
    if not shows_notices and report.notices:
        lines.append(messages.notices_hidden(len(report.notices)))
    if lines:
        write_text("\n".join(lines) + "\n", stream)


def write_text(text: str, stream: TextIO) -> None:
    """Write to a terminal or pipe of any letters; a reader that has gone away is no reason to fail."""
    encoding = stream.encoding or "utf-8"
    with suppress(BrokenPipeError):
        stream.write(text.encode(encoding, "backslashreplace").decode(encoding))
        stream.flush()


def _lines(report: Report, *, published: bool) -> Iterator[str]:
    for diagnostic in report.diagnostics[:MOST_SHOWN]:
        yield from _one(diagnostic)
    left = len(report.diagnostics) - MOST_SHOWN
    if left > 0:
        yield f"… and {count(left, 'more finding')}. Mend the ones above first."
        yield ""
    end = messages.summary(len(report.errors), len(report.warnings), published=published)
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
    return _CONTROL.sub(lambda found: f"\\x{ord(found[0]):02x}", text.replace("\n", " "))
