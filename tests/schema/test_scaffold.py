"""New files are made of the declarations: what is asked, what is written, and what stands there as remarks."""

from __future__ import annotations

import re
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardsite.model.assemble import Wishes
from boardsite.reading.front_matter import read_page
from boardsite.reading.located import RawList, RawMap, RawText, read_settings
from boardsite.schema.fields import Record
from boardsite.schema.scaffold import NEW, contacts_file, page_file, quoted, raw
from boardsite.schema.validate import read_values
from tests.support import small_site

PAGES = ("news", "page", "group")
ANSWERS = {
    "news": {"title": "Our: forum #1", "date": "1 June 2016", "tags": "one, two"},
    "page": {"title": "Guide"},
    "group": {"name": "East"},
}


@pytest.mark.parametrize("kind", PAGES)
def test_a_new_file_says_what_was_answered_and_nothing_else(kind: str) -> None:
    declared = NEW[kind].declared
    page, told = read_page(page_file(declared, ANSWERS[kind], "Text.", is_draft=False), "x.md")
    assert told == ()
    assert page is not None
    values, told = read_values(page.settings, declared.fields)
    assert told == ()
    assert set(values.values) == set(ANSWERS[kind])
    assert page.body == "Text.\n"
    if kind == "news":
        assert values.text("title") == "Our: forum #1"
        assert values.texts("tags") == ("one", "two")


@pytest.mark.parametrize("kind", PAGES)
def test_every_remark_would_be_right_without_its_mark(kind: str) -> None:
    declared = NEW[kind].declared
    text = page_file(declared, ANSWERS[kind], "Text.", is_draft=False)
    used = re.sub(r"^#(?=[a-z_]+:|  )", "", text, flags=re.M)
    page, told = read_page(used, "x.md")
    assert told == ()
    assert page is not None
    assert {key.text for key, _ in page.settings.values} == {field.name for field in declared.fields}
    _, told = read_values(page.settings, declared.fields)
    # An empty text of a record is the only thing that still has to be written.
    assert {found.code for found in told} <= {"field.missing"}


@pytest.mark.parametrize(
    ("kind", "path"),
    [
        ("news", "lscgs/south/news/new.md"), ("page", "content/guide.md"), ("group", "lscgs/east/index.md"),
        ("contact", "lscgs/south/contacts.yaml"),
    ],
)  # fmt: skip
def test_a_check_has_nothing_against_a_new_file_without_its_marks(kind: str, path: str) -> None:
    known = {**ANSWERS, "contact": {"role": "Chair", "email": "a@example.org"}}[kind]
    answers = {**known, "summary": "s"} if kind in PAGES else known
    text = contacts_file(answers) if kind == "contact" else page_file(NEW[kind].declared, answers, "x", is_draft=False)
    used = re.sub(r"^( *)#(?=[a-z_]+:|  )", r"\1", text, flags=re.M)
    assert used.count("#") < text.count("#") - 5
    outcome = small_site.build({path: used}, wishes=Wishes(shows_drafts=True))
    assert [(found.code, found.found) for found in outcome.report.diagnostics] == []


def test_a_draft_says_so_once() -> None:
    text = page_file(NEW["news"].declared, ANSWERS["news"], "Text.", is_draft=True)
    assert re.findall(r"^#?draft:.*$", text, re.M) == ["draft: yes"]


def test_a_contact_is_an_entry_with_all_that_could_be_said() -> None:
    settings, told = read_settings(contacts_file({"role": "Vice: chair", "email": "x@example.org"}), "contacts.yaml")
    assert told == ()
    entries = settings.get("contacts") if settings else None
    assert isinstance(entries, RawList)
    (entry,) = entries.items
    assert isinstance(entry, RawMap)
    assert [(key.text, value.text) for key, value in entry.values if isinstance(value, RawText)] == [
        ("role", "Vice: chair"), ("email", "x@example.org"),
    ]  # fmt: skip


@pytest.mark.parametrize("kind", sorted(NEW))
def test_what_must_be_there_is_asked(kind: str) -> None:
    asked = {field.name for field in NEW[kind].asked()}
    assert {field.name for field in NEW[kind].declared.fields if field.is_required} <= asked
    assert not [field for field in NEW[kind].asked() if isinstance(field.kind, Record)]


@given(st.text(alphabet=st.characters(exclude_categories=("C", "Zl", "Zp")), min_size=1, max_size=40))
def test_any_text_is_read_as_it_was_written(text: str) -> None:
    flat = normalize("NFC", " ".join(text.split()))
    if not flat:
        return
    for written in (f"x: {quoted(text)}\n", f"x: [{quoted(text, is_in_list=True)}]\n"):
        settings, told = read_settings(written, "x")
        assert told == ()
        value = settings.get("x") if settings else None
        value = value.items[0] if isinstance(value, RawList) else value
        assert isinstance(value, RawText)
        assert value.text == flat


def test_lists_are_what_stands_between_commas() -> None:
    settings = raw(NEW["news"].declared.fields, {"tags": " a, b ,, c"}, "x")
    values, told = read_values(settings, NEW["news"].declared.fields)
    assert values.texts("tags") == ("a", "b", "c")
    assert [found.code for found in told] == ["field.missing", "field.missing"]
