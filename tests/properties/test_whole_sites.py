"""What holds for any input: an answer instead of a traceback, and the same bytes whatever the order of the files."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boardsite.pipeline import Order, build_from
from boardsite.reading.front_matter import read_page
from boardsite.reading.located import read_settings
from boardsite.reading.sources import source_file
from boardsite.schema.dates import read_date, read_moment, read_time
from boardsite.schema.phones import read_phone
from boardsite.text import excerpt, slug
from tests.support import small_site

TEXTS = st.text(alphabet=st.sampled_from("ab:#-'\"[]{}&*!|>%@`, \n\t\\?~0123456789é\u202e\ue000\x91\x94<=/"), max_size=200)
ORDER = Order(small_site.ROOT, small_site.MOMENT)


def test_the_order_of_the_files_does_not_matter() -> None:
    sources = [source_file(p, c if isinstance(c, bytes) else c.encode()) for p, c in small_site.files().items()]
    sources += small_site.theme()
    one = build_from(tuple(sorted(sources, key=lambda source: source.path)), ORDER)
    random.Random(7).shuffle(sources)
    two = build_from(tuple(sources), ORDER)
    assert dict(one.files) == dict(two.files)
    assert one.report == two.report


@given(TEXTS)
@settings(max_examples=400)
def test_settings_of_any_text_have_an_answer(text: str) -> None:
    value, told = read_settings(text, "x.yaml")
    assert value is not None or told
    page, told = read_page(f"---\n{text}\n---\nBody", "x.md")
    assert page is not None or told


@given(TEXTS)
@settings(max_examples=400)
def test_dates_times_and_numbers_of_any_text_have_an_answer(text: str) -> None:
    read_date(text)
    read_time(text)
    read_moment(text)
    written = read_phone(text)
    assert written is None or read_phone(written) == written


@given(st.text(max_size=300), st.integers(5, 80))
def test_slugs_and_excerpts_keep_their_laws(text: str, limit: int) -> None:
    made = slug(text, limit)
    assert len(made) <= limit
    assert made == slug(made, limit)
    assert not set(made) - set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert len(excerpt(text, limit)) <= limit + 1


def damaged(content: bytes, chance: random.Random) -> bytes:
    """Return a file as a bad day leaves it: cut, doubled, with letters changed or lines swapped."""
    data = bytearray(content)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(data) + 1)
        kind = chance.randrange(5)
        if kind == 0:
            del data[at:]
        elif kind == 1:
            data[at:at] = data[: chance.randrange(80)]
        elif kind == 2 and at < len(data):
            data[at] = chance.randrange(256)
        elif kind == 3:
            data[at:at] = chance.choice(
                [b":", b"---\n", b"\t", b'"', b"\0", b"{{ 7*7 }}", b"<script>", b"\xff", b"[", b"#"]
            )
        else:
            lines = bytes(data).split(b"\n")
            chance.shuffle(lines)
            data = bytearray(b"\n".join(lines))
    return bytes(data)


@pytest.mark.parametrize("seed", range(60))
def test_a_damaged_file_is_told_or_shown_and_never_breaks_the_program(seed: int) -> None:
    chance = random.Random(seed)
    files = {p: c if isinstance(c, bytes) else c.encode() for p, c in small_site.files().items()}
    for path in chance.sample(sorted(files), 2):
        files[path] = damaged(files[path], chance)
    sources = tuple(source_file(path, content) for path, content in sorted(files.items()))
    outcome = build_from((*sources, *small_site.theme()), ORDER)
    assert outcome.files or outcome.report.errors
    html = b"".join(artifact.content for path, artifact in outcome.files if path.endswith(".html"))
    assert b"<script>" not in html
    assert b">49<" not in html
