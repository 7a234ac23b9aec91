"""Whatever is edited in whatever order: a build with a cache gives the bytes and the report of a build without one."""

from __future__ import annotations

import os
import random
import re
from dataclasses import replace
from datetime import timedelta

import pytest

from boardsite.between_builds import keep_for_next, recall_last
from boardsite.diagnostics import Location
from boardsite.messages import theme as messages
from boardsite.model.assemble import Wishes
from boardsite.model.routes import file_of
from boardsite.pipeline import Order, Outcome, build_from
from boardsite.reading.sources import SourceFile, read_tree, source_file
from boardsite.rendering.forms_program import Program
from boardsite.rendering.recipes import Kitchen
from boardsite.schema.documents import PICTURE_ENDINGS
from boardsite.storage.cache import Cache
from tests.calendars.ics import vcalendar, vevent
from tests.support import small_site

STEPS, MOVED = 10, b'http-equiv="refresh"'
# A few in every run; `BOARDSITE_EDITS=200 python3 build.py test tests/properties` plays more of them.
SEQUENCES = int(os.environ.get("BOARDSITE_EDITS", "4"))


def an_edit(files: dict[str, bytes], chance: random.Random) -> str:
    """Change the site in one way, as editors and designers do; return what was done."""
    news = sorted(path for path in files if "/news/" in path)
    events = sorted(path for path in files if path.endswith(".ics"))
    templates = sorted(path for path in files if path.startswith("theme/templates/components/"))
    number = chance.randrange(10_000)
    match chance.randrange(11):
        case 0:
            day = chance.randrange(1, 28)
            text = f"---\ntitle: Item {number}\ndate: {day} May 2016\nsummary: s\ntags: [a, b{number % 3}]\n---\nText {number}.\n"
            files[f"lscgs/south/news/item-{number}.md"] = text.encode()
        case 1 if news:
            files[chance.choice(news)] += b"\nMore *words*.\n"
        case 2 if news:
            del files[chance.choice(news)]
        case 3 if news:
            old = chance.choice(news)
            files[old.rpartition("/")[0] + f"/moved-{number}.md"] = files.pop(old)
        case 4:
            event = vevent(
                f"DTSTART;TZID=Europe/London:201606{chance.randrange(1, 30):02}T093000",
                uid=f"{number}@x",
                title=f"Talk {number}",
            )
            files[f"lscgs/south/events/talk-{number}.ics"] = vcalendar(event).encode()
        case 5 if events:
            path = chance.choice(events)
            files[path] = files[path].replace(b"SUMMARY:", b"SUMMARY:New ", 1)
        case 6:
            files["content/site.yaml"] = files["content/site.yaml"].replace(b"short_name: S", b"short_name: SS", 1)
        case 7:
            path = chance.choice(templates)
            files[path] = files[path].replace(b"</", b" </", 1)
        case 8:
            files["theme/css/tokens.css"] += b"\n:root { --app-x: %d; }\n" % number
        case 9:
            path = chance.choice(sorted(path for path in files if path.startswith("theme/js/")))
            files[path] += b"\n// %d\n" % number
        case _:
            files["lscgs/south/contacts.yaml"] = (
                f"contacts:\n  - role: Chair {number}\n    phone: 01632 960001\n".encode()
            )
            return "contact"
    return "edit"


def an_edit_of_the_sample(files: dict[str, bytes], chance: random.Random) -> str:
    """Change a file of the sample in one of the ways in which any file can be changed; return its path."""
    path = chance.choice([path for path in sorted(files) if path.endswith((".md", ".ics", ".yaml"))])
    lines = files[path].split(b"\n")
    at = chance.randrange(len(lines))
    match chance.randrange(8):
        case 0:
            del files[path]
        case 1:
            folder, _, name = path.rpartition("/")
            files[f"{folder}/copy-of-{name}"] = files[path]
        case 2:
            lines.pop(at)
        case 3:
            lines.insert(at, chance.choice(lines))
        case 4:
            lines[at] = lines[at].swapcase()
        case 5:
            lines[at] = re.sub(rb"[0-9]", b"%d" % chance.randrange(10), lines[at], count=1)
        case 6:
            lines[at] += b" and more"
        case _:
            lines = files[chance.choice([each for each in sorted(files) if each.endswith(path[-4:])])].split(b"\n")
    if path in files:
        files[path] = b"\n".join(lines)
    return path


