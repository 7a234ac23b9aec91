"""Every page of the sample keeps its budget: a whole page in one round trip, no web font, few requests."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.support import sample_site
from tests.support.page_rules import public_pages
from tests.support.site_reader import read_site
from tests.support.weights import FIRST_USE, OWN_STYLES, REQUESTS, SCRIPTS, STYLES, USUAL, Weight, main, table, weights


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample_site.built(tmp_path_factory)


def test_every_page_is_within_its_budget(site: Path) -> None:
    found = weights(site)
    assert {weight.path for weight in found} == {page.path for page in public_pages(read_site(site))}
    assert [fault for weight in found for fault in weight.faults] == []


def test_every_kind_of_page_stands_in_the_table_with_its_heaviest(site: Path) -> None:
    found = weights(site)
    lines = table(found).splitlines()[1:]
    assert {line.split()[0] for line in lines} == {weight.kind for weight in found}
    assert sum(int(line.split()[1]) for line in lines) == len(found)
    assert any(line.endswith(f"  {found[0].path}") for line in lines)


def test_the_command_prints_the_table_and_says_that_all_is_well(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(site)]) == 0
    assert "Everything is within its budget." in capsys.readouterr().out
    assert main([str(tmp_path)]) == 2


def noise(length: int) -> str:
    """Return text that does not get smaller."""
    return random.Random(1).randbytes(length).hex()


PLAIN = "<link rel=stylesheet href=a.css><script src=a.js defer></script>"


def planted(
    folder: Path, head: str = PLAIN, body: str = "", css: str = "", js: str = "", kind: str = "page"
) -> list[str]:
    (folder / "a.css").write_text(css, "utf-8")
    (folder / "b.css").write_text(noise(OWN_STYLES), "utf-8")
    (folder / "a.js").write_text(js, "utf-8")
    (folder / "index.html").write_text(
        f"<!doctype html><html><head>{head}</head><body data-page={kind}>{body}</body></html>", "utf-8"
    )
    return [fault.partition(": ")[2] for weight in weights(folder) for fault in weight.faults]


@pytest.mark.parametrize(
    ("what", "fault"),
    [
        ("page", {"body": noise(USUAL)}),
        ("styles", {"css": noise(STYLES)}),
        ("styles of its own", {"head": PLAIN + "<link rel=stylesheet href=b.css>"}),
        ("scripts", {"js": noise(SCRIPTS)}),
        ("on first use, scripts", {"js": noise(FIRST_USE), "head": "", "body": "<form data-first-use='a.js'>"}),
        ("requests", {"body": "<img src=x.png alt>" * REQUESTS}),
        ("requests", {"head": PLAIN + "<link rel=preload href=x.png>" * REQUESTS}),
        ("a.css brings a font", {"css": "@font-face{src:url(x.woff2)}"}),
        ("x.woff2 brings a font", {"head": PLAIN + "<link rel=preload href=x.woff2>"}),
    ],
)
def test_what_is_too_much_is_found(what: str, fault: dict[str, str], tmp_path: Path) -> None:
    assert any(found.startswith(what) for found in planted(tmp_path, **fault))


def test_scripts_of_first_use_are_no_part_of_a_visit(tmp_path: Path) -> None:
    assert planted(tmp_path, head="", js=noise(SCRIPTS), body="<form data-first-use='a.js'>") == []


def test_what_waits_to_be_seen_and_a_full_calendar_are_not_too_much(tmp_path: Path) -> None:
    assert planted(tmp_path) == []
    assert planted(tmp_path, body="<img src=x.png alt loading=lazy>" * 20) == []
    assert planted(tmp_path, body=noise(USUAL // 2 + 500), kind="calendar") == []
    assert Weight("x", "month", USUAL + 1, 0, 0, 0, 0, 1, ()).faults == []
