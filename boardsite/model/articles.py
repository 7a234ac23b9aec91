"""Checked pages and news items as Articles, or as hidden where they are drafts or wait for their day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time

from boardsite.clock import BuildClock
from boardsite.diagnostics import Diagnostic, Diagnostics
from boardsite.markup.body import Body
from boardsite.messages import links as link_messages
from boardsite.messages import site as messages
from boardsite.model.addresses import article_address, reserved
from boardsite.model.entities import Article, Attachment, Picture, Priority
from boardsite.model.shelf import Shelf
from boardsite.schema.documents import group_of
from boardsite.schema.fields import Document, Values
from boardsite.text import excerpt, nearest


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
    told: list[Diagnostic] = []
    is_news = document.type_name == "news"
    if not is_news and (clash := reserved(document.path, address)):
        return Read(None, False, (clash,))
    moment = values.moment("date")
    published_at = desk.clock.at(moment[0], moment[1] or time(0)) if moment else None
    is_waiting = published_at is not None and published_at > desk.clock.moment
    if (values.flag("draft") or is_waiting) and not desk.shows_drafts:
        return Read(None, True, ())
    expires = values.day("expires")
    if expires and moment and expires <= moment[0]:
        return Read(None, False, (messages.expires_before_shown(values.place("expires"), moment[0]),))
    body = desk.bodies[document.path]
    summary = values.text("summary")
    if not summary and is_news:
        told.append(messages.no_summary(values.where))
    review_by = values.day("review_by")
    has_expired = expires is not None and expires <= desk.clock.today
    if review_by and review_by < desk.clock.today and not has_expired:
        told.append(messages.review_overdue(values.place("review_by"), review_by))
    article = Article(
        address=address,
        title=values.text("title"),
        group=group_of(document.path),
        summary=summary or (excerpt(body.text) if is_news else ""),
        body=body,
        published=moment[0] if moment else None,
        published_at=published_at,
        updated=values.day("updated"),
        review_by=review_by,
        has_expired=has_expired,
        is_draft=values.flag("draft"),
        is_waiting=is_waiting,
        tags=tuple(dict.fromkeys(values.texts("tags"))),
        priorities=_priorities(values, desk, told),
        picture=_picture(values, desk, told),
        attachments=_attachments(values, desk, told),
        aliases=values.texts("aliases"),
        order=values.number("order") if values.has("order") else 500,  # type: ignore[arg-type]
        where=values.where,
    )
    return Read(article, False, tuple(told))


def _priorities(values: Values, desk: Desk, told: list[Diagnostic]) -> tuple[Priority, ...]:
    found = []
    for key in values.texts("priorities"):
        if key in desk.priorities:
            found.append(desk.priorities[key])
        else:
            suggestion = nearest(key, desk.priorities) or ""
            told.append(messages.priority_unknown(values.place("priorities"), key, suggestion))
    return tuple(found)


def _picture(values: Values, desk: Desk, told: list[Diagnostic]) -> Picture | None:
    name = values.text("image")
    if not name:
        return None
    if not values.text("image_alt"):
        told.append(link_messages.picture_without_words(values.place("image"), name))
        return None
    found = desk.shelf.picture(name, values.place("image"), values.text("image_alt"))
    if isinstance(found, Diagnostic):
        told.append(found)
        return None
    return found


def _attachments(values: Values, desk: Desk, told: list[Diagnostic]) -> tuple[Attachment, ...]:
    found = []
    for entry in values.records("attachments"):
        made = desk.shelf.attachment(entry.text("file"), entry.place("file"), entry.text("title"), entry.day("date"))
        if isinstance(made, Diagnostic):
            told.append(made)
        else:
            found.append(made)
    return tuple(found)
