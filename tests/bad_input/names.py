"""Names of files as Windows, macOS, browsers and attackers give them. What cannot be used is named in the report."""

from __future__ import annotations

from tests.bad_input.cases import Bounded, Case, Must, Private, Rejected, Survives, Told, event, news

SOUTH = "lscgs/west/"
PAGE = "---\ntitle: TOKEN\n---\nText.\n"
NEWS: list[tuple[str, str, Must]] = [
    ("capital-ending", "item.MD", Private()), ("markdown", "item.markdown", Private()), ("text", "item.txt", Private()),
    ("two-endings", "item.md.txt", Private()), ("word", "item.docx", Private()), ("web-page", "item.html", Private()),
    ("no-ending", "item", Private()), ("index", "index.md", Private()), ("readme", "README", Private()),
    ("hidden", ".item.md", Private()), ("backup", "item.md~", Private()), ("bak", "item.md.bak", Private()),
    ("orig", "item.md.orig", Private()), ("swap", ".item.md.swp", Private()), ("lock", "~$item.md", Private()),
    ("mac", "._item.md", Private()), ("part", "item.md.part", Private()), ("env", ".env", Private()),
    ("git", ".git/item.md", Private()), ("hidden-folder", ".drafts/item.md", Private()),
    ("line-end", "it\nem.md", Private()), ("escape", "it\x1b[31mem.md", Private()), ("bell", "it\x07em.md", Private()),
    ("device", "aux.md", Told("file.odd-name")), ("device-2", "com1.notes.md", Told("file.odd-name")),
    ("colon", "with:colon.md", Told("file.odd-name")), ("question", "with?question.md", Told("file.odd-name")),
    ("star", "with*star.md", Told("file.odd-name")), ("pipe", "with|pipe.md", Told("file.odd-name")),
    ("angles", "with<script>.md", Told("file.odd-name")), ("quote", 'with"quote.md', Told("file.odd-name")),
    ("backslash", "with\\..\\backslash.md", Told("file.odd-name")), ("space-at-end", "folder /item.md", Told("file.odd-name")),
    ("dot-at-end", "folder2./item.md", Told("file.odd-name")), ("turned", "it\u202eem.md", Told("file.odd-name")),
    ("unseen", "it\u200bem2.md", Told("file.odd-name")), ("mark", "\ufeffitem3.md", Told("file.odd-name")),
    ("spaces", "An item of  news.md", Survives()), ("capitals", "ITEM-In-Capitals.md", Survives()),
    ("accents", "R\xe9sum\xe9.md", Survives()), ("accents-apart", "Cafe\u0301.md", Survives()),
    ("right-to-left", "\u0645\u062c\u0645\u0648\u0639\u0629.md", Rejected("route.no-name")), ("emoji", "\U0001f3e1 house.md", Survives()),
    ("percent", "a%2fb%00.md", Survives()), ("ampersand", "with&ampersand;.md", Survives()), ("single-quote", "it's.md", Survives()),
    ("hash", "with#hash.md", Survives()), ("plus", "with+plus.md", Survives()), ("dollar", "$(rm -rf x).md", Survives()),
    ("backtick", "`id`.md", Survives()), ("hyphen", "-rf.md", Survives()), ("double-hyphen", "--help.md", Survives()),
    ("template", "{{ 7*7 }}.md", Survives()), ("long", "a" * 200 + ".md", Survives()), ("figures", "2016.md", Bounded()),
    ("dots", "with..dots.md", Survives()), ("many-dots", "....md", Bounded()), ("copy", "item (1).md", Survives()),
    ("deep", "/".join("abcdefghij") + "/item.md", Survives()), ("tilde", "~root.md", Survives()), ("tab", "a\tb.md", Private()),
]  # fmt: skip
EVENTS: list[tuple[str, str, Must]] = [
    ("capital-ending", "meeting.ICS", Survives()), ("two-endings", "meeting.ics.txt", Private()), ("vcs", "meeting-of-old.vcs", Survives()),
    ("download", "meeting.ics.download", Private()), ("browser-copy", "meeting.ics (1)", Private()), ("message", "meeting.msg", Private()),
    ("spaces", "Meeting of the group.ics", Survives()), ("deep", "a/b/meeting2.ics", Survives()), ("unseen", "meet\u200bing3.ics", Told("file.odd-name")),
    ("icalendar", "meeting.icalendar", Private()), ("zip", "events.zip", Private()), ("hidden", ".meeting.ics", Private()),
]  # fmt: skip
PLACES: list[tuple[str, str, Must]] = [
    ("news-in-files", "lscgs/west/files/stray.md", Private()), ("events-in-news", "lscgs/west/news/stray.ics", Private()),
    ("page-in-group", "lscgs/west/stray.md", Private()), ("page-beside-groups", "lscgs/stray.md", Private()),
    ("group-with-a-space", "lscgs/The West/news/stray.md", Rejected("group.folder-name")), ("group-with-capitals", "lscgs/Norwest/news/stray.md", Rejected("group.folder-name")),
    ("group-without-page", "lscgs/nowhere/news/stray.md", Rejected("group.no-details", is_shown=True)), ("headers", "content/_headers", Private()),
    ("redirects", "content/_redirects", Private()), ("htaccess", "content/.htaccess", Private()), ("cname", "content/CNAME", Private()),
    ("netlify", "content/netlify.toml", Private()), ("well-known", "content/.well-known/security.txt", Private()),
    ("robots", "content/robots.txt", Private()), ("beside", "stray.md", Private()), ("admin", "content/admin.md", Rejected("route.reserved")),
    ("assets", "content/assets.md", Rejected("route.reserved")), ("lscgs-page", "content/lscgs.md", Rejected("route.reserved")),
    ("news-page", "content/news.md", Rejected("route.reserved")), ("search-page", "content/search.md", Rejected("route.reserved")),
    ("status-page", "content/status.json.md", Survives()), ("404-page", "content/404.md", Bounded()), ("index-in-folder", "content/part/index.md", Survives()),
]  # fmt: skip
PAIRS: list[tuple[str, str, str]] = [
    ("capitals", "news/pair-one.md", "news/PAIR-one.md"), ("sharp-s", "news/stra\xdfe.md", "news/STRASSE.md"),
    ("accents", "news/pair-caf\xe9.md", "news/pair-cafe\u0301.md"), ("folders", "news/x/pair.md", "news/X/pair.md"),
    ("events", "events/pair.ics", "events/PAIR.ics"), ("pictures", "images/pair.png", "images/PAIR.png"),
]  # fmt: skip

CASES: tuple[Case, ...] = (
    *(Case(f"name-{name}", {f"{SOUTH}news/{file}": news()}, must) for name, file, must in NEWS),
    *(Case(f"name-event-{name}", {f"{SOUTH}events/{file}": event()}, must) for name, file, must in EVENTS),
    *(Case(f"place-{name}", {path: PAGE if path.startswith("content/") else news()}, must) for name, path, must in PLACES),
    *(
        Case(f"name-pair-{name}", {SOUTH + one: event() if one.endswith("ics") else news(), SOUTH + two: news()}, Rejected("file.name-clash", is_shown=True))
        for name, one, two in PAIRS
    ),
)  # fmt: skip
