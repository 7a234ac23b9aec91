"""Artifacts that were made before from the same view, theme and program: only what differs is made anew.

A template sees its view and nothing else, and views are closed frozen values, so the digest of the view and of the
theme is the whole key: there is no list of dependencies that somebody could forget to extend.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import field, fields, replace
from functools import cache, partial
from hashlib import sha256
from operator import attrgetter
from sys import intern
from typing import TYPE_CHECKING, cast
from zoneinfo import ZoneInfo

from boardsite.dataclass import dataclass
from boardsite.diagnostics import Diagnostic
from boardsite.digest import digest
from boardsite.pages.frame import PageView, View
from boardsite.pages.site_files import listed
from boardsite.pages.target import CopyView, PictureView, Shelved, Target, TextView
from boardsite.reading.sources import SourceFile
from boardsite.rendering.artifact import Artifact, Lost, Stored
from boardsite.rendering.assets import TEMPLATES, script_addresses
from boardsite.storage.cache import Cache
from boardsite.storage.graph_leaves import Unwritable

if TYPE_CHECKING:
    from boardsite.rendering.recipes import Kitchen

_OF_FILES = (CopyView, PictureView)
_SMALL = (Shelved, *_OF_FILES)  # views that are kept as they are


@dataclass(slots=True)
class Larder:
    """Makes artifacts, and keeps what it made in the cache."""

    theme: tuple[SourceFile, ...]
    sources: dict[str, SourceFile]
    zone: ZoneInfo
    cache: Cache
    keeps_names: bool = False
    _kitchen: Kitchen | None = None
    _theme_digest: bytes = b""
    _chromes: dict[int, tuple[object, bytes]] = field(default_factory=dict)
    _failed: dict[bytes, Diagnostic] = field(default_factory=dict)

    @property
    def has_templates(self) -> bool:
        """Say whether there is a theme to make pages with."""
        return any(source.path.startswith(TEMPLATES) for source in self.theme)

    def make_all(self, targets: Iterable[Target], *, is_part: bool = False) -> tuple[Artifact | Diagnostic, ...]:
        """Return what `make` returns for each target; those of a part are remembered beside those of the whole."""
        memory, targets = self.cache.memory, tuple(targets)
        if memory.lasts:
            return tuple(map(self.make, targets))
        of_files = (view for target in targets if isinstance(view := target.view, _OF_FILES))
        files = tuple(self.sources[view.source] for view in of_files)
        given = (self.theme_digest(), self.zone.key, files)
        return memory.each(("artifacts", is_part), self._made, targets, given=given, is_worth=_is_artifact)

    def make(self, target: Target) -> Artifact | Diagnostic:
        """Return the artifact of a target, remembered or new; what is wrong with it is never remembered."""
        memory, name = self.cache.memory, ("artifact", target.address)
        if isinstance(target.view, Shelved):
            return self._taken(target.address, target.view)
        if isinstance(target.view, CopyView):
            return _copy(target.address, self.sources[target.view.source])
        if memory.lasts:
            known = self._shelved(target)
            return known if isinstance(known, Diagnostic) else self._taken(target.address, known)
        if isinstance(target.view, TextView):
            return self._new(target)
        picture = self.sources[target.view.source].digest if isinstance(target.view, PictureView) else ""
        given = (target, self.theme_digest(), self.zone.key, picture)
        made = memory.of(name, self._of_view, *given)
        if isinstance(made, Diagnostic):
            memory.forget(name)
        return made

    def _made(self, target: Target, *_besides: object) -> Artifact | Diagnostic:
        """Return the artifact of a target; `_besides` is what it is made of, too."""
        return self.make(target)

    def theme_digest(self) -> bytes:
        """Return a digest of all that pages are made of besides their views."""
        if not self._theme_digest:
            self._theme_digest = self.cache.memory.of("theme's digest", _digest_of, self.theme, self.keeps_names)
        return self._theme_digest

    def shelve(self, target: Target) -> Target:
        """Make a target, and return it without its view; as it is where it has none or nothing could be made of it."""
        if isinstance(target.view, _SMALL):
            return target
        known = self._shelved(target)
        return target if isinstance(known, Diagnostic) else replace(target, view=known)

    def _shelved(self, target: Target) -> Shelved | Diagnostic:
        """Return what is known of the artifact of a target, which an earlier build may have made."""
        shelf, key = self.cache.memory.table("shelf"), self._key(target)
        known = shelf.get(target.address)
        if known is not None and known.key == key:
            return cast(Shelved, known)
        if key in self._failed:  # the plan of a kind of page asks for what that of a page has asked for
            return self._failed[key]
        shelf.pop(target.address, None)
        made = self._remembered(target, key)
        if not isinstance(made, Artifact):
            self._failed[key] = made
            return made
        known = shelf[target.address] = Shelved(key, made.size, made.digest, made.links, listed(target.view))
        self.cache.spool.put(key, made.content)
        return known

    def _taken(self, address: str, shelved: Shelved) -> Artifact:
        self.cache.uses(shelved.key)
        spool = self.cache.spool
        read = partial(spool.get, shelved.key) if shelved.key in spool else partial(_read, self.cache, shelved)
        return Artifact(address, Stored(shelved.size, shelved.digest, read), shelved.links)

    def _of_view(self, target: Target, *_besides: object) -> Artifact | Diagnostic:
        """Return the artifact of a target; `_besides` is what it is made of, too."""
        return self._remembered(target, self._key(target))

    def _remembered(self, target: Target, key: bytes) -> Artifact | Diagnostic:
        """Return the artifact of a target, from the cache or new."""
        content = self.cache.get(key)
        made = self._new(target) if content is None else _unpacked(target.address, content)
        if content is None and isinstance(made, Artifact):
            self.cache.put(key, "\n".join(made.links).encode() + b"\0", made.content)
        return made

    def _key(self, target: Target) -> bytes:
        return self.cache.key(target.recipe, (target.address.encode(), *self._seen(target.view)))

    def _new(self, target: Target) -> Artifact | Diagnostic:
        if self._kitchen is None:
            # Jinja, icalendar and Pillow take longer to load than a small site takes to make from memory.
            from boardsite.rendering.recipes import Calendars, Kitchen
            from boardsite.rendering.templates import Theme

            memory, given = self.cache.memory, (self.theme, self.cache.engine)
            make = partial(Theme.of, keeps_names=self.keeps_names)
            theme = make(*given) if memory.lasts else memory.of("theme", make, *given)
            calendars = Calendars() if memory.lasts else memory.held(Calendars)
            self._kitchen = Kitchen(theme, self.sources, self.zone, calendars)
        return self._kitchen.make(target)

    def _seen(self, view: object) -> Iterator[bytes]:
        """Yield all that the artifact of a view depends on."""
        if isinstance(view, View):
            yield self.theme_digest()
            yield self._chrome(view)
            yield _all_but("chrome", view.head)
            yield _all_but("head", view)
        elif isinstance(view, PictureView):
            yield self.sources[view.source].digest.encode()
            yield repr(view.size).encode()
        else:
            yield self.zone.key.encode()
            yield _text(view)

    def _chrome(self, view: View) -> bytes:
        """Many pages share one chrome, which is long."""
        chrome = view.head.chrome
        found = self._chromes.get(id(chrome))
        if found is None:  # while it is held here, nothing else is who it is
            found = self._chromes[id(chrome)] = (chrome, digest((_text(chrome),)))
        return found[1]


def _copy(address: str, source: SourceFile) -> Artifact:
    """Return a file as it is; one whose bytes nobody holds is read where it has to be published."""
    if source.held is not None:
        return Artifact(address, source.held)
    return Artifact(address, Stored(source.size, source.digest, lambda: source.content))


def _is_artifact(made: Artifact | Diagnostic) -> bool:
    return isinstance(made, Artifact)


def without_view(target: Target) -> Target:
    """Return a target as the next process keeps it; raise Unwritable where it still has a view of a page."""
    if isinstance(target.view, _SMALL):
        return target
    raise Unwritable(target.address)


def _read(cache: Cache, shelved: Shelved) -> bytes:
    made = (cache.get(shelved.key) or b"").partition(b"\0")[2]  # without its links, which are known
    if sha256(made).hexdigest() != shelved.digest:
        raise Lost(shelved.digest)
    return made


def _digest_of(theme: tuple[SourceFile, ...], keeps_names: bool) -> bytes:
    """Return a digest of all of the theme that a template sees; where the styles are stands in the view."""
    templates = ((each.path, each.digest) for each in theme if each.path.startswith(TEMPLATES))
    scripts = script_addresses(theme, keeps_names=keeps_names).items()
    return digest(part.encode() for pair in (*templates, *scripts) for part in pair)


def _all_but(apart: str, value: View | PageView) -> bytes:
    """Return the name of a frozen value's type, and the values of all its fields but one, in full."""
    kind = type(value)
    return _text((kind.__qualname__, _getter(kind, apart)(value)))  # type: ignore[arg-type]


@cache
def _getter(kind: type, apart: str) -> Callable[[object], object]:
    """Return what gives the values of all fields but one, in their order."""
    names = [each.name for each in fields(kind) if each.name != apart]
    return attrgetter(*names) if names else lambda _: ()


def _text(value: object) -> bytes:
    """Return a frozen value in full: `repr` of a dataclass names all its fields, of a moment its zone."""
    return repr(value).encode("utf-8", "surrogatepass")


def _unpacked(address: str, content: bytes) -> Artifact:
    links, _, bytes_ = content.partition(b"\0")
    return Artifact(address, bytes_, tuple(map(intern, links.decode().split("\n"))) if links else ())
