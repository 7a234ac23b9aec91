"""The second reader finds a word in every form in which it may hide; else its silence would mean nothing."""

from __future__ import annotations

import base64
import gzip
import io
import zlib

import pytest
from PIL import Image, PngImagePlugin

from tests.support.office_files import document
from tests.support.second_reader import leaks, matches


def _exif() -> bytes:
    exif = Image.Exif()
    exif[0x013B] = "zqsecret"
    out = io.BytesIO()
    Image.new("RGB", (9, 9)).save(out, "JPEG", exif=exif)
    return out.getvalue()


def _png() -> bytes:
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", "zqsecret", zip=True)
    out = io.BytesIO()
    Image.new("RGB", (9, 9)).save(out, "PNG", pnginfo=info)
    return out.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        b"<p>zqsecret</p>", b"ZQSECRET", b"SUMMARY:zqse\r\n cret", b"zq&#115;ecret", b"zqs<b>ecret</b>", b"%7Aqsecret",
        b'"zqsecr\\u0065t"', "zqsecret".encode("utf-16"), base64.b64encode(b"a longer text with zqsecret inside"),
        gzip.compress(b"zqsecret", mtime=0), zlib.compress(b"zqsecret"), document("zqsecret", "x"),
        b"%PDF stream\n" + zlib.compress(b"/Author (zqsecret)") + b"\nendstream", _exif(), _png(),
    ],
)  # fmt: skip
def test_a_word_is_found_however_it_is_written(content: bytes) -> None:
    assert leaks([("a", content)], ["zqsecret"]) == [("a", "zqsecret")]
    assert "zqsecret" in matches([("a", content)], "zqs[a-z]*")


def test_a_word_is_found_in_a_name() -> None:
    assert leaks([("news/zqsecret/index.html", b"")], ["zqsecret"])


def test_what_is_not_there_is_not_found() -> None:
    assert leaks([("a", b"<p>public</p>"), ("b", _png())], ["zqother"]) == []
