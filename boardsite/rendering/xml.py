"""Text and attributes for XML, escaped, without the characters that XML 1.0 cannot hold."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

# XML 1.0 §2.2: everything but these may stand in a document.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def text(value: str) -> str:
    return escape(_FORBIDDEN.sub("", value))


def element(name: str, value: str, **attributes: str) -> str:
    """Return <name attributes>value</name> with everything escaped."""
    inside = "".join(f" {key}={quoteattr(_FORBIDDEN.sub('', each))}" for key, each in attributes.items())
    return f"<{name}{inside}>{text(value)}</{name}>"


def empty(name: str, **attributes: str) -> str:
    inside = "".join(f" {key}={quoteattr(_FORBIDDEN.sub('', each))}" for key, each in attributes.items())
    return f"<{name}{inside}/>"
