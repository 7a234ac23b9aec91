"""Addresses outside the site in the text of a page: websites, mailboxes and telephones."""

from __future__ import annotations

import re
from urllib.parse import quote, unquote

from boardsite.schema.kinds import Email, WebAddress

# What browsers write in an address in place of what may not stand there; `%` stays, for it may begin such a place.
_KEPT = "%:/?#[]@!$&()*+,;=~"
_TELEPHONE = re.compile(r"\+?[0-9(][0-9 ().-]{2,}(?:;ext=[0-9]+)?")
_TELEPHONE_ALONE = re.compile(r"(?:\+|\(?0)[0-9 ().-]{6,}")  # "2016" alone is more likely a page


def is_whole(address: str) -> bool:
    """Tell whether an address that begins with its scheme leads anywhere, by the checks of settings."""
    scheme, _, rest = address.partition(":")
    match scheme.lower():
        case "mailto":
            boxes = unquote(rest.partition("?")[0]).split(",")
            return all(re.fullmatch(Email.pattern, box.strip()) for box in boxes)
        case "tel":
            return _TELEPHONE.fullmatch(unquote(rest)) is not None
        case _:
            return re.fullmatch(WebAddress.pattern, f"{scheme.lower()}:{quote(rest, safe=_KEPT)}") is not None


def with_scheme(found: str) -> str:
    """Return the whole form of an address of which only the scheme is missing, or "" where it is something else."""
    if found.lower().startswith("www."):
        return f"https://{found}"
    if re.fullmatch(Email.pattern, found):
        return f"mailto:{found}"
    return f"tel:{re.sub(r'[^0-9+]', '', found.replace('(0)', ''))}" if _TELEPHONE_ALONE.fullmatch(found) else ""
