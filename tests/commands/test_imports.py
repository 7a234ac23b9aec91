"""What each command loads: heavy packages only where they are needed, and none for --help or a mistyped word."""

from __future__ import annotations

import subprocess
import sys

import pytest

from boardsite.commands.arguments import COMMANDS
from tests.support import small_site

HEAVY = {"yaml", "frontmatter", "markdown", "icalendar", "dateutil", "jinja2", "nh3", "PIL", "http", "zipfile", "subprocess"}
HEAVY |= {"watchfiles", "anyio"}
_COUNT = """
import sys
before = set(sys.modules)
sys.argv = ["build.py", *sys.argv[1:]]
from boardsite import cli
try:
    cli.main()
except SystemExit:
    pass
print(*sorted({name.split(".")[0] for name in set(sys.modules) - before}), file=sys.__stderr__)
print(*sorted(name for name in set(sys.modules) - before if name.startswith("boardsite.")), file=sys.__stderr__)
"""


def loaded(*words: str) -> tuple[set[str], set[str]]:
    """Return the packages and our own modules that a command loads."""
    done = subprocess.run(
        [sys.executable, "-c", _COUNT, *words], cwd=small_site.ROOT, capture_output=True, text=True, timeout=60
    )
    *_, packages, ours = done.stderr.splitlines()
    return set(packages.split()), set(ours.split())


@pytest.mark.parametrize(
    "words", [["--help"], *([name, "--help"] for name in COMMANDS), ["biuld"], ["build", "--strickt"], ["new", "evnt"]], ids=" ".join
)
def test_help_and_mistakes_load_nothing_heavy(words: list[str]) -> None:
    packages, ours = loaded(*words)
    assert packages & HEAVY == set()
    assert ours == {
        "boardsite.cli", "boardsite.commands", "boardsite.commands.arguments",
        "boardsite.commands.mistyped", "boardsite.dataclass", "boardsite.diagnostics",
        "boardsite.messages", "boardsite.messages.publishing", "boardsite.text",
    }  # fmt: skip


ROOMS = ("serving", "importing", "comparing", "reviewing", "publishing.releases")
# What each command needs of the rooms that only some need.
NEEDS = {
    ("build", "--as-of", "2016-06-28", "--out", "content"): {"publishing.releases"},
    ("check", "--as-of", "2016-06-28", "--format", "json"): {"reviewing"},
    ("changes", "content", "content"): {"comparing", "importing"},
    ("new", "page", "--titel", "x"): {"reviewing"},
    ("import", "nowhere.docx"): {"importing", "reviewing"},
    ("serve", "--port", "99999"): {"serving"},
}


@pytest.mark.parametrize("words", NEEDS, ids=lambda words: words[0])
def test_a_command_loads_only_the_rooms_that_it_needs(words: tuple[str, ...]) -> None:
    _, ours = loaded(*words)
    found = {room for room in ROOMS if any(name.startswith(f"boardsite.{room}") for name in ours)}
    assert found == NEEDS[words]
