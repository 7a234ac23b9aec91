"""The last plan of each kind of page, kept for as long as everything that it read stays the same.

The preview makes the site again after every save, and most saves change one thing. A kind of page gets a witness in
place of the site, which notes the parts that are read (`site.events`, `site.news`). The next time, the plan is taken
as it is where all of these parts, the assets and the preview's day are what they were. Nobody writes down what depends
on what, so nobody can forget to; a kind that begins to read another part is noted the first time it does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from types import MethodType
from typing import cast

from boardsite.digest import digest
from boardsite.model.entities import Site
from boardsite.pages.chrome import Assets, Preview
from boardsite.pages.frame import Frames
from boardsite.pages.target import Target

Plan = Callable[[Frames], Iterable[Target]]

_PARTS = frozenset(field.name for field in fields(Site))


class Witness:
    """Stands for a site and notes which of its parts are read."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self.seen: set[str] = set()

    def __getattr__(self, name: str) -> object:
        if name in _PARTS:
            self.seen.add(name)
            return getattr(self._site, name)
        return MethodType(getattr(Site, name), self)  # a method reads its parts through us, too


@dataclass(frozen=True, slots=True)
class Moment:
    """What there is to make plans of in one build, and the digest of each part, taken when it is first asked for."""

    site: Site
    assets: Assets
    preview: Preview
    _digests: dict[str, bytes]

    def mark(self, part: str) -> bytes:
        """Return the digest of a part of the site, or of "assets" or "preview": `repr` names all fields in full."""
        if part not in self._digests:
            value = getattr(self if part in ("assets", "preview") else self.site, part)
            self._digests[part] = digest((repr(value).encode("utf-8", "surrogatepass"),))
        return self._digests[part]


class Plans:
    """The last plan of each kind, and the marks of what it was made of."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[dict[str, bytes], tuple[Target, ...]]] = {}

    def of(self, name: str, plan: Plan, moment: Moment) -> tuple[Target, ...]:
        """Return the targets of a kind of page, made now or as they were made before."""
        marks, targets = self._kept.get(name, ({}, ()))
        if marks and all(moment.mark(part) == mark for part, mark in marks.items()):
            return targets
        witness = Witness(moment.site)
        targets = tuple(plan(Frames(cast(Site, witness), moment.assets, moment.preview)))
        self._kept[name] = ({part: moment.mark(part) for part in ("assets", "preview", *sorted(witness.seen))}, targets)
        return targets
