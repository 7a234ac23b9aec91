"""Files that mean harm, or are damaged, are answered in a sentence, soon, and without being believed."""

from __future__ import annotations

import io
import random
import struct
import zipfile
from collections.abc import Callable

import pytest

from boardsite.diagnostics import BoardsiteError
from boardsite.importing import limits
from boardsite.importing.documents import read_document
from boardsite.importing.notes import Notebook
from boardsite.importing.spreadsheets import read_rows
from boardsite.importing.tables import read_csv
from tests.support.office_files import WORD, cells, docx, item, p, tbl, xlsx, zipped
from tests.support.soon import within

BODY = f"<w:document {WORD}><w:body>%s</w:body></w:document>"
LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "' + "ha" * 50 + '">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">'.replace("&a0;", "&a;") for n in range(1, 10))
    + "]><x>&a9;</x>"
)  # fmt: skip
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'


def _locked() -> bytes:
    """A zip that says that its parts are locked."""
    content = bytearray(docx(p("x")))
    at = content.find(b"PK\x01\x02")
    while at >= 0:
        content[at + 8] |= 1
        at = content.find(b"PK\x01\x02", at + 1)
    return bytes(content)


def _lying() -> bytes:
    """A part that says it is small and unpacks to much."""
    content = bytearray(zipped({"word/document.xml": b"<x>" + b" " * (limits.PART_BYTES + 10) + b"</x>"}))
    for mark, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        struct.pack_into("<I", content, content.find(mark) + offset, 100)
    return bytes(content)


