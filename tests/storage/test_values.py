"""Values come back as they were, and what does not fit its type is refused."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

import pytest

from boardsite.diagnostics import Diagnostic, Location, Severity
from boardsite.markup.body import Body, render
from boardsite.storage.values import from_json, to_json
from tests.support.small_site import ROOT


@dataclass(frozen=True, slots=True)
class Thing:
    name: str
    count: int
    day: date | None
    pair: tuple[str, int]
    many: tuple[Location, ...]
    severity: Severity = Severity.NOTICE


THING = Thing("a\n\ue000é\ud800", 3, date(2016, 6, 27), ("b", 1), (Location("x", 1), Location("y")), Severity.ERROR)


def test_a_value_comes_back_as_it_was() -> None:
    assert from_json(Thing, to_json(THING)) == THING
    assert from_json(Thing, to_json(Thing("", 0, None, ("", 0), ()))) == Thing("", 0, None, ("", 0), ())


@pytest.mark.parametrize("path", sorted(ROOT.glob("content/**/*.md")), ids=lambda path: path.stem)
def test_every_body_of_the_sample_comes_back(path: object) -> None:
    body, told = render(path.read_text("utf-8"), "content/x.md", 1)  # type: ignore[attr-defined]
    assert body is not None
    assert from_json(Body, to_json(body)) == body
    assert all(from_json(Diagnostic, to_json(each)) == each for each in told)


def changed(at: int, value: object) -> bytes:
    plain = json.loads(to_json(Thing("a", 1, None, ("b", 1), ())))
    plain[at] = value
    return json.dumps(plain).encode()


@pytest.mark.parametrize(
    "content",
    [
        b"", b"\xff", b"null", b"{}", b"[]", b"[1]", b"[" * 100_000, changed(0, 1), changed(1, "1"), changed(1, True),
        changed(1, 1.5), changed(2, "tomorrow"), changed(2, 5), changed(3, ["b"]), changed(3, ["b", 1, 2]),
        changed(3, {"b": 1}), changed(4, "xy"), changed(4, [["x"]]), changed(4, [{}]), changed(5, "deadly"),
        json.dumps([*json.loads(to_json(THING)), 1]).encode(),
    ],
    ids=range(21),
)  # fmt: skip
def test_what_does_not_fit_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError):
        from_json(Thing, content)


def test_what_nobody_can_read_back_is_not_written() -> None:
    with pytest.raises(TypeError):
        to_json({"a": 1})
