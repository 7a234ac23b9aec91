"""Colours of the board and of groups: how well letters are read on them (WCAG 2), and their form on a dark page."""

from __future__ import annotations

WHITE = "#ffffff"
# The lighter of the two dark grounds in theme/css/tokens.css, and what edges and marks must reach on it.
DARK_GROUND = "#1d262d"
LEAST_FOR_TEXT = 4.5
_STEPS = 20


def contrast(one: str, other: str) -> float:
    """Return the WCAG 2 contrast of two colours written as #rrggbb."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def on_dark(colour: str) -> str:
    """Return the colour, mixed with as much white as it takes to be seen well on a dark page."""
    parts = _parts(colour)
    for step in range(_STEPS + 1):
        mixed = "#" + "".join(f"{part + (255 - part) * step // _STEPS:02x}" for part in parts)
        if contrast(mixed, DARK_GROUND) >= LEAST_FOR_TEXT:
            return mixed
    return WHITE


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)
