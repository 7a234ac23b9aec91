"""The quick reading of what nh3 lets through, beside the standard library's reader of HTML."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from boardsite.markup.clean import _SCHEME, PIECE, allowed

_FRAGMENTS = (
    "<p>", "</p>", "<b>", "</b>", '<a href="https://x/?a=1&amp;b">', "</a>", "<img src=x alt=\"a'b&quot;<>\">", "<br/>",
    "&amp;", "&lt;script", "<", ">", '"', "é", "\xa0", "<td align=right colspan=2>", "<table>", "<tr>", "<h1>", "</h1>",
    "<pre>\n\n", "</pre>", "<!-- x -->", "<svg><p>", "<math>", "&#60;", "<ol start=3>", "<li>", "\x00", "\f", "\r\n",
    '<abbr title="x<y>&#10;">', "<plaintext>", "<xmp>", "<textarea>", "<noscript>", "<template>", "a<b and c>d",
)  # fmt: skip


@given(st.lists(st.one_of(st.sampled_from(_FRAGMENTS), st.text(max_size=9)), max_size=14).map("".join))
def test_every_letter_that_is_let_through_is_read_as_a_browser_reads_it(html: str) -> None:
    safe = allowed(html)
    assert "".join(piece[0] for piece in PIECE.finditer(safe)) == safe
    other = _Reader(convert_charrefs=True)
    other.feed(safe)
    other.close()
    assert [unescape(text) if text else end + tag for end, tag, _, text in PIECE.findall(safe)] == other.found


@given(st.lists(st.sampled_from(["href", "src", "=", "x:y", '"', "'", " ", "\n", ">", ":", "<a ", "http://"]), max_size=20).map("".join))
def test_an_address_is_found_from_its_equals_sign_as_from_its_name(html: str) -> None:
    from_its_name = r"""(?:href|src)=["']?\s*(([a-zA-Z][a-zA-Z0-9+.-]*):[^"'>\s]*)"""
    assert _SCHEME.findall(html) == re.findall(from_its_name, html)


class _Reader(HTMLParser):
    def __init__(self, *, convert_charrefs: bool) -> None:
        super().__init__(convert_charrefs=convert_charrefs)
        self.found: list[str] = []

    def handle_data(self, data: str) -> None:
        self.found.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self.found.append(f"/{tag}")
