"""Glances at the tree, for ever: where the system tells of a save, and as often as we have to where it may not.

It is relied on once it has told of a save, and no longer when we find one ourselves of which it does not tell. Where it
is not, a few files are looked at all the time, those that were saved last or whose page somebody looks at, and the
whole tree as often as a quarter of one processor allows; all of it less often while nobody saves anything.
"""

from __future__ import annotations

import math
import os
import time
from collections.abc import Callable, Collection, Iterator
from dataclasses import field
from pathlib import Path

from boardsite.dataclass import dataclass
from boardsite.reading.looking import Glance, Seen, is_litter, look, look_again
from boardsite.serving.hearing import Ear, ear_for
from boardsite.serving.watch import changed, saved_marks

TICK = 0.1  # seconds after which a glance is given even if nothing happened
AT_ONCE, AT_REST = 0.002, 0.01  # seconds between looks at what is likely to be saved next
PAUSE, ROUND = 0.02, 1.0  # seconds between glances at the tree, at least; and where the system is relied on
SHARE, REST_SHARE = 3, 20  # times as long as a glance takes, at least; and where it is relied on or nobody saves
LONGEST = 5.0  # seconds between glances by REST_SHARE
RESTS_AFTER = 60  # seconds without a save
SHORT_LIVED = 0.04  # in which most programs have put a new file in the place of the old one
GRACE = 0.5  # seconds in which the system must have told of a save
MOST_FAILURES = 3  # of the system, after which it is not relied on again
MOST_SAVED = 8


