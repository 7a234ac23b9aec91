"""A page in other forms: its Easy Read and text-only siblings, linked both ways, and films as linked pictures."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from urllib.parse import urlsplit

from boardsite.dataclass import dataclass
from boardsite.model.entities import Article, Picture, Site, Video
from boardsite.pages.rows import Topic

EASY_READ, TEXT_ONLY = "easy-read/", "text-only/"
WORDS = ("Easy Read", "Text only")


@dataclass(frozen=True, slots=True)
class VideoCard:
    """A film elsewhere. `details` say how long it takes and where it is; `transcript` is an address, or ""."""

    title: str
    address: str
    details: str
    still: Picture | None
    transcript: str


def video_card(video: Video | None) -> VideoCard | None:
    if video is None:
        return None
    host = (urlsplit(video.address).hostname or "").removeprefix("www.")
    details = ", ".join(part for part in ("video", video.length, f"on {host}") if part)
    return VideoCard(video.title, video.address, details, video.still, video.transcript)


@dataclass(frozen=True, slots=True)
class Forms:
    """Which page has which Easy Read and text-only form ("" for none), and which page each form belongs to."""

    of_page: Mapping[str, tuple[str, str]]
    whole: Mapping[str, Article]

    @classmethod
    def of(cls, site: Site) -> Forms:
        there = frozenset(page.address for page in site.pages if not page.has_expired)
        of_page = {page.address: _addresses(page, there) for page in site.pages}
        whole = {form: page for page in site.pages for form in of_page[page.address] if form}
        return cls(MappingProxyType(of_page), MappingProxyType(whole))

    def links(self, article: Article) -> tuple[Topic, ...]:
        """Return links to the other forms of a page; from one of these, to the page itself and its further forms."""
        whole = self.whole.get(article.address)
        links = [Topic(whole.title, whole.address)] if whole else []
        forms = zip(WORDS, self.of_page[(whole or article).address], strict=True)
        links += [Topic(words, address) for words, address in forms if address and address != article.address]
        return tuple(links)


def _addresses(page: Article, there: frozenset[str]) -> tuple[str, str]:
    wanted = (page.easy_read or page.address + EASY_READ, page.text_only or page.address + TEXT_ONLY)
    easy, text = (address if address in there and address != page.address else "" for address in wanted)
    return easy, text
