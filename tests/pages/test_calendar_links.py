"""One date for other programs and for search engines."""

from __future__ import annotations

import json
import re
from urllib.parse import parse_qs, urlsplit

from tests.pages.test_event_pages import GUIDE, built
from tests.support import small_site


def links(name: str, event: str) -> dict[str, dict[str, list[str]]]:
    html = small_site.page(built(name, event), f"lscgs/south/events/{name}/index.html")
    found = re.findall(r'<a href="(https://(?:calendar\.google|outlook)[^"]*)">([^<]*)</a>', html)
    return {label: parse_qs(urlsplit(address.replace("&amp;", "&")).query) for address, label in found}


def data(name: str, event: str) -> dict[str, object]:
    html = small_site.page(built(name, event), f"lscgs/south/events/{name}/index.html")
    block = html.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    found: dict[str, object] = json.loads(block)
    return found


TIMED = "UID:a\nDTSTART;TZID=Europe/London:20160627T093000\nDTEND;TZID=Europe/London:20160627T120000\nSUMMARY:A & B\nLOCATION:Hall"


def test_a_time_is_given_to_other_programs_in_utc() -> None:
    found = links("call", TIMED)
    assert found["Google Calendar"]["dates"] == ["20160627T083000Z/20160627T110000Z"]
    assert found["Google Calendar"]["text"] == ["A & B"]
    assert found["Outlook.com"]["startdt"] == ["2016-06-27T08:30:00Z"]
    assert found["Outlook.com"]["allday"] == ["false"]
    assert found["Outlook for work or school"]["location"] == ["Hall"]


def test_a_day_ends_with_the_next_one() -> None:
    found = links("guide", GUIDE)
    assert found["Google Calendar"]["dates"] == ["20160627/20160628"]
    assert found["Outlook.com"]["enddt"] == ["2016-06-28"]


def test_a_date_that_is_off_is_offered_to_nobody() -> None:
    assert links("call", TIMED + "\nSTATUS:CANCELLED") == {}
    assert links("call", TIMED + "\nX-BOARDSITE-STATUS:POSTPONED") == {}


def test_search_engines_learn_state_and_place() -> None:
    found = data("call", TIMED + "\nSTATUS:CANCELLED")
    assert found["startDate"] == "2016-06-27T09:30:00+01:00"
    assert found["eventStatus"] == "https://schema.org/EventCancelled"
    assert found["location"] == {"@type": "Place", "name": "Hall", "address": "Hall"}
    assert data("guide", GUIDE)["startDate"] == "2016-06-27"


def test_no_text_breaks_out_of_the_data() -> None:
    event = TIMED.replace("A & B", "</script><script>alert(1)</script>\u2028<!--")
    html = small_site.page(built("call", event), "lscgs/south/events/call/index.html")
    assert "<script>alert" not in html
    assert str(data("call", event)["name"]).startswith("</script><script>alert(1)</script>")
