"""The preview's server as a browser, a stranger and a hostile page meet it, over real sockets."""

from __future__ import annotations

import http.client
import socket
import threading
import time
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

import pytest

from boardsite.diagnostics import BoardsiteError
from boardsite.model.assemble import Wishes
from boardsite.pages.site_files import POLICY
from boardsite.pipeline import Outcome, Part
from boardsite.reading.looking import Glance
from boardsite.serving import server as server_module
from boardsite.serving.desk import Desk
from boardsite.serving.preview import Preview
from boardsite.serving.server import Servers
from boardsite.serving.shown import prefix_of
from tests.support import small_site

BROKEN = "---\ntitle: <script>x</script>\ndate: 31/06/2016 <img src=x>\n---\nSECRET\n"


class Served:
    """A preview of the minimal site, whose files the test can change."""

    def __init__(self) -> None:
        self.changes: dict[str, str | bytes | None] = {}
        self.said: list[str] = []
        self.servers = Servers(0)
        self.preview = Preview(self.make)
        self.preview.refresh()
        self.servers.start(Desk(self.preview), self.said.append)

    def make(self, day: date | None, only: Part = "", seen: Glance | None = None) -> Outcome:
        wishes = Wishes(True, f"http://127.0.0.1:{self.servers.port}{prefix_of(day)}/")
        return small_site.build(self.changes, as_of=day, wishes=wishes, only=only, keeps_names=True)

    def save(self, path: str, text: str) -> None:
        self.changes[path] = text
        self.preview.refresh()

    def ask(
        self, target: str, headers: Mapping[str, str] | None = None, method: str = "GET", host: str = "127.0.0.1"
    ) -> tuple[int, dict[str, str], str]:
        connection = http.client.HTTPConnection(host, self.servers.port, timeout=20)
        connection.putrequest(method, target, skip_host=True, skip_accept_encoding=True)
        name = f"[{host}]" if ":" in host else host
        for key, value in {"Host": f"{name}:{self.servers.port}", **(headers or {})}.items():
            connection.putheader(key, value)
        connection.endheaders()
        answer = connection.getresponse()
        body = answer.read().decode("utf-8", "replace")
        connection.close()
        return answer.status, {key.lower(): value for key, value in answer.getheaders()}, body

    def raw(self, sent: bytes) -> bytes:
        with socket.create_connection(("127.0.0.1", self.servers.port), 20) as wire:
            wire.sendall(sent)
            found = b""
            while more := wire.recv(65536):
                found += more
        return found


@pytest.fixture(scope="module")
def served() -> Iterator[Served]:
    made = Served()
    yield made
    made.servers.stop()
    assert made.said == []


@pytest.fixture
def fresh() -> Iterator[Served]:
    made = Served()
    yield made
    made.servers.stop()


def test_a_page_is_shown_with_the_headers_of_the_host(served: Served) -> None:
    status, headers, body = served.ask("/lscgs/south/")
    assert (status, headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert headers["content-security-policy"] == POLICY
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cache-control"] == "no-store"
    assert "<h1" in body


def test_the_preview_adds_to_the_page_and_the_finished_site_has_none_of_it(served: Served) -> None:
    _, _, body = served.ask("/")
    assert '<script src="/-/preview.js"' in body
    assert body.count("</body>") == 1
    assert b"/-/preview" not in b"".join(artifact.content for _, artifact in served.make(None).files)
    for name, kind in (("preview.js", "text/javascript"), ("preview.css", "text/css")):
        status, headers, _ = served.ask(f"/-/{name}")
        assert (status, headers["content-type"].partition(";")[0]) == (200, kind)


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example:80", "", "127.0.0.1"])
def test_another_host_name_is_refused(served: Served, host: str) -> None:
    status, headers, body = served.ask("/", {"Host": host})
    assert status == 421
    assert "access-control-allow-origin" not in headers
    assert "Sample" not in body


def test_no_host_or_two_are_refused(served: Served) -> None:
    ours = f"Host: 127.0.0.1:{served.servers.port}\r\n".encode()
    assert b" 421 " in served.raw(b"GET / HTTP/1.1\r\n\r\n").partition(b"\r\n")[0]
    assert b" 421 " in served.raw(b"GET / HTTP/1.1\r\n" + ours + ours + b"\r\n").partition(b"\r\n")[0]
    assert b"Sample" not in served.raw(b"GET /\r\n\r\n")


@pytest.mark.parametrize("target", ["/", "/calendar.ics", "/-/changes?since=0", "/-/preview.js"])
def test_pages_of_others_may_not_read_anything(served: Served, target: str) -> None:
    assert served.ask(target, {"Origin": "http://evil.example"})[0] == 403
    assert "access-control-allow-origin" not in served.ask(target.replace("since=0", "since=7"))[1]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "ODD"])
