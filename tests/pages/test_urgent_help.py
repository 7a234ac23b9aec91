"""Urgent help: the numbers of a parent first, the severest card first, and a word when nobody checks them."""

from __future__ import annotations

from datetime import date

from tests.support import small_site

NUMBERS = """\
  numbers:
    - label: Advice line
      number: 01632 960101
      audience: practitioners
      note: Ask your lead first.
    - label: Children's services
      number: 01632 960123
    - label: Police
      number: "101"
    - label: Charity
      number: 01632 960124
  levels:
    - level: talk
      heading: A family could do with help
    - level: now
      heading: A child is in danger
      number: "999"
    - level: today
      heading: A child may be at risk
"""
OLD = "  numbers:\n    - label: Sample council\n      number: 01632 960123\n      hours: day and night\n"
SITE = small_site.SITE.replace(OLD, NUMBERS)


def urgent(outcome: small_site.Outcome, path: str) -> str:
    return small_site.page(outcome, path).partition('class="app-urgent"')[2].partition("</section>")[0]


def test_two_numbers_for_everyone_stand_on_every_page_and_all_on_the_help_page() -> None:
    outcome = small_site.build({"content/site.yaml": SITE})
    assert small_site.codes(outcome) == []
    for path in ("index.html", "lscgs/south/index.html", "404.html", "worried-about-a-child/index.html"):
        block = urgent(outcome, path)
        numbers = ('tel:999"', 'tel:+441632960123"', 'tel:101"')
        assert [block.index(number) for number in numbers] == sorted(block.index(number) for number in numbers), path
        assert "Advice line" not in block
        assert "Charity" not in block
    main = small_site.page(outcome, "worried-about-a-child/index.html").partition("<main")[2]
    assert main.index("Charity") < main.index("Advice line")
    assert "For people who work with children" in main
    assert "For everyone" in main
    assert "These numbers were last checked on <time" in main


def test_a_poster_has_the_numbers_for_everyone_and_no_other() -> None:
    others = NUMBERS.partition("    - label: Police")[2].partition("  levels:")[0]
    site = SITE.replace(f"    - label: Police{others}", "")  # one number for everyone is left, and one that is not
    for path in ("lscgs/south/poster/index.html", "lscgs/south/events/forum/poster/index.html"):
        sheet = small_site.page(small_site.build({"content/site.yaml": site}), path).partition("<article")[2]
        assert "01632 960123" in sheet
        assert "Advice line" not in sheet.partition("</article>")[0]


def test_the_severest_card_comes_first_whatever_the_file_says() -> None:
    main = small_site.page(small_site.build({"content/site.yaml": SITE}), "worried-about-a-child/index.html").partition(
        "<main"
    )[2]
    found = [
        main.index(words) for words in ("A child is in danger", "A child may be at risk", "A family could do with help")
    ]
    assert found == sorted(found)
    assert main.index("Act now") < main.index("Act today") < main.index("Talk it over")


def test_a_card_leads_to_the_page_that_it_speaks_of() -> None:
    site = SITE.replace("could do with help\n", "could do with help\n      page: /early-help/#how\n")
    files = {"content/site.yaml": site, "content/early-help.md": "---\ntitle: Early Help\n---\n## How\n\nAsk.\n"}
    outcome = small_site.build(files)
    assert small_site.codes(outcome) == []
    card = small_site.page(outcome, "worried-about-a-child/index.html").partition("A family could do")[2]
    assert '<a href="../early-help/index.html#how">Early Help</a>' in card.partition("</section>")[0]
    lists = {"content/site.yaml": SITE.replace("do with help\n", "do with help\n      page: /contacts/\n")}
    card = small_site.page(small_site.build(lists), "worried-about-a-child/index.html").partition("A family could")[2]
    assert '<a href="../contacts/index.html">Read more</a>' in card.partition("</section>")[0]


def test_the_page_of_a_card_is_followed() -> None:
    site = SITE.replace("could do with help\n", "could do with help\n      page: /early-help/\n")
    outcome = small_site.build({"content/site.yaml": site})
    line = site.split("\n").index("      page: /early-help/") + 1
    assert [(d.code, d.where.line) for d in outcome.report.errors] == [("site.page-missing", line)]


def test_before_contacts_the_reader_is_sent_to_the_numbers() -> None:
    outcome = small_site.build({"lscgs/west/index.md": "---\nname: West\n---\nText.\n"})
    said = "<strong>Worried about a child?</strong> Do not write to these people."
    for path in ("lscgs/south/index.html", "lscgs/south/contacts/index.html", "contacts/index.html"):
        before, _, behind = small_site.page(outcome, path).partition(said)
        assert "app-contact-card" not in before
        assert "app-contact-card" in behind
        assert "worried-about-a-child/index.html\">all the ways to get help</a>" in behind
    assert said not in small_site.page(outcome, "lscgs/west/index.html")


def test_numbers_that_nobody_rings_are_told_after_half_a_year() -> None:
    assert small_site.codes(small_site.build(as_of=date(2016, 10, 31))) == []
    assert small_site.codes(small_site.build(as_of=date(2016, 11, 1))) == ["urgent.unchecked"]


def test_what_everyone_looks_for_is_at_the_foot_where_the_menu_has_it_not() -> None:
    menu = "menu:\n  - label: Help\n    page: /worried-about-a-child/\n"
    site = small_site.SITE.replace(
        small_site.SITE.partition("menu:")[2].partition("priorities:")[0], menu.partition("menu:")[2]
    )
    foot = small_site.page(small_site.build({"content/site.yaml": site}), "index.html").partition("<footer")[2]
    for address in ("news/index.html", "calendar/index.html", "lscgs/index.html"):
        assert f'href="{address}"' in foot
    foot = small_site.page(small_site.build(), "index.html").partition("<footer")[2]
    assert 'href="news/index.html"' not in foot
