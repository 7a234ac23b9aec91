"""A hostile server, over real TLS: nothing it does makes us wait long, take much, or ask a machine we must not."""

from __future__ import annotations

import gzip
import ssl
import threading
import time

import pytest

from boardsite.diagnostics import Location
from boardsite.fetching import limits
from boardsite.fetching.download import download
from boardsite.fetching.internet import Internet
from boardsite.fetching.troubles import Unfetched
from tests.support.published_calendars import ADDRESS, DIALLED, HOST, PUBLIC, Play, raw, says, server, world

CALENDAR = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n"
OK = b"HTTP/1.1 200 OK\r\n"


def code(play: Play, address: str = ADDRESS, seconds: float = 3.0, certificate: str = "calendar.pem") -> str:
    """Return the code of why nothing could be had."""
    with server(play, certificate) as made:
        return refused(world(made, seconds), address)


def refused(internet: Internet, address: str = ADDRESS) -> str:
    with pytest.raises(Unfetched) as problem:
        download(address, internet)
    return problem.value.sentence(Location("lscgs/south/index.md", 5)).code


def test_a_calendar_is_had_by_its_name_at_the_number_that_was_looked_at() -> None:
    with server(says(CALENDAR)) as made:
        internet = world(made)
        assert download(ADDRESS, internet) == CALENDAR
    (asked,) = made.asked
    assert asked.startswith("GET /south.ics HTTP/1.1\r\n")
    assert f"\r\nHost: {HOST}\r\n" in asked
    assert "Cookie" not in asked
    assert DIALLED[id(internet)] == [PUBLIC]


@pytest.mark.parametrize("version", [b"HTTP/1.1", b"HTTP/1.0"])
def test_a_server_that_ends_by_hanging_up_is_understood(version: bytes) -> None:
    with server(raw(version + b" 200 OK\r\nConnection: close\r\n\r\n" + CALENDAR)) as made:
        assert download(ADDRESS, world(made)) == CALENDAR


def test_packed_and_chunked_content_is_unpacked() -> None:
    packed = gzip.compress(CALENDAR)
    chunked = b"%x\r\n%b\r\n0\r\n\r\n" % (len(packed), packed)
    play = raw(OK + b"Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n" + chunked)
    with server(play) as made:
        assert download(ADDRESS, world(made)) == CALENDAR


def test_a_redirect_is_followed_and_its_name_looked_up_anew() -> None:
    def play(line: ssl.SSLSocket, request: str) -> None:
        if request.startswith("GET /south.ics"):
            says(b"", "302 Found", "Location: /moved.ics")(line, request)
        else:
            says(CALENDAR)(line, request)

    with server(play) as made:
        assert download(ADDRESS, world(made)) == CALENDAR
    assert len(made.asked) == 2


def _drip(line: ssl.SSLSocket, _request: str) -> None:
    line.sendall(OK + b"Content-Length: 100000\r\n\r\n")
    while True:
        line.sendall(b"x")
        time.sleep(0.1)


def _dripping_headers(line: ssl.SSLSocket, _request: str) -> None:
    line.sendall(OK)
    while True:
        line.sendall(b"X-A: b\r\n")
        time.sleep(0.1)


@pytest.mark.parametrize("play", [_drip, _dripping_headers, lambda _line, _request: time.sleep(1.5)])
def test_a_slow_drip_is_left_when_the_time_is_up(play: Play) -> None:
    assert code(play, seconds=0.5) == "fetch.too-slow"


def test_a_look_up_that_never_answers_is_left_when_the_time_is_up() -> None:
    may_answer = threading.Event()
    internet = Internet(look_up=lambda _host: (PUBLIC,) if may_answer.wait(60) else (), seconds=0.3)
    assert refused(internet) == "fetch.too-slow"
    may_answer.set()


def test_an_endless_body_is_left_at_the_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_BYTES", 100_000)
    sent = 0

    def play(line: ssl.SSLSocket, _request: str) -> None:
        nonlocal sent
        line.sendall(OK + b"\r\n")
        while sent < 50_000_000:
            sent += line.send(b"x" * 10_000)

    assert code(play) == "fetch.too-large"
    assert sent < 20_000_000


def test_a_packed_bomb_is_left_at_the_bound() -> None:
    bomb = gzip.compress(b"\0" * (limits.MOST_BYTES * 20))
    assert len(bomb) < 200_000
    assert code(says(bomb, "200 OK", "Content-Encoding: gzip")) == "fetch.too-large"


def test_endless_headers_are_left() -> None:
    assert code(raw(OK, b"X-A: b\r\n" * 100_000)) == "fetch.unreachable"
    assert code(raw(OK, b"X-A: " + b"b" * 1_000_000)) == "fetch.unreachable"


