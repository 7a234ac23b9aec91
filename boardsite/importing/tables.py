"""A table as rows of text with the numbers that people see beside them; a .csv file to such rows."""

from __future__ import annotations

import csv
import io

from boardsite.dataclass import dataclass
from boardsite.importing import limits
from boardsite.importing.notes import Notebook
from boardsite.messages import importing as messages
from boardsite.reading.letters import decode
from boardsite.reading.sources import source_file


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number in the file, and its cells."""

    number: int
    cells: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        return not any(cell.strip() for cell in self.cells)


def read_csv(name: str, content: bytes, notebook: Notebook) -> tuple[Row, ...]:
    """Return the rows of a .csv file, whatever separates its cells: a comma, a semicolon or a tab."""
    text, told = decode(source_file(name, content))
    if text is None:
        raise messages.not_an_office_file(name)
    if told:
        notebook.change(messages.letters_guessed())
    first = text.partition("\n")[0]
    separator = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    rows: list[Row] = []
    formulas = 0
    try:
        for cells in reader:
            if len(rows) >= limits.ROWS:
                raise messages.too_many(name, len(rows) + 1, "rows", limits.ROWS)
            if len(cells) > limits.COLUMNS:
                raise messages.too_many(name, len(cells), "columns", limits.COLUMNS)
            formulas += sum(_is_formula(cell) for cell in cells)
            kept = ("" if _is_formula(cell) else cell[: limits.CELL_LETTERS] for cell in cells)
            rows.append(Row(reader.line_num, tuple(kept)))
    except csv.Error:
        raise messages.not_an_office_file(name) from None
    if formulas:
        notebook.leave_out(messages.formulas(formulas))
    return tuple(rows)


def _is_formula(cell: str) -> bool:
    """A telephone number may begin with +, and a list with a hyphen; a formula begins with = in every program."""
    return cell.lstrip().startswith(("=", "@"))
