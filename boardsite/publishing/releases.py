"""All or nothing: a release is staged beside the live folder and then exchanged with it in one step."""

from __future__ import annotations

import errno
import os
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from boardsite.dataclass import dataclass
from boardsite.diagnostics import BoardsiteError
from boardsite.messages import publishing as messages
from boardsite.publishing import leftovers, lock, staging, swap
from boardsite.publishing.leftovers import MANIFEST
from boardsite.publishing.listing import Listing, listed, not_named
from boardsite.rendering.artifact import Artifact

_SOURCES = ("content", "lscgs", "theme", "boardsite", "forms", "tests", "docs", "benchmarks", ".git", ".ci", ".github")


@dataclass(frozen=True, slots=True)
class Release:
    """What was published: the number of files, and how many of them are new or changed."""

    files: int
    changed: int


def publish(artifacts: Iterable[tuple[str, Artifact]], out: Path, root: Path) -> Release:
    """Make `out` hold exactly these files (path and artifact); raise BoardsiteError and change nothing otherwise."""
    out, root = out.resolve(), root.resolve()  # a link to a folder stays one: its folder is exchanged
    if is_source(out, root):
        raise messages.out_is_source(str(out))
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with lock.held(out):
            swap.recover(out)
            return _publish(dict(artifacts), out, out.with_name(f".{out.name}.staged"))
    except OSError as problem:
        is_full = problem.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", None))
        raise messages.cannot_write(str(out), problem.strerror or str(problem), is_full=is_full) from problem


def is_source(out: Path, root: Path) -> bool:
    """Say whether a path (both without links) is in one of the project's own folders, or holds them."""
    inner = [root / name for name in _SOURCES]
    return out == root or out in root.parents or any(out == place or place in out.parents for place in inner)


def _publish(wanted: Mapping[str, Artifact], out: Path, staged: Path) -> Release:
    live, names = _live(out)
    same = staging.unchanged(wanted, str(out), live)
    if len(same) == len(wanted) == len(names) and same.keys() == names:
        _tidy(staged, out)
        return Release(len(wanted), 0)
    found = _kept(staged, out, names)
    try:
        leftovers.mark(staged)
        is_shared = staging.stage(wanted, str(staged), found, str(out), same)
        swap.exchange(staged, out)
    except BaseException:
        with suppress(OSError):  # what is left here is taken away by the next build
            leftovers.clear(staged)
        raise
    with suppress(OSError):
        _keep(staged, out, live, wanted, same if is_shared else None)
    return Release(len(wanted), len(wanted) - len(same))


def _live(out: Path) -> tuple[Listing, frozenset[str]]:
    """Return what is in the live folder and in its manifest; raise where it holds what we did not make."""
    if not out.exists():
        return Listing(), frozenset()
    if not out.is_dir():
        raise messages.out_not_ours(str(out), out.name)
    found, names = listed(str(out)), leftovers.named(out)
    if strange := not_named(found, names | {MANIFEST}):
        raise messages.out_not_ours(str(out), strange)
    return found, names


def _kept(staged: Path, out: Path, names: frozenset[str]) -> Listing:
    """Return what is in the folder that is kept, if there is one; raise where not all of it is ours.

    What a build left that was killed while it worked there has an empty manifest, and is ours whatever is in it.
    """
    if not os.path.lexists(staged):
        return Listing()
    if not leftovers.is_ours(staged) or os.path.ismount(staged):
        raise messages.not_our_leftover(str(staged))
    found = listed(str(staged))
    if not leftovers.is_twin(staged, out):
        names = leftovers.named(staged)
    strange = not_named(found, names | leftovers.OWN) if names else next(iter(found.elsewhere), "")
    if strange:
        raise messages.out_not_ours(str(staged), strange)
    return found


def _keep(old: Path, out: Path, found: Listing, wanted: Collection[str], same: Collection[str] | None) -> None:
    """Keep the folder that was live as a twin of the one that is; where that cannot be, take it away."""
    if not old.exists():
        return
    try:
        if same is not None:
            staging.make_twin(str(old), found, str(out), wanted, same)
            return
    except OSError:
        pass  # there are no links here, or a file has as many as it can have
    leftovers.clear(old)


def _tidy(staged: Path, out: Path) -> None:
    """Take away what a build left that was killed when all but the tidying up was done."""
    if leftovers.is_twin(staged, out) or not leftovers.is_ours(staged):
        return
    with suppress(BoardsiteError, OSError):
        _kept(staged, out, frozenset())
        leftovers.clear(staged)
