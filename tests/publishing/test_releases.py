"""All or nothing: the published folder is wholly the old site or wholly the new one."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from boardsite.diagnostics import BoardsiteError
from boardsite.publishing import lock, releases, staging, swap
from boardsite.rendering.artifact import Artifact
from tests.support.kept import assert_tidy


def site(**files: str) -> list[tuple[str, Artifact]]:
    return [(path.replace("__", "/"), Artifact("/" + path, text.encode())) for path, text in files.items()]


def read(out: Path) -> dict[str, str]:
    files = (path for path in sorted(out.rglob("*")) if path.is_file() and path.name != releases.MANIFEST)
    return {path.relative_to(out).as_posix(): path.read_text() for path in files}


def test_a_release_holds_exactly_its_files(tmp_path: Path) -> None:
    out = tmp_path / "dist"
    releases.publish(site(index="1", a__b="2"), out, tmp_path / "project")
    assert read(out) == {"a/b": "2", "index": "1"}
    release = releases.publish(site(index="1", c="3"), out, tmp_path / "project")
    assert read(out) == {"c": "3", "index": "1"}
    assert (release.files, release.changed) == (2, 1)
    assert_tidy(out)


def test_a_full_disk_leaves_the_live_site_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "dist"
    releases.publish(site(index="old"), out, tmp_path / "project")
    write = staging._write

    def full(target: str, content: bytes) -> None:
        if content == b"last":
            raise OSError(errno.ENOSPC, "No space left on device")
        write(target, content)

    monkeypatch.setattr(staging, "_write", full)
    with pytest.raises(BoardsiteError, match="No space left on device"):
        releases.publish(site(index="new", z="last"), out, tmp_path / "project")
    assert read(out) == {"index": "old"}
    assert [path.name for path in tmp_path.iterdir()] == ["dist"]


KILLED = """
import sys
from pathlib import Path
from boardsite.publishing import releases
from boardsite.rendering.artifact import Artifact
out, stop = Path(sys.argv[1]), int(sys.argv[2])
import os
step = 0
def watch(event, args):
    global step
    if event in ("open", "os.rename", "os.mkdir", "os.link", "os.remove", "os.rmdir", "ctypes.dlsym"):
        if event == "open" and str(out.parent) not in str(args[0]):
            return
        step += 1
        if step == stop:
            os.kill(os.getpid(), 9)
