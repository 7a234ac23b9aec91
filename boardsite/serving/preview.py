"""The site after the last save, and as it will be on other days; the last good one stays while files are broken.

Everything here happens one at a time: a rebuild and a request for another day wait for each other.
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import Protocol

from boardsite.diagnostics import Report
from boardsite.model.routes import HOME, file_of
from boardsite.pipeline import Outcome, Part
from boardsite.publishing.decide import decide
from boardsite.reading.looking import Glance
from boardsite.serving.pages import Pages
from boardsite.serving.renewal import MOST_CHANGES, Change, Changes, Renewal, differences
from boardsite.serving.shown import Shown, change, is_overtaken, prefix_of, tells_more

MOST_DAYS = 4


class Make(Protocol):
    """What makes the site of a day (None: the day of the command), or a part of it.

    `seen` is what somebody has just seen of the files.
    """

    def __call__(self, day: date | None, only: Part = "", seen: Glance | None = None) -> Outcome: ...


class Preview:
    """The last good pages of each day that was asked for, and the report of the last try."""

    def __init__(self, make: Make, first_version: int = 1) -> None:
        self._make = make
        self._days: dict[date | None, Shown] = {}
        self._version = first_version - 1
        self._changes = Changes()
        self._building = threading.Lock()
        self._news = threading.Condition()
        self._first: Shown | None = None
        self._open_pages: Counter[str] = Counter()

    def open(self) -> None:
        """Make the home page alone: there is something to look at while `complete` makes the rest."""
        with self._building:
            self._version += 1
            self._make_first(frozenset({HOME}))

    def complete(self) -> Shown:
        """Make the pages, then all else. What is shown already stays, unless there is something else to tell in it."""
        with self._building:
            early = (self._days[None], self._make_first("pages"))
            del self._days[None]  # pages without pictures are no site to go back to
            shown = self._try(None, self._version)
            if any(tells_more(first, shown) or is_overtaken(first, shown) for first in early):
                shown = replace(shown, version=self._version + 1)
            self._show(shown, Change(of_all=True))
        return shown

    def _make_first(self, only: Part) -> Shown:
        self._days.pop(None, None)
        first = self._days[None] = self._try(None, self._version, only)
        with self._news:
            self._first = first if first.is_current else None
            self._news.notify_all()
        return first

    def show_first(self, seen: Glance | None = None) -> bool:
        """Make the pages anew that somebody looks at, and tell them; say whether any of them shows something new.

        `refresh` makes the rest. Pages wait for it, too, where something is wrong: that is told in all of them, and
        only the whole site tells whether something that was wrong with it is mended.
        """
        with self._building:
            before, wanted = self._days.get(None), self.looked_at()
            if before is None or before.pages is None or not wanted or any(each.is_error for each in before.late):
                return False
            outcome = self._make(None, wanted, seen)
            report = Report.of((*outcome.report.diagnostics, *before.late))
            made = dict(outcome.files)
            known_of = frozenset(address for address in wanted if file_of(address) in made)
            if outcome.report.errors or not known_of:
                return False
            pages = Pages.of(outcome, "").with_pictures_of(before.pages)
            first = Shown(self._version + 1, pages, report, is_current=True, day=None)
            found = Change.of(
                differences(before.pages, pages, made), of_all=tells_more(before, first), known_of=known_of
            )
            with self._news:
                self._first = first
                self._note(first.version, found)
        return any(found.renewal(address, pages) for address in known_of)

    def refresh(self, seen: Glance | None = None) -> Shown:
        """Make the site anew because files have changed, as was `seen`, and tell the pages that are different now."""
        with self._building:
            before, first = self._days.get(None), self._first
            version = first.version if first is not None else self._version + 1
            shown = self._try(None, version, seen=seen)
            found = change(before, shown)
            if first is not None and (tells_more(first, shown) or is_overtaken(first, shown)):
                shown, found = replace(shown, version=version + 1), replace(found, of_all=True)
            self._show(shown, found)
        return shown

    def _show(self, shown: Shown, found: Change) -> None:
        with self._news:
            self._days[None], self._first = shown, None
            self._note(shown.version, found)

    def _note(self, version: int, found: Change) -> None:
        self._version = version
        self._changes.note(version, found)
        self._news.notify_all()

    def shown(self, day: date | None, address: str = "") -> Shown:
        """Return the site on a day (None: the day of the command), made now unless it was made since the last save.

        Where the address is of a page that is there before the rest, nobody waits for the rest.
        """
        while True:
            with self._news:
                self._news.wait_for(lambda: self._first is None or (day is None and self._first.has(address)))
                if self._first is not None:
                    return self._first
            with self._building:
                if self._first is None:  # else pages have come first while we waited for our turn
                    return self._made_since(day)

    def _made_since(self, day: date | None) -> Shown:
        known = self._days.get(day)
        if known is None or known.version != self._version:
            known = self._try(day, self._version)
            self._days.pop(day, None)  # the newest stands last
            self._days[day] = known
            for old in [each for each in self._days if each is not None][:-MOST_DAYS]:
                del self._days[old]
        return known

    @contextmanager
    def looking(self, address: str) -> Iterator[None]:
        """Note that somebody looks at the page of an address, which is made first after a save."""
        with self._news:
            self._open_pages[address] += 1
        try:
            yield
        finally:
            with self._news:
                self._open_pages -= Counter({address: 1})

    def looked_at(self) -> frozenset[str]:
        """Return the addresses of the pages of this day that somebody looks at."""
        known = self._days.get(None)
        with self._news:
            pages = [address for address in self._open_pages if address.endswith("/")]
        return frozenset(address for address in pages if known is not None and known.has(address))

    def wait(self, since: int, address: str, seconds: float) -> tuple[int, Renewal]:
        """Return of which version a page of version `since` is now, and what of it must be renewed for that.

        That is told at once or as soon as it is anything, and after some seconds or many saves if it is still nothing.
        """
        with self._news:
            self._news.wait_for(lambda: self._renewal(since, address) or self._is_behind(since), seconds)
            found = self._renewal(since, address)
            is_whole = self._first is None  # else the rest of this version is still to be told
            return (self._version if found or is_whole else since), found

    def _is_behind(self, since: int) -> bool:
        return self._first is None and self._version - since > MOST_CHANGES // 2

    def _renewal(self, since: int, address: str) -> Renewal:
        known = self._first or self._days.get(None)
        return self._changes.renewal(since, self._version, address, known.pages if known is not None else None)

    def _try(self, day: date | None, version: int, only: Part = "", seen: Glance | None = None) -> Shown:
        """Return the site of a day as it is now, or where it cannot be shown, the last one, and what is wrong."""
        outcome = self._make(day, only, seen)
        before = self._days.get(day)
        kept = before.pages if before else None
        # Something left out is better than nothing at all, but not better than the last whole site.
        may_show = decide(
            outcome.report, has_site=outcome.site is not None, leaves_out_broken=kept is None, is_strict=False
        ).may_publish
        pages = Pages.of(outcome, prefix_of(day)) if may_show else kept
        # What the whole site tells is not known where none could be made.
        late = before.late if outcome.site is None and before is not None else outcome.late
        return Shown(version, pages, outcome.report, may_show, day, late)
