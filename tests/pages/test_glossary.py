"""The glossary: its page, its links, and what it does to the texts of the site."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from tests.support import small_site

FILE = "content/glossary.yaml"
WORDS = """\
words:
  - word: MASH
    full: Multi-Agency Safeguarding Hub
    meaning: Services that sit together.
    page: /guide/
  - word: SSB
    full: Sample Safeguarding Board
  - word: Threshold
    meaning: The point at which a family needs more help.
"""
GUIDE = {"content/guide.md": "---\ntitle: The MASH guide\n---\nThe MASH of the SSB.\n", FILE: WORDS}


def main(outcome: small_site.Outcome, path: str) -> str:
    return small_site.page(outcome, path).partition("<main")[2].partition("</main>")[0]


def test_the_first_use_on_a_page_is_explained_and_titles_are_not() -> None:
    outcome = small_site.build(GUIDE)
    assert outcome.report.errors == ()
    html = small_site.page(outcome, "guide/index.html")
    link = '<a href="../glossary/index.html#word-mash">Multi-Agency Safeguarding Hub</a>'
    assert f"The MASH ({link}) of the SSB (Sample Safeguarding Board)." in html
    assert "<h1>The MASH guide</h1>" in html
    assert "<title>The MASH guide – Sample Safeguarding Board</title>" in html


def test_the_page_of_words_has_each_from_a_to_z_and_leads_on() -> None:
    outcome = small_site.build(GUIDE)
    html = main(outcome, "glossary/index.html")
    assert html.index(">MASH<") < html.index(">SSB<") < html.index(">Threshold<")
    assert '<dt id="word-threshold">Threshold</dt>' in html
    assert 'Read more: <a href="../guide/index.html">The MASH guide</a>' in html
    assert "Words we use" in main(outcome, "search/index.html")


def test_a_text_may_lead_to_a_word_and_a_wrong_word_is_told() -> None:
    good = {**GUIDE, "content/more.md": "---\ntitle: More\n---\n[What](/glossary/#word-threshold) it means.\n"}
    assert small_site.build(good).report.errors == ()
    bad = {**GUIDE, "content/more.md": "---\ntitle: More\n---\n[What](/glossary/#word-none) it means.\n"}
    assert small_site.codes(small_site.build(bad)) == ["link.no-such-heading"]


def test_a_word_that_leads_to_no_page_is_told_with_its_line() -> None:
    told = small_site.build({FILE: WORDS}).report.errors
    assert ("site.page-missing", FILE, 5) in {(d.code, d.where.path, d.where.line) for d in told}


def test_the_feed_has_the_explanations_with_whole_addresses() -> None:
    news = {"lscgs/south/news/forum.md": "---\ntitle: A\ndate: 9 May 2016\nsummary: Come.\n---\nThe MASH.\n"}
    feed = ET.fromstring(small_site.page(small_site.build({**GUIDE, **news}), "lscgs/south/news.xml"))
    content = feed.findtext(".//{http://www.w3.org/2005/Atom}content") or ""
    assert '<a href="https://lscg.example.org/glossary/#word-mash">Multi-Agency Safeguarding Hub</a>' in content


def test_explaining_and_reporting_can_be_switched_off() -> None:
    odd = {**GUIDE, "content/more.md": "---\ntitle: More\n---\nThe ICPC and the ICPC.\n"}
    outcome = small_site.build(odd)
    assert small_site.codes(outcome) == ["glossary.word-unknown"]
    quiet = small_site.build({**odd, FILE: WORDS + "explain: no\nreport: no\n"})
    assert small_site.codes(quiet) == []
    assert "<p>The MASH of the SSB.</p>" in main(quiet, "guide/index.html")
    known = small_site.build({**odd, FILE: WORDS + "known: [ICPC]\n"})
    assert small_site.codes(known) == []


def test_an_unknown_short_form_is_told_once_for_the_whole_site() -> None:
    pages = {f"content/p{n}.md": f"---\ntitle: P{n}\n---\nHello.\n\nThe ICPC.\n" for n in range(3)}
    (found,) = small_site.build({**GUIDE, **pages}).report.notices
    assert (found.code, found.where.path, found.where.line) == ("glossary.word-unknown", "content/p0.md", 6)


def test_without_a_glossary_nothing_is_explained_and_nothing_is_told() -> None:
    outcome = small_site.build({"content/guide.md": "---\ntitle: Guide\n---\nThe MASH of the SSB.\n"})
    assert small_site.codes(outcome) == []
    assert "glossary/index.html" not in dict(outcome.files)
    assert "<p>The MASH of the SSB.</p>" in main(outcome, "guide/index.html")


def test_words_are_never_markup() -> None:
    text = 'words:\n  - word: MASH\n    full: "<b>\\"Hub\\"</b> & co"\n    meaning: "<script>"\n'
    outcome = small_site.build({**GUIDE, FILE: text})
    assert '&lt;b&gt;"Hub"&lt;/b&gt; &amp; co</a>)' in main(outcome, "guide/index.html")
    assert [path for path, artifact in outcome.files if b"<script>" in artifact.content] == []
