"""What we say about the settings at the top of a page and about .yaml files, before any field is looked at."""

from __future__ import annotations

from boardsite.diagnostics import Diagnostic, Location, Severity


def _must(code: str, message: str, where: Location, found: str, hint: str) -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, message, where, found, hint)


def no_opening_line(where: Location, found: str) -> Diagnostic:
    return _must(
        "settings.missing", "This page has no settings at the top.", where, found,
        "Begin the file with a line of ---, then for example title: Our June meeting, then another line of ---.",
    )  # fmt: skip


def no_closing_line(where: Location) -> Diagnostic:
    return _must(
        "settings.no-closing-line", "The settings at the top have no closing line.", where, "---",
        "Put a line with just --- below the last setting.",
    )  # fmt: skip


def text_before(where: Location, found: str) -> Diagnostic:
    return _must(
        "settings.text-before", "There is something above the first line of ---.", where, found,
        "Make --- the very first line of the file.",
    )  # fmt: skip


def tab(where: Location) -> Diagnostic:
    return _must(
        "settings.tab", "This line begins with a tab.", where, "",
        "Use spaces in place of the tab: two for each step.",
    )  # fmt: skip


def colon(where: Location, found: str) -> Diagnostic:
    name, _, value = found.partition(":")
    fixed = f'{name}: "{value.strip()}"' if value.strip() and '"' not in value else 'title: "Forum: what we heard"'
    return _must(
        "settings.colon", "There is a second colon in this line, so we cannot tell where the value begins.", where,
        found, f"Put the value between quotation marks: {fixed}",
    )  # fmt: skip


def quote_open(where: Location, found: str) -> Diagnostic:
    return _must(
        "settings.quote-open", "A quotation mark is opened here and never closed.", where, found,
        "Put the same mark at the end of the value, or take the first one away.",
    )  # fmt: skip


def odd_first_letter(where: Location, found: str) -> Diagnostic:
    return _must(
        "settings.odd-first-letter", "A value cannot begin with this letter.", where, found,
        'Put the whole value between quotation marks, for example "@norfolkscb" or "100% attendance".',
    )  # fmt: skip


def line_without_colon(where: Location, found: str) -> Diagnostic:
    return _must(
        "settings.line-without-colon", "This line, or the one above it, does not fit the settings around it.", where,
        found, "Write each setting as name: value on a line of its own, all beginning at the same place.",
    )  # fmt: skip


def unreadable(where: Location, found: str) -> Diagnostic:
    return _must(
        "settings.unreadable", "We cannot read the settings from here on.", where, found,
        "Write each setting as name: value on a line of its own, with quotation marks around odd values.",
    )  # fmt: skip


def not_settings(where: Location, found: str) -> Diagnostic:
    return _must(
        "settings.not-settings", "We expected settings here and found something else.", where, found,
        "Write each setting as name: value, for example title: Our June meeting.",
    )  # fmt: skip


def not_a_name(where: Location, found: str) -> Diagnostic:
    return _must(
        "settings.not-a-name", "The name of a setting must be a single word.", where, found,
        "Write a name, a colon, a space and the value, for example title: Our June meeting.",
    )  # fmt: skip


def shared_value(where: Location, found: str) -> Diagnostic:
    return _must(
        "settings.shared-value", "The marks &, * and << have a special meaning at the start of a value.", where, found,
        'Put the value between quotation marks, for example "*new* dates".',
    )  # fmt: skip


def too_deep(where: Location, most: int) -> Diagnostic:
    return _must(
        "settings.too-deep", f"The settings go more than {most} steps deep, or there are too many of them.", where, "",
        "Keep to the settings described in docs/content-types.md.",
    )  # fmt: skip


def written_twice(where: Location, name: str, first: Location) -> Diagnostic:
    return Diagnostic(
        "settings.written-twice", Severity.ERROR, f"The setting {name} is written twice.", where, found=name,
        hint=f"Keep one of them. The first is on line {first.line}.", related=(first,),
    )  # fmt: skip


def cut_at_hash(where: Location, found: str) -> Diagnostic:
    return Diagnostic(
        "settings.cut-at-hash", Severity.WARNING, "What follows the # would not be shown.", where, found,
        'Put the whole value between quotation marks, for example title: "We are #1".',
    )  # fmt: skip