def test_a_preview_can_only_be_looked_at(served: Served, method: str) -> None:
    status, headers, _ = served.ask("/", method=method)
    assert (status, headers["allow"]) == (405, "GET, HEAD")


def test_head_gives_no_body(served: Served) -> None:
    status, headers, body = served.ask("/", method="HEAD")
    assert (status, body) == (200, "")
    assert int(headers["content-length"]) > 1000


@pytest.mark.parametrize(
    "target",
    ["/../build.py", "/%2e%2e/build.py", "/..%5cbuild.py", "//etc/passwd", "/.git/config", "/build.py",
     "/content/site.yaml", "/lscgs/south/index.md", "/lscgs/south/events/forum%2eics/..", "/assets/", "/images/",
     "/_headers", "/_redirects", "/.release.json", "/-/", "/-/server.py", "/-/../server.py", "/-/2016-13-45/",
     "/-/9999-12-31/", "/-/style/../../x"],
)  # fmt: skip
def test_nothing_but_finished_pages_can_be_reached(served: Served, target: str) -> None:
    status, _, body = served.ask(target)
    assert status == 404
    assert "import" not in body
    assert "base_url" not in body
    assert "Index of" not in body


def test_a_page_that_is_not_there_is_the_sites_own_404(served: Served) -> None:
    status, _, body = served.ask("/nowhere/")
    assert status == 404
    assert "<h1" in body


def test_a_folder_without_its_last_stroke_leads_to_it(served: Served) -> None:
    status, headers, _ = served.ask("/lscgs/south")
    assert (status, headers["location"]) == (301, "/lscgs/south/")


def test_an_old_address_leads_to_the_new_one(fresh: Served) -> None:
    fresh.save("content/guide.md", "---\ntitle: Guide\naliases: /old-guide/\n---\nText.\n")
    status, _, body = fresh.ask("/old-guide/")
    assert status == 200
    assert "moved" in body


def test_another_day_has_an_address_of_its_own_and_its_links_stay_there(served: Served) -> None:
    status, _, body = served.ask("/-/2016-07-01/lscgs/south/events/forum/")
    assert status == 200
    assert "This event is over" in body
    assert "Friday 1 July 2016" in body
    assert 'href="/-/2016-06-30/lscgs/south/events/forum/"' in body
    assert served.ask("/-/2016-07-01/lscgs/south")[1]["location"] == "/-/2016-07-01/lscgs/south/"
    _, _, lost = served.ask("/-/2016-07-01/nowhere/")
    assert 'href="/-/2016-07-01/index.html"' in lost or 'href="/-/2016-07-01/"' in lost
    status, headers, _ = served.ask("/-/day?day=2016-07-01&at=%2Flscgs%2Fsouth%2F")
    assert (status, headers["location"]) == (302, "/-/2016-07-01/lscgs/south/")
    assert "This event is over" not in served.ask("/lscgs/south/events/forum/")[2]


@pytest.mark.parametrize("at", ["//evil.example/", "https://evil.example/", "/a%0d%0aX: y", "\\\\evil.example"])
def test_the_form_for_days_leads_nowhere_else(served: Served, at: str) -> None:
    assert served.ask(f"/-/day?day=2016-07-01&at={at.replace(' ', '%20')}")[0] == 404


def test_drafts_and_what_waits_for_its_day_are_shown(fresh: Served) -> None:
    fresh.save("lscgs/south/news/soon.md", "---\ntitle: Soon\ndate: 1 August 2016\nsummary: s\n---\nText.\n")
    fresh.save("lscgs/south/news/idea.md", "---\ntitle: Idea\ndraft: yes\ndate: 1 May 2016\nsummary: s\n---\nText.\n")
    assert fresh.ask("/lscgs/south/news/soon/")[0] == 200
    assert fresh.ask("/lscgs/south/news/idea/")[0] == 200
    assert "This is a preview" in fresh.ask("/lscgs/south/")[2]


