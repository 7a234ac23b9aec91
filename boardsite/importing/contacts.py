"""Rows of a table to contacts: columns by their names, people's names only with their consent, no mobile numbers."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from boardsite.dataclass import dataclass
from boardsite.diagnostics import Location
from boardsite.importing.notes import Notebook, Notes
from boardsite.importing.tables import Row
from boardsite.messages import importing as messages
from boardsite.reading.located import RawMap, RawText
from boardsite.schema.consent import is_consent
from boardsite.schema.fields import Field
from boardsite.schema.phones import read_phone
from boardsite.schema.scaffold import NEW
from boardsite.schema.validate import read_values
from boardsite.text import without_controls

_FIELDS = {field.name: field for field in NEW["contact"].declared.fields}
# What people call a column, besides the name and the label of the setting itself.
_CALLED = {
    "role": ("job title", "position", "post", "job", "role title", "title"),  # the last may be Mr, Mrs: see `_heads`
    "organisation": ("organization", "agency", "employer", "service", "school", "company", "organisation name"),
    "email": ("e mail", "email address", "mail", "e mail address", "mailbox"),
    "phone": ("phone", "tel", "phone number", "telephone number", "landline", "work phone", "business phone"),
    "name": (
        "full name", "contact", "contact name", "person", "display name",
        "forename", "first name", "surname", "last name",
    ),
    "consent": ("consent given", "agreed", "permission"),
    "review_by": ("review", "review date", "check by", "next review"),
    "hours": ("opening hours", "available", "availability", "when"),
    "response": ("response time", "answers within"),
    "note": ("notes", "comment", "comments", "remarks", "other"),
}  # fmt: skip
_MOBILE = ("mobile", "mobile number", "mobile phone", "cell", "cell phone", "home phone", "home number")


@dataclass(frozen=True, slots=True)
class Contacts:
    """The contacts of a table, as answers to the settings of a contact, and what became of the rest."""

    entries: tuple[Mapping[str, str], ...]
    notes: Notes


def contacts(name: str, rows: tuple[Row, ...], known: Collection[tuple[str, str]], notebook: Notebook) -> Contacts:
    """Return the contacts of these rows; `known` has the role and reach of those that are there, in small letters."""
    filled = [row for row in rows if not row.is_empty]
    if not filled:
        raise messages.nothing_there(name)
    columns = _columns(filled[0], notebook)
    if "role" not in columns.values():
        raise messages.no_role_column(name, filled[0].cells)
    entries: list[Mapping[str, str]] = []
    nameless = 0
    seen = set(known)
    for row in filled[1:]:
        answers = _answers(row, columns)
        if not is_consent(answers.get("consent", "")):
            nameless += "name" in answers
            answers = {setting: text for setting, text in answers.items() if setting not in ("name", "consent")}
        entry = _checked(row.number, answers, notebook)
        if entry is None:
            continue
        if mark(entry) in seen:
            notebook.leave_out(messages.row_there_already(row.number, entry["role"]))
            continue
        seen.add(mark(entry))
        entries.append(entry)
    if any("note" in entry for entry in entries):
        (column,) = (cell for at, cell in enumerate(filled[0].cells) if columns.get(at) == "note")
        notebook.change(messages.note_is_public(column))
    if nameless:
        notebook.leave_out(messages.names_without_consent(nameless))
    return Contacts(tuple(entries), notebook.notes)


def mark(entry: Mapping[str, str]) -> tuple[str, str]:
    """Return by what a contact is known again."""
    return (entry["role"].casefold(), (entry.get("email") or entry.get("phone", "")).casefold())


def _columns(head: Row, notebook: Notebook) -> dict[int, str]:
    """Return the setting of each column that has one; a second column of names joins the first."""
    found: dict[int, str] = {}
    for at, (cell, word) in enumerate(_heads(head)):
        if not word:
            continue
        setting = next((name for name, field in _FIELDS.items() if word in _words(name, field)), "")
        if word in _MOBILE:
            notebook.leave_out(messages.mobile_column(cell))
        elif not setting or (setting in found.values() and setting != "name"):
            notebook.leave_out(messages.column_unknown(cell))
        else:
            found[at] = setting
    return found


def _heads(head: Row) -> list[tuple[str, str]]:
    """Return each cell with its words in small letters.

    "Title" is a role where no other column names one; beside a "Job Title", as in Outlook's export, it is Mr or Mrs.
    """
    heads = [(cell, " ".join(re.sub(r"[^a-z]+", " ", cell.lower()).split())) for cell in head.cells]
    roles = [word for _, word in heads if word != "title" and word in _words("role", _FIELDS["role"])]
    return [(cell, "form of address" if word == "title" and roles else word) for cell, word in heads]


def _words(name: str, field: Field) -> tuple[str, ...]:
    return (name.replace("_", " "), field.label.lower(), *_CALLED.get(name, ()))


def _answers(row: Row, columns: Mapping[int, str]) -> dict[str, str]:
    answers: dict[str, str] = {}
    for at, setting in columns.items():
        text = " ".join(without_controls(row.cells[at]).split()) if at < len(row.cells) else ""
        if text:
            answers[setting] = f"{answers[setting]} {text}" if setting in answers else text
    return answers


def _checked(number: int, answers: dict[str, str], notebook: Notebook) -> Mapping[str, str] | None:
    """Return the answers that a check has nothing against, or None where too few of them are left."""
    if "role" not in answers:
        notebook.leave_out(messages.row_without_role(number))
        return None
    _mend_phone(number, answers, notebook)
    for name in list(answers):
        where = Location("", number)
        _, told = read_values(RawMap(((RawText(name, where), RawText(answers[name], where)),), where), (_FIELDS[name],))
        wrong = next((found for found in told if found.is_error), None)
        if wrong:
            notebook.leave_out(messages.value_unreadable(number, _FIELDS[name].label, answers[name], wrong.message))
            del answers[name]
    if "role" not in answers:
        return None
    if not {"email", "phone", "vacant"} & answers.keys():
        notebook.leave_out(messages.row_unreachable(number, answers["role"]))
        return None
    return answers


def _mend_phone(number: int, answers: dict[str, str], notebook: Notebook) -> None:
    """A spreadsheet takes a telephone number for a number and drops its first 0."""
    typed = answers.get("phone", "")
    figures = re.sub(r"\D", "", typed)
    if re.fullmatch(r"[123789]\d{8,9}", figures) and read_phone(typed) is None and (whole := read_phone("0" + figures)):
        notebook.change(messages.zero_added(number, typed, whole))
        answers["phone"] = whole
    phone = read_phone(answers.get("phone", ""))
    if phone and re.match(r"07[1-57-9]", phone.replace(" ", "")):
        notebook.leave_out(messages.mobile(number))
        del answers["phone"]
