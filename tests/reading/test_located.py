"""YAML as text with lines: what YAML's own types would have made of it never happens."""

from __future__ import annotations

import pytest

from boardsite.diagnostics import Diagnostics
from boardsite.reading.located import RawList, RawMap, RawText, read_settings


def settings(text: str) -> tuple[dict[str, str], Diagnostics]:
    value, told = read_settings(text, "x.yaml")
    assert value is not None, told
    return {key.text: each.text for key, each in value.values if isinstance(each, RawText)}, told


@pytest.mark.parametrize(
    "typed",
    [
        "01603777777",
        "9:30",
        "19:37:41",
        "no",
        "No",
        "yes",
        "on",
        "0x1F",
        "1_000",
        "2026-02-30",
        "2016-06-27",
        "1e3",
        ".5",
    ],
)
def test_a_value_is_what_was_typed(typed: str) -> None:
    assert settings(f"a: {typed}\n") == ({"a": typed}, ())


def test_numbers_of_thousands_of_figures_do_no_harm() -> None:
    values, _ = settings("a: " + "9" * 5000)
    assert len(values["a"]) == 5000


@pytest.mark.parametrize("key", ["1", "yes", "2016-06-27", "content", "handler"])
def test_odd_names_are_text_too(key: str) -> None:
    assert settings(f"{key}: x\n")[0] == {key: "x"}


def test_lines_and_columns_are_those_of_the_file() -> None:
    value, _ = read_settings("a: 1\nb:\n  - x\n  - y\n", "x.yaml", first_line=5)
    assert isinstance(value, RawMap)
    b = value.get("b")
    assert isinstance(b, RawList)
    assert [str(item.where) for item in b.items] == ["x.yaml:7", "x.yaml:8"]
    assert b.items[0].where.column == 5


def test_the_second_of_two_equal_names_is_told_and_the_first_kept() -> None:
    values, told = settings("a: 1\nb: 2\na: 3\n")
    assert values == {"a": "1", "b": "2"}
    assert [(d.code, d.where.line, d.related[0].line) for d in told] == [("settings.written-twice", 3, 1)]


def test_what_a_hash_would_cut_off_is_told() -> None:
    assert [d.code for d in settings("a: We are #1\n")[1]] == ["settings.cut-at-hash"]
    assert settings('a: "We are #1"\n') == ({"a": "We are #1"}, ())
    assert settings("a: x  # a remark\n") == ({"a": "x"}, ())


def test_nothing_behind_the_colon_is_an_empty_value() -> None:
    value, _ = read_settings("a:\nb: ~\nc: ''\n", "x.yaml")
    assert isinstance(value, RawMap)
    assert [each.is_empty for _, each in value.values if isinstance(each, RawText)] == [True, True, False]


@pytest.mark.parametrize(
    "text",
    [
        "a: &x 1\nb: *x\n",
        "<<: {a: 1}\n",
        "a: &a [1]\n" + "".join(f"{c}: &{c} [*{p},*{p}]\n" for p, c in zip("abcdefgh", "bcdefghi", strict=True)),
        "a: " + "[" * 5000,
        "a: " + "{a: " * 3000,
        "- " * 5000,
        "? " * 5000,
        "\t- a",
        "a: 'x",
        "a: |\n  x\n b",
        "%YAML 9.9\n---\na: 1",
        "a: !!python/object/apply:os.system ['true']",
        "\x00",
        "---\na: 1\n---\nb: 2\n",
    ],
)
def test_no_text_is_a_traceback_or_a_hang(text: str) -> None:
    value, told = read_settings(text, "x.yaml")
    assert value is not None or told


def test_deep_settings_are_refused_with_a_sentence() -> None:
    text = "\n".join("  " * level + "a:" for level in range(30)) + " x"
    _, told = read_settings(text, "x.yaml")
    assert [d.code for d in told] == ["settings.too-deep"]
