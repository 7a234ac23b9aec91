"""`serve` as an editor has it: in a window of its own, with a browser beside it, until Ctrl-C."""

from __future__ import annotations

import os
import re
import select
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing, nullcontext
from pathlib import Path
from types import SimpleNamespace

import pytest

from boardsite.commands import serve
from boardsite.pipeline import Order
from boardsite.reading.looking import Glance
from boardsite.serving.preview import Preview
from boardsite.serving.shown import Shown
from tests.support import small_site
from tests.support.stand_in_project import hears_ctrl_c

PAGE = "lscgs/south/news/forum.md"


class Window:
    """A terminal in which the preview runs."""

    def __init__(self, site: Path) -> None:
        settings = {
            **os.environ,
            "PYTHONPATH": str(small_site.ROOT),
            "SOURCE_DATE_EPOCH": "1464771600",
            "PYTHONUNBUFFERED": "1",
        }
        command = [sys.executable, "-m", "boardsite", "serve", "--port", "0"]
        self.process = subprocess.Popen(
            command, cwd=site, env=settings, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            preexec_fn=hears_ctrl_c,
        )  # fmt: skip
        assert self.process.stdout is not None
        first = self.process.stdout.readline()
        found = re.search(r"http://127\.0\.0\.1:\d+/", first)
        assert found, first
        self.address = found[0]

    def ask(self, path: str) -> str:
        with urllib.request.urlopen(self.address + path, timeout=20) as answer:
            return answer.read().decode()

    def wait_for(self, path: str, words: str) -> str:
        end = time.monotonic() + 30
        while words not in (text := self.ask(path)):
            assert time.monotonic() < end, text
            time.sleep(0.05)
        return text

    def interrupt(self) -> tuple[str, str]:
        self.process.send_signal(signal.SIGINT)
        return self.process.communicate(timeout=20)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return small_site.write(tmp_path / "site")


@pytest.fixture
def window(site: Path) -> Iterator[Window]:
    made = Window(site)
    yield made
    made.process.kill()
    made.process.communicate()


def test_a_save_is_shown_a_mistake_is_told_and_ctrl_c_ends_quietly(site: Path, window: Window) -> None:
    assert "A forum" in window.ask("lscgs/south/news/forum/")
    (site / PAGE).write_text("---\ntitle: Another forum\ndate: 9 May 2016\nsummary: Come.\n---\nText.\n")
    window.wait_for("lscgs/south/news/forum/", "Another forum")
    (site / PAGE).write_text("---\ntitle: Broken\ndate: 31/06/2016\n---\nText.\n")
    text = window.wait_for("lscgs/south/news/forum/", "must be fixed")
    assert "Another forum" in text
    assert window.process.stderr is not None
    first = window.process.stderr.readline()  # the browser may know before the terminal does
    out, told = window.interrupt()
    assert window.process.returncode == 0
    assert out.endswith("The preview has ended.\n")
    assert first == f"{PAGE}:3   must be fixed\n"
    assert "Traceback" not in out + told
    assert not (site / "dist").exists()


@pytest.mark.parametrize("is_open", [True, False], ids=["while it is open", "while nobody looks"])
def test_a_save_is_told_once(site: Path, window: Window, is_open: bool) -> None:
    out = window.process.stdout
    assert out is not None
    assert out.readline().startswith("Save a file")
    window.ask("calendar.ics")  # which is there when the whole site is
    since = re.search(r'data-version="(\d+)"', window.ask(""))
    assert since is not None
    asked = f"{window.address}-/changes?since={since[1]}&at=%2Flscgs%2Fsouth%2Fnews%2Fforum%2F"
    with urllib.request.urlopen(asked, timeout=20) if is_open else nullcontext() as changes:
        (site / PAGE).write_text("---\ntitle: Another forum\ndate: 9 May 2016\nsummary: Come.\n---\nText.\n")
        if changes is not None:
            assert changes.readline() == b"event: change\n"
        assert select.select([out], [], [], 30)[0], "nothing is told"
        told = out.readline()
    window.wait_for("lscgs/south/news/", "Another forum")
    rest, _ = window.interrupt()
    assert told.startswith(f"{PAGE} changed: shown ")
    assert rest.strip() == "The preview has ended."


def test_what_was_made_is_kept_also_where_the_window_is_closed(site: Path, window: Window) -> None:
    window.ask("")
    kept = site / ".cache" / "boardsite.db"
    end = time.monotonic() + 30
    while not kept.is_file() or not rows_of(kept):
        assert time.monotonic() < end
        time.sleep(0.05)
    first = rows_of(kept)
    (site / PAGE).write_text("---\ntitle: Another forum\ndate: 9 May 2016\nsummary: Come.\n---\nText.\n")
    window.wait_for("lscgs/south/news/forum/", "Another forum")
    while rows_of(kept) == first:  # what a save has made is kept, too, once it is shown
        assert time.monotonic() < end
        time.sleep(0.05)
    window.process.kill()
    window.process.wait()
    assert rows_of(kept) > first > 20


def rows_of(path: Path) -> int:
    with closing(sqlite3.connect(path, timeout=5)) as connection:
        try:
            (number,) = connection.execute("SELECT count(*) FROM remembered").fetchone()
        except sqlite3.OperationalError:  # the table is not there yet
            return 0
    return int(number)


def test_a_busy_port_or_an_odd_one_is_answered_in_a_sentence(site: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        for typed, sentence in ((str(port), f"Port {port} is in use"), ("eight", "eight is not the number of a port")):
            done = subprocess.run(
                [sys.executable, "-m", "boardsite", "serve", "--port", typed], cwd=site, capture_output=True, text=True,
                env={**os.environ, "PYTHONPATH": str(small_site.ROOT)}, timeout=60,
            )  # fmt: skip
            assert done.returncode == 2
            assert sentence in done.stderr
            assert "--port " in done.stderr
            assert "Traceback" not in done.stderr


def test_the_file_of_an_open_page_is_watched_and_the_rest_waits_until_its_page_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site, done = small_site.write(tmp_path), list[object]()

    def watched(root: Path, last: Glance, likely: Callable[[], frozenset[str]]) -> Iterator[Glance]:
        done.append(likely())
        yield Glance(tuple(each._replace(marks=(1, 1, 1, 1)) for each in last.files))
        raise KeyboardInterrupt

    monkeypatch.setattr(serve, "glances", watched)
    monkeypatch.setattr(serve, "time", SimpleNamespace(sleep=done.append, monotonic=time.monotonic))
    monkeypatch.setattr(Preview, "looked_at", lambda _: frozenset({"/lscgs/south/news/forum/"}))
    refresh = Preview.refresh

    def refreshed(self: Preview, seen: Glance | None = None) -> Shown:
        done.append("the rest")
        return refresh(self, seen)

    monkeypatch.setattr(Preview, "show_first", lambda *_: True)
    monkeypatch.setattr(Preview, "refresh", refreshed)
    assert serve.run(Order(site, small_site.MOMENT), 0, lambda: small_site.MOMENT) == 0
    assert done == [{PAGE}, serve.UNTIL_ASKED, "the rest"]
