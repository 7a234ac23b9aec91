"""A site of another kind of body: who adopts this changes data, and none of our own words for things is left over."""

from __future__ import annotations

import re

from tests.support import small_site

SITE = (
    small_site.SITE.replace("Sample Safeguarding Board", "Sample Safeguarding Partnership")
    .replace("short_name: SSB", "short_name: SSP")
    .replace("group_word: LSCG", "group_word: hub")
    .replace("group_words: LSCGs", "group_words: hubs")
    .replace("Local Safeguarding Children Group", "a place where services meet")
    .replace("lscg.example.org", "hubs.example.org")
    .replace("What the board and its local groups do.", "What we do.")
)
ROLES = "  - role: Chair\n    vacant: yes\n  - role: Clerk\n    email: a@example.org\n    review_by: 1 January 2016\n"
FILES: small_site.Files = {
    "content/site.yaml": SITE,
    "content/index.md": "---\ntitle: Welcome\nsummary: What we do.\n---\nHello.\n",
    "content/contacts.yaml": "contacts:\n  - role: Office\n    email: office@example.org\n",
    "content/areas.yaml": "areas:\n  - name: Sampleton\n    groups: [south]\n  - name: ZZ9\n    kind: postcode\n    groups: [south]\n",
    "lscgs/south/contacts.yaml": f"contacts:\n{ROLES}",
    "lscgs/west/index.md": "---\nname: West\n---\nAbout us.\n",
}  # fmt: skip
SAID = re.compile(r'(?:title|alt|label|content)="([^"]*)"')


def readable(outcome: small_site.Outcome) -> dict[str, str]:
    """Return the words of each finished text: of a page what is seen, heard or shown by other programs."""
    found: dict[str, str] = {}
    for path, made in outcome.files:
        text = made.content.decode("utf-8", "replace")
        if path.endswith(".html"):
            seen = re.sub(r"<script(?! type).*?</script>|<[^>]+>", " ", text, flags=re.S)
            found[path] = " ".join([*SAID.findall(text), *seen.split()])
        elif path.endswith((".xml", ".ics", ".vcf")):
            found[path] = text
    return found


def test_words_are_those_of_the_settings() -> None:
    texts = readable(small_site.build(FILES))
    ours = re.compile(r"\bboards?\b|LSCG|NSCB", re.I)
    plain = {path: re.sub(r"\S*/\S*", "", text) for path, text in texts.items()}  # addresses stay as they are
    around = re.compile(f".{{,30}}(?:{ours.pattern}).{{,30}}", re.I)
    assert {path: found for path, text in plain.items() if (found := around.findall(text))} == {}
    assert "All hubs and SSP" in texts["lscgs/south/calendar/index.html"]
    assert "Contact the office." in texts["lscgs/south/contacts/index.html"]


def test_the_example_of_a_postcode_is_one_of_the_list() -> None:
    assert "For example a village, or ZZ9." in readable(small_site.build(FILES))["lscgs/index.html"]
    areas = str(FILES["content/areas.yaml"]).partition("  - name: ZZ9")[0]
    texts = readable(small_site.build({**FILES, "content/areas.yaml": areas}))
    assert "For example a village. What you type" in texts["lscgs/index.html"]


def test_a_young_site_promises_nothing_that_it_does_not_have() -> None:
    young = {
        "content/site.yaml": re.sub(r"base_url: .*\n", "", SITE),
        "content/areas.yaml": None,
        "lscgs/south/events/forum.ics": None,
    }
    texts, full = readable(small_site.build({**FILES, **young})), readable(small_site.build(FILES))
    for path, words in (
        ("index.html", "town, parish or postcode"),
        ("lscgs/south/index.html", "Print a poster"),
        ("lscgs/south/calendar/index.html", "Print a poster"),
    ):
        assert words in full[path]
        assert words not in texts[path]
    assert "All hubs" in texts["index.html"]
    assert "Subscribe to its calendar" in full["lscgs/west/index.html"]
    assert "no events to come at the moment. " in texts["lscgs/west/index.html"]
    assert "Subscribe to its calendar" not in texts["lscgs/west/index.html"]
