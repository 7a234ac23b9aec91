"""Files of other programs that are mistyped, damaged or mean harm: refused in a sentence, or taken without the harm."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import yaml

from boardsite.commands.imports import Desk, Taken, take
from boardsite.diagnostics import BoardsiteError
from boardsite.pipeline import Order
from boardsite.schema.documents import sort_tree
from tests.bad_input.cases import calendar, event
from tests.support import small_site
from tests.support.office_files import cells, docx, item, p, r, tbl, xlsx, zipped

ORDER = Order(small_site.ROOT, small_site.MOMENT)
DESK = Desk.of(ORDER, (), sort_tree(())[0], "", "")
HEAD = "Role,Email,Phone,Name,Consent,Note\n"
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'


def row(*values: str) -> str:
    return HEAD + ",".join(values) + "\n"


def event_lines(*lines: str) -> str:
    return event("UID:a@example.org", *lines, title="Forum")


# No file comes of it, and the sentence names the file
REFUSED: dict[str, tuple[str, str | bytes | Callable[[], bytes]]] = {
    "csv-empty": ("a.csv", ""),
    "csv-nul": ("a.csv", b"Role,Email\n\x00"),
    "csv-no-role": ("a.csv", "Colour,Email\nred,a@example.org\n"),
    "csv-of-a-workbook": ("a.csv", lambda: xlsx([cells("Role")])),
    "csv-columns": ("a.csv", "," * 100),
    "csv-rows": ("a.csv", HEAD + "a,b\n" * 3000),
    "csv-cell": ("a.csv", HEAD + '"' + "x" * 200_000 + '"\n'),
    "csv-quote-open": ("a.csv", '"' + "x\n" * 200_000),
    "xlsx-empty": ("a.xlsx", b""),
    "xlsx-text": ("a.xlsx", "Role,Email"),
    "xlsx-of-a-document": ("a.xlsx", lambda: docx(p("x"))),
    "xlsx-entities": ("a.xlsx", lambda: zipped({"xl/workbook.xml": OUTSIDE})),
    "xlsx-cut": ("a.xlsx", lambda: xlsx([cells("Role")])[:200]),
    "xlsx-far-cell": ("a.xlsx", lambda: xlsx(['<c r="XFD1048576"><v>1</v></c>'])),
    "xlsx-no-sheet": ("a.xlsx", lambda: zipped({"xl/workbook.xml": "<workbook/>"})),
    "xlsx-odd-index": ("a.xlsx", lambda: xlsx(['<c r="A1" t="s"><v>-99999999</v></c>'])),
    "xlsx-odd-place": ("a.xlsx", lambda: xlsx(['<c r="\u0661\u0662"><v>1</v></c>'])),
    "docx-empty": ("a.docx", b""),
    "docx-text": ("a.docx", "Dear all"),
    "docx-nothing-in-it": ("a.docx", lambda: docx("")),
    "docx-entities": ("a.docx", lambda: zipped({"word/document.xml": OUTSIDE})),
    "docx-path": ("a.docx", lambda: zipped({"../../word/document.xml": "<x/>"})),
    "doc": ("a.doc", b"\xd0\xcf\x11\xe0"),
    "xls": ("a.xls", b"\xd0\xcf\x11\xe0"),
    "pdf": ("a.pdf", b"%PDF-1.4"),
    "no-ending": ("a", b"x"),
    "program": ("a.exe", b"MZ"),
    "ics-empty": ("a.ics", ""),
    "ics-text": ("a.ics", "Dear all"),
}
# Contacts that are taken, and what must not be in the file that comes of it
TAKEN: dict[str, tuple[str, str | bytes | Callable[[], bytes], tuple[str, ...]]] = {
    "csv-formula": ("a.csv", row("Chair", "a@example.org", "", "", "", "=cmd|'/c x'!A1"), ("cmd",)),
    "csv-at-formula": ("a.csv", row("Chair", "a@example.org", "", "", "", "@SUM(1)"), ("SUM",)),
    "csv-formula-space": ("a.csv", row("Chair", "a@example.org", "", "", "", " =HYPERLINK(1)"), ("HYPERLINK",)),
    "csv-no-consent": ("a.csv", row("Chair", "a@example.org", "", "Pat Sample", "", ""), ("Pat",)),
    "csv-mobile": ("a.csv", row("Chair", "a@example.org", "07700 900123", "", "", ""), ("07700",)),
    "csv-unseen": ("a.csv", row("Chair\u202e", "a@example.org", "", "", "", "\ue0000\ue001x\u200b"), ("\u202e", "\ue000", "\u200b")),
    "csv-settings": ("a.csv", row("Chair", "a@example.org", "", "", "", '"x\n  - role: Other"'), ("\n  - role: Other",)),
    "csv-alias": ("a.csv", row("Chair", "a@example.org", "", "", "", "*x &y !z"), ("!!",)),
    "csv-hash": ("a.csv", row("Chair", "a@example.org", "", "", "", "We are #1"), ("\n#",)),
    "csv-colon": ("a.csv", row("Chair: one", "a@example.org", "", "", "", "a: b"), ()),
    "csv-script-mail": ("a.csv", row("Chair", "javascript:x", "01632 960001", "", "", ""), ("javascript",)),
    "csv-mark": ("a.csv", b"\xef\xbb\xbf" + row("Chair", "a@example.org", "", "", "", "").encode(), ("\ufeff",)),
    "csv-windows": ("a.csv", row("Chair", "a@example.org", "", "", "", "caf\xe9").encode("cp1252"), ("\ufffd",)),
    "csv-utf-16": ("a.csv", row("Chair", "a@example.org", "", "", "", "").encode("utf-16"), ("\x00",)),
    "csv-semicolons": ("a.csv", row("Chair", "a@example.org", "", "", "", "").replace(",", ";"), ()),
    "csv-mac-lines": ("a.csv", row("Chair", "a@example.org", "", "", "", "").replace("\n", "\r"), ("\r",)),
    "xlsx-formula": ("a.xlsx", lambda: xlsx([cells("Role", "Email", "Note"), cells("Chair", "a@example.org") + '<c t="str"><f>WEBSERVICE(1)</f><v>x</v></c>']), ("WEBSERVICE",)),
    "xlsx-markup": ("a.xlsx", lambda: xlsx([cells("Role", "Email", "Note"), cells("Chair", "a@example.org", "<b>: *x")]), ()),
}  # fmt: skip
# Documents that are taken, and what must not be in the page that comes of it
PAGES: dict[str, tuple[Callable[[], bytes], tuple[str, ...]]] = {
    "docx-author": (lambda: docx(p("Text")), ("SECRET",)),
    "docx-deleted": (lambda: docx(p("Text") + f"<w:p><w:del>{r('TOKEN').replace('w:t', 'w:delText')}</w:del></w:p>"), ("TOKEN",)),
    "docx-hidden": (lambda: docx(p(r("Text") + r("TOKEN", "<w:vanish/>"))), ("TOKEN",)),
    "docx-script": (lambda: docx(p(r("<script>TOKEN()</script>"))), ("<script>",)),
    "docx-fence": (lambda: docx(p("Title", "Title") + p("---") + p("draft: no")), ("\n---\ndraft: no",)),
    "docx-link-script": (lambda: docx(p(f'<w:hyperlink r:id="x">{r("Text")}</w:hyperlink>'), {"x": "javascript:TOKEN()"}), ("javascript",)),
    "docx-link-file": (lambda: docx(p(f'<w:hyperlink r:id="x">{r("Text")}</w:hyperlink>'), {"x": "file:///S:/TOKEN"}), ("file:///",)),
    "docx-template": (lambda: docx(p("{{ 7*7 }}")), ("49",)),
    "docx-unseen": (lambda: docx(p("a\u202eb\ue0000\ue001")), ("\u202e", "\ue000")),
    "docx-table": (lambda: docx(tbl([["a|b", "c\nd"], ["e", "f"]])), ()),
    "docx-list": (lambda: docx(item("one") + item("two", level=8)), ()),
    "docx-title": (lambda: docx(p('Title: "one" # two', "Title") + p("x")), ()),
}  # fmt: skip
# Events that are taken, and what must not be in the file that comes of it
EVENTS: dict[str, tuple[str, tuple[str, ...]]] = {
    "ics-attendee": (event_lines("ATTENDEE;CN=TOKEN:mailto:TOKEN@example.org"), ("TOKEN",)),
    "ics-organiser": (event_lines("ORGANIZER;CN=TOKEN:mailto:TOKEN@example.org"), ("TOKEN",)),
    "ics-html": (event_lines("X-ALT-DESC:<p>TOKEN</p>"), ("TOKEN",)),
    "ics-alarm": (event_lines("BEGIN:VALARM\nDESCRIPTION:TOKEN\nEND:VALARM"), ("TOKEN",)),
    "ics-accept": (event_lines("X-BOARDSITE-ACCEPT:on-holiday TOKEN"), ("TOKEN",)),
    "ics-file": (event_lines("X-BOARDSITE-FILE:../../TOKEN"), ("TOKEN",)),
    "ics-break-out": (event_lines("LOCATION:a\\nEND:VEVENT\\nBEGIN:VEVENT"), ()),
    "ics-unseen": (event_lines("LOCATION:a\u202e\ue0000\ue001"), ("\u202e", "\ue000")),
}


def made(content: str | bytes | Callable[[], bytes]) -> bytes:
    return content.encode() if isinstance(content, str) else content if isinstance(content, bytes) else content()


def texts(taken: Taken) -> list[str]:
    """Return what would be written; the name of each file stays inside its folder."""
    for draft in taken.drafts:
        assert draft.path.startswith("content/")
        assert ".." not in draft.path
    return [draft.content.decode() for draft in taken.drafts]


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_cannot_be_brought_in_is_refused_in_a_sentence(name: str) -> None:
    file, content = REFUSED[name]
    try:
        taken = take(file, made(content), DESK)
    except BoardsiteError as refused:
        assert file in refused.sentence
        assert len(refused.sentence) < 400
    else:
        assert taken.drafts == ()
        assert taken.notes.left_out


@pytest.mark.parametrize("name", TAKEN)
def test_contacts_are_taken_without_the_harm(name: str) -> None:
    file, content, never = TAKEN[name]
    (text,) = texts(take(file, made(content), DESK))
    assert [word for word in never if word in text] == []
    (contact,) = yaml.safe_load(text)["contacts"]
    assert contact["role"].startswith("Chair")
    assert not set(contact) - {"role", "email", "phone", "note"}


@pytest.mark.parametrize("name", PAGES)
def test_a_document_is_taken_without_the_harm(name: str) -> None:
    make, never = PAGES[name]
    (text,) = texts(take("a.docx", make(), DESK))
    assert [word for word in never if word in text] == []
    head = yaml.safe_load(text.split("\n---\n")[0])
    assert head["draft"] is True
    assert not [d for d in small_site.build({"content/a.md": text}).report.errors if d.where.path == "content/a.md"]


@pytest.mark.parametrize("name", EVENTS)
def test_events_are_taken_without_the_harm(name: str) -> None:
    content, never = EVENTS[name]
    (text,) = texts(take("a.ics", content.encode(), DESK))
    assert [word for word in never if word in text] == []
    assert text.count("\r\nBEGIN:VEVENT\r\n") == text.count("\r\nEND:VEVENT\r\n") == 1


def test_a_calendar_of_no_events_makes_no_file() -> None:
    assert take("a.ics", calendar().encode(), DESK).drafts == ()
