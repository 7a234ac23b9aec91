"""Small Office files made part by part, as Word and Excel make them, and as nobody should."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
SHEET = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
STYLES = f"""<w:styles {WORD}>
<w:style w:styleId="Title"><w:name w:val="Title"/></w:style>
<w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
<w:style w:styleId="Heading2"><w:name w:val="heading 2"/></w:style>
<w:style w:styleId="Own"><w:name w:val="Our own"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
<w:style w:styleId="ListBullet"><w:name w:val="List Bullet"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
</w:styles>"""
NUMBERING = f"""<w:numbering {WORD}>
<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl><w:lvl w:ilvl="2"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>
</w:numbering>"""


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as whole:
        for name, content in parts.items():
            whole.writestr(name, content)
    return out.getvalue()


def docx(body: str, links: Mapping[str, str] | None = None, more: Mapping[str, str | bytes] | None = None) -> bytes:
    """Return a document with this inside of <w:body>; `links` are addresses by their relationship."""
    rels = "".join(
        f'<Relationship Id="{key}" Target="{escape(to)}" TargetMode="External"/>' for key, to in (links or {}).items()
    )
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f"<w:document {WORD}><w:body>{body}<w:sectPr/></w:body></w:document>",
        "word/styles.xml": STYLES,
        "word/numbering.xml": NUMBERING,
        "word/_rels/document.xml.rels": f"<Relationships>{rels}</Relationships>",
        "docProps/core.xml": "<coreProperties><creator>SECRET PERSON</creator></coreProperties>",
    }
    return zipped({**parts, **(more or {})})


def p(inner: str, style: str = "", looks: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{looks}</w:pPr>{inner if inner.startswith('<') else r(inner)}</w:p>"


def r(text: str, looks: str = "") -> str:
    return f'<w:r><w:rPr>{looks}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def item(text: str, number: int = 1, level: int = 0) -> str:
    return p(text, looks=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def tbl(rows: Sequence[Sequence[str]]) -> str:
    """Return a table of cells; a cell that begins with < is taken as it is."""
    made = "".join(
        "<w:tr>" + "".join(cell if cell.startswith("<") else f"<w:tc>{p(cell)}</w:tc>" for cell in row) + "</w:tr>"
        for row in rows
    )
    return f"<w:tbl>{made}</w:tbl>"


def xlsx(
    rows: Sequence[str], texts: Sequence[str] = (), more: Mapping[str, str | bytes] | None = None, sheets: str = "",
    before: str = "",
) -> bytes:
    """Return a workbook whose first sheet has these rows, each the inside of a <row>, or a whole one; `before` them."""
    whole = "".join(row if row.startswith("<row") else f'<row r="{at}">{row}</row>' for at, row in enumerate(rows, 1))
    parts: dict[str, str | bytes] = {
        "xl/workbook.xml": f'<workbook {SHEET}><sheets>{sheets}<sheet name="Contacts" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId9" Target="worksheets/sheet9.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f"<worksheet {SHEET}>{before}<sheetData>{whole}</sheetData></worksheet>",
        "xl/sharedStrings.xml": f"<sst {SHEET}>{''.join(f'<si><t>{escape(text)}</t></si>' for text in texts)}</sst>",
        "xl/styles.xml": f'<styleSheet {SHEET}><numFmts><numFmt numFmtId="170" formatCode="dd/mm/yyyy"/><numFmt numFmtId="171" formatCode="0&quot; days&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>',
    }
    return zipped({**parts, **(more or {})})


def cells(*texts: str) -> str:
    """Return the cells of a row, written into the sheet itself."""
    return "".join(f'<c t="inlineStr"><is><t>{escape(text)}</t></is></c>' for text in texts)


CORE = (
    '<?xml version="1.0" encoding="UTF-8"?><cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:creator>{0}</dc:creator>'
    "<cp:lastModifiedBy>{1}</cp:lastModifiedBy></cp:coreProperties>"
)
META = '<office:meta xmlns:meta="m"><meta:initial-creator>{0}</meta:initial-creator><dc:creator>{1}</dc:creator></office:meta>'


def document(author: str, editor: str, *, is_open: bool = False) -> bytes:
    """Return a .docx, or with `is_open` an .odt, of an author."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", "<w:document/>")
        archive.writestr(
            "meta.xml" if is_open else "docProps/core.xml", (META if is_open else CORE).format(author, editor)
        )
    return out.getvalue()
