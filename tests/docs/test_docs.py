"""The pages that people write by hand name what is there: rooms, doors, commands, options, files, decisions."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

import pytest

from boardsite.commands import arguments
from boardsite.diagnostics import Diagnostic
from boardsite.schema.scaffold import NEW
from tests.architecture.source_tree import modules
from tests.architecture.test_floors import FLOORS, room
from tests.support.small_site import ROOT

DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
HEADINGS = ["Context", "Options", "Decision", "Consequences"]
WRITTEN = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
# What the worked example of CONTRIBUTING.md tells people to make.
TO_BE_MADE = {
    "boardsite/pages/resources.py",
    "tests/pages/test_resources.py",
    "theme/templates/pages/resource-list.html",
}
_LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
_PATH = re.compile(r"`((?:boardsite|tests|theme|docs)/[\w/.-]+\.\w+)`")
_ROOMS = re.compile(r"^\| (\d+) \| (`[\w.]+`(?:, `[\w.]+`)*) \|", re.M)


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_decisions_are_numbered_without_gaps() -> None:
    assert [path.name[:4] for path in DECISIONS] == [f"{number:04}" for number in range(1, len(DECISIONS) + 1)]


@pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.stem)
def test_a_decision_has_its_four_parts_and_is_half_a_page(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.startswith(f"# {path.name[:4]} ")
    assert re.findall(r"^## (.+)$", text, re.M) == HEADINGS
    assert all(part.strip() for part in re.split(r"^## .+$", text, flags=re.M)[1:])
    assert len(text.splitlines()) <= 50


def test_every_room_stands_in_the_architecture_with_its_floor() -> None:
    rooms = {found for module in modules(ROOT) if (found := room(module.name))}
    text = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    told = {name.strip("` "): int(floor) for floor, names in _ROOMS.findall(text) for name in names.split(",")}
    assert told == {name: FLOORS[name] for name in rooms}


def test_the_architecture_is_two_pages() -> None:
    assert len((ROOT / "docs" / "architecture.md").read_text("utf-8").splitlines()) <= 120


@pytest.mark.parametrize("path", WRITTEN, ids=named)
def test_every_link_and_path_leads_to_a_file(path: Path) -> None:
    text = re.sub(r"^```.*?^```|^ {4}.*?$", "", path.read_text("utf-8"), flags=re.M | re.S)
    links = [link for link in _LINK.findall(text) if not re.match(r"[a-z]+:|/", link)]
    lost = [link for link in links if not (path.parent / link).exists()]
    lost += [name for name in _PATH.findall(text) if name not in TO_BE_MADE and not (ROOT / name).exists()]
    assert lost == []


COMMANDS = ROOT / "docs" / "commands.md"


def options() -> dict[str, set[str]]:
    """Return the options of each command of the command line."""
    (commands,) = (a for a in arguments.parser()._actions if isinstance(a, argparse._SubParsersAction))
    return {
        name: {option for action in parser._actions for option in action.option_strings} - {"-h", "--help"}
        for name, parser in commands.choices.items()
    }


def test_every_command_stands_in_the_readme_and_in_the_page_of_commands() -> None:
    assert set(options()) == {*arguments.COMMANDS, "test"}
    for page in (ROOT / "README.md", COMMANDS):
        text = page.read_text("utf-8")
        assert {name for name in options() if f"build.py {name}" not in text and f"`{name}`" not in text} == set()


def test_every_option_stands_under_its_command() -> None:
    parts = dict(re.findall(r"^## (\w+)\n(.*?)(?=^## |\Z)", COMMANDS.read_text("utf-8"), re.M | re.S))
    missing = {
        f"{name} {option}" for name, found in options().items() for option in found if f"`{option}" not in parts[name]
    }
    assert missing == set()


@pytest.mark.parametrize("page", [ROOT / "README.md", COMMANDS], ids=named)
def test_no_page_offers_an_option_that_there_is_not(page: Path) -> None:
    known = set().union(*options().values()) | {"--help", "--text"}
    known |= {f"--{field.name}".replace("_", "-") for kind in NEW.values() for field in kind.declared.fields}
    told = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", page.read_text("utf-8")))
    assert told
    assert told - known == set()


def test_the_steps_of_the_architecture_are_those_of_the_pipeline() -> None:
    drawing = (ROOT / "docs" / "architecture.md").read_text("utf-8").split("```")[1]
    steps = re.findall(r"^ ([A-Z]{4,}) ", drawing, re.M)
    pipeline = re.findall(r"# ([A-Z]{4,})$", (ROOT / "boardsite" / "pipeline.py").read_text("utf-8"), re.M)
    assert pipeline
    assert steps[: len(pipeline)] == pipeline
    assert "contained" in dir(Diagnostic)


def test_the_changelog_has_what_is_new_for_both() -> None:
    newest = (ROOT / "CHANGELOG.md").read_text("utf-8").split("\n## ")[1]
    assert re.findall(r"^### (.+)$", newest, re.M) == ["For editors", "For developers"]
