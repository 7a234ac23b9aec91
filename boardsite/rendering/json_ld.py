"""Structured data as a JSON-LD block that nothing in it can break out of."""

from __future__ import annotations

import json
from collections.abc import Mapping

from boardsite.pages.structured_data import EventData, NewsData, OrganisationData, PageData, TrailData

# In a script element only "<" could begin an end tag; "&" and ">" are escaped with it, and stay the same JSON.
_ESCAPES = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def json_ld(data: PageData) -> str:
    """Return the whole script element of what is known of a page."""
    whole = {"@context": "https://schema.org", **_known(_object(data))}
    text = json.dumps(whole, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)
    return f'<script type="application/ld+json">{text}</script>'


def _known(found: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in found.items() if value}


def _object(data: PageData) -> Mapping[str, object]:
    match data:
        case EventData():
            return _event(data)
        case TrailData():
            return _trail(data)
        case OrganisationData():
            return _organisation(data)
        case NewsData():
            return _news(data)


def _event(data: EventData) -> Mapping[str, object]:
    return {
        "@type": "Event",
        "name": data.name,
        "startDate": data.starts,
        "previousStartDate": data.was,
        "endDate": data.ends,
        "eventStatus": f"https://schema.org/{data.status}",
        "eventAttendanceMode": f"https://schema.org/{data.mode}EventAttendanceMode",
        "location": _location(data),
        "description": data.description,
        "organizer": {"@type": "Organization", "name": data.organiser},
        "url": data.url,
    }


def _trail(data: TrailData) -> Mapping[str, object]:
    steps = [
        {"@type": "ListItem", "position": number, "name": name, "item": address}
        for number, (name, address) in enumerate(data.steps, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": steps}


def _organisation(data: OrganisationData) -> Mapping[str, object]:
    parent = {"@type": "Organization", "name": data.parent, "url": data.parent_url}
    return {
        "@type": "Organization",
        "name": data.name,
        "alternateName": data.short_name,
        "url": data.url,
        "email": data.email,
        "telephone": data.phone,
        "address": data.address,
        "areaServed": data.area,
        "parentOrganization": _known(parent) if data.parent else "",
    }


def _news(data: NewsData) -> Mapping[str, object]:
    publisher = _known({"@type": "Organization", "name": data.publisher, "url": data.publisher_url})
    return {
        "@type": "NewsArticle",
        "headline": data.headline,
        "url": data.url,
        "datePublished": data.published,
        "dateModified": data.changed,
        "description": data.description,
        "image": data.image,
        "author": publisher,
        "publisher": publisher,
    }


def _location(data: EventData) -> list[dict[str, object]] | dict[str, object]:
    """Return where it is; nothing where the page does not say so either."""
    found = []
    if data.place or data.is_place_open:
        address = data.place_address or data.place
        found.append(_known({"@type": "Place", "name": data.place or "To be confirmed", "address": address}))
    if data.mode != "Offline":
        found.append({"@type": "VirtualLocation", **({"url": data.online} if data.online else {"name": "Online"})})
    return found[0] if len(found) == 1 else found
