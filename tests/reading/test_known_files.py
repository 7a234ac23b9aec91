"""A file is read once in a run, and again when it looks different or could be different without looking so."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from boardsite.reading.sources import Known, SourceFile, read_tree

PAGE = "content/page.md"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / PAGE
    made.parent.mkdir()
    made.write_text("one")
    return made


def known(file: Path, later: timedelta) -> Known:
    """Return the memory of a run that began so much later than the file was touched."""
    return Known(datetime.fromtimestamp(file.stat().st_ctime, UTC) + later)


def read(file: Path, known: Known) -> SourceFile:
    (found,), _ = read_tree(file.parents[1], known)
    return found


def changed_without_looking_so(file: Path, known: Known) -> None:
    """Change the bytes as on a disk whose clock has not gone on: outside, all is as it was when it was read."""
    file.write_text("two")
    state = file.stat()
    marks = (state.st_size, state.st_mtime_ns, state.st_ctime_ns, state.st_ino)
    known.looks[PAGE] = replace(known.looks[PAGE], marks=marks)


def test_a_file_that_looks_as_it_did_is_not_read_again(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run = known(file, timedelta(days=1))
    first = read(file, run)

    def read_bytes(path: Path) -> bytes:
        raise AssertionError(path)

    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    assert read(file, run) is first


def test_a_file_that_looks_different_is_read(file: Path) -> None:
    run = known(file, timedelta(days=1))
    read(file, run)
    file.write_text("three")
    assert read(file, run).content == b"three"


def test_a_file_whose_bytes_are_the_same_is_the_one_that_was_there(file: Path) -> None:
    run = known(file, timedelta(days=1))
    first = read(file, run)
    file.touch()
    assert read(file, run) is first


@pytest.mark.parametrize("later", [timedelta(seconds=1), timedelta(0), timedelta(days=-1)])
def test_a_file_that_was_touched_just_before_or_after_is_read_every_time(file: Path, later: timedelta) -> None:
    run = known(file, later)
    read(file, run)
    changed_without_looking_so(file, run)
    assert read(file, run).content == b"two"


def test_a_file_that_is_gone_is_gone(file: Path) -> None:
    run = known(file, timedelta(days=1))
    read(file, run)
    file.unlink()
    assert read_tree(file.parents[1], run)[0] == ()


def test_what_a_run_knows_makes_no_difference(file: Path) -> None:
    run = known(file, timedelta(days=1))
    assert read_tree(file.parents[1]) == read_tree(file.parents[1], run) == read_tree(file.parents[1], run)
