"""The sign of the site in tabs and lists of bookmarks: three rings that meet, in white on the board's colour.

A drawing (SVG) of our own, because it is some hundred bytes and needs no Pillow.
"""

from __future__ import annotations

_RINGS = "".join(f'<circle cx="{x}" cy="{y}" r="13"/>' for x, y in ((24, 25), (40, 25), (32, 39)))


def icon(colour: str) -> str:
    """Return the drawing on a ground of this colour (#rrggbb)."""
    ground = f'<rect width="64" height="64" rx="12" fill="{colour}"/>'
    rings = f'<g fill="none" stroke="#fff" stroke-width="5">{_RINGS}</g>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">{ground}{rings}</svg>\n'