def files_of(outcome: Outcome) -> dict[str, tuple[bytes, frozenset[str]]]:
    """Return what was made: bytes that an earlier build has left are read for that."""
    return {path: (made.content, made.links) for path, made in outcome.files}


def looked_at(sources: tuple[SourceFile, ...], order: Order, cache: Cache, wanted: frozenset[str]) -> Outcome:
    """Return what a preview makes of the pages that somebody looks at, before it makes the whole site."""
    return build_from(sources, replace(order, only=wanted), cache=cache)


def agrees(first: Outcome, clean: Outcome, wanted: frozenset[str]) -> None:
    """Check that these pages are those of the whole site, and that nothing else was told of it but what is late."""
    if clean.site is None or clean.late:
        return
    assert first.report == clean.report
    whole, made = files_of(clean), files_of(first)
    assert {address for address in wanted if file_of(address) in whole} <= {*map(address_of, made)}
    assert {path: made[path] for path in made} == {path: whole[path] for path in made}


def address_of(path: str) -> str:
    return "/" + path.removesuffix("index.html")


def some_pages(outcome: Outcome, chance: random.Random) -> frozenset[str]:
    """Return the addresses of a few pages; those that lead on from an old address are known to the whole site only."""
    pages = [address_of(p) for p, made in outcome.files if p.endswith("/index.html") and MOVED not in made.content]
    return frozenset(chance.sample(pages, min(3, len(pages))))


def built(sources: tuple[SourceFile, ...], order: Order, cache: Cache, mode: str) -> Outcome:
    """Return what a build makes with what a cache holds, as a command does or as a preview does."""
    if mode == "next process":
        recall_last(order, cache)
    made = build_from(sources, order, cache=cache)
    if mode == "next process" and not made.report.errors:
        keep_for_next(order, cache)
    return made


@pytest.mark.parametrize("mode", ["cache", "preview", "next process"])
@pytest.mark.parametrize("seed", range(SEQUENCES))
def test_warm_is_clean_byte_for_byte(seed: int, mode: str) -> None:
    chance = random.Random(seed)
    files = {path: c if isinstance(c, bytes) else c.encode() for path, c in small_site.files().items()}
    files |= {source.path: source.content for source in small_site.theme()}
    cache, moment = Cache(None, b"program", builds_often=mode == "preview"), small_site.MOMENT
    wanted: frozenset[str] = frozenset()
    for step in range(STEPS):
        an_edit(files, chance)
        if chance.randrange(4) == 0:
            moment += timedelta(hours=chance.randrange(60))
        sources: tuple[SourceFile, ...] = tuple(source_file(path, content) for path, content in sorted(files.items()))
        order = Order(small_site.ROOT, moment)
        first = looked_at(sources, order, cache, wanted) if mode == "preview" and wanted else None
        warm = built(sources, order, cache, mode)
        clean = build_from(sources, order)
        if first is not None:
            agrees(first, clean, wanted)
        wanted = some_pages(clean, chance)
        assert warm.report == clean.report, step
        assert files_of(warm) == files_of(clean), step


