"""The editors' guide: every command works, every message and every word on the screen is what the program shows."""

from __future__ import annotations

import contextlib
import io
import json
import re
import shlex
import shutil
from pathlib import Path

import pytest

from boardsite import cli
from boardsite.calendars import reader
from boardsite.calendars.events import Status
from boardsite.pages.form_collections import collections
from boardsite.pipeline import Order, build
from boardsite.rendering import forms_program
from tests.browser.test_forms import INVITATION, MOMENT
from tests.calendars.ics import LONDON, codes, expand, only, read, vcalendar, vevent
from tests.forms.test_edits import TUESDAYS
from tests.support.browser import ROOT, missing
from tests.support.in_node import ask

GUIDE = (ROOT / "docs" / "editors-guide.md").read_text("utf-8")
COMMAND = re.compile(r"^    python3 build\.py (.+)$", re.M)
PICTURE = re.compile(r"!\[([^\]]*)\]\((images/guide-[\w-]+\.webp)\)")
QUOTED = re.compile(r"“([^”]+)”")
BOLD = re.compile(r"\*\*([^*]+)\*\*")
LOCALE = ROOT / "forms" / "node_modules" / "@sveltia" / "cms" / "locales" / "en-GB.json"
# What tells of the guide itself; whole jobs end in a full stop.
NOT_ON_SCREEN = {"bold", "Look at the site"}


def copy(folder: Path) -> Path:
    for top in ("content", "lscgs", "theme"):
        shutil.copytree(ROOT / top, folder / top)
    (folder / "invitation.ics").write_text(INVITATION, "utf-8", newline="")
    return folder


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[int, str]]:
    """Return exit code and words of each command of the guide, run in its order in one copy of the sample."""
    folder = copy(tmp_path_factory.mktemp("guide"))
    commands = [line for line in COMMAND.findall(GUIDE) if line != "serve"]
    more = [
        'new event --group south --title A --date "31 June 2027"',
        "new event --group nowhere --title A --date 2027-06-01",
    ]
    found = {}
    with contextlib.chdir(folder):
        for line in [*commands, "import invitation.ics --group south", "import picture.ics", *more]:
            Path("picture.ics").write_text("no calendar", "utf-8")
            out = io.StringIO()
            with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
                code = cli.main(shlex.split(line))
            found[line if line not in found else f"{line} again"] = code, " ".join(out.getvalue().split())
    return found


def test_every_command_of_the_guide_works(told: dict[str, tuple[int, str]]) -> None:
    commands = [line for line in COMMAND.findall(GUIDE) if line != "serve"]
    assert len(commands) == 7
    assert {line: told[line] for line in commands if told[line][0] != 0} == {}
    written = " ".join(told[line][1] for line in commands)
    for name in (
        "events/summer-forum-2027-06-28.ics",
        "events/planning-afternoon-2027-05-18.ics",
        "news/our-june-forum.md",
    ):
        assert f"lscgs/south/{name}" in written


def test_the_lines_that_cancel_one_date_cancel_it() -> None:
    block = re.search(r"^    BEGIN:VEVENT\n.*?^    END:VEVENT\n", GUIDE, re.M | re.S)
    assert block
    series = (ROOT / "lscgs" / "south" / "events" / "group-meeting.ics").read_bytes().decode()
    at = series.rindex("END:VEVENT\r\n") + len("END:VEVENT\r\n")
    text = series[:at] + block[0].replace("    ", "").replace("\n", "\r\n") + series[at:]
    reading = reader.read([("a.ics", text.encode())], LONDON)
    before = reader.read([("a.ics", series.encode())], LONDON)
    assert reading.diagnostics == before.diagnostics
    off = {str(o.when.first) for o in expand(reading) if o.details.status is Status.CANCELLED}
    assert off - {str(o.when.first) for o in expand(before) if o.details.status is Status.CANCELLED} == {"2027-03-09"}


