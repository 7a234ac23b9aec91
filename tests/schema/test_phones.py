"""British telephone numbers."""

from __future__ import annotations

import pytest

from boardsite.diagnostics import Diagnostic, Location
from boardsite.reading.located import RawText
from boardsite.schema.kinds import Phone
from boardsite.schema.phones import read_phone


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("01632960001", "01632 960001"), ("01632 960 001", "01632 960001"), ("+44 1632 960001", "01632 960001"),
        ("+44 (0)1632 960001", "01632 960001"), ("0044 1632 960001", "01632 960001"), ("03448008020", "0344 800 8020"),
        ("02079460018", "020 7946 0018"), ("0113 4960001", "0113 496 0001"), ("01414960001", "0141 496 0001"),
        ("07700-900-123", "07700 900123"), ("(01632) 960001 ext 12", "01632 960001 ext 12"), ("999", "999"),
        ("101", "101"), ("116000", "116 000"), ("tel:01632960001", "01632 960001"), ("0800 111 1111", "0800 111 1111"),
        ("0800 123 456", "0800 123 456"), ("0800 1111", "0800 1111"), ("0845 4647", "0845 46 47"), ("01204 12345", "01204 12345"),
        ("+44 1905 12345", "01905 12345"), ("0808 800 5000", "0808 800 5000"),
    ],
)  # fmt: skip
def test_numbers_are_written_with_their_usual_spaces(typed: str, written: str) -> None:
    assert read_phone(typed) == written


@pytest.mark.parametrize(
    "typed", ["1632960001", "01632", "hello", "", "01632 96000x", "00", "0123456789012", "05 1234 5678", "12", "960001"]
)
def test_what_is_no_number_is_refused(typed: str) -> None:
    assert read_phone(typed) is None


@pytest.mark.parametrize(
    "typed",
    [
        "0344 800 802", "0300 123 456", "0161 496 000", "0113 496 000", "020 7946 001", "07911 12345", "0808 800 500",
        "0845 123 456", "0900 123 456", "01632 96000", "+44 1632 96000", "01632 9600011", "01204 1234",
    ],
)  # fmt: skip
def test_a_number_with_a_figure_missing_or_too_many_is_refused(typed: str) -> None:
    assert read_phone(typed) is None


def test_who_left_out_a_figure_is_told_how_many_there_must_be() -> None:
    told = Phone().read(RawText("0161 496 000", Location("")))
    assert isinstance(told, Diagnostic)
    assert told.hint == "Such a number has 11 figures, and this one has 10. Look it up again."


def test_a_written_number_is_read_as_itself() -> None:
    for typed in ("01632960001", "03448008020", "02079460018", "07700900123", "116000"):
        written = read_phone(typed)
        assert written is not None
        assert read_phone(written) == written
