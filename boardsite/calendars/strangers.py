"""What a file named .ics that is no calendar may be, by its first bytes: a sign-in page, a spreadsheet, an archive."""

from __future__ import annotations

from boardsite.messages.calendar_files import WEB_PAGE

_BEGINNINGS = (
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"%PDF", "a PDF"),
    (b"\xd0\xcf\x11\xe0", "an Outlook or Office document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"{", "a file for programs (JSON)"),
    (b"From ", "an email"),
    (b"Received:", "an email"),
    (b"<?xml", "an XML file"),
    (b"BEGIN:VCARD", "a file of contacts (vCard)"),
)
_PAGES = (b"<!doctype html", b"<html", b"<head", b"<body", b"<script")


def kind_of(content: bytes) -> str:
    """Return in words what a file seems to be."""
    start = content[:2000].removeprefix(b"\xef\xbb\xbf").lstrip()
    if any(mark in start.lower() for mark in _PAGES):
        return WEB_PAGE
    for beginning, kind in _BEGINNINGS:
        if start.startswith(beginning):
            return kind
    first = start.split(b"\n")[0]
    if first.count(b",") > 1 or first.count(b";") > 1 or b"\t" in first:
        return "a table (CSV)"
    return "some other kind of file"
