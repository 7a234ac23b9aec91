"""What must be true of the whole: one address for one thing, one name for one group, and no way that leads nowhere."""

from __future__ import annotations

import pytest

from boardsite.diagnostics import Diagnostic
from tests.support import small_site
from tests.support.small_site import EVENT, SITE, Files

HELP = "content/worried-about-a-child.md"
MENU = "menu:\n  - label: News\n"


def news(tags: str) -> str:
    return f"---\ntitle: T\ndate: 3 May 2016\nsummary: S\ntags: {tags}\n---\nText.\n"


def told(changes: Files) -> list[Diagnostic]:
    return list(small_site.build(changes).report.diagnostics)


def codes(changes: Files) -> list[str]:
    return [diagnostic.code for diagnostic in told(changes)]


@pytest.mark.parametrize("tags", ["[C++, C#]", "[Sport ★, Sport]", "[健康 info, info]", "[Ä+, A]"])
def test_topics_that_would_share_a_page_are_told(tags: str) -> None:
    assert codes({"content/news/launch.md": news(tags)}) == ["page.topics-alike"]


@pytest.mark.parametrize(
    "tags", ["[Early help, early-help]", '["Children\'s", Childrens]', "[Café, cafe]", "[A & B, A and B]"]
)
def test_another_spelling_of_a_topic_is_the_same_topic(tags: str) -> None:
    assert codes({"content/news/launch.md": news(tags)}) == []


def test_topics_of_two_files_are_told_once_at_the_second_line() -> None:
    changes = {"content/news/launch.md": news("[C++]"), "lscgs/south/news/forum.md": news("[C#]")}
    (found,) = told({**changes, "lscgs/south/news/more.md": news("[C#]")})
    assert (str(found.where), str(found.related[0])) == ("lscgs/south/news/forum.md:5", "content/news/launch.md:5")


def test_a_topic_without_latin_letters_is_told_at_its_line() -> None:
    (found,) = told({"content/news/launch.md": news("[здоровье, Health]")})
    assert (found.code, str(found.where), found.found) == (
        "page.topic-not-shown",
        "content/news/launch.md:5",
        "здоровье",
    )


def test_two_groups_of_one_name_are_told() -> None:
    (found,) = told({"lscgs/coast/index.md": "---\nname: south\n---\nText.\n"})
    assert (found.code, str(found.where)) == ("group.name-twice", "lscgs/south/index.md:2")


def test_a_second_claimant_of_an_events_address_is_told_and_none_is_lost() -> None:
    def other(uid: str, day: str) -> str:
        text = EVENT.replace("forum@example.org", uid).replace("0627", day)
        return text.replace("LOCATION", "X-BOARDSITE-SLUG:forum\r\nLOCATION")

    outcome = small_site.build(
        {
            "lscgs/south/events/a.ics": other("a@example.org", "0628"),
            "lscgs/south/events/b.ics": other("b@example.org", "0629"),
        }
    )
    assert [d.code for d in outcome.report.diagnostics] == ["event.address-taken"] * 2
    assert outcome.site is not None
    addresses = [event.address for event in outcome.site.events]
    assert len(addresses) == len(set(addresses)) == 3
    for found in outcome.report.diagnostics:
        assert found.where.line == 10
        assert any(address in found.hint for address in addresses)


def test_two_files_whose_names_make_one_address_are_told() -> None:
    (found,) = told(
        {"lscgs/south/events/Forum!.ics": EVENT.replace("forum@example.org", "a@example.org").replace("0627", "0628")}
    )
    assert (found.code, found.where.path) == ("event.address-taken", "lscgs/south/events/Forum!.ics")


def test_a_menu_link_to_a_draft_is_told_once_and_as_that() -> None:
    site = SITE.replace(MENU, "menu:\n  - label: Plan\n    page: /plan/\n  - label: News\n")
    (found,) = told({"content/site.yaml": site, "content/plan.md": "---\ntitle: Plan\ndraft: yes\n---\nText.\n"})
    assert (found.code, found.where.line, found.is_contained) == ("link.not-published", 23, False)


