"""Filters of the board's calendar: for whom an event is and of what kind. Each is a page and a feed of its own."""

from __future__ import annotations

from dataclasses import dataclass

from boardsite.calendars.events import Details
from boardsite.model import routes
from boardsite.model.entities import Site
from boardsite.pages.frame import Frame

AUDIENCES = {
    "practitioners": "For practitioners",
    "public": "For everyone",
    "members": "For members of a group",
}


@dataclass(frozen=True, slots=True)
class SectionLink:
    label: str
    address: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class Filter:
    """One filter: an audience or a kind, of which one is ""."""

    label: str
    key: str
    audience: str
    kind: str

    @property
    def address(self) -> str:
        return routes.calendar_filter(self.key)

    @property
    def feed(self) -> str:
        return routes.calendar_filter_feed(self.key)

    def holds(self, details: Details) -> bool:
        return self.audience in details.audience if self.audience else self.kind == details.kind


def filters(site: Site) -> tuple[Filter, ...]:
    """Return the filters that some event answers to: audiences first, then kinds by name."""
    everything = [event.series.details for event in site.events]
    audiences = {word for details in everything for word in details.audience}
    kinds = sorted({details.kind for details in everything if details.kind})
    found = [Filter(label, f"for-{word}", word, "") for word, label in AUDIENCES.items() if word in audiences]
    found += [Filter(f"Kind: {kind.replace('-', ' ')}", f"kind-{kind}", "", kind) for kind in kinds]
    return tuple(found)


def filter_links(frame: Frame, current: str) -> tuple[SectionLink, ...]:
    """Return the links to all filters; the one at the `current` address is marked."""
    return tuple(SectionLink(each.label, each.address, each.address == current) for each in filters(frame.site))
