"""The program of the editing forms: complete, adapted in every place that we rely on, or not served at all."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from boardsite.reading.sources import read_forms, source_file
from boardsite.rendering import forms_program
from tests.support.browser import ROOT, missing


def sources() -> list[tuple[str, bytes]]:
    if not all((ROOT / part).is_file() for part in forms_program.PARTS):
        missing(
            "forms/node_modules", "run `npm ci --ignore-scripts --prefix forms`", "the program of the editing forms"
        )
    return [(source.path, source.content) for source in read_forms(ROOT, forms_program.PARTS)]


def served(files: list[tuple[str, bytes]]) -> forms_program.Program:
    return forms_program.program(source_file(path, content) for path, content in files)


def test_the_pinned_version_is_the_one_that_we_know() -> None:
    program = served(sources())
    assert program.told == ()
    assert program.address.endswith("/pages/start.js")
    names = {
        artifact.address.removeprefix(program.address.removesuffix("pages/start.js")) for artifact in program.files
    }
    assert {
        "program/index.js",
        "program/LICENSE.txt",
        "calendar/format.js",
        "settings/format.js",
        "pages/forms.css",
    } <= names
    assert sum(len(artifact.content) for artifact in program.files) < 5_000_000


def test_every_module_that_a_module_loads_is_served() -> None:
    program = served(sources())
    known = {artifact.address for artifact in program.files}
    unused = re.compile(
        r"@shikijs/|terra-draw|leaflet|svgo|shiki-engine|heic"
    )  # colouring of code, maps, iPhone pictures
    for artifact in program.files:
        if not artifact.address.endswith(".js"):
            continue
        text = artifact.content.decode()
        for name in re.findall(r"""(?:\bfrom\s*|\bimport\(\s*|\bimport\s*)["'`](\.{0,2}[\w@/.-]+)["'`]""", text):
            if unused.search(name) or not name.startswith("."):
                assert name.startswith(".") or unused.search(name) or "node_modules" not in name
                continue
            whole = Path(artifact.address).parent.joinpath(name)
            assert str(_resolved(whole)) in known, (artifact.address, name)


def _resolved(path: Path) -> Path:
    parts: list[str] = []
    for part in path.parts:
        if part == "..":
            parts.pop()
        elif part != ".":
            parts.append(part)
    return Path(*parts)


def test_nobody_else_is_asked_for_fonts_versions_or_how_the_host_is() -> None:
    (index,) = [a.content.decode() for a in served(sources()).files if a.address.endswith("program/index.js")]
    for stranger in ("cdn.jsdelivr.net", "https://unpkg.com/@sveltia/cms", "githubstatus.com/api", "hostedstatus.com"):
        assert stranger not in index
    assert "maximum-scale" not in index


@pytest.mark.parametrize("place", range(len(forms_program._REWRITES)))
def test_a_version_in_which_one_place_is_otherwise_is_not_served(place: int) -> None:
    old, _ = forms_program._REWRITES[place]
    files = [
        (path, content.replace(old.encode(), b"0")) if path.endswith("npm/index.js") else (path, content)
        for path, content in sources()
    ]
    program = served(files)
    assert (program.address, program.files) == ("", ())
    assert [d.code for d in program.told] == ["forms.unknown-program"]


def test_without_all_its_parts_nothing_is_served() -> None:
    program = served(sources()[:-1])
    assert (program.address, program.files) == ("", ())
    assert [d.code for d in program.told] == ["forms.no-program"]
