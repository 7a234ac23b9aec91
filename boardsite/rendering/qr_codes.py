"""An address as a QR code (ISO/IEC 18004): an SVG that stands in the page itself, so that paper needs no second file.

Level M of error correction, or a higher one that needs no more squares: it mends 15 in 100 lost squares, which is
enough for a creased sheet, and keeps the squares large enough for a phone at arm's length.

The standard has eight masks that break up even areas, and an encoder may try all to find the one with the fewest.
Every one of them is read, and trying takes six times as long as all the rest of a code, so we take one.
"""

from __future__ import annotations

import re
from html import escape

MASK = 3
_DARK = re.compile(b"\1+")
QUIET = 4  # squares of white that the standard wants around the code


def qr_code(address: str) -> str:
    """Return the SVG of an address, black on white whatever the colours of the page are."""
    import segno  # only posters need it

    rows = segno.make(address, micro=False, error="m", mask=MASK).matrix
    side = len(rows) + 2 * QUIET
    path = "".join(_runs(row, y + QUIET) for y, row in enumerate(rows))
    return (
        f'<svg class="app-poster__code" viewBox="0 0 {side} {side}" role="img" '
        f'aria-label="QR code of {escape(address)}" shape-rendering="crispEdges">'
        f'<path fill="#fff" d="M0 0h{side}v{side}H0z"/><path fill="#000" d="{path}"/></svg>'
    )


def _runs(row: bytearray, y: int) -> str:
    """Return the dark squares of a row as the fewest rectangles."""
    runs = ((found.start() + QUIET, len(found[0])) for found in _DARK.finditer(row))
    return "".join(f"M{x} {y}h{length}v1h-{length}z" for x, length in runs)
