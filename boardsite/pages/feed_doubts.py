"""What readers are told when a group's published calendar could not be renewed for days: its dates may have changed."""

from __future__ import annotations

from boardsite.clock import short_date
from boardsite.model.entities import Group


def doubt(group: Group | None) -> str:
    """Return the sentence for the pages of a group, or "" where its dates are as fresh as they can be."""
    days = [feed.since for feed in group.feeds if feed.is_told and feed.since] if group else []
    if group is None or not days:
        return ""
    return (
        f"The {group.title} keeps some of its dates in a calendar of its own, and we have not had a good copy of it "
        f"since {short_date(min(days))}. Before you set out, check with the group."
    )
