"""The search index: complete, small, the same for the same site, and with nothing in it that is not public."""

from __future__ import annotations

import gzip
import json
import re
from datetime import date
from typing import Any

from boardsite.model.assemble import Wishes
from boardsite.model.routes import file_of
from boardsite.pipeline import Outcome
from tests.calendars.ics import vcalendar, vevent
from tests.support import small_site
from tests.support.sample_site import outcome_on

INDEX = re.compile(r"assets/search\.[0-9a-f]{10}\.json")
MOST_OCTETS = 60_000


def index_of(outcome: Outcome) -> dict[str, Any]:
    (path,) = [path for path, _ in outcome.files if INDEX.fullmatch(path)]
    found: dict[str, Any] = json.loads(small_site.page(outcome, path))
    return found


def titles(outcome: Outcome, kind: str) -> list[str]:
    index = index_of(outcome)
    return [row[1] for row in index["entries"] if index["kinds"][row[0]] == kind]


def row(outcome: Outcome, title: str) -> list[Any]:
    (found,) = [row for row in index_of(outcome)["entries"] if row[1] == title]
    return [*found, *[""] * (7 - len(found))]


def test_every_entry_leads_to_something() -> None:
    outcome = outcome_on(date(2016, 6, 28))
    made = {path for path, _ in outcome.files}
    rows = index_of(outcome)["entries"]
    assert len(rows) > 100
    assert [row[2] for row in rows if file_of(row[2]) not in made] == []


def test_everything_of_the_a_to_z_is_in_the_index() -> None:
    outcome = outcome_on(date(2016, 6, 28))
    page = small_site.page(outcome, "search/index.html")
    listed = set(re.findall(r'<li data-entry><a href="\.\./([^"]*)"', page))
    assert len(listed) > 50
    others = listed - {file_of(row[2]) for row in index_of(outcome)["entries"]}
    assert [path for path in others if not re.fullmatch(r"(news|calendar)/\d{4}/index\.html", path)] == []


def test_what_is_old_is_in_the_a_to_z_by_its_year_and_in_the_index_by_its_name() -> None:
    news = "---\ntitle: Long ago\ndate: 9 May 2012\nsummary: s\n---\nText.\n"
    event = vcalendar(vevent("DTSTART:20130627T093000", uid="old", title="An old forum"))
    outcome = small_site.build({"lscgs/south/news/ago.md": news, "lscgs/south/events/old.ics": event})
    page = small_site.page(outcome, "search/index.html")
    listed = dict(re.findall(r'<li data-entry><a href="\.\./([^"]*)">([^<]*)', page))
    assert listed["news/2012/index.html"] == "News of 2012"
    assert listed["calendar/2013/index.html"] == "Events of 2013"
    assert not {"Long ago", "An old forum"} & set(listed.values())
    assert {"Long ago", "An old forum"} <= {row[1] for row in index_of(outcome)["entries"]}
    assert outcome.report.errors == ()


PRIVATE = {
    "content/draft.md": "---\ntitle: Secret1 page\ndraft: yes\n---\nSecret2.\n\n## Secret3\n",
    "content/old.md": "---\ntitle: Secret4 page\nexpires: 1 May 2016\n---\nText.\n",
    "content/news/later.md": "---\ntitle: Secret5\ndate: 1 July 2016\nsummary: Secret6.\ntags: secret7\n---\nText.\n",
    "content/news/over.md": "---\ntitle: Secret8\ndate: 1 April 2016\nexpires: 1 May 2016\n---\nText.\n",
    "lscgs/south/news/draft.md": "---\ntitle: Secret9\ndate: 1 April 2016\ndraft: yes\n---\nText.\n",
    "lscgs/south/contacts.yaml": (
        "contacts:\n  - role: Chair\n    email: secret10@example.org\n    name: Secret11\n    consent: Yes, May 2016\n"
    ),
    "content/areas.yaml": "areas:\n  - name: Secret12\n    groups: [south]\n    until: 1 May 2016\n",
    "lscgs/south/events/hidden.ics": vcalendar(
        vevent(
            "DTSTART;TZID=Europe/London:20160620T100000", "CLASS:PRIVATE", uid="hidden@example.org", title="Secret13"
        ),
        vevent(
            "DTSTART;TZID=Europe/London:20160621T100000",
            "ATTENDEE;CN=Secret14:mailto:secret15@example.org",
            "COMMENT:Secret16",
            uid="seen@example.org",
            title="Seen",
        ),
    ),
}


def test_nothing_private_is_in_it() -> None:
    outcome = small_site.build(PRIVATE)
    assert outcome.site is not None
    text = json.dumps(index_of(outcome))
    assert "Seen" in text
    assert re.findall(r"secret\d+", text, re.I) == []


def test_a_preview_of_drafts_finds_them() -> None:
    outcome = small_site.build(PRIVATE, wishes=Wishes(shows_drafts=True))
    assert "Secret1 page" in titles(outcome, "Pages")


