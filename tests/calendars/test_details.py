"""What a VEVENT says of itself: texts, addresses, status, and our own facts."""


import pytest

from boardsite.calendars.events import Booking, Status
from tests.calendars.ics import codes, only, read, read_event, told, vcalendar, vevent
from tests.support.soon import within

START = "DTSTART;TZID=Europe/London:20160627T093000"


def test_escapes_are_undone_once() -> None:
    details = only(read_event(START, r"DESCRIPTION:One\, two\; three\nfour \\n five", "LOCATION:Hall\\, Diss")).details
    assert details.description == "One, two; three\nfour \\n five"
    assert details.location == "Hall, Diss"


def test_formatting_of_google_becomes_plain_text() -> None:
    text = r'<p>Agenda</p><ul><li>Tea</li><li><b>Talk</b> &amp\; questions</li></ul><a href="https://example.org/x">more</a>'
    details = only(read_event(START, f"DESCRIPTION:{text}")).details
    assert details.description == "Agenda\n\n- Tea\n- Talk & questions\nmore (https://example.org/x)"


def test_scripts_and_their_addresses_do_not_survive() -> None:
    text = r'<div>Hello <a href="javascript:alert(1)">you</a><script>alert(2)</script></div>'
    assert only(read_event(START, f"DESCRIPTION:{text}")).details.description == "Hello you"


def test_angle_brackets_that_are_no_markup_stay_text() -> None:
    assert only(read_event(START, "DESCRIPTION:ages <5 and >3 {{ x }}")).details.description == "ages <5 and >3 {{ x }}"


def test_text_that_was_not_folded_is_kept_in_its_description() -> None:
    reading = read_event(START, "DESCRIPTION:Agenda", "Item 1: tea", "Note: bring a cup")
    assert only(reading).details.description == "Agenda\nItem 1: tea\nNote: bring a cup"


def test_hidden_letters_are_taken_out_and_told() -> None:
    reading = read(vcalendar(vevent(START, title="Forum\u202e\x00 South")))
    assert only(reading).details.title == "Forum South"
    assert codes(reading) == ["event.hidden-letters"]


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)", "file:///etc/passwd", "example.org", "https://", "data:x,y",
        "https://[x/", "https://a@b.example/", "mailto://[x@b.example",
    ],
)  # fmt: skip
def test_an_address_that_is_not_of_the_web_is_not_used(url: str) -> None:
    reading = read_event(START, f"URL:{url}")
    assert only(reading).details.url == ""
    assert codes(reading) == ["event.link-not-web"]


@pytest.mark.parametrize(
    ("typed", "kind", "target"),
    [
        ("none", Booking.NONE, ""),
        ("LINK https://example.org/book", Booking.LINK, "https://example.org/book"),
        ("email forum@example.org", Booking.EMAIL, "forum@example.org"),
        ("phone 01632 960000", Booking.PHONE, "01632 960000"),
        ("https://example.org/book", Booking.LINK, "https://example.org/book"),
        ("mailto:forum@example.org", Booking.EMAIL, "forum@example.org"),
    ],
)
def test_booking_in_each_form(typed: str, kind: Booking, target: str) -> None:
    reading = read_event(START, f"X-BOARDSITE-BOOKING:{typed}")
    assert (only(reading).details.booking, only(reading).details.booking_target) == (kind, target)


@pytest.mark.parametrize("typed", ["ring us", "link javascript:alert(1)", "link https://[x/", "https://[x/", "email nobody", "phone later"])
def test_booking_that_cannot_be_read_is_told(typed: str) -> None:
    reading = read_event(START, f"X-BOARDSITE-BOOKING:{typed}")
    assert only(reading).details.booking is Booking.UNSAID
    assert [(d.code, d.found) for d in told(reading)] == [("event.booking-unreadable", typed)]


