"""What we say when files of other programs are brought in: what was taken, changed, left out, or refused."""

from __future__ import annotations

from collections.abc import Iterable

from boardsite.diagnostics import BoardsiteError
from boardsite.text import count, excerpt, file_size, listed


def no_such_file(name: str, reason: str) -> BoardsiteError:
    return BoardsiteError(f"The file {name} could not be read: {reason}. Check its name and where it is.", status=2)


def unknown_ending(name: str) -> BoardsiteError:
    return BoardsiteError(
        f"We cannot bring in {name}. Save it as .ics (a calendar), .csv or .xlsx (contacts) or .docx (a page).",
        status=2,
    )


def file_name_not_used(name: str) -> BoardsiteError:
    return BoardsiteError(
        f"--file-name names the page that a .docx becomes; {name} becomes none. Leave it out.", status=2
    )


def old_office(name: str) -> BoardsiteError:
    return BoardsiteError(
        f"{name} is in an old form of Office. Open it and save it as .docx or .xlsx, then try again.", status=2
    )


def too_large(name: str, size: int, most: int) -> BoardsiteError:
    has = f"more than {file_size(most)}" if size == most + 1 else file_size(size)  # read no further than that
    return BoardsiteError(
        f"{name} has {has}, and we take up to {file_size(most)}. Save only the part that you need.", status=1
    )


def too_large_inside(name: str, most: int) -> BoardsiteError:
    return BoardsiteError(
        f"{name} unpacks to more than {file_size(most)} or has too many parts within parts. "
        "Copy what you need into a new file, then try again.",
        status=1,
    )


def too_many(name: str, number: int, things: str, most: int) -> BoardsiteError:
    return BoardsiteError(f"{name} has {number} {things}, and we take up to {most}. Split it into several.", status=1)


def locked(name: str) -> BoardsiteError:
    return BoardsiteError(f"{name} is locked with a password. Save it without one, then try again.", status=1)


def not_an_office_file(name: str) -> BoardsiteError:
    return BoardsiteError(
        f"{name} is not what its ending says, or it is damaged. Open it in its program and save it again.", status=1
    )


def calendar_unusable(name: str, message: str, hint: str) -> BoardsiteError:
    return BoardsiteError(f"Nothing in {name} can be used. {message} {hint}".rstrip(), status=1)


def no_role_column(name: str, found: Iterable[str]) -> BoardsiteError:
    there = listed(f'"{excerpt(word, 40)}"' for word in found if word) or "nothing"
    return BoardsiteError(
        f"{name} has no column of roles: its first line has {there}. "
        "Name the columns in the first line, for example Role, Organisation, Email, Telephone.",
        status=1,
    )


def nothing_there(name: str) -> BoardsiteError:
    return BoardsiteError(f"There is nothing in {name} that could be brought in.", status=1)


# What was changed


def zero_added(row: int, before: str, after: str) -> str:
    return f"Row {row}: the number {before} had lost its first 0 and became {after}."


def heading_lowered(words: str) -> str:
    return f'The title of the page is "{excerpt(words, 60)}", from its first heading.'


def note_is_public(column: str) -> str:
    return f'The column "{excerpt(column, 40)}" became the note that everybody reads. Take out what is private.'


def letters_guessed() -> str:
    return "The file was saved with Windows letters: look at pound signs, dashes and accents."


# What was left out


def column_unknown(name: str) -> str:
    return f'The column "{excerpt(name, 40)}": contacts have no such setting.'


def mobile_column(name: str) -> str:
    return f'The column "{excerpt(name, 40)}": a mobile number belongs to a person.'


def mobile(row: int) -> str:
    return f"Row {row}: a mobile number, which belongs to a person. Ask for a number of the role."


def names_without_consent(number: int) -> str:
    return (
        f"{count(number, 'name')} of people: nothing says that they agreed. "
        "Add a column Consent that says when and how each person agreed."
    )


def row_without_role(row: int) -> str:
    return f"Row {row}: it names no role."


def row_unreachable(row: int, role: str) -> str:
    return f"Row {row}, {excerpt(role, 40)}: neither an email address nor a number is left."


def row_there_already(row: int, role: str) -> str:
    return f"Row {row}, {excerpt(role, 40)}: this contact is there already."


def value_unreadable(row: int, label: str, found: str, message: str) -> str:
    return f"Row {row}, {label} {excerpt(found, 60)}: {message}"


def formulas(number: int) -> str:
    return f"{count(number, 'cell')} with a formula: write the result into the cell itself."


def hidden_cells(number: int, what: str) -> str:
    return f"{count(number, f'hidden {what}')}: make them visible if they should be taken."


def other_sheets(names: Iterable[str]) -> str:
    return f"Other sheets: {listed(excerpt(name, 40) for name in names)}. Only the first one is taken."


def macros() -> str:
    return "The programs in the file (macros): they are never taken and never run."


def pictures(number: int) -> str:
    return f"{count(number, 'picture')}: save them into the images folder and say in words what they show."


_SEVERAL = {"text box": "text boxes", "link inside the document": "links inside the document"}


def part_of_document(what: str, number: int) -> str:
    return f"{count(number, what, _SEVERAL.get(what))}."


def link_unsafe(address: str) -> str:
    return f"The link to {excerpt(address, 60)}: only web pages and email addresses can be linked to."


def event_refused(line: int | None, message: str) -> str:
    return f"Line {line}: {message}" if line else message


def event_there_already(title: str, differences: Iterable[str], path: str) -> str:
    other = listed(differences)
    rest = f", but in the file it is {other}. Change {path}." if other else "."
    return f'"{excerpt(title, 60)}": this event is there already{rest}'


def own_lines(names: Iterable[str]) -> str:
    return f"The lines {listed(names)}: write them into the new file if they are still right."


# The report

TOOK = "Taken:"
CHANGED = "Changed on the way:"
LEFT_OUT = "Left out:"
NOTHING_NEW = "There is nothing in this file that could be added. Nothing was written.\n"
ONLY_LOOKED = "Nothing was written, because this was only a look (--dry-run).\n"
REFUSED = "Nothing was written, because a check would refuse it:\n"
LOOK = "Read what was written, then look at it: build.py serve\n"


def page_taken(title: str, path: str) -> str:
    return f'the page "{excerpt(title, 60)}" → {path}'


def event_taken(title: str, when: str, path: str) -> str:
    return f'"{excerpt(title, 60)}", {when} → {path}'


def contact_taken(role: str, path: str) -> str:
    return f"{excerpt(role, 60)} → {path}"
