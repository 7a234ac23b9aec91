"""Bytes of an editor's text file to text: UTF-8, else UTF-16 with its mark, else Windows-1252 and told.

Decoding happens here once for YAML and Markdown; calendars have their own reader, because a line of theirs may be
folded inside a letter.
"""

from __future__ import annotations

import codecs
import unicodedata

from boardsite.diagnostics import Diagnostic, Diagnostics, Location
from boardsite.messages import files as messages
from boardsite.reading.sources import SourceFile
from boardsite.text import without_controls


def decode(source: SourceFile) -> tuple[str | None, Diagnostics]:
    """Return the file's text with LF line ends and no controls, or None with the reason.

    Lines keep their numbers: nothing before a line is added or taken away.
    """
    where = Location(source.path)
    data = source.content
    told: list[Diagnostic] = []
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = data.decode("utf-16", "replace")
    elif b"\0" in data:
        return None, (messages.not_text(where),)
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            # Windows-1252 leaves five bytes without a letter; they become the replacement mark, told below.
            text = data.decode("cp1252", "replace")
            told.append(messages.old_letters(where))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    at = text.find("\ufffd")
    if at >= 0:
        told.append(messages.leftover_of_old_letters(Location(source.path, text.count("\n", 0, at) + 1)))
    return unicodedata.normalize("NFC", without_controls(text)), tuple(told)
