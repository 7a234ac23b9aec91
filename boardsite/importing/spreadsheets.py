"""The first sheet of an .xlsx file as rows of text. Values only: formulas and macros are left out and told.

ECMA-376 part 1, section 18 (SpreadsheetML). Days are numbers there, told from other numbers by their format only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from boardsite.clock import short_date
from boardsite.dataclass import dataclass
from boardsite.importing import limits
from boardsite.importing.archives import Archive
from boardsite.importing.notes import Notebook
from boardsite.importing.tables import Row
from boardsite.importing.xml_reader import Node, read_xml, small_number
from boardsite.messages import importing as messages

_DATE_FORMATS = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}
_CELL = re.compile(r"([A-Z]{1,3})(\d{1,7})")


@dataclass(frozen=True, slots=True)
class _Book:
    """What cells refer to."""

    texts: tuple[str, ...]
    is_date: tuple[bool, ...]
    begins: date


def read_rows(name: str, content: bytes, notebook: Notebook) -> tuple[Row, ...]:
    """Return the rows of the first visible sheet; raise BoardsiteError where there is no such thing."""
    archive = Archive.of(name, content)
    if archive.has_macros:
        notebook.leave_out(messages.macros())
    whole = _part(archive, "xl/workbook.xml")
    if whole is None:
        raise messages.not_an_office_file(name)
    sheets = [sheet for sheet in (whole.first("sheets") or whole).all("sheet") if sheet.get("state") in ("", "visible")]
    if not sheets:
        raise messages.nothing_there(name)
    if len(sheets) > 1:
        notebook.leave_out(messages.other_sheets(sheet.get("name") for sheet in sheets[1:]))
    sheet = _part(archive, _target(archive, sheets[0].get("r:id")))
    if sheet is None:
        raise messages.not_an_office_file(name)
    is_1904 = (whole.first("workbookPr") or whole).get("date1904") in ("1", "true")
    begins = date(1904, 1, 1) if is_1904 else date(1899, 12, 30)
    book = _Book(_texts(_part(archive, "xl/sharedStrings.xml")), _dates(_part(archive, "xl/styles.xml")), begins)
    return tuple(_rows(name, sheet, book, notebook))


def _part(archive: Archive, part: str) -> Node | None:
    content = archive.read(part)
    return None if content is None else read_xml(archive.name, content)


def _target(archive: Archive, key: str) -> str:
    links = _part(archive, "xl/_rels/workbook.xml.rels")
    for link in links.children if links else ():
        if link.get("Id") == key:
            target = link.get("Target")
            return target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
    return "xl/worksheets/sheet1.xml"


def _texts(shared: Node | None) -> tuple[str, ...]:
    return tuple(_text(item) for item in shared.all("si")) if shared else ()


def _text(item: Node) -> str:
    """Return the text of an item; readings of East Asian letters (rPh) are no part of it."""
    runs = [item, *item.all("r")]
    return "".join(text.text for run in runs for text in run.all("t"))[: limits.CELL_LETTERS]


def _dates(styles: Node | None) -> tuple[bool, ...]:
    if styles is None:
        return ()
    own = styles.first("numFmts")
    codes = {each.get("numFmtId"): each.get("formatCode") for each in own.children} if own else {}
    formats = styles.first("cellXfs")
    return tuple(_is_date(each.get("numFmtId"), codes) for each in formats.children) if formats else ()


def _is_date(key: str, codes: dict[str, str]) -> bool:
    if key in codes:
        plain = re.sub(r'"[^"]*"|\\.|\[[^\]]*\]', "", codes[key].lower())
        return bool(re.search(r"[dy]|mmm", plain))
    return small_number(key) in _DATE_FORMATS


def _rows(name: str, sheet: Node, book: _Book, notebook: Notebook) -> Iterator[Row]:
    formulas = hidden = number = 0
    away = frozenset(_hidden_columns(sheet))
    columns: set[int] = set()
    rows = list((sheet.first("sheetData") or sheet).all("row"))
    if len(rows) > limits.ROWS:
        raise messages.too_many(name, len(rows), "rows", limits.ROWS)
    for row in rows:
        named = small_number(row.get("r"))
        number = number + 1 if named is None else named
        if row.get("hidden") in ("1", "true"):
            hidden += 1
            continue
        cells: dict[int, str] = {}
        for at, cell in enumerate(row.all("c")):
            column = _column(cell.get("r"), at)
            if column >= limits.COLUMNS:
                raise messages.too_many(name, column + 1, "columns", limits.COLUMNS)
            if column in away:
                columns.add(column)
            elif cell.first("f") is not None:
                formulas += 1
            else:
                cells[column] = _value(cell, book)
        yield Row(number, tuple(cells.get(at, "") for at in range(max(cells, default=-1) + 1)))
    if formulas:
        notebook.leave_out(messages.formulas(formulas))
    if hidden:
        notebook.leave_out(messages.hidden_cells(hidden, "row"))
    if columns:
        notebook.leave_out(messages.hidden_cells(len(columns), "column"))


def _hidden_columns(sheet: Node) -> Iterator[int]:
    for column in (sheet.first("cols") or Node("", {})).all("col"):
        first, last = small_number(column.get("min")), small_number(column.get("max"))
        if column.get("hidden") in ("1", "true") and first and last:
            yield from range(first - 1, min(last, limits.COLUMNS))


def _column(reference: str, at: int) -> int:
    found = _CELL.fullmatch(reference)
    if not found:
        return at
    number = 0
    for letter in found[1]:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _value(cell: Node, book: _Book) -> str:
    kind, inner = cell.get("t"), cell.first("v")
    if kind == "inlineStr":
        item = cell.first("is")
        return _text(item) if item else ""
    text = inner.text.strip() if inner else ""
    if kind == "s":
        at = small_number(text)
        return book.texts[at] if at is not None and at < len(book.texts) else ""
    if kind == "b":
        return "yes" if text == "1" else "no"
    if kind in ("str", "d"):
        return text[: limits.CELL_LETTERS]
    return "" if kind == "e" else _number(text, cell.get("s"), book)


def _number(text: str, style: str, book: _Book) -> str:
    try:
        value = float(text)
    except ValueError:
        return text[: limits.CELL_LETTERS]
    look = small_number(style)
    if look is not None and look < len(book.is_date) and book.is_date[look] and 0 < value < 200_000:
        return short_date(book.begins + timedelta(days=int(value)))
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else text
