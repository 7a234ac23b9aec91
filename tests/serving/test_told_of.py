"""Where the system is relied on, what it tells of is looked at, and the whole tree only where that is not enough."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import islice, pairwise
from pathlib import Path
from shutil import rmtree

import pytest

from boardsite.reading.looking import MOST_TEXT_BYTES, Glance, look
from boardsite.serving import lookout
from boardsite.serving.lookout import glances
from boardsite.serving.watch import changed
from tests.support.scripted_ear import Script, nothing, saved, told

PAGE = "content/page.md"


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> list[Glance]:
    """Return the glances at the whole tree, as they are made."""
    made: list[Glance] = []

    def noted(root: Path) -> Glance:
        made.append(look(root))
        return made[-1]

    monkeypatch.setattr(lookout, "look", noted)
    return made


@pytest.fixture
def is_told(page: Path, monkeypatch: pytest.MonkeyPatch, looks: list[Glance]) -> Callable[..., tuple[Glance, int]]:
    """Return what gives the last glance, and how often the tree was looked at, after the system was relied on."""

    def run(*lines: Callable[[], frozenset[str]], before: Callable[[], object] = nothing) -> tuple[Glance, int]:
        """Say each line to one who waits for the next; `before` is done before the first glance."""
        before()
        for name in ("ROUND", "LONGEST", "TICK", "SHORT_LIVED", "SHARE"):
            monkeypatch.setattr(lookout, name, 3600 if name in {"ROUND", "LONGEST"} else 0)
        root, script = page.parents[1], Script([nothing, saved(page, PAGE), *lines])
        looks.clear()
        *_, last = islice(glances(root, look(root), listens=lambda _: script), len(lines) + 4)
        return last, len(looks) - 1

    return run


def test_only_files_that_are_told_of_are_looked_at(page: Path, is_told: Callable[..., tuple[Glance, int]]) -> None:
    last, looked = is_told(saved(page.with_name("other.md")), saved(page, PAGE))
    assert looked == 0
    assert changed(last, look(page.parents[1])) == {"content/other.md"}


@pytest.mark.parametrize("name", ["new.md", ".page.md.swp", "folder/item.md"])
def test_where_something_is_new_the_whole_tree_is_looked_at(
    page: Path, name: str, is_told: Callable[..., tuple[Glance, int]]
) -> None:
    def made() -> frozenset[str]:
        new = page.parent / name
        new.parent.mkdir(exist_ok=True)
        new.write_text("x")
        return frozenset({f"content/{name.split('/')[0]}"})

    last, looked = is_told(made)
    assert (last, looked) == (look(page.parents[1]), 1)


def test_where_something_is_gone_the_whole_tree_is_looked_at(
    page: Path, is_told: Callable[..., tuple[Glance, int]]
) -> None:
    def gone() -> frozenset[str]:
        page.with_name("other.md").unlink()
        return frozenset({"content/other.md"})

    last, looked = is_told(gone)
    assert (last, looked) == (look(page.parents[1]), 1)


def test_a_name_that_has_gone_again_costs_no_look(is_told: Callable[..., tuple[Glance, int]]) -> None:
    assert is_told(told("content/page.md.AbCdEf"), nothing, nothing)[1] == 0


@pytest.mark.parametrize("name", [".page.md.swp", ".obsidian/workspace.json"])
def test_what_is_passed_over_costs_a_look_when_it_comes_and_when_it_goes(
    page: Path, name: str, is_told: Callable[..., tuple[Glance, int]]
) -> None:
    litter = page.parent / name
    come = lambda: (litter.parent.mkdir(exist_ok=True), litter.write_text("x"))  # noqa: E731
    gone = lambda: litter.unlink() if litter.parent == page.parent else rmtree(litter.parent)  # noqa: E731
    says = told(f"content/{name}")
    assert is_told(lambda: (come(), says())[1], says, says)[1] == 1
    assert is_told(says, says, before=come)[1] == 0
    assert is_told(lambda: (gone(), says())[1], says)[1] == 1


def test_what_was_too_large_is_seen_when_it_is_smaller(page: Path, is_told: Callable[..., tuple[Glance, int]]) -> None:
    large = page.with_name("large.md")
    large.write_bytes(b"x" * (MOST_TEXT_BYTES + 1))
    last, _ = is_told(lambda: (large.write_bytes(b"x"), told("content/large.md")())[1], nothing)
    assert any(each.path == "content/large.md" for each in last.files)


def test_what_was_passed_over_and_is_gone_is_seen(page: Path, is_told: Callable[..., tuple[Glance, int]]) -> None:
    large = page.with_name("large.md")
    large.write_bytes(b"x" * (MOST_TEXT_BYTES + 1))
    last, _ = is_told(lambda: (large.unlink(), told("content/large.md")())[1], nothing)
    assert last.told == ()


def test_a_name_that_the_disk_spells_in_other_letters_is_seen(
    page: Path, is_told: Callable[..., tuple[Glance, int]]
) -> None:
    new = page.with_name("cafe\u0301.md")
    last, _ = is_told(lambda: (new.write_text("x"), told("content/caf\u00e9.md")())[1], nothing)
    assert any(each.path == "content/caf\u00e9.md" for each in last.files)


def test_a_file_that_is_put_in_its_place_is_one_save(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Many editors write beside the file first."""
    root, beside = page.parents[1], page.with_name("page.md.AbCdEf")
    for name in ("PAUSE", "LONGEST", "SHORT_LIVED"):
        monkeypatch.setattr(lookout, name, 3600)

    def written() -> frozenset[str]:
        beside.write_text("another")
        return frozenset({"content/page.md.AbCdEf"})

    def put() -> frozenset[str]:
        beside.replace(page)
        return frozenset({"content/page.md.AbCdEf", PAGE})

    script = Script([nothing, written, nothing, put])
    first, second = islice(glances(root, look(root), listens=lambda _: script), 2)
    assert changed(first, second) == {PAGE}
    assert second == look(root)


def test_a_new_name_is_given_a_moment(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"PAUSE": 3600, "ROUND": 3600, "LONGEST": 3600, "TICK": 60}.items():
        monkeypatch.setattr(lookout, name, value)
    root, new = page.parents[1], page.with_name("new.md")
    script = Script([nothing, saved(page, PAGE), told("content/new.md")])
    seen = glances(root, look(root), listens=lambda _: script)
    list(islice(seen, 2))
    new.write_text("x")
    began = time.monotonic()
    assert any(each.path == "content/new.md" for each in next(seen).files)
    assert time.monotonic() - began >= lookout.SHORT_LIVED
    assert script.asked[-1] == lookout.SHORT_LIVED


def test_a_file_that_grows_and_grows_does_not_take_the_whole_processor(
    page: Path, slow_looks: Callable[[float], list[tuple[float, float]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    times = slow_looks(0.02)
    monkeypatch.setattr(lookout, "PAUSE", 3600)
    monkeypatch.setattr(lookout, "LONGEST", 3600)
    new = page.with_name("new.md")

    def grown() -> frozenset[str]:
        with new.open("a", encoding="utf-8") as file:
            file.write("x")
        return frozenset({"content/new.md", "content/else"})

    script = Script([grown] * 200)
    (page.parent / "else").mkdir()  # told of, and never a file
    end = time.monotonic() + 0.4
    for _ in glances(page.parents[1], look(page.parents[1]), listens=lambda _: script):
        if time.monotonic() > end:
            break
    assert len(times) > 2
    assert min(began - ended for (_, ended), (began, _) in pairwise(times)) >= 0.02 * lookout.SHARE
