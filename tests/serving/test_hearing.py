"""The system tells of every kind of save, and where it cannot, nothing happens."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from itertools import count, takewhile
from pathlib import Path

import pytest

from boardsite.reading.looking import look
from boardsite.serving import lookout
from boardsite.serving.hearing import Deaf, Hearing, ear_for
from boardsite.serving.lookout import glances

NOTHING = frozenset[str]()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in ("content/news", "lscgs", "theme"):
        (tmp_path / name).mkdir(parents=True)
    for name in ("content/page.md", "content/news/item.md", "lscgs/lscgs.yaml"):
        (tmp_path / name).write_text("one")
    (tmp_path / "outside.md").write_text("x")
    return tmp_path


def all_told(ear: Hearing, seconds: float = 5.0) -> frozenset[str]:
    """Return what is told within a while, from the first that is told to the next silence."""
    end = time.monotonic() + seconds
    first = next((paths for _ in count() if (paths := ear.wait(0.05, 0.002)) or time.monotonic() > end), NOTHING)
    return first.union(*takewhile(bool, (ear.wait(0.1, 0.002) for _ in count())))


def replaced(path: Path) -> None:
    """Save as many editors do: beside the file, and then in its place."""
    new = path.with_name("new-name")
    new.write_text("another")
    new.replace(path)


def moved_and_saved(root: Path) -> None:
    (root / "content/news").rename(root / "content/old")
    (root / "content/old/item.md").write_text("another")


SAVES: dict[str, Callable[[Path], object]] = {
    "written": lambda root: (root / "content/page.md").write_text("another"),
    "replaced": lambda root: replaced(root / "content/page.md"),
    "gone": lambda root: (root / "content/page.md").unlink(),
    "new": lambda root: (root / "content/news/new.md").write_text("x"),
    "in a new folder": lambda root: [(root / "content/a/b").mkdir(parents=True), (root / "content/a/b/c.md").write_text("x")],
    "moved": lambda root: (root / "content/page.md").rename(root / "lscgs/page.md"),
    "moved in": lambda root: (root / "outside.md").rename(root / "content/outside.md"),
    "folder moved": lambda root: (root / "content/news").rename(root / "content/old"),
    "folder moved and saved in": moved_and_saved,
    "folder gone": lambda root: [(root / "content/news/item.md").unlink(), (root / "content/news").rmdir()],
    "litter": lambda root: (root / "content/.page.md.swp").write_text("x"),
    "a link in its place": lambda root: [(root / "l").symlink_to("x"), (root / "l").replace(root / "content/page.md")],
}


@pytest.mark.parametrize("name", SAVES)
def test_every_kind_of_save_is_seen_because_the_system_tells_of_it(
    root: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = look(root)
    for pause in ("PAUSE", "ROUND", "LONGEST"):  # so that nobody looks without being told
        monkeypatch.setattr(lookout, pause, 3600)
    seen = glances(root, before)
    assert next(seen) == before
    SAVES[name](root)
    end = time.monotonic() + 5
    while (now := next(seen)) != look(root):
        assert time.monotonic() < end, "nothing was seen"
    assert now != before


def test_a_save_is_told_at_once(root: Path) -> None:
    ear = Hearing(root)
    took = []
    for number in range(5):
        (root / "content/news/item.md").write_text(f"another {number}")
        began = time.monotonic()
        assert ear.wait(5, 0.002) == {"content/news/item.md"}
        took.append(time.monotonic() - began)
    assert min(took) < 0.5, "the system tells of it, and not the end of the wait"


def test_of_a_new_file_its_folder_is_not_told(root: Path) -> None:
    ear = Hearing(root)
    (root / "content/news/new.md").write_text("x")
    assert all_told(ear) == {"content/news/new.md"}


def test_that_a_folder_was_touched_is_no_news_and_that_it_came_or_went_is(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, file = str(root / "content/news"), str(root / "content/page.md")
    ear = heard_from(root, [{(2, folder), (2, file)}, {(1, folder)}, {(3, folder)}], monkeypatch)
    assert [ear.wait(1, 0.002) for _ in range(3)] == [{"content/page.md"}, {"content/news"}, {"content/news"}]


def test_letters_of_a_name_are_those_that_a_glance_has(root: Path) -> None:
    ear = Hearing(root)
    (root / "content" / "cafe\u0301.md").write_text("x")
    assert all_told(ear) == {"content/caf\u00e9.md"}


@pytest.mark.parametrize("is_real", [True, False])
def test_paths_are_those_of_the_project_by_whichever_name_it_is_reached(
    root: Path, is_real: bool, tmp_path_factory: pytest.TempPathFactory
) -> None:
    link = tmp_path_factory.mktemp("links") / "site"
    link.symlink_to(root)
    ear = Hearing(link)
    file = (root if is_real else link) / "content/page.md"
    file.write_text("another")
    assert all_told(ear) == {"content/page.md"}


def test_a_system_that_says_the_real_name_of_a_link_is_understood(
    root: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = tmp_path_factory.mktemp("links") / "site"
    link.symlink_to(root)
    ear = heard_from(link, [{(1, str(root / "content/page.md"))}], monkeypatch)
    assert ear.wait(1, 0.002) == {"content/page.md"}


def test_reading_is_not_told_of_and_other_folders_are_not(root: Path) -> None:
    ear = Hearing(root)
    for file in root.rglob("*.md"):
        file.read_bytes()
    (root / "dist").mkdir()
    (root / "dist/index.html").write_text("x")
    assert all_told(ear, 0.3) == NOTHING


def heard_from(root: Path, told: list[object], monkeypatch: pytest.MonkeyPatch) -> Hearing:
    """Return what hears from a system that tells these things; an exception is raised."""

    class System:
        def __init__(self, *_: object) -> None:
            self.told: Iterator[object] = iter(told)

        def watch(self, *_: object) -> object:
            said = next(self.told)
            if isinstance(said, Exception):
                raise said
            return said

    monkeypatch.setattr("watchfiles._rust_notify.RustNotify", System)
    return Hearing(root)


TROUBLES = [OSError("no space left"), RuntimeError("too many files"), ValueError("a name that is no text")]


@pytest.mark.parametrize("trouble", TROUBLES, ids=repr)
def test_a_system_that_can_tell_nothing_more_is_silent(
    root: Path, trouble: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    ear = heard_from(root, [{(1, str(root / "content/page.md"))}, "timeout", trouble], monkeypatch)
    assert ear.hears
    assert [ear.wait(0.01, 0.002) for _ in range(5)] == [{"content/page.md"}, *[NOTHING] * 4]
    assert not ear.hears


@pytest.mark.parametrize("trouble", [*TROUBLES, ImportError("a library that may not be loaded")], ids=repr)
def test_a_system_that_tells_nothing_from_the_start_is_silent(
    root: Path, trouble: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise trouble

    monkeypatch.setattr("watchfiles._rust_notify.RustNotify", refuse)
    ear, began = Hearing(root), time.monotonic()
    assert ear.wait(0.05, 0.002) == NOTHING
    assert time.monotonic() - began >= 0.05


def test_ctrl_c_is_heard(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(KeyboardInterrupt):
        heard_from(root, ["signal"], monkeypatch).wait(1, 0.002)


def test_without_folders_and_with_a_name_that_is_no_text_nothing_is_told(tmp_path: Path) -> None:
    assert Hearing(tmp_path).wait(0.01, 0.002) == NOTHING
    odd = tmp_path / os.fsdecode(b"odd-\xff")
    (odd / "content").mkdir(parents=True)
    assert Hearing(odd).wait(0.01, 0.002) == NOTHING


def test_where_a_link_to_a_folder_is_the_system_is_not_asked_for_it_would_follow_it(root: Path) -> None:
    (root / "content/link.md").symlink_to(root / "outside.md")
    assert isinstance(ear_for(root), Hearing)
    (root / "content/.hidden").mkdir()
    (root / "content/.hidden/loop").symlink_to(root)
    assert isinstance(ear_for(root), Deaf)
