"""The preview's server: this computer only, looking only, one request for each connection.

The standard library's server is the mechanism; what it would do by itself (lists of folders, files by path, pages of
its own for what went wrong, a traceback on the terminal) is not used.
"""

from __future__ import annotations

import os
import socket
import sys
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from boardsite.messages import serving as messages
from boardsite.serving.desk import CHANGES, Desk
from boardsite.serving.requests import address_of, is_for_us, is_from_us, question
from boardsite.serving.responses import Response, headers_for, plain

MOST_CONNECTIONS = 200
MOST_LISTENERS = 60
PATIENCE = 10.0
BREATH = 15.0


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    allow_reuse_address = os.name != "nt"  # on Windows it would let a stranger share the port
    request_queue_size = 128
    desk: Desk
    tell: Callable[[str], None]

    def __init__(self, address: str, port: int) -> None:
        self.address_family = socket.AF_INET6 if ":" in address else socket.AF_INET
        self.connections = threading.BoundedSemaphore(MOST_CONNECTIONS)
        self.listeners = threading.BoundedSemaphore(MOST_LISTENERS)
        super().__init__((address, port), _Handler)

    def server_bind(self) -> None:
        if self.address_family == socket.AF_INET6:
            self.socket.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        super().server_bind()

    def process_request(self, request: Any, client_address: Any) -> None:
        if not self.connections.acquire(timeout=1):
            self.shutdown_request(request)
            return
        super().process_request(request, client_address)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        try:
            super().process_request_thread(request, client_address)
        finally:
            self.connections.release()

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ARG002
        """A visitor who went away or never spoke is no news; anything else is ours, and told in one line."""
        problem = sys.exc_info()[1]
        if not isinstance(problem, OSError):
            self.tell(f"{type(problem).__name__}: {problem}")


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    server_version = "boardsite"
    sys_version = ""
    timeout = PATIENCE

    def do_GET(self) -> None:
        refused = self._refusal()
        if refused is not None:
            self._send(refused)
        elif self.path.partition("?")[0] == CHANGES:
            self._send_changes()
        else:
            self._send(*self._answer())

    def do_HEAD(self) -> None:
        refused = self._refusal()
        self._send(*((refused,) if refused else self._answer()))

    def _refusal(self) -> Response | None:
        port = self.server.server_address[1]
        if not is_for_us(self.headers.get_all("Host", []), port):
            return plain(421, messages.OTHER_NAME)
        if not is_from_us(self.headers.get_all("Origin", []), port):
            return plain(403, messages.OTHER_SITE)
        return None

    def _answer(self) -> tuple[Response, tuple[tuple[str, str], ...]]:
        try:
            return self.server.desk.answer(self.path)
        except Exception as problem:  # a page that breaks the program must not end the preview
            self.server.tell(f"{type(problem).__name__}: {problem}")
            return plain(500, messages.BROKE), headers_for("/")

    def _send(self, response: Response, headers: tuple[tuple[str, str], ...] | None = None) -> None:
        self.send_response(response.status)
        for name, value in headers_for("/") if headers is None else headers:
            self.send_header(name, value)
        self.send_header("Content-Type", response.content_type)
        self.send_header("Content-Length", str(len(response.content)))
        if response.location:
            self.send_header("Location", response.location)
        if response.status == 405:
            self.send_header("Allow", "GET, HEAD")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(response.content)

    def _send_changes(self) -> None:
        """Say that something has changed, and of what kind: no content, and only to pages of ours."""
        if not self.server.listeners.acquire(blocking=False):
            self._send(plain(503, messages.TOO_MANY))
            return
        try:
            self.send_response(200)
            for name, value in (*headers_for(CHANGES), ("Content-Type", "text/event-stream; charset=utf-8")):
                self.send_header(name, value)
            self.end_headers()
            asked, page = question(self.path, "since"), question(self.path, "at")
            since = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 16 else -1
            address, preview = (address_of(page) or "").removesuffix("index.html"), self.server.desk.preview
            with preview.looking(address):
                since, renewal = preview.wait(since, address, BREATH)
                while not renewal:
                    self.wfile.write(f"event: still\ndata: {since}\n\n".encode())
                    since, renewal = preview.wait(since, address, BREATH)
            self.wfile.write(f"event: change\ndata: {since} {renewal}\n\n".encode())
        finally:
            self.server.listeners.release()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:  # noqa: ARG002
        """Answer what the standard library refuses (another method, a line too long) in our words and headers."""
        self.close_connection = True
        if not hasattr(self, "command"):
            self.command = ""
        if not hasattr(self, "request_version") or self.request_version == "HTTP/0.9":
            self.request_version = self.protocol_version
        refused = plain(405, messages.ONLY_LOOKING) if code == 501 else plain(code, messages.NOT_AN_ADDRESS)
        self._send(refused)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the terminal is for what concerns the editor."""


class Servers:
    """The preview at 127.0.0.1 and, where this computer has it, at ::1; `port` is the one in use."""

    def __init__(self, port: int) -> None:
        try:
            first = _Server("127.0.0.1", port)
        except OSError as problem:
            raise _busy(port, problem) from problem
        except OverflowError as problem:
            raise messages.port_unreadable(str(port)) from problem
        self.port = int(first.server_address[1])
        self._all = [first]
        self._is_started = False
        try:
            self._all.append(_Server("::1", self.port))
        except OSError:  # no such address here, or somebody else's: 127.0.0.1 is enough
            return

    def start(self, desk: Desk, tell: Callable[[str], None]) -> None:
        """Answer requests from now on, beside what the caller goes on to do."""
        for server in self._all:
            server.desk, server.tell = desk, tell
            threading.Thread(target=server.serve_forever, args=(0.1,), daemon=True).start()
        self._is_started = True

    def stop(self) -> None:
        for server in self._all:
            if self._is_started:  # one that never served would wait for its own end
                server.shutdown()
            server.server_close()


def _busy(port: int, problem: OSError) -> Exception:
    import errno

    if problem.errno in (errno.EADDRINUSE, getattr(errno, "WSAEADDRINUSE", None)):
        return messages.port_busy(port)
    return messages.port_refused(port, problem.strerror or str(problem))
