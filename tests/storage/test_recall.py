"""What one build knows is there for the next one, and nothing depends on it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from boardsite.diagnostics import Location
from boardsite.storage.cache import FILE, Cache, opened
from boardsite.storage.graph_writer import written
from boardsite.storage.memory import Memory
from boardsite.storage.recall import keep, recall

KEY = b"k" * 20


def place(path: str) -> Location:
    return Location(path, 1)


def worked(cache: Cache, *names: str) -> None:
    """Make some things, as a build does."""
    for name in names:
        cache.memory.of(name, place, f"content/{name}.md")


def at_next(cache: Cache) -> Memory:
    recall(cache, KEY)
    return cache.memory


def kept_after(cache: Cache, count: int) -> Cache:
    at_next(cache)
    worked(cache, *map(str, range(count)))
    keep(cache, KEY, {})
    return cache


def refuse(path: str) -> Location:
    raise AssertionError(path)


def test_the_next_build_makes_nothing_again() -> None:
    memory = at_next(kept_after(Cache(None, b""), 20))
    assert memory.lasts
    assert memory.of("7", refuse, "content/7.md") == place("content/7.md")


def test_what_was_given_differently_is_made_anew() -> None:
    memory = at_next(kept_after(Cache(None, b""), 20))
    assert memory.of("7", place, "content/other.md") == place("content/other.md")


def test_another_order_knows_nothing_of_it() -> None:
    cache = kept_after(Cache(None, b""), 20)
    recall(cache, b"o" * 20)
    assert not cache.memory.table("results")


def test_it_outlives_the_process(tmp_path: Path) -> None:
    with opened(tmp_path, b"engine") as cache:
        kept_after(cache, 20)
    with opened(tmp_path, b"engine") as cache:
        assert at_next(cache).of("7", refuse, "content/7.md") == place("content/7.md")


@pytest.mark.parametrize("damage", [b"", b"{}", b"\0" * 40, b"\2\0\0\0\0\0\0\0[]", b"\7\0\0\0\0\0\0\0[0,[]]"])
@pytest.mark.parametrize("is_index", [True, False], ids=["index", "part"])
def test_one_that_is_damaged_is_none(damage: bytes, is_index: bool) -> None:
    cache = kept_after(Cache(None, b""), 20)
    if is_index:
        cache.put(KEY, damage)
    else:
        cache.put_parts(KEY, [damage])
    memory = at_next(cache)
    assert memory.keeps
    assert not any(memory.tables.values())


def test_a_value_that_is_no_memory_is_none() -> None:
    cache = Cache(None, b"")
    cache.put_parts(KEY, written(("results", 1), {}))
    assert not any(at_next(cache).tables.values())


def test_a_few_news_do_not_have_all_of_it_written_again(monkeypatch: pytest.MonkeyPatch) -> None:
    cache = kept_after(Cache(None, b""), 1_000)
    at_next(cache)
    worked(cache, *(f"new-{n}" for n in range(10)))
    with monkeypatch.context() as closed:
        closed.setattr(Cache, "put", refuse)
        keep(cache, KEY, {})
    assert at_next(cache).table("results").keys() == {str(n) for n in range(1_000)}
    worked(cache, *(f"new-{n}" for n in range(40)))
    keep(cache, KEY, {})
    assert len(at_next(cache).table("results")) == 1_040


def test_what_was_made_anew_under_an_old_name_is_news() -> None:
    cache = kept_after(Cache(None, b""), 100)
    at_next(cache)
    for number in range(10):
        cache.memory.of(str(number), place, "content/other.md")
    keep(cache, KEY, {})
    assert at_next(cache).of("9", refuse, "content/other.md") == place("content/other.md")


def test_a_memory_full_of_what_nobody_asks_for_begins_anew() -> None:
    cache = kept_after(Cache(None, b""), 100)
    for turn in range(2):
        at_next(cache)
        worked(cache, *(f"turn-{turn}-{number}" for number in range(60)))
        keep(cache, KEY, {})
    assert not at_next(cache).table("results")


def test_what_cannot_be_kept_leaves_what_was_kept_before() -> None:
    cache = kept_after(Cache(None, b""), 20)
    at_next(cache)
    for number in range(15):
        cache.memory.of(f"odd-{number}", lambda: object())
    keep(cache, KEY, {})
    assert len(at_next(cache).table("results")) == 20


def rows(folder: Path) -> int:
    with sqlite3.connect(folder / FILE) as connection:
        (count,) = connection.execute("SELECT count(*) FROM remembered").fetchone()
    connection.close()
    return int(count)


def long_place(name: str) -> Location:
    return Location(name * 1_000, 1)


def test_a_memory_that_is_written_again_leaves_nothing_of_the_last_one(tmp_path: Path) -> None:
    counts = []
    for turn in range(4):
        with opened(tmp_path, b"engine") as cache:
            memory = at_next(cache)
            for number in range(600):
                memory.of(str(number), long_place, f"{turn % 2}-{number}")
            keep(cache, KEY, {})
        counts.append(rows(tmp_path))
    assert counts[0] > 3
    assert len(set(counts)) == 1
    with opened(tmp_path, b"engine") as cache:
        assert at_next(cache).of("7", refuse, "1-7") == long_place("1-7")
        cache.forget_parts(KEY)
    assert rows(tmp_path) == 0


def test_of_a_memory_one_part_of_which_is_lost_nothing_is_taken(tmp_path: Path) -> None:
    with opened(tmp_path, b"engine") as cache:
        memory = at_next(cache)
        for number in range(600):
            memory.of(str(number), long_place, f"{number}")
        keep(cache, KEY, {})
    with sqlite3.connect(tmp_path / FILE) as connection:
        connection.execute("DELETE FROM remembered WHERE key IN (SELECT key FROM remembered WHERE key != ? LIMIT 1)", (KEY,))
    connection.close()
    with opened(tmp_path, b"engine") as cache:
        assert not any(at_next(cache).tables.values())