def _packed_oddly(way: int) -> bytes:
    """A damaged part that is packed as no Office does it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", way) as whole:
        for name in ("word/document.xml", "xl/workbook.xml"):
            whole.writestr(name, BODY % p("x" * 500))
    content = bytearray(out.getvalue())
    content[60:120] = b"\xff" * 60
    return bytes(content)


def _lettered(encoding: str) -> bytes:
    head = f'<?xml version="1.0" encoding="{encoding}"?>'
    return zipped({"word/document.xml": head + BODY % p("x"), "xl/workbook.xml": head + "<workbook/>"})


HOSTILE: dict[str, Callable[[], bytes]] = {
    "nothing": lambda: b"",
    "no zip": lambda: b"PK\x03\x04 not really",
    "text": lambda: b"Dear all,",
    "cut short": lambda: docx(p("x" * 5000))[:-300],
    "no document": lambda: zipped({"a.txt": "x"}),
    "not XML": lambda: zipped({"word/document.xml": "<w:document", "xl/workbook.xml": "<x"}),
    "entities": lambda: zipped({"word/document.xml": LAUGHS, "xl/workbook.xml": LAUGHS}),
    "a file of ours": lambda: zipped({"word/document.xml": OUTSIDE, "xl/workbook.xml": OUTSIDE}),
    "entities in UTF-16": lambda: zipped({"word/document.xml": LAUGHS.encode("utf-16"), "xl/workbook.xml": LAUGHS.encode("utf-16")}),
    "entities among the styles": lambda: docx(p("x"), more={"word/styles.xml": LAUGHS}),
    "a bomb": lambda: zipped({"word/document.xml": b"<x>" + b" " * (limits.ALL_BYTES + 10) + b"</x>", "xl/workbook.xml": "<x/>"}),
    "a bomb that lies": _lying,
    "many parts": lambda: zipped({f"{n}.xml": "" for n in range(limits.PARTS + 1)}),
    "deep": lambda: zipped({"word/document.xml": BODY % ("<w:sdt>" * 5000 + "</w:sdt>" * 5000), "xl/workbook.xml": "<a>" * 9999 + "</a>" * 9999}),
    "many elements": lambda: zipped({"word/document.xml": BODY % ("<w:p/>" * (limits.ELEMENTS + 1)), "xl/workbook.xml": f"<x>{'<a/>' * (limits.ELEMENTS + 1)}</x>"}),
    "many paragraphs": lambda: docx(p("x") * (limits.PARAGRAPHS + 1)),
    "a huge table": lambda: docx(tbl([["x"] * 60] * 400)),
    "locked": _locked,
    "packed with LZMA": lambda: _packed_oddly(zipfile.ZIP_LZMA),
    "packed with bzip2": lambda: _packed_oddly(zipfile.ZIP_BZIP2),
    "letters of Japan": lambda: _lettered("shift_jis"),
    "letters of nowhere": lambda: _lettered("foo"),
    "empty": lambda: docx(""),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_document_that_means_harm_is_refused_soon(name: str) -> None:
    content = HOSTILE[name]()
    with within(10), pytest.raises(BoardsiteError) as caught:
        read_document("x.docx", content, Notebook())
    assert caught.value.sentence.startswith(("x.docx", "There is nothing in x.docx"))


@pytest.mark.parametrize(
    "name",
    [name for name in HOSTILE if name not in ("entities among the styles", "many paragraphs", "a huge table", "empty")],
)
def test_a_workbook_that_means_harm_is_refused_soon(name: str) -> None:
    content = HOSTILE[name]()
    with within(10), pytest.raises(BoardsiteError):
        read_rows("x.xlsx", content, Notebook())


@pytest.mark.parametrize("inside", ['<!ENTITY a "words">', ""])
def test_even_a_harmless_document_type_is_refused(inside: str) -> None:
    """What is sound without one is refused with one: nobody has to decide which entities are harmless."""
    whole = BODY % p("Text &a;" if inside else "Text").replace("&amp;a;", "&a;")
    assert read_document("x.docx", zipped({"word/document.xml": BODY % p("Text")}), Notebook()).text == "Text"
    with pytest.raises(BoardsiteError):
        read_document("x.docx", zipped({"word/document.xml": f"<!DOCTYPE x [{inside}]>{whole}"}), Notebook())


def test_too_many_rows_or_columns_are_refused() -> None:
    for content in (xlsx([cells("x")] * (limits.ROWS + 1)), xlsx(['<c r="ZZZ1"><v>1</v></c>'])):
        with pytest.raises(BoardsiteError, match="we take up to"):
            read_rows("x.xlsx", content, Notebook())
    for text in ("x\n" * (limits.ROWS + 1), "," * 100, "x" * 300_000 + "\n"):
        with pytest.raises(BoardsiteError):
            read_csv("x.csv", text.encode(), Notebook())


@pytest.mark.parametrize("seed", range(60))
def test_damaged_files_never_break_the_program(seed: int) -> None:
    chance = random.Random(seed)
    sound = (
        docx(p("Title", "Title") + item("one") + tbl([["a", "b"], ["c", "d"]]))
        if seed % 2
        else xlsx([cells("Role", "Email"), cells("Chair", "a@example.org")])
    )
    with zipfile.ZipFile(io.BytesIO(sound)) as whole:
        parts = {name: bytearray(whole.read(name)) for name in whole.namelist()}
    for _ in range(1 + seed % 9):
        part = parts[chance.choice(sorted(parts))]
        if part:
            part[chance.randrange(len(part))] = chance.randrange(256)
    content = bytearray(zipped({name: bytes(part) for name, part in parts.items()}))
    if seed % 3 == 0:
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    for read in (read_document, read_rows):
        try:
            read("x", bytes(content), Notebook())
        except BoardsiteError:
            continue


@pytest.mark.parametrize("number", ["²", "5" * 5_000, "-1", "٣", "1_0", ""])
def test_numbers_that_are_none_break_nothing(number: str) -> None:
    looks = f'<w:outlineLvl w:val="{number}"/><w:numPr><w:ilvl w:val="{number}"/><w:numId w:val="1"/></w:numPr>'
    wide = f'<w:tc><w:tcPr><w:gridSpan w:val="{number}"/></w:tcPr>{p("wide")}</w:tc>'
    styles = f'<w:styles {WORD}><w:style w:styleId="A"><w:name w:val="A"/><w:pPr>{looks}</w:pPr></w:style></w:styles>'
    lists = f'<w:numbering {WORD}><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="{number}"/></w:abstractNum></w:numbering>'
    more = {"word/styles.xml": styles, "word/numbering.xml": lists}
    page = read_document("x.docx", docx(p("Text", looks=looks) + p("More", "A") + tbl([[wide, "b"]]), more=more), Notebook())
    assert "Text" in page.text
    assert "| wide | b |" in page.text
    cell = f'<c t="s" s="{number}"><v>{number}</v></c><c s="{number}"><v>7</v></c><c><v>{number}</v></c>'
    book = {"xl/styles.xml": f'<styleSheet><cellXfs><xf numFmtId="{number}"/></cellXfs></styleSheet>'}
    (row,) = read_rows("x.xlsx", xlsx([f'<row r="{number}">{cell}</row>'], ["shared"], more=book), Notebook())
    assert (row.number, row.cells[:2]) == (1, ("", "7"))
