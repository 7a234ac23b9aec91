"""What an editor takes away, renames or takes back is gone from the published folder, and a build touches nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.commands.test_cli import run
from tests.support import small_site
from tests.support.second_reader import leaks

WORD = "zqgone"
NEWS = f"---\ntitle: {WORD} news\ndate: 9 May 2016\nsummary: {WORD}\ntags: [{WORD}tag]\n---\n{WORD} text\n"
EVENT = small_site.EVENT.replace("forum@", f"{WORD}@").replace("Summer forum", WORD)
CONTACTS = f"contacts:\n  - role: {WORD}\n    email: {WORD}@example.org\n"
PAGE = f"---\ntitle: {WORD}\nsummary: {WORD}\n---\n{WORD}\n"
GROUP = f"---\nname: {WORD}\nsummary: {WORD}\n---\n{WORD}\n"
SOUTH = "lscgs/south/"
CHANGES: dict[str, tuple[Mapping[str, str], Mapping[str, str | None]]] = {
    "news deleted": ({f"{SOUTH}news/{WORD}.md": NEWS}, {f"{SOUTH}news/{WORD}.md": None}),
    "news made a draft": ({f"{SOUTH}news/{WORD}.md": NEWS}, {f"{SOUTH}news/{WORD}.md": NEWS.replace("tags", "draft: yes\ntags")}),
    "news put off": ({f"{SOUTH}news/{WORD}.md": NEWS}, {f"{SOUTH}news/{WORD}.md": NEWS.replace("9 May", "9 July")}),
    "news rewritten and renamed": ({f"{SOUTH}news/{WORD}.md": NEWS}, {f"{SOUTH}news/{WORD}.md": None, f"{SOUTH}news/b.md": NEWS.replace(WORD, "other")}),
    "an event deleted": ({f"{SOUTH}events/{WORD}.ics": EVENT}, {f"{SOUTH}events/{WORD}.ics": None}),
    "an event made private": ({f"{SOUTH}events/{WORD}.ics": EVENT}, {f"{SOUTH}events/{WORD}.ics": EVENT.replace("SUMMARY", "CLASS:PRIVATE\r\nSUMMARY")}),
    "a contact deleted": ({f"{SOUTH}contacts.yaml": CONTACTS}, {f"{SOUTH}contacts.yaml": CONTACTS.replace(WORD, "other")}),
    "a page deleted": ({f"content/{WORD}.md": PAGE}, {f"content/{WORD}.md": None}),
    "a file deleted": ({f"{SOUTH}files/{WORD}.pdf": f"%PDF-1.4 {WORD}"}, {f"{SOUTH}files/{WORD}.pdf": None}),
    "a group deleted": ({f"lscgs/{WORD}/index.md": GROUP, f"lscgs/{WORD}/news/a.md": NEWS}, {f"lscgs/{WORD}/index.md": None, f"lscgs/{WORD}/news/a.md": None}),
}  # fmt: skip


def put(site: Path, changes: Mapping[str, str | None]) -> None:
    for path, content in changes.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        if content is None:
            (site / path).unlink()
        else:
            (site / path).write_bytes(content.encode())


def files(folder: Path) -> list[tuple[str, bytes]]:
    return [(str(path.relative_to(folder)), path.read_bytes()) for path in sorted(folder.rglob("*")) if path.is_file()]


@pytest.mark.parametrize("name", CHANGES)
def test_what_is_taken_away_leaves_no_trace(name: str, tmp_path: Path) -> None:
    before, after = CHANGES[name]
    site = small_site.write(tmp_path)
    put(site, before)
    assert run(site).returncode == 0
    assert leaks(files(site / "dist"), [WORD])
    put(site, after)
    assert run(site).returncode == 0
    assert leaks(files(site / "dist"), [WORD]) == []


def test_a_build_changes_no_source_and_writes_nowhere_else(tmp_path: Path) -> None:
    site, home = small_site.write(tmp_path / "site"), tmp_path / "home"
    home.mkdir()
    (tmp_path / "outside.md").write_text("mine")
    before = {path: (content, (site / path).stat().st_mtime_ns) for path, content in files(site)}
    for words in ([], ["--drafts"], ["check"], ["build", "--leave-out-broken"]):
        assert run(site, *words, HOME=str(home), TMPDIR=str(home)).returncode == 0
    made = {path for path, _ in files(site)} - set(before)
    assert {path.split("/")[0] for path in made} == {"dist", "preview", ".cache"}
    assert {path: ((site / path).read_bytes(), (site / path).stat().st_mtime_ns) for path in before} == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["home", "outside.md", "site"]
    assert list(home.iterdir()) == []
