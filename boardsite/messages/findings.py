"""The weights that a finding may have, and how what was typed is quoted in it: for the sentences beside this module."""

from __future__ import annotations

from boardsite.diagnostics import Diagnostic, Location, Severity
from boardsite.text import excerpt

FOUND_LETTERS = 120  # of what was typed; a line of a calendar may have thousands


def must(code: str, where: Location, message: str, hint: str, found: str = "") -> Diagnostic:
    """Return an error: publishing stops."""
    return Diagnostic(code, Severity.ERROR, message, where, excerpt(found, FOUND_LETTERS), hint)


def refused(code: str, where: Location, message: str, hint: str, found: str = "") -> Diagnostic:
    """Return an error about a thing that was left out whole."""
    return must(code, where, message, hint, found).contained()


def look(code: str, where: Location, message: str, hint: str, found: str = "") -> Diagnostic:
    """Return a warning: somebody should look."""
    return Diagnostic(code, Severity.WARNING, message, where, excerpt(found, FOUND_LETTERS), hint)


def told(code: str, where: Location, message: str, hint: str = "", found: str = "") -> Diagnostic:
    """Return a notice."""
    return Diagnostic(code, Severity.NOTICE, message, where, excerpt(found, FOUND_LETTERS), hint)


def quoted(title: str) -> str:
    """Return the title of an event in quotation marks, not too long for a sentence."""
    return f'"{excerpt(title, 60)}"'


def both(one: str, other: str) -> str:
    """Return two lines of a file that do not fit each other."""
    half = FOUND_LETTERS // 2 - 5
    return f"{excerpt(one, half)} with {excerpt(other, half)}"
