"""Whatever lies about in the site's folders is on the site or named in the report: odd endings, places and names.

All oddities of a kind lie in one site, built once: none of them may hide another.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from boardsite.pipeline import Order, Outcome, build
from tests.support import small_site

NEWS = "---\ntitle: TOKEN\ndate: 5 May 2016\nsummary: s\n---\nText.\n"
EVENT = (
    small_site.EVENT.replace("forum@", "token@").replace("Summer forum", "TOKEN").replace("Sample Hall", "Elsewhere")
)
CONTACTS = "contacts:\n  - role: TOKEN\n    email: a@example.org\n"
PDF = b"%PDF-1.4\n"
SOUTH = "lscgs/south/"


def built(root: Path, files: small_site.Files) -> Outcome:
    return build(Order(small_site.write(root, files), small_site.MOMENT))


def told(outcome: Outcome, path: str) -> list[str]:
    """Return the codes that name a file, or a folder above it."""
    found = outcome.report.diagnostics
    return [d.code for d in found if path == d.where.path or path.startswith(f"{d.where.path}/")]


NAMED = [
    ("news/item.MD", "Rename it to item.md."),
    ("news/item.markdown", "Rename it to item.md."),
    ("news/item.mdown", "Rename it to item.md."),
    ("news/item.mkd", "Rename it to item.md."),
    ("news/item.mdx", "Rename it to item.md."),
    ("news/item.md.txt", "Rename it to item.md."),
    ("news/other.MD.TXT", "Rename it to other.md."),
    ("news/item.txt", "News is text in a file that ends in .md."),
    ("news/item.docx", "News is text in a file that ends in .md."),
    ("news/item.html", "News is text in a file that ends in .md."),
    ("news/item", "Pages end in .md"),
    ("news/index.md", "Groups have index.md"),
    ("news/picture.jpg", "Put pictures into the images folder."),
    ("news/flyer.pdf", "Put files to download into the files folder."),
    ("about.md", "Groups have index.md"),
    ("index.markdown", "Rename it to index.md."),
    ("events/meeting.ics.txt", "Rename it to meeting.ics."),
    ("events/Other.ICS.TXT", "Rename it to Other.ics."),
    ("events/meeting.ics.download", "Rename it to meeting.ics."),
    ("events/meeting.ics (1)", "Rename it to meeting.ics."),
    ("events/meeting.ics.html", "Rename it to meeting.ics."),
    ("events/meeting.icalendar", "Events are .ics files."),
    ("events/meeting.msg", "Events are .ics files."),
    ("events/meeting.csv", "Events are .ics files."),
    ("events/meeting", "Pages end in .md"),
    ("events/a.zip", "Put files to download into the files folder."),
    ("meeting.ics", "Put it into the events folder."),
    ("calendar/meeting.ics", "Put it into the events folder."),
    ("files/old.doc", "Save it as a PDF"),
    ("files/page.html", "can carry programs"),
    ("files/tool.exe", "can carry programs"),
    ("files/noending", "Pages end in .md"),
    ("images/drawing.svg", ""),
    ("images/phone.heic", ""),
    ("contacts.csv", "Put files to download"),
    ("contacts.yaml.txt", ""),
    ("settings.yaml", "Settings are in site.yaml"),
]


@pytest.fixture(scope="module")
def useless(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    return built(tmp_path_factory.mktemp("useless"), {SOUTH + name: NEWS for name, _ in NAMED})


@pytest.mark.parametrize(("name", "hint"), NAMED)
def test_a_file_of_no_use_is_named_with_what_to_do(useless: Outcome, name: str, hint: str) -> None:
    assert told(useless, SOUTH + name) == ["file.wrong-place"]
    (finding,) = [d for d in useless.report.diagnostics if d.where.path == SOUTH + name]
    assert hint in finding.hint


def test_nothing_of_a_file_of_no_use_is_on_the_site(useless: Outcome) -> None:
    assert not any(b"TOKEN" in artifact.content for _, artifact in useless.files)


USED = [
    ("lscgs/south/events/meeting.ICS", EVENT, "lscgs/south/events/meeting/index.html"),
    ("lscgs/south/events/Meeting of the group.ics", EVENT, "lscgs/south/events/meeting-of-the-group/index.html"),
    ("lscgs/south/events/deep/er/meeting.ics", EVENT, "lscgs/south/events/meeting/index.html"),
    ("lscgs/south/events/meeting.ics.ics", EVENT, "lscgs/south/events/meeting-ics/index.html"),
    ("lscgs/south/news/2016/item.md", NEWS, "lscgs/south/news/2016-item/index.html"),
    ("lscgs/south/news/Résumé.md", NEWS, "lscgs/south/news/resume/index.html"),
    ("lscgs/south/news/item (1).md", NEWS, "lscgs/south/news/item-1/index.html"),
    ("lscgs/south/files/Flyer.PDF", PDF, "lscgs/south/files/flyer.pdf"),
]


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    events = {path: EVENT.replace("token@", f"{number}@") for number, (path, _, _) in enumerate(USED)}
    files = {path: events[path] if content == EVENT else content for path, content, _ in USED}
    return built(tmp_path_factory.mktemp("odd"), files)


@pytest.mark.parametrize(("path", "content", "made"), USED)
def test_a_file_with_an_odd_name_and_a_clear_use_is_used(odd: Outcome, path: str, content: object, made: str) -> None:
    assert [code for code in told(odd, path) if code not in ("event.place-booked-twice", "event.address-taken")] == []
    assert made in dict(odd.files)


def test_contacts_may_end_in_yml(tmp_path: Path) -> None:
    files = {"lscgs/west/index.md": "---\nname: West\n---\nx\n", "lscgs/west/contacts.yml": CONTACTS}
    outcome = built(tmp_path, files)
    assert told(outcome, "lscgs/west/contacts.yml") == []
    assert "TOKEN" in small_site.page(outcome, "lscgs/west/contacts/index.html")


def test_a_name_that_windows_cannot_hold_is_told_once_and_used(tmp_path: Path) -> None:
    names = [
        "con.md",
        "aux.md",
        "LPT1.notes.md",
        "a:b.md",
        "c?d.md",
        "e\\f.md",
        'g"h.md',
        "x<y>.md",
        "i|j.md",
        "st*r.md",
    ]
    names += ["ends in a space /one.md", "ends in a dot./two.md"]
    files = {f"{SOUTH}news/{name}": NEWS.replace("TOKEN", f"TOKEN{number:02}") for number, name in enumerate(names)}
    files[f"{SOUTH}news/ends in a dot./three.md"] = NEWS
    outcome = built(tmp_path, files)
    assert [told(outcome, path) for path in files] == [["file.odd-name"]] * len(files)
    listed = b"".join(artifact.content for _, artifact in outcome.files)
    assert [number for number in range(len(names)) if f"TOKEN{number:02}".encode() not in listed] == []


def test_letters_that_nobody_can_see_are_told(tmp_path: Path) -> None:
    letters = "\u202e\u200b\ufeff\u2066"
    outcome = built(tmp_path, {f"{SOUTH}news/it{letter}em{n}.md": NEWS for n, letter in enumerate(letters)})
    findings = [d for d in outcome.report.diagnostics if d.code == "file.odd-name"]
    assert sorted(d.where.path for d in findings) == [f"{SOUTH}news/item{number}.md" for number in range(4)]
    assert all(d.found.startswith("it\\u") for d in findings)


def test_a_copy_that_a_program_made_is_told_beside_its_original(tmp_path: Path) -> None:
    copies = ["item (1).md", "item(2).md", "item - Copy.md", "item - Copy (2).md", "item copy.md", "item copy 3.md",
              "item (Pat's conflicted copy 2016-05-01).md"]  # fmt: skip
    outcome = built(tmp_path, {f"{SOUTH}news/{name}": NEWS for name in ["item.md", "other (1).md", *copies]})
    assert [name for name in copies if "file.looks-like-a-copy" not in told(outcome, f"{SOUTH}news/{name}")] == []
    assert told(outcome, f"{SOUTH}news/other (1).md") == []


def test_two_spellings_of_one_name_are_told(tmp_path: Path) -> None:
    """One accent in one letter or in two: macOS and Linux disagree, and only one of the files could be shown."""
    outcome = built(tmp_path, {f"{SOUTH}news/caf\u00e9.md": NEWS, f"{SOUTH}news/cafe\u0301.md": NEWS})
    assert "file.name-clash" in small_site.codes(outcome)


def test_names_that_differ_only_in_capitals_are_told(tmp_path: Path) -> None:
    pairs = [("news/item.md", "news/ITEM.md"), ("events/a.ics", "events/A.ICS"), ("images/a.png", "images/A.PNG"),
             ("news/straße.md", "news/STRASSE.md"), ("news/a/x.md", "news/A/x.md")]  # fmt: skip
    outcome = built(tmp_path, {SOUTH + name: "x" for pair in pairs for name in pair})
    assert [pair for pair in pairs if not any("file.name-clash" in told(outcome, SOUTH + name) for name in pair)] == []


@pytest.mark.parametrize("content", ["", " \n\t\n"])
def test_an_empty_file_is_told(tmp_path: Path, content: str) -> None:
    names = ["news/empty.md", "events/empty.ics", "files/empty.pdf", "images/empty.png", "contacts.yaml", "index.md"]
    outcome = built(tmp_path, {SOUTH + name: content for name in names})
    assert {name: told(outcome, SOUTH + name) for name in names} == {
        name: ["calendar.empty" if name.startswith("events") else "file.empty"] for name in names
    }


def test_what_lies_beside_the_folders_of_the_site_is_told_and_the_projects_own_is_not(tmp_path: Path) -> None:
    strays = ["meeting.ics", "meeting2.ICS", "meeting.ics.txt", "item.md", "flyer.pdf", "Photo.JPG", "lscg/south/index.md",
              "Content/page.md", "LSCGS/south/index.md", "news/item.md", "events/a.ics"]  # fmt: skip
    ours = ["README.md", "CHANGELOG.md", "README.cy.md", "LICENSE", "netlify.toml", "docs/a.md", "build.py"]
    outcome = built(tmp_path, dict.fromkeys((*strays, *ours), NEWS))
    assert [told(outcome, path) for path in strays] == [["file.beside-the-site"]] * len(strays)
    assert [told(outcome, path) for path in ours] == [[]] * len(ours)


def test_this_project_has_nothing_beside_its_folders() -> None:
    outcome = build(Order(small_site.ROOT, small_site.MOMENT))
    assert {"file.beside-the-site", "theme.unused-file"} & set(small_site.codes(outcome)) == set()


def test_a_file_of_the_theme_that_nothing_uses_is_told(tmp_path: Path) -> None:
    paths = ["theme/css/extra.css", "theme/css/tokens.scss", "theme/site.css", "theme/js/menu.ts", "theme/menu.js",
             "theme/templates/pages/home.htm", "theme/home.html", "theme/fonts/a.woff2"]  # fmt: skip
    outcome = built(tmp_path, dict.fromkeys(paths, "x"))
    assert [told(outcome, path) for path in paths] == [["theme.unused-file"]] * len(paths)


def test_no_file_of_the_editors_becomes_a_rule_of_the_host(tmp_path: Path) -> None:
    names = ["_headers", "_redirects", "CNAME", "robots.txt", ".htaccess", "netlify.toml", ".well-known/security.txt"]
    outcome = built(tmp_path, {f"content/{name}": "TOKEN" for name in names})
    assert [name for name in names if not told(outcome, f"content/{name}")] == []
    assert not any(b"TOKEN" in artifact.content for _, artifact in outcome.files)
