"""What we say about the settings at the top of a page and about .yaml files, before any field is looked at."""

from __future__ import annotations

from boardsite.diagnostics import Diagnostic, Location, Severity
from boardsite.messages.findings import must


def no_opening_line(where: Location, found: str) -> Diagnostic:
    return must(
        "settings.missing", where, "This page has no settings at the top.",
        "Begin the file with a line of ---, then for example title: Our June meeting, then another line of ---.", found,
    )  # fmt: skip


def no_closing_line(where: Location) -> Diagnostic:
    return must(
        "settings.no-closing-line", where, "The settings at the top have no closing line.",
        "Put a line with just --- below the last setting.", "---",
    )  # fmt: skip


def text_before(where: Location, found: str) -> Diagnostic:
    return must(
        "settings.text-before", where, "There is something above the first line of ---.",
        "Make --- the very first line of the file.", found,
    )  # fmt: skip


def tab(where: Location) -> Diagnostic:
    return must(
        "settings.tab", where, "This line begins with a tab.",
        "Use spaces in place of the tab: two for each step.",
    )  # fmt: skip


def colon(where: Location, found: str) -> Diagnostic:
    name, _, value = found.partition(":")
    fixed = f'{name}: "{value.strip()}"' if value.strip() and '"' not in value else 'title: "Forum: what we heard"'
    return must(
        "settings.colon", where, "There is a second colon in this line, so we cannot tell where the value begins.",
        f"Put the value between quotation marks: {fixed}", found,
    )  # fmt: skip


def quote_open(where: Location, found: str) -> Diagnostic:
    return must(
        "settings.quote-open", where, "A quotation mark is opened here and never closed.",
        "Put the same mark at the end of the value, or take the first one away.", found,
    )  # fmt: skip


def quote_inside(where: Location, found: str) -> Diagnostic:
    return must(
        "settings.quote-inside", where, "The quotation mark closes before the end of this value.",
        "Put marks of the other kind around the whole value, for example \"It's time\" or 'The \"new\" rules'.", found,
    )  # fmt: skip


def backslash(where: Location, found: str) -> Diagnostic:
    return must(
        "settings.backslash", where, "A backslash has a special meaning between these quotation marks.",
        "Put single marks around the value, for example 'S:\\LSCG', or take the backslash out.", found,
    )  # fmt: skip


def bracket_open(where: Location, found: str) -> Diagnostic:
    return must(
        "settings.bracket-open", where, "A bracket is opened here and not closed before the next line.",
        "Close it with the same kind of bracket, for example tags: [Forum, Early help].", found,
    )  # fmt: skip


def no_space(where: Location, found: str, fixed: str) -> Diagnostic:
    return must(
        "settings.no-space", where, "There is no space behind the colon.",
        f"Write {fixed}", found,
    )  # fmt: skip


def odd_first_letter(where: Location, found: str) -> Diagnostic:
    return must(
        "settings.odd-first-letter", where, "A value cannot begin with this letter.",
        'Put the whole value between quotation marks, for example "@norfolkscb" or "100% attendance".', found,
    )  # fmt: skip


def line_without_colon(where: Location, found: str) -> Diagnostic:
    return must(
        "settings.line-without-colon", where, "This line, or the one above it, does not fit the settings around it.",
        "Write each setting as name: value on a line of its own, all beginning at the same place.", found,
    )  # fmt: skip


def unreadable(where: Location, found: str) -> Diagnostic:
    return must(
        "settings.unreadable", where, "We cannot read the settings from here on.",
        "Write each setting as name: value on a line of its own, with quotation marks around odd values.", found,
    )  # fmt: skip


def not_settings(where: Location, found: str) -> Diagnostic:
    name, _, ending = where.path.rpartition("/")[2].rpartition(".")
    if ending in ("yaml", "yml") and found.startswith("- "):
        hint = f"Put a line {name}: above it."
    else:
        hint = "Write each setting as name: value, for example title: Our June meeting."
    return must("settings.not-settings", where, "We expected settings here and found something else.", hint, found)


def not_a_name(where: Location, found: str) -> Diagnostic:
    return must(
        "settings.not-a-name", where, "The name of a setting must be a single word.",
        "Write a name, a colon, a space and the value, for example title: Our June meeting.", found,
    )  # fmt: skip


def shared_value(where: Location, found: str) -> Diagnostic:
    return must(
        "settings.shared-value", where, "The marks &, * and << have a special meaning at the start of a value.",
        'Put the value between quotation marks, for example "*new* dates".', found,
    )  # fmt: skip


def too_deep(where: Location, most: int) -> Diagnostic:
    return must(
        "settings.too-deep", where, f"The settings go more than {most} steps deep, or there are too many of them.",
        "Keep to the settings described in docs/content-types.md.",
    )  # fmt: skip


def written_twice(where: Location, name: str, first: Location, *, is_entry: bool = False) -> Diagnostic:
    """In an entry of a list, the hyphen that begins the next entry may be what is missing."""
    other = ", or begin the next entry with a hyphen" if is_entry else ""
    return Diagnostic(
        "settings.written-twice", Severity.ERROR, f"The setting {name} is written twice.", where, found=name,
        hint=f"Keep one of them{other}. The first is on line {first.line}.", related=(first,),
    )  # fmt: skip


def cut_at_hash(where: Location, found: str, *, may_be_a_remark: bool = False) -> Diagnostic:
    remark = " Before a remark stand two spaces." if may_be_a_remark else ""
    return Diagnostic(
        "settings.cut-at-hash", Severity.WARNING, "What follows the # would not be shown.", where, found,
        f"Put the whole value between quotation marks{_with_marks(found)}.{remark}",
    )  # fmt: skip


def _with_marks(line: str) -> str:
    name, _, value = line.partition(": ")
    is_plain = value and not set("\"'[]{}") & set(value)
    return f': {name}: "{value.strip()}"' if is_plain else ', for example title: "We are #1"'
