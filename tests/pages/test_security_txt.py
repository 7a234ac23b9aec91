"""security.txt: whom to tell of a hole, with an end that the build watches (RFC 9116)."""

from __future__ import annotations

import pytest

from tests.support import small_site

PATH = ".well-known/security.txt"


def site(expires: str, more: str = "", **changes: str) -> small_site.Outcome:
    entry = f"security:\n  contact: security@example.org\n  expires: {expires}\n{more}"
    return small_site.build({"content/site.yaml": small_site.SITE + entry, **changes})


def test_the_file_says_whom_to_tell_until_when_and_where_it_is() -> None:
    made = site("1 February 2017", "  page: /worried-about-a-child/\n")
    assert small_site.page(made, PATH).splitlines() == [
        "Contact: mailto:security@example.org",
        "Expires: 2017-02-01T00:00:00.000Z",
        "Preferred-Languages: en",
        "Canonical: https://lscg.example.org/.well-known/security.txt",
        "Policy: https://lscg.example.org/worried-about-a-child/",
    ]
    assert small_site.codes(made) == []


@pytest.mark.parametrize(
    ("expires", "code", "is_there"),
    [
        ("2 July 2016", None, True),
        ("1 July 2016", "security.expires-soon", True),
        ("2 June 2016", "security.expires-soon", True),
        ("1 June 2016", "security.expired", False),
        ("1 May 2016", "security.expired", False),
        ("2 June 2017", None, True),
        ("4 June 2017", "security.expires-late", True),
    ],
)
def test_the_build_watches_its_end(expires: str, code: str | None, is_there: bool) -> None:
    made = site(expires)
    assert small_site.codes(made) == ([code] if code else [])
    assert (PATH in dict(made.files)) is is_there


def test_an_entry_that_ran_out_holds_up_nobody_elses_news() -> None:
    (told,) = site("1 May 2016").report.errors
    assert told.is_contained


def test_a_page_that_is_not_there_is_told() -> None:
    assert "site.page-missing" in small_site.codes(site("1 February 2017", "  page: /safety/\n"))


def test_nobody_has_to_have_one() -> None:
    assert PATH not in dict(small_site.build().files)
