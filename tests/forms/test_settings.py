"""Settings and texts through the form: read as the site reads them, and written so that only what changed differs."""

from __future__ import annotations

import difflib
import re
from unicodedata import normalize

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from boardsite.diagnostics import Location
from boardsite.pages.form_config import shapes
from boardsite.reading.front_matter import read_page
from boardsite.reading.located import RawList, RawMap, RawText, RawValue, read_settings
from boardsite.reading.sources import source_file
from boardsite.schema import content_types as types
from boardsite.schema.documents import read_document
from boardsite.schema.fields import ContentType
from boardsite.text import without_controls
from tests.support.browser import ROOT
from tests.support.in_node import ask

SHAPES = shapes()
FILES: dict[str, ContentType] = {
    "content/site.yaml": types.SITE, "content/places.yaml": types.PLACES, "content/areas.yaml": types.AREAS, "content/index.md": types.HOME,
}  # fmt: skip


def kind_of(path: str) -> ContentType | None:
    if path.endswith("contacts.yaml"):
        return types.CONTACTS
    if "/news/" in path:
        return types.NEWS
    if path.startswith("lscgs/") and path.endswith("index.md"):
        return types.GROUP
    return FILES.get(path) or (types.PAGE if path.endswith(".md") else None)


def sample() -> list[tuple[str, ContentType, str]]:
    found = []
    for top in ("content", "lscgs"):
        for path in sorted((ROOT / top).rglob("*")):
            name = path.relative_to(ROOT).as_posix()
            kind = kind_of(name)
            if kind and path.suffix in (".md", ".yaml"):
                found.append((name, kind, path.read_bytes().decode()))
    return found


def shape_of(kind: ContentType) -> object:
    return SHAPES[f"{kind.name}-frontmatter" if kind.has_body else kind.name]


def job(kind: ContentType, text: str, **changes: object) -> dict[str, object]:
    return {"do": "settings", "text": text, "shape": shape_of(kind), "changes": changes}


def edited(kind: ContentType, text: str, changes: dict[str, object]) -> str:
    (answer,) = ask([job(kind, text) | {"changes": changes}])
    assert "refused" not in answer, answer
    assert isinstance(answer["result"], dict)
    return str(answer["result"]["text"])


def difference(before: str, after: str) -> list[str]:
    return [line.rstrip() for line in difflib.ndiff(before.splitlines(), after.splitlines()) if line[0] in "+-"]


def test_every_file_of_the_sample_comes_back_letter_for_letter() -> None:
    files = sample()
    assert len(files) > 60
    for (name, _, text), answer in zip(files, ask(job(kind, text) for _, kind, text in files), strict=True):
        assert "refused" not in answer, (name, answer)
        assert isinstance(answer["result"], dict)
        assert answer["result"]["text"] == text, name


def test_the_form_reads_the_texts_that_the_site_reads() -> None:
    files = sample()
    for (name, kind, text), answer in zip(files, ask(job(kind, text) for _, kind, text in files), strict=True):
        assert isinstance(answer["result"], dict)
        raw, _ = read_settings(text, name) if not kind.has_body else (read_page(text, name)[0].settings, ())  # type: ignore[union-attr]
        assert raw is not None
        for key, value in raw.values:
            shown = answer["result"]["values"][key.text]
            _compare(value, shown, shape_of(kind)["fields"][key.text], f"{name}: {key.text}")  # type: ignore[index]


def _compare(raw: RawValue, shown: object, shape: object, where: str) -> None:
    if isinstance(raw, RawText) and shape in ("text", "number"):
        assert str(shown) == raw.text, where
    elif isinstance(raw, RawText) and shape == "day":
        assert shown, where
    elif isinstance(raw, RawList) and shape == "list":
        assert shown == [item.text for item in raw.items if isinstance(item, RawText)], where
    elif isinstance(raw, RawList) and isinstance(shape, dict):
        assert isinstance(shown, list)
        for item, one in zip(raw.items, shown, strict=True):
            if isinstance(item, RawMap):
                for key, value in item.values:
                    _compare(value, one[key.text], shape["fields"][key.text], f"{where}.{key.text}")
    elif isinstance(raw, RawMap) and isinstance(shape, dict):
        for key, value in raw.values:
            _compare(value, shown[key.text], shape["fields"][key.text], f"{where}.{key.text}")  # type: ignore[index]


CONTACTS = """\
# Roles, not people.

contacts:
  - role: Chair # since May
    phone: 01632 960201
    note: >-
      Sends papers
      a week before.

  # The second in line
  - role: "Vice-chair"
    email: vice@example.org
  - role: Note taker
"""


