"""A save is seen whatever it was: another text, a new file, a file that has gone, one of the same size."""

from __future__ import annotations

import os
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from boardsite.reading.looking import Glance, Seen, look, look_again
from boardsite.serving.watch import EMPTY_FOR, QUIET_FOR, changed, saves


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
    seen = look(tmp_path)
    assert seen.files == ()
    assert [(told.code, told.where.path) for told in seen.told] == [("file.link", "content/loop")]


def test_without_the_folders_there_is_nothing_to_see(tmp_path: Path) -> None:
    assert look(tmp_path) == Glance()


def test_what_is_passed_over_is_a_change_when_it_comes_and_when_it_goes(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    litter = tmp_path / "content" / "page.md.swp"
    glances = [look(tmp_path)]
    for text in ("one", "another"):
        litter.write_text(text)
        glances.append(look(tmp_path))
    litter.unlink()
    glances.append(look(tmp_path))
    assert [changed(*two) for two in pairwise(glances)] == [{"content/page.md.swp"}, set(), {"content/page.md.swp"}]


def glance(**sizes: int) -> Glance:
    """Return a glance at files of these sizes, each of which was written when it had that size."""
    return Glance(tuple(Seen(f"{name}.md", f"/{name}.md", (size, size, size, 1)) for name, size in sizes.items()))


def times(*seconds: float) -> Callable[[], float]:
    return iter(seconds).__next__


def test_a_file_that_is_just_being_filled_is_one_save() -> None:
    old, new, empty, whole = glance(a=9), glance(a=9, b=5), glance(a=0), glance(a=8)
    assert list(saves(old, [old, empty, empty, whole, whole])) == [({"a.md"}, whole)]
    assert list(saves(old, [old, new, old])) == [({"b.md"}, new), ({"b.md"}, old)]


def test_when_it_is_quiet_after_a_save_that_is_told_once() -> None:
    old, new = glance(b=1), glance(b=2)
    assert list(saves(old, [old, old], times(1, 9))) == []
    saved = [({"b.md"}, new)]
    assert list(saves(old, [new, new], times(1, 2, 2 + QUIET_FOR - 0.01))) == saved  # made by 2
    assert list(saves(old, [new, new, new], times(1, 2, 2 + QUIET_FOR, 9))) == [*saved, (set(), new)]


def test_a_file_that_stays_empty_is_told_after_a_while() -> None:
    old, empty = glance(a=9), glance(a=0)
    assert list(saves(old, [old, empty, empty], times(1, 2, 2 + EMPTY_FOR - 0.01))) == []
    assert list(saves(old, [old, empty, empty], times(1, 2, 2 + EMPTY_FOR, 9))) == [({"a.md"}, empty)]
    filled_between = [empty, old, empty]
    assert list(saves(old, filled_between, times(2, 2 + EMPTY_FOR, 2 + EMPTY_FOR))) == []


def test_what_touches_a_file_without_saving_it_is_no_change(page: Path) -> None:
    root = page.parents[1]
    before = look(root)
    page.chmod(0o600)
    (root / "link").hardlink_to(page)
    assert look(root) != before
    assert changed(before, look(root)) == set()


def test_a_file_that_a_link_or_a_folder_has_replaced_is_no_file(page: Path) -> None:
    (seen,) = (each for each in look(page.parents[1]).files if each.path == "content/page.md")
    (page.parent / "link").symlink_to(page.parents[1] / "outside.md")
    (page.parent / "link").replace(page)
    assert look_again(seen) is None
    page.unlink()
    page.mkdir()
    assert look_again(seen) is None
