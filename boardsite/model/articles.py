"""Checked pages and news items as Articles, or as hidden where they are drafts or wait for their day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time, timedelta

from boardsite.clock import BuildClock
from boardsite.dataclass import dataclass
from boardsite.diagnostics import Diagnostic, Diagnostics, Findings
from boardsite.markup.body import Body
from boardsite.messages import links as link_messages
from boardsite.messages import site as messages
from boardsite.model.addresses import article_address, reserved
from boardsite.model.board_entities import Priority
from boardsite.model.entities import Article, Attachment, Picture, Video
from boardsite.model.shelf import Shelf
from boardsite.schema.documents import group_of
from boardsite.schema.fields import Document, Values
from boardsite.text import nearest

# The place of a page or group that names none: behind all that do.
LAST = 500


@dataclass(frozen=True, slots=True)
class Desk:
    """What is needed besides a document to make an article of it."""

    clock: BuildClock
    shelf: Shelf
    priorities: Mapping[str, Priority]
    shows_drafts: bool


@dataclass(frozen=True, slots=True)
class Read:
    """What became of a document: an article, or None; `hides` where it is only not public yet."""

    article: Article | None
    hides: bool
    diagnostics: Diagnostics


@dataclass(frozen=True, slots=True)
class Issue:
    """Where a document is published and, for news, when."""

    address: str
    published: date | None
    published_at: datetime | None
    is_waiting: bool


def read(document: Document, body: Body, desk: Desk) -> Read:
    """Return the article of a page or news document and its text."""
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
    if moment and (told := _expires_early(values, moment[0])):
        return Read(None, False, (told,))
    return _read(document, body, desk, Issue(address, moment[0] if moment else None, published_at, is_waiting))


def _read(document: Document, body: Body, desk: Desk, issue: Issue) -> Read:
    values, order = document.values, document.values.number("order")
    told = Findings(_doubts(document, desk))
    has_expired = _has_expired(values, desk)
    featured_until = values.day("featured_until")
    article = Article(
        address=issue.address,
        title=values.text("title"),
        group=group_of(document.path),
        summary=values.text("summary") or (body.opening if issue.published else ""),
        headings=body.headings,
        published=issue.published,
        published_at=issue.published_at,
        updated=values.day("updated"),
        review_by=values.day("review_by"),
        has_expired=has_expired,
        is_draft=values.flag("draft"),
        is_waiting=issue.is_waiting,
        is_sensitive=values.flag("sensitive"),
        is_featured=featured_until is not None and desk.clock.today <= featured_until and not has_expired,
        easy_read=values.text("easy_read"),
        text_only=values.text("text_only"),
        tags=tuple(dict.fromkeys(values.texts("tags"))),
        priorities=told.keep(_priorities(values, desk)),
        picture=told.keep(_picture(values, desk)),
        attachments=told.keep(_attachments(values, desk)),
        video=told.keep(_video(values.record("video"), desk)),
        aliases=values.texts("aliases"),
        order=LAST if order is None else order,
        where=values.where,
    )
    return Read(article, False, told.all)


def _expires_early(values: Values, published: date) -> Diagnostic | None:
    expires = values.day("expires")
    if expires and expires <= published:
        return messages.expires_before_shown(values.place("expires"), published)
    return None


def next_change(settings: Iterable[Values], clock: BuildClock) -> datetime | None:
    """Return the first moment to come at which an article appears, expires or no longer stands first, or None."""
    found: list[datetime] = []
    for values in settings:
        shown, expires, featured = values.moment("date"), values.day("expires"), values.day("featured_until")
        if not values.flag("draft"):
            found += [clock.at(shown[0], shown[1] or time(0))] if shown else []
            found += [clock.at(expires)] if expires else []
            found += [clock.at(featured + timedelta(days=1))] if featured else []
    return min((moment for moment in found if moment > clock.moment), default=None)


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


def _video(values: Values | None, desk: Desk) -> tuple[Video | None, Diagnostics]:
    """The picture of a film is decoration: the link that it stands in has the film's title."""
    if values is None:
        return None, ()
    told: list[Diagnostic] = []
    still = values.text("still")
    found = desk.shelf.picture(still, values.place("still"), "") if still else None
    if isinstance(found, Diagnostic):
        told.append(found)
    if not values.text("transcript"):
        told.append(messages.video_without_transcript(values.where, values.text("title")))
    video = Video(
        values.text("title"),
        values.text("address"),
        values.text("length"),
        found if isinstance(found, Picture) else None,
        values.text("transcript"),
    )
    return video, tuple(told)
