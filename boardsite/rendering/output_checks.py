"""Rules over what was made: every address that a page leads to has something at it, and feeds are not too full."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from boardsite.diagnostics import Diagnostic, Location
from boardsite.messages import theme as messages
from boardsite.rendering.artifact import Artifact
from boardsite.storage.memory import Memory

# Reports tell of feeds that Google takes only in part above these; see docs/limits.md.
FEED_OCTETS = 1_000_000
FEED_EVENTS = 1_000
NEARLY = 0.8
_AT_ONCE = 200  # so many are looked through anew where one of them is different
_BEGIN = b"BEGIN:VEVENT\r\n"
_LEAST = _BEGIN + b"UID:\r\nDTSTAMP:20160101T000000Z\r\nEND:VEVENT\r\n"


def dead_links(artifacts: Iterable[Artifact], known_lost: Iterable[str], memory: Memory) -> Iterator[Diagnostic]:
    """Yield each address of this site that some page leads to and at which there is nothing, once.

    What an editor wrote and has been told of, or a page that could not be made, is not told again as a dead link.
    """
    artifacts = tuple(artifacts)
    known = {artifact.address for artifact in artifacts}
    told = {link.partition("#")[0] for link in known_lost}
    links = [artifact.links for artifact in artifacts]
    parts = (links[at : at + _AT_ONCE] for at in range(0, len(links), _AT_ONCE))
    everywhere = (memory.of(("links", at), _led_to, *part) for at, part in enumerate(parts))
    if known.union(told).issuperset(frozenset[str]().union(*everywhere)):
        return  # the usual case, and a site has many links but few addresses
    for artifact in artifacts:
        for link in artifact.links:
            address = link.partition("#")[0]
            if address not in known and address not in told:
                told.add(address)
                yield messages.dead_link(Location("theme"), f"{artifact.address} → {address}")


def _led_to(*links: tuple[str, ...]) -> frozenset[str]:
    """Return every address that is among these, without the place on the page."""
    return frozenset(link.partition("#")[0] for link in frozenset[str]().union(*links))


def full_feeds(artifacts: Iterable[Artifact]) -> Iterator[Diagnostic]:
    """Yield each calendar feed that comes near to what calendar programs take, before it is there."""
    for artifact in artifacts:
        if not artifact.address.endswith(".ics"):
            continue
        octets = artifact.size
        if octets < FEED_EVENTS * NEARLY * len(_LEAST):
            continue  # neither of the two, and its bytes need not be read
        events = artifact.content.count(_BEGIN)
        if octets > FEED_OCTETS * NEARLY or events > FEED_EVENTS * NEARLY:
            section = artifact.address.rpartition("/")[0]
            where = Location(f"{section[1:]}/events" if section.startswith("/lscgs/") else "content/events")
            yield messages.feed_nearly_full(where, artifact.address, octets, events, FEED_OCTETS, FEED_EVENTS)