def test_a_redirect_that_goes_round_is_left() -> None:
    with server(says(b"", "302 Found", f"Location: {ADDRESS}")) as made:
        assert refused(world(made)) == "fetch.goes-round"
    assert len(made.asked) == limits.MOST_REDIRECTS + 1


@pytest.mark.parametrize(
    ("onward", "told"),
    [
        ("https://127.0.0.1/", "fetch.unreachable"),  # a number has no name that anybody could look up
        ("http://calendar.example.org/", "fetch.leads-elsewhere"),
        ("https://calendar.example.org:8443/", "fetch.leads-elsewhere"),
        ("file:///etc/passwd", "fetch.leads-elsewhere"),
        ("https://inside.example.org/", "fetch.not-public"),
        ("", "fetch.goes-round"),
    ],
)
def test_a_redirect_to_where_we_do_not_ask_is_not_followed(onward: str, told: str) -> None:
    with server(says(b"", "302 Found", f"Location: {onward}")) as made:
        internet = world(made, names={"inside.example.org": ("10.0.0.7",)})
        assert refused(internet) == told
    assert set(DIALLED[id(internet)]) == {PUBLIC}


@pytest.mark.parametrize(
    "numbers",
    [("127.0.0.1",), ("169.254.169.254",), (PUBLIC, "10.0.0.1"), ("::1",), ("::ffff:127.0.0.1",), ("fd00::1",), ()],
)
def test_a_name_that_leads_into_a_private_network_is_not_asked(numbers: tuple[str, ...]) -> None:
    with server(says(CALENDAR)) as made:
        internet = world(made, names={HOST: numbers})
        assert refused(internet) == "fetch.not-public"
    assert DIALLED[id(internet)] == []
    assert made.asked == []


def test_a_second_answer_of_the_name_changes_nothing() -> None:
    answers = iter([(PUBLIC,), ("127.0.0.1",)])
    with server(says(CALENDAR)) as made:
        known = world(made)
        internet = Internet(lambda _host: next(answers), known.dial, known.trust, 3.0)
        assert download(ADDRESS, internet) == CALENDAR
    assert DIALLED[id(known)] == [PUBLIC]


def test_the_real_look_up_of_this_machine_is_refused() -> None:
    assert refused(Internet(seconds=5.0), "https://localhost/") == "fetch.not-public"
    assert refused(Internet(seconds=5.0), "https://127.0.0.1/") == "fetch.not-public"
    assert refused(Internet(seconds=5.0), "https://2130706433/") == "fetch.not-public"
    assert refused(Internet(seconds=5.0), "https://0x7f.1/") == "fetch.not-public"


def test_a_certificate_of_another_name_is_refused() -> None:
    assert code(says(CALENDAR), certificate="other.pem") == "fetch.certificate"


def test_a_certificate_that_nobody_vouches_for_is_refused() -> None:
    with server(says(CALENDAR)) as made:
        known = world(made)
        internet = Internet(known.look_up, known.dial, ssl.create_default_context(), 3.0)
        assert refused(internet) == "fetch.certificate"
    assert made.asked == []


@pytest.mark.parametrize(
    "status",
    [
        "401 Unauthorized",
        "403 Forbidden",
        "404 Not Found",
        "410 Gone",
        "429 Slow",
        "500 Oops",
        "204 No Content",
        "206 Part",
    ],
)
def test_anything_but_200_is_no_calendar(status: str) -> None:
    assert code(says(CALENDAR, status)) == "fetch.said-no"


@pytest.mark.parametrize(
    "play",
    [
        raw(b"HELLO\r\n\r\n"),
        raw(b""),
        raw(OK + b"Transfer-Encoding: chunked\r\n\r\nZZ\r\n"),
        raw(OK + b"Transfer-Encoding: chunked\r\n\r\n10\r\nshort"),
        raw(b"\x00\xff" * 500),
    ],
)
def test_what_is_not_http_is_told(play: Play) -> None:
    assert code(play) == "fetch.unreachable"


def test_a_body_that_stops_short_is_told() -> None:
    assert code(raw(OK + b"Content-Length: 500\r\n\r\n" + CALENDAR)) == "fetch.cut-off"
    cut = gzip.compress(CALENDAR * 50)[:-20]
    assert code(says(cut, "200 OK", "Content-Encoding: gzip")) == "fetch.cut-off"
    assert code(says(CALENDAR, "200 OK", "Content-Encoding: gzip")) == "fetch.cut-off"
    assert code(says(CALENDAR, "200 OK", "Content-Encoding: br")) == "fetch.packed-oddly"


def test_nobody_there_and_no_such_name_are_told() -> None:
    assert refused(world(None)) == "fetch.unreachable"
    assert refused(world(None), "https://nowhere.example.org/") == "fetch.unreachable"
    assert refused(world(None), "http://calendar.example.org/") == "fetch.not-https"
