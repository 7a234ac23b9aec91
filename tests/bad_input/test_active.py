"""The second reader finds what acts, in every kind of file; else its silence would mean nothing."""

from __future__ import annotations

import pytest

from tests.bad_input.active import read


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("a.html", "<zq>"), ("a.html", "<p zq>"), ("a.html", "<p onclick='zq()'>"), ("a.html", "<script>zq</script>"),
        ("a.html", "<style>zq</style>"), ("a.html", "<a href='java\nscript:zq'>"), ("a.html", "<p style='zq'>"),
        ("a.html", '<script type="application/ld+json">{"zq": 1}</script>'), ("a.html", "<title>a</title></title><zq>"),
        ("a.html", "<iframe srcdoc='zq'>"), ("a.html", "<img src='vbscript:zq'>"), ("a.html", "<!-- --><zq>"),
        ("a.xml", "<a><zq/></a>"), ("a.xml", "<a zq=''/>"), ("a.xml", '<c type="html">&lt;zq&gt;</c>'),
        ("a.json", '{"a": {"zq": 1}}'), ("a.ics", "BEGIN:A\r\nZQ:1\r\nEND:A\r\n"), ("a.vcf", "BEGIN:zq\r\nEND:zq\r\n"),
        ("a.ics", "A;ZQ=1:x\r\n"), ("_redirects", "/zq / 301\n"), ("a.js", "zq"), ("a.yml", "zq: 1"),
    ],
)  # fmt: skip
def test_a_word_that_acts_is_found(path: str, content: str) -> None:
    assert any("zq" in word.lower() for word in read([(path, content.encode())]).active)


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("a.html", "<p title='zq'>x</p>"), ("a.html", "<p>&lt;zq&gt;</p>"), ("a.html", "<a href='https://zq.example.org/'>x</a>"),
        ("a.html", '<script type="application/ld+json">{"a": "zq"}</script>'), ("a.xml", "<a>zq</a>"), ("a.json", '["zq"]'),
        ("a.ics", "SUMMARY:a\\nZQ:1\\;zq\r\n"), ("a.vcf", "NOTE:zq\r\n"), ("a.yml", "a: zq"),
    ],
)  # fmt: skip
def test_a_word_that_is_only_text_is_not(path: str, content: str) -> None:
    found = read([(path, content.encode())])
    assert not any("zq" in word.lower() for word in found.active)
    assert any("zq" in word.lower() for word in found.shown)


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("a.xml", "<a>"), ("a.xml", "<a>\x07</a>"), ("a.json", "{"), ("a.ics", "BEGIN:A\r\n"), ("a.ics", "END:A\r\n"), ("a.ics", "A:1\n"),
        ("a.ics", "A:" + "x" * 80 + "\r\n"), ("a.ics", "no colon\r\n"), ("a.vcf", "BEGIN:A\r\nBEGIN:B\r\nEND:A\r\nEND:B\r\n"),
        ("a.html", '<script type="application/ld+json">{"a": </script>'),
    ],
)  # fmt: skip
def test_a_broken_file_is_found(path: str, content: str) -> None:
    assert read([(path, content.encode())]).broken
