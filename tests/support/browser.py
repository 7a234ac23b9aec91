"""Node, Chromium and Java for the tests that need them: found, or named in one line with what stays untested.

BOARDSITE_REQUIRE_BROWSER=1 (set by .ci/run) turns such a skip into a failure.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.support.one_browser import looked
from tests.support.site_reader import Page

ROOT = Path(__file__).parents[2]
RUNNER = ROOT / "tests" / "browser" / "run.mjs"
CHECKER = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


@dataclass(frozen=True)
class Finding:
    """What the browser found: on which page, in which view ("320 dark", "" for any), by which rule."""

    page: str
    view: str
    rule: str
    what: str

    def __str__(self) -> str:
        return " | ".join(part for part in (self.page, self.view, self.rule, self.what) if part)


def need_node() -> None:
    """Skip the test (or fail it, where the browser is required) unless node is here."""
    if not shutil.which("node"):
        missing("node", "install Node.js 20 or newer", "the scripts of the theme")


@dataclass(frozen=True)
class Sheet:
    """A page on paper: what is cut off, the free height in millimetres, its words, its PDF, a picture of its code."""

    page: str
    cut: list[str]
    room: int
    words: str
    pdf: str
    picture: str


def need_browser() -> None:
    """Skip the test (or fail it, where the browser is required) unless node, its parts and Chromium are here."""
    if not shutil.which("node"):
        missing("node", "install Node.js 20 or newer", "contrast, zoom, scripts and privacy of finished pages")
    if not (ROOT / "node_modules" / "playwright-core").is_dir():
        missing("node_modules", "run `npm ci --ignore-scripts`", "finished pages in a browser")
    if not Path(os.environ.get("CHROMIUM") or "/usr/bin/chromium").exists():
        missing("Chromium", "install chromium, or name one in CHROMIUM", "finished pages in a browser")


def need_html_checker() -> None:
    """The same for Java and the Nu HTML checker."""
    if not shutil.which("java"):
        missing("Java", "install default-jre-headless", "the HTML and CSS of finished pages")
    if not CHECKER.exists():
        missing("node_modules/vnu-jar", "run `npm ci --ignore-scripts`", "the HTML and CSS of finished pages")


def audit(dist: Path, pages: Iterable[str], **options: object) -> list[Finding]:
    """Return what Chromium finds on these pages of a built folder (see tests/browser/audit.mjs)."""
    return _findings("audit", dist, pages, **options)


def fit(dist: Path, pages: Iterable[str], **options: object) -> list[Finding]:
    """Return where larger text, wider spacing or the Tab key show a fault (see tests/browser/fit.mjs)."""
    return _findings("fit", dist, pages, **options)


def _findings(mode: str, dist: Path, pages: Iterable[str], **options: object) -> list[Finding]:
    wanted = tuple(pages)
    answer = looked(mode, dist=str(dist), pages=wanted, **options)
    assert wanted, "there are no pages to look at"
    assert answer["looks"], "the browser looked at nothing"
    return [Finding(**finding) for finding in answer["findings"]]


def shots(dist: Path, pages: Iterable[str], out: Path, **options: object) -> list[Path]:
    """Write pictures of these pages into `out` and return their paths."""
    answer = looked("shots", dist=str(dist), pages=tuple(pages), out=str(out), **options)
    return [Path(file) for file in answer["files"]]


def words_at(dist: Path, page: str, moments: Iterable[str], *, scripts: bool = True) -> list[str]:
    """Return the words of a page's main part as a visitor sees them when their clock shows each moment."""
    answer = looked("readings", dist=str(dist), pages=[page], moments=list(moments), scripts=scripts)
    return [" ".join(reading["words"].split()) for reading in answer["readings"]]


def lanes(dist: Path, page: str) -> dict[str, int | None]:
    """Return the top edge of each entry of a month's table by its words, None where it is hidden."""
    return {entry["words"]: entry["top"] for entry in looked("lanes", dist=str(dist), pages=[page])["lanes"]}


@dataclass(frozen=True)
class Cell:
    """A cell of a table as it is read out, and the links in it by name."""

    words: str
    links: list[str]


@dataclass(frozen=True)
class Table:
    """A table in the accessibility tree: its name, its column headers, and its rows of cells."""

    name: str
    headers: list[str]
    rows: list[list[Cell]]


@dataclass(frozen=True)
class Voice:
    """A page as heard and as walked: `stops` of the Tab key, all that is `reachable`, and where the keys `landed`."""

    tables: list[Table]
    stops: list[str]
    reachable: list[str]
    landed: str


