"""The promise about private things, whole: a site with a secret wherever one can be, and a second reader of all output.

Each secret is a word of its own, so that a failure names what leaked and where. Beside the secrets stand words that
must be published: without them an empty site would pass.
"""

from __future__ import annotations

import io
import re
import subprocess
from datetime import date
from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin

from boardsite.model.assemble import Wishes
from boardsite.pipeline import Order, Outcome, build
from boardsite.publishing.releases import publish
from tests.calendars.ics import vcalendar, vevent
from tests.support import small_site
from tests.support.office_files import document
from tests.support.second_reader import leaks

START = "DTSTART;TZID=Europe/London:20160627T090000"
SOUTH = "lscgs/south/"


def item(title: str, *settings: str, body: str = "Text.") -> str:
    return "\n".join(["---", f"title: {title}", "date: 5 May 2016", "summary: s", *settings, "---", body, ""])


def public(name: str, *lines: str) -> str:
    return vevent(START, *lines, uid=f"{name}@example.org", title=f"open{name}")


PEOPLE = vcalendar(
    "X-WR-CALDESC:zqcaldesc",
    "X-OWNER:zqowner",
    public(
        "people",
        "ATTENDEE;CN=zqattendeename:mailto:zqattendee@example.org",
        "ATTENDEE;CN=x;SENT-BY=\"mailto:zqsentby@example.org\":mailto:a@example.org",
        "ORGANIZER;CN=zqorganizername;EMAIL=zqorganizerparam@example.org:mailto:zqorganizer@example.org",
        "REQUEST-STATUS:2.0;Success;mailto:zqrequeststatus@example.org",
        "CONTACT:zqcontact 01632 960999",
        "COMMENT:zqcomment",
        "RESOURCES:zqresources",
        "RELATED-TO:zqrelated",
        "ATTACH;FILENAME=zqattachname.docx:https://files.example.org/zqattach.docx",
        "X-ALT-DESC;FMTTYPE=text/html:<p>zqaltdesc</p>",
        "X-MS-OLK-SENDER;CN=zqolksender:mailto:x@example.org",
        "X-MS-OLK-APPTSEQTIME:zqolkother",
        "X-MICROSOFT-SKYPETEAMSMEETINGURL:https://teams.microsoft.com/l/zqteams",
        "X-MICROSOFT-CDO-OWNERAPPTID:zqcdo",
        "X-GOOGLE-CONFERENCE:https://meet.google.com/zqmeet",
        "X-GOOGLE-HANGOUT:zqhangout",
        "X-ANYTHING:zqanything",
        "UNKNOWN-PROPERTY:zqunknownproperty",
        "GEO:52.6309;1.2974",
        "DESCRIPTION:opendescription\\nMeeting ID: 999 888 777\\nPasscode: zqpasscode",
        "URL:https://zoom.us/j/99988?pwd=zqzoom",
        "X-BOARDSITE-ACCEPT:on-holiday zqacceptreason",
        "X-BOARDSITE-FIRST-SEEN:zqfirstseen",
        "BEGIN:VALARM", "ACTION:EMAIL", "ATTENDEE:mailto:zqalarmattendee@example.org", "SUMMARY:zqalarmtitle",
        "DESCRIPTION:zqalarmtext", "TRIGGER:-PT15M", "END:VALARM",
        "BEGIN:PARTICIPANT", "UID:zqparticipant", "CALENDAR-ADDRESS:mailto:zqparticipantmail@example.org", "END:PARTICIPANT",
    ),
    "BEGIN:VTODO", "UID:zqtodo", "SUMMARY:zqtodotitle", "END:VTODO",
    "BEGIN:VJOURNAL", "UID:zqjournal", "SUMMARY:zqjournaltitle", "END:VJOURNAL",
    "BEGIN:VFREEBUSY", "UID:zqfreebusy", "COMMENT:zqfreebusytext", "END:VFREEBUSY",
)  # fmt: skip
PRIVATE = vcalendar(
    public("class", "CLASS:PUBLIC"),
    *(
        vevent(START, f"CLASS:{word}", "LOCATION:zqplace", uid=f"zqclassuid{number}", title=f"zqclass{number}")
        for number, word in enumerate(["PRIVATE", "private", "CONFIDENTIAL", "Confidential", "X-STAFF", "", "PUBLIC;X"])
    ),
    vevent(START, "RRULE:FREQ=WEEKLY;COUNT=5", uid="series@example.org", title="openseries"),
    vevent(
        "RECURRENCE-ID;TZID=Europe/London:20160704T090000", "DTSTART;TZID=Europe/London:20160704T140000",
        "CLASS:PRIVATE", "LOCATION:zqmovedplace", uid="series@example.org", title="zqmoved",
    ),
)  # fmt: skip
CONTACTS = """\
contacts:
  # zqyamlcomment
  - role: openrole
    email: office@example.org
    consent: zqconsentnote
  - role: Deputy
    email: deputy@example.org
    name: zqwithoutconsent
"""
PAGE = """\
---
title: openpage
# zqsettingscomment
---
<!-- zqhtmlcomment -->
opentext <!-- zqinlinecomment
over lines --> [a draft](/secret-plan/) ![picture](images/photo.jpg) [file](../../zqoutside.pdf)

<script>zqscript</script><style>.zqstyle{}</style><input value="zqinput" onclick="zqhandler">
<p data-note="zqdatanote" style="zqinlinestyle">shown</p>

[zqunusedlabel]: /zqunusedreference
"""
LITTER = [
    ".env", ".git/config", "id_rsa", "server.pem", "server.key", ".DS_Store", "~$plan.docx", "plan.docx~", "plan.bak",
    "Thumbs.db", "._photo.jpg", "dump.sql", "notes.one", "mail.eml", "mail.msg", "backup.tar.gz", "script.py", ".htpasswd",
    "plan.docx.tmp", "page.md.orig", "passwords.kdbx", "page.html", "drawing.svg",
]  # fmt: skip


