"""Texts made of the pieces that matter to each reader, put together in every way: there is an answer, and it is safe.

A few of each in every run; `BOARDSITE_FUZZ=5000 python3 build.py test tests/properties/test_fuzz.py` tries more. What
is found is kept for good as a named case in tests/bad_input.
"""

from __future__ import annotations

import os
from datetime import date
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import html5lib
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boardsite.calendars import reader, recurrence, writer
from boardsite.commands.imports import Desk, take
from boardsite.diagnostics import BoardsiteError
from boardsite.markup.body import render
from boardsite.pipeline import Order
from boardsite.reading import located
from boardsite.reading.front_matter import read_page
from boardsite.reading.letters import decode
from boardsite.reading.sources import source_file
from boardsite.schema.content_types import NEWS
from boardsite.schema.documents import read_document, sort_tree
from boardsite.text import without_controls
from tests.bad_input import active
from tests.support import small_site
from tests.support.office_files import SHEET, WORD, cells, docx, zipped

EXAMPLES = int(os.environ.get("BOARDSITE_FUZZ", "60"))
many = settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))
LONDON = ZoneInfo("Europe/London")
NEAR = recurrence.Near(date(2015, 5, 1), date(2016, 6, 1), date(2017, 12, 31))
DESK = Desk.of(Order(small_site.ROOT, small_site.MOMENT), (), sort_tree(())[0], "", "")

