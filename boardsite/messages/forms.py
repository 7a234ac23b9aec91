"""What we say about the editing forms themselves; what the forms say to people is in forms/ and in their config."""

from __future__ import annotations

from boardsite.diagnostics import Diagnostic, Location, Severity

_WHERE = Location("content/site.yaml")


def no_program() -> Diagnostic:
    return Diagnostic(
        "forms.no-program", Severity.NOTICE,
        "The site has no editing forms, because their program is not here.", _WHERE, "",
        "Install Node.js 20 or newer, which brings npm, then build again: python3 build.py",
    )  # fmt: skip


def unknown_program() -> Diagnostic:
    return Diagnostic(
        "forms.unknown-program", Severity.NOTICE,
        "The site has no editing forms, because their program is not the one that we know.", _WHERE, "",
        "Delete the folder forms/node_modules, then build again: python3 build.py",
    )  # fmt: skip
