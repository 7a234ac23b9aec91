"""The names of the standards, and what becomes of each: read, text that may run on, or personal and left out.

RFC 5545 section 8.3.2, RFC 7986, RFC 9073, RFC 9074, RFC 9253. What is on no list here is left out.
"""

from __future__ import annotations

TEXT_NAMES = frozenset({"SUMMARY", "DESCRIPTION", "LOCATION", "COMMENT", "CONTACT", "X-ALT-DESC"})
"""Properties whose text an export may have broken into lines without folding it."""

OUR_NAMES = frozenset({
    "X-BOARDSITE-TIME", "X-BOARDSITE-PLACE", "X-BOARDSITE-VENUE", "X-BOARDSITE-AUDIENCE", "X-BOARDSITE-BOOKING",
    "X-BOARDSITE-KIND", "X-BOARDSITE-STATUS", "X-BOARDSITE-SLUG", "X-BOARDSITE-FILE", "X-BOARDSITE-IMAGE",
    "X-BOARDSITE-ACCEPT",
})  # fmt: skip

READ_NAMES = OUR_NAMES | {
    "UID", "RECURRENCE-ID", "DTSTART", "DTEND", "DURATION", "RRULE", "EXRULE", "RDATE", "EXDATE", "SUMMARY",
    "DESCRIPTION", "LOCATION", "URL", "CATEGORIES", "STATUS", "SEQUENCE", "LAST-MODIFIED", "DTSTAMP", "CREATED",
    "CLASS",
}  # fmt: skip

PERSONAL = {
    "ATTENDEE": "the people invited",
    "ORGANIZER": "the organiser",
    "CONTACT": "the contact person",
    "REQUEST-STATUS": "the answers of the people invited",
    "COMMENT": "remarks",
    "X-COMMENT": "remarks",
    "ATTACH": "attachments",
    "CONFERENCE": "the online meeting",
    "X-GOOGLE-CONFERENCE": "the online meeting",
    "X-GOOGLE-HANGOUT": "the online meeting",
    "X-ALT-DESC": "a second copy of the text",
    "X-MS-OLK-SENDER": "the sender",
    "X-MICROSOFT-SKYPETEAMSMEETINGURL": "the online meeting",
    "X-MICROSOFT-SKYPETEAMSPROPERTIES": "the online meeting",
    "X-MICROSOFT-ONLINEMEETINGCONFLINK": "the online meeting",
    "X-MICROSOFT-ONLINEMEETINGTOLLNUMBER": "the online meeting",
    "X-MICROSOFT-ONLINEMEETINGTOLLFREENUMBER": "the online meeting",
    "X-MICROSOFT-ONLINEMEETINGCONFERENCEID": "the online meeting",
    "X-MICROSOFT-ONLINEMEETINGINFORMATION": "the online meeting",
}
"""Properties that are about people or let somebody into a meeting, in words for the report."""

COPY_NAMES = frozenset({"X-BOARDSITE-ORIGIN", "X-BOARDSITE-TROUBLE", "X-BOARDSITE-FIRST-SEEN"})
"""What the copy of a published calendar remembers (see `feed_copy`)."""

_PERSONAL_X = {name for name in PERSONAL if name.startswith("X-")}
READ_X_NAMES = COPY_NAMES | OUR_NAMES | _PERSONAL_X | {"X-MICROSOFT-CDO-ALLDAYEVENT"}
"""Names that begin with X- and mean something to us."""

STANDARD_NAMES = READ_NAMES | {name for name in PERSONAL if not name.startswith("X-")} | {
    "BEGIN", "END", "ACTION", "ACKNOWLEDGED", "BUSYTYPE", "CALENDAR-ADDRESS", "CALSCALE", "COLOR", "COMPLETED",
    "CONCEPT", "DUE", "FREEBUSY", "GEO", "IMAGE", "LINK", "LOCATION-TYPE", "METHOD", "NAME", "PARTICIPANT-TYPE",
    "PERCENT-COMPLETE", "POLL-ITEM-ID", "PRIORITY", "PRODID", "PROXIMITY", "REFID", "REFRESH-INTERVAL",
    "RELATED-TO", "REPEAT", "RESOURCES", "RESOURCE-TYPE", "SOURCE", "STRUCTURED-DATA", "STYLED-DESCRIPTION",
    "TRANSP", "TRIGGER", "TZID",
    "TZID-ALIAS-OF", "TZNAME", "TZOFFSETFROM", "TZOFFSETTO", "TZUNTIL", "TZURL", "VERSION", "XML",
}  # fmt: skip
