"""`new` writes what a check has nothing against, asks what it needs to know, and never writes over anything."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from boardsite.commands import new
from boardsite.commands.arguments import KINDS
from boardsite.commands.questions import Terminal
from boardsite.diagnostics import BoardsiteError
from boardsite.model.assemble import Wishes
from boardsite.pipeline import Order, build
from boardsite.schema.scaffold import NEW
from tests.support import small_site
from tests.support.commands import run


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return small_site.write(tmp_path / "site")


def order(site: Path) -> Order:
    return Order(site, small_site.MOMENT, wishes=Wishes(shows_drafts=True))


def make(site: Path, kind: str, group: str = "", name: str = "", answers: Mapping[str, str] | None = None) -> int:
    return new.run(order(site), new.NewOptions(kind, group, name, answers or {}), None)


def snapshot(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


CASES = [
    ("news", "south", {"title": "Our: forum #1", "summary": "It is [here] & now."}, "lscgs/south/news/our-forum-1.md"),
    ("news", "board", {"title": "Board news", "text": "A **whole** text."}, "content/news/board-news.md"),
    ("page", "", {"title": "Signs of Safety", "summary": "s"}, "content/signs-of-safety.md"),
    ("group", "", {"name": "North East", "area": "The north east."}, "lscgs/north-east/index.md"),
    ("event", "south", {"title": "June forum, late", "date": "27 June 2016", "starts": "7pm", "ends": "1am"}, "lscgs/south/events/june-forum-late-2016-06-27.ics"),
    ("event", "board", {"title": "Day", "date": "28 June 2016"}, "content/events/day-2016-06-28.ics"),
    ("contact", "south", {"role": "Vice: chair", "email": "vice@example.org"}, "lscgs/south/contacts.yaml"),
]


@pytest.mark.parametrize(("kind", "group", "answers", "path"), CASES, ids=lambda each: each if isinstance(each, str) else "")
def test_what_is_written_passes_a_check(site: Path, kind: str, group: str, answers: dict[str, str], path: str) -> None:
    assert make(site, kind, group, answers=answers) == 0
    assert (site / path).exists()
    for wishes in (Wishes(), Wishes(shows_drafts=True)):
        report = build(Order(site, small_site.MOMENT, wishes=wishes)).report
        assert [found for found in report.diagnostics if found.where.path == path and found.is_error] == []


def test_an_event_keeps_our_conventions(site: Path) -> None:
    make(site, "event", "south", answers={"title": "Forum; and more", "date": "27 June 2016", "starts": "9:30am", "ends": "12pm"})
    text = (site / "lscgs/south/events/forum-and-more-2016-06-27.ics").read_bytes().decode()
    assert text.count("\r\n") == text.count("\n")
    assert "DTSTART;TZID=Europe/London:20160627T093000\r\n" in text
    assert "DTEND;TZID=Europe/London:20160627T120000\r\n" in text
    assert "DTSTAMP:20160601T090000Z\r\n" in text
    assert "SEQUENCE:0\r\n" in text
    assert "SUMMARY:Forum\\; and more\r\n" in text
    assert "X-BOARDSITE-PLACE:TO-BE-CONFIRMED\r\n" in text
    assert re.search(r"^UID:[0-9a-f-]{36}-south\r$", text, re.M)


def test_two_events_never_share_a_uid(site: Path) -> None:
    for name in ("one", "two"):
        make(site, "event", "south", name, {"title": "Forum", "date": "27 June 2016"})
    uids = [re.search(r"^UID:(.*)$", (site / f"lscgs/south/events/{n}.ics").read_text(), re.M)[1] for n in ("one", "two")]
    assert uids[0] != uids[1]


def test_a_file_without_its_text_is_a_draft_and_one_with_it_is_not(site: Path) -> None:
    make(site, "news", "south", answers={"title": "One"})
    make(site, "news", "south", answers={"title": "Two", "text": "Text."})
    assert "\ndraft: yes\n" in (site / "lscgs/south/news/one.md").read_text()
    two = (site / "lscgs/south/news/two.md").read_text()
    assert "\ndraft: yes\n" not in two
    assert "\ndate: 1 June 2016\n" in two


@pytest.mark.parametrize(("kind", "group", "answers", "path"), [case for case in CASES if case[0] != "contact"], ids=lambda each: each if isinstance(each, str) else "")
def test_nothing_is_ever_written_over(site: Path, kind: str, group: str, answers: dict[str, str], path: str) -> None:
    (site / path).parent.mkdir(parents=True, exist_ok=True)
    (site / path).write_text("mine")
    before = snapshot(site)
    with pytest.raises(BoardsiteError, match="already"):
        make(site, kind, group, answers=answers)
    assert snapshot(site) == before


def test_a_contact_is_added_behind_the_others_and_every_line_stays(site: Path) -> None:
    path = site / "lscgs/south/contacts.yaml"
    before = "# Ours\r\ncontacts:\r\n- role: Chair\r\n  email: south-chair@example.org # by day\r\n"
    path.write_bytes(before.encode())
    assert make(site, "contact", "south", answers={"role": "Note taker", "phone": "01632 960001"}) == 0
    after = path.read_bytes().decode()
    assert after.startswith(before)
    assert after.count("\r\n") == after.count("\n")
    contacts = build(order(site)).site.contacts
    assert [c.role for c in contacts if c.group == "south"] == ["Chair", "Note taker"]


def test_the_first_contact_makes_the_file(site: Path) -> None:
    (site / "lscgs/south/contacts.yaml").unlink()
    assert make(site, "contact", "south", answers={"role": "Chair", "email": "a@example.org"}) == 0
    assert [c.role for c in build(order(site)).site.contacts if c.group == "south"] == ["Chair"]


@pytest.mark.parametrize(
    ("text", "cure"),
    [
        ("contacts: [{role: A, email: a@example.org}]\n", "Write each contact on lines of its own"),
        ("contacts: []\n", "Write each contact on lines of its own"),
        ("contacts:\n  role: A\n  email: a@example.org\n", "its first one behind a hyphen"),
        ("contacts:\n  - role: [\n", "Run build.py check to see"),
        ("name: x\n", "Run build.py check to see"),
    ],
)
def test_a_list_that_cannot_be_added_to_is_left_alone(site: Path, text: str, cure: str) -> None:
    (site / "lscgs/south/contacts.yaml").write_text(text)
    before = snapshot(site)
    with pytest.raises(BoardsiteError, match="nothing was written") as told:
        make(site, "contact", "south", answers={"role": "B", "email": "b@example.org"})
    assert cure in str(told.value)
    assert snapshot(site) == before
    assert ("check" in cure) == ("lscgs/south/contacts.yaml" in run(site, "check").stdout)


def test_what_a_check_would_refuse_is_not_written(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = snapshot(site)
    assert make(site, "contact", "south", answers={"role": "Chair", "name": "Someone", "email": "a@example.org"}) == 1
    assert make(site, "news", "south", answers={"title": "x", "date": "31/06/2016"}) == 2
    assert make(site, "event", "south", answers={"title": "x", "date": "27 June 2016", "starts": "25:00"}) == 2
    assert snapshot(site) == before
    told = capsys.readouterr().err
    assert "contact.personal-without-consent" in told
    assert "field.date-" in told
    assert "field.time-unreadable" in told


def asked(site: Path, kind: str, typed: str, **known: str) -> tuple[int, str]:
    """Return the exit code, and what the terminal showed to whom typed this."""
    shown = io.StringIO()
    return new.run(order(site), new.NewOptions(kind, "", "", known), Terminal(io.StringIO(typed), shown)), shown.getvalue()


def test_questions_are_asked_until_the_answer_can_be_used(site: Path) -> None:
    status, shown = asked(site, "event", "suoth\n\nSouth\n\n???\nOur forum\nnever\n27 June 2016\n9\n7.30pm\n6.30pm\n9pm\n\n\npublic\n")
    assert status == 0
    text = (site / "lscgs/south/events/our-forum-2016-06-27.ics").read_text()
    assert "DTSTART;TZID=Europe/London:20160627T193000" in text
    assert "DTEND;TZID=Europe/London:20160627T210000" in text
    assert "X-BOARDSITE-AUDIENCE:public" in text
    for words in (
        "There is no group suoth. Did you mean south?",
        "This one is needed.",
        "No name for a file can be made of this. Write a few words of letters or figures.",
        "We cannot read this as a date.",
        "We cannot read 9 as a time.",
        "It would end at 6:30pm, and it starts at 7:30pm. Write an end behind that, for example 9pm.",
    ):
        assert words in shown
    assert "--" not in shown


def test_what_was_typed_as_an_option_is_not_held_against_an_answer(site: Path) -> None:
    with pytest.raises(BoardsiteError, match="It would end at 9am, and it starts at 10am") as told:
        asked(site, "event", "south\nForum\n27 June 2016\nHall\n\n\n", starts="10am", ends="9am")
    assert "for example --ends 11:30am" in str(told.value)


@pytest.mark.parametrize("answers", ["southh\n" * 20, "south\n" + "???\n" * 20])
def test_nobody_is_asked_for_ever(site: Path, answers: str) -> None:
    with pytest.raises(BoardsiteError, match="Nothing was written"):
        asked(site, "event", answers)


def test_an_end_of_answers_writes_nothing(site: Path) -> None:
    before = snapshot(site)
    for typed in ("", "south\n", "south\nTitle\n", "south\n" + "\n" * 20):
        with pytest.raises(BoardsiteError, match="Nothing was written"):
            asked(site, "event", typed)
    assert snapshot(site) == before


@pytest.mark.parametrize(
    ("words", "when", "is_over"),
    [
        (["--date", "28 June 2015", "--starts", "7.30"], "Sunday 28 June 2015, from 7:30am", True),
        (["--date", "27/06/2016", "--starts", "19:30", "--ends", "21:00"], "Monday 27 June 2016, 7:30pm to 9pm", False),
        (["--date", "1 June 2016"], "Wednesday 1 June 2016, time to be confirmed", False),
    ],
)
def test_a_new_event_says_when_it_is_understood_to_be(site: Path, words: list[str], when: str, is_over: bool) -> None:
    done = run(site, "new", "event", "--group", "south", "--title", "Forum", *words)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[1] == f"Forum: {when}"
    assert ("That is over already." in done.stderr) is is_over


EVENT = ("new", "event", "--group", "south", "--title", "x", "--date", "27 June 2016")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["new"], "This command wants KIND behind it."),
        (["new", "evnt"], "does not take evnt. It takes one of news, event, contact, page, group."),
        (["new", "news", "--title", "x"], "--group south, or --group board"),
        (["new", "news", "--group", "suoth", "--title", "x"], "Did you mean south?"),
        (["new", "page", "--group", "south", "--title", "x"], "does not belong to a group"),
        (["new", "page"], "This needs --title as well."),
        (["new", "event", "--group", "south"], "This needs --title and --date as well."),
        (["new", "page", "--titel", "x"], "Did you mean --title?"),
        (["new", "page", "--title"], "--title wants a value behind it"),
        (["new", "page", "--title", "Our", "forum"], "This command does not know forum."),
        (["new", "page", "--title", "x", "--attachments", "y"], "--attachments has parts of its own"),
        (["new", "page", "--title", "???"], "--file-name june-forum"),
        (["new", "page", "--title", "x", "--file-name", "../x"], "cannot be the name of a file"),
        (["new", "page", "--title", "x", "--file-name", "CON/x"], "cannot be the name of a file"),
        (["new", "page", "--title", "///"], "No name for a file can be made of this. Use up to 100 small letters"),
        (["new", "page", "--title", "x", "--file-name", "a" * 300], "cannot be the name of a file. Use up to 100"),
        ([*EVENT, "--starts", "10am", "--ends", "9am"], "It would end at 9am, and it starts at 10am."),
        ([*EVENT, "--starts", "10am", "--ends", "10am"], "for example --ends 11:30am"),
        ([*EVENT, "--starts", "10.30pm", "--ends", "10pm"], "for example --ends midnight"),
        ([*EVENT, "--starts", "10am", "--ends", "half ten"], "We cannot read half ten as a time."),
        (["new", "event", "south"], "This command does not know south. For a group write --group south;"),
        ([*EVENT, "--starts", "8pm", "--ends", "9am"], "It would end at 9am, and it starts at 8pm."),
        (["new", "group", "--name", "Board", "--summary", "x"], "stands for the board itself. Give the group another"),
    ],
)
def test_a_command_written_wrongly_is_answered_in_a_sentence(site: Path, words: list[str], sentence: str) -> None:
    before = snapshot(site)
    done = run(site, *words)
    assert done.returncode == 2
    assert sentence in done.stderr
    assert snapshot(site) == before


def test_the_command_knows_every_kind_that_can_be_made() -> None:
    assert tuple(NEW) == KINDS


def test_new_says_where_the_file_is_and_how_to_look_at_it(site: Path) -> None:
    done = run(site, "new", "news", "--group=south", "--title", "Our forum", "--tags", "a, b")
    assert done.returncode == 0, done.stderr
    first, second, third = done.stdout.splitlines()
    assert first == "Written: lscgs/south/news/our-forum.md"
    assert "draft: yes" in second
    assert third == "To look at it: build.py serve"
    assert run(site, "check", "--drafts").returncode == 0


def test_a_mobile_number_of_a_new_contact_is_told(site: Path) -> None:
    done = run(site, "new", "contact", "--group", "south", "--role", "Nurse", "--phone", "07700900123")
    assert done.returncode == 0
    assert "privacy.mobile-number" in done.stderr


def test_an_evening_may_end_after_midnight(site: Path) -> None:
    assert run(site, *EVENT, "--starts", "8pm", "--ends", "00:30").returncode == 0
    (file,) = (site / "lscgs/south/events").glob("x-*.ics")
    assert "DTEND;TZID=Europe/London:20160628T003000" in file.read_text()


def test_a_refusal_names_the_option_and_nothing_of_a_site(site: Path) -> None:
    done = run(site, "new", "news", "--group", "south", "--title", "x", "--date", "31/06/2016")
    assert done.returncode == 2
    assert done.stderr.startswith("Nothing was written, because a check would refuse it:\nnew news --date   must be fixed\n")
    assert "site" not in done.stderr
    done = run(site, "new", "page", "--title", "News")
    assert "The address /news/ belongs to a page that the site makes itself." in done.stderr
    assert "left out" not in done.stderr
