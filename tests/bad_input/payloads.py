"""Texts that break out of where they stand, each round a word of its own, and every place where an editor's text goes.

One site for each payload has it in all places at once. ZQ stands for the word of one payload in one place.
"""

from __future__ import annotations

import json
from collections.abc import Callable

from tests.support import small_site

# name → what is typed, and how it reads where it is shown as text
PAYLOADS: dict[str, tuple[str, str]] = {
    "script": ("<script>ZQ()</script>", "<script>ZQ()</script>"),
    "element": ("<ZQ onZQ=1>x", "<ZQ onZQ=1>x"),
    "picture": ("<img src=ZQ onerror=ZQ()>", "<img src=ZQ onerror=ZQ()>"),
    "double-quote": ('" onZQ="1', '" onZQ="1'),
    "single-quote": ("' onZQ='1", "' onZQ='1"),
    "no-quote": ("x onZQ=1", "x onZQ=1"),
    "end-of-title": ("</title><ZQ>", "</title><ZQ>"),
    "end-of-script": ("</script><ZQ>", "</script><ZQ>"),
    "comment": ("--><ZQ><!--", "--><ZQ><!--"),
    "cdata": ("]]><ZQ/>", "]]><ZQ/>"),
    "entities": ("&lt;ZQ&gt; &#60;ZQ&#62;", "&lt;ZQ&gt; &#60;ZQ&#62;"),
    "template": ("{{ 7*7 }}{% if 1 %}ZQ{% endif %}", "{{ 7*7 }}{% if 1 %}ZQ{% endif %}"),
    "markdown": ("[ZQ](javascript:ZQ())", "[ZQ](javascript:ZQ())"),
    "json": ('","ZQ":"1', '","ZQ":"1'),
    "backslashes": ('\\","ZQ":"\\u003c', '\\","ZQ":"\\u003c'),
    "calendar-line": ("ZQ\nX-ZQ:1\nEND:VEVENT", "ZQ X-ZQ:1 END:VEVENT"),
    "calendar-parts": ("ZQ;X-ZQ=1:a,b\\n", "ZQ;X-ZQ=1:a,b\\n"),
    "host-rule": ("ZQ\n/ZQ /zq 301!\n  ZQ: x", "ZQ /ZQ /zq 301! ZQ: x"),
    "formula": ("=ZQ()|'x'!A1", "=ZQ()|'x'!A1"),
    "address-tokens": ("ZQ\x910\x92\x93/\x94", "ZQ0/"),
    "unseen-letters": ("\u202eZQ\u0007\u001b[31m\ue0001\ue001\u200b\ufeff", "ZQ[31m1"),
}


def _yaml(text: str) -> str:
    return json.dumps(text, ensure_ascii=True)


def _ics(text: str) -> str:
    """As a calendar program writes it: only line ends have to be escaped, so that the rest arrives as typed."""
    escaped = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")
    return "".join(letter for letter in escaped if letter == "\t" or letter >= " ")


def news(p: Callable[[str], str]) -> str:
    return (
        f"---\ntitle: {_yaml(p('news-title'))}\ndate: 5 May 2016\nsummary: {_yaml(p('news-summary'))}\n"
        f"tags: [{_yaml(p('news-topic'))}]\nimage: images/a.png\nimage_alt: {_yaml(p('picture-words'))}\n"
        f"attachments:\n  - file: files/a.pdf\n    title: {_yaml(p('download-title'))}\n"
        f"video:\n  address: https://video.example.org/\n  title: {_yaml(p('video-title'))}\n  length: {_yaml(p('video-length'))}\n"
        "---\nText.\n"
    )


def page(p: Callable[[str], str]) -> str:
    return f"---\ntitle: {_yaml(p('page-title'))}\nsummary: {_yaml(p('page-summary'))}\ntags: {_yaml(p('page-topic'))}\n---\nText.\n"


