"""The cache gives back what was put in, or nothing; whatever happens to its file, results do not change."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from boardsite.pipeline import Order, build
from boardsite.storage.cache import FILE, opened
from boardsite.storage.engine import engine
from tests.support import small_site

ENGINE = b"one"


def put(folder: Path, *values: bytes, program: bytes = ENGINE) -> None:
    with opened(folder, program) as cache:
        for value in values:
            cache.put(cache.key("kind", (value[:4],)), value)


def get(folder: Path, start: bytes, program: bytes = ENGINE) -> bytes | None:
    with opened(folder, program) as cache:
        return cache.get(cache.key("kind", (start,)))


def test_a_value_is_there_in_the_next_run_of_the_same_program_only(tmp_path: Path) -> None:
    put(tmp_path, b"value", b"")
    assert get(tmp_path, b"valu") == b"value"
    assert get(tmp_path, b"") == b""
    assert get(tmp_path, b"valu", program=b"another") is None
    assert get(tmp_path, b"other") is None


def test_what_is_new_is_written_once_and_can_be_kept_in_between(tmp_path: Path) -> None:
    with opened(tmp_path, b"program") as cache:
        first, second = cache.key("page", [b"a"]), cache.key("page", [b"b"])
        cache.put(first, b"A")
        cache.save()
        with opened(tmp_path, b"program") as other:
            assert other.get(first) == b"A"
            other.put(first, b"of the other")
        cache.put(second, b"B")
    with opened(tmp_path, b"program") as later:
        assert (later.get(first), later.get(second)) == (b"of the other", b"B")


def test_parts_of_a_key_are_kept_apart(tmp_path: Path) -> None:
    with opened(tmp_path, ENGINE) as cache:
        assert cache.key("kind", (b"ab", b"c")) != cache.key("kind", (b"a", b"bc"))
        assert cache.key("kind", (b"a",)) != cache.key("other", (b"a",))


def test_what_no_build_uses_is_let_go(tmp_path: Path) -> None:
    put(tmp_path, *(b"%03d" % number for number in range(1_000, 4_000)))
    put(tmp_path, b"new")
    with sqlite3.connect(tmp_path / FILE) as connection:
        assert connection.execute("SELECT count(*) FROM remembered").fetchone()[0] < 10
    assert get(tmp_path, b"new") == b"new"


def test_without_a_folder_to_write_nothing_is_kept_and_all_goes_on(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    put(tmp_path / "file", b"value")
    assert get(tmp_path / "file", b"valu") is None


def test_a_damaged_file_that_cannot_be_taken_away_keeps_nothing_and_all_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, b"value")
    (tmp_path / FILE).write_bytes(b"no database " * 99)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "in use")

    monkeypatch.setattr(Path, "unlink", refuse)
    put(tmp_path, b"value")
    assert get(tmp_path, b"valu") is None
    monkeypatch.undo()
    put(tmp_path, b"value")
    assert get(tmp_path, b"valu") == b"value"


def test_the_program_is_part_of_every_key(monkeypatch: pytest.MonkeyPatch) -> None:
    first = engine()
    assert engine() == first
    monkeypatch.setattr("sys.version", "another")
    assert engine() != first


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def emptied(file: Path) -> None:
    file.write_bytes(b"")


def scribbled(file: Path) -> None:
    content = bytearray(file.read_bytes())
    for at in range(200, len(content), 97):
        content[at] ^= 0x55
    file.write_bytes(bytes(content))


def scribbled_head(file: Path) -> None:
    file.write_bytes(b"x" * 100 + file.read_bytes()[100:])


def another_file(file: Path) -> None:
    file.write_bytes(b"a picture, perhaps" * 1000)


def a_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


def another_table(file: Path) -> None:
    file.unlink()
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE remembered (name TEXT)")


def values_of_others(file: Path) -> None:
    with sqlite3.connect(file) as connection:
        (value,) = connection.execute("SELECT value FROM remembered LIMIT 1").fetchone()
        connection.execute("UPDATE remembered SET value = substr(?, 1, 30)", (value,))


def values_are_words(file: Path) -> None:
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE remembered SET value = 'words'")


def flipped_bits(file: Path) -> None:
    with sqlite3.connect(file) as connection:
        rows = connection.execute("SELECT key, value FROM remembered").fetchall()
        for key, value in rows:
            changed = value[:-3] + bytes([value[-3] ^ 1]) + value[-2:]
            connection.execute("UPDATE remembered SET value = ? WHERE key = ?", (changed, key))


def unreadable(file: Path) -> None:
    file.chmod(0)


DAMAGE = [
    cut, emptied, scribbled, scribbled_head, another_file, a_folder, another_table, values_of_others, values_are_words,
    flipped_bits, unreadable, Path.unlink,
]  # fmt: skip


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes]]:
    root = small_site.write(tmp_path_factory.mktemp("cached"))
    outcome = build(Order(root, small_site.MOMENT))
    return root, {path: artifact.content for path, artifact in outcome.files}


@pytest.mark.parametrize("damage", DAMAGE, ids=lambda damage: damage.__name__)
def test_no_damage_to_the_file_changes_the_site(
    damage: Callable[[Path], object], site: tuple[Path, dict[str, bytes]], tmp_path: Path
) -> None:
    root, clean = site
    for step in ("cold", "warm", "damaged", "mended"):
        if step == "damaged":
            damage(tmp_path / FILE)
        with opened(tmp_path, ENGINE) as cache:
            outcome = build(Order(root, small_site.MOMENT), cache)
        assert {path: artifact.content for path, artifact in outcome.files} == clean, step


def test_a_second_build_takes_its_pages_from_the_cache(site: tuple[Path, dict[str, bytes]], tmp_path: Path) -> None:
    root, clean = site
    with opened(tmp_path, ENGINE) as cache:
        build(Order(root, small_site.MOMENT), cache)
    before = (tmp_path / FILE).stat().st_mtime_ns
    with opened(tmp_path, ENGINE) as cache:
        outcome = build(Order(root, small_site.MOMENT), cache)
        assert not cache._fresh
    assert {path: artifact.content for path, artifact in outcome.files} == clean
    assert (tmp_path / FILE).stat().st_mtime_ns == before


def test_a_value_counts_under_its_own_key_alone(tmp_path: Path) -> None:
    with opened(tmp_path, b"program") as cache:
        for key, is_packed in ((b"a" * 20, True), (b"b" * 20, False), (b"c" * 20, False)):
            cache.put(key, b"value of " + key, is_packed=is_packed)
    with sqlite3.connect(tmp_path / FILE) as rows:
        rows.execute("UPDATE remembered SET value = (SELECT value FROM remembered WHERE key = ?)", (b"a" * 20,))
    rows.close()
    with opened(tmp_path, b"program") as cache:
        assert [cache.get(key * 20) for key in (b"a", b"b", b"c")] == [b"value of " + b"a" * 20, None, None]


@pytest.mark.parametrize("is_packed", [True, False])
def test_no_letter_of_a_value_can_be_changed(tmp_path: Path, *, is_packed: bool) -> None:
    key, value = b"k" * 20, b"one value, kept as it is or packed"
    with opened(tmp_path, b"program") as cache:
        cache.put(key, value, is_packed=is_packed)
    with sqlite3.connect(tmp_path / FILE) as rows:
        ((whole,),) = rows.execute("SELECT value FROM remembered").fetchall()
        for at in range(len(whole)):
            rows.execute("UPDATE remembered SET value = ?", (whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :],))
            rows.commit()
            with opened(tmp_path, b"program") as cache:
                assert cache.get(key) in (None, value), at
    rows.close()


def test_what_is_new_does_not_wait_in_memory_for_the_end(tmp_path: Path) -> None:
    with opened(tmp_path, ENGINE) as cache:
        values = {cache.key("page", (b"%d" % number,)): b"%d" % number * 400_000 for number in range(60)}
        for key, value in values.items():
            cache.put(key, value)
            assert sum(len(part) for parts in cache._fresh.values() for part in parts) <= 8_000_000 + len(value)
        assert {key: cache.get(key) for key in values} == values
        with opened(tmp_path, ENGINE) as other:
            assert sum(other.get(key) is not None for key in values) > 30


def test_what_another_program_keeps_from_being_written_is_remembered_within_the_run(tmp_path: Path) -> None:
    put(tmp_path, b"value")
    with opened(tmp_path, ENGINE) as cache:
        blocking = sqlite3.connect(tmp_path / FILE)
        blocking.execute("BEGIN EXCLUSIVE")
        keys = [cache.key("page", (b"%d" % number,)) for number in range(4)]
        for key in keys:
            cache.put(key, key * 200_000)
        assert [cache.get(key) for key in keys] == [key * 200_000 for key in keys]
        blocking.close()
    assert get(tmp_path, b"valu") == b"value"


def test_a_preview_writes_when_it_is_told_to_and_not_before(tmp_path: Path) -> None:
    put(tmp_path, b"before")
    with opened(tmp_path, ENGINE, builds_often=True) as cache:
        cache.put(cache.key("kind", (b"1111",)), b"1" * 2_000_000)
        assert get(tmp_path, b"1111") is None
        cache.save()
        assert get(tmp_path, b"1111") == b"1" * 2_000_000


def test_a_preview_tries_again_after_another_program_was_at_work(tmp_path: Path) -> None:
    put(tmp_path, b"value")
    with opened(tmp_path, ENGINE, builds_often=True) as cache:
        key = cache.key("page", (b"1",))
        cache.put(key, b"one")
        with closing(sqlite3.connect(tmp_path / FILE)) as blocking:
            blocking.execute("BEGIN EXCLUSIVE")
            cache.save()
        assert cache.get(cache.key("kind", (b"valu",))) == b"value"
        cache.save()
        with opened(tmp_path, ENGINE) as other:
            assert other.get(key) == b"one"
