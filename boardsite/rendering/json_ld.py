"""Structured data as a JSON-LD block that nothing in it can break out of."""

from __future__ import annotations

import json

from boardsite.pages.structured_data import EventData

# In a script element only "<" could begin an end tag; "&" and ">" are escaped with it, and stay the same JSON.
_ESCAPES = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def json_ld(data: EventData) -> str:
    """Return the whole script element of an event."""
    text = json.dumps(_event(data), ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)
    return f'<script type="application/ld+json">{text}</script>'


def _event(data: EventData) -> dict[str, object]:
    mode = "OnlineEventAttendanceMode" if data.online else "OfflineEventAttendanceMode"
    found: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": data.name,
        "startDate": data.starts,
        "endDate": data.ends,
        "eventStatus": f"https://schema.org/{data.status}",
        "eventAttendanceMode": f"https://schema.org/{mode}",
        "location": _location(data),
        "description": data.description,
        "organizer": {"@type": "Organization", "name": data.organiser},
        "url": data.url,
    }
    return {name: value for name, value in found.items() if value}


def _location(data: EventData) -> dict[str, str]:
    if data.online:
        return {"@type": "VirtualLocation", "url": data.online}
    place = {"@type": "Place", "name": data.place or "To be confirmed", "address": data.place_address or data.place}
    return {name: value for name, value in place.items() if value}