def voices(dist: Path, pages: Iterable[str], **options: object) -> list[Voice]:
    """Return what a screen reader and a keyboard find on each page; `keys` are the words of links to follow."""
    answer = looked("voices", dist=str(dist), pages=tuple(pages), **options)
    return [Voice(_tables(v["tables"]), v["stops"], v["reachable"], v["landed"]) for v in answer["voices"]]


@dataclass(frozen=True)
class Row:
    """A result as it is shown, and where its links lead."""

    words: str
    links: list[str]


@dataclass(frozen=True)
class Answer:
    """What a page answers to typed words, what it asked its host for meanwhile, and what is wrong with it.

    `landed` is what has the focus after the Enter key; `elsewhere` and `kept` are requests to others and things stored.
    """

    page: str
    text: str
    said: str
    rows: list[Row]
    kinds: list[str]
    main: str
    landed: str
    asked: list[str]
    elsewhere: list[str]
    kept: list[str]
    policy: list[str]
    errors: list[str]
    findings: list[str]


def typing(dist: Path, page: str, texts: Iterable[str], **options: object) -> list[Answer]:
    """Return what the box of a page answers to each text, reached and used by keyboard alone (see typing.mjs)."""
    answer = looked("typing", dist=str(dist), pages=[page], texts=list(texts), **options)
    return [Answer(**{**found, "rows": [Row(**row) for row in found["rows"]]}) for found in answer["answers"]]


def script_calls(scripts: Iterable[str], calls: Iterable[tuple[str, list[object]]]) -> list[Any]:
    """Return what functions of theme/js give ("finding.stem"), called in node without a page."""
    order = json.dumps({"scripts": list(scripts), "calls": list(calls)})
    done = subprocess.run(
        ["node", str(RUNNER.with_name("calls.mjs")), order], cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    answers: list[Any] = json.loads(done.stdout)
    return answers


def _tables(found: list[dict[str, Any]]) -> list[Table]:
    return [
        Table(t["name"], t["headers"], [[Cell(c["words"], c["links"]) for c in row] for row in t["rows"]])
        for t in found
    ]


def sheets(dist: Path, pages: Iterable[str], out: Path) -> list[Sheet]:
    """Return how each of these sheets looks on paper (see tests/browser/sheets.mjs)."""
    answer = looked("sheets", dist=str(dist), pages=tuple(pages), out=str(out))
    return [Sheet(**sheet) for sheet in answer["sheets"]]  # type: ignore[arg-type]


def exits(dist: Path, before: str, sensitive: str) -> dict[str, dict[str, object]]:
    """Return what came of each way to leave a sensitive page that was reached from another (tests/browser/exit.mjs)."""
    tried: dict[str, dict[str, object]] = looked("exit", dist=str(dist), pages=[before, sensitive])["tried"]
    return tried


def taps(dist: Path, pages: Iterable[str]) -> dict[str, tuple[list[str], str]]:
    """Return, for a small phone without scripts, the links that can be tapped on each page and the words of its main part."""
    found = looked("taps", dist=str(dist), pages=tuple(pages))["taps"]
    return {page["page"]: (page["links"], " ".join(page["words"].split())) for page in found}


def check_html(folder: Path, pages: Iterable[str] = ()) -> list[str]:
    """Return what the Nu checker says about every HTML and CSS file of the folder, or about some pages alone.

    Errors and warnings alike.
    """
    command = ["java", "-Xss4m", "-jar", str(CHECKER), "--also-check-css", "--format", "json", "--exit-zero-always"]
    files = [str(folder / page) for page in pages]
    files = files or [str(path) for path in sorted(folder.rglob("*")) if path.suffix in (".html", ".css")]
    assert files, "there are no files to check"
    done = subprocess.run([*command, *files], capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    return [_said(message, folder) for message in json.loads(done.stderr)["messages"]]


def one_of_each_kind(pages: Iterable[Page], folder: Path) -> list[str]:
    """Return the longest page of each kind (`<body data-page="event">`); where pages name no kind, all of them."""
    longest: dict[str, str] = {}
    for page in sorted(pages, key=lambda page: ((folder / page.path).stat().st_size, page.path)):
        (kind, *_) = [body.get("data-page") for body in page.named("body")] or [""]
        longest[kind or page.path] = page.path
    return sorted(longest.values())


def _said(message: dict[str, object], folder: Path) -> str:
    where = str(message.get("url", "")).rpartition(f"{folder.name}/")[2]
    kind = message.get("subType") or message["type"]
    return f"{where}:{message.get('lastLine', '')}: {kind}: {message['message']}"


def missing(what: str, cure: str, untested: str) -> None:
    """Skip the test with one line, or fail it where the browser is required."""
    line = f"{what} is missing ({cure}), so these stay untested: {untested}"
    if os.environ.get("BOARDSITE_REQUIRE_BROWSER") == "1":
        pytest.fail(line, pytrace=False)
    pytest.skip(line)
