"""The commands as an editor types them, mistakes included: one plain sentence each, and honest exit codes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import small_site

BROKEN = {"lscgs/south/news/bad.md": "---\ntitle: Bad\ndate: 31/06/2016\n---\nTOKEN\n"}


def run(folder: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    settings = {**os.environ, "PYTHONPATH": str(small_site.ROOT), "SOURCE_DATE_EPOCH": "1464771600", **environment}
    command = [sys.executable, "-m", "boardsite", *words]
    done = subprocess.run(command, cwd=folder, env=settings, capture_output=True, text=True, timeout=60)
    assert "Traceback" not in done.stdout + done.stderr
    return done


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return small_site.write(tmp_path / "site")


def test_a_build_says_what_it_made_where_and_how_to_look_at_it(site: Path) -> None:
    done = run(site)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    first, second, third = done.stdout.splitlines()
    assert first == "The site is ready in dist: 1 group, 2 news items, 1 event, 2 pages."
    assert second.endswith("files are new or changed.")
    assert third == f"To look at it, open {Path('dist', 'index.html')} in a browser."


def test_a_mistake_stops_publishing_and_leaves_the_live_site_untouched(site: Path) -> None:
    run(site)
    before = (site / "dist" / "index.html").read_bytes()
    small_site.write(site, BROKEN)
    done = run(site)
    assert done.returncode == 1
    assert "lscgs/south/news/bad.md:3   must be fixed" in done.stderr
    assert done.stderr.endswith("The live site has not been changed.\n")
    assert (site / "dist" / "index.html").read_bytes() == before
    assert not (site / "dist" / "lscgs" / "south" / "news" / "bad").exists()


def test_broken_news_can_be_left_out_and_is_told(site: Path) -> None:
    small_site.write(site, BROKEN)
    done = run(site, "build", "--leave-out-broken")
    assert done.returncode == 0
    assert "bad.md:3   must be fixed" in done.stderr
    assert "what is broken was left out of the site" in done.stderr
    assert (site / "dist" / "lscgs" / "south" / "news" / "forum" / "index.html").exists()
    assert not [path for path in (site / "dist").rglob("*.*") if path.is_file() and b"TOKEN" in path.read_bytes()]


@pytest.mark.parametrize(
    "path",
    ["content/site.yaml", "lscgs/south/contacts.yaml", "lscgs/south/index.md", "theme/templates/pages/home.html"],
)
def test_contacts_settings_and_theme_are_never_left_out(site: Path, path: str) -> None:
    small_site.write(site, {path: "---\na: {% b"})
    assert run(site, "build", "--leave-out-broken").returncode == 1


def test_strict_stops_for_a_warning(site: Path) -> None:
    small_site.write(site, {"content/stray.docx": "x"})
    assert run(site).returncode == 0
    assert run(site, "--strict").returncode == 1


def test_check_writes_nothing(site: Path) -> None:
    done = run(site, "check")
    assert (done.returncode, done.stdout) == (0, "Everything is in order.\n")
    assert not (site / "dist").exists()
    small_site.write(site, BROKEN)
    assert run(site, "check").returncode == 1


@pytest.mark.parametrize("typed", ["2016-07-01", "1 July 2016", "1/7/2016 ", "Friday 1 July 2016"])
def test_another_day_may_be_typed_in_any_way(site: Path, typed: str) -> None:
    done = run(site, "build", "--as-of", typed)
    if typed == "1/7/2016 ":
        assert done.returncode == 2
        assert "--as-of 2016-06-27" in done.stderr
    else:
        assert done.returncode == 0
        assert "This event is over" in (site / "dist/lscgs/south/events/forum/index.html").read_text()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["biuld"], "There is no command biuld. Did you mean build?"),
        (["publish"], "There is no command publish."),
        (["--strickt"], "This command does not know --strickt. Did you mean --strict?"),
        (["build", "extra"], "This command does not know extra."),
        (["--out"], "--out wants a value behind it."),
        (["--as-of", "someday"], "We cannot read 'someday' as a date."),
        (["--base-url", "www.example.org"], "We cannot read 'www.example.org' as a web address."),
        (["--out", "content"], "holds the site's own sources"),
    ],
)
def test_a_command_written_wrongly_is_answered_in_a_sentence(site: Path, words: list[str], sentence: str) -> None:
    done = run(site, *words)
    assert done.returncode == 2
    assert sentence in done.stderr


def test_an_odd_moment_in_the_environment_is_told(site: Path) -> None:
    assert run(site, SOURCE_DATE_EPOCH="yesterday").returncode == 2


def test_the_same_files_and_moment_give_the_same_bytes(site: Path, tmp_path: Path) -> None:
    run(site, "--out", "one", PYTHONHASHSEED="1", TZ="Pacific/Auckland", LC_ALL="C")
    other = small_site.write(tmp_path / "elsewhere é" / "site")
    run(other, "--out", "two", PYTHONHASHSEED="2", TZ="America/New_York")
    one, two = site / "one", other / "two"
    files = sorted(path.relative_to(one) for path in one.rglob("*") if path.is_file())
    assert files == sorted(path.relative_to(two) for path in two.rglob("*") if path.is_file())
    assert [path for path in files if (one / path).read_bytes() != (two / path).read_bytes()] == []


def test_when_we_break_ourselves_it_is_said_and_kept_for_the_developers(site: Path, tmp_path: Path) -> None:
    fault = tmp_path / "sitecustomize.py"
    fault.write_text("import boardsite.pipeline as p\np.sort_tree = lambda s: 1/0\n")
    done = run(site, PYTHONPATH=f"{tmp_path}{os.pathsep}{small_site.ROOT}")
    assert done.returncode == 3
    assert "which is not your fault" in done.stderr
    assert "ZeroDivisionError" in (site / ".cache" / "what-broke.txt").read_text()


def test_a_report_is_safe_for_any_terminal(site: Path) -> None:
    small_site.write(site, {"lscgs/south/news/bad.md": "---\ntitle: \x1b[31mred é\ndate: \x1b]0;x\x07 £\n---\n"})
    done = run(site, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == 1
    assert "\x1b" not in done.stderr
    assert done.stderr.isascii()


def test_hundreds_of_findings_are_cut_and_counted(site: Path) -> None:
    small_site.write(site, {f"lscgs/south/news/{n}.md": "---\ntitle: x\ndate: never\n---\n" for n in range(250)})
    done = run(site)
    assert len(done.stderr.splitlines()) < 800
    assert "… and 150 more findings." in done.stderr
    assert "250 things must be fixed" in done.stderr


def test_a_build_counts_what_is_only_for_information_and_check_shows_it(site: Path) -> None:
    small_site.write(site, {"lscgs/south/news/dates.md": "---\ntitle: Dates\ndate: 9 May 2016\n---\nText.\n"})
    assert run(site).stderr == "1 note for information: build.py check shows it.\n"
    assert "news.no-summary" in run(site, "check").stdout


def test_check_speaks_to_machines(site: Path) -> None:
    small_site.write(site, {"lscgs/south/news/bad.md": "---\ntitle: x\nsummary: s\ndate: \"never%\\n::error::planted\"\n---\n"})
    (finding,) = json.loads(run(site, "check", "--format", "json").stdout)["findings"]
    assert (finding["code"], finding["path"], finding["line"]) == ("field.date-unreadable", "lscgs/south/news/bad.md", 4)
    assert finding["can_be_left_out"] is True
    done = run(site, "check", "--format", "github")
    assert done.returncode == 1
    (line,) = done.stdout.splitlines()
    assert line.startswith("::error file=lscgs/south/news/bad.md,line=4,title=field.date-unreadable::never%25%0A::error::planted:")


def test_a_form_we_do_not_know_is_answered_in_a_sentence(site: Path) -> None:
    done = run(site, "check", "--format", "xml")
    assert done.returncode == 2
    assert done.stderr.startswith("--format does not take xml. It takes one of text, json, github.")
