"""Passcodes, PINs and joining links in the texts of an event: found and taken out before anything is published.

Who has one can walk into a meeting. A meeting that is open to anyone says so with X-BOARDSITE-BOOKING:link.
"""

from __future__ import annotations

import re
from dataclasses import replace

from boardsite.calendars.values import plain_text
from boardsite.diagnostics import Diagnostic

# A mail filter wraps a link in another one, and writes its marks as %2F then, or %252F.
_MARK = "%(?:25){0,3}"
_COLON, _SLASH, _ASK, _IS = rf"(?::|{_MARK}3A)", rf"(?:/|{_MARK}2F)", rf"(?:\?|{_MARK}3F)", rf"(?:=|{_MARK}3D)"
_PORT = rf"(?:{_COLON}\d{{1,5}})?"
_ROOMS = (
    rf"(?:zoom(?:gov)?\.(?:us|com){_PORT}{_SLASH}(?:(?:j|w|wc|my|s){_SLASH}|join{_ASK})"
    rf"|teams\.(?:microsoft|live)\.com{_PORT}{_SLASH}(?:l{_SLASH}meetup-join|meet|dl{_SLASH}launcher)"
    rf"|webex\.com{_PORT}{_SLASH}(?:meet{_SLASH}|[\w-]{{1,60}}{_SLASH}j\.php|join)"
    rf"|gotomeeting\.com{_PORT}{_SLASH}join"
    rf"|(?:meet\.google\.com|lync\.com|join\.skype\.com){_PORT}{_SLASH})"
)
_WITHIN = r"(?:(?!https?://)[^\s<>\"])"  # a second link is looked at by itself, so that no letter is looked at often
_JOINING = re.compile(
    r"(?:"
    rf"(?:https?|zoommtg)://(?:{_WITHIN}{{0,900}}?(?:(?<![\w-])|(?<=2F)))?{_ROOMS}"
    rf"|(?<![\w.@%-])(?:[\w-]{{1,63}}\.){{0,5}}{_ROOMS}"
    rf"|https?://{_WITHIN}{{1,900}}?(?:\b|{_MARK}(?:3F|26|3B))(?:pwd|passcode|password){_IS}"
    r")[^\s<>\"]*",
    re.I,
)
_LABEL = (
    r"(?:(?:meeting|webinar|conference|phone conference|participant|access|attendee|numeric|video|host|moderator)"
    r"[ \t]+)?(?:pass[ -]?code|password|pin(?:[ -]?(?:code|number))?|access[ -]?code|host[ -]?key"
    r"|meeting[ -]?(?:id|number)|webinar[ -]?id|conference[ -]?id|meeting[ -]?key|meeting[ -]?code)"
)
_NUMBER = r"\d[\d \t]{0,40}\d#?"
_SOMETHING = r"[^\s,;]{1,60}"
_LABELLED = re.compile(
    rf"\b{_LABEL}[ \t]*"
    rf"(?:(?:\bis\b[ \t]*)?[:=#]+[ \t]*(?:\n[ \t]*)?(?:{_NUMBER}|{_SOMETHING})"
    # Without a colon it may be a sentence, so what follows has a digit in it.
    rf"|(?:\bis\b|[-–—])[ \t]*(?:\n[ \t]*)?(?:{_NUMBER}|(?=[^\s,;\d]{{0,59}}\d){_SOMETHING})"
    rf"|\([ \t]*(?:{_NUMBER}|(?=[^\s,;)\d]{{0,59}}\d)[^\s,;)]{{1,60}})\)?"
    r"|(?:\n[ \t]*)?\d[\d \t]{2,40}\d#?)",
    re.I,
)
_LABELLED_LOOSELY = re.compile(rf"\b{_LABEL}(?![a-z]).+", re.I | re.S)
_DIALLED = re.compile(
    r"(?<=\d)(?:,{2,4}[ \t]*\d[\d*#,]{3,40}|,{1,4}[ \t]*\d[\d*,]{2,40}#)"
    r"|(?<=\d)[ \t]{0,9};?[ \t]{0,9}ext=\d{4,20}",
    re.I,
)
PATTERNS = ((_JOINING, "a joining link"), (_LABELLED, "a passcode"), (_DIALLED, "a dial-in code"))
_LEFT_OVERS = {"", "join", "click here", "click here to join", "click here to join the meeting"}


def without_keys(text: str) -> tuple[str, frozenset[str]]:
    """Return a text without what lets somebody into a meeting, and the kinds of what was taken out."""
    kinds: set[str] = set()
    lines = text
    for pattern, kind in PATTERNS:
        lines, number = pattern.subn("\ufffc", lines)
        if number:
            kinds.add(kind)
    if not kinds:
        return text, frozenset()
    kept = (line for line in lines.split("\n") if "\ufffc" not in line or not _is_left_over(line))
    return re.sub(r"[ \t]{2,}", " ", "\n".join(kept).replace("\ufffc", "")).strip(), frozenset(kinds)


def quotable(text: str) -> str:
    """Return as much of a typed text as a report may repeat: nothing behind a word such as "passcode".

    Stricter than what is published, because reports are read by many and a quotation may lack its end.
    """
    plain = plain_text(text)
    cut = _LABELLED_LOOSELY.sub("…", plain)
    return without_keys(cut)[0] if cut != plain or without_keys(plain)[1] else text


def without_quoted_keys(told: Diagnostic) -> Diagnostic:
    """Return a finding that repeats nothing of what lets somebody into a meeting."""
    found = quotable(told.found)
    return told if found == told.found else replace(told, found=found)


def _is_left_over(line: str) -> bool:
    """Say whether nothing worth keeping stands around what was taken out."""
    return line.replace("\ufffc", " ").strip(" \t<>()[]_.:,|*-").casefold() in _LEFT_OVERS
