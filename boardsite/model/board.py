"""The values of content/site.yaml as the Board."""

from __future__ import annotations

import re
from datetime import date, timedelta

from boardsite.audiences import for_whom
from boardsite.diagnostics import Diagnostic, Diagnostics
from boardsite.messages import site as messages
from boardsite.model.board_entities import (
    Board,
    Editing,
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
from boardsite.model.colours import LEAST_FOR_TEXT, WHITE, contrast
from boardsite.model.security import security_contact
from boardsite.schema.fields import Document, Values

BRAND = "#123b52"
FEED_DAYS_BACK = 90
CALENDAR_PATIENCE = 3
_EPOCH = date(1970, 1, 1)
# What patterns of statements leave for the writer to fill: [name], {email}, <date>, XX, TBC, Lorem ipsum.
_GAP = re.compile(r"\[[^\]]+\]|\{[^}]+\}|<[^>]+>|\bX{2,}\b|\bTBC\b|\blorem\b|\binsert\b", re.I)
ON_EVERY_PAGE = 2
# Numbers that nobody has rung for so long may lead a frightened caller to a dead line.
UNCHECKED = timedelta(days=183)
_LEVELS = ("now", "today", "talk")


def board(document: Document, base_url: str | None, today: date) -> tuple[Board, Diagnostics]:
    """Return the board of a checked site.yaml. `base_url` from the command line wins over the file's."""
    values = document.values
    told: list[Diagnostic] = []
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
        urgent=_urgent(values, today, told),
        exit_page=_exit_page(values.record("exit")),
        menu=_menu(values, "menu"),
        footer=_menu(values, "footer"),
        footer_text=values.text("footer_text"),
        feed_days_back=values.number("feed_days_back") or FEED_DAYS_BACK,
        calendar_patience=values.number("calendar_patience") or CALENDAR_PATIENCE,
        priorities=tuple(
            Priority(v.text("key"), v.text("name"), v.text("summary"), v.text("page"))
            for v in values.records("priorities")
        ),
        brand_colour=_brand(values.record("colours"), told),
        statement=_statement(values.record("accessibility"), told),
        security=security_contact(values.record("security"), today, told),
        editing=_editing(values.record("editing")),
        where=values.where,
    )
    if made.statement is None:
        told.append(messages.statement_missing(values.where))
    return made, tuple(told)


def _brand(colours: Values | None, told: list[Diagnostic]) -> str:
    colour = (colours.text("brand") if colours else "") or BRAND
    ratio = contrast(colour, WHITE)
    if colours and ratio < LEAST_FOR_TEXT:
        told.append(messages.contrast_low(colours.place("brand"), colour, ratio))
    return colour


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


def _editing(values: Values | None) -> Editing | None:
    if values is None:
        return None
    return Editing(
        host=values.text("host"),
        repository=values.text("repository"),
        branch=values.text("branch") or "main",
        address=values.text("address").rstrip("/"),
        sign_in=values.text("sign_in").rstrip("/"),
        client_id=values.text("client_id"),
        saves_first=values.flag("save_first"),
        is_reviewed=values.flag("review"),
    )


def _urgent(values: Values, today: date, told: list[Diagnostic]) -> UrgentHelp:
    """The numbers for everyone come first, and the severest card, whatever their order in the file is."""
    urgent = values.record("urgent") or Values(values.where, {}, {})
    everyone = [_number(v) for v in urgent.records("numbers") if v.text("audience") != "practitioners"]
    practitioners = [_number(v) for v in urgent.records("numbers") if v.text("audience") == "practitioners"]
    if practitioners and not everyone:
        told.append(messages.no_number_for_everyone(urgent.place("numbers")))
    checked_on = urgent.day("checked_on") or _EPOCH
    if checked_on + UNCHECKED < today:
        told.append(messages.numbers_unchecked(urgent.place("checked_on"), checked_on))
    levels = (
        HelpLevel(
            v.text("level"), v.text("heading"), v.text("text"), v.texts("steps"), v.text("number"), v.text("page")
        )
        for v in urgent.records("levels")
    )
    return UrgentHelp(
        urgent.text("heading"),
        urgent.text("emergency"),
        urgent.text("emergency_number"),
        (*everyone, *practitioners),
        tuple((everyone or practitioners)[:ON_EVERY_PAGE]),
        urgent.text("page"),
        checked_on,
        tuple(sorted(levels, key=lambda card: _LEVELS.index(card.level))),
    )


def _number(values: Values) -> HelpNumber:
    return HelpNumber(
        values.text("label"),
        values.text("number"),
        values.text("hours"),
        values.text("note"),
        for_whom(values.text("audience") or "public"),
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
