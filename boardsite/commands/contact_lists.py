"""Entries at the end of a contacts file; every line that is there already stays as it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from boardsite.messages import writing as messages
from boardsite.reading.letters import decode
from boardsite.reading.located import RawList, RawMap, RawText, RawValue, read_settings
from boardsite.reading.sources import SourceFile
from boardsite.schema.scaffold import contact_entry, contacts_file

_LIST = "contacts"


def with_contacts(path: str, known: SourceFile | None, entries: Iterable[Mapping[str, str]]) -> bytes:
    """Return the bytes of a contacts file with these entries behind those of the known one, if there is one.

    The result is read again and compared; raise BoardsiteError where the file is not a list as we know it.
    """
    if known is None:
        first, *others = entries
        return (contacts_file(first) + "".join(contact_entry(each, "  ") for each in others)).encode("utf-8")
    text, _ = decode(known)
    settings, told = read_settings(text, path) if text is not None else (None, ())
    before = settings.get(_LIST) if settings else None
    if text is None or any(found.is_error for found in told) or before is None:
        raise messages.cannot_add(path)
    if isinstance(before, RawMap):  # one contact without its hyphen: a check takes that
        raise messages.cannot_add_behind(path)
    indent = _indent(before)
    added = "".join(contact_entry(each, indent) for each in entries)
    whole = text.rstrip() + "\n" + added
    after, told = read_settings(whole, path)
    if any(found.is_error for found in told) or not _begins_with(after, before):
        raise messages.cannot_add_behind(path)
    ends = "\r\n" if b"\r\n" in known.content else "\n"
    return whole.replace("\n", ends).encode("utf-8")


def _indent(before: RawValue) -> str:
    first = before.items[0] if isinstance(before, RawList) and before.items else None
    column = (first.where.column or 3) if first else 5
    return " " * max(0, column - 3)


def _begins_with(after: RawMap | None, before: RawValue) -> bool:
    """Whether the list of a file still begins with what was in it, and has more behind that."""
    items = after.get(_LIST) if after else None
    old = before.items if isinstance(before, RawList) else ()
    if not isinstance(items, RawList) or len(items.items) <= len(old):
        return False
    return all(_same(one, other) for one, other in zip(old, items.items, strict=False))


def _same(one: RawValue, other: RawValue) -> bool:
    if isinstance(one, RawText) and isinstance(other, RawText):
        return one.text == other.text
    if isinstance(one, RawList) and isinstance(other, RawList):
        return len(one.items) == len(other.items) and all(map(_same, one.items, other.items))
    if isinstance(one, RawMap) and isinstance(other, RawMap):
        return len(one.values) == len(other.values) and all(
            a.text == b.text and _same(x, y) for (a, x), (b, y) in zip(one.values, other.values, strict=True)
        )
    return False
