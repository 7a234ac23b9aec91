"""What is put by comes back as it was, from a file that nobody sees and that takes no room afterwards."""

from __future__ import annotations

import errno
import io
from pathlib import Path
from typing import Any

import pytest

from boardsite.between_builds import recall_last
from boardsite.digest import digest
from boardsite.pipeline import Order, build
from boardsite.rendering.artifact import Stored
from boardsite.storage.cache import opened
from boardsite.storage.engine import engine
from boardsite.storage.spool import Spool
from tests.support import small_site


def put(spool: Spool, content: bytes) -> bytes:
    """Put bytes by under the key of their digest, and return it."""
    key = digest((content,))
    spool.put(key, content)
    assert key in spool
    return key


def test_everything_comes_back_in_any_order_and_more_than_once(tmp_path: Path) -> None:
    spool, contents = Spool(tmp_path), [b"", b"one", b"\0" * 100_000, "ä".encode()]
    keys = [put(spool, content) for content in contents]
    for _ in range(2):
        assert [spool.get(key) for key in reversed(keys)] == contents[::-1]
    later = put(spool, b"later")
    assert (spool.get(later), spool.get(keys[1])) == (b"later", b"one")
    assert later in spool
    assert b"other" not in spool
    spool.close()
    assert list(tmp_path.iterdir()) == []


def test_where_the_disk_has_no_room_they_are_held(tmp_path: Path) -> None:
    for spool in (Spool(tmp_path / "not there"), Spool(None)):
        assert spool.get(put(spool, b"one")) == b"one"
        spool.close()


class _Nearly(io.FileIO):
    """A file on a disk that has room for so many bytes, and takes a few at a time."""

    room = 1_500

    def write(self, content: Any, /) -> int:
        taken = min(len(content), 400, self.room - self.tell())
        if taken <= 0:
            raise OSError(errno.ENOSPC, "No space left on device")
        return super().write(content[:taken])


def test_where_the_disk_gets_full_they_are_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("boardsite.storage.spool.TemporaryFile", lambda **_: _Nearly(tmp_path / "spool", "w+"))
    spool = Spool(tmp_path)
    contents = [b"a" * 1_000, b"b" * 1_000, b"c" * 300, b"d" * 300]
    keys = [put(spool, content) for content in contents]
    assert [spool.get(key) for key in keys] == contents
    assert (tmp_path / "spool").stat().st_size <= 1_500
    spool.close()


def test_a_command_holds_no_page_that_it_has_made(tmp_path: Path) -> None:
    root = small_site.write(tmp_path)
    order = Order(root, small_site.MOMENT)
    plain = build(order)
    with opened(root / ".cache", engine()) as cache:
        recall_last(order, cache)
        made = build(order, cache)
        pages = {path: artifact for path, artifact in made.files if path.endswith((".html", ".ics", ".png"))}
        assert len(pages) > 20
        assert all(isinstance(artifact.held, Stored) for artifact in pages.values())
        assert {path: artifact.content for path, artifact in made.files} == {p: a.content for p, a in plain.files}
        assert {path: artifact.digest for path, artifact in made.files} == {p: a.digest for p, a in plain.files}
