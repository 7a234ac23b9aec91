"""What is sent back: status, type and bytes, with the headers that the host will send, too."""

from __future__ import annotations

from fnmatch import fnmatchcase

from boardsite.dataclass import dataclass
from boardsite.pages.site_files import HEADERS

HTML = "text/html; charset=utf-8"
PLAIN = "text/plain; charset=utf-8"
_TYPES = {
    ".html": HTML,
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".xml": "application/xml",
    ".txt": PLAIN,
    ".ics": "text/calendar; charset=utf-8",
    ".vcf": "text/vcard; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".pdf": "application/pdf",
    ".webmanifest": "application/manifest+json",
}
# A preview is never stored and never read by pages of others, whatever the host allows for the finished site.
_NOT_HERE = {"cache-control", "access-control-allow-origin", "strict-transport-security", "content-type"}


@dataclass(frozen=True, slots=True)
class Response:
    """A whole answer. `location` is where a redirect leads."""

    status: int
    content_type: str
    content: bytes
    location: str = ""


def page(content: bytes, status: int = 200) -> Response:
    return Response(status, HTML, content)


def plain(status: int, sentence: str) -> Response:
    return Response(status, PLAIN, (sentence + "\n").encode("utf-8"))


def redirect(location: str, status: int = 302) -> Response:
    return Response(status, PLAIN, b"", location)


def type_of(path: str) -> str:
    """Return the media type of a file by its ending; what is unknown is only ever saved, never shown."""
    dot = path.rfind(".")
    return _TYPES.get(path[dot:].lower() if dot >= 0 else "", "application/octet-stream")


def headers_for(address: str) -> tuple[tuple[str, str], ...]:
    """Return the headers of the host's table for an address, without what does not belong on a desk."""
    found = [
        (name, value)
        for pattern, rules in HEADERS
        if fnmatchcase(address, pattern)
        for name, value in rules
        if name.lower() not in _NOT_HERE
    ]
    return (*found, ("Cache-Control", "no-store"))
