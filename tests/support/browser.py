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

import pytest

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


def need_browser() -> None:
    """Skip the test (or fail it, where the browser is required) unless node, its parts and Chromium are here."""
    if not shutil.which("node"):
        _missing("node", "install Node.js 20 or newer", "contrast, zoom, scripts and privacy of finished pages")
    if not (ROOT / "node_modules" / "playwright-core").is_dir():
        _missing("node_modules", "run `npm ci --ignore-scripts`", "finished pages in a browser")
    if not Path(os.environ.get("CHROMIUM") or "/usr/bin/chromium").exists():
        _missing("Chromium", "install chromium, or name one in CHROMIUM", "finished pages in a browser")


def need_html_checker() -> None:
    """The same for Java and the Nu HTML checker."""
    if not shutil.which("java"):
        _missing("Java", "install default-jre-headless", "the HTML and CSS of finished pages")
    if not CHECKER.exists():
        _missing("node_modules/vnu-jar", "run `npm ci --ignore-scripts`", "the HTML and CSS of finished pages")


def audit(dist: Path, pages: Iterable[str], **options: object) -> list[Finding]:
    """Return what Chromium finds on these pages of a built folder (see tests/browser/audit.mjs)."""
    wanted = tuple(pages)
    answer = _run("audit", dist=str(dist), pages=wanted, **options)
    assert wanted, "there are no pages to look at"
    assert answer["looks"], "the browser looked at nothing"
    return [Finding(**finding) for finding in answer["findings"]]


def shots(dist: Path, pages: Iterable[str], out: Path, **options: object) -> list[Path]:
    """Write pictures of these pages into `out` and return their paths."""
    answer = _run("shots", dist=str(dist), pages=tuple(pages), out=str(out), **options)
    return [Path(file) for file in answer["files"]]


def words_at(dist: Path, page: str, moments: Iterable[str], *, scripts: bool = True) -> list[str]:
    """Return the words of a page's main part as a visitor sees them when their clock shows each moment."""
    answer = _run("readings", dist=str(dist), pages=[page], moments=list(moments), scripts=scripts)
    return [" ".join(reading["words"].split()) for reading in answer["readings"]]


def check_html(folder: Path) -> list[str]:
    """Return what the Nu checker says about every HTML and CSS file of the folder, errors and warnings alike."""
    command = ["java", "-Xss4m", "-jar", str(CHECKER), "--also-check-css", "--format", "json", "--exit-zero-always"]
    files = [str(path) for path in sorted(folder.rglob("*")) if path.suffix in (".html", ".css")]
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


def _run(mode: str, **options: object) -> dict[str, list[dict[str, str]]]:
    command = ["node", str(RUNNER), mode, json.dumps(options)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    answer: dict[str, list[dict[str, str]]] = json.loads(done.stdout)
    return answer


def _said(message: dict[str, object], folder: Path) -> str:
    where = str(message.get("url", "")).rpartition(f"{folder.name}/")[2]
    kind = message.get("subType") or message["type"]
    return f"{where}:{message.get('lastLine', '')}: {kind}: {message['message']}"


def _missing(what: str, cure: str, untested: str) -> None:
    line = f"{what} is missing ({cure}), so these stay untested: {untested}"
    if os.environ.get("BOARDSITE_REQUIRE_BROWSER") == "1":
        pytest.fail(line, pytrace=False)
    pytest.skip(line)
