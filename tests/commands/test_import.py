"""`import` takes what can be published, says what became of the rest, and writes nothing that a check would refuse."""

from __future__ import annotations

from pathlib import Path

import pytest

from boardsite.calendars.reader import read
from boardsite.commands import bring_in
from boardsite.diagnostics import BoardsiteError
from boardsite.pipeline import build
from tests.commands.test_new import order, snapshot
from tests.support import small_site
from tests.support.commands import run
from tests.support.office_files import cells, docx, item, p, tbl, xlsx

OUTLOOK = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Microsoft//Outlook//EN
METHOD:REQUEST
BEGIN:VEVENT
UID:040000008200E00074C5B7101A82E008
DTSTAMP:20160501T090000Z
SEQUENCE:3
DTSTART;TZID=GMT Standard Time:20160712T093000
DTEND;TZID=GMT Standard Time:20160712T113000
RRULE:FREQ=MONTHLY;BYDAY=2TU;COUNT=3
SUMMARY:Group meeting
LOCATION:Sample Hall
DESCRIPTION:Agenda follows.\\nhttps://zoom.us/j/123456789?pwd=SECRET
ORGANIZER;CN=SECRET PERSON:mailto:secret@example.org
ATTENDEE;CN=SECRET GUEST:mailto:guest@example.org
BEGIN:VALARM
TRIGGER:-PT15M
END:VALARM
END:VEVENT
BEGIN:VEVENT
UID:private@example.org
DTSTAMP:20160501T090000Z
DTSTART:20160713T090000Z
SUMMARY:SECRET case conference
CLASS:PRIVATE
END:VEVENT
BEGIN:VEVENT
UID:broken@example.org
DTSTAMP:20160501T090000Z
DTSTART:20161331T090000Z
SUMMARY:Broken one
END:VEVENT
BEGIN:VEVENT
UID:forum@example.org
DTSTAMP:20160501T090000Z
DTSTART:20160627T083000Z
SUMMARY:Summer forum
END:VEVENT
BEGIN:VEVENT
UID:late@example.org
DTSTAMP:20160501T090000Z
DTSTART;VALUE=DATE:20160801
SUMMARY:Family day
X-BOARDSITE-FILE;LABEL=Flyer:files/flyer.pdf
END:VEVENT
END:VCALENDAR
""".replace("\n", "\r\n")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return small_site.write(tmp_path / "site")


def bring(site: Path, name: str, content: bytes | str, group: str = "south", *, look: bool = False) -> int:
    file = site.parent / name
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return bring_in.run(order(site), bring_in.ImportOptions(file, group, "", look))


def test_a_calendar_becomes_one_file_for_each_event_without_people(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bring(site, "outlook.ics", OUTLOOK) == 0
    said = capsys.readouterr().out
    new = set(snapshot(site)) - set(small_site.MINIMAL)
    new = {path for path in new if not path.startswith("theme/")}
    assert new == {"lscgs/south/events/group-meeting.ics", "lscgs/south/events/family-day-2016-08-01.ics"}
    written = b"".join((site / path).read_bytes() for path in new)
    assert b"SECRET" not in written
    assert b"VALARM" not in written
    assert "SECRET" not in said
    assert '"Group meeting", from Tuesday 12 July 2016' in said
    for words in (
        "the people invited",
        "private",
        '"Summer forum": this event is there already.',
        "X-BOARDSITE-FILE",
        "Line 31: In",
    ):
        assert words in said, words
    (series,) = read(
        [("x", (site / "lscgs/south/events/group-meeting.ics").read_bytes())], small_site.build().site.clock.zone
    ).series
    assert (series.uid, str(series.rule), series.details.sequence) == (
        "040000008200E00074C5B7101A82E008",
        "FREQ=MONTHLY;COUNT=3;BYDAY=2TU",
        3,
    )


def test_a_second_import_finds_nothing_new(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bring(site, "outlook.ics", OUTLOOK)
    before = snapshot(site)
    capsys.readouterr()
    assert bring(site, "outlook.ics", OUTLOOK) == 0
    assert "There is nothing in this file that could be added. Nothing was written." in capsys.readouterr().out
    assert snapshot(site) == before


THERE = '"Summer forum": this event is there already'
SERIES = small_site.EVENT.replace("SUMMARY", "RRULE:FREQ=WEEKLY;COUNT=3\r\nSUMMARY")


@pytest.mark.parametrize(
    ("there", "old", "new", "words"),
    [
        (small_site.EVENT, "", "", "."),
        (small_site.EVENT, "DTEND;TZID=Europe/London:20160627T120000\r\n", "", "."),
        (small_site.EVENT, "LOCATION", "STATUS:CANCELLED\r\nLOCATION", ", but in the file it is cancelled. Change {}."),
        (small_site.EVENT, "20160627", "20160628", ", but in the file it is on Tuesday 28 June 2016, 9:30am to midday. Change {}."),
        (small_site.EVENT, "T120000", "T130000", ", but in the file it is on Monday 27 June 2016, 9:30am to 1pm. Change {}."),
        (small_site.EVENT.replace("LOCATION", "STATUS:CANCELLED\r\nLOCATION"), "STATUS:CANCELLED", "STATUS:CONFIRMED", ", but in the file it is not cancelled. Change {}."),
        (small_site.EVENT.replace("LOCATION", "SEQUENCE:2\r\nLOCATION"), "20160627", "20160628", ", but in the file it is on Tuesday 28 June 2016, 9:30am to midday. Change {}."),
        (small_site.EVENT.replace("LOCATION", "SEQUENCE:2\r\nLOCATION"), "SEQUENCE:2", "SEQUENCE:1\r\nSTATUS:CANCELLED", "."),
        (SERIES, "COUNT=3", "COUNT=4", ", but in the file it is on other dates. Change {}."),
        (SERIES, "SUMMARY", "EXDATE;TZID=Europe/London:20160704T093000\r\nSUMMARY", ", but in the file it is on other dates. Change {}."),
        (SERIES, "DTSTART;TZID=Europe/London:20160627T093000", "DTSTART:20160627T083000Z", "."),
    ],
)  # fmt: skip
def test_an_event_that_is_there_is_compared(
    site: Path, capsys: pytest.CaptureFixture[str], there: str, old: str, new: str, words: str
) -> None:
    path = "lscgs/south/events/forum.ics"
    small_site.write(site, {path: there})
    assert bring(site, "new.ics", there.replace(old, new) if old else there) == 0
    said = capsys.readouterr().out
    assert f"  {THERE}{words.format(path)}\n" in said
    assert said.endswith("There is nothing in this file that could be added. Nothing was written.\n")


def test_what_was_taken_is_said_with_its_time_and_state(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = small_site.EVENT.replace("forum@", "other@").replace("LOCATION", "STATUS:CANCELLED\r\nLOCATION")
    assert bring(site, "other.ics", other) == 0
    assert '"Summer forum", Monday 27 June 2016, 9:30am to midday, cancelled → ' in capsys.readouterr().out


def test_contacts_are_added_to_those_that_are_there(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [
        cells("Role", "Email", "Name"),
        cells("Chair", "south-chair@example.org", "x"),
        cells("Note: taker #2", "notes@example.org", "SECRET"),
    ]
    assert bring(site, "list.xlsx", xlsx(rows)) == 0
    contacts = [c for c in build(order(site)).site.contacts if c.group == "south"]
    assert [(c.role, c.email) for c in contacts] == [
        ("Chair", "south-chair@example.org"),
        ("Note: taker #2", "notes@example.org"),
    ]
    assert "SECRET" not in (site / "lscgs/south/contacts.yaml").read_text() + capsys.readouterr().out


def test_a_document_becomes_a_draft_page_or_news_of_a_group(site: Path) -> None:
    content = docx(
        p("Signs: of Safety", "Title") + p("Text.") + item("one") + item("two") + tbl([["a", "b"], ["c", "d"]])
    )
    assert bring(site, "my paper.docx", content, "") == 0
    assert bring(site, "my paper.docx", content) == 0
    for path in ("content/signs-of-safety.md", "lscgs/south/news/signs-of-safety.md"):
        text = (site / path).read_text()
        assert '\ntitle: "Signs: of Safety"\n' in text
        assert "\ndraft: yes\n" in text
        assert "- one\n- two\n\n| a | b |\n| --- | --- |\n| c | d |\n" in text
    assert build(order(site)).report.errors == ()


def test_nothing_is_written_over(site: Path) -> None:
    content = docx(p("Worried about a child?", "Title") + p("Text."))
    before = snapshot(site)
    with pytest.raises(BoardsiteError, match="already"):
        bring(site, "x.docx", content, "board")
    assert snapshot(site) == before


def test_a_look_writes_nothing(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = snapshot(site)
    assert bring(site, "outlook.ics", OUTLOOK, look=True) == 0
    assert snapshot(site) == before
    said = capsys.readouterr().out
    assert "Taken:" in said
    assert "this was only a look" in said


def test_what_a_check_would_refuse_is_not_written(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    small_site.write(site, {"content/signs.md": "---\ntitle: Signs\n---\nText.\n"})
    before = snapshot(site)
    assert bring(site, "x.docx", docx(p("News", "Title") + p("Text.")), "") == 1  # /news/ is the list of news
    assert snapshot(site) == before
    assert "route.reserved" in capsys.readouterr().err


def test_a_file_of_strangers_does_not_steer_the_terminal(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bring(site, "x.csv", "Role,Email,\x1b[31mred\nChair\x1b]0;x\x07,b@example.org,\n")
    said = capsys.readouterr()
    assert "\x1b" not in said.out + said.err


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("x.doc", "x", "save it as .docx or .xlsx"),
        ("x.pdf", "x", "Save it as .ics (a calendar), .csv or .xlsx (contacts) or .docx (a page)."),
        ("x", "x", "Save it as .ics (a calendar), .csv or .xlsx (contacts) or .docx (a page)."),
        ("x.docx", "x", "is not what its ending says"),
        ("x.xlsx", "x", "is not what its ending says"),
        ("x.csv", "Name\nSam\n", "no column of roles"),
    ],
)
def test_what_cannot_be_brought_in_is_answered_in_a_sentence(
    site: Path, name: str, content: str, sentence: str
) -> None:
    (site / name).write_text(content)
    before = snapshot(site)
    done = run(site, "import", name, "--group", "south")
    assert done.returncode in (1, 2)
    assert sentence in done.stderr
    assert snapshot(site) == before


@pytest.mark.parametrize("more", [(), ("--dry-run",)])
def test_a_mobile_number_inside_a_note_is_told(site: Path, more: tuple[str, ...]) -> None:
    (site / "x.csv").write_text("Role,Email,Note\nNurse,nurse@example.org,Ring Ann on 07700 900123\n")
    done = run(site, "import", "x.csv", "--group", "south", *more)
    assert done.returncode == 0
    assert "privacy.mobile-number" in done.stderr
    assert "07700 900123" in done.stderr


def test_a_file_that_is_not_there_and_a_group_that_is_not(site: Path) -> None:
    assert "Check its name" in run(site, "import", "no.ics").stderr
    (site / "x.ics").write_text(OUTLOOK)
    done = run(site, "import", "x.ics", "--group", "suoth")
    assert (done.returncode, "Did you mean south?" in done.stderr) == (2, True)


def test_a_name_is_for_documents_only(site: Path) -> None:
    (site / "x.ics").write_text(OUTLOOK)
    done = run(site, "import", "x.ics", "--group", "south", "--file-name", "foo")
    assert done.returncode == 2
    assert "--file-name names the page that a .docx becomes; x.ics becomes none. Leave it out." in done.stderr


def test_what_is_refused_says_nothing_of_a_site(site: Path) -> None:
    (site / "x.csv").write_text("Role,Email\nNurse,nurse@example.org\n")
    (site / "lscgs/south/contacts.yaml").write_text("contacts:\n  - role: Chair\n")
    done = run(site, "import", "x.csv", "--group", "south")
    assert done.returncode == 1
    assert "left out of the site" not in done.stderr
    assert "live site" not in done.stderr


def test_a_calendar_with_nothing_in_it_writes_nothing(site: Path) -> None:
    (site / "x.ics").write_text("not a calendar")
    done = run(site, "import", "x.ics", "--group", "south")
    assert done.returncode == 1
    assert "Nothing in x.ics can be used. This is" in done.stderr
    assert not (site / "lscgs/south/events/x.ics").exists()
