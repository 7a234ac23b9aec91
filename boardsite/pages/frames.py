"""The frames of all sections, and which of them are planned: of the whole site, or of the pages that are wanted."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import field
from functools import partial
from typing import Any, TypeVar

from boardsite.dataclass import dataclass
from boardsite.model import routes
from boardsite.model.board_entities import Board
from boardsite.model.entities import Group, Site
from boardsite.pages.chrome import Assets, Preview, chrome
from boardsite.pages.frame import Frame, Furniture, rows_of
from boardsite.pages.kept import Plans
from boardsite.pages.made_rows import MadeRows
from boardsite.pages.sharing import card

_Made = TypeVar("_Made")
SOME = "some"  # in the name of what is planned for some addresses


@dataclass(frozen=True, slots=True)
class Frames:
    """Makes the frame of any section under any entry of the menu.

    `only` has the addresses of the pages that are wanted, or is None: all are. Others may be planned beside them.
    """

    site: Site
    assets: Assets
    preview: Preview
    plans: Plans = field(default_factory=Plans, compare=False, repr=False)
    rows: MadeRows = field(default_factory=MadeRows, compare=False, repr=False)
    only: frozenset[str] | None = None

    @property
    def board(self) -> Board:
        return self.site.board

    @property
    def has_forms(self) -> bool:
        """Say whether the site has editing forms: a place to save, and the program."""
        return self.board.editing is not None and bool(self.assets.forms)

    def kept(self, name: Hashable, make: Callable[..., _Made], *given: Any) -> _Made:
        """Return `make(frames, *given)`, or what it made last under this name where nothing that it reads differs."""
        if not self.plans.keeps:
            return make(self, *given)
        whole_name = (make, name) if self.only is None else (make, name, SOME)
        plan = partial(_with_frames, make, self.plans)
        return self.plans.of(whole_name, plan, self.site, (self.assets, self.preview), self.only, *given)

    def of(self, group: Group | None, menu_address: str = "") -> Frame:
        key, of = group.key if group else "", self.plans.of
        its = of(("chrome", key, menu_address), chrome, self.site, self.assets, group, menu_address, self.preview)
        shared = of(("card", key), card, self.site, group, self.assets.group_colours)
        return Frame(self.site, Furniture(group, its, shared), self.plans, self.rows)

    def sections(self, menu_address: str) -> tuple[Frame, ...]:
        """Return the frame of the board and of every group of which pages are wanted.

        Pages of groups belong under "local groups".
        """
        board = (self.of(None, menu_address),) if self.wants_section("") else ()
        groups = (group for group in self.site.groups if self.wants_section(group.key))
        return (*board, *(self.of(group, routes.GROUPS) for group in groups))

    def wants_section(self, key: str) -> bool:
        """Say whether any page of a group, or of the board (""), is wanted."""
        return self.only is None or any(routes.section_of(address) == key for address in self.only)

    def wants(self, *addresses: str) -> bool:
        """Say whether what stands at any of these addresses is wanted."""
        return self.only is None or not self.only.isdisjoint(addresses)


def _with_frames(
    make: Callable[..., _Made],
    plans: Plans,
    site: Site,
    furniture: tuple[Assets, Preview],
    only: frozenset[str] | None,
    *given: Any,
) -> _Made:
    return make(Frames(site, *furniture, plans, rows_of(plans), only), *given)
