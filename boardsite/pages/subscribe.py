"""How to have a calendar in one's own calendar program."""

from __future__ import annotations

from urllib.parse import quote

from boardsite.dataclass import dataclass
from boardsite.pages.frame import Frame


@dataclass(frozen=True, slots=True)
class Subscription:
    """The ways to one feed. `public` is the address to copy; it and the programs' links are "" where it is unknown."""

    name: str
    address: str
    public: str
    webcal: str
    google: str
    outlook: str


def subscription(frame: Frame, name: str, address: str) -> Subscription:
    """Return the ways to a calendar feed; `name` says whose dates it has."""
    public = frame.absolute(address)
    webcal = "webcal:" + public.partition(":")[2] if public else ""
    label = quote(f"Calendar of {name}", safe="")
    return Subscription(
        name=name,
        address=address,
        public=public,
        webcal=webcal,
        google=f"https://calendar.google.com/calendar/r?cid={quote(webcal, safe='')}" if public else "",
        outlook=f"https://outlook.live.com/calendar/0/addfromweb?url={quote(public, safe='')}&name={label}"
        if public
        else "",
    )
