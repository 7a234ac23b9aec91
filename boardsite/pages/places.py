"""The A to Z of places: which groups serve a town, parish or outward postcode, now and from a day to come."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from boardsite.dataclass import dataclass
from boardsite.model.entities import Area, Site
from boardsite.text import slug


@dataclass(frozen=True, slots=True)
class AreaGroup:
    title: str
    address: str
    theme: int


@dataclass(frozen=True, slots=True)
class AreaChange:
    """Groups that will serve a place from a day on; `until` is the last of their days, where it is known."""

    first: date
    until: date | None
    groups: tuple[AreaGroup, ...]


@dataclass(frozen=True, slots=True)
class AreaRow:
    """A place of the A to Z and the groups that serve it; `until` is the last day of that, where it is known."""

    name: str
    kind: str
    groups: tuple[AreaGroup, ...]
    until: date | None
    changes: tuple[AreaChange, ...]


@dataclass(frozen=True, slots=True)
class AreaLetter:
    letter: str
    rows: tuple[AreaRow, ...]


def rows(site: Site) -> tuple[AreaRow, ...]:
    """Return every place once, in the order of names."""
    by_place: dict[tuple[str, str], list[Area]] = {}
    for area in site.ground.areas:
        by_place.setdefault((area.name.casefold(), area.kind), []).append(area)
    return tuple(_row(site, areas) for areas in by_place.values())


def letters(found: Iterable[AreaRow]) -> tuple[AreaLetter, ...]:
    """Return towns, parishes and districts under their first letters."""
    by_letter: dict[str, list[AreaRow]] = {}
    for row in found:
        if row.kind != "postcode":
            by_letter.setdefault((slug(row.name)[:1] or row.name[:1]).upper(), []).append(row)
    return tuple(AreaLetter(letter, tuple(rows)) for letter, rows in sorted(by_letter.items()))


def postcodes(found: Iterable[AreaRow]) -> tuple[AreaRow, ...]:
    """Return the outward postcodes as people count: NR2 before NR11."""
    return tuple(sorted((row for row in found if row.kind == "postcode"), key=lambda row: _by_number(row.name)))


def _by_number(outward: str) -> tuple[str, int, str]:
    letters_ = outward.rstrip("0123456789")[:2].rstrip("0123456789")
    digits = "".join(letter for letter in outward if letter.isdigit())
    return letters_, int(digits or 0), outward


def _row(site: Site, areas: list[Area]) -> AreaRow:
    today = site.clock.today
    now = [area for area in areas if area.days.include(today)]
    changes = tuple(
        AreaChange(area.days.first, area.days.last, _groups(site, area.groups))
        for area in areas
        if area.days.first and area.days.first > today
    )
    keys = tuple(key for area in now for key in area.groups)
    until = min((area.days.last for area in now if area.days.last), default=None)
    return AreaRow(areas[0].name, areas[0].kind, _groups(site, keys), until, changes)


def _groups(site: Site, keys: tuple[str, ...]) -> tuple[AreaGroup, ...]:
    served = [group for group in site.groups if group.key in keys]
    return tuple(AreaGroup(group.title, group.address, group.theme) for group in served)
