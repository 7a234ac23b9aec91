"""Any calendar file and any edit: what comes back says what the form said, and all other lines are as they were."""

from __future__ import annotations

import re
from unicodedata import normalize

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from boardsite.calendars import reader
from tests.calendars.ics import LONDON
from tests.forms.test_round_trip import changed_lines
from tests.forms.test_settings import mended
from tests.support.in_node import ask

LINES = {
    "title": {"SUMMARY"}, "description": {"DESCRIPTION", "X-ALT-DESC"}, "location": {"LOCATION"}, "kind": {"X-BOARDSITE-KIND"},
    "status": {"STATUS", "X-BOARDSITE-STATUS"}, "link": {"URL"}, "day": {"DTSTART", "DTEND", "RRULE", "DURATION"},
    "audience": {"X-BOARDSITE-AUDIENCE"}, "place_open": {"X-BOARDSITE-PLACE"},
}  # fmt: skip
UNSEEN = re.compile("[\0-\x08\v\f\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
REVISION = {"SEQUENCE", "LAST-MODIFIED"}

# U+FFFD stands for a letter that was lost: a file with one is refused (test_round_trip.py).
letters = st.characters(exclude_categories=["C", "Z"], exclude_characters="\ufffd", include_characters=" ,;:\\\"'–é🙂")
pasted = st.text(
    st.one_of(letters, st.sampled_from(" \0\x01\v\f\x1b\x7f\u0085\u2028\u2029\ud83d")), min_size=1, max_size=20
).map(lambda text: f"x {text} x")
words = st.one_of(
    st.text(letters, min_size=1, max_size=90).map(lambda text: " ".join(text.split()) or "x"),
    st.sampled_from(["C:\\new\\Notes", "a\\, b", "🙂" * 60, "BEGIN:VEVENT", "Bring: a pen; paper, too"]),
)
typed = st.one_of(words, pasted)
STARTS = (
    ("DTSTART;TZID=Europe/London:20160614T093000", "DTEND;TZID=Europe/London:20160614T113000"),
    ('DTSTART;TZID="GMT Standard Time":20161101T190000', "DURATION:PT90M"),
    ("DTSTART:20160614T083000Z", "DTEND:20160614T103000Z"),
    ("DTSTART;TZID=America/New_York:20160614T043000", ""),
    ("DTSTART:20160614T093000", "DTEND:20160614T093000"),
    ("DTSTART;VALUE=DATE:20160614", "DTEND;VALUE=DATE:20160617"),
    ("DTSTART;VALUE=DATE:20160614", ""),
)
RULES = (
    "",
    "RRULE:FREQ=WEEKLY;COUNT=6",
    "RRULE:FREQ=MONTHLY;BYDAY=2TU;WKST=SU",
    "RRULE:FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2;INTERVAL=4",
)
EXTRAS = (
    "ATTENDEE;CN=\"A; B, C\";RSVP=TRUE:mailto:a@example.org", "CLASS:PUBLIC", "X-MS-OLK-CONFTYPE:0", "STATUS:CONFIRMED",
    "SEQUENCE:7", "BEGIN:VALARM\nTRIGGER:-PT15M\nACTION:DISPLAY\nDESCRIPTION:Reminder\nEND:VALARM", "X-BOARDSITE-BOOKING:none",
    "CATEGORIES:One,Two", "X-ALT-DESC;FMTTYPE=text/html:<p>Hello</p>", "TRANSP:OPAQUE", "GEO:52.6;1.3",
)  # fmt: skip


@st.composite
def events(draw: st.DrawFn, number: int) -> str:
    starts, ends = draw(st.sampled_from(STARTS))
    lines = [f"UID:event-{number}@example.org", "DTSTAMP:20160101T000000Z", starts, ends, draw(st.sampled_from(RULES))]
    lines += [f"SUMMARY;LANGUAGE=en-gb:{escaped(draw(words))}", f"DESCRIPTION:{escaped(draw(words))}\\n\\nMore"]
    lines += draw(st.lists(st.sampled_from(EXTRAS), unique=True, max_size=5))
    return "\n".join(["BEGIN:VEVENT", *draw(st.permutations([line for line in lines if line])), "END:VEVENT"])


@st.composite
def cases(draw: st.DrawFn) -> dict[str, object]:
    parts = [draw(events(number)) for number in range(draw(st.integers(1, 3)))]
    text = "\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example//EN", *parts, "END:VCALENDAR", ""])
    width = draw(st.sampled_from([60, 75, 1000]))
    lines = [
        line[:width] + "".join(f"\n {line[at : at + width]}" for at in range(width, len(line), width))
        for line in text.split("\n")
    ]
    values = {
        "title": typed, "description": typed, "location": typed, "kind": st.just("training"), "link": st.just("https://www.example.org/"),
        "status": st.sampled_from(["cancelled", "postponed", "tentative"]), "place_open": st.just(True),
        "day": st.sampled_from(["2016-06-07", "2016-09-13"]), "audience": st.just(["public"]),
    }  # fmt: skip
    names = draw(st.lists(st.sampled_from(sorted(values)), unique=True, max_size=3))
    changes = {name: draw(values[name]) for name in names}
    return {
        "text": "\n".join(lines).replace("\n", draw(st.sampled_from(["\n", "\r\n"]))),
        "changes": changes,
        "at": len(parts) - 1,
    }


def escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


@settings(
    deadline=None,
    max_examples=12,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(st.lists(cases(), min_size=20, max_size=20))
def test_what_comes_back_says_what_the_form_said(batch: list[dict[str, object]]) -> None:
    edits = [_edit(case) for case in batch]
    made = [str(answer["result"]) for answer in ask(edits)]
    shown = ask({"do": "read", "text": text} for text in [*(str(case["text"]) for case in batch), *made])
    for at, (case, text) in enumerate(zip(batch, made, strict=True)):
        before, after = (_fields(shown[place], case) for place in (at, at + len(batch)))
        changes = case["changes"]
        assert isinstance(changes, dict)
        # An end by days moves along with its first day only where it was given.
        ignored = {"last_day", "repeats", "until"} if "day" in changes else set()
        # Letters that Unicode holds for one may be written in either way: the site reads them as one.
        assert {k: normalize("NFC", v) if k in changes and isinstance(v, str) else v for k, v in after.items() if k not in ignored} == {
            k: mended(v) if isinstance(v, str) and k in changes else v
            for k, v in (before | changes).items()
            if k not in ignored
        }
        allowed = set().union(*(LINES[name] for name in changes)) | (REVISION if changes else set())
        assert changed_lines(str(case["text"]), text) <= allowed
        assert set(UNSEEN.findall(text)) <= set(UNSEEN.findall(str(case["text"])))
        _others_stay(str(case["text"]), text, str(before["uid"]))


def _edit(case: dict[str, object]) -> dict[str, object]:
    changes = dict(case["changes"])  # type: ignore[call-overload]
    if "day" in changes:
        changes |= {"repeats": "", "until": "", "last_day": ""}
    job: dict[str, object] = {"do": "edit", "text": case["text"]}
    return job | ({"changes": changes} if case["at"] == 0 else {"events": {case["at"]: changes}})


def _fields(answer: dict[str, object], case: dict[str, object]) -> dict[str, object]:
    values = answer["result"]
    assert isinstance(values, dict)
    found: dict[str, object] = values if case["at"] == 0 else values["events"][case["at"]]
    return {name: value for name, value in found.items() if name not in ("loaded", "shape", "changes")}


def _others_stay(before: str, after: str, uid: str) -> None:
    readings = [reader.read([("a.ics", text.encode())], LONDON) for text in (before, after)]
    assert readings[0].ledger == readings[1].ledger
    others = [{s.uid: (s.when, s.details, s.rule) for s in reading.series if s.uid != uid} for reading in readings]
    assert others[0] == others[1]
