"""Sheets for notice boards on paper: one page of A4, whole, without navigation, and with a code that a camera reads."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from tests.pages.test_event_pages import PATH, calendar
from tests.support import small_site
from tests.support.browser import Sheet, need_browser, sheets

pytestmark = pytest.mark.browser

WHEN = "DTSTART;TZID=Europe/London:20160628T093000\nDTEND;TZID=Europe/London:20160628T163000\n"
LONG = "Multi-agency forum about children who care for others and the people who care for them in every village. "
PLACES = "places:\n  - key: hall\n    name: {}\n    address: {}\n    postcode: ZZ1 1AA\n"
FULL = (
    "X-BOARDSITE-VENUE:hall\nX-BOARDSITE-AUDIENCE:practitioners,public,members\n"
    f"X-BOARDSITE-BOOKING:EMAIL:{'booking-' * 6}desk@example.org\nDESCRIPTION:{LONG * 40}\n"
)
EVENTS = {
    "short": "SUMMARY:Walk\n",
    "usual": f"SUMMARY:Threshold Guide event\nDESCRIPTION:{LONG * 3}\nLOCATION:Sample Hall\n",
    "long-title": f"SUMMARY:{(LONG * 3)[:290]}\n{FULL}",
    "one-word": f"SUMMARY:{'W' * 300}\n{FULL}",
    "wide-letters": f"SUMMARY:{'子どもの安全' * 50}\n{FULL}",
    "cancelled": f"SUMMARY:{LONG}\nSTATUS:CANCELLED\n{FULL}",
    "postponed": f"SUMMARY:Walk\nSTATUS:POSTPONED\n{FULL}",
    "series": f"SUMMARY:{LONG}\nRRULE:FREQ=WEEKLY;COUNT=60\n{FULL}",
    "crowd": f"SUMMARY:{LONG}\nRRULE:FREQ=DAILY;COUNT=60\n",
    "a-name-of-a-file-as-long-as-names-may-be-" + "x" * 38: f"SUMMARY:Walk\n{FULL}",
}
# A board whose names and numbers are as long as they may be.
WORDY = (
    small_site.SITE.replace("name: Sample Safeguarding Board", f"name: {'Safeguarding Children Partnership of the ' * 2}Coast")
    .replace("label: Sample council", f"label: {'The children’s services of the council, for everyone, ' * 1}at any hour of the day or night")
    .replace("hours: day and night", "hours: Every day and every night of the year, and on all bank holidays, also when the offices are closed")
)  # fmt: skip


@pytest.fixture(scope="module", params=["plain", "wordy"])
def printed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> list[Sheet]:
    need_browser()
    changes = {
        PATH.format(name): calendar(f"UID:{name}@example.org\n{WHEN}{text}") for name, text in EVENTS.items()
    } | {"content/places.yaml": PLACES.format("Sample Community Hall", "1 Sample Green, Sample Town")}
    if request.param == "wordy":
        changes["content/site.yaml"] = WORDY
        changes["content/places.yaml"] = PLACES.format("Hall " * 23, "Sample Street " * 21)
        changes["lscgs/south/index.md"] = f"---\nname: {'South and Coast of the County ' * 2}\n---\nAbout us.\n"
    root = small_site.write(tmp_path_factory.mktemp("posters"), changes)
    environment = {**os.environ, "PYTHONPATH": str(small_site.ROOT), "SOURCE_DATE_EPOCH": "1464771600"}
    subprocess.run([sys.executable, "-m", "boardsite"], cwd=root, env=environment, check=True, capture_output=True)
    dist = root / "dist"
    pages = [path.relative_to(dist).as_posix() for path in sorted(dist.rglob("poster/index.html"))]
    assert len(pages) == len(EVENTS) + 3  # and the small site's own event, its group and its board
    return sheets(dist, pages, root / "sheets")


def test_each_sheet_is_one_page_of_a4(printed: list[Sheet]) -> None:
    for sheet in printed:
        content = Path(sheet.pdf).read_bytes()
        assert len(re.findall(rb"/Type\s*/Page(?![a-zA-Z])", content)) == 1, sheet.page
        ((width, height),) = re.findall(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]", content)
        assert (round(float(width)), round(float(height))) == (595, 842)


def test_nothing_on_a_sheet_is_cut_off(printed: list[Sheet]) -> None:
    assert [f"{sheet.page}: {sheet.cut}" for sheet in printed if sheet.cut] == []


def test_a_sheet_shows_no_navigation_and_always_whom_to_call(printed: list[Sheet]) -> None:
    for sheet in printed:
        words = " ".join(sheet.words.split())
        assert "Worried about a child?" in words
        assert "999" in words
        assert "01632 960123" in words
        assert "Made on Wednesday 1 June 2016" in words
        for other in ("Skip to", "Before you print", "A to Z", "Accessibility statement", "Back to"):
            assert other not in words


def test_the_command_makes_a_pdf_of_one_page(tmp_path: Path) -> None:
    need_browser()
    root = small_site.write(tmp_path / "site")
    browser = os.environ.get("CHROMIUM") or "/usr/bin/chromium"
    for words in (["south", "--month", "2016-06"], ["south/forum"]):
        pdf = tmp_path / f"{'-'.join(words).replace('/', '-')}.pdf"
        environment = {**os.environ, "PYTHONPATH": str(small_site.ROOT), "CHROMIUM": browser}
        command = [sys.executable, "-m", "boardsite", "poster", *words, "--as-of", "2016-06-01", "--out", str(pdf)]
        done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True)
        assert done.stdout == f"The sheet is in {pdf}: one page of A4, in black and white. Look at it, then print it.\n"
        content = pdf.read_bytes()
        assert len(re.findall(rb"/Type\s*/Page(?![a-zA-Z])", content)) == 1
        assert len(content) > 15_000  # with its letters and its code, not an empty page


def test_a_camera_reads_the_address_off_each_sheet(printed: list[Sheet]) -> None:
    for sheet in printed:
        with Image.open(sheet.picture) as picture:
            (code,) = zxingcpp.read_barcodes(picture.convert("L"))
        folder = sheet.page.removesuffix("poster/index.html")
        of_event = "/events/" in sheet.page
        assert code.text == f"https://lscg.example.org/{folder}{'' if of_event else 'calendar/'}"
