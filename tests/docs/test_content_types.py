"""docs/content-types.md is made of the declarations that check the content, so it cannot rot."""

from __future__ import annotations

from boardsite.schema.content_types import CONTENT_TYPES
from boardsite.schema.fields import ContentType, Field, ListOf, Record
from tests.support.small_site import ROOT

PAGE = ROOT / "docs" / "content-types.md"


def table(fields: tuple[Field, ...]) -> list[str]:
    lines = ["| setting | what to write | example | what it is for |", "|---|---|---|---|"]
    for field in fields:
        name = f"**`{field.name}`** (needed)" if field.is_required else f"`{field.name}`"
        lines.append(f"| {name} | {words(field)} | {example(field)} | {field.help} |")
    return [*lines, ""]


def words(field: Field) -> str:
    if isinstance(field.kind, Record):
        return f"entries, see *{field.label}* below" if field.kind.is_list else f"settings, see *{field.label}* below"
    if isinstance(field.kind, ListOf):
        return f"one or several: {field.kind.kind.words}"
    return field.kind.words


def example(field: Field) -> str:
    if isinstance(field.kind, Record):
        return ""
    kind = field.kind.kind if isinstance(field.kind, ListOf) else field.kind
    return f"`{kind.example}`"


def section(content_type: ContentType) -> list[str]:
    below = "Text follows below the settings." if content_type.has_body else "Settings only."
    lines = [f"## {content_type.label}", "", f"File: `{content_type.files}`. {content_type.help} {below}", ""]
    return [*lines, *inner(content_type.fields, 3)]


def inner(fields: tuple[Field, ...], level: int) -> list[str]:
    lines = table(fields)
    for field in fields:
        if isinstance(field.kind, Record):
            lines += [f"{'#' * level} {field.label} (`{field.name}`)", "", *inner(field.kind.fields, level + 1)]
    return lines


def whole_page() -> str:
    lines = [
        "# What can be written, file by file",
        "",
        "Made from `boardsite/schema/content_types.py`: `python3 build.py test tests/docs --update-golden`.",
        "Dates and times may be typed as people type them: 27 June 2016, 27/06/2016, 9.30am.",
        "",
    ]
    for content_type in CONTENT_TYPES:
        lines += section(content_type)
    return "\n".join(lines).rstrip() + "\n"


def test_the_page_of_content_types_is_current(updates_golden: bool) -> None:
    if updates_golden:
        PAGE.write_text(whole_page(), "utf-8")
    assert PAGE.read_text("utf-8") == whole_page()
