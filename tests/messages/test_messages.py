"""Every sentence we say to editors, seen on a site that provokes it; docs/problems.md is made of the same folders.

A folder has the name of its code. `why.md` says in a few words why it matters; `files/` holds what is put over the
minimal site, or `case.py` makes it (`prepare(root, monkeypatch)`; `report(root)` where no build says it); `expected.txt` is what the terminal shows.
"""

from __future__ import annotations

import io
import re
import runpy
from pathlib import Path

import pytest

from boardsite.commands.check import examine
from boardsite.diagnostics import Report
from boardsite.pipeline import Order
from boardsite.reporting import write_report
from tests.support import small_site

HERE = Path(__file__).parent
FOLDERS = sorted(folder for folder in HERE.iterdir() if folder.is_dir() and "." in folder.name)
PROBLEMS = small_site.ROOT / "docs" / "problems.md"


def said(folder: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return what the terminal shows of one code for the site of its folder."""
    small_site.write(root)
    for source in sorted((folder / "files").rglob("*")):
        if source.is_file():
            target = root / source.relative_to(folder / "files")
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(source.read_bytes())
    case = runpy.run_path(str(folder / "case.py")) if (folder / "case.py").exists() else {}
    if "prepare" in case:
        case["prepare"](root, monkeypatch)
    report = case["report"](root) if "report" in case else examine(Order(root, small_site.MOMENT)).report
    out = io.StringIO()
    write_report(Report.of(d for d in report.diagnostics if d.code == folder.name), out, published=False)
    return out.getvalue()


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_site_with_this_fault_is_told_in_these_words(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, updates_golden: bool
) -> None:
    text = said(folder, tmp_path, monkeypatch)
    assert folder.name in text, f"the site in {folder.name} does not provoke this code"
    if updates_golden:
        (folder / "expected.txt").write_text(text, "utf-8")
    assert (folder / "expected.txt").read_text("utf-8") == text


def test_every_code_has_a_folder_and_every_folder_a_code() -> None:
    written = set()
    for module in (small_site.ROOT / "boardsite" / "messages").glob("*.py"):
        text = module.read_text("utf-8")
        written |= set(re.findall(r'"((?:[a-z]+)\.[a-z][a-z0-9-]+)"', text))
    assert {folder.name for folder in FOLDERS} == written


FORBIDDEN = re.compile(r"\b(invalid|illegal|error|failed|null|parse|token|schema|please|sorry|oops)\b|!(?!\[)", re.I)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_words_are_plain(folder: Path) -> None:
    lines = (folder / "expected.txt").read_text("utf-8").splitlines()
    ours = [line for line in lines if line.startswith("    ") and line.strip() != folder.name]
    sentences = [line.strip() for line in ours if line.rstrip().endswith((".", "?"))]
    assert sentences
    assert [line for line in sentences if FORBIDDEN.search(line)] == []


def problems_page() -> str:
    parts = [
        "# Problems, and what to do about them\n",
        "What the program says has a code in its last line. Each code is a heading here, with an example. This page is",
        "made from the folders in `tests/messages`: `python3 build.py test tests/messages --update-golden`.\n",
    ]
    for folder in FOLDERS:
        why = (folder / "why.md").read_text("utf-8").strip()
        example = (folder / "expected.txt").read_text("utf-8").split("\n\n")[0]
        parts += [f"## {folder.name}\n", why + "\n", "```text", example, "```\n"]
    return "\n".join(parts)


def test_the_page_of_problems_is_current(updates_golden: bool) -> None:
    if updates_golden:
        PROBLEMS.write_text(problems_page(), "utf-8")
    assert PROBLEMS.read_text("utf-8") == problems_page()
