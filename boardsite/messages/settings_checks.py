"""What we say about settings of the board that are right in themselves and are no longer, or not yet, good enough."""

from __future__ import annotations

from datetime import date

from boardsite.clock import short_date
from boardsite.diagnostics import Diagnostic, Location, Severity

_LOOK = "Check that somebody still reads that mailbox, then write a new day, at most a year away."


def security_expired(where: Location, day: date) -> Diagnostic:
    return Diagnostic(
        "security.expired", Severity.ERROR, f"The security contact ran out on {short_date(day)}, so it is not shown.",
        where, hint=_LOOK,
    )  # fmt: skip


def security_expires_soon(where: Location, day: date) -> Diagnostic:
    return Diagnostic(
        "security.expires-soon", Severity.WARNING, f"The security contact runs out on {short_date(day)}.", where,
        hint=_LOOK,
    )  # fmt: skip


def security_expires_late(where: Location, day: date) -> Diagnostic:
    return Diagnostic(
        "security.expires-late", Severity.WARNING, f"The security contact runs out only on {short_date(day)}.", where,
        hint="Write a day at most a year away, so that somebody looks at it in time.",
    )  # fmt: skip
