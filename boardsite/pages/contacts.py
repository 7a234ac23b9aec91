"""The contacts of each section and the directory of all of them, by group and by organisation, and as vCards."""

from __future__ import annotations

from datetime import date

from boardsite.dataclass import dataclass
from boardsite.model import routes
from boardsite.model.board_entities import MenuLink
from boardsite.model.entities import Contact, Site
from boardsite.pages.frame import Crumb, Frame, View
from boardsite.pages.frames import Frames
from boardsite.pages.target import Target
from boardsite.text import slug


@dataclass(frozen=True, slots=True)
class ContactCard:
    """A role and how to reach it. `notice` stands in the place of details that are vacant or too old to trust.

    `vcard` is the address of its card for address books, "" where `notice` stands.
    """

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
    vcard: str


@dataclass(frozen=True, slots=True)
class ContactSection:
    """Contacts under one heading; `vcard` is the address of all their cards in one file, or ""."""

    title: str
    anchor: str
    vcard: str
    cards: tuple[ContactCard, ...]


@dataclass(frozen=True, slots=True)
class ContactsView(View):
    """Contacts of a group, or of all by group or by organisation; `ways` lead from one of these to the other."""

    sections: tuple[ContactSection, ...]
    ways: tuple[MenuLink, ...]
    shows_groups: bool


@dataclass(frozen=True, slots=True)
class VcardView:
    """The cards of a section for address books; `organisation` is who they speak for."""

    organisation: str
    address: str
    cards: tuple[ContactCard, ...]


def contact_cards(site: Site, group: str) -> tuple[ContactCard, ...]:
    """Return the contacts of a group ("" for the board) in the order of their file."""
    taken: set[str] = set()
    return tuple(_card(site, contact, taken) for contact in site.contacts if contact.group == group)


def _card(site: Site, contact: Contact, taken: set[str]) -> ContactCard:
    board = site.board
    group = site.group(contact.group)
    sound = not (contact.is_vacant or contact.is_stale)
    notice = ""
    if contact.is_vacant:
        notice = "Nobody holds this role at the moment. Contact the office."
    elif contact.is_stale:
        notice = "These details are being checked. Contact the office."
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
        vcard=routes.role_vcard(contact.group, _name(contact.role, taken)) if sound else "",
    )


def _name(role: str, taken: set[str]) -> str:
    """Return a name for the file of a role's card that no other role of the section has."""
    wanted = slug(role) or "role"
    name, number = wanted, 1
    while name in taken:
        number += 1
        name = f"{wanted}-{number}"
    taken.add(name)
    return name


def plan(frames: Frames) -> tuple[Target, ...]:
    site = frames.site
    found: list[Target] = []
    for frame in frames.sections(routes.CONTACTS):
        cards = contact_cards(site, frame.key)
        address = routes.contacts(frame.key)
        view = ContactsView(
            head=frame.page(
                "contacts",
                address,
                f"{frame.name} contacts" if frame.group else "Contacts",
                description=f"Who to turn to at the {frame.name}, by role.",
            ),
            sections=(_section(frame, cards),) if frame.group else _directory(frame),
            ways=() if frame.group else (MenuLink("Contacts by organisation", routes.ORGANISATIONS),),
            shows_groups=False,
        )
        found.append(Target(address, "html", view))
        found += _files(frame, cards)
    return (*found, _by_organisation(frames.of(None, routes.CONTACTS)))


def _files(frame: Frame, cards: tuple[ContactCard, ...]) -> list[Target]:
    """One file with all the cards of a section, and one for each role whose details can be trusted."""
    about = frame.absolute(routes.contacts(frame.key))
    found = [Target(routes.vcard(frame.key), "vcard", VcardView(frame.name, about, cards))] if cards else []
    single = (Target(card.vcard, "vcard", VcardView(frame.name, about, (card,))) for card in cards if card.vcard)
    return [*found, *single]


def _organisations(site: Site) -> dict[str, list[ContactCard]]:
    """Return every contact of which the organisation is known, by organisation from A to Z, the board's first."""
    found: dict[str, list[ContactCard]] = {}
    for key in ("", *(group.key for group in site.groups)):
        for card in contact_cards(site, key):
            if card.organisation:
                found.setdefault(card.organisation, []).append(card)
    return dict(sorted(found.items(), key=lambda each: each[0].casefold()))


def _by_organisation(frame: Frame) -> Target:
    page = frame.page(
        "contacts",
        routes.ORGANISATIONS,
        "Contacts by organisation",
        description=f"Who works where, for the {frame.board.name} and its local groups.",
        parents=(Crumb("Contacts", routes.CONTACTS),),
    )
    sections = tuple(
        ContactSection(name, f"in-{number}", "", tuple(cards))
        for number, (name, cards) in enumerate(_organisations(frame.site).items(), 1)
    )
    ways = (MenuLink("Contacts by group", routes.CONTACTS),)
    return Target(routes.ORGANISATIONS, "html", ContactsView(page, sections, ways, shows_groups=True))


def _section(frame: Frame, cards: tuple[ContactCard, ...]) -> ContactSection:
    vcard = routes.vcard(frame.key) if cards else ""
    return ContactSection(frame.name, f"of-{frame.key or 'board'}", vcard, cards)


def _directory(frame: Frame) -> tuple[ContactSection, ...]:
    """The board's own contacts first, then those of every group."""
    site = frame.site
    own = _section(frame, contact_cards(site, ""))
    groups = (
        ContactSection(group.title, f"of-{group.key}", routes.vcard(group.key) if cards else "", cards)
        for group in site.groups
        for cards in (contact_cards(site, group.key),)
    )
    return tuple(section for section in (own, *groups) if section.cards)
