"""Checked pages and news items as Articles, or as hidden where they are drafts or wait for their day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import time

from boardsite.clock import BuildClock
from boardsite.diagnostics import Diagnostic, Diagnostics, Findings
from boardsite.markup.body import Body
from boardsite.messages import links as link_messages
from boardsite.messages import site as messages
from boardsite.model.addresses import article_address, reserved
from boardsite.model.board_entities import Priority
from boardsite.model.entities import Article, Attachment, Picture
from boardsite.model.shelf import Shelf
from boardsite.schema.documents import group_of
from boardsite.schema.fields import Document, Values
from boardsite.text import excerpt, nearest

# The place of a page or group that names none: behind all that do.
LAST = 500


@dataclass(frozen=True, slots=True)
class Desk:
    """What is needed besides a document to make an article of it."""

    clock: BuildClock
    shelf: Shelf
    priorities: Mapping[str, Priority]
    bodies: Mapping[str, Body]
    shows_drafts: bool


@dataclass(frozen=True, slots=True)
class Read:
    """What became of a document: an article, or None; `hides` where it is only not public yet."""

    article: Article | None
    hides: bool
    diagnostics: Diagnostics


def read(document: Document, desk: Desk) -> Read:
    """Return the article of a page or news document."""
    values = document.values
    address = article_address(document.path)
    if isinstance(address, Diagnostic):
        return Read(None, False, (address,))
    if document.type_name == "page" and (clash := reserved(document.path, address)):
        return Read(None, False, (clash,))
    moment = values.moment("date")
    published_at = desk.clock.at(moment[0], moment[1] or time(0)) if moment else None
    is_waiting = published_at is not None and published_at > desk.clock.moment
    if (values.flag("draft") or is_waiting) and not desk.shows_drafts:
        return Read(None, True, ())
    expires = values.day("expires")
    if expires and moment and expires <= moment[0]:
        return Read(None, False, (messages.expires_before_shown(values.place("expires"), moment[0]),))
    told = Findings(_doubts(document, desk))
    body, order = desk.bodies[document.path], values.number("order")
    article = Article(
        address=address,
        title=values.text("title"),
        group=group_of(document.path),
        summary=values.text("summary") or (excerpt(body.text) if moment else ""),
        body=body,
        published=moment[0] if moment else None,
        published_at=published_at,
        updated=values.day("updated"),
        review_by=values.day("review_by"),
        has_expired=_has_expired(values, desk),
        is_draft=values.flag("draft"),
        is_waiting=is_waiting,
        is_sensitive=values.flag("sensitive"),
        tags=tuple(dict.fromkeys(values.texts("tags"))),
        priorities=told.keep(_priorities(values, desk)),
        picture=told.keep(_picture(values, desk)),
        attachments=told.keep(_attachments(values, desk)),
        aliases=values.texts("aliases"),
        order=LAST if order is None else order,
        where=values.where,
    )
    return Read(article, False, told.all)


def _has_expired(values: Values, desk: Desk) -> bool:
    expires = values.day("expires")
    return expires is not None and expires <= desk.clock.today


def _doubts(document: Document, desk: Desk) -> Iterator[Diagnostic]:
    values = document.values
    if document.type_name == "news" and not values.text("summary"):
        yield messages.no_summary(values.where)
    review_by = values.day("review_by")
    if review_by and review_by < desk.clock.today and not _has_expired(values, desk):
        yield messages.review_overdue(values.place("review_by"), review_by)


def _priorities(values: Values, desk: Desk) -> tuple[tuple[Priority, ...], Diagnostics]:
    told = Findings()
    for key in values.texts("priorities"):
        if key not in desk.priorities:
            suggestion = nearest(key, desk.priorities) or ""
            told.add((messages.priority_unknown(values.place("priorities"), key, suggestion),))
    known = (desk.priorities[key] for key in values.texts("priorities") if key in desk.priorities)
    return tuple(known), told.all


def _picture(values: Values, desk: Desk) -> tuple[Picture | None, Diagnostics]:
    name = values.text("image")
    if not name:
        return None, ()
    if not values.text("image_alt"):
        return None, (link_messages.picture_without_words(values.place("image"), name),)
    found = desk.shelf.picture(name, values.place("image"), values.text("image_alt"))
    return (None, (found,)) if isinstance(found, Diagnostic) else (found, ())


def _attachments(values: Values, desk: Desk) -> tuple[tuple[Attachment, ...], Diagnostics]:
    made = [
        desk.shelf.attachment(entry.text("file"), entry.place("file"), entry.text("title"), entry.day("date"))
        for entry in values.records("attachments")
    ]
    lost = tuple(each for each in made if isinstance(each, Diagnostic))
    return tuple(each for each in made if isinstance(each, Attachment)), lost
