"""Bodies that were rendered before: Markdown is the dearest part of a build, and most texts stay as they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Protocol

from boardsite.dataclass import dataclass
from boardsite.diagnostics import Diagnostic, Diagnostics
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
class _Rendered:
    body: Body | None
    told: tuple[Diagnostic, ...]


def all_remembered(pages: Iterable[_Written], cache: Cache) -> Iterator[tuple[Body | None, Diagnostics]]:
    """Yield what `body.render` returns for each page's text, from the cache where it is there."""
    for found in cache.memory.each("bodies", partial(_remembered, cache), pages):
        yield found.body, found.told


def _remembered(cache: Cache, page: _Written) -> _Rendered:
    text, path, first_line = page.body, page.path, page.body_line
    key = cache.key("body", (path.encode(), str(first_line).encode(), text.encode("utf-8", "surrogatepass")))
    content = cache.get(key)
    found = _read(content) if content is not None else None
    if found is None:
        found = _Rendered(*render(text, path, first_line))
        if any(told.code == "file.takes-too-long" for told in found.told):  # it may work out another time
            return found
        cache.put(key, to_json(found))
    return found


def _read(content: bytes) -> _Rendered | None:
    try:
        found: _Rendered = from_json(_Rendered, content)
        return found
    except ValueError:
        return None  # damaged in a way that its digest does not show: as good as nothing
