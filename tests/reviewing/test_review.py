"""What a careful reader would say of a text, where, and how it is answered: never by a build, always with a reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from boardsite.calendars.details import ACCEPTABLE
from boardsite.commands.check import examine
from boardsite.diagnostics import Location, Severity
from boardsite.pipeline import Order, build
from boardsite.reviewing.review import CODES, review
from boardsite.reviewing.sentences import sentences
from boardsite.reviewing.subjects import Passage, Subject
from tests.support import small_site
from tests.support.soon import within

LONG = "Words " + " ".join(["word"] * 30)
NEWS = "lscgs/south/news/forum.md"


def told(body: str, title: str = "A forum", *, is_markdown: bool = True) -> list[tuple[str, int | None, str]]:
    subject = Subject(title, (Passage(body, Location("x.md", 10), is_markdown),), ())
    return [(d.code.rpartition(".")[2], d.where.line, d.found) for d in review([subject])]


def codes(body: str, title: str = "A forum") -> list[str]:
    return [code for code, _, _ in told(body, title)]


def test_a_long_sentence_is_told_where_it_begins() -> None:
    ((code, line, found),) = told(f"Short one.\nAnother. {LONG}\n{LONG}.")
    assert (code, line) == ("long-sentence", 11)
    assert found.startswith("Words word word")
    assert codes(f"{' '.join(['word'] * 30)}.") == []


@pytest.mark.parametrize(
    "body",
    [
        "\n".join(f"- item {n} with six words here" for n in range(9)),
        "\n".join(f"{n}. item {n} with six words" for n in range(9)),
        "| a b c | d e f |\n| --- | --- |\n" + "| one two three | four five six |\n" * 8,
        "```\n" + LONG + "\n```",
        "    " + LONG,
        "# " + "Heading words\n\n" * 20,
        "One. " * 40,
        'He said: "Come." ' * 12 + "Then (and only then) we went. " * 3,
        "[Some words](https://example.org/" + "a-" * 40 + ") and more.",
    ],
    ids=["list", "numbers", "table", "fence", "indented", "headings", "short", "quoted", "link"],
)
def test_what_is_no_long_sentence_is_none(body: str) -> None:
    assert codes(body) == []


@pytest.mark.parametrize(
    "before",
    [
        "- one\n    - two\n\nText.\n\n",
        "Text.\n\n    code\n\n",
        "Text.\n    a line that goes on\n\n",
        "1. one\n\n    ",
        "- one\n    - two\n        - ",
    ],
)
def test_an_indented_line_ends_nothing_and_items_of_inner_lists_are_no_code(before: str) -> None:
    assert codes(f"{before}{LONG}.") == ["long-sentence"]


def test_indented_code_is_no_sentence() -> None:
    assert codes(f"Text.\n\n    {LONG}.\n    {LONG}.\n\nText.") == []
    assert codes(f"- one\n\nText.\n\n    {LONG}.\n") == []


def test_a_stop_after_a_short_form_ends_nothing() -> None:
    found = [s.text for s in sentences(Passage("Ask Dr. Sample, e.g. The nurse. Then come.", Location("x", 1)))]
    assert found == ["Ask Dr. Sample, e.g. The nurse.", "Then come."]


@pytest.mark.parametrize("words", ["here", "Click here", "Read more…", "this link", "More information", "**here**", "More"])
def test_words_that_do_not_say_where_a_link_leads(words: str) -> None:
    assert told(f"Text.\n\nSee [{words}](/news/).") == [("vague-link", 12, words)]


def test_to_click_is_told_without_a_link_too_and_once() -> None:
    assert codes("To read it, click here: https://example.org/") == ["vague-link"]
    assert codes("[click here](/news/) now") == ["vague-link"]
    assert codes("![here](x.png) See [the Threshold Guide](/x/). Come here.") == []


@pytest.mark.parametrize("number", ["07700 900123", "07700900123", "+44 7700 900123", "+447700900123", "07700-900-123", "+44 (0)7700 900 123", "(07700) 900123", "07700.900.123", "0044 7700 900123", "0770 090 0123", "07 700 900 123", "+44.7700.900123", "(+44) 7700 900123", "0770 0900123"])
def test_mobile_numbers_are_found_as_people_write_them(number: str) -> None:
    assert told(f"Ring {number} now.") == [("mobile-number", 10, number)]


@pytest.mark.parametrize("number", ["01632 960001", "0800 1111", "07012 345678", "2016-07-12", "1077009001234", "999", "07.11.2016 9.30", "07-11-2016 19 30 00", "077009001234", "0770 090 012", "07.12.2016", "0344 800 8020"])
def test_other_numbers_are_not(number: str) -> None:
    assert codes(f"Ring {number} now.") == []


def test_four_addresses_may_be_needed_five_are_a_list() -> None:
    addresses = [f"a{n}@example.org" for n in range(5)]
    assert codes(", ".join(addresses[:4] * 2)) == []
    assert codes("; ".join(addresses)) == ["email-list"]


PEOPLE = "Ada Sample, Ben Sample, Mrs C Sample, D. Sample, Dr Eve Sample"


@pytest.mark.parametrize("body", [f"Present: {PEOPLE}", f"**Attendees**\n\n- {PEOPLE.replace(', ', chr(10) + '- ')}", f"Apologies were received from {PEOPLE}."])
def test_names_of_those_who_were_there(body: str) -> None:
    assert codes(f"We met.\n\n{body}\n\nThen we left.") == ["many-names"]


@pytest.mark.parametrize(
    ("body", "number"),
    [
        (f"**Present:**\n\n{PEOPLE}", 5),
        (f"Present: Ann Bell\nApologies:\n\n\n- {PEOPLE.replace(', ', chr(10) + chr(10) + '- ')}\n\nBen Cole came.", 6),
        (f"Present: {PEOPLE}. Apologies: Ann Bell\n\nDan Ellis wrote this.", 6),
        ("Present: Ann Bell, Ben Cole\n\n# Now Dan Ellis\n\nEve Ford, Fay Gill, Guy Hunt", 0),
    ],
)
def test_who_was_there_ends_where_the_paragraph_or_list_ends(body: str, number: int) -> None:
    passage = Passage(f"We met.\n\n{body}\n", Location("x.md", 1), is_markdown=True)
    found = [d.message for d in review([Subject("A forum", (passage,), ())])]
    assert [f" {number} people" in message for message in found] == ([True] if number else []), found


def test_names_elsewhere_and_names_of_places_are_not() -> None:
    assert codes(f"Thanks to {PEOPLE}.") == []
    assert codes(f"Thanks to {PEOPLE}.", title="Minutes of June") == ["many-names"]
    assert codes("Present: South Primary School, Sample Health Centre, Norfolk Police, Early Help, District Council, West Group, City Hall") == []
    assert codes("Present: four schools.\n\nNow something else.\n\n" + PEOPLE) == []


def test_what_lets_people_into_a_meeting() -> None:
    assert codes("Text.\n\nMeeting ID 123 456 789, passcode: 4711") == ["meeting-key"]
    assert codes("Join: https://teams.microsoft.com/l/meetup-join/19%3ameeting") == ["meeting-key"]
    assert told("Passcode: 4711", is_markdown=False) == []


def site(body: str, accept: str = "") -> small_site.Files:
    return {NEWS: f"---\ntitle: A forum\ndate: 9 May 2016\nsummary: Come.\n{accept}---\n{body}\n"}


def found(tmp_path: Path, files: small_site.Files) -> dict[str, Severity]:
    root = small_site.write(tmp_path, files)
    outcome = examine(Order(root, small_site.MOMENT))
    return {d.code: d.severity for d in outcome.report.diagnostics}


def test_only_check_says_so_never_a_build(tmp_path: Path) -> None:
    files = site(f"{LONG}. Ring 07700 900123. [here](/news/)")
    assert found(tmp_path, files) == {
        "wording.long-sentence": Severity.NOTICE, "privacy.mobile-number": Severity.WARNING, "wording.vague-link": Severity.WARNING,
    }  # fmt: skip
    assert build(Order(tmp_path, small_site.MOMENT)).report.diagnostics == ()


def test_with_a_reason_a_finding_is_accepted(tmp_path: Path) -> None:
    accept = "accept:\n  - wording.long-sentence The law says it so.\n  - mobile-number It is the number of a service.\n"
    assert found(tmp_path, site(f"{LONG}. Ring 07700 900123.", accept)) == {}


def test_without_one_or_without_need_it_is_told(tmp_path: Path) -> None:
    accept = "accept: [long-sentence, vague-link Because it is so., long-sentense x]\n"
    assert set(found(tmp_path, site(LONG, accept))) == {
        "wording.long-sentence", "accept.without-reason", "accept.not-needed", "accept.unknown",
    }  # fmt: skip


def test_an_event_accepts_with_its_own_line(tmp_path: Path) -> None:
    event = small_site.EVENT.replace("SUMMARY:", f"DESCRIPTION:{LONG}.\r\nSUMMARY:")
    assert set(found(tmp_path / "a", {"lscgs/south/events/forum.ics": event})) == {"wording.long-sentence"}
    accepting = event.replace("SUMMARY:", "X-BOARDSITE-ACCEPT:long-sentence The law says it so.\r\nSUMMARY:")
    assert found(tmp_path / "b", {"lscgs/south/events/forum.ics": accepting}) == {}


def test_a_contact_accepts_for_itself_alone(tmp_path: Path) -> None:
    two = "contacts:\n" + "".join(f"  - role: {role}\n    phone: 07700 900123\n{more}" for role, more in (("A", ""), ("B", "    accept: mobile-number It is the duty phone.\n")))
    root = small_site.write(tmp_path, {"lscgs/south/contacts.yaml": two})
    report = examine(Order(root, small_site.MOMENT)).report
    assert [(d.code, d.where.line) for d in report.diagnostics] == [("privacy.mobile-number", 3)]


def test_events_know_the_same_words() -> None:
    assert {code.rpartition(".")[2] for code in CODES} <= set(ACCEPTABLE)


@pytest.mark.parametrize("body", ["[" * 1400 + "x " * 90_000, "Ab Cd " * 30_000, "a@" * 60_000, "Present: " * 15_000, "07" * 90_000, "```\n" * 400 + "x" * 1000, "A. " * 60_000, "\n\n" * 90_000, "a" * 200_000, ("present " * 100 + "\n") * 240, "Present: A" + "\n" * 1800 + "- x", "present\n\n" * 20_000, "- a\n" * 48_000, "e.g. A " * 27_000, "07911 123456\n" * 14_000])
def test_no_text_takes_long(body: str) -> None:
    with within(5):
        told(body, title="Minutes")


