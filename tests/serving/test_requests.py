"""Which requests are answered at all, and what a path can reach: only addresses that the program made."""

from __future__ import annotations

import pytest

from boardsite.serving.requests import address_of, is_for_us, is_from_us, question


@pytest.mark.parametrize("host", ["localhost:8000", "127.0.0.1:8000", "[::1]:8000", "LOCALHOST:8000"])
def test_our_own_names_are_answered(host: str) -> None:
    assert is_for_us([host], 8000)


@pytest.mark.parametrize(
    "hosts",
    [[], ["evil.example:8000"], ["localhost"], ["localhost:8001"], ["localhost:8000", "localhost:8000"],
     ["127.0.0.1.evil.example:8000"], ["0.0.0.0:8000"], ["localhost:8000@evil.example"], [""]],
)  # fmt: skip
def test_other_names_are_not(hosts: list[str]) -> None:
    assert not is_for_us(hosts, 8000)


def test_the_usual_port_may_be_left_out() -> None:
    assert is_for_us(["localhost"], 80)


def test_pages_of_others_may_not_ask() -> None:
    assert is_from_us([], 8000)
    assert is_from_us(["http://localhost:8000"], 8000)
    assert not is_from_us(["http://evil.example"], 8000)
    assert not is_from_us(["null"], 8000)
    assert not is_from_us(["https://localhost:8000"], 8000)
    assert not is_from_us(["http://localhost:8000", "http://evil.example"], 8000)


@pytest.mark.parametrize(
    "target",
    ["/../etc/passwd", "/%2e%2e/etc/passwd", "/..%5cwindows", "//etc/passwd", "/.git/config", "/a/.hidden", "/C:/x",
     "/a%00b", "/%ff", "http://evil.example/", "*", "", "/a//b", "/a\\b", "/" + "a" * 3000, "/a%0d%0ab"],
)  # fmt: skip
def test_a_path_that_climbs_or_hides_names_nothing(target: str) -> None:
    assert address_of(target) is None


def test_a_path_is_decoded_once() -> None:
    assert address_of("/lscgs/south%2fnews/?x=1") == "/lscgs/south/news/"
    assert address_of("/%252e%252e/x") == "/%2e%2e/x"


def test_what_stands_behind_the_question_mark() -> None:
    assert question("/-/day?day=2016-06-28&at=%2Fnews%2F", "at") == "/news/"
    assert question("/-/day", "at") == ""
