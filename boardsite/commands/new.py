"""`new`: ask a few questions, or take options, and write a file that a check has nothing against."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from functools import partial
from zoneinfo import ZoneInfo

from boardsite.clock import short_date
from boardsite.commands import filing
from boardsite.commands.drafts import Draft, Maker, doubt
from boardsite.commands.findings import findings_in
from boardsite.commands.questions import Terminal, ask_all, ask_group
from boardsite.commands.survey import survey
from boardsite.dataclass import dataclass
from boardsite.diagnostics import Report
from boardsite.messages import writing as messages
from boardsite.pages.when import when_words
from boardsite.pipeline import DEFAULT_ZONE, Order, Outcome
from boardsite.reading.sources import read_tree, source_file
from boardsite.reporting import write_findings, write_text
from boardsite.schema.documents import BOARD, Tree, sort_tree
from boardsite.schema.fields import Record
from boardsite.schema.scaffold import NEW, Kind, raw
from boardsite.schema.validate import read_values


@dataclass(frozen=True, slots=True)
class NewOptions:
    """What was typed: the kind of thing, `group` and `name` or "", and settings by name."""

    kind: str
    group: str
    name: str
    answers: Mapping[str, str]


def run(order: Order, options: NewOptions, terminal: Terminal | None) -> int:
    """Write one new thing and return the exit code; `terminal` is None where nobody can be asked."""
    kind = NEW[options.kind]
    sources, told = read_tree(order.root)
    tree, _ = sort_tree(sources)
    _refuse_unknown(kind, options.answers)
    group = _group(kind, options, tree, terminal)
    zone = ZoneInfo((tree.site.values.text("time_zone") if tree.site else "") or DEFAULT_ZONE)
    # News is of today unless something else is said; the day of an event is never guessed.
    defaults = {"date": short_date(order.moment.astimezone(zone).date())} if options.kind == "news" else {}
    if terminal is None:
        answers = {**defaults, **options.answers}
    else:
        named = partial(doubt, is_named_by_title=not options.name and options.kind != "contact")
        answers = ask_all(kind, options.answers, defaults, terminal, named)
    settings = {name: text for name, text in answers.items() if name != "text"}
    values, found = read_values(raw(kind.declared.fields, settings, f"new {options.kind}"), kind.declared.fields)
    lacking = [f"--{f.name}" for f in kind.declared.fields if f.is_required and f.name not in answers]
    if lacking:
        raise messages.answers_missing(lacking)
    if any(d.is_error for d in found):
        return _refuse(Report.of(found), status=2)
    maker = Maker(options.kind, group, options.name, zone, order.moment, sources)
    draft, wrong = maker.draft(answers, values)
    if draft is None:
        return _refuse(Report.of(wrong))
    others = tuple(source for source in sources if source.path != draft.path)
    made = source_file(draft.path, draft.content)
    outcome = survey((*others, made), order, told)
    report = findings_in(outcome, [made])
    if report.errors:
        return _refuse(report)
    _write(order, draft)
    _say(draft, outcome, report)
    return 0


def _refuse(report: Report, status: int = 1) -> int:
    """Say why nothing was written, and return the exit code: 2 for a setting that cannot be read."""
    write_text(messages.NOT_SOUND, sys.stderr)
    write_findings(Report(report.errors + report.warnings), sys.stderr)
    return status


def _write(order: Order, draft: Draft) -> None:
    if draft.before is None:
        filing.put(order.root, draft.path, draft.content)
    else:
        filing.replace(order.root, draft.path, draft.before, draft.content)


def _say(draft: Draft, outcome: Outcome, report: Report) -> None:
    write_text((messages.written if draft.before is None else messages.added)(draft.path), sys.stdout)
    site = outcome.site
    for event in site.events if site else ():
        if site and event.series.path == draft.path:
            when = event.series.when
            write_text(messages.understood(event.series.details.title, when_words(when, site.clock.zone)), sys.stdout)
            if when.is_over_at <= site.clock.moment:
                write_text(messages.OVER, sys.stderr)
    if b"\ndraft: yes\n" in draft.content:
        write_text(messages.DRAFT, sys.stdout)
    write_text(messages.LOOK, sys.stdout)
    if report.warnings:
        write_findings(Report(report.warnings), sys.stderr)


def _refuse_unknown(kind: Kind, answers: Mapping[str, str]) -> None:
    by_name = {field.name: field for field in kind.declared.fields}
    for name in answers:
        if not answers[name].strip():
            raise messages.value_wanted(name)
        if name == "text" and kind.declared.has_body:
            continue
        if name not in by_name:
            raise messages.setting_unknown(name, by_name)
        if isinstance(by_name[name].kind, Record):
            raise messages.set_in_the_file(name)


def _group(kind: Kind, options: NewOptions, tree: Tree, terminal: Terminal | None) -> str:
    """Return the folder name of the group, or "" for the board."""
    if not kind.has_group:
        if options.group:
            raise messages.group_not_wanted(options.kind)
        return ""
    typed = options.group.strip().lower()
    if not typed and terminal is not None:
        typed = ask_group(tree.groups, terminal)
    if not typed:
        raise messages.group_wanted(tree.groups)
    if typed != BOARD and typed not in tree.groups:
        raise messages.group_unknown(typed, tree.groups)
    return "" if typed == BOARD else typed
