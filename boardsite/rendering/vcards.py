"""Contacts as vCards, one for each role, folded and escaped so that nothing can break out of its line.

Version 3.0 (RFC 2426): Outlook and older telephones do not read 4.0 well, and nothing here needs it.
"""

from __future__ import annotations

from boardsite.pages.contacts import ContactCard, VcardView

_LONGEST = 75  # octets, RFC 2426 section 2.6


def vcards(view: VcardView) -> bytes:
    """Return the cards of a section; a role's card speaks for the role, and names a person only as the page does."""
    lines: list[str] = []
    for card in view.cards:
        lines += _card(card, view)
    return b"".join(_folded(line) + b"\r\n" for line in lines)


def _card(card: ContactCard, view: VcardView) -> list[str]:
    shown = f"{card.role}, {view.organisation}"
    lines = [
        "BEGIN:VCARD",
        "VERSION:3.0",
        f"FN:{_text(card.name or shown)}",
        # The parts of a name are not known, and a role has none: all of it stands where lists are sorted by.
        f"N:{_text(card.name or shown)};;;;",
        f"ORG:{_text(card.organisation or view.organisation)}",
        f"TITLE:{_text(shown)}",
    ]
    if card.email:
        lines.append(f"EMAIL;TYPE=INTERNET:{_text(card.email)}")
    if card.phone:
        lines.append(f"TEL;TYPE=WORK,VOICE:{_text(card.phone)}")
    if card.notice or card.note:
        lines.append(f"NOTE:{_text(' '.join(part for part in (card.notice, card.note) if part))}")
    if view.address:
        lines.append(f"URL:{view.address}")
    return [*lines, "END:VCARD"]


def _text(value: str) -> str:
    flat = " ".join(value.split())
    return flat.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;")


def _folded(line: str) -> bytes:
    """Fold by octets, never inside a letter."""
    out, room = bytearray(), _LONGEST
    for letter in line:
        octets = letter.encode("utf-8")
        if len(octets) > room:
            out += b"\r\n "
            room = _LONGEST - 1
        out += octets
        room -= len(octets)
    return bytes(out)
