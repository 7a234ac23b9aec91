"""docs/limits.md has the figures of the program: its tables are compared with the constants and the declarations."""

from __future__ import annotations

import importlib
import re
from datetime import timedelta

import pytest

from boardsite.schema import kinds
from boardsite.schema.content_types import CONTENT_TYPES
from boardsite.schema.fields import Field, ListOf, Record
from tests.support.small_site import ROOT

PAGE = ROOT / "docs" / "limits.md"
FIELDS_HEAD = "| where | setting | most |\n|---|---|--:|\n"
# Modules in which every whole number in capitals is a bound, so that none may be missing from the page.
WHOLE = {
    "reading/looking.py": "MOST_",
    "reading/located.py": "MOST_",
    "patience.py": "",
    "markup/limits.py": "",
    "calendars/limits.py": "",
    "importing/limits.py": "",
    "fetching/limits.py": "",
}
_ROW = re.compile(r"^\| [^|]+ \| ([\d, ]+) \| `([a-z_/]+\.py)` `([A-Z_]+)` \|", re.M)


def rows() -> list[tuple[str, str, str]]:
    """Return figure, module and name of each row that names a constant."""
    return _ROW.findall(PAGE.read_text("utf-8"))


def constant(path: str, name: str) -> object:
    return getattr(importlib.import_module("boardsite." + path.removesuffix(".py").replace("/", ".")), name)


def written(value: object) -> list[int]:
    """Return the figures a constant should have on the page; lengths of time are told in days."""
    if isinstance(value, timedelta):
        return [value.days]
    return list(value) if isinstance(value, tuple) else [value] if isinstance(value, int) else []


def figures(text: str) -> list[int]:
    return [int(part.replace(",", "")) for part in text.strip().split(", ")]


def test_there_are_rows_to_compare() -> None:
    assert len(rows()) > 40


@pytest.mark.parametrize(("figure", "path", "name"), rows(), ids=lambda part: part.strip())
def test_a_figure_is_the_one_of_the_program(figure: str, path: str, name: str) -> None:
    assert written(constant(path, name)) == figures(figure)


@pytest.mark.parametrize("path", WHOLE)
def test_no_bound_of_reading_is_missing(path: str) -> None:
    module = importlib.import_module("boardsite." + path.removesuffix(".py").replace("/", "."))
    bounds = {n for n, v in vars(module).items() if n.isupper() and n.startswith(WHOLE[path]) and isinstance(v, int)}
    assert bounds
    assert bounds - {name for _, where, name in rows() if where == path} == set()


def test_every_code_on_the_page_is_one_that_we_say() -> None:
    said = "".join(p.read_text("utf-8") for p in sorted((ROOT / "boardsite" / "messages").glob("*.py")))
    codes = set(re.findall(r"`([a-z]+\.[a-z]+(?:-[a-z]+)+)`", PAGE.read_text("utf-8")))
    assert codes
    assert {code for code in codes if f'"{code}"' not in said} == set()


def bounds_of(fields: tuple[Field, ...], above: str = "") -> list[tuple[str, str]]:
    """Return the name and the bound of each field that has one, those inside records too."""
    found = []
    for field in fields:
        name, kind = above + field.name, field.kind
        if isinstance(kind, Record):
            found += [(name, f"{kind.most:,} entries")] if kind.is_list else []
            found += bounds_of(kind.fields, name + ".")
        elif isinstance(kind, ListOf):
            letters = f" × {kind.kind.most}" if isinstance(kind.kind, kinds.Text) else " entries"
            found.append((name, f"{kind.most}{letters}"))
        elif isinstance(kind, kinds.Text):
            found.append((name, f"{kind.most} letters"))
        elif isinstance(kind, kinds.Number):
            found.append((name, f"{kind.least} to {kind.most}"))
    return found


def fields_table() -> str:
    rows_of = (f"| {t.name} | `{name}` | {most} |" for t in CONTENT_TYPES for name, most in bounds_of(t.fields))
    return FIELDS_HEAD + "\n".join(rows_of) + "\n"


def test_the_table_of_settings_is_current(updates_golden: bool) -> None:
    text = PAGE.read_text("utf-8")
    if updates_golden:
        text = text.partition(FIELDS_HEAD)[0] + fields_table()
        PAGE.write_text(text, "utf-8")
    assert FIELDS_HEAD + text.partition(FIELDS_HEAD)[2] == fields_table()
