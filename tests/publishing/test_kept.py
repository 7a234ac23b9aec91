"""The folder that is kept beside the live one: what it is for, and that releases made with it are like fresh ones."""

from __future__ import annotations

import errno
import json
import os
import random
import shutil
from collections import Counter
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from boardsite.publishing import releases, swap
from boardsite.rendering.artifact import Artifact, Lost, Stored
from tests.support.kept import PAGES, Files, assert_like_fresh, assert_tidy, inside, kept, put, text_of


def stored(text: str, read: Callable[[], bytes]) -> Artifact:
    return Artifact("", Stored(len(text.encode()), sha256(text.encode()).hexdigest(), read))


def never() -> bytes:
    raise AssertionError("read, although the live folder has it")


def lost() -> bytes:
    raise Lost


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Return a published folder with a kept one beside it."""
    out = tmp_path / "site" / "dist"
    put(out, {**PAGES, "gone/index.html": "a name that was withdrawn"})
    put(out, PAGES)
    assert kept(out).exists()
    return out


def test_it_holds_the_very_files_of_the_live_folder_and_none_that_was_withdrawn(out: Path) -> None:
    assert inside(kept(out)) == inside(out)
    assert not (kept(out) / "gone").exists()


def test_nothing_is_kept_of_a_first_release(tmp_path: Path) -> None:
    put(tmp_path / "dist", PAGES)
    assert [path.name for path in tmp_path.iterdir()] == ["dist"]


def test_one_changed_page_costs_a_few_calls_however_large_the_site_is(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: Counter[str] = Counter()
    for name in ("link", "unlink", "mkdir", "rmdir", "chmod"):
        whole = getattr(os, name)
        monkeypatch.setattr(os, name, lambda *args, name=name, whole=whole, **more: (calls.update([name]), whole(*args, **more)))  # fmt: skip
    before = inside(out)
    assert put(out, {**PAGES, "news/1/index.html": "new"}).changed == 1
    assert calls["rmdir"] == 0
    assert calls.total() < 20  # with a fresh folder, over 40
    after = inside(out)
    assert {path for path in before if before[path] != after[path]} == {"news/1/index.html", releases.MANIFEST}


def test_what_is_open_or_looked_at_stays_wholly_old_while_the_new_release_is_staged(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = {**PAGES, "news/1/index.html": "new", "news/2": "a file now"} | {"events/0/index.html": "new, too"}
    del new["news/2/index.html"]
    before = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    looks, handles = inside(out), {path: path.open("rb") for path in before}
    folder = os.open(out, os.O_RDONLY)
    exchange, seen = swap.exchange, []

    def look_first(staged: Path, live: Path) -> None:
        assert inside(live) == looks
        assert {path: path.read_bytes() for path in before} == before
        with os.fdopen(os.open("news/1/index.html", os.O_RDONLY, dir_fd=folder)) as file:
            seen.append(file.read())
        exchange(staged, live)
        assert text_of(staged) == PAGES  # of which a reader who began with it still has every file

    monkeypatch.setattr(swap, "exchange", look_first)
    put(out, new)
    assert seen == ["news 1"]
    assert {path: file.read() for path, file in handles.items()} == before
    for file in handles.values():
        file.close()
    os.close(folder)
    assert text_of(out) == new
    assert_tidy(out)


@pytest.mark.parametrize("steps", [
    ({"a": "1"}, {"a/b": "2"}, {"a": "3"}, {"a/b/c": "4", "a/d": "5"}, {"a/b": "2"}),
    ({"Page/x": "1"}, {"page/x": "1"}, {"page/X": "1", "Page": "2"}, {"Page/x": "1", "page/x": "2"}, {"PAGE/x": "1"}),
    ({"a": "1", "b": "2"}, {"a": "2", "b": "1"}, {"a": "1", "b": "2"}, {"b": "2", "c": "1"}, {"a": "", "b": ""}),
    ({"a/b/c/d": "1"}, {"e": "1"}, {"a/b/c/d": "1"}, {"a/b/x": "1"}, {"a/b/c/d": "1", "a/b/x": "1"}),
], ids=["files and folders", "capitals", "the same bytes elsewhere", "deep folders"])  # fmt: skip
def test_releases_one_after_the_other_are_like_fresh_ones(tmp_path: Path, steps: tuple[Files, ...]) -> None:
    for files in steps:
        put(tmp_path / "dist", files)
        assert_like_fresh(tmp_path / "dist", files, tmp_path / "fresh")
        assert_tidy(tmp_path / "dist")


def some_files(chance: random.Random, before: Files) -> Files:
    """Return a release near to the one before, in which no file is also a folder."""
    files = dict(before)
    for _ in range(chance.choice((0, 1, 1, 2, 9))):
        path = "/".join(chance.choice("aAbc") for _ in range(chance.randint(1, 4)))
        rivals = [each for each in files if each.startswith(f"{path}/") or path.startswith(f"{each}/")]
        for each in rivals:
            del files[each]
        files[path] = chance.choice(("", "one", "two", "three"))
    for path in list(files):
        if chance.random() < 0.1:
            del files[path]
    return files


def disturb(chance: random.Random, out: Path) -> None:
    """Do to the folders what people and other programs do; files and folders of ours only."""
    place = kept(out) if chance.random() < 0.7 else out
    found = sorted(path for path in place.rglob("*") if path.name != releases.MANIFEST)
    what = chance.choice(("nothing", "nothing", "folder", "remove", "edit", "replace", "mode", "copy"))
    if what in ("folder", "copy") and place.exists():
        if what == "copy":
            shutil.copytree(place, out.parent / "copy")
        shutil.rmtree(place)
        if what == "copy":
            (out.parent / "copy").rename(place)
    elif found and (path := chance.choice(found)):
        if what == "mode":
            path.chmod(chance.choice((0o700, 0o777, 0o600)))
        elif path.is_dir():
            shutil.rmtree(path) if what == "remove" else None
        elif what in ("remove", "replace"):
            path.unlink()
            if what == "replace":
                path.write_text(chance.choice(("one", "two", "six")))
        elif what == "edit":
            path.write_text(chance.choice(("one", "two", "six")))


@pytest.mark.parametrize("seed", range(6))
def test_random_releases_are_like_fresh_ones_whatever_was_done_to_the_folders(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    files: Files = {"index": "one"}
    for _ in range(60):
        files = some_files(chance, files) or {"index": "one"}
        put(tmp_path / "dist", files)
        assert text_of(tmp_path / "dist") == files
        assert_tidy(tmp_path / "dist")
        if chance.random() < 0.5:
            (tmp_path / "dist" / chance.choice(sorted(files))).touch()
        else:
            disturb(chance, tmp_path / "dist")
            put(tmp_path / "dist", {**files, "last": str(chance.random())})
            put(tmp_path / "dist", files)
            assert_like_fresh(tmp_path / "dist", files, tmp_path / "fresh")


def test_what_is_stored_and_unchanged_is_never_fetched(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    artifacts = [(path, stored(text, never)) for path, text in PAGES.items()]
    project = out.parent / "project"
    assert releases.publish(artifacts, out, project).changed == 0
    assert releases.publish([*artifacts, ("new", stored("new", b"new".strip))], out, project).changed == 1
    assert text_of(out) == {**PAGES, "new": "new"}
    monkeypatch.setattr(os, "link", refused)
    shutil.rmtree(kept(out))
    assert releases.publish([*artifacts, ("more", stored("more", b"more".strip))], out, project).changed == 1
    assert text_of(out) == {**PAGES, "more": "more"}


def test_what_is_stored_is_compared_by_its_digest_and_not_by_its_size(out: Path) -> None:
    artifacts = [(path, stored(text.upper(), text.upper().encode)) for path, text in PAGES.items()]
    assert releases.publish(artifacts, out, out.parent / "project").changed == len(PAGES)
    assert text_of(out) == {path: text.upper() for path, text in PAGES.items()}


def test_what_is_lost_leaves_the_live_folder_as_it_was(out: Path) -> None:
    before = inside(out)
    artifacts = [("first", Artifact("", b"new")), ("second", stored("lost", lost))]
    with pytest.raises(Lost):
        releases.publish(artifacts, out, out.parent / "project")
    assert inside(out) == before
    assert text_of(out) == PAGES
    assert_tidy(out)


def test_the_list_tells_the_digests_of_the_bytes_also_where_somebody_wrote_what_we_would_have(out: Path) -> None:
    (out / "news/1/index.html").write_text("new")
    put(out, {**PAGES, "news/1/index.html": "new", "news/2/index.html": "new, too"})
    told = json.loads((out / releases.MANIFEST).read_text())["files"]
    assert told == {path: sha256((out / path).read_bytes()).hexdigest() for path in PAGES}


def refused(*_: object, **__: object) -> None:
    raise OSError(errno.EPERM, "Operation not permitted")


def test_where_one_file_may_not_be_linked_no_folder_is_kept_that_is_none_of_the_same(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.rmtree(kept(out))
    link = os.link

    def some(live: str, target: str) -> None:
        if "news/1" in live:
            refused()
        link(live, target)

    monkeypatch.setattr(os, "link", some)
    assert put(out, {**PAGES, "more": "x"}).changed == 1
    assert text_of(out) == {**PAGES, "more": "x"}
    assert not kept(out).exists()


def test_where_there_are_no_links_no_second_copy_is_kept(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "link", refused)
    for text in ("one", "two", "three"):
        files = {**PAGES, "news/1/index.html": text, text: text}
        assert put(out, files).changed == 2
        assert text_of(out) == files
        assert sorted(path.name for path in out.parent.iterdir()) == ["dist"]
    monkeypatch.undo()
    put(out, PAGES)
    assert kept(out).exists()
    assert_tidy(out)


@pytest.mark.parametrize("ends_at", [None, 1, 2])
def test_where_there_is_no_exchange_a_kept_folder_changes_nothing(
    out: Path, monkeypatch: pytest.MonkeyPatch, ends_at: int | None
) -> None:
    monkeypatch.setattr(swap, "_exchange_in_one_step", lambda one, other: False)
    put(out, {**PAGES, "news/1/index.html": "one"})
    assert_tidy(out)
    rename, done = Path.rename, []

    def ending(self: Path, target: Path) -> Path:
        done.append(target)
        if len(done) == ends_at:
            raise KeyboardInterrupt
        return rename(self, target)

    new = {**PAGES, "news/1/index.html": "two", "more": "x"}
    monkeypatch.setattr(Path, "rename", ending)
    if ends_at:
        with pytest.raises(KeyboardInterrupt):
            put(out, new)
    monkeypatch.setattr(Path, "rename", rename)
    put(out, new)
    assert_like_fresh(out, new, out.parent / "fresh")
    assert_tidy(out)


@pytest.mark.parametrize("mask", [0o000, 0o077])
def test_modes_do_not_hang_on_what_the_system_masks(out: Path, mask: int) -> None:
    files = {**PAGES, "news/1/index.html": "new", "more/index.html": "x"}
    before = os.umask(mask)
    try:
        put(out, files)
    finally:
        os.umask(before)
    assert_like_fresh(out, files, out.parent / "fresh")
    assert_tidy(out)


def test_a_mode_that_is_wrong_is_put_right_in_the_next_release(out: Path) -> None:
    kept(out).chmod(0o700)
    (kept(out) / "news").chmod(0o777)
    (kept(out) / "news/1/index.html").chmod(0o600)  # and so has the live one: they are one file
    files = {**PAGES, "news/2/index.html": "new"}
    assert put(out, files).changed == 2
    assert_like_fresh(out, files, out.parent / "fresh")
