"""`changes`: what one state of the files adds, changes and takes away, in words for a pull request."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator

from boardsite.commands.progress import progress
from boardsite.commands.survey import survey
from boardsite.commands.trees import tree_of
from boardsite.comparing.changes import Part, Section, compare
from boardsite.comparing.kinds import Change, Verb
from boardsite.diagnostics import Report
from boardsite.importing.markdown_writer import escaped
from boardsite.messages import changes as messages
from boardsite.pipeline import Order, Outcome
from boardsite.reporting import write_text

_HARMLESS = {
    "#": "#&#8203;", "@": "@&#8203;", "://": ":&#8203;//", "www.": "www&#8203;.", ">": "&gt;", "~": "\\~",
    "$": "<span>$</span>",
}  # fmt: skip
_MEANT = re.compile("|".join(map(re.escape, _HARMLESS)))


def run(order: Order, old: str, new: str, form: str) -> int:
    """Print the changes from one folder or commit to another; return the exit code."""
    with progress("Comparing …"):
        before, after = _outcome(old, order), _outcome(new, order)
    if before.site is None:
        raise messages.no_site(old)
    if after.site is None:
        raise messages.no_site(new)
    sections = compare(before.site, after.site)
    told = messages.findings(_new_findings(before.report, after.report))
    lines = list(_markdown(sections, told) if form == "markdown" else _text(sections, told))
    write_text("\n".join(lines or [messages.NOTHING]) + "\n", sys.stdout)
    return 0


def _outcome(name: str, order: Order) -> Outcome:
    sources, told = tree_of(name, order.root)
    return survey(sources, order, told)


def _new_findings(before: Report, after: Report) -> Counter[str]:
    """Lines move when something is added above them, so a finding is known by what it says of which file."""
    known = Counter((d.code, d.where.path, d.found, d.message) for d in before.diagnostics)
    new: Counter[str] = Counter()
    for d in after.diagnostics:
        mark = (d.code, d.where.path, d.found, d.message)
        if known[mark]:
            known[mark] -= 1
        else:
            new[d.severity.value] += 1
    return new


def _text(sections: tuple[Section, ...], told: str) -> Iterator[str]:
    for section in sections:
        yield _plain(messages.section_line(section.title, _parts(section)))
        yield from (f"  {_plain(line)}" for line in _details(section))
    if told:
        yield told


def _markdown(sections: tuple[Section, ...], told: str) -> Iterator[str]:
    for section in sections:
        yield f"**{_safe(section.title)}**: {_safe('; '.join(_parts(section)))}"
        yield ""
        yield from (f"- {_safe(line)}" for line in _details(section))
        yield ""
    if told:
        yield told


def _parts(section: Section) -> Iterator[str]:
    """Yield "adds 1 event, moves 1, cancels 1" for each part of a section that has changes."""
    for part, changes in section.changes.items():
        if part is Part.SETTINGS:
            yield messages.settings_changed(change.name for change in changes)
            continue
        counts = Counter(change.verb for change in changes)
        verbs = [verb for verb in Verb if counts[verb]]
        yield ", ".join(
            messages.verb_of_many(verb, counts[verb], part.value, is_first=at == 0) for at, verb in enumerate(verbs)
        )
    yield from (messages.overdue(role) for role in section.overdue)


def _details(section: Section) -> Iterator[str]:
    for part, changes in section.changes.items():
        if part is not Part.SETTINGS:
            yield from (_detail(change) for change in changes)


def _detail(change: Change) -> str:
    name = messages.named(change.name, change.old_name, is_date=change.is_date)
    return messages.detail(change.verb.value, name, change.before, change.after)


def _plain(text: str) -> str:
    return "".join(letter if letter.isprintable() else "?" for letter in text)


def _safe(text: str) -> str:
    """A title in a pull request is shown as it is: no marks, no HTML, no link, and nobody is called by an @.

    The host looks for links, names and numbers after it has read all marks, so a letter without width parts them.
    """
    return _MEANT.sub(lambda found: _HARMLESS[found[0]], escaped(_plain(text)))
