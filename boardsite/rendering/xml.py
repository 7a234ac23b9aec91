"""Text and attributes for XML, escaped, without the characters that XML 1.0 cannot hold."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape

# XML 1.0 §2.2: everything but these may stand in a document.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def text(value: str) -> str:
    return escape(_FORBIDDEN.sub("", value), quote=False)


def element(name: str, value: str, **attributes: str) -> str:
    """Return <name attributes>value</name> with everything escaped."""
    return f"<{name}{_inside(attributes)}>{text(value)}</{name}>"


def empty(name: str, **attributes: str) -> str:
    return f"<{name}{_inside(attributes)}/>"


def _inside(attributes: Mapping[str, str]) -> str:
    return "".join(f' {key}="{_quoted(value)}"' for key, value in attributes.items())


def _quoted(value: str) -> str:
    """XML 1.0 §3.3.3: a line's end or a tab in an attribute would be read as a space."""
    escaped = text(value).replace('"', "&quot;")
    return escaped.replace("\n", "&#10;").replace("\r", "&#13;").replace("\t", "&#9;")