def test_a_menu_link_to_nothing_is_told_once() -> None:
    (found,) = told({"content/site.yaml": SITE.replace("page: /news/", "page: /newss/")})
    assert (found.code, found.hint) == ("site.page-missing", "Did you mean /news/?")


def test_urgent_help_may_not_lead_to_a_page_that_is_missing_hidden_or_over() -> None:
    page = "---\ntitle: Worried?\n{}---\nCall.\n"
    assert codes({HELP: None}) == ["site.page-missing"]
    assert codes({HELP: page.format("draft: yes\n")}) == ["link.not-published"]
    assert codes({HELP: page.format("expires: 1 May 2016\n")}) == ["site.page-expired"]
    assert codes({HELP: page.format("expires: 1 May 2017\n")}) == []


def test_two_files_of_contacts_in_one_folder_must_be_one() -> None:
    (found,) = told({"content/contacts.yml": "contacts:\n  - role: Office\n    email: old@example.org\n"})
    assert (found.code, found.where.path, found.is_error) == ("file.two-of-one", "content/contacts.yml", True)
    assert (
        codes(
            {
                "content/contacts.yml": "contacts:\n  - role: Office\n    email: o@example.org\n",
                "content/contacts.yaml": None,
            }
        )
        == []
    )


@pytest.mark.parametrize(
    "path", ["content/News/a.md", "lscgs/south/News/a.md", "lscgs/south/EVENTS/a.ics", "content/Images/a.jpg"]
)
def test_a_folder_in_capitals_is_told_with_its_right_name(path: str) -> None:
    (found,) = told({path: EVENT})
    folder = path.split("/")[-2]
    assert found.code == "file.wrong-place"
    assert f"Rename the folder {folder} to {folder.lower()}" in found.hint


@pytest.mark.parametrize(
    ("settings", "advice"),
    [
        ("aliases: [/news/]", "Take /news/ out of aliases"),
        ("aliases: [/lscgs/south/]", "Take /lscgs/south/ out of aliases"),
    ],
)
def test_an_old_address_that_is_taken_is_to_be_taken_out(settings: str, advice: str) -> None:
    (found,) = told({"content/guide.md": f"---\ntitle: Guide\n{settings}\n---\nText.\n"})
    assert (found.code, advice in found.hint) == ("route.clash", True)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Europe", "Europe/London"),
        ("London", "Europe/London"),
        ("BST", "Europe/London"),
        ("europe/london", "Europe/London"),
        ("Europe/Londn", "Europe/London"),
        ("Dublin", "Europe/Dublin"),
        ("New York", "America/New_York"),
    ],
)
def test_a_zone_is_suggested_by_its_town_or_its_spelling(typed: str, meant: str) -> None:
    (found,) = told({"content/site.yaml": SITE.replace("Europe/London", typed)})
    assert (found.code, found.hint) == ("field.zone-unknown", f"Did you mean {meant}?")


def test_what_is_too_long_goes_below_only_where_there_is_a_below() -> None:
    page = {"content/guide.md": f"---\ntitle: {'x' * 130}\n---\nText.\n"}
    assert "the text below" in told(page)[0].hint
    contacts = {"content/contacts.yaml": f"contacts:\n  - role: {'x' * 130}\n    email: o@example.org\n"}
    assert told(contacts)[0].hint == "Say it in fewer words."


def test_the_plural_of_the_groups_is_the_boards_own_word() -> None:
    site = SITE.replace("group_word: LSCG\n", "group_word: Children's Forum\n").replace("LSCGs", "Children's Fora")
    site = site.replace("Local Safeguarding Children Group", "Forum of those who work with children")
    html = small_site.page(small_site.build({"content/site.yaml": site}), "lscgs/index.html")
    assert "Children's Fora" in html.replace("&#39;", "'")
    assert "childrens" not in html
