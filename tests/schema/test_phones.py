"""British telephone numbers."""

from __future__ import annotations

import pytest

from boardsite.schema.phones import read_phone


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("01632960001", "01632 960001"), ("01632 960 001", "01632 960001"), ("+44 1632 960001", "01632 960001"),
        ("+44 (0)1632 960001", "01632 960001"), ("0044 1632 960001", "01632 960001"), ("03448008020", "0344 800 8020"),
        ("02079460018", "020 7946 0018"), ("0113 4960001", "0113 496 0001"), ("01414960001", "0141 496 0001"),
        ("07700-900-123", "07700 900123"), ("(01632) 960001 ext 12", "01632 960001 ext 12"), ("999", "999"),
        ("101", "101"), ("116000", "116 000"), ("tel:01632960001", "01632 960001"), ("0800 111 1111", "0800 111 1111"),
    ],
)  # fmt: skip
def test_numbers_are_written_with_their_usual_spaces(typed: str, written: str) -> None:
    assert read_phone(typed) == written


@pytest.mark.parametrize(
    "typed", ["1632960001", "01632", "hello", "", "01632 96000x", "00", "0123456789012", "05 1234 5678", "12", "960001"]
)
def test_what_is_no_number_is_refused(typed: str) -> None:
    assert read_phone(typed) is None


def test_a_written_number_is_read_as_itself() -> None:
    for typed in ("01632960001", "03448008020", "02079460018", "07700900123", "116000"):
        written = read_phone(typed)
        assert written is not None
        assert read_phone(written) == written
