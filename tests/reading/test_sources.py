"""The tree: all of it is read or named, and nothing outside it ever is."""

from __future__ import annotations

import os
from pathlib import Path

from boardsite.reading.sources import read_tree


def put(root: Path, *names: str) -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("x")


def test_files_come_in_the_order_of_their_paths_whatever_the_disk_says(tmp_path: Path) -> None:
    put(tmp_path, "lscgs/b/index.md", "content/z.md", "content/a/b.md", "theme/x.css", "other/no.md")
    found, told = read_tree(tmp_path)
    assert [source.path for source in found] == ["content/a/b.md", "content/z.md", "lscgs/b/index.md", "theme/x.css"]
    assert told == ()


def test_litter_links_and_odd_things_are_named_and_not_read(tmp_path: Path) -> None:
    put(tmp_path, "content/.env", "content/.git/config", "content/~$plan.md", "content/a.md~", "content/Thumbs.db")
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    (tmp_path / "content" / "way-out").symlink_to(tmp_path)
    (tmp_path / "content" / "page.md").symlink_to(secret)
    os.mkfifo(tmp_path / "content" / "pipe.md")
    found, told = read_tree(tmp_path)
    assert found == ()
    assert {d.where.path for d in told} == {
        "content/.env",
        "content/.git",
        "content/~$plan.md",
        "content/a.md~",
        "content/Thumbs.db",
        "content/way-out",
        "content/page.md",
        "content/pipe.md",
    }


def test_names_are_read_as_composed_letters(tmp_path: Path) -> None:
    put(tmp_path, "content/cafe\u0301.md")
    assert [source.path for source in read_tree(tmp_path)[0]] == ["content/caf\u00e9.md"]


def test_no_folder_at_all_is_no_trouble(tmp_path: Path) -> None:
    assert read_tree(tmp_path) == ((), ())
