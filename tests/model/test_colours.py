"""A group's own colour: checked against white letters, and lighter on a dark page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardsite.model.colours import DARK_GROUND, WHITE, contrast, on_dark
from tests.support import small_site

GROUP = "---\nname: South\ncolour: '{}'\n---\nAbout.\n"


@pytest.mark.parametrize(
    ("one", "other", "ratio"), [("#000000", "#ffffff", 21), ("#ffffff", "#ffffff", 1), ("#767676", "#ffffff", 4.54)]
)
def test_the_contrast_is_that_of_the_standard(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == contrast(other, one) == pytest.approx(ratio, abs=0.01)


@given(st.integers(0, 0xFFFFFF).map(lambda n: f"#{n:06x}"))
def test_every_colour_can_be_seen_on_a_dark_page(colour: str) -> None:
    assert contrast(on_dark(colour), DARK_GROUND) >= 4.5


def test_a_colour_that_is_seen_well_stays_as_it_is() -> None:
    assert on_dark(WHITE) == WHITE


def test_a_groups_own_colour_is_in_the_style_sheet_and_on_its_pages() -> None:
    outcome = small_site.build({"lscgs/south/index.md": GROUP.format("#7a1f5c")})
    assert small_site.codes(outcome) == []
    (style,) = [artifact.content.decode() for path, artifact in outcome.files if path.startswith("assets/site.")]
    assert ".app-theme-9{--app-group-ground:#7a1f5c;--app-group:#7a1f5c}" in style
    assert '<body class="app-theme-9"' in small_site.page(outcome, "lscgs/south/index.html")


def test_a_colour_on_which_white_cannot_be_read_is_told_with_its_line() -> None:
    (found,) = small_site.build({"lscgs/south/index.md": GROUP.format("#ffcc00")}).report.errors
    assert (found.code, found.where.path, found.where.line) == ("site.contrast-low", "lscgs/south/index.md", 3)
