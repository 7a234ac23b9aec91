"""A save is seen whatever it was: another text, a new file, a file that has gone, one of the same size."""

from __future__ import annotations

import os
from pathlib import Path

from boardsite.serving.watch import GLANCES_AT_EMPTY, changed, look, saves


def test_every_kind_of_save_is_seen(tmp_path: Path) -> None:
    page = tmp_path / "content" / "a" / "page.md"
    page.parent.mkdir(parents=True)
    page.write_text("one")
    first = look(tmp_path)
    assert changed(first, look(tmp_path)) == set()
    page.write_text("two")
    os.utime(page, ns=(1, 1))
    second = look(tmp_path)
    assert changed(first, second) == {"content/a/page.md"}
    (tmp_path / "lscgs").mkdir()
    (tmp_path / "lscgs" / "new.md").write_text("x")
    page.unlink()
    assert changed(second, look(tmp_path)) == {"content/a/page.md", "lscgs/new.md"}


def test_links_are_not_followed_and_other_folders_are_not_looked_at(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "loop").symlink_to(tmp_path)
    (tmp_path / "dist").mkdir()
    (tmp_path / "dist" / "index.html").write_text("x")
    assert set(look(tmp_path)) == {"content/loop"}


def test_without_the_folders_there_is_nothing_to_see(tmp_path: Path) -> None:
    assert look(tmp_path) == {}


def test_a_file_that_is_just_being_filled_is_one_save() -> None:
    old, new, empty, whole = {"a.md": (1, 9)}, {"a.md": (1, 9), "b.md": (2, 5)}, {"a.md": (3, 0)}, {"a.md": (4, 8)}
    assert list(saves(old, [old, empty, empty, whole, whole])) == [{"a.md"}]
    assert list(saves(old, [old, new, old])) == [{"b.md"}, {"b.md"}]


def test_a_file_that_stays_empty_is_told_after_a_while() -> None:
    old, empty = {"a.md": (1, 9)}, {"a.md": (3, 0)}
    glances = [old, *[empty] * GLANCES_AT_EMPTY]
    assert list(saves(old, glances)) == []
    assert list(saves(old, [*glances, empty, empty])) == [{"a.md"}]
