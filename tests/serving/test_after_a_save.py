"""After a save, the preview makes what reads the changed file, and takes everything else as it was."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from boardsite.calendars import writer
from boardsite.messages.serving import made_again
from boardsite.pipeline import Order
from boardsite.rendering.remembered import Larder
from boardsite.serving.maker import Maker
from tests.support import small_site

SOUTH = "lscgs/south"
TOKENS = "theme/css/tokens.css"


class Desk:
    """A site on the disk, and the addresses of what was rendered after the last save."""

    def __init__(self, root: Path) -> None:
        self.root = small_site.write(root)
        moment = datetime(2016, 6, 1, tzinfo=UTC)
        self.maker = Maker(Order(root, moment), "http://127.0.0.1:8000", lambda: moment)
        self.rendered: Counter[str] = Counter()
        self.maker.make(None)

    def save(self, path: str, change: Callable[[str], str]) -> set[str]:
        """Change a file, and return the addresses of what was made anew; files that are copied are left out."""
        file = self.root / path
        file.write_text(change(file.read_text("utf-8")), "utf-8", newline="")
        self.rendered.clear()
        self.maker.make(None)
        return {address for address in self.rendered if address.endswith("/")}


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    made = Desk(tmp_path)
    whole = Larder._new

    def noting(self: Larder, target: object) -> object:
        made.rendered[target.address] += 1  # type: ignore[attr-defined]
        return whole(self, target)  # type: ignore[arg-type]

    monkeypatch.setattr(Larder, "_new", noting)
    return made


def test_a_sentence_of_a_news_item_is_on_its_page_alone(desk: Desk) -> None:
    assert desk.save(f"{SOUTH}/news/forum.md", lambda text: text + "\nOne sentence more.\n") == {
        "/lscgs/south/news/forum/"
    }


def test_a_title_of_a_news_item_is_on_every_page_that_names_it(desk: Desk) -> None:
    made = desk.save(f"{SOUTH}/news/forum.md", lambda text: text.replace("A forum", "A meeting"))
    assert {"/", "/news/", "/lscgs/south/", "/lscgs/south/news/", "/lscgs/south/news/forum/", "/search/"} <= made
    assert not made & {"/contacts/", "/lscgs/south/contacts/", "/calendar/", "/lscgs/south/calendar/"}


def test_an_event_is_on_the_pages_of_calendars(desk: Desk) -> None:
    made = desk.save(f"{SOUTH}/events/forum.ics", lambda text: text.replace("Summer forum", "June forum"))
    assert {"/", "/calendar/", "/calendar/2016-06/", "/lscgs/south/calendar/", "/lscgs/south/events/forum/"} <= made
    assert not made & {"/contacts/", "/news/launch/", "/lscgs/south/news/forum/", "/worried-about-a-child/"}


def test_events_that_are_as_they_were_are_not_written_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    forum = desk.root / SOUTH / "events/forum.ics"
    forum.with_name("other.ics").write_text(forum.read_text("utf-8").replace("UID:forum", "UID:other"), "utf-8", newline="")
    desk.maker.make(None)
    written: list[str] = []
    whole = writer.vevents
    monkeypatch.setattr(writer, "vevents", lambda series, *given: written.append(series.uid) or whole(series, *given))
    desk.save(f"{SOUTH}/events/forum.ics", lambda text: text.replace("Summer forum", "June forum"))
    assert set(written) == {"forum@example.org"}
    content = dict(desk.maker.make(None).files)["calendar.ics"].content
    assert content.count(b"BEGIN:VEVENT") == 2
    assert b"June forum" in content


def test_a_contact_is_on_the_page_of_its_group(desk: Desk) -> None:
    made = desk.save(f"{SOUTH}/contacts.yaml", lambda text: text.replace("Chair", "Vice-chair"))
    assert "/lscgs/south/contacts/" in made
    assert not made & {"/", "/calendar/", "/news/", "/lscgs/south/news/forum/"}


def test_a_save_that_changes_nothing_makes_nothing(desk: Desk) -> None:
    assert desk.save(f"{SOUTH}/news/forum.md", lambda text: text) == set()


def test_the_name_of_the_board_is_on_every_page(desk: Desk) -> None:
    made = desk.save("content/site.yaml", lambda text: text.replace("name: ", "name: The ", 1))
    assert {"/", "/contacts/", "/calendar/", "/news/launch/", "/lscgs/south/news/forum/"} <= made


def test_a_style_or_a_script_is_on_no_page(desk: Desk) -> None:
    """They keep their names, so that every page stays as it is, and what is there is what was saved."""
    names = {path for path, _ in desk.maker.make(None).files if path.startswith("assets/")}
    assert desk.save("theme/css/utilities.css", lambda text: text + ".app-now{order:7}\n") == set()
    assert desk.save("theme/css/pages/poster.css", lambda text: text + ".app-then{order:8}\n") == set()
    assert desk.save("theme/js/finding/search.js", lambda text: text + 'console.log("now");\n') == set()
    files = {path: each.content for path, each in desk.maker.make(None).files if path.startswith("assets/")}
    assert set(files) == names
    for inside in (b".app-now{order:7}", b".app-then{order:8}", b'console.log("now")'):
        assert sum(inside in content for content in files.values()) == 1


def test_a_colour_of_the_theme_is_on_the_cards_that_are_drawn_in_it(desk: Desk) -> None:
    first = {path: each.content for path, each in desk.maker.make(None).files if path.startswith("images/share-")}
    assert desk.save(TOKENS, lambda text: re.sub(r"(--app-group-ground: )#[0-9a-f]{6}", r"\1#123456", text))
    second = {path: each.content for path, each in desk.maker.make(None).files if path.startswith("images/share-")}
    assert first != second


def test_a_script_that_is_new_can_be_asked_for(desk: Desk) -> None:
    (desk.root / "theme/js/finding/new.js").write_text("console.log(1);\n")
    made = desk.save("theme/templates/layouts/base.html", lambda text: text.replace("</head>", "{{ 'finding/new.js' | script }}</head>"))
    assert "/contacts/" in made


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0.03, "a.md changed: shown at once.\n"), (0.1, "a.md changed: shown after 0.1 seconds.\n")],
)
def test_how_long_it_took_is_said(seconds: float, words: str) -> None:
    assert made_again(seconds, ("a.md",)) == words


def test_the_files_of_pages_that_somebody_looks_at_are_known(desk: Desk) -> None:
    files = {
        "/worried-about-a-child/": "content/worried-about-a-child.md",
        f"/{SOUTH}/": f"{SOUTH}/index.md",
        f"/{SOUTH}/news/forum/": f"{SOUTH}/news/forum.md",
        f"/{SOUTH}/events/forum/": f"{SOUTH}/events/forum.ics",
    }
    for address, path in files.items():
        assert desk.maker.files_of(frozenset({address})) == {path}
    assert desk.maker.files_of(frozenset({*files, f"/{SOUTH}/calendar/", "/nowhere/"})) == set(files.values())
    assert desk.maker.files_of(frozenset()) == set()
