"""The editors' files of a folder, or of a commit of the project, which Git hands over without changing anything."""

from __future__ import annotations

import io
import shutil
import subprocess
import tarfile
from pathlib import Path

from boardsite.diagnostics import Diagnostics
from boardsite.messages import changes as messages
from boardsite.reading.sources import MOST_BYTES, MOST_FILES, SourceFile, read_tree, source_file

_FOLDERS = ("content", "lscgs")
_PATIENCE = 120


def tree_of(name: str, root: Path) -> tuple[tuple[SourceFile, ...], Diagnostics]:
    """Return the files of a folder with a site in it, or else of a commit; raise BoardsiteError where it is neither."""
    folder = Path(name)
    if _is_a_site(folder):
        return read_tree(folder)
    git = shutil.which("git")
    if git is None:
        raise messages.no_git()
    if name.startswith("-"):
        raise messages.not_a_tree(name)
    found = _run(git, root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    if found.returncode:
        raise messages.not_a_tree(name)
    return _files(git, root, found.stdout.decode("ascii").strip()), ()


def _is_a_site(folder: Path) -> bool:
    try:
        return (folder / "content").is_dir()
    except (OSError, ValueError):  # longer than the system takes
        return False


def _files(git: str, root: Path, commit: str) -> tuple[SourceFile, ...]:
    listed = _run(git, root, "ls-tree", "--name-only", commit, *_FOLDERS)
    there = [name for name in listed.stdout.decode().splitlines() if name in _FOLDERS]
    if not there:
        return ()
    packed = _run(git, root, "archive", "--format=tar", commit, "--", *there)
    if packed.returncode:
        raise messages.git_stopped(packed.stderr.decode("utf-8", "replace").strip()[:200])
    found: list[SourceFile] = []
    with tarfile.open(fileobj=io.BytesIO(packed.stdout)) as archive:
        for member in archive:
            if not member.isfile() or member.size > MOST_BYTES or len(found) >= MOST_FILES:
                continue
            opened = archive.extractfile(member)
            if opened is not None:
                found.append(source_file(member.name, opened.read()))
    return tuple(found)


def _run(git: str, root: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(  # noqa: S603  (fixed commands; a commit's name was looked up before it is used)
            [git, "-C", str(root), *words], capture_output=True, timeout=_PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as problem:
        raise messages.git_stopped(str(problem)[:200]) from problem
