"""Settings and body of a Markdown file: the library's silences are told, and lines stay true."""

from __future__ import annotations

import pytest

from boardsite.reading.front_matter import read_page
from boardsite.reading.letters import decode
from boardsite.reading.sources import source_file


@pytest.mark.parametrize(
    ("text", "line", "body"),
    [
        ("---\ntitle: x\n---\nBody", 4, "Body"),
        ("---\ntitle: x\n---\n\n\nBody", 6, "Body"),
        ("\n\n---\ntitle: x\n---\nBody", 6, "Body"),
        ("---\n---\nBody", 3, "Body"),
        ("---\ntitle: x\n---\n", 4, ""),
        ("---\ntitle: x\n---\nA\n\n---\n\nB", 4, "A\n\n---\n\nB"),
    ],
)
def test_the_body_begins_on_its_own_line(text: str, line: int, body: str) -> None:
    page, told = read_page(text, "p.md")
    assert page is not None, told
    assert (page.body_line, page.body) == (line, body)


def test_settings_after_blank_lines_keep_their_lines() -> None:
    page, _ = read_page("---\n\n\ntitle: x\n---\nBody", "p.md")
    assert page is not None
    assert page.settings.values[0][0].where.line == 4


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("title: x\n", "settings.missing", 1),
        ("", "settings.missing", 1),
        ("---\ntitle: x\nBody\n", "settings.no-closing-line", 1),
        ("Hello\n---\ntitle: x\n---\n", "settings.text-before", 1),
        ("---\n- a\n---\nx", "settings.not-settings", 2),
        ("---\njust words\n---\nx", "settings.not-settings", 2),
        ("---\ntitle: A: b\n---\n", "settings.colon", 2),
        ("---\ntitle x\ndate: y\n---\n", "settings.line-without-colon", 2),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str, code: str, line: int) -> None:
    page, told = read_page(text, "p.md")
    assert page is None
    assert [(d.code, d.where.line) for d in told] == [(code, line)]


@pytest.mark.parametrize(
    ("data", "text", "codes"),
    [
        ("\ufeffé\r\nb".encode(), "é\nb", []),
        ("é".encode("utf-16"), "é", []),
        (b"\xff\xfee\x00", "e", []),
        (b"caf\xe9 \xa35", "café £5", ["file.old-letters"]),
        (b"a\rb", "a\nb", []),
        ("e\u0301".encode(), "é", []),
        ("a\u202eb\u0007c\u200bd\ue000".encode(), "abcd", []),
        ("a\ufffdb".encode(), "a\ufffdb", ["file.letters-lost"]),
    ],
)
def test_letters_of_every_common_kind_are_read(data: bytes, text: str, codes: list[str]) -> None:
    found, told = decode(source_file("content/x.md", data))
    assert found == text
    assert [d.code for d in told] == codes


def test_a_file_that_is_no_text_is_refused() -> None:
    found, told = decode(source_file("content/x.md", b"PK\x03\x04\0\0"))
    assert found is None
    assert [d.code for d in told] == ["file.not-text"]
