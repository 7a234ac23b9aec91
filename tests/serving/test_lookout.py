"""Where the system may not tell of saves, the tree is looked at again and again, and what is likely more often."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import islice, pairwise
from pathlib import Path

import pytest

from boardsite.reading.looking import look
from boardsite.serving import lookout
from boardsite.serving.hearing import Deaf, Ear
from boardsite.serving.lookout import glances
from boardsite.serving.watch import changed


def deaf(_root: Path) -> Ear:
    """Be a system that tells nothing: the tree is looked at again and again."""
    return Deaf()


def test_the_tree_is_looked_at_again_and_again(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = page.parents[1]
    for name in ("PAUSE", "SHARE", "REST_SHARE"):  # however long a look takes here
        monkeypatch.setattr(lookout, name, 0)
    first = look(root)
    seen = glances(root, first, listens=deaf)
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
    seen = glances(root, first, listens=deaf)
    page.write_text("longer")
    assert changed(first, next(seen)) == {"content/page.md"}
    monkeypatch.setattr(lookout, "PAUSE", 60)
    monkeypatch.setattr(lookout, "LONGEST", 60)
    with monkeypatch.context() as closed:
        closed.setattr(lookout, "look", None)
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
    seen = glances(root, first, lambda: wanted, deaf)
    assert next(seen) == first
    wanted = frozenset({"content/page.md", "content/gone.md"})
    monkeypatch.setattr(lookout, "PAUSE", 60)
    monkeypatch.setattr(lookout, "LONGEST", 60)
    with monkeypatch.context() as closed:
        closed.setattr(lookout, "look", None)
        page.write_text("longer")
        assert next(seen) == look(root) != first


def test_what_was_saved_last_and_is_gone_is_told_with_the_rest(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = page.parents[1]
    for name in ("PAUSE", "SHARE", "REST_SHARE"):
        monkeypatch.setattr(lookout, name, 0)
    seen = glances(root, look(root), listens=deaf)
    page.write_text("longer")
    saved = next(seen)
    page.unlink()
    assert changed(saved, next(seen)) == {"content/page.md"}


def test_only_a_few_files_are_looked_at_all_the_time(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = page.parents[1]
    seen = glances(root, look(root), listens=deaf)
    for number in range(30):
        (page.parent / f"new-{number:02}.md").write_text("x")
    next(seen)
    asked: list[str] = []
    monkeypatch.setattr(lookout, "look_again", lambda each: asked.append(each.path) or each)
    next(seen)
    assert 0 < len(set(asked)) <= lookout.MOST_SAVED


def test_what_somebody_looks_at_now_counts(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root, wanted = page.parents[1], frozenset({"content/other.md"})
    before = look(root)
    seen = glances(root, before, lambda: wanted, deaf)
    list(islice(seen, 3))
    wanted = frozenset({"content/page.md"})
    list(islice(seen, 3))
    monkeypatch.setattr(lookout, "PAUSE", 60)
    monkeypatch.setattr(lookout, "LONGEST", 60)
    list(islice(seen, 3))
    page.write_text("longer")
    assert changed(before, next(seen)) == {"content/page.md"}


def test_while_nobody_saves_less_is_looked_at(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root, asked = page.parents[1], list[float]()

    class Waiting(Deaf):
        def wait(self, seconds: float, settled: float) -> frozenset[str]:
            asked.append(seconds)
            return super().wait(seconds, settled)

    seen = glances(root, look(root), listens=lambda _: Waiting())
    list(islice(seen, 4))
    assert set(asked) == {lookout.AT_REST}
    page.write_text("longer")
    list(islice(seen, 4))
    assert asked[-1] == lookout.AT_ONCE
    monkeypatch.setattr(lookout, "RESTS_AFTER", 0.2)
    time.sleep(0.21)
    page.chmod(0o600)  # which is no save
    list(islice(seen, 4))
    assert asked[-1] == lookout.AT_REST


Slow = Callable[[float], list[tuple[float, float]]]


@pytest.mark.parametrize(("after", "share"), [(3600, 3), (-1, 20)])
def test_a_tree_that_takes_long_to_look_at_is_looked_at_less(
    page: Path, after: float, share: int, slow_looks: Slow, monkeypatch: pytest.MonkeyPatch
) -> None:
    times = slow_looks(0.005)
    monkeypatch.setattr(lookout, "PAUSE", 0)
    monkeypatch.setattr(lookout, "RESTS_AFTER", after)
    before = look(page.parents[1])
    page.write_text("longer")
    for _ in glances(page.parents[1], before, listens=deaf):
        if len(times) == 4:
            break
    assert min(began - ended for (_, ended), (began, _) in pairwise(times)) >= 0.005 * share