@pytest.mark.parametrize(
    ("changes", "lines"),
    [
        ({"contacts.0.phone": "01632 960299"}, ["-     phone: 01632 960201", "+     phone: 01632 960299"]),
        ({"contacts.1.role": "Deputy"}, ['-   - role: "Vice-chair"', '+   - role: "Deputy"']),
        ({"contacts.2.hours": "9am to 5pm"}, ["+     hours: 9am to 5pm"]),
        ({"contacts.0.note": ""}, ["-     note: >-", "-       Sends papers", "-       a week before."]),
        ({"contacts.0.vacant": True}, ["+     vacant: yes"]),
        ({"contacts.2": None}, ["-   - role: Note taker"]),
        (
            {"contacts.1": None},
            ["-   # The second in line", '-   - role: "Vice-chair"', "-     email: vice@example.org"],
        ),
        (
            {"contacts.3": {"role": "Link: to the board", "email": "office@example.org"}},
            ['+   - role: "Link: to the board"', "+     email: office@example.org"],
        ),
        ({"contacts.2.role": "Notes # and papers"}, ["-   - role: Note taker", '+   - role: "Notes # and papers"']),
    ],
    ids=str,
)
def test_only_the_lines_of_a_changed_contact_differ(changes: dict[str, object], lines: list[str]) -> None:
    made = edited(types.CONTACTS, CONTACTS, changes)
    assert [line for line in difference(CONTACTS, made) if line.strip() not in ("-", "+")] == lines


BARE = """\
contacts:
  -
    role: Chair
    phone: 01632 960201
  - # has been asked
    # in May
    role: Note taker
    phone: 01632 960202
"""


@pytest.mark.parametrize("number", [0, 1])
def test_a_contact_below_a_hyphen_of_its_own_keeps_its_place_and_its_remarks(number: int) -> None:
    made = edited(types.CONTACTS, BARE, {f"contacts.{number}.phone": "01632 960299"})
    assert difference(BARE, made) == [f"-     phone: 01632 96020{number + 1}", "+     phone: 01632 960299"]
    document, told = read_document(source_file("content/contacts.yaml", made.encode()), types.CONTACTS)
    assert document is not None
    assert told == ()


@pytest.mark.parametrize("text", [CONTACTS, BARE])
def test_an_entry_of_which_everything_was_emptied_goes(text: str) -> None:
    made = edited(types.CONTACTS, text, {"contacts.1.role": "", "contacts.1.email": "", "contacts.1.phone": ""})
    assert made == edited(types.CONTACTS, text, {"contacts.1": None})
    assert edited(types.CONTACTS, "contacts:\n  - role: Chair\n", {"contacts.0.role": ""}).strip() == ""


@pytest.mark.parametrize(
    "above", ["", "---\n# nothing yet", "---\n# nothing yet\n", "# Roles, not people.\n\n", "---\r\n"]
)
def test_the_first_settings_of_a_file_stand_below_what_is_there(above: str) -> None:
    made = edited(types.CONTACTS, above, {"contacts.0": {"role": "Chair"}})
    end = "\r\n" if "\r" in above else "\n"
    lines = "".join(f"{line}{end}" for line in ("contacts:", "  - role: Chair"))
    assert made == (above if above.endswith("\n") or not above else above + end) + lines
    assert read_settings(made, "content/contacts.yaml")[1] == ()


NEWS = "---\r\ntitle: A forum\r\ndate: 9 May 2016, 9.30am\r\ntags: [forum, 'local groups']\r\n---\r\n\r\nCome.\r\n\r\n"


def test_a_news_item_keeps_its_line_ends_its_time_and_its_text() -> None:
    made = edited(types.NEWS, NEWS, {"title": "No: really", "date": "2016-05-10", "tags": ["forum", "a, b"]})
    assert made == NEWS.replace("A forum", '"No: really"').replace("9 May 2016", "2016-05-10").replace(
        "'local groups'", '"a, b"'
    )
    assert edited(types.NEWS, NEWS, {"body": "Come.\n\nAll."}).endswith("---\r\n\r\nCome.\r\n\r\nAll.\r\n")


def test_a_new_news_item_is_what_an_editor_would_write() -> None:
    values = {
        "title": "A forum",
        "date": "2016-05-09",
        "tags": ["forum"],
        "summary": "word " * 40,
        "draft": True,
        "body": "Come.",
    }
    (answer,) = ask([{"do": "newSettings", "values": values, "shape": shape_of(types.NEWS)}])
    text = str(answer["result"])
    assert text.startswith("---\ntitle: A forum\nsummary: >-\n  word word")
    assert text.endswith("tags: [forum]\ndraft: yes\ndate: 2016-05-09\n---\nCome.\n")
    document, told = read_document(source_file("content/news/a.md", text.encode()), types.NEWS)
    assert told == ()
    assert document is not None
    assert document.values.text("summary") == ("word " * 40).strip()


@pytest.mark.parametrize(
    "text",
    ["contacts: &all\n  - role: Chair\n", "contacts: {role: Chair}\n", "contacts:\n\t- role: x\n", "- role: Chair\n"],
)
def test_what_the_form_cannot_read_is_said_in_plain_words(text: str) -> None:
    (answer,) = ask([job(types.CONTACTS, text)])
    assert "Change the file by hand." in str(answer["refused"])


