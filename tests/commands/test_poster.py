"""`poster`: which sheet is meant, what a browser is asked for, and what is said where there is none."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from boardsite.commands import browsers
from tests.commands.test_cli import BROKEN, run
from tests.support import small_site

GROUP = "https://lscg.example.org/lscgs/south/poster/"
EVENT = "https://lscg.example.org/lscgs/south/events/forum/poster/"
NO_BROWSER = "/no/browser/here"
# A browser that prints what it was given: the page as the "PDF", and its addresses beside it.
STAND_IN = """\
#!{python}
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit
pdf = next(word.partition("=")[2] for word in sys.argv if word.startswith("--print-to-pdf="))
page = Path(unquote(urlsplit(sys.argv[-1]).path))
beside = sorted(p.name.split(".")[0] + p.suffix for p in next(up for up in page.parents if (up / "assets").is_dir()).glob("assets/*"))
Path(pdf).write_text("%PDF" + page.read_text("utf-8") + " ".join(beside), "utf-8")
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return small_site.write(tmp_path / "site", {"lscgs/west/index.md": "---\nname: West\n---\nAbout us.\n"})


def stand_in(folder: Path) -> str:
    browser = folder / "browser"
    browser.write_text(STAND_IN.format(python=sys.executable), "utf-8")
    browser.chmod(0o755)
    return str(browser)


@pytest.mark.parametrize(
    ("typed", "page"),
    [
        ([], "https://lscg.example.org/poster/"),
        (["board"], "https://lscg.example.org/poster/"),
        (["south"], GROUP),
        (["South LSCG"], GROUP),
        (["lscgs/south/"], GROUP),
        (["forum"], EVENT),
        (["south/forum"], EVENT),
        (["Summer Forum"], EVENT),
        (["lscgs/south/events/forum.ics"], EVENT),
        (["/lscgs/south/events/forum/"], EVENT),
        (["south", "--month", "2016-06"], "https://lscg.example.org/lscgs/south/calendar/2016-06/"),
        (["--month", "2016-6"], "https://lscg.example.org/calendar/2016-06/"),
    ],
)
def test_without_a_browser_it_says_which_page_to_print(typed: list[str], page: str, site: Path) -> None:
    done = run(site, "poster", *typed, CHROMIUM=NO_BROWSER)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == page
    assert "Print this page from any browser" in done.stdout
    assert list(site.glob("*.pdf")) == []


def test_without_a_public_address_the_page_is_that_of_the_built_folder(site: Path) -> None:
    bare = small_site.SITE.replace("base_url: https://lscg.example.org\n", "")
    small_site.write(site, {"content/site.yaml": bare, "lscgs/west/index.md": "---\nname: West\n---\nAbout us.\n"})
    done = run(site, "poster", "south", CHROMIUM=NO_BROWSER)
    assert done.stdout.splitlines()[-1] == "lscgs/south/poster/index.html"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (
            ["suoth"],
            "There is no group and no event called “suoth”. Did you mean south? The groups are south and west.",
        ),
        (["xylophone"], "Write the folder of a group, or group/event."),
        (["south", "--month", "June"], "“June” is not a month. Write the year and the month: --month 2016-07"),
        (["south", "--month", "2016-13"], "“2016-13” is not a month."),
        (["south", "--month", "2016-08"], "The South LSCG has no dates to come in August 2016"),
        (["forum", "--month", "2016-06"], "The sheet of an event has no month."),
        (["forum", "--as-of", "2016-07-01"], "“Summer forum” is over, or all its dates are off, so there is no sheet for it."),
    ],
)
def test_what_cannot_be_meant_is_said_in_a_sentence(typed: list[str], sentence: str, site: Path) -> None:
    done = run(site, "poster", *typed, CHROMIUM=NO_BROWSER)
    assert (done.returncode, done.stdout) == (2, "")
    assert sentence in done.stderr


def test_an_event_of_two_groups_wants_its_group(site: Path) -> None:
    small_site.write(site, {"lscgs/west/events/forum.ics": small_site.EVENT.replace("forum@", "west@")})
    done = run(site, "poster", "forum", CHROMIUM=NO_BROWSER)
    assert done.stderr == "“forum” may be south/forum or west/forum. Write one of these.\n"
    assert done.returncode == 2


def test_the_browser_prints_the_page_with_its_styles_beside_it(site: Path, tmp_path: Path) -> None:
    done = run(site, "poster", "south", CHROMIUM=stand_in(tmp_path))
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("The sheet is in poster-south.pdf: one page of A4")
    printed = (site / "poster-south.pdf").read_text("utf-8")
    assert "What is coming up</h1>" in printed
    assert "poster.css" in printed
    assert "site.css" in printed
    assert not (site / "dist").exists()


