"""The colour name of CSS that comes nearest to a colour: calendar programs know names only (RFC 7986 section 5.9)."""

from __future__ import annotations

_NAMES = {
    "black": "#000000", "midnightblue": "#191970", "navy": "#000080", "darkblue": "#00008b", "royalblue": "#4169e1",
    "steelblue": "#4682b4", "darkslateblue": "#483d8b", "indigo": "#4b0082", "rebeccapurple": "#663399",
    "purple": "#800080", "darkmagenta": "#8b008b", "mediumvioletred": "#c71585", "crimson": "#dc143c",
    "darkred": "#8b0000", "maroon": "#800000", "brown": "#a52a2a", "sienna": "#a0522d", "saddlebrown": "#8b4513",
    "chocolate": "#d2691e", "darkgoldenrod": "#b8860b", "olive": "#808000", "darkolivegreen": "#556b2f",
    "darkgreen": "#006400", "green": "#008000", "seagreen": "#2e8b57", "teal": "#008080", "darkcyan": "#008b8b",
    "darkslategray": "#2f4f4f", "slategray": "#708090", "dimgray": "#696969",
}  # fmt: skip


def colour_name(colour: str) -> str:
    """Return the name of the colour nearest to one written as #rrggbb."""
    return min(_NAMES, key=lambda name: _distance(_NAMES[name], colour))


def _distance(one: str, other: str) -> int:
    """Green weighs most for the eye, blue least."""
    steps = (int(one[at : at + 2], 16) - int(other[at : at + 2], 16) for at in (1, 3, 5))
    return sum(weight * step * step for weight, step in zip((3, 4, 2), steps, strict=True))