SUMMARIES = [
    ">\n  One\n  two\n\n  three", ">-\n  One\n    - two\n  three", ">\n  One\n    two", "> # folded\n  One\n  two",
    "|2\n    One\n  two", "|\n    One\n  two", "|-\n  One\n\n    two", "|+ # kept\n  One\n\n", ">2-\n   One\n", ">\n  One\n   \n  two",
    '"One \\\n  two"', '"One\\\\\n  two"', '"One\n\n  two \\\n  three"', '"\\U0001F600 \\u00e9 \\x41 \\L \\_ \\t \\N"', '"\\q"', '"\\U00ffffff"',
    "'One\n  two'", "'it''s'", "One\n  two\n\n  three", "One # not", "- One", "? One", "\"a\\/b\"", '"One\\',
]  # fmt: skip


def test_a_text_in_any_manner_is_read_as_the_site_reads_it_or_not_at_all() -> None:
    files = [f"---\ntitle: Old\nsummary: {text}\ndraft: no\n---\nText.\n" for text in SUMMARIES]
    answers = ask(job(types.PAGE, text) | {"changes": {"title": "New"}} for text in files)
    read = 0
    for text, answer in zip(files, answers, strict=True):
        if "refused" in answer:
            assert str(answer["refused"]).endswith("Change the file by hand."), answer
            continue
        page, _ = read_page(text, "content/a.md")
        raw = {key.text: value for key, value in page.settings.values} if page else {}
        assert isinstance(answer["result"], dict)
        found = raw["summary"]
        assert isinstance(found, RawText), (text, answer)
        assert answer["result"]["values"]["summary"] == mended(found.text), (text, found)
        assert answer["result"]["text"] == text.replace("Old", "New")
        read += 1
    assert read == 11


@pytest.mark.parametrize("above", ["Hello\n", "title: no\n---\n", "\n<p>\n\n"])
def test_a_text_above_the_settings_is_not_lost(above: str) -> None:
    (answer,) = ask([job(types.PAGE, f"{above}---\ntitle: Old\n---\nText.\n") | {"changes": {"title": "New"}}])
    assert "cannot find the settings at the top" in str(answer.get("refused")), answer


def test_spaces_before_a_first_line_stay_with_that_line_and_no_other() -> None:
    text = "---\ntitle: Old\n---\n\n    code\n\nText.\n"
    assert edited(types.PAGE, text, {"body": "New."}).endswith("---\n\nNew.\n")
    assert edited(types.PAGE, text, {"body": "code\n\nNew."}).endswith("---\n\n    code\n\nNew.\n")
    assert edited(types.PAGE, text.replace("\n\n    code", "\n    code"), {"body": "New."}).endswith("---\nNew.\n")


# Letters of every kind, those that nobody sees among them: pasted from Word, a web page, a broken file.
unseen = st.one_of(
    st.sampled_from("\0\x01\t\n\v\f\r\x1b\x7f\u0085\u009f\u2028\u2029\ufeff\ufffe\ud83d"),
    st.characters(categories=["C"]),
)
texts = st.text(st.one_of(st.characters(exclude_categories=["C"]), unseen), min_size=1, max_size=140).map(
    lambda text: f"x{' '.join(text.split(' '))}x"
)


def mended(text: str) -> str:
    """Return a text as the form is to save it, and the site to read it (NFC)."""
    seen = re.sub("[\v\f\u0085\u2028\u2029]", " ", re.sub("\r\n?", "\n", text))
    return normalize("NFC", re.sub("[\ufffe\uffff]", "", without_controls(seen)).strip())


odd = st.sampled_from(
    [
        "no",
        "- x",
        "a: b",
        "#1",
        "we are #1",
        "'",
        '"',
        "yes",
        "~",
        "[x]",
        "{x}",
        "a,b",
        "0123",
        "9:30",
        "x: ",
        "| x",
        "> x",
        "---",
        "? x",
        "* x",
        "x\n\tx",
        "x\n y\tz",
    ]
)


@settings(
    max_examples=15,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(
    st.lists(st.tuples(st.one_of(texts, odd), st.lists(st.one_of(texts, odd), max_size=3)), min_size=30, max_size=30)
)
def test_whatever_is_typed_the_site_reads_it_as_typed(batch: list[tuple[str, list[str]]]) -> None:
    jobs = [
        job(types.PAGE, "---\ntitle: Old\ntags: [one]\n---\nText.\n")
        | {"changes": {"title": t, "tags": g, "summary": t}}
        for t, g in batch
    ]
    for (title, tags), answer in zip(batch, ask(jobs), strict=True):
        assert isinstance(answer["result"], dict), answer
        made = str(answer["result"]["text"])
        page, told = read_page(made, "content/a.md")
        assert page is not None, made
        assert [d for d in told if d.is_error] == [], made
        raw = {key.text: value for key, value in page.settings.values}
        expected = {"title": RawText(mended(title), Location("")), "summary": RawText(mended(title), Location(""))}
        for name, value in expected.items():
            found = raw[name]
            assert isinstance(found, RawText)
            assert found.text == value.text, made
        found = raw.get("tags")
        items = [item.text for item in found.items if isinstance(item, RawText)] if isinstance(found, RawList) else []
        assert items == [mended(tag) for tag in tags], made