def photo() -> bytes:
    """Return a JPEG with a place, a device, an author, a remark and an XMP packet."""
    exif = Image.Exif()
    exif[0x010F], exif[0x013B], exif[0x9286] = "zqdevice", "zqphotographer", "zqusercomment"
    exif.get_ifd(0x8825)[0x001D] = "zqgpsdate"
    out = io.BytesIO()
    Image.new("RGB", (400, 300), "navy").save(
        out, "JPEG", exif=exif, comment=b"zqjpegcomment", xmp=b"<x:xmpmeta>zqxmp</x:xmpmeta>"
    )
    return out.getvalue()


def drawing() -> bytes:
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", "zqpngauthor")
    info.add_itxt("Description", "zqpngtext", zip=True)
    out = io.BytesIO()
    Image.new("RGB", (400, 300), "teal").save(out, "PNG", pnginfo=info)
    return out.getvalue()


FILES: dict[str, str | bytes] = {
    "content/site.yaml": small_site.SITE + "# zqsitecomment\n",
    "content/openpage.md": PAGE,
    "content/secret-plan.md": "---\ntitle: zqdraftpage\ndraft: yes\n---\nzqdraftbody\n",
    "content/contacts.yaml": CONTACTS,
    "content/images/photo.jpg": photo(),
    "content/files/public.docx": document("Board", "Board"),
    f"{SOUTH}index.md": "---\nname: South\ncalendars:\n  - name: outlook\n    address: https://calendar.example.org/zqfeedaddress.ics\n---\nopengroup\n",
    f"{SOUTH}images/drawing.png": drawing(),
    f"{SOUTH}events/people.ics": PEOPLE,
    f"{SOUTH}events/private.ics": PRIVATE,
    f"{SOUTH}events/feeds/outlook.ics": vcalendar("X-BOARDSITE-ORIGIN:zqorigin", public("feed", "X-BOARDSITE-FIRST-SEEN:2016-05-01")),
    f"{SOUTH}news/open.md": item("opennews", "image: images/drawing.png", "image_alt: A square"),
    f"{SOUTH}news/yes.md": item("zqdraftyes", "draft: yes"),
    f"{SOUTH}news/capital.md": item("zqdraftcapital", "draft: Yes"),
    f"{SOUTH}news/true.md": item("zqdrafttrue", "draft: true"),
    f"{SOUTH}news/quoted.md": item("zqdraftquoted", 'draft: "yes"'),
    f"{SOUTH}news/unclear.md": item("zqdraftunclear", "draft: maybe"),
    f"{SOUTH}news/misspelt.md": item("zqdraftmisspelt", "darft: yes", "date: 5 July 2016"),
    f"{SOUTH}news/future.md": item("zqfuture").replace("5 May 2016", "5 July 2016"),
    f"{SOUTH}news/unclosed.md": "---\ntitle: zqunclosed\ndate: 5 May 2016\nzqunclosedbody\n",
    f"{SOUTH}news/outside.md": item("zqpictureoutside", "image: ../../../zqoutside.png", "image_alt: x"),
    f"{SOUTH}news/absolute.md": item("zqpictureabsolute", "image: /etc/zqabsolute.png", "image_alt: x"),
    f"{SOUTH}news/ignored.local.md": item("zqignored"),
    "zqoutside.pdf": b"%PDF-1.4 zqoutsidecontent",
    "notes/zqnotes.md": "zqnotesbody",
}  # fmt: skip


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    return build(Order(_site(tmp_path_factory.mktemp("private")), small_site.MOMENT))


