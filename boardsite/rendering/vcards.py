"""Contacts as vCards (RFC 6350), one for each role, folded and escaped so that nothing can break out of its line."""

from __future__ import annotations

from boardsite.pages.contacts import ContactCard, VcardView

_LONGEST = 75  # octets, RFC 6350 §3.2


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
        "VERSION:4.0",
        "KIND:" + ("individual" if card.name else "org"),
        f"FN:{_text(card.name or shown)}",
        f"ORG:{_text(card.organisation or view.organisation)}",
        f"TITLE:{_text(shown)}",
    ]
    if card.email:
        lines.append(f"EMAIL;TYPE=work:{_text(card.email)}")
    if card.phone:
        lines.append(f"TEL;TYPE=work;VALUE=text:{_text(card.phone)}")
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
