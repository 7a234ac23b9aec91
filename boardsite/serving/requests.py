"""What a request may ask for: whether it is meant for us, and which address it names. Pure; nothing is opened.

Other websites can make a browser send requests to this computer, and can give it names of their own (DNS rebinding).
So only our own host names are answered, and an Origin that is not ours is refused.
"""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import parse_qsl, unquote_to_bytes

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
MOST_LETTERS = 2000


def is_for_us(hosts: Sequence[str], port: int) -> bool:
    """Whether the Host lines of a request name this server: exactly one, of our names, with our port."""
    return len(hosts) == 1 and hosts[0].strip().lower() in _names(port)


def is_from_us(origins: Sequence[str], port: int) -> bool:
    """Whether the Origin lines of a request, if there are any, name a page of ours."""
    known = {f"http://{name}" for name in _names(port)}
    return all(origin.strip().lower() in known for origin in origins)


def _names(port: int) -> frozenset[str]:
    plain = LOOPBACK if port == 80 else ()
    return frozenset((*(f"{name}:{port}" for name in LOOPBACK), *plain))


def address_of(target: str) -> str | None:
    """Return the site address that a request target names, decoded once, or None where it names nothing we could have.

    Nothing is opened by this address, which is only looked up among finished files; what climbs, hides or means
    something else to another computer is refused all the same.
    """
    path = target.partition("?")[0]
    if not path.startswith("/") or path.startswith("//") or len(target) > MOST_LETTERS:
        return None
    try:
        address = unquote_to_bytes(path).decode("utf-8")
    except UnicodeDecodeError:
        return None
    if any(ord(letter) < 32 or letter in '\\:"<>|?*#\x7f' for letter in address):
        return None
    parts = address.split("/")[1:]
    if any(part.startswith(".") for part in parts) or "" in parts[:-1]:
        return None
    return address


def question(target: str, name: str) -> str:
    """Return the value of a name behind the question mark, or ""."""
    pairs = parse_qsl(target.partition("?")[2][:MOST_LETTERS], max_num_fields=20) if "?" in target else []
    return next((value for key, value in pairs if key == name), "")
