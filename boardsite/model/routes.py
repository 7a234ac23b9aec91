"""The addresses of the site, one function for each kind of page, and where a file of that address is stored."""

from __future__ import annotations

from boardsite.clock import Month

HOME = "/"
NEWS = "/news/"
GROUPS = "/lscgs/"
CALENDAR = "/calendar/"
CONTACTS = "/contacts/"
ORGANISATIONS = "/contacts/organisations/"
ACCESSIBILITY = "/accessibility/"
SEARCH = "/search/"
GLOSSARY = "/glossary/"
NOT_FOUND = "/404.html"
SECURITY = "/.well-known/security.txt"

# First parts of addresses that the product itself uses: no page of the board may be called so.
RESERVED = frozenset(
    {"news", "lscgs", "calendar", "contacts", "accessibility", "tags", "events", "search", "admin", "assets"}
    | {"images", "files", "poster", "404", "sitemap", "robots", "status"}
)


def section(group: str) -> str:
    """Return the address below which everything of a group stands; "/" for the board."""
    return f"/lscgs/{group}/" if group else "/"


def section_of(address: str) -> str:
    """Return the key of the group whose page, or editing form, stands at an address; "" for what is the board's."""
    first, _, rest = address.removeprefix("/").partition("/")
    key, slash, _ = rest.partition("/")
    return key if slash and first in ("lscgs", "admin") else ""


def page(path: str) -> str:
    """Return the address of a Markdown file of content/: "content/a/b.md" → "/a/b/"."""
    inner = path.removeprefix("content/").removesuffix(".md")
    parts = [part for part in inner.split("/") if part]
    if parts[-1] == "index":
        parts.pop()
    return "".join(f"/{part}" for part in parts) + "/"


def forms(group: str) -> str:
    """Return the address of the editing forms of a group, or of the board."""
    return f"/admin/{group}/" if group else "/admin/"


def news_list(group: str, number: int = 1) -> str:
    return f"{section(group)}news/" + (f"page-{number}/" if number > 1 else "")


def news_year(group: str, year: int) -> str:
    return f"{section(group)}news/{year}/"


def news_item(group: str, slug: str) -> str:
    return f"{section(group)}news/{slug}/"


def news_priority(key: str) -> str:
    return f"/news/priority/{key}/"


def tag(slug: str) -> str:
    return f"/tags/{slug}/"


def contacts(group: str) -> str:
    return f"{section(group)}contacts/"


def vcard(group: str) -> str:
    return f"{section(group)}contacts.vcf"


def role_vcard(group: str, slug: str) -> str:
    return f"{section(group)}contacts/{slug}.vcf"


def calendar(group: str) -> str:
    return f"{section(group)}calendar/"


def month(group: str, which: Month) -> str:
    return f"{section(group)}calendar/{which}/"


def calendar_year(group: str, year: int) -> str:
    return f"{section(group)}calendar/{year}/"


def calendar_feed(group: str) -> str:
    return f"{section(group)}calendar.ics"


def calendar_filter(key: str) -> str:
    return f"/calendar/{key}/"


def calendar_filter_feed(key: str) -> str:
    return f"/calendar/{key}.ics"


def news_feed(group: str) -> str:
    return f"{section(group)}news.xml"


def event(group: str, slug: str) -> str:
    return f"{section(group)}events/{slug}/"


def event_file(group: str, slug: str) -> str:
    return f"{section(group)}events/{slug}.ics"


def search_index(digest: str) -> str:
    """Return the address of the search's index, which may be kept for a year because it changes with its content."""
    return f"/assets/search.{digest}.json"


def poster(group: str) -> str:
    return f"{section(group)}poster/"


def event_poster(group: str, slug: str) -> str:
    return f"{event(group, slug)}poster/"


def occurrence_anchor(key: str) -> str:
    """Return the id of a date on the page of its series, from the key of its original start."""
    return f"on-{key}"


def file_of(address: str) -> str:
    """Return the path in the output folder of an address: a folder's page is its index.html."""
    path = address.split("#")[0].lstrip("/")
    return path + "index.html" if path == "" or path.endswith("/") else path
