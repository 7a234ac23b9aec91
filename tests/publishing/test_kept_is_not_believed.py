"""Nothing in the folder that is kept is believed, and nothing of somebody else's is taken away from it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from boardsite.diagnostics import BoardsiteError
from boardsite.publishing import leftovers, releases
from tests.support.kept import PAGES, assert_like_fresh, assert_tidy, inside, kept, put, text_of

ONE, OTHER = "news/1/index.html", "news/2/index.html"
NEW = {**PAGES, "news/3/index.html": "new"}


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Return a published folder with a kept one beside it."""
    out = tmp_path / "site" / "dist"
    put(out, {**PAGES, "gone/index.html": "a name that was withdrawn"})
    put(out, PAGES)
    return out


def anew(path: Path, text: str) -> None:
    path.unlink()
    path.write_text(text)


def link_of_another(folder: Path) -> None:
    (folder / ONE).unlink()
    os.link(folder / OTHER, folder / ONE)


def swapped(folder: Path) -> None:
    (folder / ONE).rename(folder / "x")
    (folder / OTHER).rename(folder / ONE)
    (folder / "x").rename(folder / OTHER)


def copied(folder: Path) -> None:
    shutil.copytree(folder, folder.with_name("copy"))
    shutil.rmtree(folder)
    folder.with_name("copy").rename(folder)


def killed(folder: Path) -> None:
    """What a build may leave that was killed: some of it is there, some is not, and the list is empty."""
    leftovers.write_manifest(folder, {})
    shutil.rmtree(folder / "news" / "0")
    (folder / ONE).unlink()
    (folder / ONE).mkdir()
    (folder / ONE / "page").write_text("what was a file is a folder")
    shutil.rmtree(folder / "news" / "2")
    (folder / "news" / "2").write_text("what was a folder is a file")
    (folder / "more").mkdir()
    (folder / "more" / "page").write_text("more")
    (folder / "link").symlink_to(folder / "more")


TAMPERED: dict[str, Callable[[Path], object]] = {
    "other bytes": lambda folder: anew(folder / ONE, "six" * 2),
    "the same bytes": lambda folder: anew(folder / ONE, PAGES[ONE]),
    "written into": lambda folder: (folder / ONE).write_text("NEWS 1"),  # and so into the live one
    "no file": lambda folder: (folder / ONE).unlink(),
    "no folder": lambda folder: shutil.rmtree(folder / "news"),
    "nothing": shutil.rmtree,
    "a mode": lambda folder: (folder / "news").chmod(0o700),
    "all modes": lambda folder: [path.chmod(0o700) for path in (folder, *folder.rglob("*"))],
    "a link of another file": link_of_another,
    "names exchanged": swapped,
    "copies": copied,
    "killed": killed,
    "a list that is half written": lambda folder: (folder / ".release.json.new").write_text("{"),
    "a list that is the live one's": lambda folder: os.link(folder / ".release.json", folder / ".release.json.new"),
}


@pytest.mark.parametrize("tamper", TAMPERED.values(), ids=TAMPERED)
def test_the_release_is_right_whatever_was_done_to_the_kept_folder(out: Path, tamper: Callable[[Path], object]) -> None:
    tamper(kept(out))
    put(out, NEW)
    assert_like_fresh(out, NEW, out.parent / "fresh")
    assert_tidy(out)
    put(out, PAGES)
    assert_like_fresh(out, PAGES, out.parent / "fresh")
    assert_tidy(out)


def in_place_of_a_file(folder: Path) -> None:
    (folder / ONE).unlink()
    (folder / ONE).mkdir()
    (folder / ONE / "thesis.docx").write_text("years of work")


def in_place_of_a_folder(folder: Path) -> None:
    shutil.rmtree(folder / "news" / "1")
    (folder / "news" / "1").write_text("years of work")


def link_in_place(path: Path) -> None:
    path.unlink() if path.is_file() else shutil.rmtree(path)
    path.symlink_to(path.parent)