def test_a_mistake_is_told_over_the_last_good_page_as_text_never_as_markup(fresh: Served) -> None:
    fresh.save("lscgs/south/news/forum.md", BROKEN)
    status, _, body = fresh.ask("/lscgs/south/news/forum/")
    assert status == 200
    assert "<h1" in body
    assert "SECRET" not in body
    assert "lscgs/south/news/forum.md:3" in body
    assert "31/06/2016 &lt;img src=x&gt;" in body
    assert "field.date-unreadable" in body
    assert "site as it was before" in body
    assert "<img src=x" not in body
    fresh.save("lscgs/south/news/forum.md", "---\ntitle: Mended\ndate: 30 June 2016\nsummary: s\n---\nText.\n")
    _, _, body = fresh.ask("/lscgs/south/news/forum/")
    assert "Mended" in body
    assert "must be fixed" not in body


def test_without_any_good_site_the_problems_are_the_page() -> None:
    preview = Preview(lambda day, _="", __=None: small_site.build({"content/site.yaml": "name: <b>x\n"}))
    preview.refresh()
    answer, _ = Desk(preview).answer("/")
    assert answer.status == 503
    assert b"content/site.yaml:1" in answer.content
    assert b"<b>" not in answer.content


def test_a_save_is_told_to_open_pages_without_any_content(fresh: Served) -> None:
    found: list[str] = []
    listening = threading.Thread(target=lambda: found.append(fresh.ask("/-/changes?since=1&at=%2F")[2]))
    listening.start()
    time.sleep(0.2)
    fresh.save("theme/css/tokens.css", ":root{}")
    listening.join(60)
    assert found == ["event: change\ndata: 2 style\n\n"]
    fresh.save("content/index.md", "---\ntitle: New\n---\nText.\n")
    assert fresh.ask("/-/changes?since=2&at=%2F")[2] == "event: change\ndata: 3 page\n\n"
    assert fresh.ask("/-/changes?since=1&at=%2F")[2] == "event: change\ndata: 3 page\n\n"
    assert fresh.ask("/-/changes?since=what&at=%2F")[2] == "event: change\ndata: 3 page\n\n"


def test_a_page_says_which_one_it_is_and_is_told_only_of_itself(fresh: Served) -> None:
    fresh.save("content/index.md", "---\ntitle: New\n---\nText.\n")
    fresh.save("lscgs/south/news/forum.md", "---\ntitle: A forum\ndate: 3 May 2016\nsummary: s\n---\nOther text.\n")
    for at, told in (("%2F", "3 page"), ("%2Findex.html", "3 page"), ("%2Flscgs%2Fsouth%2Fcontacts%2Findex.html", "4 style")):
        found: list[str] = []
        ask = lambda at=at, found=found: found.append(fresh.ask(f"/-/changes?since=1&at={at}")[2])  # noqa: E731
        listening = threading.Thread(target=ask)
        listening.start()
        if told.endswith("style"):
            end = time.monotonic() + 60
            while fresh.preview.looked_at() != {"/lscgs/south/contacts/"} and time.monotonic() < end:
                time.sleep(0.01)
            assert fresh.preview.looked_at() == {"/lscgs/south/contacts/"}
            fresh.save("theme/css/tokens.css", ":root{}")
        listening.join(60)
        assert found == [f"event: change\ndata: {told}\n\n"]
    assert fresh.preview.looked_at() == frozenset()


