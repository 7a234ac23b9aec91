"""The pages of the editing forms: where they are made, what they are made of, and what nobody else gets to see."""

from __future__ import annotations

import dataclasses
import json
from fnmatch import fnmatch

import pytest

from boardsite.model.board_entities import Editing
from boardsite.pages.chrome import Assets, Preview
from boardsite.pages.form_config import form_config
from boardsite.pages.form_headers import policy
from boardsite.pages.kept import Plans
from boardsite.pages.plan import plan
from boardsite.pages.target import TextView
from boardsite.schema.content_types import CONTENT_TYPES
from tests.support import small_site

START = "/assets/forms-0/pages/start.js"
FORMS = "editing:\n  host: github\n  repository: example-board/site\n"


def texts(more: str = FORMS, start: str = START) -> dict[str, str]:
    """Return the addresses that are made, with the texts of plain files."""
    site = small_site.build({"content/site.yaml": small_site.SITE + more}).site
    assert site is not None
    targets, _ = plan(site, Assets("/assets/site.css", (), forms=start), Preview(), Plans())
    return {t.address: "\n".join(t.view.lines) if isinstance(t.view, TextView) else "" for t in targets}


def config(more: str = "", group: str = "") -> dict[str, object]:
    made = json.loads(texts(FORMS + more)[f"/admin/{group}forms.json"])
    assert isinstance(made, dict)
    return made["config"]


def test_there_are_forms_only_where_files_have_a_home_and_the_program_is_there() -> None:
    assert {"/admin/", "/admin/south/", "/admin/south/forms.json"} <= set(texts())
    assert not any(address.startswith("/admin/") for address in [*texts(more=""), *texts(start="")])


def test_a_site_without_the_program_is_made_and_says_so_as_a_notice() -> None:
    outcome = small_site.build({"content/site.yaml": small_site.SITE + FORMS})
    assert [d.code for d in outcome.report.notices] == ["forms.no-program"]
    assert not outcome.report.errors
    assert not outcome.report.warnings


def test_forms_are_kept_from_search_engines_and_from_the_sitemap() -> None:
    site = small_site.build({"content/site.yaml": small_site.SITE + FORMS}).site
    assert site is not None
    targets, _ = plan(site, Assets("/assets/site.css", (), forms=START), Preview(), Plans())
    (sitemap,) = [target.view for target in targets if target.recipe == "sitemap"]
    assert "/admin/" not in str(sitemap)
    assert "Disallow: /admin/" in texts()["/robots.txt"].splitlines()
    assert "Disallow" not in texts(more="")["/robots.txt"]


def test_no_public_page_speaks_of_the_forms() -> None:
    outcome = small_site.build({"content/site.yaml": small_site.SITE + FORMS})
    assert not any(b"admin" in artifact.content for path, artifact in outcome.files if path.endswith(".html"))


def test_every_address_has_one_policy_and_the_forms_have_their_own() -> None:
    made = texts()
    rules: list[tuple[str, list[str]]] = []
    for line in made["/_headers"].splitlines():
        if line.startswith(" "):
            rules[-1][1].append(line.strip().partition(":")[0])
        else:
            rules.append((line, []))
    for address in [*(each for each in made if not each.startswith("/_")), START, "/404.html"]:
        names = [name for pattern, headers in rules if fnmatch(address, pattern) for name in headers]
        assert names.count("Content-Security-Policy") == 1, address
        assert len(names) == len(set(names)), address
    own = made["/_headers"].partition("/admin/*\n")[2]
    assert "connect-src 'self' data: blob: https://api.github.com;" in own
    assert "unsafe-inline" not in made["/_headers"].partition("/admin/*\n")[0]


