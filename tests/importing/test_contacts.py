"""A table of people becomes contacts of roles: columns found by their names, nobody named without consent."""

from __future__ import annotations

import pytest

from boardsite.diagnostics import BoardsiteError
from boardsite.importing.contacts import Contacts, contacts
from boardsite.importing.notes import Notebook
from boardsite.importing.spreadsheets import read_rows
from boardsite.importing.tables import read_csv
from tests.support.office_files import cells, xlsx


def of_csv(text: str | bytes, known: frozenset[tuple[str, str]] = frozenset()) -> Contacts:
    notebook = Notebook()
    content = text if isinstance(text, bytes) else text.encode()
    return contacts("x.csv", read_csv("x.csv", content, notebook), known, notebook)


def of_xlsx(content: bytes) -> Contacts:
    notebook = Notebook()
    return contacts("x.xlsx", read_rows("x.xlsx", content, notebook), (), notebook)


def test_columns_are_found_by_what_people_call_them() -> None:
    found = of_csv(
        "Job title;Agency;E-mail address;Telephone number;Notes\nChair;Sample School;a@example.org;01632 960001;By day\n"
    )
    assert found.entries == (
        {
            "role": "Chair",
            "organisation": "Sample School",
            "email": "a@example.org",
            "phone": "01632 960001",
            "note": "By day",
        },
    )
    assert found.notes.left_out == ()


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_any_usual_separator_will_do(separator: str) -> None:
    text = "Role,Email\r\nChair,a@example.org\r\n".replace(",", separator)
    assert of_csv("\ufeff" + text).entries[0]["email"] == "a@example.org"


def test_names_are_taken_only_with_consent() -> None:
    found = of_csv(
        "Role,Email,First name,Surname,Consent\nChair,a@example.org,Sam,Sample,by email 1 May 2016\nClerk,b@example.org,SECRET,PERSON,\n"
    )
    assert found.entries[0]["name"] == "Sam Sample"
    assert "name" not in found.entries[1]
    assert "SECRET" not in str(found)
    assert any("1 name of people" in sentence for sentence in found.notes.left_out)


def test_mobile_numbers_belong_to_people() -> None:
    found = of_csv(
        "Role,Phone,Email,Mobile\nChair,07700 900123,a@example.org,07700900999\nClerk,01632 960001,,\nNurse,+44 7700 900123,,\n"
    )
    assert [entry["role"] for entry in found.entries] == ["Chair", "Clerk"]
    assert "7700" not in str(found)
    assert "Row 2" in str(found.notes.left_out)
    assert 'The column "Mobile"' in str(found.notes.left_out)


def test_a_number_without_its_first_0_gets_it_back_and_is_told() -> None:
    found = of_csv("Role,Phone\nChair,1632960001\n")
    assert found.entries[0]["phone"] == "01632 960001"
    assert found.notes.changed == ("Row 2: the number 1632960001 had lost its first 0 and became 01632 960001.",)


def test_what_cannot_be_read_is_left_out_and_told_with_its_row() -> None:
    found = of_csv("Role,Email,Phone\nChair,not an address,01632 960001\nClerk,,what\n,x@example.org,\n")
    assert found.entries == ({"role": "Chair", "phone": "01632 960001"},)
    told = " ".join(found.notes.left_out)
    for words in ("Row 2, Email not an address", "Row 3, Telephone what", "Row 3, Clerk", "Row 4: it names no role"):
        assert words in told


def test_what_is_there_already_is_not_taken_again() -> None:
    found = of_csv(
        "Role,Email\nChair,A@example.org\nClerk,b@example.org\nClerk,b@example.org\n",
        frozenset({("chair", "a@example.org")}),
    )
    assert [entry["role"] for entry in found.entries] == ["Clerk"]
    assert len(found.notes.left_out) == 2


def test_old_letters_are_told() -> None:
    found = of_csv("Role,Email\nCaf\xe9 \x96 lead,a@example.org\n".encode("latin-1"))
    assert found.entries[0]["role"] == "Café – lead"
    assert found.notes.changed


def test_formulas_are_never_taken() -> None:
    found = of_csv('Role,Email,Notes\nChair,a@example.org,"=HYPERLINK(""http://evil"")"\n')
    assert "note" not in found.entries[0]
    assert "evil" not in str(found)
    found = of_xlsx(
        xlsx(
            [
                cells("Role", "Email", "Notes"),
                cells("Chair", "a@example.org") + "<c><f>WEBSERVICE(&quot;x&quot;)</f><v>RESULT</v></c>",
            ]
        )
    )
    assert "note" not in found.entries[0]
    assert "1 cell with a formula" in str(found.notes.left_out)