def _site(folder: Path) -> Path:
    root = small_site.write(folder / "site", FILES)
    for number, name in enumerate(LITTER):
        for place in ("content", f"{SOUTH}files", f"{SOUTH}news", f"{SOUTH}images"):
            (root / place / name).parent.mkdir(parents=True, exist_ok=True)
            (root / place / name).write_text(f"zqlitter{number}")
    elsewhere = folder / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "page.md").write_text(item("zqlinked"))
    (elsewhere / "file.pdf").write_text("%PDF-1.4 zqlinkedfile")
    (root / SOUTH / "news/link.md").symlink_to(elsewhere / "page.md")
    (root / SOUTH / "files/link.pdf").symlink_to(elsewhere / "file.pdf")
    (root / SOUTH / "news/folder").symlink_to(elsewhere)
    (root / "content/loop").symlink_to(root / "content")
    subprocess.run(["git", "init", "-q", str(root)], check=True)
    (root / ".gitignore").write_text("*.local.md\n")
    return root


SECRETS = sorted(
    {word for content in FILES.values() for word in re.findall(rb"zq[a-z0-9]+", content if isinstance(content, bytes) else content.encode())}
    | {b"zqpngtext", b"zqgpsdate", b"zqlinked", b"zqlinkedfile", *(f"zqlitter{n}".encode() for n in range(len(LITTER)))}
)  # fmt: skip
WORDS = [word.decode() for word in SECRETS]
OPEN = [
    "openpeople",
    "opendescription",
    "openclass",
    "openseries",
    "openfeed",
    "openrole",
    "openpage",
    "opentext",
    "opennews",
    "opengroup",
]


def output(made: Outcome) -> list[tuple[str, bytes]]:
    return [(path, artifact.content) for path, artifact in made.files]


def test_no_secret_is_in_any_finished_file(outcome: Outcome) -> None:
    assert leaks(output(outcome), WORDS) == []


def test_what_is_public_is_there(outcome: Outcome) -> None:
    found = {word for _, word in leaks(output(outcome), OPEN)}
    assert found == set(OPEN)
    assert {"images", "lscgs"} <= {path.split("/")[0] for path, _ in output(outcome)}
    assert any(path.endswith((".jpg", ".png")) for path, _ in output(outcome))


def test_there_is_a_secret_of_every_kind() -> None:
    assert len(WORDS) > 90
    assert leaks(
        [(path, content if isinstance(content, bytes) else content.encode()) for path, content in FILES.items()], WORDS
    )


def test_no_secret_is_in_the_published_folder_or_its_list(outcome: Outcome, tmp_path: Path) -> None:
    publish(outcome.files, tmp_path / "out", tmp_path / "site")
    files = [(str(path.relative_to(tmp_path)), path.read_bytes()) for path in tmp_path.rglob("*") if path.is_file()]
    assert any(path.endswith(".release.json") for path, _ in files)
    assert leaks(files, WORDS) == []


def test_the_report_does_not_tell_private_events_or_people_either(outcome: Outcome) -> None:
    """Reports of a public repository are public, too."""
    said = "\n".join(f"{d.message} {d.found} {d.hint}" for d in outcome.report.diagnostics).lower()
    people = [
        w
        for w in WORDS
        if w.startswith(
            ("zqclass", "zqattendee", "zqorganizer", "zqpasscode", "zqzoom", "zqmoved", "zqalarm", "zqplace")
        )
    ]
    assert [word for word in people if word in said] == []


@pytest.mark.parametrize(
    ("code", "number"),
    [
        ("event.personal-data-left-out", 1),
        ("event.private-left-out", 1),
        ("file.git-ignored", 1),
        ("file.link", 4),
        ("contact.personal-without-consent", 1),
        ("link.not-published", 1),
        ("page.html-left-out", 1),
    ],
)
def test_what_was_left_out_is_told(outcome: Outcome, code: str, number: int) -> None:
    assert small_site.codes(outcome).count(code) >= number


def test_every_stray_file_is_named(outcome: Outcome) -> None:
    named = {d.where.path for d in outcome.report.diagnostics}
    strays = [f"{SOUTH}files/{name}" for name in LITTER]
    assert [path for path in strays if path not in named and not any(path.startswith(f"{n}/") for n in named)] == []


def test_drafts_are_shown_only_where_they_are_asked_for(tmp_path: Path) -> None:
    root = _site(tmp_path)
    shown = build(Order(root, small_site.MOMENT, wishes=Wishes(shows_drafts=True)))
    assert {word for _, word in leaks(output(shown), ["zqdraftyes", "zqfuture"])} == {"zqdraftyes", "zqfuture"}
    still = [word for word in WORDS if not word.startswith(("zqdraft", "zqfuture"))]
    assert leaks(output(shown), still) == []


def test_the_day_that_news_waits_for_is_the_first_on_which_it_is_there(tmp_path: Path) -> None:
    root = _site(tmp_path)
    eve = build(Order(root, small_site.MOMENT, date(2016, 7, 4)))
    day = build(Order(root, small_site.MOMENT, date(2016, 7, 5)))
    assert leaks(output(eve), ["zqfuture"]) == []
    assert leaks(output(day), ["zqfuture"])
