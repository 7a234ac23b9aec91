"""Passcodes, PINs and joining links in the texts of an event: found and taken out before anything is published.

Who has one can walk into a meeting. A meeting that is open to anyone says so with X-BOARDSITE-BOOKING:link.
"""

from __future__ import annotations

import re

_JOINING = re.compile(
    r"https?://(?:"
    r"(?:[\w-]+\.)*zoom(?:gov)?\.(?:us|com)/(?:j|w|my|s)/"
    r"|(?:[\w-]+\.)*teams\.(?:microsoft|live)\.com/(?:l/meetup-join|meet|dl/launcher|meetingOptions)"
    r"|meet\.google\.com/"
    r"|(?:[\w-]+\.)*webex\.com/(?:meet/|[\w-]+/j\.php|join)"
    r"|(?:[\w-]+\.)*gotomeeting\.com/join"
    r"|[^\s<>\"?]{1,200}\?[^\s<>\"]{0,500}?\b(?:pwd|passcode|password)="
    r")[^\s<>\"]*",
    re.I,
)
_LABEL = (
    r"(?:(?:meeting|webinar|conference|phone conference|participant|access|attendee|numeric|video|host|moderator)"
    r"[ \t]+)?(?:pass[ -]?code|password|pin(?:[ -]?(?:code|number))?|access[ -]?code|host[ -]?key"
    r"|meeting[ -]?(?:id|number)|webinar[ -]?id|conference[ -]?id|meeting[ -]?key|meeting[ -]?code)"
)
_LABELLED = re.compile(
    rf"\b{_LABEL}[ \t]*"
    r"(?:(?:[:=#]|\bis\b)+[ \t]*(?:\n[ \t]*)?(?:\d[\d \t]{0,40}\d#?|[^\s,;]{1,60})|\d[\d \t]{2,40}\d#?)",
    re.I,
)
_DIALLED = re.compile(
    r"(?<=\d)(?:,{2,4}[ \t]*\d[\d*#,]{3,40}|,{1,4}[ \t]*\d[\d*,]{2,40}#)"
    r"|(?<=\d)[ \t]{0,9};?[ \t]{0,9}ext=\d{4,20}",
    re.I,
)
_LEFT_OVERS = {"", "join", "click here", "click here to join", "click here to join the meeting"}


def without_keys(text: str) -> tuple[str, frozenset[str]]:
    """Return a text without what lets somebody into a meeting, and the kinds of what was taken out."""
    kinds: set[str] = set()
    lines = text
    for pattern, kind in ((_JOINING, "a joining link"), (_LABELLED, "a passcode"), (_DIALLED, "a dial-in code")):
        lines, number = pattern.subn("\ufffc", lines)
        if number:
            kinds.add(kind)
    if not kinds:
        return text, frozenset()
    kept = (line for line in lines.split("\n") if "\ufffc" not in line or not _is_left_over(line))
    return re.sub(r"[ \t]{2,}", " ", "\n".join(kept).replace("\ufffc", "")).strip(), frozenset(kinds)


def _is_left_over(line: str) -> bool:
    """Say whether nothing worth keeping stands around what was taken out."""
    return line.replace("\ufffc", " ").strip(" \t<>()[]_.:,|*-").casefold() in _LEFT_OVERS
