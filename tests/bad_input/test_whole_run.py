"""All that is wrong with news and events at once, through the command: the rest is published, and the report is safe.

Reports end in terminals and in the logs of other machines, which obey some of what is written to them.
"""

from __future__ import annotations

import io
import json
import re
import subprocess
import unicodedata
from pathlib import Path

import pytest

from boardsite.diagnostics import Report
from boardsite.machine_reports import as_annotations, as_json
from boardsite.pipeline import Order, build
from boardsite.publishing.decide import decide
from boardsite.reporting import write_report
from tests.bad_input.all_cases import CASES
from tests.bad_input.cases import Case, Rejected, Survives, token, typed
from tests.bad_input.sites import SOUND
from tests.bad_input.test_bad_input import NEVER_CONTAINED
from tests.commands.test_cli import run
from tests.support import small_site

# What is never left out holds the whole site up, and is not in this one.
HOLDS_UP = ("place-", "name-pair-", "name-figures", "picture-", "download-")
ANNOTATION = re.compile(r"::(error|warning|notice) file=[^,:\n]*(,line=\d+)?,title=[a-z.-]+::")
CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def is_of_one_group(case: Case) -> bool:
    return case.path.startswith(("lscgs/west/news/", "lscgs/west/events/")) and not case.name.startswith(HOLDS_UP)


OF_ONE_GROUP = [case for case in CASES if is_of_one_group(case)]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    files = dict(SOUND)
    for case in OF_ONE_GROUP:
        files |= typed(case)
    return small_site.write(tmp_path_factory.mktemp("wrong"), files)


@pytest.fixture(scope="module")
def done(site: Path) -> subprocess.CompletedProcess[str]:
    return run(site, "build", "--leave-out-broken")


def made_of_texts(site: Path) -> list[Path]:
    """Return what is made of the words of editors; status.json has the names of files, as they are."""
    kinds = (".html", ".xml", ".json", ".ics", ".vcf")
    return [path for path in (site / "dist").rglob("*") if path.suffix in kinds and path.name != "status.json"]


@pytest.fixture(scope="module")
def report(site: Path) -> Report:
    return build(Order(site, small_site.MOMENT)).report


def pages(folder: Path, below: str) -> dict[str, str]:
    """Return the main part of each page of a section: menus and feet tell of all groups."""
    found = (path for path in sorted((folder / below).rglob("*.html")))
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8").partition("<main")[2] for path in found}


def test_hundreds_of_faults_of_one_group_leave_the_pages_of_another_as_they_were(
    site: Path, done: subprocess.CompletedProcess[str], tmp_path: Path
) -> None:
    assert len(OF_ONE_GROUP) > 300
    assert done.returncode == 0, done.stderr
    sound = small_site.write(tmp_path, SOUND)
    assert run(sound).returncode == 0
    assert pages(site / "dist", "lscgs/south") == pages(sound / "dist", "lscgs/south") != {}


def test_what_is_sound_beside_them_is_published(site: Path, done: subprocess.CompletedProcess[str]) -> None:
    text = "".join(path.read_text("utf-8") for path in (site / "dist/lscgs/west").rglob("*.html"))
    survivors = [case for case in OF_ONE_GROUP if isinstance(case.must, Survives) and "TOKEN" in case.must.shown]
    assert len(survivors) > 60
    assert [case.name for case in survivors if token(case.name) not in text] == []


def test_no_finished_page_holds_letters_that_nobody_can_see(site: Path, done: subprocess.CompletedProcess[str]) -> None:
    assert done.returncode == 0
    unseen = re.compile(f"{CONTROLS.pattern}|[\ue000-\uf8ff]")
    found = {path: unseen.search(path.read_text("utf-8")) for path in made_of_texts(site)}
    assert [path for path, letter in found.items() if letter] == []
    assert len(found) > 300


def test_without_the_wish_to_leave_things_out_nothing_would_be_published(report: Report) -> None:
    assert not decide(report, has_site=True, leaves_out_broken=False, is_strict=False).may_publish
    assert decide(report, has_site=True, leaves_out_broken=True, is_strict=False).may_publish


def test_the_report_steers_no_terminal(done: subprocess.CompletedProcess[str]) -> None:
    assert CONTROLS.findall(done.stderr + done.stdout) == []
    assert len(done.stderr.splitlines()) < 1_000
    assert "more findings" in done.stderr


def test_the_report_can_be_read_on_a_terminal_of_few_letters(report: Report) -> None:
    terminal = io.TextIOWrapper(io.BytesIO(), encoding="ascii", newline="")
    for findings in zip(*[iter(report.diagnostics)] * 50, strict=False):  # a terminal is shown so many at once
        write_report(Report(findings), terminal, published=False)
    terminal.seek(0)
    assert not CONTROLS.findall(terminal.read())


def test_the_report_gives_another_machine_no_orders(report: Report) -> None:
    text = as_annotations(report)
    told = text.removesuffix("\n").split("\n")
    assert len(told) == len(report.diagnostics) > 300
    assert [line for line in told if not ANNOTATION.match(line)] == []
    assert CONTROLS.findall(text) == []


def test_the_report_for_programs_is_whole(report: Report) -> None:
    found = json.loads(as_json(report))["findings"]
    told = {each["path"] for each in found}
    rejected = [case for case in OF_ONE_GROUP if isinstance(case.must, Rejected)]
    assert [case.name for case in rejected if shown_path(case.path) not in told] == []
    assert {each["can_be_left_out"] for each in found if each["severity"] == "error"} == {True}
    assert not NEVER_CONTAINED & {each["code"] for each in found}


def shown_path(path: str) -> str:
    return unicodedata.normalize("NFC", path)


@pytest.mark.parametrize(
    "name",
    [
        "::error::x",
        "::set-output name=a::b",
        "##[command]x",
        "##vso[task.x]",
        "::add-mask::a",
        "%0A::error::x",
        "a,line=1::b",
    ],
)
def test_the_name_of_a_file_gives_no_orders_either(name: str) -> None:
    outcome = small_site.build({f"lscgs/south/news/{name}.md": f"---\ntitle: a: {name} b\n---\n"})
    (line, *more) = [line for line in as_annotations(outcome.report).splitlines() if "::error" in line[:7]]
    assert more == []
    assert ANNOTATION.match(line)
    out = io.StringIO()
    write_report(outcome.report, out, published=False)
    assert not [line for line in out.getvalue().splitlines() if line.lstrip().startswith("##") or line.startswith("::")]
