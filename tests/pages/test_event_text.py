"""Web addresses in the description of an event: which letters are the link, and what is none."""

from __future__ import annotations

import pytest

from boardsite.pages.event_text import paragraphs
from tests.support.soon import within


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("See https://example.org/a.", ["https://example.org/a"]),
        ("See (https://example.org/a).", ["https://example.org/a"]),
        ("See https://example.org/a_(b).", ["https://example.org/a_(b)"]),
        ("(see https://example.org/a_(b))", ["https://example.org/a_(b)"]),
        ("[https://example.org/a?b[]=c]", ["https://example.org/a?b[]=c"]),
        ("https://example.org/a, https://example.org/b!", ["https://example.org/a", "https://example.org/b"]),
        ("https://[x/ and https://[::1]/", []),
        ("https:// and https://)", []),
    ],
)
def test_a_link_ends_where_the_address_ends(text: str, links: list[str]) -> None:
    ((*pieces,),) = paragraphs(text)
    assert [piece.address for piece in pieces if piece.address] == links
    assert "".join(piece.text for piece in pieces) == text


def test_a_run_of_brackets_is_answered_soon() -> None:
    with within(2):
        paragraphs(f"https://example.org/{')' * 20_000} https://example.org/{').' * 10_000}")
