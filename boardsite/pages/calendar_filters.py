"""Filters of the board's calendar: for whom an event is and of what kind. Each is a page and a feed of its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from boardsite.audiences import WORDS, for_whom
from boardsite.calendars.events import Details, Extra, Series
from boardsite.dataclass import dataclass
from boardsite.model import routes
from boardsite.model.entities import Event, Site
from boardsite.pages.frame import Frame


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
    everything = [details for event in site.events for details in _said(event)]
    audiences = {word for details in everything for word in details.audience}
    kinds = sorted({details.kind for details in everything if details.kind})
    found = [Filter(for_whom(word), f"for-{word}", word, "") for word in WORDS if word in audiences]
    found += [Filter(f"Kind: {kind.replace('-', ' ')}", f"kind-{kind}", "", kind) for kind in kinds]
    return tuple(found)


def _said(event: Event) -> tuple[Details, ...]:
    """Return what an event says of all its dates, and of those that are changed."""
    return (event.series.details, *(override.details for override in event.series.overrides))


def narrowed(event: Event, found: Filter) -> Event | None:
    """Return the part of an event that answers to a filter: its own dates, its changed ones or both; None for none."""
    holding = [found.holds(details) for details in _said(event)]
    if not any(holding):
        return None
    # Where a change goes on, all later dates hang on it, so the series stays whole.
    if all(holding) or any(override.goes_on for override in event.series.overrides):
        return event
    dates = tuple(o for o in event.occurrences if found.holds(o.details))
    return replace(event, series=_of_dates(event.series, found), occurrences=dates)


def _of_dates(series: Series, found: Filter) -> Series:
    kept = tuple(override for override in series.overrides if found.holds(override.details))
    if found.holds(series.details):
        others = (override.original for override in series.overrides if override not in kept)
        return replace(series, overrides=kept, removed=(*series.removed, *others))
    first = kept[0].original
    return replace(
        series,
        starts=first,
        wall=first.time() if isinstance(first, datetime) else None,
        rule=None,
        exception_rule=None,
        extras=tuple(Extra(override.original) for override in kept[1:]),
        removed=(),
        overrides=kept,
    )


def filter_links(frame: Frame, current: str) -> tuple[SectionLink, ...]:
    """Return the links to all filters; the one at the `current` address is marked."""
    return tuple(SectionLink(each.label, each.address, each.address == current) for each in filters(frame.site))