def test_headings_topics_places_roles_and_dates_are_found() -> None:
    changes = {
        "content/guide.md": "---\ntitle: Guide\ntags: levels\n---\n## How Worried Are We?\n\nText.\n",
        "content/areas.yaml": "areas:\n  - name: Sampleton\n    groups: [south]\n",
    }
    outcome = small_site.build(changes)
    assert row(outcome, "Guide")[5] == "how worried are we levels"
    assert row(outcome, "Sampleton")[2:4] == ["/lscgs/south/", "Served by South LSCG"]
    assert row(outcome, "Board office")[2:4] == ["/contacts/", "SSB"]
    assert row(outcome, "Chair")[2:4] == ["/lscgs/south/contacts/", "South LSCG"]
    event = row(outcome, "Summer forum")
    assert event[3] == "Monday 27 June 2016, 9:30am to midday, Sample Hall, South LSCG"
    assert event[6] == "2016-06-27"


def test_an_event_says_its_next_date_and_that_it_is_cancelled() -> None:
    weekly = vevent(
        "DTSTART;TZID=Europe/London:20160606T100000", "RRULE:FREQ=WEEKLY;COUNT=4", uid="w@example.org", title="Weekly"
    )
    off = vevent("DTSTART;TZID=Europe/London:20160620T100000", "STATUS:CANCELLED", uid="c@example.org", title="Off")
    files = {"lscgs/south/events/more.ics": vcalendar(weekly, off)}
    outcome = small_site.build(files, as_of=date(2016, 6, 8))
    weekly_row = row(outcome, "Weekly")
    assert weekly_row[3].startswith("Monday 13 June 2016, from 10am and 2 more dates")
    assert weekly_row[6] == "2016-06-13"
    assert row(outcome, "Off")[3].startswith("Cancelled: Monday 20 June 2016")
    assert row(small_site.build(files, as_of=date(2016, 7, 8)), "Weekly")[6] == "2016-06-27"


def test_the_next_date_is_one_that_takes_place() -> None:
    for state in ("STATUS:CANCELLED", "X-BOARDSITE-STATUS:POSTPONED"):
        weekly = vevent("DTSTART;TZID=Europe/London:20160606T100000", "RRULE:FREQ=WEEKLY;COUNT=4", title="Weekly")
        off = vevent(
            "RECURRENCE-ID;TZID=Europe/London:20160606T100000", "DTSTART;TZID=Europe/London:20160606T100000", state,
            title="Weekly",
        )  # fmt: skip
        outcome = small_site.build({"lscgs/south/events/forum.ics": vcalendar(weekly, off)})
        assert row(outcome, "Weekly")[3].startswith("Monday 13 June 2016, from 10am and 3 more dates")
        card = small_site.page(outcome, "lscgs/index.html").partition('class="app-group-card')[2]
        assert "Monday 13 June 2016" in card.partition("</article>")[0]


def test_the_same_site_has_the_same_index_and_another_has_another_name() -> None:
    def path(changes: small_site.Files) -> str:
        (found,) = [path for path, _ in small_site.build(changes).files if INDEX.fullmatch(path)]
        return found

    assert path({}) == path({})
    assert path({}) != path({"content/more.md": "---\ntitle: More\n---\nText.\n"})


def test_scripts_of_the_search_are_on_its_page_only() -> None:
    outcome = small_site.build()
    with_search = [p for p, made in outcome.files if p.endswith(".html") and b"assets/ranking." in made.content]
    assert with_search == ["search/index.html"]
    assert sum(b"/search/index.html" in made.content for p, made in outcome.files if p.endswith(".html")) > 10


def test_the_index_of_a_large_site_is_small() -> None:
    """Sentences that differ in every entry, because a compressor makes nothing of sentences that do not."""
    words = (small_site.ROOT / "docs" / "content-types.md").read_text("utf-8").split()
    words = [word for word in words if word.isalpha()]

    def some(start: int, number: int) -> str:
        return " ".join(words[(start * 37 + n * (start % 11 + 1)) % len(words)] for n in range(number))

    news = {
        f"lscgs/south/news/item-{n}.md": (
            f"---\ntitle: {some(n, 6)} {n}\ndate: {n % 28 + 1} May 2015\nsummary: {some(n + 7, 24)}\n"
            f"tags: {some(n, 1)}\n---\n## {some(n + 3, 5)}\n\n{some(n, 80)}\n\n## {some(n + 5, 5)}\n\nText.\n"
        )
        for n in range(500)
    }
    outcome = small_site.build(news)
    (content,) = [made.content for path, made in outcome.files if INDEX.fullmatch(path)]
    assert len(index_of(outcome)["entries"]) > 500
    assert len(gzip.compress(content, mtime=0)) < MOST_OCTETS
