"""Whatever is put into the site's folders, there is an answer: each case by its name says what must happen.

Cases that can live together lie in one site, written to a disk, built once. Those that change what all share have a
site of their own, without the theme where nothing of its pages is asked.
"""

from __future__ import annotations

import pytest

from boardsite.diagnostics import Diagnostic
from tests.bad_input import sites
from tests.bad_input.all_cases import CASES
from tests.bad_input.cases import Bounded, Case, Neutralised, Private, Rejected, Survives, Told, token

CONTAINED = ("/news/", "/events/", "/images/", "/files/")
NEVER_CONTAINED = {"group.folder-name", "file.name-clash", "route.clash"}
CONTAINED_ANYWHERE = {
    "security.expired",
    "link.broken",
    "image.unreadable",
    "image.missing",
    "image.too-large",
    "image.kind-unknown",
}


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> sites.Built:
    return sites.together(tmp_path_factory.mktemp("bad"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_bad_input_gets_its_answer(case: Case, shared: sites.Built) -> None:
    built = sites.alone(case) if case.is_alone else shared
    told = built.told(case.path)
    word = token(case.name)
    match case.must:
        case Rejected(code, line, is_shown):
            errors = [d for d in told if d.is_error]
            assert code in [d.code for d in errors], codes(told)
            assert line is None or line in [d.where.line for d in errors if d.code == code], codes(told)
            assert is_shown or not built.is_shown(word)
        case Told(code, is_shown):
            assert code in [d.code for d in told], codes(told)
            assert not [d for d in told if d.is_error], codes(told)
            assert not is_shown or built.is_shown(word)
        case Survives(shown):
            assert not [d for d in told if d.is_error], codes(told)
            assert built.is_read(shown.replace("TOKEN", word))
        case Neutralised(never, is_shown):
            acting = built.acting
            assert not [text for text in (word, *never) if text.replace("TOKEN", word).lower() in acting]
            assert not is_shown or built.is_shown(word)
        case Bounded():
            assert told or built.is_shown(word)
        case Private(is_in_report):
            assert word not in built.words
            assert is_in_report or word not in "".join(f"{d.message} {d.found} {d.hint}" for d in built.diagnostics)
    for finding in told if case.must != Bounded() else ():
        is_left_out = finding.is_error and is_containable(finding)
        assert finding.is_contained == is_left_out, codes(told)


def is_containable(finding: Diagnostic) -> bool:
    """News, events, pictures, downloads and links in texts can be left out whole; all else holds a site up."""
    is_item = any(folder in finding.where.path for folder in CONTAINED) and finding.code not in NEVER_CONTAINED
    return is_item or finding.code in CONTAINED_ANYWHERE


def codes(told: tuple[Diagnostic, ...]) -> str:
    return "\n".join(f"{d.where} {d.code} {d.found!r}" for d in told) or "nothing is told"


def test_there_are_hundreds_of_cases_each_with_a_name_and_a_word_of_its_own() -> None:
    assert len(CASES) >= 500
    assert len({case.name for case in CASES}) == len({token(case.name) for case in CASES}) == len(CASES)
    classes = {case.name.partition("-")[0] for case in CASES}
    assert classes >= {
        "fm",
        "yaml",
        "html",
        "link",
        "heavy",
        "ics",
        "private",
        "contact",
        "site",
        "name",
        "place",
        "picture",
    }
    assert {type(case.must) for case in CASES} == {Rejected, Told, Neutralised, Survives, Bounded, Private}
    paths = [path for case in CASES if not case.is_alone for path in case.files]
    assert len(paths) == len(set(paths))