FOREIGN: dict[str, Callable[[Path], object]] = {
    "a file": lambda folder: (folder / "note.txt").write_text("years of work"),
    "a file deep down": lambda folder: (folder / "news/1/note.txt").write_text("years of work"),
    "a folder": lambda folder: (folder / "drafts").mkdir(),
    "a file that was withdrawn": lambda folder: (folder / "gone").write_text("years of work"),
    "a folder in place of a file": in_place_of_a_file,
    "a file in place of a folder": in_place_of_a_folder,
    "a link in place of a file": lambda folder: link_in_place(folder / ONE),
    "a link in place of a folder": lambda folder: link_in_place(folder / "news"),
    "a pipe": lambda folder: os.mkfifo(folder / "pipe"),
    "no list": lambda folder: (folder / releases.MANIFEST).unlink(),
    "a broken list": lambda folder: anew(folder / releases.MANIFEST, "{"),
    "another's list": lambda folder: anew(folder / releases.MANIFEST, '{"generator": "another", "files": {}}'),
}


@pytest.mark.parametrize("has_live", [True, False], ids=["beside a live folder", "alone"])
@pytest.mark.parametrize("tamper", FOREIGN.values(), ids=FOREIGN)
def test_what_somebody_put_there_is_never_taken_away(
    out: Path, tamper: Callable[[Path], object], has_live: bool
) -> None:
    tamper(kept(out))
    if not has_live:
        shutil.rmtree(out)
    before, live = inside(kept(out)), has_live and inside(out)
    with pytest.raises(BoardsiteError, match=r"\.dist\.staged") as refused:
        put(out, NEW)
    assert refused.value.status == 2
    assert inside(kept(out)) == before
    assert (has_live and inside(out)) == live
    if has_live:
        assert put(out, PAGES).changed == 0  # nothing has to be written, so nothing is in the way
        assert inside(kept(out)) == before
    shutil.rmtree(kept(out))  # somebody has moved it away
    put(out, NEW)
    assert_like_fresh(out, NEW, out.parent / "fresh")


def test_a_folder_that_somebody_took_away_is_made_anew_and_the_kept_one_goes(out: Path) -> None:
    shutil.rmtree(out)
    put(out, NEW)
    assert_like_fresh(out, NEW, out.parent / "fresh")
    assert sorted(path.name for path in out.parent.iterdir()) == ["dist"]


def test_a_folder_that_was_emptied_is_filled_again(out: Path) -> None:
    shutil.rmtree(out)
    out.mkdir()
    put(out, NEW)
    assert_like_fresh(out, NEW, out.parent / "fresh")
    assert_tidy(out)


@pytest.mark.parametrize("has_list", [True, False])
def test_what_a_killed_build_left_goes_with_the_next_build_also_when_nothing_changes(out: Path, has_list: bool) -> None:
    whole = kept(out)
    shutil.rmtree(whole)
    shutil.copytree(out, whole)  # killed after the exchange: a release that is not the live one
    (whole / ONE).write_text("a name that was withdrawn")
    if not has_list:
        leftovers.write_manifest(whole, {})
    assert put(out, PAGES).changed == 0
    assert text_of(out) == PAGES
    assert not whole.exists()


def test_what_somebody_put_into_a_release_that_is_not_the_live_one_stays_when_nothing_changes(out: Path) -> None:
    shutil.rmtree(kept(out))
    shutil.copytree(out, kept(out))
    (kept(out) / "note.txt").write_text("years of work")
    assert put(out, PAGES).changed == 0
    assert (kept(out) / "note.txt").read_text() == "years of work"


def test_a_list_that_is_half_written_is_ours_in_the_kept_folder_alone(out: Path) -> None:
    (out / ".release.json.new").write_text("years of work")
    with pytest.raises(BoardsiteError, match=r"\.release\.json\.new"):
        put(out, NEW)
    assert (out / ".release.json.new").read_text() == "years of work"


def test_each_output_has_a_kept_folder_of_its_own(out: Path) -> None:
    other = out.with_name("preview")
    for text in ("one", "two"):
        put(other, {"index.html": text})
    put(out, NEW)
    for folder in (out, other):
        assert kept(folder).exists()
        assert_tidy(folder)
    assert text_of(out) == NEW
    assert text_of(other) == {"index.html": "two"}
