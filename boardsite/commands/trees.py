"""The editors' files of a folder, or of a commit of the project, which Git hands over without changing anything."""

from __future__ import annotations

import shutil
import subprocess
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

from boardsite.diagnostics import Diagnostic, Diagnostics, Location
from boardsite.messages import changes as messages
from boardsite.messages import files as file_messages
from boardsite.reading.looking import MOST_FILES, most_bytes, passed_over
from boardsite.reading.sources import SourceFile, doubts_of_names, read_tree, source_file

_FOLDERS = ("content", "lscgs")
_PATIENCE = 120
_FILE, _LINK = "100", "120000"  # how the modes of Git begin
_LONGEST_HEAD = 120


def tree_of(name: str, root: Path) -> tuple[tuple[SourceFile, ...], Diagnostics]:
    """Return the files of a commit, or else of a folder with a site in it; raise BoardsiteError where it is neither.

    A commit goes first: a proposal that brings a folder called HEAD must not be taken for its own new state.
    """
    git = shutil.which("git")
    commit = _commit(git, root, name) if git else ""
    if git and commit:
        return _files(git, root, commit)
    folder = Path(name)
    if name.strip() and _is_a_site(folder):
        return read_tree(folder)
    raise messages.not_a_tree(name or '""') if git else messages.no_git()


def _commit(git: str, root: Path, name: str) -> str:
    """Return the key of a commit, or "" where Git knows none of this name."""
    if name.startswith("-"):
        return ""
    found = _run(git, root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    return "" if found.returncode else found.stdout.decode("ascii").strip()


def _is_a_site(folder: Path) -> bool:
    try:
        return (folder / "content").is_dir()
    except (OSError, ValueError):  # longer than the system takes
        return False


def _files(git: str, root: Path, commit: str) -> tuple[tuple[SourceFile, ...], Diagnostics]:
    """Return what a build would read of a commit.

    Not by `git archive`: that obeys attributes of the very commit, so a proposal could hide a file or alter it.
    """
    listed = _run(git, root, "ls-tree", "-r", "-l", "-z", commit, *_FOLDERS)
    if listed.returncode:  # a clone without all its objects: to read nothing would look like taking all away
        raise messages.git_stopped(listed.stderr.decode("utf-8", "replace").strip()[:200])
    told: dict[str, Diagnostic] = {}
    wanted: list[tuple[str, str]] = []
    for line in listed.stdout.split(b"\0")[:-1]:
        about, _, name = line.partition(b"\t")
        mode, _, key, size = about.decode("ascii").split()
        path = unicodedata.normalize("NFC", name.decode("utf-8", "surrogateescape"))
        passed = _passed_over(path, mode, size)
        if passed is None and len(wanted) < MOST_FILES:
            wanted.append((path, key))
        elif passed is None:
            told[""] = file_messages.too_many(Location(path), MOST_FILES)
        else:
            told[passed.where.path] = passed
    contents = _contents(git, root, [key for _, key in wanted])
    found = sorted(map(source_file, (path for path, _ in wanted), contents), key=lambda source: source.path)
    return tuple(found), (*told.values(), *doubts_of_names(found))


def _passed_over(path: str, mode: str, size: str) -> Diagnostic | None:
    """Return what is told of a file that is not read, or None."""
    parts = path.split("/")
    for number, name in enumerate(parts[1:], 2):
        if passed := passed_over("/".join(parts[:number]), name):
            return passed
    if mode == _LINK:
        return file_messages.link(Location(path))
    if not mode.startswith(_FILE) or len(parts) == 1:
        return file_messages.not_a_file(Location(path))  # another project within this one
    most = most_bytes(path)
    return file_messages.too_large(Location(path), int(size), most) if int(size) > most else None


def _contents(git: str, root: Path, keys: Sequence[str]) -> Iterator[bytes]:
    """Yield the bytes of files by their keys, as they are in the commit."""
    packed = _run(git, root, "cat-file", "--batch", given="".join(f"{key}\n" for key in keys).encode("ascii")).stdout
    at = 0
    for key in keys:
        head, _, _ = packed[at : at + _LONGEST_HEAD].partition(b"\n")
        words = head.split()
        if len(words) != 3:
            raise messages.git_stopped(f"it has no {key}")
        begin, size = at + len(head) + 1, int(words[2])
        yield packed[begin : begin + size]
        at = begin + size + 1


def _run(git: str, root: Path, *words: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(  # noqa: S603  (fixed commands; a commit's name was looked up before it is used)
            [git, "-C", str(root), *words], input=given, capture_output=True, timeout=_PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as problem:
        raise messages.git_stopped(str(problem)[:200]) from problem
