"""`changes` between folders and between commits, as text and for a pull request."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from boardsite.commands.trees import tree_of
from boardsite.reading.looking import MOST_TEXT_BYTES
from boardsite.reading.sources import read_tree
from tests.comparing.test_changes import FORUM, NEWS, with_line
from tests.comparing.test_changes import SERIES as MEETING
from tests.support import small_site
from tests.support.commands import run

SERIES = MEETING.replace("forum@", "meeting@")
NEW = {
    FORUM: with_line(small_site.EVENT.replace("forum\r", "party\r"), "STATUS:CANCELLED"),
    "lscgs/south/events/a.ics": small_site.EVENT.replace("forum@", "a@").replace("Summer forum", "First *one* @all <b>"),
    "lscgs/south/events/b.ics": small_site.EVENT.replace("forum@", "b@").replace("Summer forum", "Second one"),
    "lscgs/south/events/s.ics": SERIES.replace("SUMMARY", "EXDATE;TZID=Europe/London:20160704T093000\r\nSUMMARY"),
    NEWS: "---\ntitle: A forum\ndate: 9 May 2016\nsummary: Come.\n---\nOther.\n",
    "lscgs/south/contacts.yaml": "contacts:\n  - role: Chair\n    email: south-chair@example.org\n    review_by: 1 May 2016\n",
}
OLD = {"lscgs/south/events/s.ics": SERIES}
TEXT = """\
South LSCG: adds 2 events, cancels 1, edits 1; removes 1 date; edits 1 news item; edits 1 contact; contact “Chair” has to be checked again
  adds “First *one* @all <b>”: Monday 27 June 2016, 9:30am
  adds “Second one”: Monday 27 June 2016, 9:30am
  cancels “Summer party”: Monday 27 June 2016, 9:30am
  edits “Summer party”, which was “Summer forum”
  removes a date of “Group meeting”: Monday 4 July 2016, 9:30am
  edits “A forum”
  edits “Chair”
"""


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    return small_site.write(tmp_path / "old", OLD), small_site.write(tmp_path / "new", NEW)


def git(folder: Path, *words: str) -> None:
    settings = ["-c", "user.name=Sample", "-c", "user.email=sample@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", str(folder), *settings, *words], check=True, capture_output=True)


def test_two_folders_are_compared_in_words(folders: tuple[Path, Path]) -> None:
    old, new = folders
    done = run(old, "changes", str(old), str(new))
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(TEXT)
    assert done.stdout.removeprefix(TEXT).startswith("New with this change: ")


def test_the_same_twice_is_nothing(folders: tuple[Path, Path]) -> None:
    old, _ = folders
    assert run(old, "changes", str(old), str(old)).stdout == "Nothing that people see has changed.\n"


def test_for_a_pull_request_titles_are_only_text(folders: tuple[Path, Path]) -> None:
    old, new = folders
    said = run(old, "changes", str(old), str(new), "--format", "markdown").stdout
    assert said.startswith("**South LSCG**: adds 2 events, cancels 1, edits 1;")
    assert "First \\*one\\* @&#8203;all &lt;b&gt;" in said


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("~~off~~ and ~x~", "\\~\\~off\\~\\~ and \\~x\\~"),
        ("https://evil.example.org/x", "https:&#8203;//evil.example.org/x"),
        ("www.evil.example.org", "www&#8203;.evil.example.org"),
        ("a@example.org or #12", "a@&#8203;example.org or #&#8203;12"),
        ("for $5 or $6", "for <span>$</span>5 or <span>$</span>6"),
        ("[x](y) `z` &#64;", "\\[x\\](y) \\`z\\` &amp;#&#8203;64;"),
    ],
)
def test_no_title_becomes_more_than_text_on_the_host(tmp_path: Path, title: str, written: str) -> None:
    old, new = small_site.write(tmp_path / "old"), small_site.write(
        tmp_path / "new", {NEWS: f"---\ntitle: '{title}'\ndate: 9 May 2016\nsummary: Come.\n---\nText.\n"}
    )
    assert f"“{written}”" in run(old, "changes", str(old), str(new), "--format", "markdown").stdout


def test_commits_are_compared_without_touching_the_files(tmp_path: Path) -> None:
    site = small_site.write(tmp_path / "project" / "inner", OLD)
    git(tmp_path / "project", "init", "-q", "-b", "main")
    git(site, "add", "-A")
    git(site, "commit", "-qm", "old")
    small_site.write(site, NEW)
    git(site, "add", "-A")
    git(site, "commit", "-qm", "new")
    (site / NEWS).write_text("not saved yet")
    assert run(site, "changes", "HEAD~1", "main").stdout.startswith(TEXT)
    assert (site / NEWS).read_text() == "not saved yet"
    reverse = run(site, "changes", "main", "HEAD~1").stdout
    assert "removes 2" in reverse
    assert "brings back 1 event" in reverse


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a site in Git, as it is on the branch main."""
    site = small_site.write(tmp_path / "project", OLD)
    git(site, "init", "-q", "-b", "main")
    git(site, "add", "-A")
    git(site, "commit", "-qm", "old")
    git(site, "switch", "-qc", "proposal")
    return site


