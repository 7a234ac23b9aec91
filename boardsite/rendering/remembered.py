"""Artifacts that were made before from the same view, theme and program: only what differs is made anew.

A template sees its view and nothing else, and views are closed frozen values, so the digest of the view and of the
theme is the whole key: there is no list of dependencies that somebody could forget to extend.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from boardsite.diagnostics import Diagnostic
from boardsite.digest import digest
from boardsite.pages.frame import View
from boardsite.pages.target import CopyView, PictureView, Target, TextView
from boardsite.reading.sources import SourceFile
from boardsite.rendering.artifact import Artifact
from boardsite.storage.cache import Cache

if TYPE_CHECKING:
    from boardsite.rendering.recipes import Kitchen


@dataclass(slots=True)
class Larder:
    """Makes artifacts, and keeps what it made in the cache."""

    theme: tuple[SourceFile, ...]
    sources: dict[str, SourceFile]
    zone: ZoneInfo
    cache: Cache
    _kitchen: Kitchen | None = None
    _theme_digest: bytes = b""
    _chromes: dict[int, bytes] = field(default_factory=dict)

    def make(self, target: Target) -> Artifact | Diagnostic:
        """Return the artifact of a target, remembered or new; what is wrong with it is never remembered."""
        memory, name = self.cache.memory, ("artifact", target.address)
        if isinstance(target.view, TextView | CopyView):
            return self._new(target)
        picture = self.sources[target.view.source].digest if isinstance(target.view, PictureView) else ""
        given = (target, self._theme(), self.zone.key, picture)
        made = memory.of(name, self._remembered, *given)
        if isinstance(made, Diagnostic):
            memory.forget(name)
        return made

    def _remembered(self, target: Target, *_besides: object) -> Artifact | Diagnostic:
        """Return the artifact of a target, from the cache or new; `_besides` is what it is made of, too."""
        key = self.cache.key(target.recipe, (target.address.encode(), *self._seen(target.view)))
        content = self.cache.get(key)
        made = self._new(target) if content is None else _unpacked(target.address, content)
        if content is None and isinstance(made, Artifact):
            self.cache.put(key, _packed(made))
        return made

    def _new(self, target: Target) -> Artifact | Diagnostic:
        if self._kitchen is None:
            # Jinja, icalendar and Pillow take longer to load than a small site takes to make from memory.
            from boardsite.rendering.recipes import Kitchen
            from boardsite.rendering.templates import Theme

            theme = self.cache.memory.of("theme", Theme.of, self.theme)
            self._kitchen = Kitchen(theme, self.sources, self.zone)
        return self._kitchen.make(target)

    def _seen(self, view: object) -> Iterator[bytes]:
        """Yield all that the artifact of a view depends on."""
        if isinstance(view, View):
            yield self._theme()
            yield self._chrome(view)
            yield from _parts(view.head, "chrome")
            yield from _parts(view, "head")
        elif isinstance(view, PictureView):
            yield self.sources[view.source].digest.encode()
            yield repr(view.size).encode()
        else:
            yield self.zone.key.encode()
            yield _text(view)

    def _theme(self) -> bytes:
        if not self._theme_digest:
            self._theme_digest = self.cache.memory.of("theme's digest", _digest_of, self.theme)
        return self._theme_digest

    def _chrome(self, view: View) -> bytes:
        """Many pages share one chrome, which is long."""
        chrome = view.head.chrome
        found = self._chromes.get(id(chrome))
        if found is None:
            found = self._chromes[id(chrome)] = digest((_text(chrome),))
        return found


def _digest_of(files: Iterable[SourceFile]) -> bytes:
    return digest(part.encode() for source in files for part in (source.path, source.digest))


def _parts(value: View | object, apart: str) -> Iterable[bytes]:
    """Return the name and the whole value of each field but one."""
    yield type(value).__qualname__.encode()
    for each in fields(value):  # type: ignore[arg-type]
        if each.name != apart:
            yield _text(getattr(value, each.name))


def _text(value: object) -> bytes:
    """Return a frozen value in full: `repr` of a dataclass names all its fields, of a moment its zone."""
    return repr(value).encode("utf-8", "surrogatepass")


def _packed(made: Artifact) -> bytes:
    return "\n".join(sorted(made.links)).encode() + b"\0" + made.content


def _unpacked(address: str, content: bytes) -> Artifact:
    links, _, bytes_ = content.partition(b"\0")
    return Artifact(address, bytes_, frozenset(links.decode().split("\n")) if links else frozenset())
