"""Rules over what was made: every address that a page leads to has something at it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from boardsite.diagnostics import Diagnostic, Location
from boardsite.messages import theme as messages
from boardsite.rendering.artifact import Artifact


def dead_links(artifacts: Iterable[Artifact]) -> Iterator[Diagnostic]:
    """Yield each address of this site that some page leads to and at which there is nothing, once."""
    artifacts = tuple(artifacts)
    known = {artifact.address for artifact in artifacts}
    told: set[str] = set()
    for artifact in artifacts:
        for link in sorted(artifact.links):
            address = link.partition("#")[0]
            if address not in known and address not in told:
                told.add(address)
                yield messages.dead_link(Location("theme"), f"{artifact.address} → {address}")