def group(p: Callable[[str], str]) -> str:
    facts = {name: p(f"group-{name}") for name in ("name", "area", "summary", "meets")}
    return "---\n" + "".join(f"{name}: {_yaml(text)}\n" for name, text in facts.items()) + "---\nText.\n"


def contacts(p: Callable[[str], str]) -> str:
    facts = {name: p(f"contact-{name}") for name in ("role", "organisation", "name", "hours", "response", "note")}
    lines = "".join(f"    {name}: {_yaml(text)}\n" for name, text in facts.items())
    return f"contacts:\n  - email: a@example.org\n    phone: 01632 960001\n    consent: yes\n{lines}"


def event(p: Callable[[str], str]) -> str:
    lines = [
        "UID:" + _ics(p("event-uid")), "SUMMARY:" + _ics(p("event-title")), "LOCATION:" + _ics(p("event-place")),
        "DESCRIPTION:" + _ics(p("event-text")),
        "CATEGORIES:" + _ics(p("event-category")),
    ]  # fmt: skip
    return small_site.EVENT.replace("\r\n", "\n").replace(
        "UID:forum@example.org\n", "\n".join(lines) + "\nX-BOARDSITE-VENUE:hall\n"
    ).replace("SUMMARY:Summer forum\n", "").replace("LOCATION:Sample Hall\n", "")  # fmt: skip


def site(p: Callable[[str], str]) -> str:
    text = small_site.SITE
    for line, place in (
        ("summary: What the board and its local groups do.", "site-summary"), ("name: Sample Safeguarding Board", "site-name"),
        ("heading: Worried about a child?", "urgent-heading"), ("emergency: If a child is in danger now, call", "urgent-emergency"),
        ("label: Sample council", "urgent-label"), ("hours: day and night", "urgent-hours"), ("label: News", "menu-label"),
        ("group_meaning: Local Safeguarding Children Group", "group-meaning"), ("name: Neglect", "priority-name"),
    ):  # fmt: skip
        assert line in text, line
        text = text.replace(line, f"{line.partition(':')[0]}: {_yaml(p(place))}", 1)
    return text + (
        f"address: {_yaml(p('site-address'))}\nfooter_text: {_yaml(p('site-footer'))}\n"
        f"footer:\n  - label: {_yaml(p('footer-label'))}\n    page: /news/\n"
        f"notice:\n  kind: major\n  title: {_yaml(p('notice-title'))}\n  text: {_yaml(p('notice-text'))}\n"
    )


def places(p: Callable[[str], str]) -> str:
    facts = {name: p(f"place-{name}") for name in ("name", "address", "note", "access")}
    return "places:\n  - key: hall\n" + "".join(f"    {name}: {_yaml(text)}\n" for name, text in facts.items())


def glossary(p: Callable[[str], str]) -> str:
    facts = {name: p(f"glossary-{name}") for name in ("word", "full", "meaning")}
    return "words:\n  -" + "".join(f"    {name}: {_yaml(text)}\n" for name, text in facts.items())[3:]


def areas(p: Callable[[str], str]) -> str:
    return f"areas:\n  - name: {_yaml(p('area-name'))}\n    groups: [west]\n"


def home(p: Callable[[str], str]) -> str:
    return f"---\ntitle: {_yaml(p('home-title'))}\nsummary: {_yaml(p('home-summary'))}\n---\nHello.\n"


FILES: dict[str, Callable[[Callable[[str], str]], str]] = {
    "content/site.yaml": site, "content/places.yaml": places, "content/glossary.yaml": glossary,
    "content/areas.yaml": areas, "content/index.md": home, "content/guide.md": page, "lscgs/west/index.md": group,
    "lscgs/west/contacts.yaml": contacts, "lscgs/west/news/item.md": news, "lscgs/west/events/meeting.ics": event,
}  # fmt: skip


def surfaces() -> tuple[str, ...]:
    """Return the names of all places, in the order in which they are filled."""
    found: list[str] = []
    for make in FILES.values():
        make(lambda place: found.append(place) or "")  # type: ignore[func-returns-value]
    return tuple(found)