@pytest.mark.parametrize(
    ("host", "address", "connect"),
    [
        ("github", "", "https://api.github.com"),
        ("github", "https://git.example.org", "https://git.example.org/api/v3/"),
        ("gitlab", "", "https://gitlab.com"),
        ("gitea", "https://git.example.org", "https://git.example.org"),
    ],
)
def test_the_forms_may_speak_to_their_git_host_and_nobody_else(host: str, address: str, connect: str) -> None:
    made = dict(
        part.split(" ", 1) for part in policy(Editing(host, "a/b", "main", address, "", "", False, False)).split("; ")
    )
    assert made["connect-src"] == f"'self' data: blob: {connect}"
    assert made["script-src"] == "'self' 'wasm-unsafe-eval'"
    assert made["default-src"] == "'none'"


@pytest.mark.parametrize(
    ("more", "backend"),
    [
        ("", {"name": "github", "repo": "example-board/site", "branch": "main"}),
        ("  branch: live\n  save_first: yes\n", {"branch": "live", "skip_ci": True}),
        ("  sign_in: https://sign-in.example.org/\n", {"base_url": "https://sign-in.example.org"}),
    ],
)
def test_the_settings_of_the_site_say_where_forms_save(more: str, backend: dict[str, object]) -> None:
    made = config(more)["backend"]
    assert isinstance(made, dict)
    assert made | backend == made


def test_other_git_hosts_sign_in_without_a_service_of_ours() -> None:
    outcome = small_site.build({"content/site.yaml": small_site.SITE + FORMS})
    assert outcome.site is not None
    editing = Editing("gitlab", "a/b/c", "main", "https://git.example.org", "", "0a1b", False, True)
    made = form_config(outcome.site, editing, None)["config"]
    assert isinstance(made, dict)
    assert made["publish_mode"] == "editorial_workflow"
    assert made["backend"] == {
        "name": "gitlab", "repo": "a/b/c", "branch": "main", "app_id": "0a1b", "auth_type": "pkce",
        "base_url": "https://git.example.org", "api_root": "https://git.example.org/api/v4",
    }  # fmt: skip


def test_a_group_s_page_has_its_own_files_and_nobody_else_s() -> None:
    text = json.dumps(config(group="south/"))
    assert '"lscgs/south/events"' in text
    assert "content/" not in text


def test_every_setting_of_every_content_type_is_in_a_form_with_label_and_hint() -> None:
    board, group = config(), config(group="south/")
    forms: dict[str, dict[str, dict[str, object]]] = {}
    for made in (board, group):
        collections = made["collections"]
        assert isinstance(collections, list)
        for collection in collections:
            for each in [
                *collection.get("files", ()),
                collection,
                *([collection["index_file"]] if "index_file" in collection else []),
            ]:
                if "format" in each:
                    forms[each["format"].removesuffix("-frontmatter")] = {
                        field["name"]: field for field in each["fields"]
                    }
    for kind in CONTENT_TYPES:
        for field in kind.fields:
            shown = forms[kind.name][field.name]
            assert (shown["label"], shown["hint"], shown["required"] or False) == (
                field.label,
                field.help,
                field.is_required,
            ), field
    assert {field.name for kind in CONTENT_TYPES for field in kind.fields} <= {
        name for form in forms.values() for name in form
    }


def test_a_pattern_of_the_form_is_the_pattern_of_the_build() -> None:
    email = next(field for field in _contact_fields() if field["name"] == "email")
    pattern, words = email["pattern"]
    assert words == "Write an email address, for example south-chair@example.org."
    assert pattern.startswith("^(?:[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@")
    assert pattern.endswith(")?$")


def _contact_fields() -> list[dict[str, object]]:
    collections = config(group="south/")["collections"]
    assert isinstance(collections, list)
    (contacts,) = [
        file for collection in collections for file in collection.get("files", ()) if file["name"] == "contacts"
    ]
    made: list[dict[str, object]] = contacts["fields"][0]["fields"]
    return made


def test_an_editing_place_is_whole_or_told() -> None:
    outcome = small_site.build({"content/site.yaml": small_site.SITE + "editing:\n  host: github\n"})
    assert "field.missing" in small_site.codes(outcome)
    assert dataclasses.is_dataclass(Editing)
