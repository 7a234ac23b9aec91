"""Groups, contacts, places and bank holidays out of their documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from boardsite.diagnostics import Diagnostic, Diagnostics, Location
from boardsite.markup.body import Body
from boardsite.messages import site as messages
from boardsite.model import routes
from boardsite.model.articles import LAST
from boardsite.model.board_entities import Board, Holiday
from boardsite.model.colours import LEAST_FOR_TEXT, WHITE, contrast
from boardsite.model.entities import Contact, FeedSource, Group, Place
from boardsite.schema.consent import is_consent
from boardsite.schema.documents import group_of
from boardsite.schema.fields import Document, Values
from boardsite.text import natural

# A contact unchecked for so long after its review day may lead people astray: the office stands in for it.
LONG_OVERDUE = timedelta(days=90)
THEMES = 8


def groups(
    documents: Iterable[Document], board: Board, bodies: Mapping[str, Body], today: date
) -> tuple[tuple[Group, ...], Diagnostics]:
    """Return the groups in their order; one whose text was refused is left out, which has been told."""
    told: list[Diagnostic] = []
    made: list[Group] = []
    by_name: dict[str, Location] = {}
    for number, document in enumerate(sorted((d for d in documents if d.path in bodies), key=lambda d: d.path)):
        values, key = document.values, group_of(document.path)
        review_by = values.day("review_by")
        if review_by and review_by < today:
            told.append(messages.review_overdue(values.place("review_by"), review_by))
        name, order, colour = values.text("name"), values.number("order"), values.text("colour")
        if colour and (ratio := contrast(colour, WHITE)) < LEAST_FOR_TEXT:
            told.append(messages.contrast_low(values.place("colour"), colour, ratio))
        made.append(
            Group(
                key=key,
                name=name,
                title=f"{name} {board.group_word}",
                address=routes.section(key),
                order=LAST if order is None else order,
                area=values.text("area"),
                summary=values.text("summary"),
                email=values.text("email"),
                meets=values.text("meets"),
                theme=THEMES + 1 + number if colour else values.number("theme") or number % THEMES + 1,
                colour=colour,
                headings=bodies[document.path].headings,
                feeds=tuple(FeedSource(v.text("name"), v.text("address")) for v in values.records("calendars")),
                aliases=values.texts("aliases"),
                updated=values.day("updated"),
                review_by=review_by,
                where=values.where,
            )
        )
        first = by_name.setdefault(name.casefold(), values.place("name"))
        if first is not values.place("name"):
            told.append(messages.group_name_twice(values.place("name"), name, first))
    return tuple(sorted(made, key=lambda group: (group.order, natural(group.name)))), tuple(told)


def contacts(documents: Iterable[Document], today: date) -> tuple[tuple[Contact, ...], Diagnostics]:
    """Return every contact in the order of its file."""
    told: list[Diagnostic] = []
    made: list[Contact] = []
    for document in documents:
        for values in document.values.records("contacts"):
            contact = _contact(values, group_of(document.path), today)
            told.extend(_doubts(contact, values, today))
            made.append(contact)
    return tuple(made), tuple(told)


def _contact(values: Values, group: str, today: date) -> Contact:
    review_by = values.day("review_by")
    return Contact(
        role=values.text("role"),
        group=group,
        organisation=values.text("organisation"),
        email=values.text("email"),
        phone=values.text("phone"),
        name=values.text("name") if is_consent(values.text("consent")) else "",
        hours=values.text("hours"),
        response=values.text("response"),
        note=values.text("note"),
        review_by=review_by,
        is_vacant=values.flag("vacant"),
        is_stale=review_by is not None and review_by + LONG_OVERDUE < today,
        where=values.where,
    )


def _doubts(contact: Contact, values: Values, today: date) -> Iterator[Diagnostic]:
    if not (contact.email or contact.phone or contact.is_vacant):
        yield messages.contact_without_way(contact.where, contact.role)
    if values.text("name") and not values.text("consent"):
        yield messages.contact_without_consent(values.place("name"), values.text("name"))
    elif values.text("name") and not contact.name:
        yield messages.consent_not_given(values.place("consent"), values.text("consent"))
    if contact.review_by and contact.is_stale:
        yield messages.contact_stale(values.place("review_by"), contact.role, contact.review_by)
    elif contact.review_by and contact.review_by < today:
        yield messages.contact_review_overdue(values.place("review_by"), contact.role, contact.review_by)


def places(documents: Iterable[Document]) -> tuple[tuple[Place, ...], Diagnostics]:
    """Return the venues; each has a short name of its own."""
    told: list[Diagnostic] = []
    made: dict[str, Place] = {}
    for document in documents:
        for values in document.values.records("places"):
            key = values.text("key")
            if key in made:
                told.append(messages.key_twice(values.place("key"), key, made[key].where))
                continue
            made[key] = Place(
                key,
                values.text("name"),
                values.text("address"),
                values.text("postcode"),
                values.texts("access"),
                values.text("map"),
                values.text("note"),
                values.where,
            )
    return tuple(made.values()), tuple(told)


def holidays(documents: Iterable[Document]) -> tuple[Holiday, ...]:
    """Return the bank holidays in the order of their days."""
    days = (values for document in documents for values in document.values.records("days"))
    made = (Holiday(day, values.text("name"), values.where) for values in days if (day := values.day("date")))
    return tuple(sorted(made, key=lambda holiday: holiday.day))
