"""What we say about sheets for notice boards: which one is meant, and how it gets onto paper."""

from __future__ import annotations

from collections.abc import Iterable

from boardsite.diagnostics import BoardsiteError
from boardsite.text import listed


def unknown(typed: str, nearest: str | None, groups: Iterable[str]) -> BoardsiteError:
    meant = f"Did you mean {nearest}?" if nearest else "Write the folder of a group, or group/event."
    return BoardsiteError(
        f"There is no group and no event called “{typed}”. {meant} The groups are {listed(groups)}.", status=2
    )


def several(typed: str, events: Iterable[str]) -> BoardsiteError:
    return BoardsiteError(f"“{typed}” may be {listed(events, 'or')}. Write one of these.", status=2)


def over(title: str) -> BoardsiteError:
    return BoardsiteError(
        f"“{title}” is over, or all its dates are off, so there is no sheet for it. --as-of shows it as it was.",
        status=2,
    )


def month_unreadable(typed: str) -> BoardsiteError:
    return BoardsiteError(f"“{typed}” is not a month. Write the year and the month: --month 2016-07", status=2)


def month_of_an_event() -> BoardsiteError:
    return BoardsiteError("The sheet of an event has no month. Leave --month out, or name a group.", status=2)


def month_empty(whose: str, month: str) -> BoardsiteError:
    return BoardsiteError(f"The {whose} has no dates to come in {month}, so there is nothing to print.", status=2)


def not_written(path: str, reason: str) -> BoardsiteError:
    return BoardsiteError(f"We cannot write {path}: {reason}. Name another file: --out poster.pdf")


def not_named_a_pdf() -> BoardsiteError:
    return BoardsiteError("--out wants the name of a PDF behind it, for example --out poster.pdf.", status=2)


def among_the_sources(path: str) -> BoardsiteError:
    return BoardsiteError(
        f"{path} is in one of the site's own folders, so nothing was written. Write for example --out poster.pdf",
        status=2,
    )


def over_something_else(path: str) -> BoardsiteError:
    return BoardsiteError(
        f"There is something at {path} already that is no PDF, so nothing was written. Name another file with --out.",
        status=2,
    )


def ready(path: str) -> str:
    return f"The sheet is in {path}: one page of A4, in black and white. Look at it, then print it.\n"


def print_page(page: str) -> str:
    return (
        "There is no Chromium, Chrome or Edge here that could make a PDF. Print this page from any browser; it comes"
        f" out on one sheet of A4:\n{page}\n"
    )


def browser_stopped(page: str) -> str:
    return f"The browser made no PDF. Print this page by hand; it comes out on one sheet of A4:\n{page}\n"
