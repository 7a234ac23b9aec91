"""Typed values out of raw settings: all faults of a thing are told, and the sound values kept."""

from __future__ import annotations

from datetime import date

from boardsite.diagnostics import Diagnostics
from boardsite.reading.located import read_settings
from boardsite.schema import kinds
from boardsite.schema.content_types import CONTACTS, CONTENT_TYPES, NEWS, SITE
from boardsite.schema.fields import Field, ListOf, Record, Values
from boardsite.schema.validate import read_values


def read(text: str, fields: tuple[Field, ...] = NEWS.fields) -> tuple[Values, Diagnostics]:
    raw, told = read_settings(text, "x.md")
    assert raw is not None, told
    values, more = read_values(raw, fields)
    return values, told + more


def test_all_faults_are_told_in_one_run() -> None:
    _, told = read("titel: x\ndate: 31/06/2016\ndraft: maybe\nexpires: [1, 2]\n")
    assert [(d.code, d.where.line) for d in told] == [
        ("settings.unknown-name", 1),
        ("field.date-impossible", 2),
        ("field.not-yes-or-no", 3),
        ("field.wrong-shape", 4),
        ("field.missing", 1),
    ]


def test_sound_values_are_kept_beside_faulty_ones() -> None:
    values, _ = read("title: A forum\ndate: never\ntags: [a, b]\nexpires: 1 June 2017\n")
    assert values.text("title") == "A forum"
    assert values.texts("tags") == ("a", "b")
    assert values.day("expires") == date(2017, 6, 1)
    assert values.moment("date") is None


def test_half_a_text_is_told_and_a_remark_behind_a_value_is_not() -> None:
    _, told = read("title: Room # 3 is new\ndate: 1 June 2016 # moved\nsummary: Come.  # to be mended\ntags:\n  - hall # 2\n")
    assert [(d.code, d.where.line, d.found) for d in told] == [
        ("settings.cut-at-hash", 1, "title: Room # 3 is new"), ("settings.cut-at-hash", 5, "- hall # 2"),
    ]  # fmt: skip
    assert told[0].hint == (
        'Put the whole value between quotation marks: title: "Room # 3 is new". Before a remark stand two spaces.'
    )
    assert read("title: x\ndate: 1 June 2016\ndraft: yes # until May\nimage_alt: # what it shows\npriorities: # [neglect]\n")[1] == ()
    whole = "kind: major # for a week\ntitle: x\nuntil: 1 May 2016 # or later\n"
    (notice,) = (field.kind for field in SITE.fields if field.name == "notice")
    assert isinstance(notice, Record)
    assert read(whole, notice.fields)[1] == ()


def test_one_value_is_a_list_of_one_and_a_bare_name_a_record() -> None:
    values, told = read("title: x\ndate: 1 June 2016\ntags: forum\nattachments: files/a.pdf\n")
    assert told == ()
    assert values.texts("tags") == ("forum",)
    assert [entry.text("file") for entry in values.records("attachments")] == ["files/a.pdf"]


def test_a_spelling_mistake_in_a_name_must_be_fixed_and_a_foreign_name_is_looked_at() -> None:
    _, told = read("title: x\ndate: 1 June 2016\nexpries: 1 June 2017\nlayout: post\n")
    assert [(d.code, d.severity.value, d.hint) for d in told] == [
        ("settings.unknown-name", "error", "Did you mean expires?"),
        ("settings.unknown-name", "warning", told[1].hint),
    ]


def test_a_faulty_entry_of_a_list_leaves_the_others() -> None:
    values, told = read("contacts:\n  - role: Chair\n    email: x\n  - role: Note taker\n", CONTACTS.fields)
    assert [entry.text("role") for entry in values.records("contacts")] == ["Note taker"]
    assert [(d.code, d.where.line) for d in told] == [("field.email-unreadable", 3)]


def test_a_missing_value_of_an_entry_is_told_at_the_entry() -> None:
    _, told = read("contacts:\n  - role: Chair\n  - email: a@example.org\n", CONTACTS.fields)
    assert [(d.code, d.where.line) for d in told] == [("field.missing", 3)]


def every_field(fields: tuple[Field, ...]) -> list[Field]:
    found = []
    for field in fields:
        found.append(field)
        if isinstance(field.kind, Record):
            found += every_field(field.kind.fields)
    return found


def test_every_example_that_we_suggest_would_be_accepted() -> None:
    for content_type in CONTENT_TYPES:
        for field in every_field(content_type.fields):
            kind = field.kind.kind if isinstance(field.kind, ListOf) else field.kind
            if isinstance(kind, Record):
                continue
            raw, _ = read_settings(f"x: {kind.example}", "x.md")
            assert raw is not None
            ((_, value),) = raw.values
            read_value = kind.read(value)  # type: ignore[arg-type]
            assert not hasattr(read_value, "code"), (content_type.name, field.name, read_value)


def test_every_field_has_a_sentence_for_editors() -> None:
    for content_type in CONTENT_TYPES:
        for field in every_field(content_type.fields):
            assert field.help.endswith("."), field.name
            assert field.label[0].isupper(), field.name


def test_an_address_may_hold_nothing_that_breaks_out_of_it() -> None:
    _, told = read("a: 'https://example.org/\" onclick=\"x'\n", (Field("a", "A", kinds.WebAddress(), "x."),))
    assert [d.code for d in told] == ["field.address-unreadable"]