MARKDOWN = (
    "a", " ", "\n", "\n\n", "    ", "\t", "# ", "## ", "- ", "1. ", "> ", "*", "**", "_", "`", "```\n", "~~~\n", "[", "]", "(", ")", "![", "](",
    "<", ">", "</", "/>", "<b>", "</b>", "<p ", "<a href=", "<img src=x ", "<script>", "</script>", "<!--", "-->", "<![CDATA[", "]]>", "<?", "<svg>", "<style>",
    "<table>", "<td>", "<textarea>", "<title>", "<math>", "<div>", "</div>", "<details>", "&", "&#", "&#x3c;", "&lt;", ";", '"', "'", "=", "onclick=", "javascript:",
    "http://", "https://[", "mailto:", "|", "--|--", "\n: ", "\\", "x\u0301", "\ue000", "\x91", "\x92", "\x93", "\x94", "\x02", "\x03", "\x00", "\u202e", "{{", "}}", "wzxhzdk:0", "[a]: ", "---\n", "===\n",
)  # fmt: skip
YAML = (
    "a", "b: ", "title: ", "date: ", "5 May 2016", "\n", "\n  ", "\n    ", "- ", ": ", ":", "#", " #", "'", '"', "\\", "\\u", "\\x1", "[", "]", "{", "}", ",", "&a ", "*a",
    "<<: ", "!", "!!", "!!binary ", "|", ">", "|2-\n", "? ", "%", "@", "`", "---\n", "...\n", "\t", "~", "null", "\x85", "\u2028", "\ufeff", "\ud7ff", "\U0001f3e1", "tags: ", "=",
)  # fmt: skip
CALENDAR = (
    "BEGIN:VCALENDAR\n", "END:VCALENDAR\n", "BEGIN:VEVENT\n", "END:VEVENT\n", "BEGIN:VTIMEZONE\n", "TZID:x\n", "BEGIN:STANDARD\n", "END:STANDARD\n", "END:VTIMEZONE\n",
    "TZOFFSETFROM:+0100\n", "TZOFFSETTO:-9999\n", "BEGIN:VALARM\n", "END:VALARM\n", "UID:a\n", "UID:b\n", "SUMMARY:", "DTSTART", "DTEND", "DURATION", "RRULE:FREQ=", "EXDATE", "RDATE",
    "RECURRENCE-ID", "RANGE=THISANDFUTURE", ";TZID=Europe/London", ";TZID=x", ";VALUE=DATE", ";VALUE=PERIOD", ":", ";", ",", "=", "20160627", "20160627T093000", "20160627T093000Z", "20160230",
    "19700101T000000", "99991231", "/PT1H", "P1D", "-P1W", "PT99999H", "DAILY", "WEEKLY", "MONTHLY", "YEARLY", "HOURLY", ";COUNT=3", ";UNTIL=20160801", ";INTERVAL=2", ";INTERVAL=0",
    ";BYDAY=MO,2TU", ";BYDAY=-1FR", ";BYMONTHDAY=31", ";BYSETPOS=-1", ";BYHOUR=9,10", ";BYWEEKNO=53", ";WKST=SU", "\n", "\n ", "\r\n", "\r", "CLASS:PRIVATE\n", "STATUS:CANCELLED\n",
    "SEQUENCE:1\n", "X-BOARDSITE-TIME:TO-BE-CONFIRMED\n", "X-BOARDSITE-SLUG:a/b\n", "\\n", "\\,", '"', "\x00", "é", "LOCATION:", "DESCRIPTION:<b>", "URL:", "X-BOARDSITE-BOOKING:link ", "https://[", "@", "CLASS", "METHOD:CANCEL\n", "VERSION:2.0\n",
)  # fmt: skip
TABLE = ("Role", "Email", "Phone", "Name", "Consent", "Chair", "a@example.org", "01632 960001", ",", ";", "\t", "\n", "\r", '"', "=1", "@", "+44", "\x00", "é", "\u202e", " ", ": *x", "#")  # fmt: skip
SHEETS = (
    "<row>", "</row>", '<row r="2">', '<c r="A1">', '<c r="B1" t="s">', '<c t="inlineStr">', '<c r="ZZ9">', "</c>", "<v>", "</v>", "<is><t>", "</t></is>", "1", "0", "-1", "Role", "Chair", "1e999",
    '<c t="b">', '<c t="d">', '<c s="1">', '<c s="99">', "<f>", "</f>", "42500", "&amp;", "<x/>",
)  # fmt: skip
WORDS = (
    "<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>", "</w:t>", "<w:tbl>", "</w:tbl>", "<w:tr>", "</w:tr>", "<w:tc>", "</w:tc>", "<w:pPr>", "</w:pPr>", '<w:pStyle w:val="Title"/>', "<w:br/>", "<w:tab/>",
    '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>', '<w:ilvl w:val="x"/>', "<w:b/>", '<w:hyperlink r:id="x">', "</w:hyperlink>", "<w:del>", "</w:del>", '<w:gridSpan w:val="999999"/>',
    "text", "*", "#", "---", "|", "<w:drawing/>", "<w:vanish/>", '<w:fldSimple w:instr="x">', "</w:fldSimple>", "<w:sdt>", "</w:sdt>",
)  # fmt: skip


def made_of(pieces: tuple[str, ...], most: int = 40) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(pieces), max_size=most).map("".join)


@given(made_of(MARKDOWN))
@many
def test_any_markdown_becomes_safe_html_or_a_finding(text: str) -> None:
    decoded, _ = decode(source_file("content/p.md", text.replace("\x00", "").encode()))
    assert decoded is not None
    made, told = render(decoded, "p.md", 1)
    assert made is not None or told
    html = made.html if made else ""
    fragment = html5lib.parseFragment(html, treebuilder="etree", namespaceHTMLElements=False)
    for element in fragment.iter():
        assert element.tag not in (
            "script",
            "style",
            "svg",
            "math",
            "iframe",
            "form",
            "input",
            "textarea",
            "title",
            "object",
        )
        assert not [name for name in element.attrib if str(name).startswith("on") or name == "style"]
    found = active.Read()
    active._html(
        f"<!DOCTYPE html><title>t</title><main><p>{'' if made is None else made.html}</main><footer id=end></footer>",
        found,
    )
    assert not [word for word in found.active if "javascript" in word]
    assert found.active.count("footer") == 1


