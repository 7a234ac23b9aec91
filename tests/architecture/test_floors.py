"""A module imports from lower floors, and inside its own room; docs/architecture.md draws the same table."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.architecture.source_tree import ROOT, Module, imports, modules

# The longest name that fits decides. Rooms of one floor do not know each other.
FLOORS: dict[str, int] = {
    "boardsite.diagnostics": 0,
    "boardsite.messages": 0,
    "boardsite.dataclass": 0,
    "boardsite.digest": 0,
    "boardsite.text": 0,
    "boardsite.audiences": 0,
    "boardsite.clock": 0,
    "boardsite.patience": 0,
    "boardsite.reading": 1,
    "boardsite.storage": 1,
    "boardsite.schema": 2,
    "boardsite.markup": 2,
    "boardsite.calendars": 2,
    "boardsite.model": 3,
    "boardsite.pages": 4,
    "boardsite.rendering.artifact": 4,  # what rendering hands to publishing: a value both may know
    "boardsite.rendering": 5,
    "boardsite.publishing": 5,
    "boardsite.pipeline": 6,
    "boardsite.between_builds": 7,
    "boardsite.serving": 7,
    "boardsite.importing": 7,
    "boardsite.comparing": 7,
    "boardsite.reviewing": 7,
    "boardsite.fetching": 7,
    "boardsite.reporting": 7,
    "boardsite.machine_reports": 7,
    "boardsite.commands": 8,
    "boardsite.cli": 9,
    "boardsite.__main__": 10,
}
# Floor 0 has an inner order: these may use each other as written here, and nothing else of the package.
GROUND = {
    "boardsite.dataclass": set(),
    "boardsite.diagnostics": {"boardsite.dataclass"},
    "boardsite.digest": {"boardsite.diagnostics"},
    "boardsite.text": set(),
    "boardsite.audiences": set(),
    "boardsite.clock": {"boardsite.dataclass"},
    "boardsite.patience": set(),
    "boardsite.messages": {"boardsite.diagnostics", "boardsite.text", "boardsite.clock"},
}
# Packages from outside, and the only rooms (or modules) that know each.
OUTSIDE = {
    "yaml": ("boardsite.reading",),
    "frontmatter": ("boardsite.reading",),
    "markdown": ("boardsite.markup",),
    "nh3": ("boardsite.markup",),
    "icalendar": ("boardsite.calendars", "boardsite.importing"),
    "dateutil": ("boardsite.calendars",),
    "jinja2": ("boardsite.rendering",),
    "markupsafe": ("boardsite.rendering",),
    "zxingcpp": ("boardsite.rendering.qr_codes",),
    "watchfiles": ("boardsite.serving.hearing",),
    "PIL": ("boardsite.model.pictures", "boardsite.rendering", "boardsite.publishing"),
}


def room(name: str) -> str:
    """Return the entry of FLOORS a module belongs to, or ""."""
    return max((entry for entry in FLOORS if name == entry or name.startswith(entry + ".")), key=len, default="")


def wrong_imports(root: Path) -> list[str]:
    """Return one line for each import that goes up or sideways, or uses an outside package past its door."""
    tree = modules(root)
    known = frozenset(module.name for module in tree) | FLOORS.keys()
    return [
        f"{module.path}:{line}: {module.name} imports {target}: {trouble}"
        for module in tree
        for line, target in imports(module, known)
        if (trouble := _trouble(module, target))
    ]


def _trouble(module: Module, target: str) -> str:
    here = room(module.name)
    if not here:
        return "" if module.name == "boardsite" else "this module is on no floor (see FLOORS)"
    outside = target.split(".")[0]
    if outside in OUTSIDE:
        is_known = f"{module.name}.".startswith(tuple(f"{known}." for known in OUTSIDE[outside]))
        return "" if is_known else f"{outside} is behind {' and '.join(OUTSIDE[outside])}"
    if outside != "boardsite":
        return ""
    there = room(target)
    if not there:
        return "that is on no floor"
    if here == there:
        return ""
    if here in GROUND:
        return "" if there in GROUND[here] else "the ground floor stands on nothing else"
    return "" if FLOORS[there] < FLOORS[here] else "not a lower floor"


def test_every_import_goes_down() -> None:
    assert wrong_imports(ROOT) == []


def test_there_is_something_to_look_at() -> None:
    assert {"boardsite.diagnostics", "boardsite.messages"} <= {module.name for module in modules(ROOT)}


@pytest.mark.parametrize(
    ("path", "text", "trouble"),
    [
        ("reading/sources.py", "from boardsite.model import routes", "not a lower floor"),
        ("reading/sources.py", "from boardsite import pipeline", "not a lower floor"),
        ("reading/sources.py", "def f():\n    import boardsite.cli", "not a lower floor"),
        ("markup/convert.py", "from boardsite.calendars.zones import resolve", "not a lower floor"),
        ("markup/convert.py", "from ..schema import fields", "not a lower floor"),
        ("text.py", "from boardsite.clock import Month", "the ground floor stands on nothing else"),
        ("messages/news.py", "from boardsite.digest import of", "the ground floor stands on nothing else"),
        ("model/routes.py", "import yaml", "yaml is behind boardsite.reading"),
        ("pages/home.py", "from jinja2 import Environment", "jinja2 is behind boardsite.rendering"),
        ("helpers.py", "import boardsite.text", "this module is on no floor (see FLOORS)"),
    ],
)
def test_a_planted_import_is_found(tmp_path: Path, path: str, text: str, trouble: str) -> None:
    _plant(tmp_path, path, text)
    (finding,) = wrong_imports(tmp_path)
    assert finding.endswith(trouble)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("calendars/series.py", "from boardsite.calendars.zones import resolve\nfrom . import reader"),
        ("messages/news.py", "from boardsite.diagnostics import Diagnostic\nfrom boardsite.messages import files"),
        ("commands/build.py", "from boardsite.pipeline import run\nimport json"),
        ("rendering/templates.py", "import jinja2\nfrom boardsite.pages.target import Target"),
    ],
)
def test_an_import_that_goes_down_is_not(tmp_path: Path, path: str, text: str) -> None:
    _plant(tmp_path, path, text)
    assert wrong_imports(tmp_path) == []


def _plant(root: Path, path: str, text: str) -> None:
    file = root / "boardsite" / path
    file.parent.mkdir(parents=True)
    file.write_text(text)
