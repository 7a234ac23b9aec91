"""The site after the last save, and as it will be on other days; the last good one stays while files are broken.

Everything here happens one at a time: a rebuild and a request for another day wait for each other.
"""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import date
from typing import Protocol

from boardsite.dataclass import dataclass
from boardsite.diagnostics import Report
from boardsite.pipeline import Outcome, Part
from boardsite.publishing.decide import decide
from boardsite.reading.looking import Glance
from boardsite.serving.pages import Pages

MOST_DAYS = 4
_STYLES = "theme/css/"


class Make(Protocol):
    """What makes the site of a day (None: the day of the command), or a part of it.

    `seen` is what somebody has just seen of the files.
    """

    def __call__(self, day: date | None, only: Part = "", seen: Glance | None = None) -> Outcome: ...


def prefix_of(day: date | None) -> str:
    """Return what stands before the addresses of another day; every link of the site is relative, so it stays."""
    return f"/-/{day.isoformat()}" if day else ""


@dataclass(frozen=True, slots=True)
class Shown:
    """What the browser may see. `report` is of the newest try; `is_current` says whether the pages are of it, too."""

    version: int
    pages: Pages | None
    report: Report
    is_current: bool
    day: date | None

    def has(self, address: str) -> bool:
        """Say whether there is a file at an address."""
        return self.pages is not None and self.pages.has(address)


class Preview:
    """The last good pages of each day that was asked for, and the report of the last try."""

    def __init__(self, make: Make, first_version: int = 1) -> None:
        self._make = make
        self._days: dict[date | None, Shown] = {}
        self._version = first_version - 1
        self._kind = "page"
        self._building = threading.Lock()
        self._news = threading.Condition()
        self._first: Shown | None = None

    def open(self) -> None:
        """Make the home page alone: there is something to look at while `complete` makes the rest."""
        with self._building:
            self._version += 1
            self._make_first("home")

    def complete(self) -> Shown:
        """Make the pages, then all else. What is shown already stays, unless there is something else to tell in it."""
        with self._building:
            told = (self._days[None].report, self._make_first("pages").report)
            del self._days[None]  # pages without pictures are no site to go back to
            shown = self._try(None, self._version)
            if any(report != shown.report for report in told):
                shown = self._days[None] = replace(shown, version=self._version + 1)
            with self._news:
                self._first, self._version = None, shown.version
                self._news.notify_all()
        return shown

    def _make_first(self, only: Part) -> Shown:
        self._days.pop(None, None)
        first = self._try(None, self._version, only)
        with self._news:
            self._first = first if first.is_current else None
            self._news.notify_all()
        return first

    def refresh(self, paths: frozenset[str] = frozenset(), seen: Glance | None = None) -> Shown:
        """Make the site anew because these files have changed, as was `seen`, and tell whoever waits."""
        only_style = bool(paths) and all(path.startswith(_STYLES) for path in paths)
        with self._building:
            self._kind = "style" if only_style else "page"
            shown = self._try(None, self._version + 1, seen=seen)
            if not shown.is_current:
                self._kind = "page"
            with self._news:
                self._version += 1
                self._news.notify_all()
        return shown

    def shown(self, day: date | None, address: str = "") -> Shown:
        """Return the site on a day (None: the day of the command), made now unless it was made since the last save.

        Where the address is of a page that is there before the rest, nobody waits for the rest.
        """
        with self._news:
            self._news.wait_for(lambda: self._first is None or (day is None and self._first.has(address)))
            if self._first is not None:
                return self._first
        with self._building:
            known = self._days.get(day)
            return known if known is not None and known.version == self._version else self._try(day, self._version)

    def wait(self, version: int, seconds: float) -> tuple[int, str]:
        """Return the newest version, at once or as soon as it is not `version` any more, and what a page must renew.

        That is "style" where one save has changed nothing else, or else "page".
        """
        with self._news:
            self._news.wait_for(lambda: self._version != version, seconds)
            return self._version, self._kind if self._version == version + 1 else "page"

    def _try(self, day: date | None, version: int, only: Part = "", seen: Glance | None = None) -> Shown:
        outcome = self._make(day, only, seen)
        before = self._days.pop(day, None)
        kept = before.pages if before else None
        # Something left out is better than nothing at all, but not better than the last whole site.
        may_show = decide(
            outcome.report, has_site=outcome.site is not None, leaves_out_broken=kept is None, is_strict=False
        ).may_publish
        pages = Pages.of(outcome, prefix_of(day)) if may_show else kept
        shown = Shown(version, pages, outcome.report, may_show, day)
        self._days[day] = shown
        for old in [each for each in self._days if each is not None][:-MOST_DAYS]:
            del self._days[old]
        return shown