sys.addaudithook(watch)
files = [(f"page-{n}/index.html", Artifact("", b"new %d" % n)) for n in range(4)]
releases.publish(files, out, out.parent / "project")
"""


def test_killed_at_any_step_the_site_is_wholly_old_or_wholly_new(tmp_path: Path) -> None:
    old = {f"page-{n}/index.html": f"old {n}" for n in range(4)}
    new = {f"page-{n}/index.html": f"new {n}" for n in range(4)}
    out = tmp_path / "dist"
    outcomes = set()
    for stop in range(1, 60):
        releases.publish([(path, Artifact("", text.encode())) for path, text in old.items()], out, tmp_path / "project")
        done = subprocess.run(
            [sys.executable, "-c", KILLED, str(out), str(stop)], cwd=Path(__file__).parents[2], capture_output=True
        )
        found = read(out)
        assert found in (old, new), f"a mixture after step {stop}"
        outcomes.add((found == new, done.returncode))
        if done.returncode == 0:
            break
    assert (False, -9) in outcomes
    assert (True, 0) in outcomes
    assert_tidy(out)


def test_readers_never_find_the_folder_missing(tmp_path: Path) -> None:
    out = tmp_path / "dist"
    releases.publish(site(index="0"), out, tmp_path / "project")
    missed, stop = [], threading.Event()

    def look() -> None:
        while not stop.is_set():
            try:
                (out / "index").read_text()
            except OSError as problem:
                missed.append(problem)

    reader = threading.Thread(target=look)
    reader.start()
    for number in range(60):
        releases.publish(site(index=str(number)), out, tmp_path / "project")
    stop.set()
    reader.join()
    if sys.platform.startswith("linux"):
        assert missed == []


def test_where_there_is_no_exchange_an_interrupted_run_is_put_right(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(swap, "_exchange_in_one_step", lambda one, other: False)
    out = tmp_path / "dist"
    releases.publish(site(index="old"), out, tmp_path / "project")
    releases.publish(site(index="newer"), out, tmp_path / "project")
    assert read(out) == {"index": "newer"}
    out.rename(tmp_path / ".dist.aside")  # a run that ended between its two renames
    releases.publish(site(index="newest"), out, tmp_path / "project")
    assert read(out) == {"index": "newest"}
    assert_tidy(out)


@pytest.mark.parametrize("folder", [".", "..", "content", "lscgs", "theme", "boardsite"])
def test_the_sources_are_never_the_output(tmp_path: Path, folder: str) -> None:
    project = tmp_path / "outer" / "project"
    (project / "content").mkdir(parents=True)
    (project / "content" / "index.md").write_text("mine")
    with pytest.raises(BoardsiteError, match="own sources") as refused:
        releases.publish(site(index="x"), Path(os.path.normpath(project / folder)), project)
    assert refused.value.status == 2
    assert (project / "content" / "index.md").read_text() == "mine"


def test_a_folder_with_somebodys_files_is_never_replaced(tmp_path: Path) -> None:
    out = tmp_path / "dist"
    out.mkdir()
    (out / "thesis.docx").write_text("years of work")
    with pytest.raises(BoardsiteError, match=r"thesis\.docx"):
        releases.publish(site(index="x"), out, tmp_path / "project")
    assert (out / "thesis.docx").read_text() == "years of work"


def test_a_file_put_into_our_folder_is_never_lost(tmp_path: Path) -> None:
    out = tmp_path / "dist"
    releases.publish(site(index="x"), out, tmp_path / "project")
    (out / "note.txt").write_text("mine")
    with pytest.raises(BoardsiteError, match=r"note\.txt"):
        releases.publish(site(index="y"), out, tmp_path / "project")


@pytest.mark.parametrize("name", ["album", "index"])
def test_a_link_put_into_our_folder_is_never_lost(tmp_path: Path, name: str) -> None:
    out, album = tmp_path / "dist", tmp_path / "pictures"
    album.mkdir()
    releases.publish(site(index="x"), out, tmp_path / "project")
    (out / name).unlink(missing_ok=True)
    (out / name).symlink_to(album)
    with pytest.raises(BoardsiteError, match=name):
        releases.publish(site(index="y"), out, tmp_path / "project")
    assert (out / name).is_symlink()


def test_an_empty_folder_put_into_our_folder_is_never_lost(tmp_path: Path) -> None:
    out = tmp_path / "dist"
    releases.publish(site(a__b="x"), out, tmp_path / "project")
    (out / "a" / "drafts").mkdir()
    with pytest.raises(BoardsiteError, match="a/drafts"):
        releases.publish(site(a__b="y"), out, tmp_path / "project")
    assert (out / "a" / "drafts").is_dir()


@pytest.mark.parametrize("name", [".dist.staged", ".dist.aside"])
@pytest.mark.parametrize("kind", ["folder", "file", "link", "unlike"])
def test_what_stands_where_we_stage_is_never_removed_unless_we_made_it(tmp_path: Path, name: str, kind: str) -> None:
    out, theirs, album = tmp_path / "dist", tmp_path / name, tmp_path / "album"
    album.mkdir()
    releases.publish(site(index="old"), out, tmp_path / "project")
    if kind == "file":
        theirs.write_text("mine")
    elif kind == "link":
        theirs.symlink_to(album)
    else:
        theirs.mkdir()
        (theirs / "thesis.docx").write_text("years of work")
        (theirs / releases.MANIFEST).write_text('{"generator": "another"}' if kind == "unlike" else "")
    with pytest.raises(BoardsiteError, match="is in the way") as refused:
        releases.publish(site(index="new"), out, tmp_path / "project")
    assert refused.value.status == 2
    assert os.path.lexists(theirs)
    assert kind != "folder" or (theirs / "thesis.docx").read_text() == "years of work"
    assert read(out) == {"index": "old"}


@pytest.mark.parametrize(
    "left", [(), (".release.json",), (".release.json.new",), (".release.json", ".release.json.new")]
)
def test_what_a_killed_build_left_is_taken_away(tmp_path: Path, left: tuple[str, ...]) -> None:
    out = tmp_path / "dist"
    releases.publish(site(index="old"), out, tmp_path / "project")
    staged = tmp_path / ".dist.staged"
    staged.mkdir()
    for name in left:
        (staged / name).write_text("")  # killed before a word of it was written
    (tmp_path / ".dist.lock").touch()
    releases.publish(site(index="new"), out, tmp_path / "project")
    assert read(out) == {"index": "new"}
    assert_tidy(out)


def test_an_empty_folder_may_be_used(tmp_path: Path) -> None:
    (tmp_path / "dist").mkdir()
    releases.publish(site(index="x"), tmp_path / "dist", tmp_path / "project")
    assert read(tmp_path / "dist") == {"index": "x"}


def test_two_builds_at_once_do_not_mix(tmp_path: Path) -> None:
    out = tmp_path / "dist"
    with lock.held(out), pytest.raises(BoardsiteError, match="Another build"):
        releases.publish(site(index="x"), out, tmp_path / "project")
    releases.publish(site(index="x"), out, tmp_path / "project")


def test_builds_into_two_folders_do_not_wait_for_each_other(tmp_path: Path) -> None:
    with lock.held(tmp_path / "dist"):
        releases.publish(site(index="x"), tmp_path / "preview", tmp_path / "project")
    assert read(tmp_path / "preview") == {"index": "x"}
    assert [path.name for path in tmp_path.iterdir()] == ["preview"]


def test_a_lock_that_its_holder_has_taken_away_is_not_taken_for_the_lock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two builds may open the file before the first takes it away: the second must not lock what has gone."""
    out, file = tmp_path / "dist", tmp_path / ".dist.lock"
    flock, opened = lock.fcntl.flock, []

    def slow(handle: int, how: int) -> None:
        flock(handle, how)
        opened.append(handle)
        if len(opened) == 1:
            file.unlink()  # what the holder does last
            file.touch()  # and a third build begins

    monkeypatch.setattr(lock.fcntl, "flock", slow)
    with lock.held(out), pytest.raises(BoardsiteError, match="Another build"), lock.held(out):
        pass
    assert len(opened) == 2


def test_somebodys_file_of_the_name_of_our_lock_stays(tmp_path: Path) -> None:
    (tmp_path / ".dist.lock").write_text("mine")
    releases.publish(site(index="x"), tmp_path / "dist", tmp_path / "project")
    assert (tmp_path / ".dist.lock").read_text() == "mine"


def test_a_link_to_the_published_folder_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "www").mkdir()
    (tmp_path / "dist").symlink_to(tmp_path / "www")
    for text in ("one", "two"):
        releases.publish(site(index=text), tmp_path / "dist", tmp_path / "project")
        assert (tmp_path / "dist").is_symlink()
        assert read(tmp_path / "www") == {"index": text}
    assert sorted(path.name for path in tmp_path.iterdir()) == [".www.staged", "dist", "www"]
    assert_tidy(tmp_path / "www")


def test_a_link_into_the_sources_is_refused(tmp_path: Path) -> None:
    project = tmp_path / "project"
    (project / "content").mkdir(parents=True)
    (project / "dist").symlink_to(project / "content")
    with pytest.raises(BoardsiteError, match="own sources"):
        releases.publish(site(index="x"), project / "dist", project)
