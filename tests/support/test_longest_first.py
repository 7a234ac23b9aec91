"""The list of the files that take longest is of files that are there, and sorts whole files."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

from tests.support.longest_first import LONGEST, longest_first

ROOT = Path(__file__).parents[2]


def test_every_file_of_the_list_is_there_and_is_in_it_once() -> None:
    assert [name for name in LONGEST if not (ROOT / name).is_file()] == []
    assert len(set(LONGEST)) == len(LONGEST)


def test_long_files_come_first_and_all_else_stays_as_it_is() -> None:
    names = [f"tests/b.py::{LONGEST[1]}", LONGEST[1], LONGEST[0], "tests/a.py", LONGEST[1], LONGEST[0]]
    items: list[Any] = [SimpleNamespace(location=(name, 0, ""), place=place) for place, name in enumerate(names)]
    assert [item.place for item in longest_first(items)] == [2, 5, 1, 4, 0, 3]
