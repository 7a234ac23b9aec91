"""YAML as text with lines: what YAML's own types would have made of it never happens."""

from __future__ import annotations

import pytest
import yaml

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


def test_a_value_that_a_hash_takes_whole_is_told() -> None:
    (told,) = settings("a:\n  brand: #123b52\n")[1]
    assert (told.code, told.where.line, told.found) == ("settings.cut-at-hash", 2, "brand: #123b52")
    assert settings("a: # a remark\n  b: x\n")[1] == ()
    assert settings("a:\n  - x\n#b: y\n")[1] == ()


def test_what_a_hash_would_cut_off_a_later_line_is_told_at_that_line() -> None:
    values, (told,) = settings("a: Come to\n  our meeting #12 on\nb: y\n")
    assert values == {"a": "Come to our meeting", "b": "y"}
    assert (told.code, told.where.line, told.found) == ("settings.cut-at-hash", 2, "our meeting #12 on")
    assert settings("a: Come to\n  our meeting  # a remark\n")[1] == ()
    assert settings("a: >\n  Come to\n  our meeting #12\n")[1] == ()


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


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("a: x\ntags: [b, c\nd: e\n", "settings.bracket-open", 2),
        ("a: {b: c\nd: e\n", "settings.bracket-open", 1),
        ("a: 'It's time'\n", "settings.quote-inside", 1),
        ('a: "One" and two\n', "settings.quote-inside", 1),
        ('a: "x\nb: y\nc: "z"\n', "settings.quote-open", 1),
        ("a: x\nb:y\nc: z\n", "settings.no-space", 2),
        ("a: x\nb:y\n", "settings.no-space", 2),
        ("a:x\nb: y\n", "settings.no-space", 1),
        ("a: x\nhttps://example.org/\nb: y\n", "settings.line-without-colon", 2),
        ("a:\n   b: c\n  d: e\n", "settings.line-without-colon", 3),
        ("- a: x\nb: y\n", "settings.line-without-colon", 2),
        ("a: x: y\n", "settings.colon", 1),
        ('a: "S:\\quality"\n', "settings.backslash", 1),
        ("a: *new* dates\n", "settings.shared-value", 1),
        ("a: @b\n", "settings.odd-first-letter", 1),
    ],
)
@pytest.mark.parametrize("loader", ["CSafeLoader", "SafeLoader"])
def test_a_slip_is_told_at_its_own_line(
    text: str, code: str, line: int, loader: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("boardsite.reading.located._Loader", getattr(yaml, loader))
    value, told = read_settings(text, "x.yaml")
    assert value is None
    assert [(d.code, d.where.line) for d in told] == [(code, line)]
    assert told[0].found == text.split("\n")[line - 1].strip()


@pytest.mark.parametrize("typed", ['"S:\\new"', '"S:\\LSCG"', '"one\n  S:\\table"'])
def test_a_path_between_double_marks_is_told_and_never_changed(typed: str) -> None:
    _, told = read_settings(f"a: {typed}\n", "x.yaml")
    assert [(d.code, d.is_error) for d in told] == [("settings.backslash", True)]
    for sound in ("'S:\\new'", "S:\\new", '"say \\"yes\\""', '"S:\\\\new"', '"one\\ntwo"', '"\\u2026"'):
        assert read_settings(f"a: {sound}\n", "x.yaml")[1] == ()


def test_one_hyphen_that_is_missing_is_told_once() -> None:
    _, told = read_settings("a:\n  - b: 1\n    c: 2\n    b: 3\n    c: 4\n", "x.yaml")
    assert [(d.code, d.where.line, "hyphen" in d.hint) for d in told] == [("settings.written-twice", 4, True)]


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("\\u202e", ""),
        ("\\e[31m", "[31m"),
        ("\\x07", ""),
        ("\\ue0001\\ue001", "1"),
        ("\\u200b", ""),
        ("\\u2028", ""),
        ("\\0", ""),
    ],
)
def test_letters_that_are_taken_out_of_a_file_are_not_made_anew_by_yaml(typed: str, left: str) -> None:
    """An address token, or a letter that turns the line round, would else come in between double marks."""
    assert settings(f'"{typed}a": "b{typed}"\n') == ({f"{left}a": f"b{left}"}, ())
