"""A file is read once in a run, and again when it looks different or could be different without looking so."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from boardsite.diagnostics import BoardsiteError
from boardsite.reading import sources
from boardsite.reading.sources import Known, SourceFile, read_tree

PAGE = "content/page.md"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / PAGE
    made.parent.mkdir()
    made.write_text("one")
    return made


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> Known:
    """What a run knows, for which every file was touched long ago."""
    monkeypatch.setattr(sources, "DOUBT_NS", -(10**12))
    return Known()


def read(file: Path, known: Known) -> SourceFile:
    (found,), _ = read_tree(file.parents[1], known)
    return found


def changed_without_looking_so(file: Path, known: Known) -> None:
    """Change the bytes as on a disk whose clock has not gone on: outside, all is as it was when it was read."""
    file.write_text("two")
    state = file.stat()
    marks = (state.st_size, state.st_mtime_ns, state.st_ctime_ns, state.st_ino)
    known.looks[PAGE] = replace(known.looks[PAGE], marks=marks)


def test_a_file_that_looks_as_it_did_is_not_read_again(file: Path, known: Known, monkeypatch: pytest.MonkeyPatch) -> None:
    first = read(file, known)

    def opened(path: Path, *_: object) -> None:
        raise AssertionError(path)

    monkeypatch.setattr(Path, "open", opened)
    assert read(file, known) is first


def test_a_file_that_looks_different_is_read(file: Path, known: Known) -> None:
    read(file, known)
    file.write_text("three")
    assert read(file, known).content == b"three"


def test_a_file_whose_bytes_are_the_same_is_the_one_that_was_there(file: Path, known: Known) -> None:
    first = read(file, known)
    file.touch()
    assert read(file, known) is first


def test_a_file_that_was_just_touched_is_read_every_time(file: Path) -> None:
    known = Known()
    read(file, known)
    changed_without_looking_so(file, known)
    assert read(file, known).content == b"two"


def test_a_file_that_is_gone_is_gone(file: Path, known: Known) -> None:
    read(file, known)
    file.unlink()
    assert read_tree(file.parents[1], known)[0] == ()
    assert known.looks == {}


def test_what_a_run_knows_makes_no_difference(file: Path, known: Known) -> None:
    assert read_tree(file.parents[1]) == read_tree(file.parents[1], known) == read_tree(file.parents[1], known)


@pytest.mark.parametrize("now", [b"another", b"", None])
def test_bytes_that_are_not_what_they_were_are_not_given(tmp_path: Path, now: bytes | None) -> None:
    path = tmp_path / "content/files/plan.pdf"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"%PDF-1.4")
    (read,), _ = read_tree(tmp_path)
    found = sources.unread(read)
    assert found.content == b"%PDF-1.4"
    path.unlink()
    if now is not None:
        path.write_bytes(now)
    with pytest.raises(BoardsiteError, match=r"content/files/plan\.pdf was changed or removed"):
        _ = found.content


def test_who_lets_go_of_bytes_has_them_read_again(file: Path, known: Known) -> None:
    found = read(file, known)
    found.let_go()
    assert found.held is None
    assert found.content == b"one"
    apart = sources.source_file(PAGE, b"from elsewhere")
    apart.let_go()
    assert apart.content == b"from elsewhere"


@pytest.mark.parametrize("content", [b"x" * 2_500_001, b" " * 2_500_001, b" " * 2_500_000 + b"x"], ids=["x", "blank", "late"])
def test_a_large_file_is_not_held(file: Path, content: bytes) -> None:
    file = file.rename(file.with_name("plan.pdf"))
    file.write_bytes(content)
    found = read(file, Known(holds_all=False))
    assert found.held is None
    assert found.content == content
    whole = read(file, Known())
    assert whole.held is not None
    assert (found, found.size, found.is_blank) == (whole, whole.size, whole.is_blank)
