"""Where links lead, followed when the site is built."""

from __future__ import annotations

import pytest

from tests.support import small_site

PDF = b"%PDF-1.4\n1 0 obj<</Type /Page>>endobj\n2 0 obj<</Type /Pages>>endobj\n"


def linked(target: str, path: str = "content/guide.md") -> str:
    """Return the href that a link to `target` in a page gets, or the code of what is said of it."""
    front = "---\ntitle: Guide\n---\n" if "/news/" not in path else "---\ntitle: G\ndate: 1 May 2016\nsummary: s\n---\n"
    outcome = small_site.build(
        {
            path: f"{front}## Levels\n\n[words]({target})\n",
            "content/deep/page.md": "---\ntitle: Deep\n---\n## Inner\n",
            "content/files/flyer june.pdf": PDF,
            "lscgs/south/files/map.pdf": PDF,
            "content/draft.md": "---\ntitle: Draft\ndraft: yes\n---\nx\n",
        }
    )
    found = [code for code in small_site.codes(outcome) if code.startswith("link.")]
    if found:
        return found[0]
    inner = path.removeprefix("content/").removesuffix(".md")
    html = small_site.page(outcome, f"{inner}/index.html")
    return html.split(">words</a>")[0].rpartition('href="')[2].removesuffix('"')


@pytest.mark.parametrize(
    ("target", "href"),
    [
        ("deep/page.md", "../deep/page/index.html"),
        ("deep/page.md#inner", "../deep/page/index.html#inner"),
        ("/deep/page/", "../deep/page/index.html"),
        ("/deep/page", "../deep/page/index.html"),
        ("/deep/page/#inner", "../deep/page/index.html#inner"),
        ("../deep/page/", "../deep/page/index.html"),
        ("index.md", "../index.html"),
        ("/", "../index.html"),
        ("#levels", "#levels"),
        ("news/launch.md", "../news/launch/index.html"),
        ("../lscgs/south/index.md", "../lscgs/south/index.html"),
        ("/lscgs/south/calendar/", "../lscgs/south/calendar/index.html"),
        ("/lscgs/south/calendar.ics", "../lscgs/south/calendar.ics"),
        ("<files/flyer june.pdf>", "../files/flyer-june.pdf"),
        ("../lscgs/south/files/map.pdf", "../lscgs/south/files/map.pdf"),
        ("https://www.example.org/a?b=1&c=2", "https://www.example.org/a?b=1&amp;c=2"),
        ("mailto:office@example.org", "mailto:office@example.org"),
        ("tel:01632960001", "tel:01632960001"),
        ("/newss/", "link.broken"),
        ("deep/pag.md", "link.broken"),
        ("deep/page.md#outer", "link.no-such-heading"),
        ("#level", "link.no-such-heading"),
        ("draft.md", "link.not-published"),
        ("/draft/", "link.not-published"),
        ("//www.example.org/", "link.no-scheme"),
        ("www.example.org/a?b=1", "link.no-scheme"),
        ("someone@example.org", "link.no-scheme"),
        ("01632 960 123", "link.no-scheme"),
        ("2016", "link.broken"),
        ("http:/foo", "link.address-unreadable"),
        ("https://", "link.address-unreadable"),
        ("<https://exa mple.org/>", "link.address-unreadable"),
        ("https://example.org:port/", "link.address-unreadable"),
        ("https://ex\u0430mple.org/", "link.address-unreadable"),
        ("<mailto:a b@example.org>", "link.address-unreadable"),
        ("mailto:", "link.address-unreadable"),
        ("tel:call", "link.address-unreadable"),
        ("<https://example.org/o'brien/a b/?x=[1]#100%25>", "https://example.org/o&#x27;brien/a b/?x=[1]#100%25"),
        ("mailto:a@example.org,b@example.org?subject=A%20b", "mailto:a@example.org,b@example.org?subject=A%20b"),
        ("tel:+44%201632%20960001", "tel:+44%201632%20960001"),
        ("../../../etc/passwd", "link.broken"),
        ("/etc/passwd", "link.broken"),
    ],
)
def test_a_link_leads_where_its_writer_meant(target: str, href: str) -> None:
    assert linked(target) == href


@pytest.mark.parametrize(
    ("target", "hint"),
    [
        ("www.example.org/a", "Write https://www.example.org/a"),
        ("someone@example.org", "Write mailto:someone@example.org"),
        ("01603 123", "Write tel:01603123"),
        ("+44 (0)1632 960001", "Write tel:+441632960001"),
        ("http:/foo", "Write it without spaces, for example https://www.example.org/page/"),
        ("mailto:a@example", "Write it without spaces, for example mailto:office@example.org"),
    ],
)
def test_an_address_without_its_beginning_is_told_with_it(target: str, hint: str) -> None:
    outcome = small_site.build({"content/guide.md": f"---\ntitle: G\n---\n[words](<{target}>)\n"})
    assert [(d.hint, d.is_contained) for d in outcome.report.errors] == [(hint, True)]


@pytest.mark.parametrize("name", ["files/x.pdf", "/files/x.pdf", "/content/files/x.pdf", "x.pdf"])
def test_a_file_is_found_by_one_name_as_a_link_and_as_an_attachment(name: str) -> None:
    item = "---\ntitle: G\ndate: 1 May 2016\nsummary: s\n{}---\n{}\n"
    as_link, as_attachment = (
        small_site.build({"content/news/a.md": item.format(*each), "content/files/x.pdf": PDF})
        for each in (("", f"[words]({name})"), (f"attachments: {name}\n", ""))
    )
    assert bool(as_link.report.errors) == bool(as_attachment.report.errors) == (name == "x.pdf")


@pytest.mark.parametrize("name", ["plan.pdf", "hall.png"])
def test_an_empty_file_is_told_once_and_left_out(name: str) -> None:
    folder = "files" if name.endswith("pdf") else "images"
    body = f"![Words]({folder}/{name})" if folder == "images" else f"[words]({folder}/{name})"
    setting = f"image: {folder}/{name}\nimage_alt: A hall\n" if folder == "images" else f"attachments: {folder}/{name}\n"
    outcome = small_site.build(
        {
            f"lscgs/south/{folder}/{name}": b"",
            "lscgs/south/news/a.md": f"---\ntitle: G\ndate: 1 May 2016\nsummary: s\n{setting}---\n{body}\n",
            "lscgs/south/news/b.md": f"---\ntitle: G\ndate: 1 May 2016\nsummary: s\n---\n{body}\n",
        }
    )
    assert [(d.code, d.where.path, d.is_contained) for d in outcome.report.errors] == [
        ("file.empty", f"lscgs/south/{folder}/{name}", True)
    ]
    assert name not in " ".join(path for path, _ in outcome.files)


def test_a_lost_link_keeps_its_words_when_the_site_is_published_without_it() -> None:
    outcome = small_site.build({"content/guide.md": "---\ntitle: G\n---\nSee [the words](/nowhere/).\n"})
    assert all(d.is_contained for d in outcome.report.errors)
    assert "See <a>the words</a>." in small_site.page(outcome, "guide/index.html")


def test_the_menu_is_followed_too() -> None:
    site = small_site.SITE.replace("page: /calendar/", "page: /calender/")
    outcome = small_site.build({"content/site.yaml": site})
    told = [(d.code, str(d.where), d.hint) for d in outcome.report.errors if d.code == "site.page-missing"]
    line = site.split("\n").index("    page: /calender/") + 1
    assert told == [("site.page-missing", f"content/site.yaml:{line}", "Did you mean /calendar/?")]
