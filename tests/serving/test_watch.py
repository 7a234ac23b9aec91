"""A save is seen whatever it was: another text, a new file, a file that has gone, one of the same size."""

from __future__ import annotations

import os
from itertools import pairwise
from pathlib import Path

import pytest

from boardsite.reading.looking import Glance, Seen, look
from boardsite.serving import watch
from boardsite.serving.watch import GLANCES_AT_EMPTY, QUIET_GLANCES, changed, glances, saves


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


def test_a_file_that_is_just_being_filled_is_one_save() -> None:
    old, new, empty, whole = glance(a=9), glance(a=9, b=5), glance(a=0), glance(a=8)
    assert list(saves(old, [old, empty, empty, whole, whole])) == [({"a.md"}, whole)]
    assert list(saves(old, [old, new, old])) == [({"b.md"}, new), ({"b.md"}, old)]


def test_when_it_is_quiet_after_a_save_that_is_told_once() -> None:
    old, new = glance(b=1), glance(b=2)
    quiet = [new] * (3 * QUIET_GLANCES)
    assert list(saves(old, [old] * QUIET_GLANCES)) == []
    assert list(saves(old, [new, *quiet[: QUIET_GLANCES - 1]])) == [({"b.md"}, new)]
    assert list(saves(old, [new, *quiet])) == [({"b.md"}, new), (set(), new)]


def test_a_file_that_stays_empty_is_told_after_a_while() -> None:
    old, empty = glance(a=9), glance(a=0)
    glances = [old, *[empty] * GLANCES_AT_EMPTY]
    assert list(saves(old, glances)) == []
    assert list(saves(old, [*glances, empty, empty])) == [({"a.md"}, empty)]


@pytest.fixture
def page(tmp_path: Path) -> Path:
    page = tmp_path / "content" / "page.md"
    page.parent.mkdir()
    page.write_text("one")
    (page.parent / "other.md").write_text("one")
    return page


def test_the_tree_is_looked_at_again_and_again(page: Path) -> None:
    root = page.parents[1]
    first = look(root)
    seen = glances(root, first)
    assert next(seen) == first
    page.write_text("longer")
    second = next(seen)
    assert changed(first, second) == {"content/page.md"}
    (page.parent / "new.md").write_text("x")
    page.unlink()
    assert changed(second, next(seen)) == {"content/page.md", "content/new.md"}


def test_what_was_saved_last_is_looked_at_without_the_rest(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = page.parents[1]
    first = look(root)
    seen = glances(root, first)
    page.write_text("longer")
    assert changed(first, next(seen)) == {"content/page.md"}
    monkeypatch.setattr(watch, "PAUSE", 60)
    with monkeypatch.context() as closed:
        closed.setattr(watch, "look", None)
        last = look(root)
        for text in ("longer still", "", "short"):
            page.write_text(text)
            now = next(seen)
            assert changed(last, now) == {"content/page.md"}
            assert now == look(root)
            last = now


def test_the_file_of_a_page_that_somebody_looks_at_is_looked_at_without_the_rest(
    page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, wanted = page.parents[1], frozenset[str]()
    first = look(root)
    seen = glances(root, first, lambda: wanted)
    assert next(seen) == first
    wanted = frozenset({"content/page.md", "content/gone.md"})
    monkeypatch.setattr(watch, "PAUSE", 60)
    assert next(seen) == first
    with monkeypatch.context() as closed:
        closed.setattr(watch, "look", None)
        page.write_text("longer")
        assert next(seen) == look(root) != first


def test_what_touches_a_file_without_saving_it_is_no_change(page: Path) -> None:
    root = page.parents[1]
    before = look(root)
    page.chmod(0o600)
    (root / "link").hardlink_to(page)
    assert look(root) != before
    assert changed(before, look(root)) == set()


def test_what_was_saved_last_and_is_gone_is_told_with_the_rest(page: Path) -> None:
    root = page.parents[1]
    seen = glances(root, look(root))
    page.write_text("longer")
    saved = next(seen)
    page.unlink()
    assert changed(saved, next(seen)) == {"content/page.md"}


def test_only_a_few_files_are_looked_at_all_the_time(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = page.parents[1]
    seen = glances(root, look(root))
    for number in range(30):
        (page.parent / f"new-{number:02}.md").write_text("x")
    next(seen)
    asked: list[str] = []
    monkeypatch.setattr(watch, "look_again", lambda each: asked.append(each.path) or each)
    next(seen)
    assert 0 < len(set(asked)) <= watch.MOST_SAVED