@pytest.mark.parametrize(
    "text",
    [
        "a<b and c>d",
        "if 5 <b and c> 6",
        "ages <5 and >3",
        "Write to <office@example.org> or see <https://example.org/a?b=c>.",
        "Tea < coffee > water",
        "<b> is how bold begins",
        "a <b> and <i> without ends",
        "Tom &amp; Jerry & 2 &lt; 3",
        "<title to follow>",
        "<li",
        "x<p and q>y",
    ],
)
def test_plain_text_keeps_its_marks(text: str) -> None:
    assert only(read_event(START, f"DESCRIPTION:{text}")).details.description == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Bring <b>cake</b> &amp; a friend", "Bring cake & a friend"),
        ("one<br>two<br/>three<BR />four", "one\ntwo\nthree\nfour"),
        ('<a href="https://example.org/">the page</a>', "the page (https://example.org/)"),
        ("<p class=MsoNormal><o:p></o:p>Agenda</p>", "Agenda"),
        ("<html><head><style>p {}</style></head><body>Hello</body></html>", "Hello"),
        ('<font size="2">Hello', "Hello"),
        ("<!DOCTYPE html><td nowrap>Hello</td>", "Hello"),
        ("Hello<script>alert(1)</script>", "Hello"),
        ("see<br>a<b and c>d, <office@example.org>", "see\na<b and c>d, <office@example.org>"),
    ],
)
def test_html_loses_its_tags_and_nothing_else(text: str, shown: str) -> None:
    assert only(read_event(START, f"DESCRIPTION:{text}")).details.description == shown


def test_a_run_of_half_tags_takes_no_time() -> None:
    with within(3):
        for text in ("<b a=" * 10_000, "</p>" + "<b a='" * 10_000, "<br>" + "<x " * 20_000, "<p" + " a=b" * 15_000):
            read_event(START, f"DESCRIPTION:{text}")


@pytest.mark.parametrize(
    ("line", "question"),
    [
        ("X-BOARDSITE-STATUS:postponned", "Did you mean X-BOARDSITE-STATUS:POSTPONED?"),
        ("X-BOARDSITE-TIME:TBC", "Did you mean X-BOARDSITE-TIME:TO-BE-CONFIRMED?"),
        ("X-BOARDSITE-AUDIENCE:practitioner", "Did you mean X-BOARDSITE-AUDIENCE:practitioners?"),
        ("STATUS:CANCELED-BY-CHAIR", "Did you mean STATUS:CANCELLED?"),
    ],
)
def test_a_misspelt_word_gets_a_suggestion(line: str, question: str) -> None:
    (diagnostic,) = read_event(START, line).diagnostics
    assert (diagnostic.code, diagnostic.found, diagnostic.where.line) == ("event.choice-unknown", line, 8)
    assert diagnostic.hint == f"{question} Capital and small letters are the same here."


def test_our_own_facts_are_read_in_any_letters() -> None:
    lines = ["X-BOARDSITE-VENUE:diss-corn-hall", "X-BOARDSITE-AUDIENCE:Public, practitioners", "X-BOARDSITE-KIND:Meeting"]
    details = only(read_event(START, *lines, "X-BOARDSITE-SLUG:south-forum")).details
    assert (details.venue, details.audience, details.kind) == ("diss-corn-hall", ("public", "practitioners"), "meeting")


@pytest.mark.parametrize("slug", ["../../etc", "South Forum", "a" * 90])
def test_a_slug_that_is_no_part_of_an_address_is_not_used(slug: str) -> None:
    reading = read_event(START, f"X-BOARDSITE-SLUG:{slug}")
    assert only(reading).x_slug == ""
    assert codes(reading) == ["event.slug-unreadable"]


@pytest.mark.parametrize("title", ["CANCELLED: Forum", "Canceled: Forum", "Forum"])
def test_the_word_before_a_cancelled_title_is_not_doubled(title: str) -> None:
    details = only(read(vcalendar(vevent(START, "STATUS:CANCELLED", title=title)))).details
    assert (details.title, details.status) == ("Forum", Status.CANCELLED)


def test_the_stamp_is_the_last_change_that_the_file_names() -> None:
    lines = ["DTSTAMP:20160103T000000Z", "CREATED:20160101T000000Z"]
    assert f"{only(read_event(START, *lines)).details.stamp:%Y-%m-%d}" == "2016-01-03"
    lines.append("LAST-MODIFIED:20160102T000000Z")
    assert f"{only(read_event(START, *lines)).details.stamp:%Y-%m-%d}" == "2016-01-02"
    assert f"{only(read_event(START)).details.stamp:%Y-%m-%d}" == "2000-01-01"


def test_no_title_is_told_and_shown_as_such() -> None:
    reading = read(vcalendar(vevent(START, title="")))
    assert only(reading).details.title == "Untitled event"
    assert codes(reading) == ["event.no-title"]


def test_a_time_beside_to_be_confirmed_is_not_shown_but_told() -> None:
    reading = read_event(START, "X-BOARDSITE-TIME:TO-BE-CONFIRMED")
    when = only(reading).when
    assert when.starts is None and when.is_time_to_be_confirmed
    assert codes(reading) == ["event.time-and-unconfirmed"]
