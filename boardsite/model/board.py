"""The values of content/site.yaml as the Board."""

from __future__ import annotations

import re
from datetime import date

from boardsite.diagnostics import Diagnostic, Diagnostics
from boardsite.messages import site as messages
from boardsite.model.board_entities import (
    Board,
    ExitPage,
    HelpLevel,
    HelpNumber,
    MenuLink,
    Notice,
    Priority,
    Statement,
    StatementProblem,
    UrgentHelp,
)
from boardsite.schema.fields import Document, Values

BRAND = "#123b52"
_EPOCH = date(1970, 1, 1)
# What patterns of statements leave for the writer to fill: [name], {email}, <date>, XX, TBC, Lorem ipsum.
_GAP = re.compile(r"\[[^\]]+\]|\{[^}]+\}|<[^>]+>|\bX{2,}\b|\bTBC\b|\blorem\b|\binsert\b", re.I)
_AUDIENCES = {"public": "For everyone", "practitioners": "For people who work with children"}


def board(document: Document, base_url: str | None, today: date) -> tuple[Board, Diagnostics]:
    """Return the board of a checked site.yaml. `base_url` from the command line wins over the file's."""
    values = document.values
    told: list[Diagnostic] = []
    colours = values.record("colours")
    colour = (colours.text("brand") if colours else "") or BRAND
    ratio = contrast_with_white(colour)
    if colours and ratio < 4.5:
        told.append(messages.contrast_low(colours.place("brand"), colour, ratio))
    address = values.text("base_url") if base_url is None else base_url
    made = Board(
        name=values.text("name"),
        short_name=values.text("short_name"),
        group_word=values.text("group_word"),
        group_words=values.text("group_words"),
        group_meaning=values.text("group_meaning"),
        language="en-GB",
        summary=values.text("summary"),
        base_url=address.rstrip("/") + "/" if address else "",
        email=values.text("email"),
        phone=values.text("phone"),
        address=values.text("address"),
        notice=_notice(values.record("notice"), today),
        urgent=_urgent(values),
        exit_page=_exit_page(values.record("exit")),
        menu=_menu(values, "menu"),
        footer=_menu(values, "footer"),
        footer_text=values.text("footer_text"),
        priorities=tuple(
            Priority(v.text("key"), v.text("name"), v.text("summary"), v.text("page"))
            for v in values.records("priorities")
        ),
        brand_colour=colour,
        statement=_statement(values.record("accessibility"), told),
        where=values.where,
    )
    if made.statement is None:
        told.append(messages.statement_missing(values.where))
    return made, tuple(told)


def contrast_with_white(colour: str) -> float:
    """Return the WCAG 2 contrast of white letters on a colour written as #rrggbb."""

    def channel(at: int) -> float:
        share = int(colour[at : at + 2], 16) / 255
        return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)

    return 1.05 / (0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5) + 0.05)


def _menu(values: Values, name: str) -> tuple[MenuLink, ...]:
    return tuple(MenuLink(link.text("label"), link.text("page")) for link in values.records(name))


def _notice(values: Values | None, today: date) -> Notice | None:
    if values is None:
        return None
    until = values.day("until")
    if until and until < today:
        return None
    return Notice(values.text("kind"), values.text("title"), values.text("text"), until)


def _exit_page(values: Values | None) -> ExitPage | None:
    return ExitPage(values.text("address"), values.text("page")) if values else None


def _urgent(values: Values) -> UrgentHelp:
    urgent = values.record("urgent") or Values(values.where, {}, {})
    numbers = tuple(
        HelpNumber(
            v.text("label"),
            v.text("number"),
            v.text("hours"),
            v.text("note"),
            _AUDIENCES[v.text("audience") or "public"],
        )
        for v in urgent.records("numbers")
    )
    levels = tuple(
        HelpLevel(v.text("level"), v.text("heading"), v.text("text"), v.texts("steps"), v.text("number"))
        for v in urgent.records("levels")
    )
    return UrgentHelp(
        urgent.text("heading"),
        urgent.text("emergency"),
        urgent.text("emergency_number"),
        numbers,
        urgent.text("page"),
        urgent.day("checked_on") or _EPOCH,
        levels,
    )


def _statement(values: Values | None, told: list[Diagnostic]) -> Statement | None:
    if values is None:
        return None
    problems = values.records("problems")
    for part in (values, *problems):
        for name, value in part.values.items():
            gap = _GAP.search(value) if isinstance(value, str) else None
            if gap:
                told.append(messages.statement_unfilled(part.place(name), gap[0]))
    if values.text("status") != "fully" and not problems:
        told.append(messages.statement_incomplete(values.place("status")))
    return Statement(
        values.text("organisation"),
        values.text("status"),
        tuple(StatementProblem(v.text("what"), v.text("criterion"), v.text("why")) for v in problems),
        values.text("alternatives"),
        values.text("email"),
        values.text("phone"),
        values.number("response_days") or 0,
        values.day("prepared_on") or _EPOCH,
        values.day("reviewed_on"),
        values.text("tested"),
    )
