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
_WITHIN = r"(?:(?!https?://)[^\s<>\"])"  # a second link is looked at by itself, so that no letter is looked at often
_ON = rf"{_WITHIN}{{0,300}}?"
_ROOMS = (
    rf"(?:zoom(?:gov)?\.(?:us|com){_PORT}{_SLASH}(?:(?:j|w|wc|my|s){_SLASH}|join{_ASK})"
    # Teams has hosts for clouds, countries and offices, and puts the word that tells anywhere behind them.
    rf"|teams\.(?:[\w-]{{1,30}}\.)?(?:microsoft|live)[\w.]{{0,12}}{_PORT}(?={_SLASH}){_ON}"
    rf"(?:meetup-join|{_SLASH}meet{_SLASH}|meetingjoin|launch)"
    rf"|webex\.com{_PORT}{_SLASH}"
    rf"(?:meet{_SLASH}|[\w-]{{1,60}}{_SLASH}j\.php|join|wbxmjs{_SLASH}|webappng{_SLASH}{_ON}meeting)"
    rf"|gotomeeting\.com{_PORT}{_SLASH}join|ringcentral\.com{_PORT}{_SLASH}j(?:oin)?{_SLASH}"
    rf"|(?:dialin\.teams\.microsoft\.com|whereby\.com|ringcentral\.com){_PORT}{_SLASH}{_ON}"
    rf"(?:{_ASK}|&|{_MARK}26)(?:id|pw|p|roomkey){_IS}"
    r"|(?:meet\.google\.com|tel\.meet|lync\.com|join\.skype\.com|meet\.goto\.com|gotomeet\.me|meet\.jit\.si|chime\.aws)"
    rf"{_PORT}{_SLASH})"
)
_JOINING = re.compile(
    r"(?:"
    rf"(?:https?|zoommtg)://(?:{_WITHIN}{{0,900}}?(?:(?<![\w-])|(?<=2F)))?{_ROOMS}"
    rf"|(?<![\w.@%-])(?:[\w-]{{1,63}}\.){{0,5}}{_ROOMS}"
    r"|\b\d{8,12}@(?:[\w-]{1,63}\.){0,3}(?:webex|zoomcrc)\.com"
    rf"|https?://{_WITHIN}{{1,900}}?(?:\b|{_MARK}(?:3F|26|3B))(?:pwd|passcode|password){_IS}"
    r")[^\s<>\"]*",
    re.I,
)
# Web pages have spaces that do not break, and programs make a label bold with stars: "*Passcode:* 4711".
_GAP = r"[^\S\n]"
_GAPS = rf"(?:{_GAP}|[*_])*"
_OR_JOINED = rf"(?:{_GAP}|-)?"
_LABEL = (
    r"(?:(?:meeting|webinar|conference|phone|vtc|participant|access|attendee|numeric|video|host|moderator)"
    rf"{_GAP}+){{0,2}}(?:pass{_OR_JOINED}code|password|pin(?:{_OR_JOINED}(?:code|number))?|access{_OR_JOINED}code"
    rf"|host{_OR_JOINED}key|tenant{_OR_JOINED}key|meeting{_OR_JOINED}(?:id|number|key|code)"
    rf"|(?:webinar|conference|video){_OR_JOINED}id)"
)
_NUMBER = rf"\d(?:\d|{_GAP}){{0,40}}\d#?(?:@[\w.-]{{1,60}})?"
_SOMETHING = r"[^\s,;*_][^\s,;]{0,59}"
_WITH_A_FIGURE = rf"(?=[^\s,;\d]{{0,59}}\d){_SOMETHING}"
_LABELLED = re.compile(
    rf"[*_]{{0,3}}(?<![^\W_]){_LABEL}(?:{_GAP}*\({_LABEL}\))?{_GAPS}"
    rf"(?:(?:\bis\b{_GAP}*)?[:=#]+{_GAPS}(?:(?:\n{_GAPS})?(?:{_NUMBER}|{_SOMETHING})|(?:\n{_GAPS}){{2,4}}{_WITH_A_FIGURE})"
    rf"|for(?:{_GAP}+[a-z]{{1,20}}){{1,4}}{_GAPS}[:=]{_GAPS}{_WITH_A_FIGURE}"
    # Without a colon it may be a sentence, so what follows has a digit in it, or mixes digits with letters.
    rf"|(?:\bis\b|[-–—]){_GAP}*(?:\n{_GAP}*)?(?:{_NUMBER}|{_WITH_A_FIGURE})"
    rf"|\({_GAP}*(?:{_NUMBER}|(?=[^\s,;)\d]{{0,59}}\d)[^\s,;)]{{1,60}})\)?"
    rf"|(?:\n{_GAP}*)?\d(?:\d|{_GAP}){{2,40}}\d#?"
    r"|(?<=[\s*_])(?!\d{1,2}(?:[.:]\d\d)?(?:st|nd|rd|th|am|pm)\b|https?:)"
    rf"(?=[^\s,;a-z]{{0,59}}[a-z]){_WITH_A_FIGURE})",
    re.I,
)
_LABELLED_LOOSELY = re.compile(rf"(?<![^\W_]){_LABEL}(?![a-z]).+", re.I | re.S)
_DIALLED = re.compile(
    rf"(?<=\d)(?:,{{2,4}}{_GAP}*\d[\d*#,]{{3,40}}|,{{1,4}}{_GAP}*\d[\d*,]{{2,40}}#)"
    rf"|(?<=\d){_GAP}{{0,9}};?{_GAP}{{0,9}}ext=\d{{4,20}}",
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
