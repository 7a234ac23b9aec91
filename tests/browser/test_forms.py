"""The editing forms in Chromium, as a chair uses them: with the Git host (a stand-in) and in a folder.

Both times the same work is done: a new event, changed once more, a title in a calendar of Outlook's, one moved date of a series, a
telephone number, a headline, a news item with a photograph, and an invitation dropped on the page.
"""

from __future__ import annotations

import base64
import difflib
import io
import json
import shutil
import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import ExifTags, Image

from boardsite.pipeline import Order, Outcome, build
from boardsite.rendering.forms_program import PARTS
from tests.support.browser import ROOT, RUNNER, missing, need_browser

pytestmark = pytest.mark.browser

MOMENT = datetime(2027, 1, 4, 9, 0, tzinfo=UTC)
EDITING = "\nediting:\n  host: github\n  repository: example-board/site\n"
INVITATION = """\
BEGIN:VCALENDAR
METHOD:REQUEST
PRODID:Microsoft Exchange Server 2010
VERSION:2.0
BEGIN:VEVENT
ORGANIZER;CN=South chair:mailto:south-chair@example.org
ATTENDEE;CN="Vice-chair, South":mailto:south-vice-chair@example.org
DESCRIPTION:We plan the summer.\\nMeeting ID: 123 456 789\\nPasscode: Ab3kQz\\n
UID:040000008200E00074C5B7101A82E008
SUMMARY:Planning afternoon
DTSTART;TZID=GMT Standard Time:20270518T140000
DTEND;TZID=GMT Standard Time:20270518T160000
CLASS:PUBLIC
DTSTAMP:20270101T090000Z
LOCATION:Sample Library\\, City
BEGIN:VALARM
TRIGGER:-PT15M
ACTION:DISPLAY
DESCRIPTION:REMINDER
END:VALARM
END:VEVENT
END:VCALENDAR
""".replace("\n", "\r\n")
NEW = "lscgs/south/events/2027-03-09-forum-listening-again.ics"
DROPPED = "lscgs/south/events/2027-05-18-planning-afternoon.ics"
NEWS = "lscgs/south/news/a-walk-for-fathers.md"
PICTURE = "lscgs/south/images/lake.webp"
SOUTH = "lscgs/south/"
# What axe says of the program's own button while it works in a folder: its label is not what it shows.
KNOWN = {"folder": {("list", "label-content-name-mismatch")}, "host": set()}


@dataclass(frozen=True)
class Work:
    """The project before, and what came of the work in the forms."""

    root: Path
    where: str
    files: dict[str, str]
    rest: dict[str, object]

    def changes(self, name: str) -> list[str]:
        """Return the lines of a file that went and came, line ends included."""
        before = (self.root / SOUTH / name).read_bytes().decode().splitlines(keepends=True)
        after = self.files[SOUTH + name].splitlines(keepends=True)
        return [line for line in difflib.ndiff(before, after) if line[0] in "+-"]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    need_browser()
    if not all((ROOT / part).is_file() for part in PARTS):
        missing("forms/node_modules", "run `npm ci --ignore-scripts --prefix forms`", "the editing forms in a browser")
    return project_with_forms(tmp_path_factory.mktemp("forms") / "project", EDITING)


def project_with_forms(root: Path, editing: str) -> Path:
    """Return a copy of the sample that has editing forms, with its site in `dist`."""
    for top in ("content", "lscgs", "theme"):
        shutil.copytree(ROOT / top, root / top)
    (root / "forms").symlink_to(ROOT / "forms")
    settings = root / "content" / "site.yaml"
    settings.write_text(settings.read_text("utf-8") + editing, "utf-8")
    for path, artifact in site_of(root).files:
        (root / "dist" / path).parent.mkdir(parents=True, exist_ok=True)
        (root / "dist" / path).write_bytes(artifact.content)
    (root / "invitation.ics").write_text(INVITATION, "utf-8", newline="")
    (root / "Lake.jpg").write_bytes(photograph())
    return root


def photograph() -> bytes:
    """Return a picture as a telephone takes it: large, with its make and the place in it."""
    told = Image.Exif()
    told[ExifTags.Base.Make] = "Secret Camera"
    told[ExifTags.IFD.GPSInfo] = {1: "N", 2: (52.0, 37.0, 0.0), 3: "E", 4: (1.0, 17.0, 0.0)}
    out = io.BytesIO()
    Image.linear_gradient("L").resize((3000, 2000)).convert("RGB").save(out, "JPEG", exif=told)
    return out.getvalue()


def site_of(root: Path) -> Outcome:
    return build(Order(root, MOMENT))


@pytest.fixture(scope="module", params=["host", "folder"])
def work(request: pytest.FixtureRequest, project: Path) -> Work:
    options = {
        "dist": str(project / "dist"), "root": str(project), "where": request.param,
        "dropped": str(project / "invitation.ics"), "picture": str(project / "Lake.jpg"),
    }  # fmt: skip
    command = ["node", str(RUNNER), "forms", json.dumps(options)]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    return Work(project, request.param, answer.pop("files"), answer)


def test_the_files_that_were_worked_on_are_saved_and_no_others(work: Work) -> None:
    edited = ("events/outlook-calendar.ics", "events/group-meeting.ics", "contacts.yaml", "news/new-note-taker.md")
    assert set(work.files) == {NEW, DROPPED, NEWS, *(SOUTH + name for name in edited)}


