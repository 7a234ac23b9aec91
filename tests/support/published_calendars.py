"""Servers for the tests of `fetch`: real TLS on this machine, reached under invented names and public numbers."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from boardsite.commands import fetch
from boardsite.diagnostics import Report
from boardsite.fetching.internet import Internet
from boardsite.pipeline import Order
from tests.calendars.ics import vcalendar, vevent
from tests.support import small_site

CERTIFICATES = Path(__file__).parents[1] / "fetching" / "certificates"
HOST = "calendar.example.org"
PUBLIC = "93.184.216.34"
ADDRESS = f"https://{HOST}/south.ics"
COPY = "lscgs/south/events/feeds/outlook.ics"

Play = Callable[[ssl.SSLSocket, str], None]


class Server:
    """Answers each connection with `play(line, request)`, and remembers what it was asked."""

    def __init__(self, play: Play, certificate: str = "calendar.pem") -> None:
        self.play, self.asked = play, list[str]()
        self._stopping = threading.Event()
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._context.load_cert_chain(CERTIFICATES / certificate)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._listener.settimeout(0.1)
        self.port = self._listener.getsockname()[1]
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def _serve(self) -> None:
        while not self._stopping.is_set():
            with suppress(TimeoutError):
                line, _ = self._listener.accept()
                line.settimeout(10)
                with suppress(OSError), self._context.wrap_socket(line, server_side=True) as safe:
                    request = safe.recv(8000).decode()
                    self.asked.append(request)
                    self.play(safe, request)
        self._listener.close()

    def stop(self) -> None:
        self._stopping.set()
        self._thread.join(5)


@contextmanager
def server(play: Play, certificate: str = "calendar.pem") -> Iterator[Server]:
    made = Server(play, certificate)
    try:
        yield made
    finally:
        made.stop()


def world(made: Server | None, seconds: float = 3.0, names: Mapping[str, tuple[str, ...]] | None = None) -> Internet:
    """Return an internet in which every known name leads to this server; numbers are public unless `names` has others."""
    known = {HOST: (PUBLIC,), "other.example.org": (PUBLIC,), **(names or {})}
    dialled: list[str] = []

    def look_up(host: str) -> tuple[str, ...]:
        if host not in known:
            raise socket.gaierror(-2, "Name or service not known")
        return known[host]

    def dial(number: str, seconds: float) -> socket.socket:
        dialled.append(number)
        if made is None:
            raise ConnectionRefusedError(111, "Connection refused")
        return socket.create_connection(("127.0.0.1", made.port), timeout=seconds)

    trust = ssl.create_default_context(cafile=str(CERTIFICATES / "authority.pem"))
    internet = Internet(look_up, dial, trust, seconds)
    DIALLED[id(internet)] = dialled
    return internet


DIALLED: dict[int, list[str]] = {}
"""The numbers that were dialled in each world, by its id."""


def says(body: bytes, status: str = "200 OK", *headers: str) -> Play:
    """Return the play of a server that answers properly."""

    def play(line: ssl.SSLSocket, _request: str) -> None:
        lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers, "", ""]
        line.sendall("\r\n".join(lines).encode() + body)

    return play


def raw(*parts: bytes) -> Play:
    """Return the play of a server that sends these bytes and hangs up."""

    def play(line: ssl.SSLSocket, _request: str) -> None:
        for part in parts:
            line.sendall(part)

    return play


def silent(_line: ssl.SSLSocket, _request: str) -> None:
    """The play of a server that listens and does not answer."""
    time.sleep(1)


def calendar(days: int) -> bytes:
    """Return a calendar of so many days in July 2016, with an event on each."""
    starts = [f"201607{day:02}T090000Z" for day in range(1, days + 1)]
    events = (vevent(f"DTSTART:{each}", f"DTSTAMP:{each}", uid=each, title=f"Day {each[7]}") for each in starts)
    return vcalendar(*events).encode()


def group_page(address: str = ADDRESS, more: str = "") -> str:
    """Return the page of a group with a published calendar."""
    return f"---\nname: South\ncalendars:\n  - name: outlook\n    address: {address}\n{more}---\nAbout us.\n"


def fetched(
    root: Path,
    play: Play | None,
    *,
    address: str = ADDRESS,
    certificate: str = "calendar.pem",
    seconds: float = 3.0,
    names: Mapping[str, tuple[str, ...]] | None = None,
    before: bytes | None = None,
    more: str = "",
) -> Report:
    """Return what a fetch says of the small site's group; `before` is what an earlier fetch found."""
    small_site.write(root, {"lscgs/south/index.md": group_page(address, more)})
    order = Order(root, small_site.MOMENT)
    if before is not None:
        fetched(root, says(before))
    if play is None:
        return fetch.fetch(order, fetch.FetchOptions(), world(None, seconds, names)).report
    with server(play, certificate) as made:
        return fetch.fetch(order, fetch.FetchOptions(), world(made, seconds, names)).report
