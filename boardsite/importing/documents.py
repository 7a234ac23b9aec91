"""A .docx document as the Markdown of a page: headings, paragraphs, lists, tables, links, bold and italics.

ECMA-376 part 1, section 17 (WordprocessingML). What was deleted, hidden or remarked in Word stays there: who shares a
document seldom knows what is still in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from itertools import pairwise

from boardsite.dataclass import dataclass
from boardsite.importing import limits
from boardsite.importing.archives import Archive
from boardsite.importing.document_fields import Fields, address_in
from boardsite.importing.document_styles import Styles, is_on, read_styles
from boardsite.importing.markdown_writer import Span, good_link, line, line_start, table
from boardsite.importing.notes import Notebook, Notes
from boardsite.importing.xml_reader import Node, read_xml, small_number
from boardsite.messages import importing as messages

_WRAPPERS = ("ins", "moveTo", "smartTag", "customXml", "dir", "bdo")
_TEXTS = {"tab": " ", "br": " ", "cr": " ", "ptab": " ", "noBreakHyphen": "-"}
_LEFT_OUT = {
    "drawing": "picture", "pict": "picture", "object": "picture", "AlternateContent": "picture",
    "footnoteReference": "footnote", "endnoteReference": "footnote", "commentReference": "remark",
    "del": "deleted passage", "moveFrom": "deleted passage", "oMath": "formula", "oMathPara": "formula",
    "sym": "symbol", "altChunk": "inserted document", "subDoc": "inserted document",
}  # fmt: skip
# Marks and looks, which have no words: the rest of what we do not know is counted.
_WORDLESS = {"proofErr", "lastRenderedPageBreak", "softHyphen", "separator", "continuationSeparator"}
_WORDLESS_ENDINGS = ("Pr", "Start", "End", "Ref")


@dataclass(frozen=True, slots=True)
class Page:
    """What a document gives: its title, or "", its text in Markdown, and what became of the rest."""

    title: str
    text: str
    notes: Notes


@dataclass(frozen=True, slots=True)
class _Block:
    """A block of Markdown; items of one list stand together, `list_kind` being "" elsewhere."""

    text: str
    list_kind: str = ""
    level: int = 0


def read_document(name: str, content: bytes, notebook: Notebook) -> Page:
    """Return the page of a document; raise BoardsiteError where it is none, or past a bound."""
    archive = Archive.of(name, content)
    if archive.has_macros:
        notebook.leave_out(messages.macros())
    main = archive.read("word/document.xml")
    body = read_xml(name, main).first("body") if main is not None else None
    if body is None:
        raise messages.not_an_office_file(name)
    reader = _Reader(name, read_styles(archive), notebook)
    blocks = list(reader.blocks(body))
    reader.tell()
    if not blocks:
        raise messages.nothing_there(name)
    return Page(reader.title, _together(blocks), notebook.notes)


@dataclass(slots=True)
class _Reader:
    name: str
    styles: Styles
    notebook: Notebook
    title: str = ""
    count: int = 0
    level: int = -1
    lost: dict[str, int] = field(default_factory=dict)
    fields: Fields = field(default_factory=Fields)
    paragraph: Node = field(default_factory=lambda: Node("", {}))

    def blocks(self, body: Node) -> Iterator[_Block]:
        for child in _unwrapped(body):
            if child.name == "p":
                yield from self._paragraph(child)
            elif child.name == "tbl":
                yield from self._table(child)
            else:
                self._pass_over(child)

    def tell(self) -> None:
        for what, number in self.lost.items():
            tell = messages.pictures(number) if what == "picture" else messages.part_of_document(what, number)
            self.notebook.leave_out(tell)

    def _paragraph(self, paragraph: Node) -> Iterator[_Block]:
        self.count += 1
        if self.count > limits.PARAGRAPHS:
            raise messages.too_many(self.name, self.count, "paragraphs", limits.PARAGRAPHS)
        spans = list(self._words_of(paragraph))
        words = "".join(span.text for span in spans).strip()
        if not words:
            return
        heading = self.styles.heading(paragraph)
        if heading is not None:
            self.level = -1
            if heading <= 1 and not self.title:
                self.title = " ".join(words.split())
                self.notebook.change(messages.heading_lowered(words))
                return
            plain = [Span(span.text, link=span.link) for span in spans]
            yield _Block(f"{'#' * min(max(heading, 2), 4)} {line(plain).rstrip('#')}")
            return
        item = self.styles.list_item(paragraph)
        if item is None:
            self.level = -1
            yield _Block(line_start(line(spans)))
            return
        # An item may be one step deeper than the one before, never two: the rest would become a block of code.
        self.level = min(item.level, self.level + 1)
        mark = "1." if item.is_numbered else "-"
        text = f"{'    ' * self.level}{mark} {line_start(line(spans))}"
        yield _Block(text, "numbered" if item.is_numbered else "bullets", self.level)

    def _words_of(self, paragraph: Node) -> Iterator[Span]:
        self.paragraph = paragraph
        yield from self._spans(paragraph, "")
        self.fields.end_paragraph()

    def _spans(self, parent: Node, link: str) -> Iterator[Span]:
        for child in _unwrapped(parent):
            if child.name == "r":
                yield from self._run(child, link)
            elif child.name == "hyperlink":
                yield from self._spans(child, self._link(child))
            elif child.name == "fldSimple":
                yield from self._spans(child, self._link_of_field(child.get("instr")) or link)
            else:
                self._pass_over(child)

    def _run(self, run: Node, link: str) -> Iterator[Span]:
        looks = run.first("rPr") or Node("", {})
        is_hidden = self.styles.hides(self.paragraph, looks)
        is_bold, is_italic = is_on(looks, "b"), is_on(looks, "i")
        has_hidden_words = False
        for child in run.children:
            if child.name in ("fldChar", "instrText"):
                instruction = self.fields.read(child)
                if instruction is not None:
                    self.fields.lead_to(self._link_of_field(instruction))
            elif is_hidden or self.fields.is_in_instruction:
                has_hidden_words = has_hidden_words or (child.name == "t" and bool(child.text.strip()))
            elif child.name == "t" or child.name in _TEXTS:
                yield Span(_TEXTS.get(child.name, child.text), is_bold, is_italic, link or self.fields.link)
            else:
                self._pass_over(child)
        if has_hidden_words:
            self._lose("hidden passage")

    def _link(self, hyperlink: Node) -> str:
        address, place = self.styles.links.get(hyperlink.get("r:id"), ""), hyperlink.get("anchor")
        return self._good(f"{address}#{place}" if address and place and "#" not in address else address)

    def _link_of_field(self, instruction: str) -> str:
        address = address_in(instruction)
        return "" if address is None else self._good(address)

    def _good(self, address: str) -> str:
        good = good_link(address)
        if not address:
            self._lose("link inside the document")
        elif not good:
            self.notebook.leave_out(messages.link_unsafe(address))
        return good

    def _pass_over(self, part: Node) -> None:
        if part.name in _LEFT_OUT:
            self._lose("text box" if _holds(part, "txbxContent") else _LEFT_OUT[part.name])
        elif part.name not in _WORDLESS and not part.name.endswith(_WORDLESS_ENDINGS):
            self._lose("unknown part")

    def _lose(self, what: str) -> None:
        self.lost[what] = self.lost.get(what, 0) + 1

    def _table(self, found: Node) -> Iterator[_Block]:
        self.level = -1
        if self.styles.hides_table(found):
            self._lose("hidden passage")
            return
        rows = [self._row(row) for row in _unwrapped(found) if row.name == "tr"]
        rows = [row for row in rows if row]
        if sum(len(row) for row in rows) > limits.TABLE_CELLS:
            raise messages.too_many(self.name, sum(len(row) for row in rows), "cells", limits.TABLE_CELLS)
        if not any(cell for row in rows for cell in row):
            return
        if max(len(row) for row in rows) == 1:  # a frame around text, made as a table
            yield from (_Block(line_start(row[0])) for row in rows if row[0])
            return
        yield _Block(table(rows))

    def _row(self, row: Node) -> list[str]:
        cells: list[str] = []
        for cell in (child for child in _unwrapped(row) if child.name == "tc"):
            looks = cell.first("tcPr") or Node("", {})
            merged = looks.first("vMerge")
            is_rest = merged is not None and merged.get("val") != "restart"
            cells.append("" if is_rest else self._cell(cell))
            span = small_number((looks.first("gridSpan") or Node("", {})).get("val")) or 1
            cells += [""] * (min(span, limits.COLUMNS) - 1)
        return cells

    def _cell(self, cell: Node) -> str:
        lines = []
        for child in _unwrapped(cell):
            if child.name == "p":
                self.count += 1
                lines.append(line(self._words_of(child), in_table=True))
            elif child.name == "tbl":
                self._lose("table inside a table")
            else:
                self._pass_over(child)
        if self.count > limits.PARAGRAPHS:
            raise messages.too_many(self.name, self.count, "paragraphs", limits.PARAGRAPHS)
        return "<br>".join(text for text in lines if text)


def _unwrapped(parent: Node) -> Iterator[Node]:
    """Yield what is inside an element, without the frames that Word puts around some of it."""
    for child in parent.children:
        if child.name == "sdt":
            yield from _unwrapped(child.first("sdtContent") or Node("", {}))
        elif child.name in _WRAPPERS:
            yield from _unwrapped(child)
        else:
            yield child


def _holds(part: Node, name: str) -> bool:
    return any(child.name == name or _holds(child, name) for child in part.children)


def _together(blocks: list[_Block]) -> str:
    """Return the blocks with an empty line between them, but between two items of one list."""
    parts = [blocks[0].text]
    for before, block in pairwise(blocks):
        is_one_list = bool(before.list_kind and block.list_kind) and (
            before.list_kind == block.list_kind or block.level > 0
        )
        parts.append(("\n" if is_one_list else "\n\n") + block.text)
    return "".join(parts)
