"""The places that groups serve and the tiles of the sketch map, out of content/areas.yaml.

Each holds from a day to a day, either of which may be open. What is over is left out; what is to come stays, so that
pages can tell of it before it is true.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from datetime import date

from boardsite.diagnostics import Diagnostic, Diagnostics
from boardsite.messages import areas as messages
from boardsite.model.entities import Area, Days, Ground, Tile
from boardsite.schema.fields import Document, Values
from boardsite.text import nearest

_OUTWARD = re.compile(r"[A-Z]{1,2}[0-9][A-Z0-9]?")
_WHOLE = re.compile(r"([A-Z]{1,2}[0-9][A-Z0-9]?)[0-9][A-Z]{0,2}")


def ground(documents: Iterable[Document], known: Collection[str], today: date) -> tuple[Ground, Diagnostics]:
    """Return the places that have a group today or later, and the tiles of the same days."""
    told: list[Diagnostic] = []
    return Ground(_areas(documents, known, today, told), _tiles(documents, known, today, told)), tuple(told)


def _areas(
    documents: Iterable[Document], known: Collection[str], today: date, told: list[Diagnostic]
) -> tuple[Area, ...]:
    made: list[Area] = []
    for values in _entries(documents, "areas"):
        days, keys = _days(values), values.texts("groups")
        told += _faults(values, days, keys, known)
        area = Area(_name(values), values.text("kind"), tuple(k for k in keys if k in known), days, values.where)
        if area.kind == "postcode" and not _OUTWARD.fullmatch(area.name):
            whole = _WHOLE.fullmatch(area.name)
            told.append(
                messages.not_an_outward_postcode(values.place("name"), values.text("name"), whole[1] if whole else "")
            )
        made.append(area)
    told += _twice(made)
    kept = [area for area in made if not area.days.are_over_on(today)]
    return tuple(sorted(kept, key=lambda a: (a.name.casefold(), a.kind, a.days.first or date.min)))


def _tiles(
    documents: Iterable[Document], known: Collection[str], today: date, told: list[Diagnostic]
) -> tuple[Tile, ...]:
    made: list[Tile] = []
    for values in _entries(documents, "map"):
        days, key = _days(values), values.text("group")
        told += _faults(values, days, (key,), known, "group")
        tile = Tile(
            key, values.text("label"), values.number("row") or 1, values.number("column") or 1, days, values.where
        )
        first = next((t for t in made if (t.row, t.column) == (tile.row, tile.column) and t.days.meet(days)), None)
        if first:
            told.append(
                messages.tile_taken(values.place("column"), f"row {tile.row}, column {tile.column}", first.where)
            )
        made.append(tile)
    shown = [tile for tile in made if tile.group in known and not tile.days.are_over_on(today)]
    return tuple(sorted(shown, key=lambda tile: (tile.row, tile.column)))


def _entries(documents: Iterable[Document], name: str) -> Iterator[Values]:
    for document in documents:
        yield from document.values.records(name)


def _days(values: Values) -> Days:
    return Days(values.day("from"), values.day("until"))


def _name(values: Values) -> str:
    """Postcodes are listed as people see them on a letter, however they were typed."""
    name = values.text("name")
    return name.upper().replace(" ", "") if values.text("kind") == "postcode" else name


def _faults(
    values: Values, days: Days, keys: Iterable[str], known: Collection[str], setting: str = "groups"
) -> Iterator[Diagnostic]:
    for key in keys:
        if key not in known:
            yield messages.group_unknown(values.place(setting), key, nearest(key, known) or "")
    if days.first and days.last and days.last < days.first:
        yield messages.ends_before_it_begins(values.place("until"), days.first, days.last)


def _twice(made: Iterable[Area]) -> Iterator[Diagnostic]:
    """Yield each place that an earlier entry lists for some of the same days."""
    earlier: dict[tuple[str, str], list[Area]] = {}
    for area in made:
        others = earlier.setdefault((area.name.casefold(), area.kind), [])
        first = next((other for other in others if other.days.meet(area.days)), None)
        if first:
            yield messages.listed_twice(area.where, area.name, first.where)
        others.append(area)
