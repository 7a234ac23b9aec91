"""The commands as an editor types them, mistakes included: one plain sentence each, and honest exit codes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from boardsite import cli
from tests.support import small_site
from tests.support.commands import run, run_apart

BROKEN = {"lscgs/south/news/bad.md": "---\ntitle: Bad\ndate: 31/06/2016\n---\nTOKEN\n"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return small_site.write(tmp_path / "site")


def test_a_build_says_what_it_made_where_and_how_to_look_at_it(site: Path) -> None:
    done = run_apart(site)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    first, second, third = done.stdout.splitlines()
    assert first == "The site is ready in dist: 1 group, 2 news items, 1 event, 2 pages."
    assert second.endswith("files are new or changed.")
    assert third == f"To look at it, open {Path('dist', 'index.html')} in a browser."


def test_a_mistake_stops_publishing_and_leaves_the_live_site_untouched(site: Path) -> None:
    run_apart(site)
    before = (site / "dist" / "index.html").read_bytes()
    small_site.write(site, BROKEN)
    done = run_apart(site)
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
    done = run(site)
    assert (done.returncode, "--strict" in done.stderr) == (0, False)
    reason = "1 thing to look at. With --strict, nothing is published until it is mended.\n"
    for words in (["--strict"], ["check", "--strict"]):
        done = run(site, *words)
        assert done.returncode == 1
        assert reason in done.stderr + done.stdout
    small_site.write(site, {"content/stray-2.docx": "x"})
    assert (
        "2 things to look at. With --strict, nothing is published until they are mended."
        in run(site, "--strict").stderr
    )


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
        assert "can be read in two ways" in done.stderr
    else:
        assert done.returncode == 0
        assert "This event is over" in (site / "preview/lscgs/south/events/forum/index.html").read_text()


@pytest.mark.parametrize("words", [["--drafts"], ["--as-of", "2016-07-01"], ["--as-of", "2016-07-01", "--drafts"]])
def test_what_is_for_editors_only_never_replaces_the_site_of_today(site: Path, words: list[str]) -> None:
    run(site)
    before = {path: path.read_bytes() for path in (site / "dist").rglob("*") if path.is_file()}
    done = run(site, *words)
    assert (done.returncode, done.stdout.startswith("The site is ready in preview:")) == (0, True)
    assert {path: path.read_bytes() for path in (site / "dist").rglob("*") if path.is_file()} == before
    assert run(site, *words, "--out", "dist").returncode == 0  # who names the folder gets it
    assert {path: path.read_bytes() for path in (site / "dist").rglob("*") if path.is_file()} != before


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["biuld"], "There is no command biuld. Did you mean build?"),
        (["publish"], "There is no command publish."),
        (["--leave-out"], "This command does not know --leave-out. Did you mean --leave-out-broken?"),
        (["check", "--base", "https://example.org"], "This command does not know --base. Did you mean --base-url?"),
        (["poster", "south", "--mon", "2016-07"], "This command does not know --mon. Did you mean --month?"),
        (["--strickt"], "This command does not know --strickt. Did you mean --strict?"),
        (["build", "extra"], "This command does not know extra."),
        (["check", "--out", "x"], "This command does not know --out: that belongs to build and poster.\n{} check --help"),
        (
            ["serve", "--drafts"],
            "This command does not know --drafts: that belongs to build and check.\n{} serve --help",
        ),
        (["fetch", "--group", "south"], "not know --group: that belongs to new and import.\n{} fetch --help"),
        (["--version"], "This command does not know --version.\n{} build --help"),
        (["build", "--strict=yes"], "--strict takes no value: leave what stands behind it out."),
        ([""], 'There is no command "". The commands are build, '),
        (["\udcff"], "There is no command \ufffd. The commands are"),
        (["changes"], "This command wants OLD and NEW behind it, for example build.py changes main HEAD."),
        (["changes", "main"], "This command wants NEW behind it, for example build.py changes main HEAD."),
        (["build", "--out", ""], "--out wants the name of a folder behind it, for example --out dist."),
        (["build", "--out", "forms/d"], "holds the site's own sources"),
        (["changes", "a" * 300, "HEAD"], "is neither a folder with a content folder in it nor a commit"),
        (["import", "-f.ics"], "-f.ics looks like an option. Is it a file? Then write ./-f.ics."),
        (["--out"], "--out wants a value behind it."),
        (["--as-of", "someday"], "--as-of 'someday': We cannot read this as a date. Write a day, a month and a year"),
        (["--as-of", "31/06/2016"], "There is no 31 June 2016. Write a date that exists, for example 30 June 2016."),
        (["--as-of", "27/06/16"], "The year has to be written with four figures. Write for example 27 June 2016."),
        (
            ["--as-of", "03/04/2016"],
            "This date can be read in two ways. Write the month as a word, for example 3 April",
        ),
        (["--as-of", "Monday 28 June 2016"], "28 June 2016 is a Tuesday. Mend the weekday or the date"),
        (["--base-url", ""], "We cannot read '' as a web address. Write for example --base-url https://www.example.org."),
        (["check", "--base-url", ""], "We cannot read '' as a web address."),
        (["--base-url", "www.example.org"], "We cannot read 'www.example.org' as a web address."),
        (["--out", "content"], "holds the site's own sources"),
    ],
)
def test_a_command_written_wrongly_is_answered_in_a_sentence(site: Path, words: list[str], sentence: str) -> None:
    done = run(site, *words)
    assert done.returncode == 2
    assert sentence.format("For all that this command understands: build.py") in done.stderr


def test_an_odd_moment_in_the_environment_is_told(site: Path) -> None:
    assert run(site, SOURCE_DATE_EPOCH="yesterday").returncode == 2


def test_the_same_files_and_moment_give_the_same_bytes(site: Path, tmp_path: Path) -> None:
    run_apart(site, "--out", "one", PYTHONHASHSEED="1", TZ="Pacific/Auckland", LC_ALL="C")
    other = small_site.write(tmp_path / "elsewhere é" / "site")
    run_apart(other, "--out", "two", PYTHONHASHSEED="2", TZ="America/New_York")
    one, two = site / "one", other / "two"
    files = sorted(path.relative_to(one) for path in one.rglob("*") if path.is_file())
    assert files == sorted(path.relative_to(two) for path in two.rglob("*") if path.is_file())
    assert [path for path in files if (one / path).read_bytes() != (two / path).read_bytes()] == []


def test_when_we_break_ourselves_it_is_said_and_kept_for_the_developers(site: Path, tmp_path: Path) -> None:
    fault = tmp_path / "sitecustomize.py"
    fault.write_text("import boardsite.pipeline as p\np.sort_tree = lambda *_: 1/0\n")
    done = run_apart(site, PYTHONPATH=f"{tmp_path}{os.pathsep}{small_site.ROOT}")
    assert done.returncode == 3
    assert "which is not your fault" in done.stderr
    assert "ZeroDivisionError" in (site / ".cache" / "what-broke.txt").read_text()


def test_a_report_is_safe_for_any_terminal(site: Path) -> None:
    small_site.write(site, {"lscgs/south/news/bad.md": "---\ntitle: \x1b[31mred é\ndate: \x1b]0;x\x07 £\n---\n"})
    done = run_apart(site, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
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
    small_site.write(
        site, {"lscgs/south/news/bad.md": "---\ntitle: x\nsummary: s\ndate: |\n  never%\n  ::error::planted\n---\n"}
    )
    (finding,) = json.loads(run(site, "check", "--format", "json").stdout)["findings"]
    assert (finding["code"], finding["path"], finding["line"]) == (
        "field.date-unreadable",
        "lscgs/south/news/bad.md",
        4,
    )
    assert finding["can_be_left_out"] is True
    done = run(site, "check", "--format", "github")
    assert done.returncode == 1
    (line,) = done.stdout.splitlines()
    assert line.startswith(
        "::error file=lscgs/south/news/bad.md,line=4,title=field.date-unreadable::never%25 ::error::planted:"
    )


def test_a_form_we_do_not_know_is_answered_in_a_sentence(site: Path) -> None:
    done = run_apart(site, "check", "--format", "xml")
    assert done.returncode == 2
    assert done.stderr.startswith("--format does not take xml. It takes one of text, json, github.")


@pytest.mark.parametrize("command", ["check", "build"])
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a system without /dev/full")
def test_a_disk_that_takes_no_words_is_told_and_is_no_fault_of_ours(site: Path, command: str) -> None:
    settings = {**os.environ, "PYTHONPATH": str(small_site.ROOT), "SOURCE_DATE_EPOCH": "1464771600"}
    with Path("/dev/full").open("w") as full:
        typed = [sys.executable, "-m", "boardsite", command]
        done = subprocess.run(typed, cwd=site, env=settings, stdout=full, stderr=subprocess.PIPE, text=True, timeout=60)
    assert done.returncode == 3
    assert done.stderr.endswith("What there is to say could not be written: No space left on device. Send it to another place.\n")
    assert "broke" not in done.stderr


def test_a_folder_that_is_gone_is_told(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone() -> Path:
        raise FileNotFoundError(2, "No such file or directory")

    monkeypatch.setattr(Path, "cwd", gone)
    for words in (["build"], ["check"], ["fetch"], ["serve"]):
        done = run(site, *words)
        assert done.returncode == 2
        assert done.stderr.startswith("The folder that you are in is not there any more.")


def test_from_a_folder_inside_a_site_that_site_is_meant(site: Path) -> None:
    small_site.write(site, BROKEN)
    for inner in ("lscgs/south/news", "content/news"):
        assert "lscgs/south/news/bad.md:3" in run(site / inner, "check").stdout
    (site / "lscgs/south/news/bad.md").unlink()
    done = run(site / "lscgs" / "south", "build")
    assert done.returncode == 0, done.stderr
    assert (site / "dist" / "index.html").exists()
    assert not (site / "lscgs" / "south" / "dist").exists()


def test_a_folder_inside_a_file_is_no_full_disk(site: Path) -> None:
    (site / "note").write_text("x")
    done = run(site, "build", "--out", "note/x")
    assert done.returncode == 3
    assert done.stderr.endswith("Check that you may write there, or choose another folder with --out.\n")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["build"], "Stopped. The published site is whole: the old one, or the new one.\n"),
        (["check"], "Stopped. Nothing was written.\n"),
        (["new", "news"], "Stopped. Nothing was written.\n"),
        (["fetch"], "Stopped.\n"),
    ],
)
def test_who_stops_a_command_is_told_what_became_of_it(
    site: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], sentence: str
) -> None:
    def stop(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "_run", stop)
    done = run(site, *words)
    assert (done.returncode, done.stderr) == (3, sentence)


def test_what_broke_is_kept_with_the_site_and_not_where_somebody_stands(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fall(*_: object) -> int:
        raise ZeroDivisionError

    monkeypatch.setattr(cli, "_run", fall)
    monkeypatch.setattr(cli, "_root", lambda: site)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    assert run(elsewhere, "check").returncode == 3
    assert list(elsewhere.iterdir()) == []
    assert "ZeroDivisionError" in (site / ".cache" / "what-broke.txt").read_text()
