"""Short forms in texts: the first use is explained, and only where words may be added."""

from __future__ import annotations

import re

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardsite.markup.body import TOKEN_CLOSE, TOKEN_OPEN, render
from boardsite.markup.explain import ShortForm, explain, short_forms
from tests.support.soon import within

MASH = ShortForm("MASH", "Multi-Agency Safeguarding Hub", "Multi-Agency Safeguarding Hubs", has_more=True)
LSCG = ShortForm("LSCG", "Local Safeguarding Children Group", "Local Safeguarding Children Groups", has_more=False)
AE = ShortForm("A&E", "accident <and> emergency", "", has_more=False)
LINKED = f'MASH (<a href="{TOKEN_OPEN}0{TOKEN_CLOSE}">Multi-Agency Safeguarding Hub</a>)'
WORDS = "(Multi-Agency Safeguarding Hub)"


def html(text: str) -> str:
    made, told = render(text, "p.md", 1)
    assert made is not None, told
    return made.html


def plain(text: str) -> str:
    """Return the words of a Markdown text once its short forms are explained."""
    return re.sub(r"<[^>]+>", "", explain(html(text), (MASH, LSCG, AE), 0).html).strip()


def test_only_the_first_use_is_explained_and_leads_to_the_glossary() -> None:
    made = explain(html("The MASH met. The MASH went on.\n\nThe MASH again.\n"), (MASH, LSCG), 0)
    assert made.html == f"<p>The {LINKED} met. The MASH went on.</p>\n<p>The MASH again.</p>"
    assert made.linked == ("MASH",)


def test_a_word_of_which_the_glossary_says_no_more_is_not_a_link() -> None:
    made = explain(html("Our LSCG met.\n"), (LSCG,), 0)
    assert made.html == "<p>Our LSCG (Local Safeguarding Children Group) met.</p>"
    assert made.linked == ()


def test_new_tokens_follow_those_that_are_there() -> None:
    made = explain(html("See [a](a.md). The MASH.\n"), (MASH,), 1)
    assert f'href="{TOKEN_OPEN}0{TOKEN_CLOSE}">a</a>' in made.html
    assert f'(<a href="{TOKEN_OPEN}1{TOKEN_CLOSE}">Multi' in made.html


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("LSCGs meet.", "LSCGs (Local Safeguarding Children Groups) meet."),
        ("the MASH's door", f"the MASH's (MASH: {WORDS[1:]} door"),
        ("MASH-led work", f"MASH-led (MASH: {WORDS[1:]} work"),
        ("**MASH** met", f"MASH {WORDS} met"),
        ("Go to A&E.", "Go to A&amp;E (accident &lt;and&gt; emergency)."),
        ("(the MASH, at work)", f"(the MASH {WORDS}, at work)"),
    ],
)
def test_words_that_have_grown_are_understood(text: str, words: str) -> None:
    assert plain(text) == words


CLOSED = [
    "[The MASH](a.md)", "`MASH`", "    MASH\n", "# MASH", "### The MASH\n", "> The MASH said so.", "<q>MASH</q>",
    "<abbr title='Hub'>MASH</abbr>", "<kbd>MASH</kbd>", "MASH\n:   A hub.", "| MASH |\n|---|\n| x |", "<del>MASH</del>",
]  # fmt: skip


@pytest.mark.parametrize("text", CLOSED)
def test_nothing_is_put_where_words_must_stay_as_they_are(text: str) -> None:
    assert "Multi-Agency" not in plain(text)


@pytest.mark.parametrize("text", [text for text in CLOSED if "abbr" not in text])
def test_the_first_use_in_open_text_is_explained_behind_such_a_place(text: str) -> None:
    assert f"a MASH {WORDS} met" in plain(f"{text}\n\nSo a MASH met.\n")


EXPLAINED = [
    "The Multi-Agency Safeguarding Hub (MASH) met.",
    "The multi agency safeguarding\nhub, or MASH, met.",
    "The MASH, our Multi-Agency Safeguarding Hub, met.",
    "The MASH (where services sit together) met.",
    "The place where services sit together (MASH) met.",
    "The <abbr title='Hub'>MASH</abbr> met. The MASH went on.",
]


@pytest.mark.parametrize("text", EXPLAINED)
def test_what_the_author_explained_is_left_alone(text: str) -> None:
    again = explain(html(f"{text}\n\nThen the MASH met again, and again.\n"), (MASH,), 0)
    assert again.html == html(f"{text}\n\nThen the MASH met again, and again.\n")


@pytest.mark.parametrize("text", ["MASHED", "XMASH", "Mash", "mash", "S-MASH", "MASH2"])
def test_other_words_are_not_it(text: str) -> None:
    assert plain(text) == text


def test_a_full_form_far_away_explains_nothing() -> None:
    assert f"MASH {WORDS}" in plain("The Multi-Agency Safeguarding Hub met. " + "Long words follow. " * 9 + "MASH.")


FORMS = (MASH, LSCG, AE)
PIECES = st.sampled_from(
    [
        "MASH",
        "LSCGs",
        " ",
        "A&E",
        "(",
        ")",
        "**",
        "`",
        "[a](b)",
        "\n\n",
        "# ",
        "<b>",
        "</b>",
        "<abbr>",
        "&",
        "<",
        ">",
        "x",
        "'s",
    ]
)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_only_text_changes_and_each_form_is_explained_once(text: str) -> None:
    before = html(text)
    made = explain(before, FORMS, 0)
    assert (
        re.sub(r" \((?:[A-Z&;amp]+: )?(?:<a [^>]*>)?(?:Multi-Agency|Local Safe|accident)[^)]*\)", "", made.html) == before
    )
    for form in FORMS:
        assert made.html.count(f"{form.full.replace('<', '&lt;').replace('>', '&gt;')}") <= 1
    html5lib.HTMLParser(strict=False).parseFragment(made.html)


def test_a_long_text_with_many_words_takes_no_time() -> None:
    forms = tuple(ShortForm(f"W{n}X", f"word number {n}", "", has_more=False) for n in range(400))
    text = "<p>" + "".join(f"W{n}X and others " for n in range(400)) * 40 + "</p>"
    with within(2):
        made = explain(text, forms, 0)
    assert made.html.count("(word number") == 400


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The ICPC and the ICPC.", ["ICPC", "ICPC"]),
        ("Our NHSs at A&E", []),
        ("PLEASE READ THIS, ALL of you", []),
        ("Part II, NR1, `ABC`, a@ABC.org, ABC1", []),
        ("[ICPCs](a.md) and R&D", ["ICPC", "R&D"]),
    ],
)
def test_unknown_short_forms_are_named(text: str, found: list[str]) -> None:
    assert [word for word in short_forms(html(text)) if word not in {"NHS", "A&E"}] == found
