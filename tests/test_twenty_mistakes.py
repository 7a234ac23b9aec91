"""Twenty mistakes and more that hands make in each kind of file: what is said of each, word for word.

`tests/mistakes/*.txt` list them as an editor would see them: the file, the lines that were (-) and the lines that were
typed (+), and then the whole report. `--update-golden` writes the reports anew.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from boardsite.reporting import write_report
from tests.support import small_site
from tests.support.commands import run

HERE = Path(__file__).parent / "mistakes"
AREAS = ("front-matter", "contacts", "ics", "site-settings")

NEWS = """\
---
title: June forum
date: 27 May 2016
summary: Come to our forum in June.
tags: [Forum, Early help]
priorities: [neglect]
expires: 1 July 2016
draft: no
attachments:
  - file: files/flyer.pdf
    title: Flyer
---
Look at [our calendar](/calendar/).
"""
CONTACTS = """\
contacts:
  - role: Chair
    organisation: Sample council
    email: south-chair@example.org
    phone: 01632 960001
    review_by: 1 December 2016
  - role: Office
    email: office@example.org
    hours: 9am to 5pm
"""
EVENT = small_site.EVENT.replace("LOCATION", "RRULE:FREQ=MONTHLY;BYDAY=4MO;COUNT=3\r\nLOCATION")
SOUND = {
    "lscgs/south/news/june.md": NEWS,
    "lscgs/south/files/flyer.pdf": b"%PDF-1.4\n",
    "lscgs/south/contacts.yaml": CONTACTS,
    "lscgs/south/events/forum.ics": EVENT,
}


@dataclass(frozen=True)
class Mistake:
    """What was typed into which file, and the report of it."""

    area: str
    name: str
    path: str
    edit: str
    report: str

    def files(self) -> dict[str, str | bytes]:
        """Return the sound site with this mistake in it."""
        lines = self.edit.splitlines()
        before, after = ("".join(f"{line[2:]}\n" for line in lines if line[0] == mark) for mark in "-+")
        whole = SOUND.get(self.path) or small_site.MINIMAL[self.path]
        assert isinstance(whole, str)
        text = whole.replace("\r\n", "\n")
        if before:
            assert text.count(before) == 1, f"{self.name}: the lines that were are there {text.count(before)} times"
            after = text.replace(before, after)
        return {**SOUND, self.path: after}


def mistakes(area: str) -> list[Mistake]:
    found = []
    for part in re.split(r"^=== ", (HERE / f"{area}.txt").read_text("utf-8"), flags=re.M)[1:]:
        head, _, report = part.partition("\n\n")
        name, path, edit = head.split("\n", 2)
        found.append(Mistake(area, name, path, edit, report.rstrip("\n") + "\n"))
    return found


ALL = [mistake for area in AREAS for mistake in mistakes(area)]


def said(mistake: Mistake) -> str:
    out = io.StringIO()
    write_report(small_site.build(mistake.files()).report, out, published=False)
    return out.getvalue()


def test_without_a_mistake_nothing_is_said() -> None:
    assert small_site.build(SOUND).report.diagnostics == ()


@pytest.mark.parametrize("mistake", ALL, ids=lambda mistake: f"{mistake.area}: {mistake.name}")
def test_a_mistake_gets_one_message_that_a_newcomer_can_act_on(mistake: Mistake, updates_golden: bool) -> None:
    report = said(mistake)
    if not updates_golden:
        assert mistake.report == report
    assert report.count("\n\n") == 1, f"not one thing is told:\n{report}"
    first, *told, code = report.partition("\n\n")[0].splitlines()
    assert re.fullmatch(rf"{re.escape(mistake.path)}(:\d+)?   (must be fixed|to look at)", first)
    assert re.fullmatch(r"    [a-z]+\.[a-z-]+", code)
    sentences = [line for line in told if not line.startswith("    See also")]
    assert len(sentences) >= 2, "what is wrong, and what to do about it"


def test_the_reports_are_written_anew(updates_golden: bool) -> None:
    for area in AREAS if updates_golden else ():
        parts = [f"=== {m.name}\n{m.path}\n{m.edit}\n\n{said(m)}" for m in ALL if m.area == area]
        (HERE / f"{area}.txt").write_text("\n".join(parts), "utf-8")


@pytest.mark.parametrize("area", AREAS)
def test_there_are_twenty_of_each_kind(area: str) -> None:
    found = [mistake for mistake in ALL if mistake.area == area]
    assert len(found) >= 20
    assert len({mistake.name for mistake in found}) == len({mistake.edit for mistake in found}) == len(found)


@pytest.mark.parametrize("area", AREAS)
def test_a_mistake_leaves_the_live_site_as_it_was(area: str, tmp_path: Path) -> None:
    mistake = next(mistake for mistake in ALL if mistake.area == area and "must be fixed" in mistake.report)
    site = small_site.write(tmp_path, SOUND)
    assert run(site).returncode == 0
    before = {path: path.read_bytes() for path in (site / "dist").rglob("*") if path.is_file()}
    small_site.write(site, mistake.files())
    done = run(site)
    assert (done.returncode, done.stderr) == (1, mistake.report)
    assert {path: path.read_bytes() for path in (site / "dist").rglob("*") if path.is_file()} == before
