"""The second wall: what works on one thing for too long is stopped, named, and left out; the rest of the site is there."""

from __future__ import annotations

import gc
import re
import signal
import threading
import time
from collections.abc import Callable, Iterator
from types import SimpleNamespace

import pytest
import yaml

from boardsite import patience
from boardsite.calendars import reader, recurrence
from boardsite.markup import body
from boardsite.markup.remembered import all_remembered
from boardsite.pipeline import Outcome
from boardsite.rendering import picture_files
from boardsite.schema import documents
from boardsite.storage.cache import Cache
from tests.bad_input.pictures import png
from tests.support import small_site
from tests.support.soon import within

needs_timer = pytest.mark.skipif(
    not hasattr(signal, "setitimer"), reason="this system has no timer: untested that what runs away is stopped"
)
NEWS = "lscgs/south/news/forum.md"
PICTURED = "---\ntitle: A forum\ndate: 9 May 2016\nsummary: s\nimage: images/hall.png\nimage_alt: A hall\n---\nText.\n"


@pytest.fixture
def hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    limited = patience.limited
    monkeypatch.setattr(patience, "limited", lambda thing: limited(thing, 0.2))


def loop() -> None:
    while True:
        try:
            time.perf_counter()
        except Exception:  # a library that goes on whatever happens
            continue


def pattern() -> None:
    assert not re.match(r"(a+)+$", "a" * 60 + "b")


def text_node() -> None:
    while True:
        yaml.compose("a: b\n" * 1_000, Loader=yaml.CSafeLoader)


@pytest.fixture
def unwatched() -> Iterator[None]:
    """Take away what the test tools run after each collection of garbage: a signal that comes there is swallowed."""
    callbacks = gc.callbacks[:]
    gc.callbacks.clear()
    yield
    gc.callbacks[:] = callbacks


@needs_timer
@pytest.mark.parametrize("work", [loop, pattern, text_node])  # none of them would ever end
def test_whatever_runs_is_stopped(work: Callable[[], None], unwatched: None) -> None:
    with pytest.raises(patience.OutOfPatience), patience.limited("a.md", 0.2):
        work()


def test_what_is_quick_is_not_touched_and_leaves_no_timer() -> None:
    with patience.limited("a.md", 5):
        pass
    if hasattr(signal, "setitimer"):
        assert signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)
        assert signal.getsignal(signal.SIGPROF) is not patience._stop


def test_outside_the_main_thread_the_work_is_done_without_a_timer() -> None:
    done: list[bool] = []

    def work() -> None:
        with patience.limited("a.md", 0.001):
            done.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == [True]


def endless_for(word: str, whole: Callable[..., object]) -> Callable[..., object]:
    """Return a function that never ends for what has a word in it, and does its work for all else."""

    def work(*given: object, **more: object) -> object:
        while any(word in repr(part)[:5_000] for part in given):
            pass
        return whole(*given, **more)

    return work


STEPS = {
    "Markdown": (body, "to_html", "runaway", {NEWS: "---\ntitle: x\ndate: 9 May 2016\nsummary: s\n---\nA runaway text.\n"}, NEWS),
    "YAML": (documents, "read_page", "runaway", {NEWS: "---\ntitle: runaway\ndate: 9 May 2016\nsummary: s\n---\nText.\n"}, NEWS),
    "calendars": (reader, "_read_file", "runaway", {"lscgs/south/events/runaway.ics": small_site.EVENT}, "lscgs/south/events/runaway.ics"),
    "dates": (recurrence, "expand", "runaway", {"lscgs/south/events/runaway.ics": small_site.EVENT.replace("forum@", "runaway@")}, "lscgs/south/events/runaway.ics"),
    "pictures": (picture_files, "picture_bytes", "hall", {NEWS: PICTURED, "lscgs/south/images/hall.png": png()}, "lscgs/south/images/hall.png"),
}  # fmt: skip


@needs_timer
@pytest.mark.parametrize("step", STEPS)
def test_what_runs_away_is_named_and_left_out_and_the_rest_is_there(
    step: str, hurry: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    module, name, word, changes, path = STEPS[step]
    monkeypatch.setattr(module, name, endless_for(word, getattr(module, name)))
    outcome: Outcome = small_site.build(changes)
    told = [d for d in outcome.report.errors if d.code == "file.takes-too-long"]
    assert {d.where.path for d in told} == {path}
    assert all(d.is_contained for d in outcome.report.errors), small_site.codes(outcome)
    assert {"index.html", "news/launch/index.html", "lscgs/south/contacts/index.html"} <= {
        file for file, _ in outcome.files
    }


@needs_timer
def test_what_was_stopped_is_tried_again_in_the_next_build(hurry: None, monkeypatch: pytest.MonkeyPatch) -> None:
    cache, page = Cache(None, b"program"), SimpleNamespace(path="p.md", body="Text", body_line=1)
    with monkeypatch.context() as slow:
        slow.setattr(body, "to_html", endless_for("Text", body.to_html))
        assert all_remembered([page], cache)[0].body is None
    assert all_remembered([page], cache)[0].body is not None


def test_it_costs_an_ordinary_build_next_to_nothing() -> None:
    with within(0.5):
        for _ in range(2_000):  # more files than a board has
            with patience.limited("a.md"):
                pass
