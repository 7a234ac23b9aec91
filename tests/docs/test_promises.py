"""docs/promises.md and the tests say the same: every promise has tests, and every test that is named is there."""

from __future__ import annotations

import re
from functools import cache

import pytest

from tests.support.small_site import ROOT

PAGE = ROOT / "docs" / "promises.md"
WANTED = (*(f"P{number}" for number in range(1, 11)), *(f"R{number:02}" for number in range(1, 31)))
_PROMISE = re.compile(r"^### ([PR]\d+) (.+)\n((?:(?!^##).*\n?)*)", re.M)
_TEST = re.compile(r"^- `(tests/[a-z0-9_/]+\.py)::(test_[a-z0-9_]+)`$", re.M)


@cache
def promises() -> dict[str, tuple[str, tuple[tuple[str, str], ...]]]:
    """Return by its mark each promise, and the file and name of each of its tests."""
    found = _PROMISE.findall(PAGE.read_text("utf-8"))
    assert len({mark for mark, _, _ in found}) == len(found), "a promise is there twice"
    return {mark: (promise, tuple(_TEST.findall(rest))) for mark, promise, rest in found}


@cache
def named() -> frozenset[tuple[str, str]]:
    return frozenset(test for _, tests in promises().values() for test in tests)


def test_the_list_is_complete_and_in_order() -> None:
    assert tuple(promises()) == WANTED


@pytest.mark.parametrize("mark", WANTED)
def test_a_promise_says_something_and_has_tests(mark: str) -> None:
    promise, tests = promises()[mark]
    assert len(promise.split()) > 3
    assert tests
    assert len(set(tests)) == len(tests)


def test_every_line_of_the_list_names_a_test() -> None:
    lines = [line for line in PAGE.read_text("utf-8").splitlines() if line.startswith("-")]
    assert len(lines) == sum(len(tests) for _, tests in promises().values())


@pytest.mark.parametrize("path", sorted({path for path, _ in named()}))
def test_the_tests_that_are_named_are_collected(path: str, request: pytest.FixtureRequest) -> None:
    module = pytest.Module.from_parent(request.session, path=ROOT / path)
    collected = {getattr(item, "originalname", item.name): item for item in module.collect()}
    wanted = {name for file, name in named() if file == path}
    assert wanted - collected.keys() == set()
    passed_over = [name for name in wanted if list(collected[name].iter_markers("skip"))]
    assert passed_over == [], "a test that is always passed over proves nothing"
