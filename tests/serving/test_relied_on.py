"""The system is relied on to tell of saves once it has told of one, and no longer where it failed to."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice, pairwise
from pathlib import Path

import pytest

from boardsite.reading.looking import look
from boardsite.serving import lookout
from boardsite.serving.lookout import glances
from boardsite.serving.watch import changed
from tests.support.scripted_ear import NOTHING, Script, nothing, saved, told


def waits(
    root: Path, monkeypatch: pytest.MonkeyPatch, *lines: Callable[[], frozenset[str]], grace: float = 0
) -> list[float]:
    """Return how long is waited each time, where the tree is looked at after each of them."""
    for name in ("ROUND", "PAUSE", "SHARE", "REST_SHARE"):
        monkeypatch.setattr(lookout, name, 0)
    monkeypatch.setattr(lookout, "AT_REST", LOOKS)
    monkeypatch.setattr(lookout, "GRACE", grace)
    script = Script([nothing, *lines, nothing])
    list(islice(glances(root, look(root), listens=lambda _: script), len(lines) + 2))
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
    lines = (saved(page, PAGE), saved(page), nothing, told(PAGE), nothing)
    assert waits(page.parents[1], monkeypatch, *lines, grace=3600) == [LOOKS, *[RELIES] * 5]
    assert waits(page.parents[1], monkeypatch, *lines)[-1] == LOOKS


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
    first, second, _ = islice(glances(root, before, listens=lambda _: script), 3)
    assert (changed(before, first), changed(first, second)) == ({"content/other.md"}, {PAGE})
    assert script.asked[1:3] == [LOOKS, RELIES]


@pytest.mark.parametrize(("longest", "share"), [(3600, 5), (0, 0)])
def test_a_tree_of_which_the_system_tells_is_looked_at_less_the_longer_that_takes(
    page: Path,
    longest: float,
    share: int,
    slow_looks: Callable[[float], list[tuple[float, float]]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    root, script, times = page.parents[1], Script([nothing, saved(page, PAGE)]), slow_looks(0.02)
    for name, value in {"ROUND": 0, "REST_SHARE": 5, "LONGEST": longest, "PAUSE": 0}.items():
        monkeypatch.setattr(lookout, name, value)
    for _ in glances(root, look(root), listens=lambda _: script):
        if len(times) == 4:
            break
    gaps = [began - ended for (_, ended), (began, _) in pairwise(times)][1:]  # before it has told of something
    assert min(gaps) >= 0.02 * share
    assert share or min(gaps) < 0.02 * 5


def test_what_only_touches_a_file_need_not_be_told(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def touched() -> frozenset[str]:
        page.chmod(0o600)
        return NOTHING

    asked = waits(page.parents[1], monkeypatch, saved(page, PAGE), touched, nothing, nothing)
    assert asked == [LOOKS, *[RELIES] * 4]


def test_never_where_nothing_is_heard_any_more(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root, script = page.parents[1], Script([nothing, saved(page, "content/page.md"), nothing])
    monkeypatch.setattr(lookout, "AT_REST", LOOKS)
    seen = glances(root, look(root), listens=lambda _: script)
    list(islice(seen, 3))
    assert script.asked[-1] == RELIES
    script.hears = False
    list(islice(seen, 3))
    assert script.asked[-1] == LOOKS


def test_where_it_failed_it_is_asked_anew(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("ROUND", "PAUSE", "SHARE", "REST_SHARE", "GRACE"):
        monkeypatch.setattr(lookout, name, 0)
    script = Script([nothing, saved(page, "content/page.md"), saved(page), nothing, nothing])
    asked: list[Path] = []
    list(islice(glances(page.parents[1], look(page.parents[1]), listens=lambda root: asked.append(root) or script), 5))
    assert asked == [page.parents[1]] * 2
