"""Files of editors are never written over, never half written, and never lost to somebody else's save."""

from __future__ import annotations

from pathlib import Path

import pytest

from boardsite.commands import filing
from boardsite.diagnostics import BoardsiteError


def test_a_new_file_is_written_with_its_folders(tmp_path: Path) -> None:
    filing.put(tmp_path, "lscgs/east/news/a.md", b"text")
    assert (tmp_path / "lscgs/east/news/a.md").read_bytes() == b"text"


def test_a_file_that_is_there_stays(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"mine")
    with pytest.raises(BoardsiteError, match="already"):
        filing.put(tmp_path, "a.md", b"text")
    assert (tmp_path / "a.md").read_bytes() == b"mine"


def test_a_link_is_not_followed_to_a_new_file(tmp_path: Path) -> None:
    (tmp_path / "a.md").symlink_to(tmp_path / "elsewhere.md")
    with pytest.raises(BoardsiteError, match="already"):
        filing.put(tmp_path, "a.md", b"text")
    assert not (tmp_path / "elsewhere.md").exists()


def test_a_whole_file_is_exchanged_only_where_nobody_else_has_saved(tmp_path: Path) -> None:
    path = tmp_path / "contacts.yaml"
    path.write_bytes(b"old")
    filing.replace(tmp_path, "contacts.yaml", b"old", b"new")
    assert path.read_bytes() == b"new"
    with pytest.raises(BoardsiteError, match="Somebody else"):
        filing.replace(tmp_path, "contacts.yaml", b"old", b"newer")
    assert path.read_bytes() == b"new"
    assert [each.name for each in tmp_path.iterdir()] == ["contacts.yaml"]


def test_what_cannot_be_written_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(BoardsiteError, match="could not be written"):
        filing.put(tmp_path, "file/a.md", b"text")
    with pytest.raises(BoardsiteError, match="could not be written"):
        filing.replace(tmp_path, "nowhere.yaml", b"", b"text")
