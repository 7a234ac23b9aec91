"""The twenty mistakes an editor is most likely to make: each gets one plain message with file, line and cure."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.test_cli import run
from tests.support import small_site

NEWS = "lscgs/south/news/june.md"
EVENT = small_site.EVENT


def news(title: str = "title: June forum", date: str = "date: 9 May 2016", more: str = "", body: str = "Text.") -> str:
    return f"---\n{title}\n{date}\nsummary: Come.\n{more}---\n{body}\n"


# what the editor did: (file, its text, line, what is said, what to do)
MISTAKES = {
    "a colon in the title": (NEWS, news("title: Forum: what we heard"), 2, "second colon", 'title: "Forum: what we heard"'),
    "a day that does not exist": (NEWS, news(date="date: 31/06/2016"), 3, "There is no 31 June 2016.", "30 June 2016"),
    "two figures for the year": (NEWS, news(date="date: 27/06/16"), 3, "four figures", "27 June 2016"),
    "day or month first": (NEWS, news(date="date: 03/04/2016"), 3, "two ways", "3 April 2016"),
    "no date": (NEWS, "---\ntitle: x\nsummary: y\n---\nText.\n", 2, "date is missing", "date: 27 June 2016"),
    "a misspelt setting": (NEWS, news(more="expries: 1 June 2017\n"), 5, "no setting called expries", "Did you mean expires?"),
    "a forgotten closing line": (NEWS, "---\ntitle: x\ndate: 9 May 2016\n\nText.\n", 1, "no closing line", "---"),
    "no settings at all": (NEWS, "# June forum\n\nText.\n", 1, "no settings at the top", "title: "),
    "a tab": (NEWS, "---\ntitle: x\n\tdate: 9 May 2016\n---\n", 3, "begins with a tab", "spaces"),
    "an open quotation mark": (NEWS, news('title: "June forum'), 2, "never closed", "Put the same mark"),
    "a setting written twice": (NEWS, news(more="title: y\n"), 5, "written twice", "line 2"),
    "draft: maybe": (NEWS, news(more="draft: maybe\n"), 5, "yes or no", "Write yes or no"),
    "a link to a page that is not there": (NEWS, news(body="See [it](/newss/)."), 6, "no page or file", "Did you mean /news/?"),
    "a picture that is not there": (NEWS, news(body="![Hall](images/x.jpg)"), 6, "no picture of this name", "images folder"),
    "a picture without words": (NEWS, news(body="![](images/x.jpg)"), 6, "no words for people", "Say what it shows"),
    "a number without its first 0": (
        "lscgs/south/contacts.yaml",
        "contacts:\n  - role: Chair\n    phone: 1632 960001\n",
        3,
        "British telephone number",
        "01632960001",
    ),
    "an email address with a space": (
        "lscgs/south/contacts.yaml",
        "contacts:\n  - role: Chair\n    email: south chair@example.org\n",
        3,
        "as an email address",
        "south-chair@example.org",
    ),
    "a contact nobody can reach": (
        "lscgs/south/contacts.yaml",
        "contacts:\n  - role: Chair\n",
        2,
        "neither an email address nor a number",
        "vacant: yes",
    ),
    "an event that ends before it starts": (
        "lscgs/south/events/forum.ics",
        EVENT.replace("DTEND;TZID=Europe/London:20160627T120000", "DTEND;TZID=Europe/London:20160627T090000"),
        8,
        "ends before it starts",
        "",
    ),
    "a web page saved as a calendar": (
        "lscgs/south/events/forum.ics",
        "<!DOCTYPE html><html><body>Sign in</body></html>",
        1,
        "web page",
        "",
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_likely_mistake_gets_one_message_with_file_line_and_cure(mistake: str, tmp_path: Path) -> None:
    path, text, line, message, cure = MISTAKES[mistake]
    site = small_site.write(tmp_path)
    assert run(site).returncode == 0
    before = {p: p.read_bytes() for p in (site / "dist").rglob("*") if p.is_file()}
    small_site.write(site, {path: text})
    done = run(site)
    assert done.returncode == 1
    findings = done.stderr.split("\n\n")[:-1]
    assert len(findings) == 1, done.stderr
    assert findings[0].startswith(f"{path}:{line}   must be fixed"), findings[0]
    assert message in findings[0]
    assert cure in findings[0]
    assert {p: p.read_bytes() for p in (site / "dist").rglob("*") if p.is_file()} == before


def test_there_are_twenty() -> None:
    assert len(MISTAKES) == 20
