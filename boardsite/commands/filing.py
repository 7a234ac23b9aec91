"""New files among the editors' own: never over one that is there, and never half of one."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from boardsite.messages import writing as messages


def put(root: Path, path: str, content: bytes) -> None:
    """Write a file that is not there yet; raise BoardsiteError and leave nothing behind otherwise."""
    target = root / path
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("xb") as file:
            try:
                file.write(content)
            except OSError:
                with suppress(OSError):
                    target.unlink()
                raise
    except OSError as problem:
        if isinstance(problem, FileExistsError) and target.parent.is_dir():
            raise messages.there_already(path, messages.OTHER_NAME) from None
        raise messages.not_written(path, problem.strerror or str(problem)) from problem


def replace(root: Path, path: str, before: bytes, after: bytes) -> None:
    """Exchange a whole file in one step, provided that it still holds `before`."""
    target = root / path
    fresh = target.with_name(f".{target.name}.new")
    try:
        if target.read_bytes() != before:
            raise messages.changed_meanwhile(path)
        fresh.write_bytes(after)
        fresh.replace(target)
    except OSError as problem:
        with suppress(OSError):
            fresh.unlink()
        raise messages.not_written(path, problem.strerror or str(problem)) from problem
