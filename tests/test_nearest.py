"""Did you mean: the word that was meant is found, and no number of misspelt ones makes it slow."""

from __future__ import annotations

import difflib

import pytest

from boardsite import text
from boardsite.model import shelf
from tests.support import small_site

ADDRESSES = [f"/lscgs/south/news/{month}-forum-{number}/" for month in ("may", "june", "july") for number in range(200)]


TWICE = 2  # difflib asks again for the result of a comparison that it has made


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Count the dear comparisons of two words."""
    calls: list[str] = []
    ratio = difflib.SequenceMatcher.ratio

    def counted(self: difflib.SequenceMatcher[str]) -> float:
        calls.append(self.b)
        return ratio(self)

    monkeypatch.setattr(difflib.SequenceMatcher, "ratio", counted)
    return calls


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("/lscgs/south/news/jun-forum-77/", "/lscgs/south/news/june-forum-77/"),
        ("/lscg/south/news/may-forum-3/", "/lscgs/south/news/may-forum-3/"),
        ("/LSCGS/South/News/July-Forum-150/", "/lscgs/south/news/july-forum-150/"),
        ("/lscgs/south/news/july-froum-199/", "/lscgs/south/news/july-forum-199/"),
        ("something else altogether", None),
        ("", None),
    ],
)
def test_the_word_that_was_meant_is_found_among_many(typed: str, meant: str | None) -> None:
    assert text.nearest(typed, ADDRESSES) == meant


@pytest.mark.parametrize(("typed", "meant"), [("expries", "expires"), ("tittle", "title"), ("x", None)])
def test_short_words_are_found_too(typed: str, meant: str | None) -> None:
    assert text.nearest(typed, ("title", "date", "summary", "expires", "tags", "draft")) == meant


def test_one_word_costs_few_comparisons_whatever_is_known(compared: list[str]) -> None:
    text.nearest("/lscgs/south/news/jun-forum-77/", ADDRESSES)
    assert 1 <= len(compared) <= TWICE * text.MOST_COMPARED


def test_a_thousand_broken_links_cost_few_comparisons_each(
    compared: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    addressed: list[str] = []
    address_of = shelf.address_of
    monkeypatch.setattr(shelf, "address_of", lambda path: (addressed.append(path), address_of(path))[1])
    links = "\n\n".join(f"[x](/lscgs/south/news/itm-{number}/) [y](/files/flyr-{number}.pdf)" for number in range(50))
    files: dict[str, str | bytes] = {
        f"content/news/item-{n}.md": f"---\ntitle: Item {n}\ndate: 9 May 2016\nsummary: s\n---\n{links}\n"
        for n in range(10)
    }
    files |= {f"content/files/flyer-{n}.pdf": b"%PDF-1.4" for n in range(100)}
    broken = [d for d in small_site.build(files).report.errors if d.code == "link.broken"]
    assert len(broken) == 1_000
    assert all("Did you mean" in d.hint for d in broken)
    assert len(compared) <= TWICE * text.MOST_COMPARED * len(broken)
    assert len(addressed) < 1_000