@given(made_of(YAML))
@many
def test_any_settings_are_read_the_same_with_and_without_the_c_library(text: str) -> None:
    with pytest.MonkeyPatch.context() as patched:
        fast = outcome_of(text)
        patched.setattr(located, "_Loader", yaml.SafeLoader)
        slow = outcome_of(text)
    # About some odd texts ("a: |#") they disagree whether they are settings at all; one that has both read is the same.
    assert fast == slow or "refused" in (fast, slow)


def outcome_of(text: str) -> object:
    text = without_controls(text)  # as the reader of letters does
    value, told = located.read_settings(text, "x.yaml")
    assert value is not None or told
    return "refused" if any(finding.is_error for finding in told) else texts(value)


def texts(value: located.RawValue | None) -> object:
    """Return what was read without the places: those of an empty name differ by a column."""
    match value:
        case located.RawMap(values):
            return [(key.text, texts(each)) for key, each in values]
        case located.RawList(items):
            return list(map(texts, items))
        case located.RawText(text, _, is_empty):
            return (text, is_empty)
    return None


@given(made_of(YAML), made_of(MARKDOWN, 10))
@many
def test_any_file_of_news_has_an_answer(text: str, body: str) -> None:
    for whole in (f"---\n{text}\n---\n{body}", f"---\ntitle: x\ndate: 5 May 2016\n{text}\n---\n{body}", text + body):
        page, told = read_page(whole, "x.md")
        assert page is not None or told
        document, told = read_document(
            source_file("lscgs/south/news/x.md", whole.encode("utf-8", "surrogatepass")), NEWS
        )
        assert document is not None or told


@given(made_of(CALENDAR, 60), st.booleans())
@many
def test_any_calendar_is_balanced_followed_and_written(text: str, is_framed: bool) -> None:
    whole = (
        f"BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:f\nSUMMARY:x\n{text}\nEND:VEVENT\nEND:VCALENDAR\n"
        if is_framed
        else text
    )
    reading = reader.read([("lscgs/south/events/a.ics", whole.encode())], LONDON)
    assert reading.ledger.is_balanced
    assert reading.series or reading.diagnostics or not reading.ledger.found
    found, _ = recurrence.expand_all(reading.series, NEAR, LONDON)
    assert len(found) == len(reading.series)
    for details in (series.details for series in reading.series):
        urlsplit(details.url)
        urlsplit(details.booking_target)
    feed = writer.calendar(reading.series, name="S", uid="s", url="", zone=LONDON, addresses={})
    assert active.read([("a.ics", feed)]).broken == []


@given(made_of(TABLE))
@many
def test_any_table_is_taken_or_refused_in_a_sentence(text: str) -> None:
    _take("a.csv", text.encode())
    _take("a.csv", f"Role,Email\nChair,a@example.org\n{text}".encode())


@given(made_of(SHEETS))
@many
def test_any_workbook_is_taken_or_refused_in_a_sentence(inside: str) -> None:
    sheet = f"<worksheet {SHEET}><sheetData><row r='1'>{cells('Role', 'Email')}</row>{inside}</sheetData></worksheet>"
    parts = {
        "xl/workbook.xml": f'<workbook {SHEET}><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": sheet,
    }
    _take("a.xlsx", zipped(parts))


@given(made_of(WORDS))
@many
def test_any_document_is_taken_or_refused_in_a_sentence(inside: str) -> None:
    _take("a.docx", docx(inside))
    _take("a.docx", zipped({"word/document.xml": f"<w:document {WORD}><w:body>{inside}</w:body></w:document>"}))


@given(st.binary(max_size=400), st.sampled_from(["a.csv", "a.xlsx", "a.docx", "a.ics"]))
@many
def test_any_bytes_are_taken_or_refused_in_a_sentence(content: bytes, name: str) -> None:
    _take(name, content)
    _take(name, b"PK\x03\x04" + content)


def _take(name: str, content: bytes) -> None:
    try:
        taken = take(name, content, DESK)
    except BoardsiteError as refused:
        assert refused.sentence
    else:
        assert all(draft.content for draft in taken.drafts)
