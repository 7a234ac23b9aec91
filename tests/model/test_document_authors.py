"""The author that a PDF names is found where it stands, and told unless it is the board or a group."""

from __future__ import annotations

import zlib

import pytest

from boardsite.model.checks.document_authors import MOST_UNPACKED, author
from tests.support import small_site

XMP = b"<x:xmpmeta><rdf:RDF><dc:creator><rdf:Seq><rdf:li>Sam &amp; Co</rdf:li></rdf:Seq></dc:creator></rdf:RDF></x:xmpmeta>"


def packed(inside: bytes, kind: bytes = b"/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode") -> bytes:
    body = zlib.compress(inside)
    return b"%PDF-1.5\n1 0 obj\n<< " + kind + b" /Length %d >>\nstream\n" % len(body) + body + b"\nendstream\nendobj\n"


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"<< /Author (Sam Sample) >>", "Sam Sample"),
        (rb"<< /Author (Sam \(the\) S\341mple\\) >>", "Sam (the) Sámple\\"),
        (b"<< /Author <FEFF00530061006D> >>", "Sam"),
        (b"<</Author(\xfe\xff\x00S\x00a\x00m)>>", "Sam"),
        (packed(b"3 0 << /Author (Sam Sample) /Title (x) >>"), "Sam Sample"),
        (XMP, "Sam & Co"),
        (packed(XMP, b"/Type /Metadata /Subtype /XML /Filter /FlateDecode"), "Sam & Co"),
        (b"<< /Author () >>", ""),
        (b"<< /Authority (Sam) >>", ""),
        (b"<< /Title (Minutes) >>", ""),
        (b"%PDF-1.5\n<< /Type /ObjStm >>\nstream\nnot compressed\nendstream", ""),
        (b"<< /Author <F> >>", "ð"),
        (b"<< /Author (Sam" + b"(" * 100_000, ""),
    ],
)
def test_the_author_of_a_pdf(content: bytes, name: str) -> None:
    assert author(content) == name


def test_a_stream_that_swells_is_read_up_to_a_bound() -> None:
    assert author(packed(b" " * (MOST_UNPACKED * 50) + b"/Author (Sam)")) == ""


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("Sam Sample", ["privacy.document-author"]),
        ("Sample Safeguarding Board", []),
        ("ssb", []),
        ("South LSCG", []),
    ],
)
def test_a_person_is_told_and_the_board_is_not(name: str, codes: list[str]) -> None:
    pdf = f"%PDF-1.4\n<< /Author ({name}) >>\n".encode()
    outcome = small_site.build({"lscgs/south/files/minutes.pdf": pdf})
    assert small_site.codes(outcome) == codes
    assert dict(outcome.files)["lscgs/south/files/minutes.pdf"].content == pdf
