"""Whom a document names is told, whatever program wrote it; and no archive makes us work long."""

from __future__ import annotations

import io
import zipfile

import pytest

from boardsite.model.checks.office_authors import office_authors
from boardsite.reading.sources import source_file
from tests.support.office_files import document


def named(name: str, content: bytes, *ours: str) -> list[str]:
    return [told.found for told in office_authors([source_file(f"content/files/{name}", content)], ours)]


@pytest.mark.parametrize("ending", ["docx", "xlsx", "pptx"])
def test_the_author_and_the_last_editor_of_an_office_file_are_told(ending: str) -> None:
    assert named(f"a.{ending}", document("Pat &amp; Lee", "Sam")) == ["Pat & Lee and Sam"]


def test_those_of_an_open_document_and_of_rtf_are_told() -> None:
    assert named("a.odt", document("Pat", "Sam", is_open=True)) == ["Pat and Sam"]
    assert named("a.rtf", rb"{\rtf1{\info{\author Pat Lee}{\operator Sam}}x}") == ["Pat Lee and Sam"]


def test_the_board_may_name_itself() -> None:
    assert named("a.docx", document("Sample Board", "sample board"), "Sample Board") == []
    assert named("a.docx", document("", " ")) == []


def test_what_cannot_be_opened_is_passed_over() -> None:
    whole = document("Pat", "Sam")
    for content in (b"", b"PK\x03\x04", whole[:-30], whole[30:], b"\0" * 999, whole.replace(b"Pat", b"Bob")):
        named("a.docx", content)
    assert named("a.csv", whole) == []


def test_a_bomb_is_unpacked_up_to_a_bound() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("docProps/core.xml", b" " * 200_000_000 + b"<dc:creator>Pat</dc:creator>")
    assert len(out.getvalue()) < 300_000
    assert named("a.docx", out.getvalue()) == []


def test_parts_that_are_packed_in_another_way_are_not_unpacked() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("docProps/core.xml", b"<dc:creator>Pat</dc:creator>" * 20)
    content = bytearray(out.getvalue())
    assert named("a.docx", bytes(content)) == []
    content[52:90] = b"\xff" * 38
    assert named("a.docx", bytes(content)) == []