def test_a_page_of_which_nothing_changes_is_told_how_far_it_is_good(
    fresh: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So that it is not loaded again when it is looked at after many saves of other pages."""
    monkeypatch.setattr(server_module, "BREATH", 0.05)
    connection = http.client.HTTPConnection("127.0.0.1", fresh.servers.port, timeout=20)
    connection.request("GET", "/-/changes?since=1&at=%2Flscgs%2Fsouth%2Fcontacts%2F")
    answer = connection.getresponse()

    def next_event() -> tuple[str, str]:
        event, data, _ = (answer.readline().decode().strip() for _ in range(3))
        return event, data

    assert next_event() == ("event: still", "data: 1")
    fresh.save("content/index.md", "---\ntitle: New\n---\nText.\n")
    found = {next_event() for _ in range(5)}
    assert found <= {("event: still", "data: 1"), ("event: still", "data: 2")}
    assert next_event() == ("event: still", "data: 2")
    fresh.save("theme/css/tokens.css", ":root{}")
    while (event := next_event()) == ("event: still", "data: 2"):
        continue
    assert event == ("event: change", "data: 3 style")
    connection.close()


def test_the_stylesheet_can_be_asked_for_by_what_it_is(served: Served) -> None:
    status, headers, _ = served.ask("/-/style/site?7")
    assert (status, headers["location"].partition(".")[0]) == (302, "/assets/site")
    assert served.ask("/-/style/other")[0] == 404
    assert served.ask(headers["location"])[1]["content-type"] == "text/css; charset=utf-8"


def test_it_listens_on_this_computer_only(served: Served) -> None:
    for address in _own_addresses():
        with pytest.raises(OSError), socket.create_connection((address, served.servers.port), 2):
            pass
    for server in served.servers._all:
        assert server.server_address[0] in ("127.0.0.1", "::1")


def _own_addresses() -> list[str]:
    found = {str(info[4][0]) for info in socket.getaddrinfo(socket.gethostname(), None)}
    return sorted(address for address in found if not address.startswith("127.") and address != "::1")


def test_the_other_loopback_address_answers_too(served: Served) -> None:
    if len(served.servers._all) < 2:
        assert not _has_ipv6()
        return
    assert served.ask("/", host="::1")[0] == 200


def _has_ipv6() -> bool:
    try:
        with socket.socket(socket.AF_INET6) as trial:
            trial.bind(("::1", 0))
    except OSError:
        return False
    return True


def test_a_busy_port_is_one_plain_line_with_the_remedy(served: Served) -> None:
    with pytest.raises(BoardsiteError) as caught:
        Servers(served.servers.port)
    assert caught.value.status == 2
    assert f"--port {served.servers.port + 1}" in caught.value.sentence


@pytest.mark.parametrize(
    "sent",
    [b"", b"\r\n\r\n", b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"\x16\x03\x01\x02\x00", b"GET / HTTP/1.1\r\nA: " + b"x" * 70000,
     b"GET /" + b"a" * 70000 + b" HTTP/1.1\r\n\r\n", b"GET / HTTP/1.1\r\n" + b"A: b\r\n" * 200 + b"\r\n",
     b"GET / HTTP/1.1\r\nHost: \xff\xfe\r\n\r\n"],
)  # fmt: skip
def test_what_is_no_request_harms_nothing(served: Served, sent: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server_module._Handler, "timeout", 0.5)
    try:
        found = served.raw(sent)
    except OSError:
        found = b""
    assert b"Traceback" not in found
    assert b"Sample" not in found
    assert served.ask("/")[0] == 200


def test_visitors_who_go_away_or_are_slow_leave_room_for_others(served: Served) -> None:
    hanging = [socket.create_connection(("127.0.0.1", served.servers.port), 20) for _ in range(150)]
    for wire in hanging[::2]:
        wire.sendall(b"GET / HT")
        wire.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")
        wire.close()
    assert served.ask("/")[0] == 200
    for wire in hanging:
        wire.close()


def test_listeners_are_counted(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(served.servers._all[0], "listeners", threading.BoundedSemaphore(1))
    assert served.servers._all[0].listeners.acquire(blocking=False)
    assert served.ask("/-/changes?since=1&at=%2F")[0] == 503


def test_a_page_that_breaks_the_program_does_not_end_the_preview(
    fresh: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(day: date | None, only: Part = "", seen: Glance | None = None) -> Outcome:
        raise ZeroDivisionError("planted")

    monkeypatch.setattr(fresh.preview, "_make", broken)
    status, _, body = fresh.ask("/-/2016-07-02/")
    assert status == 500
    assert "planted" not in body
    assert fresh.said == ["ZeroDivisionError: planted"]
    assert fresh.ask("/")[0] == 200


def test_only_a_few_days_are_kept() -> None:
    counted: list[date | None] = []
    whole = small_site.build()

    def make(day: date | None, only: Part = "", seen: Glance | None = None) -> Outcome:
        assert not only
        counted.append(day)
        return replace(whole)

    preview = Preview(make)
    preview.refresh()
    days = [date(2016, 6, day) for day in range(1, 9)]
    for day in days:
        preview.shown(day)
    preview.shown(days[-1])
    assert len(counted) == 9
    preview.shown(days[0])
    assert len(counted) == 10
