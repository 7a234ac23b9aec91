"""What we say about the list of places and the sketch map: content/areas.yaml."""

from __future__ import annotations

from datetime import date, timedelta

from boardsite.clock import short_date
from boardsite.diagnostics import Diagnostic, Location, Severity


def group_unknown(where: Location, found: str, suggestion: str) -> Diagnostic:
    return Diagnostic(
        "area.group-unknown", Severity.ERROR, "There is no group folder of this name.", where, found,
        f"Did you mean {suggestion}?" if suggestion else "Write the name of a folder in lscgs/.",
    )  # fmt: skip


def ends_before_it_begins(where: Location, first: date, last: date) -> Diagnostic:
    return Diagnostic(
        "area.ends-before-it-begins", Severity.ERROR,
        f"This would begin on {short_date(first)}, after its end on {short_date(last)}.", where, "",
        f"Mend one of the two, for example until: {short_date(first + timedelta(days=365))}.",
    )  # fmt: skip


def listed_twice(where: Location, name: str, first: Location) -> Diagnostic:
    return Diagnostic(
        "area.listed-twice", Severity.ERROR, "This place is listed twice for the same days.", where, name,
        f"Keep one entry with all its groups: [south, city], or let one end with until: before the other begins "
        f"with from:. The first is on line {first.line}.",
        (first,),
    )  # fmt: skip


def not_an_outward_postcode(where: Location, found: str, suggestion: str) -> Diagnostic:
    return Diagnostic(
        "area.postcode-not-outward", Severity.ERROR, "Only the first half of a postcode can be listed.", where, found,
        f"Write {suggestion or 'the part before the space, for example ZZ1'}.",
    )  # fmt: skip


def tile_taken(where: Location, found: str, first: Location) -> Diagnostic:
    return Diagnostic(
        "area.tile-taken", Severity.ERROR, "Two tiles of the map have the same row and column.", where, found,
        f"Give one of them another column. The first is on line {first.line}.", (first,),
    )  # fmt: skip