def commit(site: Path, changes: small_site.Files) -> None:
    small_site.write(site, changes)
    git(site, "add", "-fA")
    git(site, "commit", "-qm", "new")


@pytest.mark.parametrize("attribute", ["export-ignore", "export-subst", "text eol=crlf"])
def test_a_commit_cannot_hide_a_change_by_its_own_attributes(project: Path, attribute: str) -> None:
    commit(project, {**NEW, ".gitattributes": f"* {attribute}\n", "lscgs/.gitattributes": f"* {attribute}\n"})
    assert run(project, "changes", "main", "HEAD").stdout.startswith(TEXT)


def test_a_commit_cannot_hide_behind_a_folder_of_its_name(project: Path) -> None:
    shutil.copytree(project / "content", project / "HEAD" / "content")
    shutil.copytree(project / "lscgs", project / "HEAD" / "lscgs")
    commit(project, NEW)
    assert run(project, "changes", "main", "HEAD").stdout.startswith(TEXT)
    assert "removes" in run(project, "changes", "HEAD", "./HEAD").stdout


def test_a_clone_that_lacks_a_part_of_a_commit_is_told(project: Path) -> None:
    commit(project, NEW)
    found = ["git", "-C", str(project), "rev-parse", "HEAD:lscgs"]
    key = subprocess.run(found, check=True, capture_output=True, text=True).stdout.strip()
    (project / ".git" / "objects" / key[:2] / key[2:]).unlink()
    done = run(project, "changes", "main", "HEAD")
    assert done.returncode != 0
    assert "removes" not in done.stdout
    assert "Traceback" not in done.stderr
    assert key in done.stderr


def test_of_a_commit_is_read_what_a_build_reads(project: Path) -> None:
    secret = project.parent / "secret.md"
    secret.write_text(str(small_site.files()["content/index.md"]))
    (project / "content" / "link.md").symlink_to("../../secret.md")
    (project / "content" / "inner").symlink_to("..")
    other = small_site.write(project / "content" / "other")
    git(other, "init", "-q")
    git(other, "add", "-A")
    git(other, "commit", "-qm", "another project")
    commit(project, {
        "content/.gitkeep": "", "content/~$plan.md": "x", "lscgs/.obsidian/a.md": "x", "content/a.md.orig": "x",
        "content/cafe\u0301.md": "---\ntitle: Caf\u00e9\nsummary: x\n---\nx\n",
        "content/too-large.md": "x" * (MOST_TEXT_BYTES + 1), "content/empty.md": "", "content/x\n.md": "x",
        "content/contacts.yaml": str(small_site.MINIMAL["content/contacts.yaml"]),
    })  # fmt: skip
    files, told = tree_of("HEAD", project)
    shutil.rmtree(other)
    as_built, of_build = read_tree(project)
    built = [source for source in as_built if not source.path.startswith("theme/")]
    assert [(each.path, each.content) for each in files] == [(each.path, each.content) for each in built]
    of_commit = {(d.code, d.where.path) for d in told}
    assert of_commit == {(d.code, d.where.path) for d in of_build} | {("file.not-a-file", "content/other")}
    assert "content/café.md" in {source.path for source in files}


def test_an_empty_name_is_neither_a_folder_nor_a_commit(project: Path) -> None:
    for name in ("", " "):
        done = run(project, "changes", name, "HEAD")
        assert (done.returncode, done.stdout) == (2, "")
        assert "is neither a folder" in done.stderr


@pytest.mark.parametrize("name", ["nowhere", "--output=x", "HEAD; rm -rf x", "-h"])
def test_what_is_neither_a_folder_nor_a_commit_is_told(folders: tuple[Path, Path], name: str) -> None:
    old, _ = folders
    done = run(old, "changes", str(old), name)
    assert done.returncode == (0 if name == "-h" else 2)
    assert "Traceback" not in done.stderr


def test_a_state_without_a_site_cannot_be_compared(folders: tuple[Path, Path]) -> None:
    old, new = folders
    (new / "content" / "site.yaml").unlink()
    done = run(old, "changes", str(old), str(new))
    assert done.returncode == 1
    assert "No site can be made of" in done.stderr
