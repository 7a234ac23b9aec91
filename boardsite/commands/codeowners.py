"""`codeowners`: who may approve a change of which folder, out of the groups' pages, in the form that Git hosts read.

The later line wins. A group's own accounts approve what is in its folder, but not its `index.md`: that names them.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path

from boardsite.dataclass import dataclass
from boardsite.diagnostics import Diagnostics, Location, Report
from boardsite.messages import rights as messages
from boardsite.reading.sources import read_tree
from boardsite.reporting import write_findings, write_text
from boardsite.schema.documents import Tree, group_of, sort_tree

FILE = "CODEOWNERS"
_HEAD = (
    "# Made by `python3 build.py codeowners` from `owners` in content/site.yaml and in the groups' index.md.",
    "# Change those, and run it again.",
    "",
)


@dataclass(frozen=True, slots=True)
class Survey:
    """What the file should hold ("" where nobody has owners), what is doubtful, and whether it is as it should be."""

    content: bytes
    report: Report
    is_right: bool
    groups: int


def run(root: Path, *, is_check: bool) -> int:
    """Write the file, or with `is_check` only say whether it is right; return 1 where something must be mended."""
    found = survey(root)
    if is_check or not found.content:
        write_findings(found.report, sys.stdout)
        if not found.report.errors:
            write_text((messages.as_it_was(FILE) if found.content else messages.NO_OWNERS) + "\n", sys.stdout)
        return 1 if found.report.errors else 0
    if not found.is_right:
        _write(root, found.content)
    write_findings(Report(found.report.notices), sys.stdout)
    write_text(messages.written(FILE, found.groups) + "\n", sys.stdout)
    return 0


def survey(root: Path) -> Survey:
    """Return what the groups' pages say, beside what the file says."""
    sources, _ = read_tree(root)
    tree, told = sort_tree(sources)
    broken = [d for d in told if d.is_error and d.where.path in tree.broken and _names_owners(d.where.path)]
    lines, doubts = owners(tree)
    if not broken and not doubts and not lines and _present(root).strip():
        doubts = (messages.without_owners(Location(FILE)),)
    if broken or not lines:
        return Survey(b"", Report.of((*broken, *doubts)), is_right=not broken, groups=0)
    content = ("\n".join((*_HEAD, *lines)) + "\n").encode()
    is_right = _present(root) == content
    if not is_right:
        doubts = (*doubts, messages.out_of_date(Location(FILE)))
    groups = sum(bool(page.values.texts("owners")) for page in tree.group_pages)
    return Survey(content, Report.of(doubts), is_right, groups)


def owners(tree: Tree) -> tuple[tuple[str, ...], Diagnostics]:
    """Return the lines of the file, none where nobody has owners, and what is doubtful about them."""
    board = tree.site.values.texts("owners") if tree.site else ()
    pages = sorted(tree.group_pages, key=lambda page: page.path)
    named = [page for page in pages if page.values.texts("owners")]
    if not board:
        return (), (messages.no_board_owner(Location("content/site.yaml")),) if named else ()
    lines = [f"* {' '.join(board)}"]
    for page in named:
        folder = f"/lscgs/{group_of(page.path)}"
        approvers = dict.fromkeys((*page.values.texts("owners"), *board))
        lines += [f"{folder}/ {' '.join(approvers)}", f"{folder}/index.md {' '.join(board)}"]
    return tuple(lines), tuple(messages.no_group_owner(Location(page.path)) for page in pages if page not in named)


def _names_owners(path: str) -> bool:
    return path == "content/site.yaml" or (path.startswith("lscgs/") and path.endswith("/index.md"))


def _present(root: Path) -> bytes:
    try:
        return (root / FILE).read_bytes().replace(b"\r\n", b"\n")
    except OSError:
        return b""


def _write(root: Path, content: bytes) -> None:
    fresh = root / f".{FILE}.new"
    try:
        fresh.write_bytes(content)
        fresh.replace(root / FILE)
    except OSError as problem:
        with suppress(OSError):
            fresh.unlink()
        raise messages.cannot_write(FILE, problem.strerror or str(problem)) from problem
