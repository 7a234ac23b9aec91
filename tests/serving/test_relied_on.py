"""The system is relied on to tell of saves once it has told of one, and no longer where it failed to."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import islice, pairwise
from pathlib import Path

import pytest

from boardsite.reading.looking import Glance, look
from boardsite.serving import lookout
from boardsite.serving.lookout import glances
from boardsite.serving.watch import changed

NOTHING = frozenset[str]()


@pytest.fixture
def page(tmp_path: Path) -> Path:
    page = tmp_path / "content" / "page.md"
    page.parent.mkdir()
    page.write_text("one")
    (page.parent / "other.md").write_text("one")
    return page


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> list[Glance]:
    """Return the glances at the whole tree, as they are made."""
    made: list[Glance] = []

    def noted(root: Path) -> Glance:
        made.append(look(root))
        return made[-1]

    monkeypatch.setattr(lookout, "look", noted)
    return made


@dataclass
class Script:
    """A system that does and tells what is written here, a line each time somebody waits for it."""

    lines: list[Callable[[], frozenset[str]]]
    asked: list[float] = field(default_factory=list)

    def wait(self, seconds: float, settled: float) -> frozenset[str]:
        self.asked.append(seconds)
        time.sleep(0.001)
        return self.lines.pop(0)() if self.lines else NOTHING


def nothing() -> frozenset[str]:
    return NOTHING


def saved(page: Path, *told: str) -> Callable[[], frozenset[str]]:
    """Save a page, and tell of these."""

    def save() -> frozenset[str]:
        page.write_text(page.read_text() + "x")
        return frozenset(told)

    return save


def told(*paths: str) -> Callable[[], frozenset[str]]:
    return lambda: frozenset(paths)


def waits(root: Path, monkeypatch: pytest.MonkeyPatch, *lines: Callable[[], frozenset[str]]) -> list[float]:
    """Return how long is waited each time, where the tree is looked at after each of them and no grace is given."""
    for name in ("ROUND", "PAUSE", "SHARE", "REST_SHARE"):
        monkeypatch.setattr(lookout, name, 0)
    monkeypatch.setattr(lookout, "AT_REST", LOOKS)
    if lookout.GRACE == 0.5:
        monkeypatch.setattr(lookout, "GRACE", 0)
    script = Script([nothing, *lines, nothing])
    list(islice(glances(root, look(root), listens=lambda *_: script), len(lines) + 2))
    return script.asked[1 : len(lines) + 2]  # the last is after all of them


RELIES, LOOKS = lookout.TICK, lookout.AT_ONCE
PAGE = "content/page.md"


def test_the_system_is_relied_on_once_it_has_told_of_a_save(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert waits(page.parents[1], monkeypatch, nothing, saved(page, PAGE), nothing) == [LOOKS, LOOKS, RELIES, RELIES]


def test_what_is_new_is_a_save(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    new = page.with_name("new.md")
    new_file = lambda: (new.write_text("x"), told("content/new.md")())[1]  # noqa: E731
    assert waits(page.parents[1], monkeypatch, nothing, new_file, nothing) == [LOOKS, LOOKS, RELIES, RELIES]


def test_not_after_it_has_told_of_nothing_that_was_saved(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert set(waits(page.parents[1], monkeypatch, told(PAGE), told(PAGE), nothing)) == {LOOKS}


def test_not_after_a_save_of_which_it_did_not_tell_and_again_when_it_does(
    page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = (saved(page, PAGE), nothing, saved(page), nothing, saved(page, PAGE), nothing)
    assert waits(page.parents[1], monkeypatch, *script) == [LOOKS, RELIES, RELIES, RELIES, LOOKS, RELIES, RELIES]


def test_never_again_after_it_has_failed_often(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    once = (saved(page, PAGE), saved(page), nothing)
    asked = waits(page.parents[1], monkeypatch, *once * lookout.MOST_FAILURES, saved(page, PAGE), nothing)
    assert asked == [*[LOOKS, RELIES, RELIES] * lookout.MOST_FAILURES, *[LOOKS] * 3]


def test_it_may_tell_a_little_late(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lookout, "GRACE", 3600)
    asked = waits(page.parents[1], monkeypatch, saved(page, PAGE), saved(page), nothing, told(PAGE), nothing)
    assert asked == [LOOKS, *[RELIES] * 5]
    monkeypatch.setattr(lookout, "GRACE", 0)
    assert waits(page.parents[1], monkeypatch, saved(page, PAGE), saved(page), nothing, told(PAGE))[-1] == LOOKS


def test_to_tell_of_something_else_is_not_enough_and_of_its_folder_is(
    page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other, root = page.with_name("other.md"), page.parents[1]
    asked = waits(root, monkeypatch, saved(page, PAGE), saved(page), saved(other, "content/other.md"), nothing)
    assert asked == [LOOKS, RELIES, RELIES, LOOKS, LOOKS]
    assert waits(root, monkeypatch, saved(page, PAGE), saved(page), told("content"), nothing)[-1] == RELIES


def test_what_was_saved_before_is_seen_and_not_held_against_the_system(
    page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, other = page.parents[1], page.with_name("other.md")
    script = Script([nothing, saved(page, PAGE), nothing])
    monkeypatch.setattr(lookout, "GRACE", 0)
    before = look(root)
    saved(other)()
    first, second, _ = islice(glances(root, before, listens=lambda *_: script), 3)
    assert (changed(before, first), changed(first, second)) == ({"content/other.md"}, {PAGE})
    assert script.asked[1:3] == [LOOKS, RELIES]


@pytest.mark.parametrize(("longest", "times"), [(3600, 5), (0, 0)])
def test_a_tree_of_which_the_system_tells_is_looked_at_less_the_longer_that_takes(
    page: Path, longest: float, times: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended: list[float] = []

    def slow(root: Path) -> Glance:
        time.sleep(0.02)
        found = look(root)
        ended.append(time.monotonic())
        return found

    root, script = page.parents[1], Script([nothing, saved(page, PAGE)])
    for name, value in {"look": slow, "ROUND": 0, "REST_SHARE": 5, "LONGEST": longest, "PAUSE": 0}.items():
        monkeypatch.setattr(lookout, name, value)
    for _ in glances(root, look(root), listens=lambda *_: script):
        if len(ended) == 4:
            break
    gaps = [later - earlier for earlier, later in pairwise(ended)][1:]  # before it has told of something
    assert min(gaps) >= 0.02 * (1 + times)
    assert times or min(gaps) < 0.06


def test_what_only_touches_a_file_need_not_be_told(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def touched() -> frozenset[str]:
        page.chmod(0o600)
        return NOTHING

    asked = waits(page.parents[1], monkeypatch, saved(page, PAGE), touched, nothing, nothing)
    assert asked == [LOOKS, *[RELIES] * 4]


@pytest.fixture
def is_told(page: Path, monkeypatch: pytest.MonkeyPatch, looks: list[Glance]) -> Callable[..., tuple[Glance, int]]:
    """Return what gives the last glance, and how often the tree was looked at, after the system was relied on."""

    def run(*lines: Callable[[], frozenset[str]], before: Callable[[], object] = nothing) -> tuple[Glance, int]:
        """Say each line to one who waits for the next; `before` is done before the first glance."""
        before()
        for name in ("ROUND", "TICK", "SHORT_LIVED"):
            monkeypatch.setattr(lookout, name, {"ROUND": 3600}.get(name, 0))
        root, script = page.parents[1], Script([nothing, saved(page, PAGE), *lines])
        looks.clear()
        *_, last = islice(glances(root, look(root), listens=lambda *_: script), len(lines) + 4)
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


def test_a_name_that_has_gone_again_and_one_that_is_passed_over_cost_no_look(
    page: Path, is_told: Callable[..., tuple[Glance, int]]
) -> None:
    _, looked = is_told(told("content/page.md.AbCdEf"), nothing, nothing)
    assert looked == 0
    litter = page.with_name(".page.md.swp")
    _, looked = is_told(told("content/.page.md.swp"), nothing, before=lambda: litter.write_text("x"))
    assert looked == 0
    _, looked = is_told(lambda: (litter.unlink(), told("content/.page.md.swp")())[1], nothing)
    assert looked == 1


def test_a_file_that_is_put_in_its_place_is_one_save(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Many editors write beside the file first."""
    root, beside = page.parents[1], page.with_name("page.md.AbCdEf")
    monkeypatch.setattr(lookout, "PAUSE", 3600)

    def written() -> frozenset[str]:
        beside.write_text("another")
        return frozenset({"content/page.md.AbCdEf"})

    def put() -> frozenset[str]:
        beside.replace(page)
        return frozenset({"content/page.md.AbCdEf", PAGE})

    script = Script([nothing, written, nothing, put])
    first, second = islice(glances(root, look(root), listens=lambda *_: script), 2)
    assert changed(first, second) == {PAGE}
    assert second == look(root)


