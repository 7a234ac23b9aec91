"""A build takes up what the last one knew: it makes what is different, and publishes what a clean build would."""

from __future__ import annotations

import gc
import io
import os
import shlex
import shutil
import sqlite3
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PIL import Image

from boardsite import cli, pipeline
from boardsite.between_builds import recall_last
from boardsite.commands import nothing_new
from boardsite.pages.frame import View
from boardsite.pages.target import Target
from boardsite.pipeline import Order
from boardsite.reading import sources
from boardsite.rendering.remembered import Larder
from boardsite.storage import cache
from boardsite.storage.cache import FILE, Cache, opened
from boardsite.storage.engine import engine
from boardsite.storage.graph_writer import written
from tests.support import small_site

MOMENT = small_site.MOMENT
NEWS = "lscgs/south/news/hello.md"
TEXT = "---\ntitle: Hello\ndate: 9 May 2016\nsummary: s\n---\nText.\n"


class Desk:
    """An editor at a small site, whose builds are each a process of their own as far as memory goes."""

    def __init__(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.root, self.now, self._patch = root, MOMENT, monkeypatch
        self.made: list[str] = []
        monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
        monkeypatch.setattr(cli, "_moment", lambda: self.now)
        monkeypatch.setattr(nothing_new, "DOUBT_NS", 0)
        monkeypatch.setattr(sources, "DOUBT_NS", 0)
        real = Larder._new

        def noted(larder: Larder, target: Target) -> object:
            self.made.append(target.address)
            return real(larder, target)

        monkeypatch.setattr(Larder, "_new", noted)

    def write(self, path: str, text: str) -> None:
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text, "utf-8")

    def build(self, *words: str) -> set[str]:
        """Build the site, and return the addresses of what was made anew."""
        self._patch.chdir(self.root)
        self.made.clear()
        assert cli.main(["build", *words]) == 0
        return set(self.made)

    def is_clean(self, *words: str) -> bool:
        """Say whether a build that knows nothing publishes the same bytes."""
        clean = self.root.with_name("clean")
        shutil.rmtree(clean, ignore_errors=True)
        shutil.copytree(self.root, clean, ignore=shutil.ignore_patterns(".cache", "dist", ".dist*"))
        self._patch.chdir(clean)
        assert cli.main(["build", *words]) == 0
        return published(clean) == published(self.root)


def published(root: Path) -> dict[str, bytes]:
    files = (file for file in (root / "dist").rglob("*") if file.is_file())
    return {file.relative_to(root).as_posix(): file.read_bytes() for file in files}


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    made = Desk(small_site.write(tmp_path / "site", {NEWS: TEXT}), monkeypatch)
    assert len(made.build()) > 30
    return made


def test_one_sentence_makes_one_page_and_its_feeds(desk: Desk) -> None:
    desk.write(NEWS, TEXT + "More.\n")
    made = desk.build()
    assert {address for address in made if address.endswith("/")} == {"/lscgs/south/news/hello/"}
    assert {"/news.xml", "/lscgs/south/news.xml"} <= made
    assert not any(address.endswith(".ics") for address in made)
    assert desk.is_clean()


def test_one_event_makes_no_news(desk: Desk) -> None:
    event = next((desk.root / "lscgs").rglob("*.ics"))
    event.write_bytes(event.read_bytes().replace(b"SUMMARY:", b"SUMMARY:New ", 1))
    made = desk.build()
    assert "/calendar.ics" in made
    assert "/lscgs/south/news/hello/" not in made
    assert desk.is_clean()


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("theme/templates/components/footer.html", "</footer>", "<!-- x --></footer>"),
        ("theme/css/tokens.css", ":root", ":root, .x"),
        ("content/site.yaml", "short_name: SSB", "short_name: SSX"),
        ("content/site.yaml", "time_zone: Europe/London", "time_zone: Europe/Paris"),
    ],
)
def test_what_is_part_of_every_page_has_every_page_made(desk: Desk, path: str, old: str, new: str) -> None:
    text = (desk.root / path).read_text("utf-8")
    assert old in text
    desk.write(path, text.replace(old, new, 1))
    made = desk.build()
    assert {"/", "/news/", "/lscgs/south/news/hello/"} <= made or path.endswith("site.yaml")
    assert desk.is_clean()
    desk.write(path, text)
    desk.build()
    assert desk.is_clean()