@pytest.mark.parametrize("mode", ["preview", "next process"])
@pytest.mark.parametrize("seed", range(SEQUENCES))
def test_the_sample_is_clean_whatever_is_done_to_its_files(seed: int, mode: str) -> None:
    """Pictures are left out, which take most of the time; that they are missing is told in both alike."""
    chance = random.Random(1_000 + seed)
    whole = {source.path: source for source in read_tree(small_site.ROOT)[0] if source.ending not in PICTURE_ENDINGS}
    files = {path: source.content for path, source in whole.items()}
    cache, moment = Cache(None, b"program", builds_often=mode == "preview"), small_site.MOMENT
    wanted: frozenset[str] = frozenset()
    for step in range(STEPS):
        before = dict(files)
        done = an_edit_of_the_sample(files, chance)
        # What stays is the same object, as in the preview, for which it is the sign that nothing is new.
        whole = {p: whole[p] if p in whole and whole[p].content == c else source_file(p, c) for p, c in files.items()}
        if chance.randrange(4) == 0:
            moment += timedelta(hours=chance.randrange(60))
        order = Order(small_site.ROOT, moment, wishes=Wishes(shows_drafts=bool(step % 3)))
        first = looked_at(tuple(whole.values()), order, cache, wanted) if mode == "preview" and wanted else None
        warm = built(tuple(whole.values()), order, cache, mode)
        clean = build_from(tuple(whole.values()), order)
        if first is not None:
            agrees(first, clean, wanted)
        wanted = some_pages(clean, chance)
        assert warm.report == clean.report, (step, done)
        assert files_of(warm) == files_of(clean), (step, done)
        if clean.site is None:
            files = before  # from nothing, nothing can be learned


EDITING = "editing:\n  host: github\n  repository: example/site\n"


@pytest.mark.parametrize(
    "changes",
    [
        {"content/site.yaml": small_site.SITE + EDITING},
        {"theme/templates/pages/contacts.html": "{{ nothing }}"},
        {"content/news/pic.md": "---\ntitle: P\ndate: 3 May 2016\nsummary: s\n---\n![A](../images/a.png)\n",
         "content/images/a.png": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x09\0\0\0\x09\x08\x02\0\0\0\0\0\0\0"},
    ],
    ids=["forms", "a broken template", "a broken picture"],
)  # fmt: skip
def test_the_second_build_of_an_odd_site_is_clean(
    changes: dict[str, str | bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    program = Program("/assets/forms/pages/start.js", (), ())
    monkeypatch.setattr("boardsite.rendering.forms_program.program", lambda _files: program)
    files = {source.path: source.content for source in small_site.theme()}
    files |= {p: c if isinstance(c, bytes) else c.encode() for p, c in small_site.files(changes).items()}
    stays_clean(tuple(source_file(path, content) for path, content in files.items()))


def test_two_files_whose_names_are_read_alike_are_told_each_time() -> None:
    """A disk may hold an accent as one letter or as two: then one name comes twice, with what may be the same text."""
    files = [(source.path, source.content) for source in small_site.theme()]
    files += [(p, c if isinstance(c, bytes) else c.encode()) for p, c in small_site.files().items()]
    files += [(path, content) for path, content in files if "/news/" in path]
    clean = stays_clean(tuple(source_file(path, content) for path, content in files))
    assert "route.clash" in {found.code for found in clean.report.errors}


def stays_clean(sources: tuple[SourceFile, ...]) -> Outcome:
    """Check that one build after another gives what a build that knows nothing gives, and return that."""
    order, cache = Order(small_site.ROOT, small_site.MOMENT), Cache(None, b"program", builds_often=True)
    clean = build_from(sources, order)
    for _ in range(3):
        warm = build_from(sources, order, cache=cache)
        assert warm.report == clean.report
        assert dict(warm.files) == dict(clean.files)
    return clean


def test_what_could_not_be_made_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    files = {source.path: source.content for source in small_site.theme()}
    files |= {p: c if isinstance(c, bytes) else c.encode() for p, c in small_site.files().items()}
    sources = tuple(source_file(path, content) for path, content in files.items())
    order, cache = Order(small_site.ROOT, small_site.MOMENT), Cache(None, b"program", builds_often=True)
    with monkeypatch.context() as once:
        once.setattr(Kitchen, "make", lambda _kitchen, _target: messages.no_theme(Location("theme")))
        assert build_from(sources, order, cache=cache).report.errors
    assert dict(build_from(sources, order, cache=cache).files) == dict(build_from(sources, order).files)


def test_a_build_without_a_cache_knows_nothing_of_the_builds_before_it(monkeypatch: pytest.MonkeyPatch) -> None:
    before = small_site.build()

    def stumble(text: str) -> str:
        raise AssertionError(text[:1])

    monkeypatch.setattr("boardsite.markup.body.to_html", stumble)
    assert "page.not-converted" not in small_site.codes(before)
    assert "page.not-converted" in small_site.codes(small_site.build())