def test_a_new_name_is_given_a_moment(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"PAUSE": 3600, "ROUND": 3600, "TICK": 0.3}.items():
        monkeypatch.setattr(lookout, name, value)
    root, new = page.parents[1], page.with_name("new.md")
    script = Script([nothing, saved(page, PAGE), told("content/new.md")])
    seen = glances(root, look(root), listens=lambda *_: script)
    list(islice(seen, 2))
    new.write_text("x")
    began = time.monotonic()
    assert any(each.path == "content/new.md" for each in next(seen).files)
    assert time.monotonic() - began >= lookout.SHORT_LIVED
    assert script.asked[-1] == lookout.SHORT_LIVED


def test_a_file_that_grows_and_grows_does_not_take_the_whole_processor(
    page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    took: list[float] = []

    def slow(root: Path) -> Glance:
        took.append(time.monotonic())
        time.sleep(0.02)
        return look(root)

    monkeypatch.setattr(lookout, "look", slow)
    monkeypatch.setattr(lookout, "PAUSE", 3600)
    new = page.with_name("new.md")

    def grown() -> frozenset[str]:
        with new.open("a", encoding="utf-8") as file:
            file.write("x")
        return frozenset({"content/new.md", "content/else"})

    script = Script([grown] * 200)
    (page.parent / "else").mkdir()  # told of, and never a file
    end = time.monotonic() + 0.4
    for _ in glances(page.parents[1], look(page.parents[1]), listens=lambda *_: script):
        if time.monotonic() > end:
            break
    assert all(later - earlier >= 0.02 * (1 + lookout.SHARE) for earlier, later in pairwise(took))
