"""After any edit of any series, the site shows the dates that the form promised."""

from __future__ import annotations

from datetime import date

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from boardsite.calendars import reader
from tests.calendars.ics import LONDON, expand, told
from tests.forms.promised import CHANGES, FORMS, RULES, Kind, Shown
from tests.forms.promised_edits import EDITS, Edit
from tests.support.in_node import ask

KINDS = st.builds(
    Kind,
    form=st.sampled_from(FORMS),
    rule=st.sampled_from(RULES),
    change=st.sampled_from(("", *CHANGES)),
    first=st.sampled_from([date(2016, 6, 14), date(2016, 10, 11)]),
)
CASES = st.tuples(KINDS, st.lists(st.sampled_from(sorted(EDITS)), min_size=1, max_size=3))


@settings(
    max_examples=6,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(st.lists(CASES, min_size=40, max_size=40))
def test_the_site_shows_the_dates_that_the_form_promised(batch: list[tuple[Kind, list[str]]]) -> None:
    plans = [(kind, planned(kind, names)) for kind, names in batch]
    jobs = ({"do": "steps", "text": kind.text(), "edits": [edit.job for edit in edits]} for kind, edits in plans)
    for (kind, edits), answer in zip(plans, ask(jobs), strict=True):
        assert shown(kind.text()) == kind.promise().shown(), kind
        texts = answer["result"]
        assert isinstance(texts, list)
        for edit, text in zip(edits, texts, strict=True):
            assert isinstance(text, str) == (edit.after is not None), (kind, edits, text)
            if edit.after is not None:
                assert shown(text) == edit.after.shown(), (kind, edits, text)


def planned(kind: Kind, names: list[str]) -> list[Edit]:
    """Return edits by their names, each of what the one before it left."""
    edits, promise = [], kind.promise()
    for name in names:
        edit = EDITS[name](promise)
        if edit is not None:
            edits.append(edit)
            promise = edit.after or promise
    return edits


def shown(text: str) -> list[Shown]:
    """Return first and last day, start, end and status of each date that the site shows."""
    reading = reader.read([("a.ics", text.encode())], LONDON)
    assert {diagnostic.code for diagnostic in told(reading)} <= {"event.until-is-a-day"}, text
    found = []
    for occurrence in expand(reading):
        when, status = occurrence.when, occurrence.details.status.value
        starts, ends = (f"{m.astimezone(LONDON):%H:%M}" if m and when.starts else "" for m in (when.starts, when.ends))
        found.append((when.first, when.last, starts, ends, status + (", open" if when.is_time_to_be_confirmed else "")))
    return sorted(found)