def test_an_hour_later_only_the_moment_is_told_anew(desk: Desk) -> None:
    desk.now += timedelta(minutes=20)
    desk.write(NEWS, TEXT + "More.\n")
    made = desk.build()
    assert len([address for address in made if address.endswith("/")]) == 1
    assert b"09:20:00" in published(desk.root)["dist/status.json"]
    assert desk.is_clean()


@pytest.mark.parametrize("later", [timedelta(hours=16), timedelta(days=1), timedelta(days=40), -timedelta(days=3)])
def test_another_day_is_told_as_that_day(desk: Desk, later: timedelta) -> None:
    desk.now += later
    desk.write(NEWS, TEXT + "More.\n")
    desk.build()
    assert desk.is_clean()


def test_the_end_of_an_event_that_the_edit_brought_is_not_missed(desk: Desk) -> None:
    """The clock stands for what was known; what is new may end between that moment and now."""
    event = next((desk.root / "lscgs").rglob("*.ics"))
    text = event.read_text("utf-8")
    start = next(line for line in text.splitlines() if line.startswith("DTSTART"))
    end = next(line for line in text.splitlines() if line.startswith("DTEND"))
    day = MOMENT.strftime("%Y%m%d")
    soon = text.replace(start, f"DTSTART;TZID=Europe/London:{day}T100500")
    soon = soon.replace(end, f"DTEND;TZID=Europe/London:{day}T101000")
    desk.now = datetime(2016, 6, 1, 9, 30, tzinfo=MOMENT.tzinfo)  # 10:30 in London
    event.write_text(soon, "utf-8", newline="")
    desk.build()
    assert desk.is_clean()


def test_days_and_drafts_are_known_by_themselves(desk: Desk) -> None:
    for words in (("--as-of", "2016-07-01", "--out", "dist"), ("--drafts", "--out", "dist"), ("--base-url", "https://other.example.org/x/"), ()):
        desk.write(NEWS, TEXT + f"More {words}.\n")
        desk.build(*words)
        assert desk.is_clean(*words)


def test_pages_that_were_damaged_in_the_cache_are_made_anew(desk: Desk) -> None:
    """The bytes of what stays are asked for where the published folder is gone."""
    with sqlite3.connect(desk.root / ".cache" / FILE) as cache:
        rows = cache.execute("SELECT key, value FROM remembered").fetchall()
        for key, value in rows:
            if len(value) < 20_000:  # all but what the build knows, which says that pages are there
                cache.execute("UPDATE remembered SET value = ? WHERE key = ?", (value[:-3] + b"\0\0\0", key))
    cache.close()
    shutil.rmtree(desk.root / "dist")
    desk.write(NEWS, TEXT + "More.\n")
    assert len(desk.build()) > 30
    assert desk.is_clean()


def test_a_lost_output_folder_is_filled_from_the_cache(desk: Desk) -> None:
    shutil.rmtree(desk.root / "dist")
    desk.write(NEWS, TEXT + "More.\n")
    assert len(desk.build()) < 20
    assert desk.is_clean()


def test_pages_that_are_known_stay_when_the_cache_is_swept(desk: Desk) -> None:
    with sqlite3.connect(desk.root / ".cache" / FILE) as cache:
        rows = ((b"%020d" % number, b"of an old build") for number in range(3_000))
        cache.executemany("INSERT INTO remembered VALUES (?, ?)", rows)
    desk.write(NEWS, TEXT + "More.\n")
    desk.build()
    assert cache.execute("SELECT count(*) FROM remembered").fetchone()[0] < 1_000
    cache.close()
    shutil.rmtree(desk.root / "dist")
    desk.write(NEWS, TEXT + "Still more.\n")
    assert len(desk.build()) < 20
    assert desk.is_clean()