def test_the_sheet_of_a_month_is_named_by_its_month(site: Path, tmp_path: Path) -> None:
    run(site, "poster", "south", "--month", "2016-06", CHROMIUM=stand_in(tmp_path))
    assert "June 2016</h2>" in (site / "poster-south-2016-06.pdf").read_text("utf-8")
    run(site, "poster", "forum", "--out", "hall.pdf", CHROMIUM=stand_in(tmp_path))
    assert "Summer forum</h1>" in (site / "hall.pdf").read_text("utf-8")


def test_a_browser_that_makes_nothing_is_told_and_the_page_is_named(site: Path, tmp_path: Path) -> None:
    browser = tmp_path / "browser"
    browser.write_text("#!/bin/sh\nexit 1\n", "utf-8")
    browser.chmod(0o755)
    done = run(site, "poster", "south", CHROMIUM=str(browser))
    assert done.stdout == (
        f"The browser made no PDF. Print this page by hand; it comes out on one sheet of A4:\n{GROUP}\n"
    )


def test_a_file_that_cannot_be_written_is_told(site: Path, tmp_path: Path) -> None:
    done = run(site, "poster", "south", "--out", "no/such/folder/a.pdf", CHROMIUM=stand_in(tmp_path))
    assert done.returncode == 3
    assert done.stderr.startswith("We cannot write no/such/folder/a.pdf:")


@pytest.mark.parametrize(
    ("out", "sentence"),
    [
        ("", "--out wants the name of a PDF behind it, for example --out poster.pdf."),
        (" ", "--out wants the name of a PDF"),
        ("notes.txt", "--out wants the name of a PDF"),
        ("content/site.yaml", "--out wants the name of a PDF"),
        ("content/files/plan.pdf", "content/files/plan.pdf is in one of the site's own folders"),
        ("lscgs/new.PDF", "is in one of the site's own folders"),
        ("link.pdf", "is in one of the site's own folders"),
        ("letter.pdf", "There is something at letter.pdf already that is no PDF"),
        ("folder.pdf", "There is something at folder.pdf already that is no PDF"),
    ],
)
def test_nothing_but_a_sheet_is_written_over(out: str, sentence: str, site: Path, tmp_path: Path) -> None:
    (site / "letter.pdf").write_text("no PDF")
    (site / "notes.txt").write_text("%PDF")
    (site / "folder.pdf").mkdir()
    (site / "content" / "files").mkdir()
    (site / "content" / "files" / "plan.pdf").write_text("%PDF of the board")
    (site / "link.pdf").symlink_to("content/files/plan.pdf")
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    done = run(site, "poster", "south", "--out", out, CHROMIUM=stand_in(tmp_path))
    assert (done.returncode, done.stdout) == (2, "")
    assert sentence in done.stderr
    after = {path: path.read_bytes() for path in site.rglob("*") if path.is_file() and ".cache" not in path.parts}
    assert after == before


def test_a_sheet_is_printed_over_the_last_one_and_over_nothing_else(site: Path, tmp_path: Path) -> None:
    for _ in range(2):
        assert run(site, "poster", "south", CHROMIUM=stand_in(tmp_path)).returncode == 0
    (site / "poster-south.pdf").write_text("my own words")
    assert "that is no PDF" in run(site, "poster", "south", CHROMIUM=stand_in(tmp_path)).stderr
    assert (site / "poster-south.pdf").read_text() == "my own words"


def test_what_is_broken_elsewhere_does_not_keep_a_sheet_from_being_printed(site: Path) -> None:
    small_site.write(site, BROKEN)
    assert run(site, "poster", "south", CHROMIUM=NO_BROWSER).stdout.splitlines()[-1] == GROUP
    (site / "content" / "contacts.yaml").write_text("contacts:\n  - role: x\n", "utf-8")
    assert run(site, "poster", "south", CHROMIUM=NO_BROWSER).returncode == 1


def test_a_browser_is_looked_for_by_its_names_and_where_windows_keeps_edge(tmp_path: Path) -> None:
    assert browsers.find({"PATH": str(tmp_path)}) == ""
    edge = tmp_path / "Microsoft" / "Edge" / "Application" / "msedge.exe"
    edge.parent.mkdir(parents=True)
    edge.write_text("x", "utf-8")
    assert browsers.find({"PATH": "", "PROGRAMFILES(X86)": str(tmp_path)}) == str(edge)
    chrome = tmp_path / "google-chrome"
    chrome.write_text("x", "utf-8")
    chrome.chmod(0o755)
    assert browsers.find({"PATH": str(tmp_path), "PROGRAMFILES(X86)": str(tmp_path)}) == str(chrome)
    assert browsers.find({"PATH": str(tmp_path), "CHROMIUM": str(edge)}) == str(edge)
    assert browsers.find({"PATH": str(tmp_path), "CHROMIUM": "/none"}) == ""
