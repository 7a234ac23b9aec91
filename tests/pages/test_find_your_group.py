"""Find your group: every place with its groups, changes told in words before they come, and the sketch map."""

from __future__ import annotations

import re
from datetime import date

import pytest

from tests.support import small_site

CITY = {"lscgs/city/index.md": "---\nname: City\nsummary: The city.\n---\nAbout us.\n"}
AREAS = """\
areas:
  - name: Sampleton
    kind: town
    groups: [south]
    until: 31 March 2028
  - name: Sampleton
    kind: town
    groups: [city]
    from: 1 April 2028
  - name: Both End
    kind: parish
    groups: [south, city]
  - name: Old Wick
    kind: village
    groups: [south]
    until: 31 May 2016
  - name: zz11
    kind: postcode
    groups: [south]
  - name: ZZ2
    kind: postcode
    groups: [city]
"""


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def place(page: str, name: str) -> str:
    """Return the words of one row of the A to Z."""
    (row,) = re.findall(rf'<li class="app-place-rows__row" data-place="{name}".*?</li>', page, re.S)
    return words(row)


def groups_page(areas: str, day: date | None = None) -> str:
    outcome = small_site.build(CITY | {"content/areas.yaml": areas}, as_of=day)
    assert not outcome.report.errors, small_site.codes(outcome)
    return small_site.page(outcome, "lscgs/index.html")


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2016, 6, 1), "South LSCG , for Sampleton until 31 March 2028 From 1 April 2028: City LSCG"),
        (date(2028, 3, 31), "South LSCG , for Sampleton until 31 March 2028 From 1 April 2028: City LSCG"),
        (date(2028, 4, 1), "City LSCG , for Sampleton"),
    ],
)
def test_a_change_of_group_is_told_beforehand_and_made_on_its_day(day: date, said: str) -> None:
    row = place(groups_page(AREAS, day), "Sampleton")
    assert row.startswith(f"Sampleton {said}")
    assert row.count("South") == said.count("South")


def test_a_place_of_two_groups_leads_to_both() -> None:
    page = groups_page(AREAS)
    assert place(page, "Both End") == "Both End City LSCG , for Both End South LSCG , for Both End"


def test_what_is_over_is_gone_and_the_rest_stands_under_its_letter() -> None:
    page = groups_page(AREAS)
    assert "Old Wick" not in page
    assert re.findall(r'href="#places-(\w)"', page) == ["b", "s"]
    assert re.findall(r'id="places-(\w)"', page) == ["b", "s"]


def test_postcodes_are_written_alike_and_stand_as_people_count() -> None:
    assert re.findall(r'data-place="(\w+)" data-postcode', groups_page(AREAS)) == ["ZZ2", "ZZ11"]


def test_a_group_lists_the_places_that_it_serves_on_the_day() -> None:
    built = small_site.build(CITY | {"content/areas.yaml": AREAS}, as_of=date(2028, 4, 1))
    assert "Places: Both End, ZZ11." in small_site.page(built, "lscgs/south/index.html")
    assert "Places: Both End, Sampleton, ZZ2." in small_site.page(built, "lscgs/city/index.html")


def test_a_place_that_has_no_group_yet_says_from_when() -> None:
    page = groups_page("areas:\n  - name: Newton\n    groups: [south]\n    from: 1 April 2028\n")
    assert place(page, "Newton") == "Newton From 1 April 2028: South LSCG , for Newton"


TILES = """\
map:
  - group: south
    row: 2
    column: 1
  - group: city
    row: 1
    column: 2
    label: Old Town
    until: 31 March 2028
  - group: south
    row: 1
    column: 2
    from: 1 April 2028
"""


def test_each_group_of_the_map_is_one_link_with_its_name_on_it() -> None:
    page = groups_page(AREAS + TILES)
    (svg,) = re.findall(r"<svg.*?</svg>", page, re.S)
    assert re.findall(r'href="([^"]+)" aria-label="([^"]+)"', svg) == [
        ("city/index.html", "Old Town, City LSCG"),
        ("south/index.html", "South LSCG"),
    ]
    assert re.findall(r">([\w ]+)</text>", svg) == ["Old Town", "South"]
    assert svg.count("<polygon") == 2
    assert "style=" not in svg


def test_the_map_is_the_one_of_the_day() -> None:
    (svg,) = re.findall(r"<svg.*?</svg>", groups_page(AREAS + TILES, date(2028, 4, 1)), re.S)
    assert "City" not in svg
    assert svg.count("<a ") == 1
    assert svg.count("<polygon") == 2
    assert svg.count("</text>") == 1


def test_without_tiles_there_is_no_map() -> None:
    assert "<svg" not in groups_page(AREAS)


def test_tiles_keep_their_place_to_each_other_and_touch_no_edge() -> None:
    (svg,) = re.findall(r"<svg.*?</svg>", groups_page(AREAS + TILES), re.S)
    (width, height), *_ = re.findall(r'viewBox="0 0 (\d+) (\d+)"', svg)
    corners = [
        tuple(map(int, pair.split(","))) for each in re.findall(r'points="([^"]+)"', svg) for pair in each.split()
    ]
    assert all(0 < x < int(width) and 0 < y < int(height) for x, y in corners)
    (city_x, city_y), (south_x, south_y) = corners[0], corners[6]
    assert city_x - south_x == 60  # the even row stands half a tile to the right, one column further left
    assert south_y - city_y == 105


def test_an_unknown_group_of_a_tile_is_told_with_its_line() -> None:
    outcome = small_site.build({"content/areas.yaml": "map:\n  - group: suoth\n    row: 1\n    column: 1\n"})
    (told,) = [d for d in outcome.report.diagnostics if d.code == "area.group-unknown"]
    assert (str(told.where.path), told.where.line, told.hint) == ("content/areas.yaml", 2, "Did you mean south?")


def test_tiles_of_different_days_may_have_the_same_place() -> None:
    assert "area.tile-taken" not in small_site.codes(small_site.build(CITY | {"content/areas.yaml": AREAS + TILES}))


def test_one_long_word_is_broken_and_leaves_the_other_labels_large() -> None:
    name = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"
    long = {"lscgs/city/index.md": f"---\nname: {name}\n---\nAbout us.\n"}
    outcome = small_site.build(long | {"content/areas.yaml": (AREAS + TILES).replace("    label: Old Town\n", "")})
    (svg,) = re.findall(r"<svg.*?</svg>", small_site.page(outcome, "lscgs/index.html"), re.S)
    lines = re.findall(r">([\w-]+)</text>", svg)
    assert "".join(lines).replace("-", "") == f"{name}South"
    assert max(map(len, lines)) == 13
    assert int(re.findall(r'font-size="(\d+)"', svg)[0]) >= 12


def test_groups_of_one_order_stand_as_people_sort_names() -> None:
    groups = {f"lscgs/g{n}/index.md": f"---\nname: {name}\n---\nX.\n" for n, name in enumerate(["Hub 11", "east", "Hub 2"])}
    page = small_site.page(small_site.build(groups), "lscgs/index.html")
    assert re.findall(r'app-group-card__link"[^>]*>([^<]+) LSCG<', page) == ["east", "Hub 2", "Hub 11", "South"]