@dataclass(slots=True)
class _Lookout:
    """How the tree looked last, what is known to have happened since, and whether the system can be relied on."""

    root: Path
    last: Glance
    ear: Ear
    likely: Callable[[], frozenset[str]]
    listens: Callable[[Path], Ear]
    now: float = field(default_factory=time.monotonic)
    stirred: float = -math.inf  # when something was saved last
    looked: float = -math.inf  # the end of the last glance at the tree
    took: float = 0.0
    near: dict[str, Seen] | None = None
    saved: dict[str, Seen] = field(default_factory=dict)
    unknown: dict[str, float] = field(default_factory=dict)  # names the system told of that are no file's, and when
    untold: dict[str, float] = field(default_factory=dict)  # what is different, since when, and not told of yet
    has_told: bool = False
    failures: int = 0

    def step(self) -> bool:
        """Wait a little; return whether the tree was looked at, or something is different."""
        before = self.last
        paths = self.ear.wait(self._wait(), AT_REST if self._rests() else AT_ONCE)
        self.now = time.monotonic()
        self._look_at(paths)
        is_due = self._is_due()
        if is_due:
            self._look_at_all()
        return is_due or self.last is not before

    def _relies(self) -> bool:
        return self.has_told and self.ear.hears and self.failures < MOST_FAILURES

    def _rests(self) -> bool:
        return self.now > self.stirred + RESTS_AFTER

    def _wait(self) -> float:
        if self._relies():
            return SHORT_LIVED if self.unknown else TICK
        return AT_REST if self._rests() else AT_ONCE

    def _look_at(self, paths: frozenset[str]) -> None:
        """Look at the files of which the system has told, and at those that are likely where it is not relied on."""
        told = {each.path: each for each in self.last.files if each.path in paths} if paths else {}
        wanted = told if self._relies() else {**self._near(), **self.saved, **told}
        touched: dict[str, Seen] = {}
        for path, before in wanted.items():
            now = look_again(before)
            if now is not None and saved_marks(now) != saved_marks(before):
                touched[path] = now
            elif now is None and path in told:
                self.unknown.setdefault(path, self.now)
        self.unknown |= {path: self.now for path in paths - told.keys() if path not in self.unknown}
        if touched:
            self.last = Glance(tuple(touched.get(each.path, each) for each in self.last.files), self.last.told)
            self._found(touched, touched)
        self._told(paths)

    def _near(self) -> dict[str, Seen]:
        """Return the files that are likely to be saved, as they were."""
        if self.near is None:
            wanted = frozenset(sorted(self.likely())[:MOST_SAVED])
            self.near = {each.path: each for each in self.last.files if each.path in wanted} if wanted else {}
        return self.near

    def _is_due(self) -> bool:
        """Say whether it is time to look at the whole tree."""
        if self._relies():
            pause = min(max(ROUND, REST_SHARE * self.took), LONGEST)
        elif self._rests():
            pause = min(max(PAUSE, REST_SHARE * self.took), LONGEST)
        else:
            pause = max(PAUSE, SHARE * self.took)
        if self.now >= self.looked + pause:
            return True
        if not self.unknown:
            return False
        if self.now < max(min(self.unknown.values()) + SHORT_LIVED, self.looked + SHARE * self.took):
            return False
        known = {each for seen in self.last.files for each in _and_above(seen.path)}
        known.update(each for told in self.last.told for each in _and_above(told.where.path))
        old = self.now - SHORT_LIVED
        self.unknown = {path: when for path, when in self.unknown.items() if when > old or self._matters(path, known)}
        return any(when <= old for when in self.unknown.values())

    def _matters(self, path: str, known: set[str]) -> bool:
        """Say whether something can be different where the system has told of a path."""
        parts = path.split("/")
        litter = next(("/".join(parts[:end]) for end, part in enumerate(parts, start=1) if is_litter(part)), "")
        if litter:  # it is told when it comes and when it goes, and nobody reads it
            return os.path.lexists(self.root / litter) != (litter in known)
        # A disk may have other letters for the same name.
        return path in known or not path.isascii() or os.path.lexists(self.root / path)

    def _look_at_all(self) -> None:
        began, is_first = time.monotonic(), self.looked == -math.inf
        glance = look(self.root)
        self.now = self.looked = time.monotonic()
        self.took = self.looked - began
        if glance != self.last:
            paths = changed(self.last, glance)
            self.last = glance
            self._found(paths, {each.path: each for each in glance.files if each.path in paths})
        if is_first:  # of what was saved before we listened, nobody could have told
            self.untold.clear()
        self._told(self.unknown)
        self.unknown.clear()
        self.near = None

    def _found(self, paths: Collection[str], files: dict[str, Seen]) -> None:
        """Note what is different."""
        self.untold |= dict.fromkeys(paths, self.now)
        if paths:
            self.stirred = self.now
        self.saved = dict([*(self.saved | files).items()][-MOST_SAVED:])

    def _told(self, paths: Collection[str]) -> None:
        """Rely on the system when it has told of a difference, and no longer when it has not in time."""
        told = {path for path in self.untold if any(each in paths for each in _and_above(path))}
        late = {path for path, since in self.untold.items() if self.now > since + GRACE} - told
        if late:
            if self._relies():  # a folder may be another one than that to which it listens
                self.failures += 1
                self.ear = self.listens(self.root)
            self.has_told = False
        elif told:
            self.has_told = True
        self.untold = {path: since for path, since in self.untold.items() if path not in told | late}


def _and_above(path: str) -> Iterator[str]:
    """Yield a path, and those of the folders in which it is."""
    while path:
        yield path
        path = path.rpartition("/")[0]


def glances(
    root: Path,
    last: Glance,
    likely: Callable[[], frozenset[str]] = frozenset,
    listens: Callable[[Path], Ear] = ear_for,
) -> Iterator[Glance]:
    """Yield how the tree looks, for ever; `last` is how it looked before.

    `likely` returns paths of files that may be saved next, besides those that were saved last.
    """
    lookout = _Lookout(root, last, listens(root), likely, listens)
    given = -math.inf
    while True:
        if lookout.step() or lookout.now >= given + TICK:
            given = lookout.now
            yield lookout.last
