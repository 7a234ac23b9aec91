"""Files that only drafts or news to come use stay in the source, until a page that uses them is published."""

from __future__ import annotations

from datetime import date

import pytest

from boardsite.model.assemble import Wishes
from tests.support import small_site
from tests.support.small_site import EVENT, Files

PDF = b"%PDF-1.4 TOKEN"
FILE, AT = "content/files/plan.pdf", "files/plan.pdf"
BY_LINK = "---\ntitle: Plan\ndate: 3 May 2016\nsummary: S\n{}---\nSee [the plan](../files/plan.pdf).\n"
BY_ADDRESS = "---\ntitle: Plan\ndate: 3 May 2016\nsummary: S\n{}---\nSee [the plan](/files/plan.pdf#page=2).\n"
ATTACHED = "---\ntitle: Plan\ndate: 3 May 2016\nsummary: S\n{}attachments: [files/plan.pdf]\n---\nText.\n"
USES = [BY_LINK, BY_ADDRESS, ATTACHED]
DRAFT = "draft: yes\n"


def has_token(changes: Files, **more: object) -> bool:
    outcome = small_site.build({FILE: PDF, **changes}, **more)  # type: ignore[arg-type]
    return any(b"TOKEN" in artifact.content for _, artifact in outcome.files)


@pytest.mark.parametrize("use", USES)
def test_the_file_of_a_draft_stays_in_the_source_and_is_told(use: str) -> None:
    outcome = small_site.build({FILE: PDF, "content/news/plan.md": use.format(DRAFT)})
    assert AT not in dict(outcome.files)
    (told,) = outcome.report.diagnostics
    assert (told.code, told.where.path, [place.path for place in told.related]) == (
        "file.held-back", FILE, ["content/news/plan.md"],
    )  # fmt: skip
    assert not has_token({"content/news/plan.md": use.format(DRAFT)})


@pytest.mark.parametrize("use", USES)
def test_it_goes_online_with_its_page(use: str) -> None:
    assert has_token({"content/news/plan.md": use.format("")})
    assert has_token({"content/news/plan.md": use.format(DRAFT)}, wishes=Wishes(shows_drafts=True))


def test_the_file_of_news_to_come_waits_for_the_day() -> None:
    changes = {"content/news/plan.md": ATTACHED.format("").replace("3 May", "3 July")}
    assert not has_token(changes)
    assert has_token(changes, as_of=date(2016, 7, 3))


def test_a_draft_page_holds_its_file_back_too() -> None:
    assert not has_token({"content/plan.md": "---\ntitle: Plan\ndraft: yes\n---\n[plan](files/plan.pdf)\n"})


@pytest.mark.parametrize("use", USES)
@pytest.mark.parametrize("expires", ["", "expires: 5 May 2016\n"])
def test_what_a_published_page_uses_is_published_whatever_drafts_do(use: str, expires: str) -> None:
    changes = {"content/news/draft.md": ATTACHED.format(DRAFT), "content/news/plan.md": use.format(expires)}
    assert has_token(changes)


def test_what_nobody_speaks_of_is_published() -> None:
    assert has_token({})


def test_a_file_that_an_event_gives_out_is_published() -> None:
    event = EVENT.replace("LOCATION", "URL:https://lscg.example.org/files/plan.pdf\r\nLOCATION")
    assert has_token({"content/news/plan.md": ATTACHED.format(DRAFT), "lscgs/south/events/forum.ics": event})


@pytest.mark.parametrize(
    "line",
    [
        "URL:https://elsewhere.example/files/plan.pdf",
        "URL:https://lscg.example.org/lscgs/south/files/plan.pdf",
        "URL:https://lscg.example.org.example/files/plan.pdf",
        "DESCRIPTION:https://lscg.example.org/files/plan.pdf.html and https://lscg.example.org/files/plan.pdf-old",
        "DESCRIPTION:See /files/plan.pdf",
    ],
)
def test_a_file_of_the_same_name_elsewhere_is_another(line: str) -> None:
    event = EVENT.replace("LOCATION", f"{line}\r\nLOCATION")
    changes = {"content/news/plan.md": ATTACHED.format(DRAFT), "lscgs/south/files/plan.pdf": b"%PDF-1.4 other"}
    assert not has_token({**changes, "lscgs/south/events/forum.ics": event})


@pytest.mark.parametrize(
    "text", ["(lscg.example.org/files/plan.pdf).", "HTTP://LSCG.example.org/files/plan.pdf#page=2"]
)
def test_a_file_that_the_text_of_an_event_gives_out_is_published(text: str) -> None:
    event = EVENT.replace("LOCATION", f"DESCRIPTION:See {text}\r\nLOCATION")
    assert has_token({"content/news/plan.md": ATTACHED.format(DRAFT), "lscgs/south/events/forum.ics": event})


FLYER = "X-BOARDSITE-FILE:/files/plan.pdf\r\nSUMMARY:"
WEEKLY = "BEGIN:VEVENT\r\nUID:{}\r\n{}DTSTART:20160704T090000\r\nSUMMARY:Weekly\r\nEND:VEVENT\r\n"


@pytest.mark.parametrize("line", ["CLASS:PRIVATE", "CLASS=PRIVATE"])
def test_the_file_of_a_private_event_stays_in_the_source_and_is_told(line: str) -> None:
    event = EVENT.replace("SUMMARY:", f"{line}\r\n{FLYER}", 1)
    outcome = small_site.build({FILE: PDF, "lscgs/south/events/forum.ics": event})
    assert AT not in dict(outcome.files)
    (told,) = [each for each in outcome.report.diagnostics if each.code == "file.held-back"]
    at = event[: event.index("X-BOARDSITE-FILE")].count("\n") + 1
    assert [(place.path, place.line) for place in told.related] == [("lscgs/south/events/forum.ics", at)]


def test_the_file_of_a_date_of_a_private_series_stays_in_the_source() -> None:
    event = EVENT.replace("SUMMARY:", "CLASS:PRIVATE\r\nUID:weekly\r\nSUMMARY:", 1).replace("UID:", "X-WAS:", 1)
    changed = WEEKLY.format("weekly", "RECURRENCE-ID:20160627T090000\r\nX-BOARDSITE-FILE:/files/plan.pdf\r\n")
    assert not has_token({"lscgs/south/events/forum.ics": event.replace("END:VCALENDAR", f"{changed}END:VCALENDAR")})


def test_a_file_of_a_private_and_of_an_open_event_is_published() -> None:
    private = EVENT.replace("SUMMARY:", f"CLASS:PRIVATE\r\n{FLYER}", 1)
    open_one = WEEKLY.format("weekly", "X-BOARDSITE-FILE:/files/plan.pdf\r\n")
    assert has_token({"lscgs/south/events/forum.ics": private.replace("END:VCALENDAR", f"{open_one}END:VCALENDAR")})


def test_a_group_page_that_links_to_it_publishes_it() -> None:
    group = "---\nname: South\n---\n[plan](/files/plan.pdf)\n"
    assert has_token({"content/news/plan.md": ATTACHED.format(DRAFT), "lscgs/south/index.md": group})


@pytest.mark.parametrize("use", USES)
def test_the_flyer_of_an_event_is_published_whatever_drafts_do(use: str) -> None:
    event = EVENT.replace("SUMMARY:", "X-BOARDSITE-FILE:/files/plan.pdf\r\nSUMMARY:", 1)
    assert has_token({"lscgs/south/events/forum.ics": event, "content/news/plan.md": use.format(DRAFT)})