OUTLOOK = "Title,First Name,Last Name,Company,Job Title,Business Phone,Mobile Phone,E-mail Address,Notes,Private\n"


def test_what_outlook_exports_becomes_roles() -> None:
    found = of_csv(f"{OUTLOOK}Mrs,Ada,Sample,Sample School,Head,01632 960001,,a@example.org,Likes tea,False\n")
    (entry,) = found.entries
    assert entry == {
        "role": "Head", "organisation": "Sample School", "phone": "01632 960001", "email": "a@example.org",
        "note": "Likes tea",
    }  # fmt: skip
    assert 'The column "Title": contacts have no such setting.' in found.notes.left_out
    assert of_csv("Title,Email\nHead,a@example.org\n").entries[0]["role"] == "Head"


def test_notes_that_would_be_read_by_everybody_are_told() -> None:
    found = of_csv(f"{OUTLOOK}Mrs,Ada,Sample,Sample School,Head,01632 960001,,a@example.org,Likes tea,False\n")
    assert 'The column "Notes" became the note that everybody reads. Take out what is private.' in found.notes.changed
    assert of_csv("Role,Email,Note\nHead,a@example.org,\n").notes.changed == ()


def test_a_table_without_roles_is_refused_with_what_it_has() -> None:
    with pytest.raises(BoardsiteError, match='"Forename" and "Shoe size"'):
        of_csv("Forename,Shoe size\na,b\n")
    with pytest.raises(BoardsiteError, match="nothing in"):
        of_csv("\n\n")


def test_a_workbook_says_what_people_see() -> None:
    head = "".join(f'<c r="{column}1" t="s"><v>{at}</v></c>' for at, column in enumerate("ABCD"))
    row = '<c r="A2" t="s"><v>4</v></c><c r="B2"><v>1632960001</v></c><c r="D2" s="2"><v>42522</v></c>'
    hidden = f'<row r="3" hidden="1">{cells("SECRET", "x@example.org")}</row>'
    found = of_xlsx(
        xlsx([head, row, hidden], ["Role", "Phone", "Email", "Review by", "Chair"],
             more={"xl/vbaProject.bin": b"MACRO"},
             sheets='<sheet name="Old" state="hidden" r:id="rId9"/>')
    )  # fmt: skip
    assert found.entries == ({"role": "Chair", "phone": "01632 960001", "review_by": "1 June 2016"},)
    told = " ".join(found.notes.left_out)
    assert "macros" in told
    assert "1 hidden row" in told
    assert "SECRET" not in str(found)


@pytest.mark.parametrize("hidden", ['min="3" max="3" hidden="1"', 'min="3" max="16384" hidden="true"'])
def test_a_hidden_column_is_not_taken(hidden: str) -> None:
    rows = [cells("Role", "Email", "Notes"), cells("Chair", "a@example.org", "SECRET")]
    cols = f'<cols><col min="1" max="2"/><col {hidden}/></cols>'
    found = of_xlsx(xlsx(rows, before=cols))
    assert found.entries == ({"role": "Chair", "email": "a@example.org"},)
    assert found.notes.left_out == ("1 hidden column: make them visible if they should be taken.",)
    assert found.notes.changed == ()


@pytest.mark.parametrize(
    ("style", "shown"), [("1", "1 June 2016"), ("2", "1 June 2016"), ("3", "42522"), ("0", "42522"), ("99", "42522")]
)
def test_days_are_told_from_numbers_by_their_format(style: str, shown: str) -> None:
    (row,) = read_rows("x.xlsx", xlsx([f'<c s="{style}"><v>42522</v></c>']), Notebook())
    assert row.cells == (shown,)


def test_only_the_first_sheet_is_taken_and_the_others_are_named() -> None:
    content = xlsx(
        [cells("Other")],
        sheets='<sheet name="First" r:id="rId9"/>',
        more={
            "xl/worksheets/sheet9.xml": f"<worksheet><sheetData><row r='1'>{cells('Role')}</row></sheetData></worksheet>"
        },
    )
    notebook = Notebook()
    assert read_rows("x.xlsx", content, notebook)[0].cells == ("Role",)
    assert "Contacts" in str(notebook.notes.left_out)
