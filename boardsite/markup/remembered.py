"""Bodies that were rendered before: Markdown is the dearest part of a build, and most texts stay as they are."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Protocol

from boardsite.dataclass import dataclass
from boardsite.diagnostics import Diagnostics
from boardsite.markup.body import Body, render
from boardsite.storage.cache import Cache
from boardsite.storage.values import from_json, to_json


class _Written(Protocol):
    """A page whose text stands in a file, from a line on."""

    @property
    def path(self) -> str: ...
    @property
    def body(self) -> str: ...
    @property
    def body_line(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Rendered:
    """What `body.render` returns for a page's text."""

    body: Body | None
    told: Diagnostics


def all_remembered(pages: Iterable[_Written], cache: Cache) -> tuple[Rendered, ...]:
    """Return the rendered text of each page, from the cache where it is there."""
    return cache.memory.each("bodies", partial(_remembered, cache), pages)


def _remembered(cache: Cache, page: _Written) -> Rendered:
    text, path, first_line = page.body, page.path, page.body_line
    key = cache.key("body", (path.encode(), str(first_line).encode(), text.encode("utf-8", "surrogatepass")))
    content = cache.get(key)
    found = _read(content) if content is not None else None
    if found is None:
        found = Rendered(*render(text, path, first_line))
        if any(told.code == "file.takes-too-long" for told in found.told):  # it may work out another time
            return found
        cache.put(key, to_json(found))
    return found


def _read(content: bytes) -> Rendered | None:
    try:
        found: Rendered = from_json(Rendered, content)
        return found
    except ValueError:
        return None  # damaged in a way that its digest does not show: as good as nothing