def test_files_that_come_and_go(desk: Desk) -> None:
    desk.write("lscgs/south/news/second.md", TEXT.replace("Hello", "Second"))
    assert "/lscgs/south/news/second/" in desk.build()
    assert desk.is_clean()
    (desk.root / NEWS).rename(desk.root / "lscgs/south/news/moved.md")
    assert "/lscgs/south/news/moved/" in desk.build()
    assert desk.is_clean()
    (desk.root / "lscgs/south/news/second.md").unlink()
    desk.build()
    assert desk.is_clean()


def test_a_refused_build_leaves_what_was_known(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.write(NEWS, "---\ntitle: [\n---\n")
    assert cli.main(["build"]) == 1
    assert NEWS in capsys.readouterr().err
    desk.write(NEWS, TEXT + "More.\n")
    assert len(desk.build()) < 20
    assert desk.is_clean()


def test_what_was_known_of_another_folder_is_not_taken(desk: Desk) -> None:
    moved = desk.root.with_name("moved")
    desk.root.rename(moved)
    desk.root = moved
    desk.write(NEWS, TEXT + "More.\n")
    desk.build()
    assert desk.is_clean()


def test_a_file_that_changes_while_it_is_needed_stops_the_build(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What the last build has read is read again only where it is needed, and must be what it was."""
    template = desk.root / "theme/templates/pages/news-item.html"
    before, known = published(desk.root), sources.read_tree
    desk.write(NEWS, TEXT + "More.\n")

    def read(*given: object) -> object:
        found = known(*given)  # type: ignore[arg-type]
        template.write_text("another", "utf-8")
        return found

    monkeypatch.setattr("boardsite.pipeline.read_tree", read)
    assert cli.main(["build"]) == 3
    assert "changed or removed while the site was being made" in capsys.readouterr().err
    assert published(desk.root) == before


def test_a_name_that_is_written_in_another_way_on_the_disk_is_found(desk: Desk) -> None:
    """A disk may hold an accent as one letter or as two; we read both as one name."""
    folder = desk.root / "lscgs/south/files"
    folder.mkdir()
    (folder / "dat\u00e9.pdf").write_bytes(b"%PDF-1.4 x")
    desk.write(NEWS, TEXT.replace("summary: s", "summary: s\nattachments:\n  - file: files/dat\u00e9.pdf"))
    desk.build()
    (folder / "dat\u00e9.pdf").rename(folder / "date\u0301.pdf")
    shutil.rmtree(desk.root / "dist")
    desk.write(NEWS, TEXT.replace("summary: s", "summary: t\nattachments:\n  - file: files/dat\u00e9.pdf"))
    desk.build()
    assert desk.is_clean()


@pytest.mark.parametrize(
    ("table", "name", "value"),
    [("about", "moment", "x"), ("about", "results", "a"), ("results", "board", 5), ("looks", NEWS, 1), ("shelf", "/", b"x")],
)
def test_what_is_whole_but_is_not_what_a_build_leaves_is_forgotten(
    desk: Desk, table: str, name: str, value: object
) -> None:
    order = Order(desk.root, desk.now)
    with opened(desk.root / ".cache", engine()) as cache:
        recall_last(order, cache)
        tables = cache.memory.tables
        assert name in tables[table]
        tables[table][name] = value
        cache.put_parts(cache.key("memory", (order.name,)), written(tables, {}))
    desk.write(NEWS, TEXT + "More.\n")
    desk.build()
    assert desk.is_clean()


@pytest.mark.skipif(sys.platform == "win32", reason="no shell that closes a stream")
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_a_stream_that_nobody_reads_is_no_reason_to_fail(tmp_path: Path, closed: str) -> None:
    site = small_site.write(tmp_path / "site")
    command = f"exec {shlex.quote(sys.executable)} -P -m boardsite build {closed}"
    done = subprocess.run(
        ["/bin/sh", "-c", command], cwd=site, env={**os.environ, "PYTHONPATH": str(small_site.ROOT)},
        capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "broke" not in done.stdout + done.stderr
    assert (site / "dist/index.html").is_file()


def test_a_cache_that_cannot_be_written_is_done_without(desk: Desk) -> None:
    shutil.rmtree(desk.root / ".cache")
    (desk.root / ".cache").write_text("a file in its place")
    desk.write(NEWS, TEXT + "More.\n")
    assert len(desk.build()) > 30
    assert desk.is_clean()


def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the list in which every file stands that is read from now on."""
    found: list[str] = []
    real = sources.source_file

    def noted(path: str, content: bytes, file: str = "") -> sources.SourceFile:
        found.append(path)
        return real(path, content, file)

    monkeypatch.setattr(sources, "source_file", noted)
    return found


def as_in_a_fresh_checkout(root: Path) -> None:
    shutil.rmtree(root / "dist")
    for file in root.rglob("*"):
        if ".cache" not in file.parts:
            os.utime(file, (1_500_000_000, 1_500_000_000 + len(file.name)))


def test_a_fresh_checkout_is_read_once_and_what_was_known_is_not_written_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    written_again = []
    real = Cache.put_parts
    monkeypatch.setattr(Cache, "put_parts", lambda self, *given: written_again.append(given) or real(self, *given))
    as_in_a_fresh_checkout(desk.root)
    found = reads(monkeypatch)
    assert len(desk.build()) < 10
    assert len(found) > 30
    assert not written_again
    assert desk.is_clean()
    written_again.clear()
    found.clear()
    desk.write(NEWS, TEXT + "More.\n")
    desk.build()
    assert found == [NEWS]
    assert desk.is_clean()


def test_how_files_look_is_noted_for_what_was_in_them(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a fresh checkout all files look new; one that has changed besides looks like nothing that is known."""
    as_in_a_fresh_checkout(desk.root)
    desk.write(NEWS, TEXT.replace("Text", "Other"))
    desk.build()
    found = reads(monkeypatch)
    state = (desk.root / NEWS).stat()
    desk.write(NEWS, TEXT)  # the one that the first build has seen, as large and as old as the other
    os.utime(desk.root / NEWS, ns=(state.st_atime_ns, state.st_mtime_ns))
    desk.write("lscgs/south/news/second.md", TEXT)
    desk.build()
    assert NEWS in found
    assert desk.is_clean()


@pytest.mark.parametrize(
    "notes",
    [b"", b"[]", b"{", b'{"a": 1}', b'{"%s": ["x", [1], true]}', b'{"%s": [1e999]}', b"[" * 100_000, b'{"%s": [[], [1e999], 1]}'],
)
def test_notes_that_are_none_are_passed_over(desk: Desk, notes: bytes) -> None:
    order = Order(desk.root, desk.now)
    with opened(desk.root / ".cache", engine()) as cache:
        cache.put(cache.key("looks", (order.name,)), notes.replace(b"%s", NEWS.encode()))
    desk.write(NEWS, TEXT + "More.\n")
    assert len(desk.build()) < 20
    assert desk.is_clean()


def test_the_views_of_a_site_are_never_there_at_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page is made as soon as it is planned, and forgotten: a large site has more views than a machine has room."""
    most = 0
    real = Larder.shelve

    def counted(larder: Larder, target: Target) -> Target:
        nonlocal most
        made = real(larder, target)
        most = max(most, views())
        return made

    monkeypatch.setattr(Larder, "shelve", counted)
    shutil.rmtree(desk.root / ".cache")
    for day in range(1, 29):
        desk.write(f"lscgs/south/news/day-{day}.md", TEXT.replace("Hello", f"Day {day}"))
    gc.freeze()  # what other tests have left is not looked through for every page
    try:
        assert len(desk.build()) > 60
    finally:
        gc.unfreeze()
    assert 0 < most < 20


def views() -> int:
    """Return how many views there are that were made since everything was frozen."""
    return sum(isinstance(each, View) for each in gc.get_objects())


@pytest.mark.parametrize("number", range(1, 7))
def test_a_cache_that_fails_on_the_way_stops_no_build(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], number: int
) -> None:
    """Also not where a picture breaks off, and all is made once more: what was put by is still there."""
    drawn = io.BytesIO()
    Image.effect_noise((400, 300), 60).save(drawn, "JPEG")
    (desk.root / "content/images").mkdir(exist_ok=True)
    (desk.root / "content/images/cut.jpg").write_bytes(drawn.getvalue()[: len(drawn.getvalue()) // 2])
    desk.write("content/about.md", "---\ntitle: About\n---\n![Words](images/cut.jpg)\n")
    for folder in (".cache", "dist", ".dist.staged"):
        shutil.rmtree(desk.root / folder, ignore_errors=True)
    monkeypatch.setattr(cache, "_AT_ONCE", 20_000)
    real, count = Cache._write, 0

    def failing(self: Cache, connection: sqlite3.Connection, *, is_last: bool = False) -> None:
        nonlocal count
        count += 1
        if count == number:
            self._connection = None
        else:
            real(self, connection, is_last=is_last)

    monkeypatch.setattr(Cache, "_write", failing)
    monkeypatch.chdir(desk.root)
    assert cli.main(["build", "--leave-out-broken"]) == 0
    assert "cut.jpg" in capfd.readouterr().err
    assert count >= number


def test_an_old_address_that_is_a_page_now_is_told_as_such(desk: Desk, capfd: pytest.CaptureFixture[str]) -> None:
    desk.write("content/about.md", "---\ntitle: About\naliases: [/contacts/]\n---\nText.\n")
    assert cli.main(["build"]) == 1
    assert "out of aliases" in capfd.readouterr().err


def test_a_file_that_is_saved_while_the_site_is_made_stops_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    text = TEXT.replace("Text.", "The XQZ meets.")
    desk.write("content/glossary.yaml", "words:\n  - word: FGM\n    meaning: Harm.\n")  # so others are looked for
    desk.write(NEWS, text)
    real = pipeline.assemble

    def saved(*given: object, **named: object) -> object:
        desk.write(NEWS, text + "More.\n")
        return real(*given, **named)  # type: ignore[arg-type]

    with monkeypatch.context() as busy:
        busy.setattr(pipeline, "assemble", saved)
        desk.build()
    desk.build()
    assert desk.is_clean()


def test_a_template_that_stops_is_tried_once_for_each_page(desk: Desk, capfd: pytest.CaptureFixture[str]) -> None:
    base = "theme/templates/layouts/base.html"
    desk.write(base, (desk.root / base).read_text("utf-8").replace("<title>", "<title>{{ nonsense }}"))
    desk.made.clear()
    assert cli.main(["build"]) == 1
    assert "nonsense" in capfd.readouterr().err
    pages = [address for address in desk.made if address.endswith("/")]
    assert sorted(pages) == sorted(set(pages))


def test_nobody_holds_what_can_be_read_again(desk: Desk) -> None:
    desk.write("content/files/plan.pdf", "%PDF-1.4")
    desk.write("content/about.md", "---\ntitle: About\n---\n[The plan](files/plan.pdf)\n")
    order = Order(desk.root, MOMENT)
    with opened(desk.root / ".again", engine()) as held:
        recall_last(order, held)
        assert pipeline.build(order, held).site is not None
        found = {path: look.source for path, look in held.memory.table("looks").items()}
    held_still = {path for path, source in found.items() if source.held is not None}
    assert held_still == {path for path in found if path.startswith("theme/")}
    assert {"content/files/plan.pdf", "lscgs/south/events/forum.ics", NEWS} < found.keys() - held_still
