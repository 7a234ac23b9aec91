"""The door to the disk of a fetch: a copy takes the place of the one before in one step, inside the project only."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from boardsite.messages import fetching as messages


def keep(root: Path, path: str, content: bytes) -> None:
    """Write a copy below the project's folder; raise BoardsiteError and change nothing otherwise."""
    target = root / path
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        # A folder that is a link would lead our writing to a place that is not ours.
        if not target.parent.resolve().is_relative_to(root.resolve()) or _is_link(target.parent, root):
            raise messages.cannot_keep(path, "its folder is a link to another place")
        handle, staged = tempfile.mkstemp(dir=target.parent, prefix=".", suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            Path(staged).chmod(0o644)
            Path(staged).replace(target)
        except BaseException:
            Path(staged).unlink(missing_ok=True)
            raise
    except OSError as problem:
        raise messages.cannot_keep(path, problem.strerror or str(problem)) from problem


def _is_link(folder: Path, root: Path) -> bool:
    inner = [folder, *folder.parents]
    return any(each.is_symlink() for each in inner[: inner.index(root)])
