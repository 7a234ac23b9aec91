"""An address as a QR code (ISO/IEC 18004): an SVG that stands in the page itself, so that paper needs no second file.

Level M of error correction mends 15 in 100 lost squares, which is enough for a creased sheet, and keeps the squares
large enough for a phone at arm's length.
"""

from __future__ import annotations

import re
from html import escape
from math import isqrt

_DARK = re.compile(b"\0+")
QUIET = 4  # squares of white that the standard wants around the code


def qr_code(address: str) -> str:
    """Return the SVG of an address, black on white whatever the colours of the page are."""
    import zxingcpp  # only posters need it

    code = zxingcpp.create_barcode(address, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    image = code.to_image(scale=1, add_quiet_zones=False)
    rows = bytes(memoryview(image))  # type: ignore[arg-type]  # its stubs do not say that it is a buffer
    across = isqrt(len(rows))
    side = across + 2 * QUIET
    path = "".join(_runs(rows[at : at + across], at // across + QUIET) for at in range(0, len(rows), across))
    return (
        f'<svg class="app-poster__code" viewBox="0 0 {side} {side}" role="img" '
        f'aria-label="QR code of {escape(address)}" shape-rendering="crispEdges">'
        f'<path fill="#fff" d="M0 0h{side}v{side}H0z"/><path fill="#000" d="{path}"/></svg>'
    )


def _runs(row: bytes, y: int) -> str:
    """Return the dark squares of a row as the fewest rectangles."""
    runs = ((found.start() + QUIET, len(found[0])) for found in _DARK.finditer(row))
    return "".join(f"M{x} {y}h{length}v1h-{length}z" for x, length in runs)
