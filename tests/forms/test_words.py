"""The preview says when an event is in the very words of the site."""

from __future__ import annotations

from itertools import product

from boardsite.calendars import reader
from boardsite.pages.when import when_words
from tests.calendars.ics import LONDON, only
from tests.forms.test_new_events import EMPTY
from tests.support.in_node import ask


def test_the_preview_says_when_in_the_words_of_the_site() -> None:
    days = [{"day": "2016-06-14", "last_day": last} for last in ("", "2016-06-16", "2016-07-02", "2017-01-03")]
    times = [{"timing": "all-day", "from": "", "to": ""}, {"timing": "open", "from": "", "to": ""}]
    times += [
        {"timing": "timed", "from": f, "to": t}
        for f, t in product(("09:30", "12:00", "00:00"), ("", "10:00", "12:00", "19:05"))
    ]
    fields = [
        EMPTY | day | time for day, time in product(days, times) if not (time["to"] and time["to"] < time["from"])
    ]
    fields.append(EMPTY | {"from": "19:00", "to": "01:00"})
    said = [answer["result"] for answer in ask({"do": "when", "fields": each} for each in fields)]
    made = ask({"do": "write", "values": each} for each in fields)
    compared = 0
    for each, words, answer in zip(fields, said, made, strict=True):
        if each["timing"] == "timed" and each["last_day"] and not each["to"]:
            continue  # several days without an end at a time: the file has no place for the last day
        series = only(reader.read([("a.ics", str(answer["result"]).encode())], LONDON))
        assert words == when_words(series.when, LONDON), each
        compared += 1
    assert compared > 30
