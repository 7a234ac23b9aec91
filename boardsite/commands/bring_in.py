"""`import`: events, contacts or a page out of a file of another program, with a report of what became of everything."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from boardsite.commands import filing
from boardsite.commands.drafts import Draft
from boardsite.commands.findings import findings_in
from boardsite.commands.imports import Desk, Taken, take
from boardsite.commands.survey import survey
from boardsite.dataclass import dataclass
from boardsite.diagnostics import Report
from boardsite.importing import limits
from boardsite.importing.notes import Notes
from boardsite.messages import importing as messages
from boardsite.messages import writing
from boardsite.pipeline import Order
from boardsite.reading.sources import read_tree, source_file
from boardsite.reporting import write_findings, write_text
from boardsite.schema.documents import BOARD, sort_tree


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """What was typed: the file, `group` and `file_name` or "", and whether it is only a look."""

    file: Path
    group: str
    file_name: str
    is_only_a_look: bool


def run(order: Order, options: ImportOptions) -> int:
    """Bring a file in and return the exit code; nothing is written that a check would refuse."""
    content = _read(options.file)
    sources, told = read_tree(order.root)
    tree, _ = sort_tree(sources)
    group = options.group.strip().lower()
    if group not in ("", BOARD, *tree.groups):
        raise writing.group_unknown(group, tree.groups)
    desk = Desk.of(order, sources, tree, "" if group == BOARD else group, options.file_name)
    taken = take(options.file.name, content, desk)
    drafts = {draft.path: draft for draft in taken.drafts}
    others = tuple(source for source in sources if source.path not in drafts)
    made = [source_file(draft.path, draft.content) for draft in taken.drafts]
    report = findings_in(survey((*others, *made), order, told), made)
    _report(taken)
    if report.errors:
        write_text(messages.REFUSED, sys.stderr)
        write_findings(Report(report.errors + report.warnings), sys.stderr)
        return 1
    return _write(order, taken, report, is_only_a_look=options.is_only_a_look)


def _read(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            content = opened.read(limits.FILE_BYTES + 1)
        if len(content) > limits.FILE_BYTES:
            raise messages.too_large(file.name, max(file.stat().st_size, len(content)), limits.FILE_BYTES)
    except OSError as problem:
        raise messages.no_such_file(str(file), problem.strerror or "the system refused") from None
    return content


def _write(order: Order, taken: Taken, report: Report, *, is_only_a_look: bool) -> int:
    if not taken.drafts:
        write_text(messages.NOTHING_NEW, sys.stdout)
        return 0
    if is_only_a_look:
        write_text(messages.ONLY_LOOKED, sys.stdout)
    else:
        for draft in taken.drafts:
            _put(order, draft)
        write_text(messages.LOOK, sys.stdout)
    if report.warnings:
        write_findings(Report(report.warnings), sys.stderr)
    return 0


def _put(order: Order, draft: Draft) -> None:
    if draft.before is None:
        filing.put(order.root, draft.path, draft.content)
    else:
        filing.replace(order.root, draft.path, draft.before, draft.content)


def _report(taken: Taken) -> None:
    for title, sentences in _parts(taken.sentences, taken.notes):
        if sentences:
            write_text("\n".join([title, *(f"  {_plain(sentence)}" for sentence in sentences), ""]), sys.stdout)


def _parts(took: tuple[str, ...], notes: Notes) -> Iterable[tuple[str, tuple[str, ...]]]:
    return (
        (messages.TOOK, took),
        (messages.CHANGED, notes.changed),
        (messages.LEFT_OUT, notes.left_out),
    )


def _plain(sentence: str) -> str:
    """A file of strangers could steer the terminal with what it holds."""
    return "".join(letter if letter.isprintable() else "?" for letter in sentence)
