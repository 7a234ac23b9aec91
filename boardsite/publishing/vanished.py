"""The vanish guard: what the last build published as still to come, beside what this one has.

A merge that went wrong or an emptied folder looks like any other change. Where many events of a group are gone at once,
somebody has to say that this is meant before the live site is touched.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime

from boardsite.dataclass import dataclass
from boardsite.diagnostics import Diagnostic, Diagnostics, Location
from boardsite.messages import publishing as messages
from boardsite.model.entities import Event, Site
from boardsite.schema.documents import BOARD

MOST_GONE = 3
_OF_ONE_EVENT = "event."


@dataclass(frozen=True, slots=True)
class Known:
    """An event as the last build told of it: where it was, its mark, until when it is still to come, and its file."""

    address: str
    mark: str
    over_at: datetime
    path: str = ""  # a status.json of an older program has none


def known_before(status: bytes, private: Collection[str] = ()) -> Mapping[str, tuple[Known, ...]]:
    """Return the events to come by group, out of a published status.json; nothing where it cannot be read.

    Left out are those whose marks are `private` now: they are not gone by mistake, and must not stay online.
    """
    try:
        groups = json.loads(status)["to_come"]
        known = ((str(group), map(_known, entries)) for group, entries in groups.items())
        return {group: tuple(each for each in found if each.mark not in private) for group, found in known}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


def vanished(
    before: Mapping[str, tuple[Known, ...]], site: Site, errors: Iterable[Diagnostic], accepted: Iterable[str]
) -> Diagnostics:
    """Return a finding for each group of which three events or more, and over a third of those to come, are gone.

    What a broken calendar file explains is not counted: that has been told, and is no reason to hold up the others. Nor
    is a group that is no longer there: nobody takes a whole group away by mistake and leaves its links in order.
    """
    errors, told = tuple(errors), []
    for key in ("", *(group.key for group in site.groups)):
        folder = f"lscgs/{key}/events" if key else "content/events"
        if (key or BOARD) in accepted:
            continue
        coming = [known for known in before.get(key or BOARD, ()) if known.over_at > site.made]
        gone = _gone(coming, (event for event in site.events if event.group == key))
        lost = _unexplained(gone, errors, folder)
        still = len(coming) - (len(gone) - len(lost))
        if len(lost) >= MOST_GONE and len(lost) * 3 > still:
            names = [known.address for known in lost]
            told.append(messages.events_vanished(Location(folder), key or BOARD, names, still))
    return tuple(told)


def _gone(coming: Iterable[Known], events: Iterable[Event]) -> list[Known]:
    """An event is the same by its address or by its UID: files are renamed, and programs give out new UIDs."""
    present = {name for event in events for name in (event.address, event.mark)}
    return [known for known in coming if known.address not in present and known.mark not in present]


def _unexplained(gone: Iterable[Known], errors: Iterable[Diagnostic], folder: str) -> list[Known]:
    """Return the events that no broken file has taken with it.

    A fault of a whole file explains all that was in it; one that is about an event explains a single one.
    """
    whole = {error.where.path for error in errors if not error.code.startswith(_OF_ONE_EVENT)}
    single = Counter(error.where.path for error in errors if error.code.startswith(_OF_ONE_EVENT))
    lost = []
    for known in gone:
        if not known.path:
            is_told = any(path == folder or path.startswith(f"{folder}/") for path in (*whole, *single))
        else:
            is_told = any(path == known.path or known.path.startswith(f"{path}/") for path in whole)
            if not is_told and single[known.path]:
                single[known.path] -= 1
                is_told = True
        if not is_told:
            lost.append(known)
    return lost


def _known(entry: object) -> Known:
    if not isinstance(entry, list) or len(entry) not in (3, 4) or not all(isinstance(part, str) for part in entry):
        raise TypeError(entry)
    moment = datetime.fromisoformat(entry[2])
    if moment.tzinfo is None:
        raise ValueError(entry[2])
    return Known(entry[0], entry[1], moment, *entry[3:])
