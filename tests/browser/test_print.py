"""Calendars on paper: a month is one landscape sheet, the agenda a handout without what only a screen can use."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.browser import need_browser, shots

pytestmark = pytest.mark.browser


def printed(site: Path, page: str, out: Path) -> tuple[int, tuple[float, float]]:
    """Return the number of sheets and the size of the first, in points."""
    (path,) = shots(site, [page], out, widths=[], print=True)
    content = path.read_bytes()
    width, height = re.search(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)", content).groups()  # type: ignore[union-attr]
    return len(re.findall(rb"/Type\s*/Page(?![a-zA-Z])", content)), (float(width), float(height))


def fullest_month(site: Path) -> str:
    months = site.glob("calendar/????-??/index.html")
    return max(months, key=lambda path: path.read_text().count("app-month-table__entry ")).relative_to(site).as_posix()


def test_the_fullest_month_is_one_landscape_sheet(site: Path, tmp_path: Path) -> None:
    need_browser()
    sheets, (width, height) = printed(site, fullest_month(site), tmp_path)
    assert sheets == 1
    assert (round(width), round(height)) == (842, 595)


def test_the_agenda_is_an_upright_handout_of_few_sheets(site: Path, tmp_path: Path) -> None:
    need_browser()
    dates = (site / "calendar/index.html").read_text().count("<article")
    sheets, (width, height) = printed(site, "calendar/index.html", tmp_path)
    assert width < height
    assert sheets <= 2 + dates // 12


def test_the_a_to_z_of_everything_is_set_like_an_index(site: Path, tmp_path: Path) -> None:
    need_browser()
    entries = (site / "search/index.html").read_text().count("<li data-entry")
    sheets, _ = printed(site, "search/index.html", tmp_path)
    assert sheets <= 1 + entries // 60