def test_only_the_lines_of_what_was_changed_differ(work: Work) -> None:
    assert work.changes("contacts.yaml") == ["-     phone: 01632 960201\n", "+     phone: 01632 960299\n"]
    assert work.changes("news/new-note-taker.md") == [
        "- title: Papers now come a week before\n",
        '+ title: "Papers come early: a week before"\n',
    ]
    outlook = [line[:14] for line in work.changes("events/outlook-calendar.ics") if "LAST-MODIFIED" not in line]
    assert outlook == ["- SEQUENCE:0\r\n", "+ SEQUENCE:1\r\n", "- SUMMARY;LANG", "+ SUMMARY;LANG"]


def test_one_moved_date_is_one_more_event_in_the_file_of_its_series(work: Work) -> None:
    changes = work.changes("events/group-meeting.ics")
    assert all(line.startswith("+ ") for line in changes)
    text = "".join(line[2:] for line in changes)
    assert text.count("BEGIN:VEVENT") == 1
    assert "RECURRENCE-ID;TZID=Europe/London:20170314T093000\r\n" in text
    assert "DTSTART;TZID=Europe/London:20170321T093000\r\n" in text
    assert "DTEND;TZID=Europe/London:20170321T113000\r\n" in text


def test_the_site_takes_every_file_and_shows_what_the_forms_showed(work: Work, tmp_path: Path) -> None:
    for top in ("content", "lscgs", "theme"):
        shutil.copytree(work.root / top, tmp_path / top)
    before = site_of(tmp_path).report
    for name, text in work.files.items():
        (tmp_path / name).write_text(text, "utf-8", newline="")
    for name, content in work.rest["pictures"].items():  # type: ignore[attr-defined]
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(base64.b64decode(content))
    after = site_of(tmp_path)
    assert after.report == before
    assert after.site is not None
    events = {event.series.details.title: event for event in after.site.events}
    forum = events["Forum: listening, again"]
    assert [str(o.when.first) for o in forum.occurrences] == [
        "2027-03-09",
        "2027-04-13",
        "2027-05-11",
        "2027-06-08",
        "2027-07-13",
    ]
    assert forum.places
    assert (forum.series.details.description, forum.series.details.sequence) == ("Bring a story, and a pen.", 1)
    assert {"Planning afternoon", "Multi-agency forum: hearing small children"} <= set(events)
    assert str(events["Planning afternoon"].occurrences[0].when.starts) == "2027-05-18 14:00:00+01:00"


def test_a_dropped_invitation_leaves_people_and_passcodes_behind(work: Work) -> None:
    told = work.rest["told"]
    assert isinstance(told, dict)
    for secret in ("south-vice-chair@example.org", "South chair", "Ab3kQz", "123 456 789", "VALARM", "METHOD"):
        assert secret not in work.files[DROPPED]
        assert secret in told["dropped"] or secret in ("VALARM", "METHOD")
    assert "We plan the summer." in work.files[DROPPED]


def test_a_photograph_is_made_smaller_in_the_browser_and_says_nothing_of_who_took_it_where(work: Work) -> None:
    pictures = work.rest["pictures"]
    assert isinstance(pictures, dict)
    assert set(pictures) == {PICTURE}
    content = base64.b64decode(pictures[PICTURE])
    assert b"Secret Camera" in photograph()
    with Image.open(io.BytesIO(content)) as picture:
        assert (picture.format, picture.size) == ("WEBP", (1600, 1066))
        assert dict(picture.getexif()) == {}
    for trace in (b"Secret", b"EXIF", b"Exif", b"XMP "):
        assert trace not in content
    assert "image: /lscgs/south/images/lake.webp\nimage_alt: A lake between trees\n" in work.files[NEWS]


def test_what_the_site_would_refuse_is_not_saved_and_said_in_plain_words(work: Work) -> None:
    told = work.rest["told"]
    assert isinstance(told, dict)
    assert told["backwards"] == "It would end before it starts. Choose a later end, or a last day."


def test_nothing_leaves_for_anybody_but_the_git_host(work: Work) -> None:
    assert work.rest["requests"] == []
    assert work.rest["unknown"] == []


def test_the_security_policy_is_never_broken_and_nothing_goes_wrong(work: Work) -> None:
    assert work.rest["violations"] == []
    assert work.rest["errors"] == []
    assert work.rest["warnings"] == []


def test_axe_finds_nothing_on_any_screen(work: Work) -> None:
    found = work.rest["axe"]
    assert isinstance(found, list)
    assert {(each["view"], each["id"]) for each in found} == KNOWN[work.where], found


def test_every_save_is_one_commit_that_says_what_it_is(work: Work) -> None:
    messages = work.rest["messages"]
    assert isinstance(messages, list)
    assert len(messages) == (8 if work.where == "host" else 0)
    assert all(message.startswith(("Create ", "Update ")) for message in messages)


def test_where_changes_wait_for_a_yes_a_save_is_a_pull_request_and_publishes_nothing(
    project: Path, tmp_path: Path
) -> None:
    root = project_with_forms(tmp_path / "project", f"{EDITING}  review: yes\n")
    options = {"dist": str(root / "dist"), "root": str(root)}
    command = ["node", str(RUNNER), "forms-review", json.dumps(options)]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    (draft,), (pull,) = told["drafts"], told["pulls"]
    assert (draft["isDraft"], pull["isDraft"], pull["base"]) == (True, False, "main")
    assert (draft["labels"], pull["labels"]) == (["sveltia-cms/draft"], ["sveltia-cms/pending_review"])
    assert told["published"] == {}
    name = SOUTH + "news/new-note-taker.md"
    before = (root / name).read_text("utf-8")
    after = before.replace("Papers now come a week before", '"Papers come early: a week before"')
    assert told["branches"] == {pull["head"]: {name: after}}
    assert (told["violations"], told["errors"], told["unknown"]) == ([], [], [])
