"""What the browser may see of one day, and whether something else is to be seen after a save."""

from __future__ import annotations

from datetime import date

from boardsite.dataclass import dataclass
from boardsite.diagnostics import Diagnostics, Report
from boardsite.serving.pages import Pages
from boardsite.serving.renewal import Change, differences


def prefix_of(day: date | None) -> str:
    """Return what stands before the addresses of another day; every link of the site is relative, so it stays."""
    return f"/-/{day.isoformat()}" if day else ""


@dataclass(frozen=True, slots=True)
class Shown:
    """What the browser may see. `report` is of the newest try; `is_current` says whether the pages are of it, too.

    `late` is what of the report only the whole site tells.
    """

    version: int
    pages: Pages | None
    report: Report
    is_current: bool
    day: date | None
    late: Diagnostics = ()

    def has(self, address: str) -> bool:
        """Say whether there is a file at an address."""
        return self.pages is not None and self.pages.has(address)


def change(before: Shown | None, shown: Shown) -> Change:
    """Return what is different after a save in the pages that are shown."""
    if before is None or before.pages is None or shown.pages is None:
        return Change(of_all=True)
    return Change.of(differences(before.pages, shown.pages), of_all=tells_more(before, shown))


def is_overtaken(first: Shown, whole: Shown) -> bool:
    """Say whether a file was saved again before the whole site was made: then the first pages are not its pages."""
    if first.pages is None or whole.pages is None:
        return first.pages is not whole.pages
    return bool(differences(first.pages, whole.pages, first.pages.own()))


def tells_more(before: Shown, after: Shown) -> bool:
    """Say whether the panel in every page tells something else: the day, what is wrong, what became of it."""
    return _in_panel(before) != _in_panel(after)


def _in_panel(shown: Shown) -> tuple[object, ...]:
    today = shown.pages.today if shown.pages is not None else None
    return today, shown.is_current, shown.report.errors, shown.report.warnings
