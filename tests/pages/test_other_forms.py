"""Easy Read and text-only pages: found by name or by setting, linked both ways, and in no list beside their page."""

from __future__ import annotations

from tests.support import small_site

GUIDE = {
    "content/guide.md": "---\ntitle: Guide\ntext_only: /plain/\n---\nText.\n",
    "content/guide/easy-read.md": "---\ntitle: Guide made easy\n---\nText.\n",
    "content/guide/part.md": "---\ntitle: Part\n---\nText.\n",
    "content/plain.md": "---\ntitle: Guide as text\n---\nText.\n",
}


def main(outcome: small_site.Outcome, path: str) -> str:
    return small_site.page(outcome, path).partition("<main")[2].partition("</main>")[0]


def test_each_form_leads_to_the_others() -> None:
    outcome = small_site.build(GUIDE)
    assert small_site.codes(outcome) == []
    whole = main(outcome, "guide/index.html")
    assert 'href="easy-read/index.html">Easy Read</a>' in whole
    assert 'href="../plain/index.html">Text only</a>' in whole
    easy = main(outcome, "guide/easy-read/index.html")
    assert 'href="../index.html">Guide</a>' in easy
    assert 'href="../../plain/index.html">Text only</a>' in easy
    assert ">Easy Read</a>" not in easy
    plain = main(outcome, "plain/index.html")
    assert 'href="../guide/index.html">Guide</a>' in plain
    assert 'href="../guide/easy-read/index.html">Easy Read</a>' in plain


def test_other_forms_are_not_parts_of_the_page() -> None:
    outcome = small_site.build(GUIDE)
    assert "Guide made easy" not in main(outcome, "guide/index.html")
    assert "Guide made easy" not in main(outcome, "guide/part/index.html")
    assert "Part" in main(outcome, "guide/index.html")


def test_a_form_that_has_expired_or_is_a_draft_is_not_linked() -> None:
    for setting in ("draft: yes", "expires: 1 May 2016"):
        page = f"---\ntitle: Guide made easy\n{setting}\n---\nText.\n"
        outcome = small_site.build({**GUIDE, "content/guide/easy-read.md": page})
        assert outcome.report.errors == ()
        assert ">Easy Read</a>" not in main(outcome, "guide/index.html")


def test_a_page_without_other_forms_says_nothing_of_them() -> None:
    assert "other forms" not in main(small_site.build(GUIDE), "guide/part/index.html")
