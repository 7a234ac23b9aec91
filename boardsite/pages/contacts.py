"""The contacts of each section and the directory of all of them, as pages and as vCards."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from boardsite.model import routes
from boardsite.model.entities import Contact, Site
from boardsite.pages.frame import Frame, Frames, View
from boardsite.pages.target import Target


@dataclass(frozen=True, slots=True)
class ContactCard:
    """A role and how to reach it. `notice` stands in the place of details that are vacant or too old to trust."""

    role: str
    organisation: str
    name: str
    email: str
    phone: str
    hours: str
    response: str
    note: str
    notice: str
    group_name: str
    group_theme: int
    checked_by: date | None


@dataclass(frozen=True, slots=True)
class ContactSection:
    title: str
    anchor: str
    address: str
    vcard: str
    cards: tuple[ContactCard, ...]


@dataclass(frozen=True, slots=True)
class ContactsView(View):
    sections: tuple[ContactSection, ...]


@dataclass(frozen=True, slots=True)
class VcardView:
    """The cards of a section for address books; `organisation` is who they speak for."""

    organisation: str
    address: str
    cards: tuple[ContactCard, ...]


def contact_cards(site: Site, group: str) -> tuple[ContactCard, ...]:
    """Return the contacts of a group ("" for the board) in the order of their file."""
    return tuple(_card(site, contact) for contact in site.contacts if contact.group == group)


def _card(site: Site, contact: Contact) -> ContactCard:
    board = site.board
    group = site.group(contact.group)
    sound = not (contact.is_vacant or contact.is_stale)
    notice = ""
    if contact.is_vacant:
        notice = "Nobody holds this role at the moment. Contact the board's office."
    elif contact.is_stale:
        notice = "These details are being checked. Contact the board's office."
    return ContactCard(
        role=contact.role,
        organisation=contact.organisation,
        name=contact.name if sound else "",
        email=contact.email if sound else board.email,
        phone=contact.phone if sound else board.phone,
        hours=contact.hours if sound else "",
        response=contact.response if sound else "",
        note=contact.note if not contact.is_stale else "",
        notice=notice,
        group_name=group.title if group else board.short_name,
        group_theme=group.theme if group else 0,
        checked_by=contact.review_by if sound else None,
    )


def plan(frames: Frames) -> tuple[Target, ...]:
    site = frames.site
    found: list[Target] = []
    for frame in frames.sections(routes.CONTACTS):
        cards = contact_cards(site, frame.key)
        address = routes.contacts(frame.key)
        sections = _directory(frame) if frame.group is None else (_section(frame, cards),)
        title = "Contacts" if frame.group is None else f"{frame.name} contacts"
        page = frame.page(
            "contacts",
            address,
            title,
            description=f"Who to turn to at the {frame.name}, by role.",
        )
        found.append(Target(address, "html", ContactsView(page, sections)))
        if cards:
            found.append(
                Target(routes.vcard(frame.key), "vcard", VcardView(frame.name, frame.absolute(address), cards))
            )
    return tuple(found)


def _section(frame: Frame, cards: tuple[ContactCard, ...]) -> ContactSection:
    vcard = routes.vcard(frame.key) if cards else ""
    return ContactSection(frame.name, f"of-{frame.key or 'board'}", routes.section(frame.key), vcard, cards)


def _directory(frame: Frame) -> tuple[ContactSection, ...]:
    """The board's own contacts first, then those of every group."""
    site = frame.site
    own = _section(frame, contact_cards(site, ""))
    groups = (
        ContactSection(group.title, f"of-{group.key}", group.address, routes.vcard(group.key) if cards else "", cards)
        for group in site.groups
        for cards in (contact_cards(site, group.key),)
    )
    return tuple(section for section in (own, *groups) if section.cards)
