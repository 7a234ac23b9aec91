"""A Word document becomes the Markdown of a page: its words and its form, and nothing that was not meant to be seen."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardsite.diagnostics import BoardsiteError
from boardsite.importing.documents import Page, read_document
from boardsite.importing.markdown_writer import Span, good_link, line, line_start, table
from boardsite.importing.notes import Notebook
from boardsite.markup.body import Body, render
from tests.support.office_files import WORD, docx, item, p, r, tbl


def page(body: str, **more: object) -> Page:
    return read_document("page.docx", docx(body, **more), Notebook())  # type: ignore[arg-type]


def shown(text: str) -> Body:
    body, told = render(text, "x.md", 1)
    assert body is not None
    assert told == ()
    return body


def test_headings_paragraphs_and_looks() -> None:
    found = page(
        p("Signs of Safety", "Title") + p("What it is", "berschrift1") + p(r("We look at ") + r("strengths", "<w:b/>") + r(" and ") + r("worries", "<w:i/>") + r("."))
        + p("Deeper", "Own") + p("Own level", looks='<w:outlineLvl w:val="1"/>')
    )  # fmt: skip
    assert found.title == "Signs of Safety"
    assert found.text == "## What it is\n\nWe look at **strengths** and *worries*.\n\n### Deeper\n\n## Own level"
    assert [(h.text, h.level) for h in shown(found.text).headings] == [
        ("What it is", 2),
        ("Deeper", 3),
        ("Own level", 2),
    ]


def test_the_first_heading_is_the_title_where_there_is_no_other() -> None:
    found = page(p("Guide", "berschrift1") + p("Text.") + p("Next", "berschrift1"))
    assert (found.title, found.text) == ("Guide", "Text.\n\n## Next")


def test_lists_are_lists_of_their_kind_and_depth() -> None:
    found = page(
        p("Bring:") + item("one") + item("two") + item("deeper", level=1) + item("deepest", level=2) + item("three")
        + item("first", 2) + item("inner", 2, 1) + item("second", 2) + p("After.") + p("By style", "ListBullet")
    )  # fmt: skip
    html = shown(found.text).html.replace("\n", "")
    assert "<ul><li>one</li><li>two<ul><li>deeper<ul><li>deepest</li></ul></li></ul></li><li>three</li></ul>" in html
    assert (
        "<ol><li><p>first</p><ul><li>inner</li></ul></li><li><p>second</p></li></ol><p>After.</p><ul><li>By style</li></ul>"
        in html
    )


def test_a_list_that_begins_deep_is_no_block_of_code() -> None:
    found = page(p("Bring:") + item("deep", level=2))
    assert "<pre" not in shown(found.text).html
    assert "<li>deep</li>" in shown(found.text).html


def test_tables_keep_their_cells_where_they_are() -> None:
    wide = f'<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{p("wide")}</w:tc>'
    top = f'<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{p("tall")}</w:tc>'
    rest = f"<w:tc><w:tcPr><w:vMerge/></w:tcPr>{p('hidden by the merge')}</w:tc>"
    two = f"<w:tc>{p('a')}{p('b')}</w:tc>"
    found = page(tbl([["Day", "Time", "Pl|ace"], [wide, "x"], [top, "1", "2"], [rest, two, "4"]]))
    html = shown(found.text).html.replace("\n", "")
    assert '>Day</th><th scope="col">Time</th><th scope="col">Pl|ace</th>' in html
    assert "<tr><td>wide</td><td></td><td>x</td></tr>" in html
    assert "<tr><td></td><td>a<br>b</td><td>4</td></tr>" in html
    assert "hidden by the merge" not in html


def test_a_frame_made_as_a_table_is_text() -> None:
    assert page(tbl([["Only one cell"]])).text == "Only one cell"


def test_links_lead_where_they_led_if_a_page_may_lead_there() -> None:
    body = p('<w:hyperlink r:id="a">' + r("good") + "</w:hyperlink>") + p(
        '<w:hyperlink r:id="b">' + r("bad") + "</w:hyperlink>"
    )
    found = page(body, links={"a": "https://example.org/a b?x=(1)&y", "b": "javascript:alert(1)"})
    assert found.text == "[good](<https://example.org/ab?x=(1)&y>)\n\nbad"
    assert [link.link.target for link in shown(found.text).links] == ["https://example.org/ab?x=(1)&y"]
    assert any("javascript" in sentence for sentence in found.notes.left_out)


def test_what_was_not_meant_to_be_seen_stays_in_the_file() -> None:
    found = page(
        p(r("Kept") + f"<w:del>{r('DELETED')}</w:del>" + f"<w:ins>{r(' and new')}</w:ins>" + r("HIDDEN", "<w:vanish/>"))
        + p("<w:r><w:commentReference/><w:footnoteReference/><w:drawing/></w:r>" + r("Text"))
        + p("<w:r><w:fldChar/><w:instrText>MERGEFIELD secret</w:instrText></w:r>" + r("Field")),
        more={"word/comments.xml": "<x>REMARK</x>", "word/vbaProject.bin": b"MACRO", "word/header1.xml": "<x>HEADER</x>"},
    )  # fmt: skip
    assert found.text == "Kept and new\n\nText\n\nField"
    told = " ".join(found.notes.left_out)
    for what in ("1 deleted passage", "1 hidden passage", "1 remark", "1 footnote", "1 picture", "macros"):
        assert what in told


HIDING = f"""<w:styles {WORD}>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Hid"><w:basedOn w:val="Normal"/><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Below"><w:basedOn w:val="Hid"/></w:style>
<w:style w:type="paragraph" w:styleId="Seen"><w:basedOn w:val="Hid"/><w:rPr><w:vanish w:val="0"/></w:rPr></w:style>
<w:style w:type="character" w:styleId="HidC"><w:rPr><w:webHidden/></w:rPr></w:style>
<w:style w:type="table" w:styleId="HidT"><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Round"><w:basedOn w:val="Round"/></w:style>
</w:styles>"""


def test_what_a_style_hides_is_not_taken() -> None:
    found = page(
        p("Kept", "Seen") + p("SECRET", "Hid") + p("SECRET", "Below") + p(r("SECRET", '<w:rStyle w:val="HidC"/>') + r("Also"))
        + p(r("shown again", '<w:vanish w:val="false"/>'), "Hid") + p("Round", "Round")
        + tbl([["a", p("SECRET", "Hid").join(("<w:tc>", "</w:tc>"))]])
        + tbl([["SECRET"]]).replace("<w:tbl>", '<w:tbl><w:tblPr><w:tblStyle w:val="HidT"/></w:tblPr>'),
        more={"word/styles.xml": HIDING},
    )  # fmt: skip
    assert "SECRET" not in found.text
    assert [words for words in ("Kept", "Also", "shown again", "Round") if words not in found.text] == []
    assert "5 hidden passages." in found.notes.left_out


def test_a_document_whose_every_paragraph_is_hidden_has_nothing_for_a_page() -> None:
    styles = HIDING.replace('<w:name w:val="Normal"/>', "<w:rPr><w:vanish/></w:rPr>")
    with pytest.raises(BoardsiteError, match="There is nothing in page"):
        page(p("SECRET"), more={"word/styles.xml": styles})


def field(instruction: str, *results: str) -> str:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    pieces = (f"<w:r><w:instrText>{escape(piece)}</w:instrText></w:r>" for piece in re.split("(?=Y)", instruction))
    return f"{mark('begin')}{''.join(pieces)}{mark('separate')}{''.join(map(r, results))}{mark('end')}"


@pytest.mark.parametrize(
    ("inner", "text", "told"),
    [
        (field(' HYPERLINK "https://example.org/x" '), "", ()),
        (field(' HYPERLINK "https://example.org/x" ', "one", " two"), "[one two](<https://example.org/x>)", ()),
        (field('HYPERLINK "mailto:a@example.org" \\o "tip" \\h', "mail"), "[mail](<mailto:a@example.org>)", ()),
        (field(' HYPERLINK \\l "_Toc1" ', "Chapter"), "Chapter", ("1 link inside the document.",)),
        (field(' HYPERLINK "javascript:x" ', "bad"), "bad", ("javascript:x",)),
        (field(" DATE ", "1 May 2016"), "1 May 2016", ()),
        (field(" IF ", "shown") + r(" after"), "shown after", ()),
        ('<w:fldSimple w:instr=\' HYPERLINK "https://example.org/" \'>' + r("s") + "</w:fldSimple>", "[s](<https://example.org/>)", ()),
        ('<w:hyperlink w:anchor="x">' + r("inner") + "</w:hyperlink>", "inner", ("1 link inside the document.",)),
        ('<w:hyperlink r:id="a" w:anchor="x">' + r("far") + "</w:hyperlink>", "[far](<https://example.org/#x>)", ()),
    ],
)  # fmt: skip
def test_fields_give_their_results_and_where_they_lead(inner: str, text: str, told: tuple[str, ...]) -> None:
    found = page(p("Before.") + p(inner), links={"a": "https://example.org/"})
    assert found.text == f"Before.\n\n{text}".strip()
    assert len(found.notes.left_out) == len(told)
    assert all(words in sentence for words, sentence in zip(told, found.notes.left_out, strict=True))


def test_an_instruction_is_no_text_and_ends_with_its_paragraph() -> None:
    begin, inner = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>', field(" MERGEFIELD a ", "SECRET")
    found = page(p(begin + inner + r("SECRET")) + p("Next."))
    assert found.text == "Next."
    assert found.notes.left_out == ("2 hidden passages.",)


BOX = "<w:txbxContent>" + p("words in a box") + "</w:txbxContent>"


@pytest.mark.parametrize(
    ("inner", "told"),
    [
        ("<m:oMathPara><m:oMath/></m:oMathPara>", "1 formula."),
        (f"<w:r><mc:AlternateContent><mc:Choice><w:drawing>{BOX}</w:drawing></mc:Choice></mc:AlternateContent></w:r>", "1 text box."),
        (f"<w:r><w:pict>{BOX}</w:pict></w:r>" * 2, "2 text boxes."),
        ("<w:r><mc:AlternateContent><mc:Choice><w:drawing/></mc:Choice></mc:AlternateContent></w:r>", "1 picture"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "1 symbol."),
        ("<w:r><w:ruby/></w:r><w:contentPart/>", "2 unknown parts."),
        ("<w:bookmarkStart/><w:bookmarkEnd/><w:proofErr/><w:r><w:lastRenderedPageBreak/></w:r>", ""),
    ],
)  # fmt: skip
@pytest.mark.parametrize("is_in_table", [False, True])
def test_what_no_page_can_have_is_counted(inner: str, told: str, is_in_table: bool) -> None:
    part = p(r("Text") + inner.replace("m:", "w:").replace("mc:", "w:"))
    found = page(tbl([["a", f"<w:tc>{part}</w:tc>"]]) if is_in_table else part)
    assert "words in a box" not in found.text
    assert [sentence[: len(told)] for sentence in found.notes.left_out] == [told] * bool(told)


def test_a_document_inside_a_document_is_named() -> None:
    assert page(p("Text") + '<w:altChunk r:id="a"/>').notes.left_out == ("1 inserted document.",)


def test_what_word_puts_a_frame_around_is_taken_in_tables_too() -> None:
    framed = [f"<w:sdt><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>" for inner in ("<w:tr><w:tc>" + p("a") + "</w:tc></w:tr>", p("b"))]
    assert page(f"<w:tbl>{framed[0]}<w:tr><w:tc>{framed[1]}</w:tc></w:tr></w:tbl>").text == "a\n\nb"


@pytest.mark.parametrize(
    "text",
    ["# not a heading", "- not a list", "1. not a list", "12) x", "> no quote", "*stars* and _lines_", "[x](y)", "<b>x</b> &amp; &lt;",
     "a | b", "=====", "---", "~~~", "```", ": meaning", "    four spaces", "back\\slash \\* x", "![x](y)", "{: .x}", "<script>alert(1)</script>",
     "[1]: http://x", "https://example.org/a_b_c", "&#60;b&#62;", "+ plus", "1986. A great year", "* * *", "*[HTML]: x"],
)  # fmt: skip
def test_no_letter_becomes_a_mark(text: str) -> None:
    for spans in ([Span(text)], [Span(text, is_bold=True)]):
        body = shown(f"Before.\n\n{line_start(line(spans))}\n\nAfter.")
        assert " ".join(body.opening.split()) == " ".join(f"Before. {text} After.".split())
        assert "<script" not in body.html
        assert body.headings == ()
    cell = shown(table([["Head", "Other"], [line([Span(text)], in_table=True), "x"]]))
    assert " ".join(text.split()) in " ".join(cell.opening.split())


@given(st.text(alphabet=st.characters(exclude_categories=("C", "Zl", "Zp")), min_size=1, max_size=60))
def test_any_text_is_shown_as_it_was(text: str) -> None:
    flat = " ".join(text.split())
    if not flat or len(flat) < 2:
        return
    body = shown(f"Before.\n\n{line_start(line([Span(flat)]))}\n\nAfter.")
    assert " ".join(body.opening.split()) == " ".join(f"Before. {flat} After.".split())


@pytest.mark.parametrize(
    "address",
    [
        "javascript:x",
        "data:text/html,x",
        "file:///etc/passwd",
        "//x",
        "x",
        "",
        "vbscript:x",
        "http://[x",
        " java\nscript:x",
    ],
)
def test_addresses_that_are_no_pages_are_not_taken(address: str) -> None:
    assert good_link(address) == ""
