"""Compiled templates are taken up by the next process, and only where they are whole and those of the same text."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from types import CodeType

import pytest

from boardsite.reading.sources import source_file
from boardsite.rendering import compiled
from boardsite.rendering.templates import Theme
from boardsite.storage import bytecode

NAME = "0123456789abcdef"
FILE = bytecode._file  # as it was before the suite gave it a folder of its own


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Python's own bytecode goes to a folder of the test, and a process that has compiled nothing yet begins."""
    monkeypatch.setattr(bytecode, "_file", FILE)
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(compiled, "_CODES", {})
    yield tmp_path


def code(text: str) -> CodeType:
    return compile(text, "a", "eval")


def the_file(folder: Path) -> Path:
    (found,) = (path for path in folder.rglob("*") if path.is_file())
    return found


def test_what_was_kept_is_found_under_its_mark_alone(folder: Path) -> None:
    bytecode.keep(NAME, b"mark", code("6 * 7"))
    found = bytecode.kept(NAME, b"mark")
    assert found is not None
    assert eval(found) == 42
    assert bytecode.kept(NAME, b"another mark") is None
    assert bytecode.kept("ffff", b"mark") is None
    assert the_file(folder).parent.name == Path(bytecode.__file__).parent.name


def test_the_newest_takes_the_place_of_the_last(folder: Path) -> None:
    bytecode.keep(NAME, b"old", code("1"))
    bytecode.keep(NAME, b"new", code("2"))
    assert bytecode.kept(NAME, b"old") is None
    assert bytecode.kept(NAME, b"new") == code("2")
    assert the_file(folder).stat().st_size < 1_000


def test_a_damaged_file_is_no_code(folder: Path) -> None:
    bytecode.keep(NAME, b"mark", code("6 * 7"))
    file = the_file(folder)
    whole = file.read_bytes()
    for at in range(len(whole)):
        file.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert bytecode.kept(NAME, b"mark") is None
    for end in range(len(whole)):
        file.write_bytes(whole[:end])
        assert bytecode.kept(NAME, b"mark") is None


def test_nothing_is_written_where_python_writes_none(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    bytecode.keep(NAME, b"mark", code("1"))
    assert list(folder.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="a file in the place of a folder says something else there")
def test_a_place_that_cannot_be_written_is_no_matter(folder: Path) -> None:
    bytecode.keep(NAME, b"mark", code("1"))
    where = the_file(folder).parent
    the_file(folder).unlink()
    where.rmdir()
    where.write_text("in the way")
    bytecode.keep(NAME, b"mark", code("1"))
    assert bytecode.kept(NAME, b"mark") is None


def test_a_disk_that_gets_full_keeps_no_half_of_it(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bytecode.keep(NAME, b"mark", code("1"))

    def full(self: Path, content: bytes) -> int:
        with self.open("wb") as file:
            file.write(content[:5])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    bytecode.keep(NAME, b"mark", code("2"))
    assert bytecode.kept(NAME, b"mark") == code("1")
    assert the_file(folder).is_file()


def test_another_jinja_compiles_anew(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page("one")
    monkeypatch.setattr("jinja2.__version__", "4.0")
    monkeypatch.setattr(compiled, "_CODES", {})
    monkeypatch.setattr("jinja2.environment.Environment._compile", lambda self, source, name: compile("", name, "exec"))
    with pytest.raises(KeyError, match="name"):
        page("one")


def test_two_programs_in_one_process_do_not_take_each_others(folder: Path) -> None:
    page("one", engine=b"")
    page("one", engine=b"engine")
    assert len(compiled._CODES) == 2


def page(text: str, script: bytes = b"", engine: bytes = b"engine") -> str:
    """Return a template's page as a new process would make it."""
    files = (source_file("theme/templates/a.html", text.encode()), source_file("theme/js/find/go.js", script))
    return Theme.of(files, engine).environment.get_template("a.html").render()


def test_the_next_process_compiles_nothing_that_is_the_same(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found: list[str] = []
    monkeypatch.setattr(
        "jinja2.environment.Environment._compile",
        lambda self, source, name: found.append(name) or compile(source, name, "exec"),
    )
    for text, engine, expected in (
        ("one", b"engine", 1), ("one", b"engine", 0), ("two", b"engine", 1), ("two", b"another", 1), ("two", b"another", 0),
    ):  # fmt: skip
        found.clear()
        compiled._CODES.clear()
        assert page(text, engine=engine) == text
        assert len(found) == expected


def test_without_a_program_nothing_is_kept(folder: Path) -> None:
    assert page("one", engine=b"") == "one"
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("is_next_process", [False, True], ids=["in the preview", "in the next process"])
def test_a_page_leads_to_a_script_as_it_is_now(is_next_process: bool) -> None:
    text = '{{ "find/go.js" | script | href }}'
    before = page(text, b"// one")
    if is_next_process:
        compiled._CODES.clear()
    after = page(text, b"// two")
    assert before != after
    compiled._CODES.clear()
    assert after == page(text, b"// two", engine=b"one that has kept nothing")
