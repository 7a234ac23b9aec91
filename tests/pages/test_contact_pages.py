"""Contacts: a card for each role, vacant roles, answers in time, and the directory by organisation."""

from __future__ import annotations

import re

import pytest

from tests.support import small_site

CONTACTS = """\
contacts:
  - role: Chair
    organisation: Sample School
    email: chair@example.org
    phone: "+44 (0)1632960201"
    hours: Monday, 9am to 4pm
    response: Within three working days
  - role: Chair
    organisation: Another School
    email: second@example.org
  - role: Note taker
    organisation: Sample School
    email: gone@example.org
    vacant: yes
"""
PATH = "lscgs/south/contacts.yaml"


def main(outcome: small_site.Outcome, path: str) -> str:
    return small_site.page(outcome, path).partition("<main")[2].partition("</main>")[0]


def test_a_card_has_number_email_hours_and_answer_in_this_order() -> None:
    html = main(small_site.build({PATH: CONTACTS}), "lscgs/south/contacts/index.html")
    parts = [
        'href="tel:+441632960201">01632 960201</a>',
        "mailto:chair@example.org",
        "Monday, 9am",
        "Within three working days",
    ]
    assert [html.index(part) for part in parts] == sorted(html.index(part) for part in parts)


def test_a_vacant_role_leads_to_the_office_and_to_nobody_else() -> None:
    outcome = small_site.build({PATH: CONTACTS})
    assert small_site.codes(outcome) == []
    card = main(outcome, "lscgs/south/contacts/index.html").partition("Note taker")[2]
    assert "Nobody holds this role at the moment." in card
    assert "office@example.org" in card
    assert [path for path, artifact in outcome.files if b"gone@example.org" in artifact.content] == []
    assert "lscgs/south/contacts/note-taker.vcf" not in dict(outcome.files)


def test_contacts_need_an_office_that_can_stand_in_for_them() -> None:
    none = re.sub(r"(?m)^(email|phone): .*\n", "", small_site.SITE)
    assert small_site.codes(small_site.build({"content/site.yaml": none})) == ["site.no-office"]
    for way in ("email: office@example.org\n", "phone: 01632 960100\n"):
        assert small_site.codes(small_site.build({"content/site.yaml": none + way})) == []
    without = dict.fromkeys(("content/contacts.yaml", PATH))
    assert small_site.codes(small_site.build({"content/site.yaml": none, **without})) == []


def test_each_role_has_a_card_of_its_own_for_address_books() -> None:
    outcome = small_site.build({PATH: CONTACTS})
    first, second = (small_site.page(outcome, f"lscgs/south/contacts/{name}.vcf") for name in ("chair", "chair-2"))
    assert "TEL;TYPE=WORK,VOICE:01632 960201\r\n" in first
    assert "second@example.org" in second
    assert first.count("BEGIN:VCARD") == second.count("BEGIN:VCARD") == 1
    html = main(outcome, "lscgs/south/contacts/index.html")
    assert 'href="chair.vcf"' in html
    assert 'href="chair-2.vcf"' in html


def test_the_directory_by_organisation_has_every_contact_that_names_one() -> None:
    west = {
        "lscgs/west/index.md": "---\nname: West\n---\nX.\n",
        "lscgs/west/contacts.yaml": CONTACTS.replace("Another", "West"),
    }
    outcome = small_site.build({PATH: CONTACTS, **west})
    html = main(outcome, "contacts/organisations/index.html")
    assert re.findall(r'<h2 id="in-\d+">([^<]+)</h2>', html) == ["Another School", "Sample School", "West School"]
    school = html.partition(">Sample School</h2>")[2].partition("</section>")[0]
    assert school.count("app-contact-card__heading") == 4
    assert "South LSCG" in school
    assert "West LSCG" in school
    assert 'href="organisations/index.html">Contacts by organisation</a>' in main(outcome, "contacts/index.html")
    assert 'href="../index.html">Contacts by group</a>' in html


def test_where_no_contact_names_an_organisation_the_directory_says_so() -> None:
    assert "No contact names an organisation yet." in main(small_site.build(), "contacts/organisations/index.html")


@pytest.mark.parametrize(
    "line", ["VERSION:3.0", "FN:Chair\\, South LSCG", "N:Chair\\, South LSCG;;;;", "ORG:Sample School"]
)
def test_a_card_has_what_address_books_ask_for(line: str) -> None:
    card = small_site.page(small_site.build({PATH: CONTACTS}), "lscgs/south/contacts/chair.vcf")
    assert f"\r\n{line}\r\n" in card
