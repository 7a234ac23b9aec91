"""What we say about whether the published site has to be made anew."""

from __future__ import annotations

from datetime import datetime

from boardsite.clock import clock_time, short_date
from boardsite.diagnostics import BoardsiteError


def unread(path: str, reason: str) -> BoardsiteError:
    return BoardsiteError(f"We cannot read {path}: {reason}. Give the status.json of the published site.", status=2)


def yes_unknown() -> str:
    return "yes: the published site does not say when it changes next."


def yes_changed(moment: datetime) -> str:
    return f"yes: an event ended, or a page appeared or expired, at {_moment(moment)}."


def yes_old(days: int) -> str:
    return f"yes: the published site is more than {days} days old."


def no(moment: datetime | None) -> str:
    return f"no: nothing changes before {_moment(moment)}." if moment else "no: nothing that we know of will change."


def _moment(moment: datetime) -> str:
    return f"{clock_time(moment)} on {short_date(moment.date())} (UTC)"
