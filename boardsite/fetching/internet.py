"""The door to the network: one question to one machine, by the number that was looked at and no other.

Names are looked up once; the answer is judged by `addresses`, and the connection goes to a number of that very
answer, so that a second answer cannot lead elsewhere. Certificates are always checked. Everything has one deadline.
"""

from __future__ import annotations

import http.client
import io
import socket
import ssl
import threading
import time
from collections.abc import Callable
from dataclasses import field
from functools import partial
from typing import TYPE_CHECKING

from boardsite.dataclass import dataclass
from boardsite.fetching import limits
from boardsite.fetching.addresses import HTTPS_PORT, Goal, is_public
from boardsite.fetching.troubles import Unfetched
from boardsite.messages import fetching as messages

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_ASKED = {
    "Accept": "text/calendar, text/plain;q=0.5, */*;q=0.1",
    "Accept-Encoding": "gzip, identity",
    "User-Agent": "boardsite (calendar copy)",
    "Connection": "close",
}


class Deadline:
    """A moment after which nothing more is waited for."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def left(self, most: float = limits.SECONDS) -> float:
        """Return the seconds that are left, at most so many; raise TimeoutError when there are none."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise TimeoutError("the time is up")
        return min(left, most)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said.

    `content` is as it was sent, `is_whole` False where it was longer than we take, `is_cut`
    where it was shorter than announced.
    """

    status: int
    location: str
    encoding: str
    content: bytes
    is_whole: bool
    is_cut: bool


def look_up(host: str) -> tuple[str, ...]:
    """Return the numbers of a host."""
    found = socket.getaddrinfo(host, HTTPS_PORT, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(each[4][0]) for each in found))


def dial(number: str, seconds: float) -> socket.socket:
    """Return a connection to a machine by its number."""
    return socket.create_connection((number, HTTPS_PORT), timeout=seconds)


@dataclass(frozen=True, slots=True)
class Internet:
    """How the world is reached; tests put their own world here."""

    look_up: Callable[[str], tuple[str, ...]] = look_up
    dial: Callable[[str, float], socket.socket] = dial
    trust: ssl.SSLContext = field(default_factory=ssl.create_default_context)
    seconds: float = limits.SECONDS

    def deadline(self) -> Deadline:
        return Deadline(self.seconds)

    def ask(self, goal: Goal, deadline: Deadline) -> Answer:
        """Return the answer of the host, or raise Unfetched."""
        try:
            numbers = self._numbers(goal.host, deadline)
            return self._ask_one_of(numbers, goal, deadline)
        except ssl.SSLCertVerificationError as problem:
            raise _certificate(goal.host, problem.verify_message) from None
        except TimeoutError:
            raise Unfetched("unreachable", partial(messages.too_slow, host=goal.host, most=self.seconds)) from None
        except (OSError, http.client.HTTPException, UnicodeError, ValueError) as problem:
            raise _unreachable(goal.host, problem) from None

    def _numbers(self, host: str, deadline: Deadline) -> tuple[str, ...]:
        """Return the numbers of a host, all of them public; one that is not makes the whole answer suspect."""
        numbers = _within(deadline, partial(self.look_up, host))
        if not numbers or not all(is_public(number) for number in numbers):
            raise Unfetched("refused", partial(messages.not_public, host=host))
        return numbers[: limits.MOST_ADDRESSES]

    def _ask_one_of(self, numbers: tuple[str, ...], goal: Goal, deadline: Deadline) -> Answer:
        for number in numbers[:-1]:
            try:
                connection = self.dial(number, deadline.left(limits.SECONDS_TO_CONNECT))
            except OSError:
                continue
            return self._converse(connection, goal, deadline)
        return self._converse(self.dial(numbers[-1], deadline.left(limits.SECONDS_TO_CONNECT)), goal, deadline)

    def _converse(self, connection: socket.socket, goal: Goal, deadline: Deadline) -> Answer:
        with connection:
            connection.settimeout(deadline.left())
            with self.trust.wrap_socket(connection, server_hostname=goal.host) as line:
                asked = http.client.HTTPConnection(goal.host)
                asked.sock = _Patient(line, deadline)
                asked.putrequest("GET", goal.path, skip_host=True, skip_accept_encoding=True)
                for name, value in {"Host": goal.host, **_ASKED}.items():
                    asked.putheader(name, value)
                asked.endheaders()
                return _answer(asked.getresponse())


class _Patient:
    """A line that waits for each part only as long as the whole may take: a slow drip is no way to hold us."""

    def __init__(self, line: ssl.SSLSocket, deadline: Deadline) -> None:
        self._line, self._deadline = line, deadline

    def sendall(self, content: bytes) -> None:
        self._line.settimeout(self._deadline.left())
        self._line.sendall(content)

    def makefile(self, _mode: str) -> io.BufferedReader:
        return io.BufferedReader(_Parts(self._line, self._deadline))

    def close(self) -> None:
        """The answer may still be under way when http.client is done with the line; whoever opened it closes it."""


class _Parts(io.RawIOBase):
    def __init__(self, line: ssl.SSLSocket, deadline: Deadline) -> None:
        self._line, self._deadline = line, deadline

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        self._line.settimeout(self._deadline.left())
        return self._line.recv_into(buffer)


def _answer(response: http.client.HTTPResponse) -> Answer:
    with response:
        content = response.read(limits.MOST_BYTES + 1) if response.status == http.client.OK else b""
        return Answer(
            status=response.status,
            location=response.getheader("Location", ""),
            encoding=response.getheader("Content-Encoding", "").strip().lower(),
            content=content[: limits.MOST_BYTES],
            is_whole=len(content) <= limits.MOST_BYTES,
            is_cut=bool(response.length) and len(content) <= limits.MOST_BYTES and response.status == http.client.OK,
        )


def _within(deadline: Deadline, look: Callable[[], tuple[str, ...]]) -> tuple[str, ...]:
    """Return what a look-up finds; the system's own has no deadline, so it is left behind when ours has come."""
    found: list[tuple[str, ...]] = []
    failed: list[OSError | UnicodeError] = []

    def work() -> None:
        try:
            found.append(look())
        except (OSError, UnicodeError) as problem:
            failed.append(problem)

    worker = threading.Thread(target=work, daemon=True)
    worker.start()
    worker.join(deadline.left())
    if failed:
        raise failed[0]
    if not found:
        raise TimeoutError("no answer to the name")
    return found[0]


def _certificate(host: str, reason: str) -> Unfetched:
    return Unfetched("unreachable", partial(messages.certificate, host=host, reason=reason))


def _unreachable(host: str, problem: Exception) -> Unfetched:
    reason = getattr(problem, "strerror", None) or str(problem) or type(problem).__name__
    return Unfetched("unreachable", partial(messages.unreachable, host=host, reason=str(reason)))
