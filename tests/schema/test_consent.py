"""A word of consent, and what is none: the same in a file, in a table that is imported, and in the form."""

from __future__ import annotations

import json
import re

import pytest

from boardsite.pages.form_fields import form_fields
from boardsite.schema.consent import is_consent
from boardsite.schema.scaffold import NEW
from tests.importing.test_contacts import of_csv
from tests.support import small_site
from tests.support.in_node import ask

GIVEN = [
    "yes", "Y", "TRUE", "1", "Yes, May 2016", "By email, 3 May 2016", "By letter, November 2015", "3/5/2016",
    "Notified her, and she agreed", "Nóra Norman asked, he agreed", "Signed form of 2 June",
]  # fmt: skip
NOT_GIVEN = [
    "no", "No", "NO.", "No, 3 May 2016", "not yet", "Not asked", "none", "n/a", "N/A", "n", "x", "-", "–", "?", "0",
    "false", "FALSE", "pending", "Consent refused", "refused by phone", "hasn't agreed", "hasn’t agreed", "yes/no",
    "to be confirmed", "TBC", "asked: no", "withdrawn in May", "awaiting an answer", "unknown",
]  # fmt: skip


def contact(words: str) -> str:
    return f"  - role: Chair\n    email: a@example.org\n    name: TOKEN\n    consent: {json.dumps(words)}\n"


@pytest.mark.parametrize("words", GIVEN)
def test_who_agreed_is_named(words: str) -> None:
    assert is_consent(words)


def test_who_did_not_agree_is_named_nowhere() -> None:
    outcome = small_site.build({"lscgs/south/contacts.yaml": "contacts:\n" + "".join(map(contact, NOT_GIVEN))})
    told = [d.found for d in outcome.report.diagnostics if d.code == "contact.consent-not-given"]
    assert sorted(told) == sorted(NOT_GIVEN)
    assert [path for path, artifact in outcome.files if b"TOKEN" in artifact.content] == []


@pytest.mark.parametrize("words", NOT_GIVEN)
def test_a_table_with_such_a_word_gives_no_name(words: str) -> None:
    found = of_csv(f'Role,Email,Name,Consent\nChair,a@example.org,TOKEN,"{words}"\n')
    assert found.entries == ({"role": "Chair", "email": "a@example.org"},)
    assert "1 name of people: nothing says that they agreed." in " ".join(found.notes.left_out)


def test_without_a_name_such_a_word_harms_nobody() -> None:
    text = "contacts:\n" + contact("no").replace("    name: TOKEN\n", "")
    assert small_site.codes(small_site.build({"lscgs/south/contacts.yaml": text})) == []


def test_the_form_and_its_preview_judge_alike() -> None:
    (field,) = (f for f in form_fields(NEW["contact"].declared.fields, {}) if f["name"] == "consent")
    pattern, sentence = field["pattern"]
    assert sentence == "Write when and how the person agreed, for example By email, 3 May 2016."
    words = [*GIVEN, *NOT_GIVEN, ""]
    (answer,) = ask([{"do": "consents", "pattern": pattern, "words": words}])
    assert answer["result"] == [[is_consent(word) or not word, "TOKEN" if is_consent(word) else ""] for word in words]
    assert [bool(re.fullmatch(pattern, word)) for word in words] == [allowed for allowed, _ in answer["result"]]
