"""What a save has changed, and what an open page must renew for it: nothing, its styles alone, or all of it.

Somebody fills in a form, or has scrolled far down: a page that stays as it was is not loaded again.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from boardsite.dataclass import dataclass
from boardsite.model.routes import file_of
from boardsite.rendering.artifact import Artifact
from boardsite.serving.pages import Pages

Renewal = Literal["", "style", "page"]
MOST_CHANGES = 30  # that a page may have missed; then it is loaded again
_LOADED = (".js", ".json")


@dataclass(frozen=True, slots=True)
class Change:
    """The paths of pages, and of what they load, that are new, gone or different, and whether a style is.

    The names of pictures are of their content, so that their pages are different, too. `of_all` says that every page
    shows the change, as a new problem in the panel. `known_of` names the addresses that were looked at so far, or is
    None where the whole site was.
    """

    pages: frozenset[str] = frozenset()
    loaded: frozenset[str] = frozenset()
    has_style: bool = False
    of_all: bool = False
    known_of: frozenset[str] | None = None

    @classmethod
    def of(cls, paths: Iterable[str], *, of_all: bool = False, known_of: frozenset[str] | None = None) -> Change:
        """Return the change of these paths."""
        paths = tuple(paths)
        pages, loaded = (frozenset(path for path in paths if path.endswith(ends)) for ends in (".html", _LOADED))
        return cls(pages, loaded, any(path.endswith(".css") for path in paths), of_all, known_of)

    def renewal(self, address: str, pages: Pages | None) -> Renewal:
        """Return what the page at an address must renew; `pages` are those after the save."""
        if self.known_of is not None and address not in self.known_of:
            return ""
        path = file_of(address)
        page = pages.files.get(path) if pages is not None else None
        if self.of_all or page is None or path in self.pages or self._is_loaded_by(page):
            return "page"
        return "style" if self.has_style else ""

    def _is_loaded_by(self, page: Artifact) -> bool:
        return bool(self.loaded) and any(file_of(link) in self.loaded for link in page.links)


class Changes:
    """The last changes by the version of the site that they led to."""

    def __init__(self) -> None:
        self._known: dict[int, Change] = {}

    def note(self, version: int, change: Change) -> None:
        """Note what a version has changed; what was known of it before is part of that."""
        self._known[version] = change
        for old in [*self._known][:-MOST_CHANGES]:
            del self._known[old]

    def renewal(self, since: int, newest: int, address: str, pages: Pages | None) -> Renewal:
        """Return what the page at an address must renew that is of version `since`; `pages` are the newest."""
        missed = range(since + 1, newest + 1)
        if since > newest or len(missed) > MOST_CHANGES or not self._known.keys() >= set(missed):
            return "page"
        found = {self._known[version].renewal(address, pages) for version in missed}
        return "page" if "page" in found else "style" if "style" in found else ""


def differences(before: Pages, after: Pages, paths: Iterable[str] | None = None) -> frozenset[str]:
    """Return which of these paths, or of all, are not what they were."""
    old, new = before.files, after.files
    looked_at = old.keys() | new.keys() if paths is None else paths
    return frozenset(path for path in looked_at if not _is_same(old.get(path), new.get(path)))


def _is_same(old: Artifact | None, new: Artifact | None) -> bool:
    """Nearly all of them are the very things that they were."""
    return old is new or (old is not None and new is not None and old.digest == new.digest)
