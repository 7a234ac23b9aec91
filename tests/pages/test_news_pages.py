"""News: what stands first, what belongs together, and the lists by priority."""

from __future__ import annotations

import re
from datetime import date

import pytest

from tests.support import small_site

SOUTH = "lscgs/south/news/{}.md"


def item(title: str, day: str, more: str = "", body: str = "Text.\n") -> str:
    return f"---\ntitle: {title}\ndate: {day}\nsummary: s\n{more}---\n{body}"


def main(outcome: small_site.Outcome, path: str) -> str:
    return small_site.page(outcome, path).partition("<main")[2].partition("</main>")[0]


def titles(html: str) -> list[str]:
    return re.findall(r'app-news-item__link" href="[^"]*">([^<]*)</a>', html)


FEATURED = {
    SOUTH.format("forum"): item("Old and first", "9 May 2016", "featured_until: 3 June 2016\n"),
    SOUTH.format("newer"): item("Newer", "20 May 2016"),
}


def test_featured_news_stands_first_until_its_last_day() -> None:
    for day, wanted in ((date(2016, 6, 3), ["Old and first", "Newer"]), (date(2016, 6, 4), ["Newer", "Old and first"])):
        outcome = small_site.build(FEATURED, as_of=day)
        assert titles(main(outcome, "lscgs/south/news/index.html")) == wanted
        assert titles(main(outcome, "lscgs/south/index.html")) == wanted
        assert ("Featured" in main(outcome, "lscgs/south/index.html")) == (day.day == 3)


def test_a_groups_featured_news_is_not_first_for_everyone() -> None:
    outcome = small_site.build(FEATURED)
    assert titles(main(outcome, "news/index.html")) == ["Newer", "Old and first", "Our new pages"]
    board = {"content/news/launch.md": item("Our new pages", "3 May 2016", "featured_until: 1 July 2016\n")}
    assert titles(main(small_site.build({**FEATURED, **board}), "index.html"))[0] == "Our new pages"


def test_what_is_featured_is_in_a_long_list_once() -> None:
    many = {SOUTH.format(f"n{n}"): item(f"Item {n}", f"{n + 1} April 2016") for n in range(25)}
    outcome = small_site.build({**FEATURED, **many})
    pages = [titles(main(outcome, f"lscgs/south/news/{page}index.html")) for page in ("", "page-2/")]
    assert pages[0][0] == "Old and first"
    assert len(pages[0] + pages[1]) == len(set(pages[0] + pages[1])) == 27


RELATED = {
    SOUTH.format("forum"): item("Start", "9 May 2016", "tags: [Forum, schools]\npriorities: [neglect]\n"),
    SOUTH.format("two"): item("Two topics", "1 April 2016", "tags: [forum, Schools]\n"),
    SOUTH.format("one"): item("One topic", "2 May 2016", "tags: [schools]\n"),
    "content/news/launch.md": item("One priority", "3 May 2016", "priorities: [neglect]\n"),
    SOUTH.format("none"): item("Nothing shared", "4 May 2016", "tags: [other]\n"),
    SOUTH.format("old"): item("Expired", "1 May 2016", "tags: [forum]\nexpires: 2 May 2016\n"),
}


def test_related_news_shares_topics_and_priorities_with_the_nearest_first() -> None:
    html = main(small_site.build(RELATED), "lscgs/south/news/forum/index.html").partition("Related news")[2]
    assert titles(html) == ["Two topics", "One topic", "One priority"]


def test_news_that_shares_nothing_has_no_related_news() -> None:
    assert "Related news" not in main(small_site.build(RELATED), "lscgs/south/news/none/index.html")


def test_each_priority_has_a_list_of_its_news_and_links_lead_there() -> None:
    guide = {"content/guide.md": "---\ntitle: Guide\npriorities: [neglect]\n---\n[All](/news/priority/neglect/)\n"}
    outcome = small_site.build({**RELATED, **guide})
    assert outcome.report.errors == ()
    assert titles(main(outcome, "news/priority/neglect/index.html")) == ["Start", "One priority"]
    assert 'href="priority/neglect/index.html">Neglect</a>' in main(outcome, "news/index.html")
    assert 'href="../../../../news/priority/neglect/index.html">Neglect</a>' in main(
        outcome, "lscgs/south/news/forum/index.html"
    )
    assert 'href="../news/priority/neglect/index.html">All news about Neglect</a>' in main(outcome, "guide/index.html")


def test_a_priority_without_news_has_no_list() -> None:
    assert "news/priority/neglect/index.html" not in dict(small_site.build().files)


VIDEO = """\
video:
  address: https://video.example.org/w?a=1&b=2
  title: The <guide>
  length: 3 minutes
  transcript: /worried-about-a-child/
"""


@pytest.mark.parametrize(
    ("path", "page", "settings"),
    [
        (SOUTH.format("forum"), "lscgs/south/news/forum/index.html", "date: 9 May 2016\nsummary: s\n"),
        ("content/guide.md", "guide/index.html", ""),
    ],
)
def test_a_video_is_a_link_with_its_words_beside_it_and_loads_nothing(path: str, page: str, settings: str) -> None:
    outcome = small_site.build({path: f"---\ntitle: Film\n{settings}{VIDEO}---\nText.\n"})
    assert small_site.codes(outcome) == []
    html = main(outcome, page)
    assert 'href="https://video.example.org/w?a=1&amp;b=2"' in html
    assert "Watch “The &lt;guide&gt;”" in html
    assert "video, 3 minutes, on video.example.org" in html
    assert "What is said and shown in “The &lt;guide&gt;”" in html
    assert not re.search(r"<(?:iframe|video|embed|object)\b", html)


def test_a_video_without_words_is_told_and_readers_may_ask_for_them() -> None:
    text = VIDEO.replace("  transcript: /worried-about-a-child/\n", "")
    outcome = small_site.build({"content/guide.md": f"---\ntitle: Film\n{text}---\nText.\n"})
    assert small_site.codes(outcome) == ["page.video-without-words"]
    assert 'The words of this video are not written down yet. <a href="mailto:office@example.org">' in main(
        outcome, "guide/index.html"
    )


@pytest.mark.parametrize("name", ["easy_read: /nowhere/", VIDEO.replace("/worried-about-a-child/", "/nowhere/")])
def test_another_form_that_is_not_there_is_told(name: str) -> None:
    outcome = small_site.build({"content/guide.md": f"---\ntitle: Film\n{name}\n---\nText.\n"})
    assert "site.page-missing" in small_site.codes(outcome)