@pytest.mark.parametrize("text", [GUIDE, (ROOT / "README.md").read_text("utf-8")], ids=["guide", "README"])
def test_the_lines_that_cancel_an_event_make_a_new_revision_of_it(text: str) -> None:
    block = re.search(r"^    STATUS:CANCELLED\n(    .*\n)+\n", text, re.M)
    assert block
    lines = [line.strip() for line in block[0].splitlines() if line.strip()]
    old, new = (only(read(vcalendar(vevent("DTSTART:20270628T093000", *more)))).details for more in ([], lines))
    assert (old.status, new.status) == (Status.SCHEDULED, Status.CANCELLED)
    assert new.sequence > old.sequence and new.stamp > old.stamp
    assert codes(read(vcalendar(vevent("DTSTART:20270628T093000", *lines)))) == []
    assert codes(read(vcalendar(vevent("DTSTART:20270628T093000", lines[0])))) == ["event.off-since-when"]


def test_every_picture_is_used_small_and_there() -> None:
    used = {name: words for words, name in PICTURE.findall(GUIDE)}
    files = {f"images/{path.name}": path for path in (ROOT / "docs" / "images").glob("guide-*")}
    assert set(used) == set(files)
    assert 6 <= len(files) <= 12
    assert all(path.stat().st_size <= 60_000 for path in files.values())
    assert all(len(words) > 20 for words in used.values())


@pytest.fixture(scope="module")
def words() -> str:
    """Return the words of the forms' program, as we serve them, and of our own forms."""
    if not LOCALE.is_file():
        missing("forms/node_modules", "run `npm ci --ignore-scripts --prefix forms`", "the words of the editing forms")
    program = json.loads(forms_program._reworded(LOCALE.read_text("utf-8")))
    site = build(Order(ROOT, MOMENT)).site
    assert site is not None
    (south,) = (group for group in site.groups if group.key == "south")
    files = [*(ROOT / "forms").glob("[cps]*/*.js"), *(ROOT / "theme" / "templates").rglob("*.html")]
    texts = [path.read_text("utf-8") for path in files]
    return "\n".join([json.dumps([program, collections(site, south, "lscgs/south")], ensure_ascii=False), *texts])


def test_every_message_of_the_guide_is_what_the_program_says(told: dict[str, tuple[int, str]], words: str) -> None:
    private = vcalendar(vevent("DTSTART:20160601T093000", "CLASS:PRIVATE"))
    counted = TUESDAYS.replace("UNTIL=20160126T235959Z", "COUNT=4")
    jobs: list[dict[str, object]] = [
        {"do": "edit", "text": TUESDAYS, "changes": {"day": "2016-01-06"}},
        {"do": "edit", "text": counted, "changes": {"day": "2016-01-06"}},
        {"do": "edit", "text": TUESDAYS, "changes": {"to": "08:00"}},
        {"do": "read", "text": private.replace("Forum", "\ufffd")},
        {"do": "settings", "text": "Hello", "shape": {"hasBody": True, "fields": {}}},
    ]
    refused = [str(answer["refused"]) for answer in ask(jobs)]
    expected = (path.read_text("utf-8") for path in (ROOT / "tests" / "messages").glob("*/expected.txt"))
    pool = " ".join("\n".join([*(text for _, text in told.values()), *refused, *expected, words]).split())
    sentences = [" ".join(sentence.split()) for sentence in QUOTED.findall(GUIDE) if sentence != "quotation marks"]
    assert len(sentences) > 12
    assert [sentence for sentence in sentences if sentence not in pool] == []
    assert set(refused) - set(sentences) == set()


def test_every_word_of_the_guide_that_stands_on_the_screen_does(words: str) -> None:
    shown = {" ".join(word.split()) for word in BOLD.findall(GUIDE)} - NOT_ON_SCREEN
    on_screen = {word for word in shown if not word.endswith(".")}
    assert len(on_screen) > 30
    parts = ("Sign In with GitHub", "Add changed date")  # made of a word of the program's and a name
    assert {
        word for word in on_screen if word not in parts and not re.search(rf"[>\"“]{re.escape(word)} ?[<\"”]", words)
    } == set()
    assert "Sign In with {$service}" in words
    assert '"label_singular": "changed date"' in words
