"""Each VEVENT that goes into a site comes out on a page, in a feed, or in the report: counted over every quirk at once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from boardsite.calendars.segments import segments
from boardsite.pipeline import Outcome
from tests.calendars.ics import LONDON
from tests.calendars.quirk_files import quirks
from tests.support import small_site


@dataclass(frozen=True, slots=True)
class Put:
    """A VEVENT that was put into the site: where, and under a title that stands nowhere else."""

    path: str
    first_line: int
    last_line: int
    title: str


def marked(number: int, text: str) -> str:
    """Return a case with a UID of its own, and for each VEVENT a title of its own where it has one."""
    text = text.replace("forum@example.org", f"quirk-{number}@example.org")
    parts = text.split("BEGIN:VEVENT")
    return "BEGIN:VEVENT".join(
        re.sub(r"(?m)^SUMMARY:.+$", f"SUMMARY:Mark {number}-{place}", part) for place, part in enumerate(parts)
    )


@cache
def files() -> dict[str, str]:
    london = [quirk for quirk in quirks() if quirk.zone is LONDON]
    return {f"lscgs/south/events/q{number:03}.ics": marked(number, q.text()) for number, q in enumerate(london)}


@cache
def put_in() -> tuple[Put, ...]:
    found = []
    for path, text in files().items():
        lines = text.splitlines()
        starts = [at for at, line in enumerate(lines, start=1) if line == "BEGIN:VEVENT"]
        for at, start in enumerate(starts):
            end = starts[at + 1] - 1 if at + 1 < len(starts) else len(lines)
            titles = [line.partition(":")[2] for line in lines[start - 1 : end] if line.startswith("SUMMARY:")]
            found.append(Put(path, start, end, titles[0] if titles else ""))
    return tuple(found)


@cache
def outcome() -> Outcome:
    return small_site.build(files(), as_of=date(2016, 6, 1))


def test_every_vevent_is_on_a_page_in_a_feed_or_in_the_report() -> None:
    assert len(put_in()) > 300
    texts = "\n".join(
        artifact.content.decode() for path, artifact in outcome().files if path.endswith((".html", ".ics"))
    )
    words = set(re.findall(r"Mark \d+-\d+", texts))
    report = outcome().report.diagnostics
    told = {(d.where.path, d.where.line) for d in report}
    lost = [put for put in put_in() if put.title not in words and not is_told(put, told)]
    # The report has private events by their number, with the line of the first.
    private = sum(
        int(found[1]) if (found := re.search(r"(\d+)", d.message)) else 1 for d in report if "private" in d.code
    )
    lost = [put for put in lost if put.title not in renamed()]
    assert len(lost) <= private
    assert [put for put in lost if "CLASS" not in files()[put.path]] == []


def renamed() -> set[str]:
    """Return the titles of series that have another one from their first date on."""
    site = outcome().site
    assert site is not None
    every = [event.series for event in site.events]
    found = {series.details.title for series in every if segments(series)[0].details.title != series.details.title}
    assert len(found) == 1
    return found


def is_told(put: Put, told: set[tuple[str, int | None]]) -> bool:
    return any(path == put.path and line and put.first_line <= line <= put.last_line for path, line in told)


def test_what_is_refused_leaves_no_trace_in_the_site() -> None:
    texts = "\n".join(
        artifact.content.decode() for path, artifact in outcome().files if path.endswith((".html", ".ics"))
    )
    secret = [put for put in put_in() if "CLASS:PRIVATE" in files()[put.path] or "CLASS:CONF" in files()[put.path]]
    assert secret
    for put in secret:
        lines = files()[put.path].splitlines()[put.first_line - 1 : put.last_line]
        if any(line.startswith("CLASS:") for line in lines):
            assert put.title not in texts
