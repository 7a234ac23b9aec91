"""Which addresses may be asked: https, by name, and never a machine that is not on the public internet.

A calendar's address is typed by an editor and may lead on to others; without these rules it could be used to look
into the network in which we run.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator
from urllib.parse import quote, urljoin, urlsplit

from boardsite.dataclass import dataclass
from boardsite.fetching.limits import MOST_ADDRESS_LETTERS

HTTPS_PORT = 443
_HOST = re.compile(
    r"(?=.{1,253}$)[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?)*"
)
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_LOCAL_NAT64 = ipaddress.IPv6Network("64:ff9b:1::/48")
_COMPATIBLE = ipaddress.IPv6Network("::/96")

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


@dataclass(frozen=True, slots=True)
class Goal:
    """What is asked for: a host by its name, and what of it (path and query, ready to be sent)."""

    host: str
    path: str

    @property
    def address(self) -> str:
        return f"https://{self.host}{self.path}"


def goal_of(address: str) -> Goal | None:
    """Return what an address asks for, or None where we do not ask: no https, another port, names and passwords.

    `webcal:` is what programs for subscribing write for the same thing.
    """
    try:
        parts = urlsplit(address.strip())
        port = parts.port
        host = (parts.hostname or "").rstrip(".").encode("idna").decode().lower()
    except (ValueError, UnicodeError):
        return None
    if parts.scheme.lower() not in ("https", "webcal") or port not in (None, HTTPS_PORT) or "@" in parts.netloc:
        return None
    if not _HOST.fullmatch(host) or len(address) > MOST_ADDRESS_LETTERS:
        return None
    query = f"?{parts.query}" if parts.query else ""
    return Goal(host, quote((parts.path or "/") + query, safe="/%:=&?~+!$,;'@()*[]"))


def goal_after(goal: Goal, location: str) -> Goal | None:
    """Return where a redirect leads, or None where we do not follow."""
    try:
        return goal_of(urljoin(goal.address, location.strip()))
    except ValueError:
        return None


def is_public(text: str) -> bool:
    """Say whether a machine's number is one of the public internet, whatever form it hides in."""
    try:
        number = ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return False
    return "%" not in text and all(_is_public(each) for each in _forms(number))


def _forms(number: Address) -> Iterator[Address]:
    """Yield the number and every IPv4 number that it carries inside: those are where the data ends up."""
    if isinstance(number, ipaddress.IPv4Address):
        yield number
        return
    carried = [number.ipv4_mapped, number.sixtofour, *(number.teredo or ())]
    if number in _NAT64 or number in _COMPATIBLE:
        carried.append(ipaddress.IPv4Address(int(number) & 0xFFFF_FFFF))
    found = [each for each in carried if each is not None]
    yield from found
    # A mapped number and one of NAT64 are nothing but the number inside.
    if number.ipv4_mapped is None and number not in _NAT64:
        yield number


def _is_public(number: Address) -> bool:
    if number in _LOCAL_NAT64:
        return False
    odd = number.is_multicast or number.is_reserved or number.is_loopback or number.is_link_local
    if isinstance(number, ipaddress.IPv6Address):
        odd = odd or number.is_site_local
    return number.is_global and not (odd or number.is_private or number.is_unspecified)
