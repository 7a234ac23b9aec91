"""Whom to tell of a hole in the site's safety: an entry that runs out, so that nobody writes to a mailbox long gone."""

from __future__ import annotations

from datetime import date, timedelta

from boardsite.diagnostics import Diagnostic
from boardsite.messages import settings_checks as messages
from boardsite.model.board_entities import SecurityContact
from boardsite.schema.fields import Values

NOTICE_DAYS = 30
# RFC 9116 section 2.5.5 recommends less than a year: who answers changes faster than anybody thinks.
MOST_DAYS = 366


def security_contact(values: Values | None, today: date, told: list[Diagnostic]) -> SecurityContact | None:
    """Return the entry, or None where there is none or it has run out; what is doubtful is added to `told`."""
    expires = values.day("expires") if values else None
    if values is None or expires is None:
        return None
    where = values.place("expires")
    if expires <= today:
        told.append(messages.security_expired(where, expires).contained())
        return None
    if expires <= today + timedelta(days=NOTICE_DAYS):
        told.append(messages.security_expires_soon(where, expires))
    elif expires > today + timedelta(days=MOST_DAYS):
        told.append(messages.security_expires_late(where, expires))
    return SecurityContact(values.text("contact"), expires, values.text("page"))
