"""What makes the site of a day for the preview: the one place where it meets the pipeline and what is remembered.

Two memories, because the one on the disk belongs to a thread: today is made where the files are watched, other days
where they are asked for. Both begin anew after a while, so that a preview may run all week.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from datetime import date, datetime

from boardsite.diagnostics import Diagnostic
from boardsite.model.assemble import Wishes
from boardsite.model.entities import Site
from boardsite.pages.freshness import horizon
from boardsite.pipeline import Order, Outcome, Part, build, read_sources
from boardsite.reading.looking import Glance
from boardsite.rendering.artifact import Artifact
from boardsite.serving.components import component_page
from boardsite.serving.shown import prefix_of
from boardsite.storage.cache import Cache, opened
from boardsite.storage.engine import engine

CACHE = ".cache"
MOST_BUILDS = 100


class Maker:
    """Makes the site with drafts, at the address of the preview; `now` gives the moment of each making."""

    def __init__(self, order: Order, address: str, now: Callable[[], datetime]) -> None:
        self._order, self._address, self._now = order, address, now
        self._engine = engine()
        self._on_disk = ExitStack()
        self._today = self._open()
        self._other_days = Cache(None, self._engine, builds_often=True)
        self._builds = 0
        self._moment: datetime | None = None
        self._site: Site | None = None

    def make(self, day: date | None, only: Part = "", seen: Glance | None = None) -> Outcome:
        """Return the site on a day, or where that is None, on the day of the command; all of it, or a part.

        `seen` is what somebody has just seen of the files.
        """
        if not only:
            self._renew(is_today=day is None)
        wishes = Wishes(shows_drafts=True, base_url=f"{self._address}{prefix_of(day)}/")
        order = replace(self._order, as_of=day or self._order.as_of, wishes=wishes, only=only, keeps_names=True)
        outcome = self._made(order, self._today if day is None else self._other_days, seen)
        self._site = outcome.site or self._site
        return outcome

    def files_of(self, addresses: frozenset[str]) -> frozenset[str]:
        """Return the paths of the files that hold the articles, groups and events at these addresses."""
        site = self._site
        if site is None or not addresses:
            return frozenset()
        articles = (article.where.path for article in (*site.pages, *site.news) if article.address in addresses)
        groups = (group.where.path for group in site.groups if group.address in addresses)
        events = (event.series.path for event in site.events if event.address in addresses)
        return frozenset((*articles, *groups, *events))

    def components(self) -> Artifact | Diagnostic | None:
        """Return the page of components, of the theme as it is now; None while there is no site."""
        sources, _ = read_sources(self._order.root)
        theme = tuple(source for source in sources if source.path.startswith("theme/"))
        return component_page(self._site, theme) if self._site else None

    def _made(self, order: Order, cache: Cache, seen: Glance | None) -> Outcome:
        """A minute later hardly a page differs: the clock stands, and what is kept holds, until something is over."""
        now = self._now()
        if self._moment is not None:
            outcome = build(replace(order, moment=self._moment), cache, seen)
            if order.as_of or outcome.site is None or self._moment <= now < horizon(outcome.site)[0]:
                return outcome
        self._moment = now
        return build(replace(order, moment=now), cache, seen)

    def keep(self) -> None:
        """Keep for the next start what is worth it so far: a window that is closed ends the program without a word."""
        self._today.save()

    def close(self) -> None:
        """Keep what is worth keeping for the next start."""
        self._on_disk.close()

    def _renew(self, *, is_today: bool) -> None:
        self._builds += 1
        if self._builds < MOST_BUILDS or not is_today:
            return
        self._builds = 0
        self.close()
        self._today = self._open()
        self._other_days = Cache(None, self._engine, builds_often=True)

    def _open(self) -> Cache:
        return self._on_disk.enter_context(opened(self._order.root / CACHE, self._engine, builds_often=True))
