"""The headers of hosts where there are editing forms: these need more than the public pages may have.

Hosts join the headers of all rules that fit an address, and two policies together allow only what both allow. So the
public pages' own policy moves from the rule for everything to a rule for each folder that is not the forms'.
"""

from __future__ import annotations

from collections.abc import Iterable

from boardsite.model.board_entities import Editing

Rule = tuple[str, tuple[tuple[str, str], ...]]

_HOSTS = {"github": "https://api.github.com", "gitlab": "https://gitlab.com", "gitea": "https://gitea.com"}
_APART = ("Content-Security-Policy", "Cross-Origin-Opener-Policy")
FORMS = "/admin/*"


def with_forms(rules: Iterable[Rule], addresses: Iterable[str], editing: Editing) -> tuple[Rule, ...]:
    """Return the rules of a site with forms, whose pages and files have these addresses."""
    (everything, shared), *others = rules
    kept = tuple(header for header in shared if header[0] not in _APART)
    apart = tuple(header for header in shared if header[0] in _APART)
    firsts = sorted({_first(address) for address in addresses} - {FORMS})
    own = (
        ("Content-Security-Policy", policy(editing)),
        ("Cross-Origin-Opener-Policy", "same-origin-allow-popups"),  # signing in opens a window
        ("X-Robots-Tag", "noindex"),
        ("Cache-Control", "no-cache"),
    )
    return ((everything, kept), *((first, apart) for first in firsts), (FORMS, own), *others)


def _first(address: str) -> str:
    first, slash, _ = address.lstrip("/").partition("/")
    return f"/{first}/*" if slash else f"/{first}"


def policy(editing: Editing) -> str:
    """Return the policy of the forms: our own files, and the Git host. Only styles may stand in the page."""
    host = editing.address or _HOSTS[editing.host]
    connect = f"{host}/api/v3/" if editing.host == "github" and editing.address else host
    pictures = "https://*.githubusercontent.com" if editing.host == "github" and not editing.address else host
    parts = {
        "default-src": "'none'",
        "script-src": "'self' 'wasm-unsafe-eval'",  # makes pictures smaller where the browser itself cannot
        "style-src": "'self' 'unsafe-inline'",
        "img-src": f"'self' data: blob: {pictures}",
        "media-src": "'self' blob:",
        "font-src": "'self' data:",
        "connect-src": f"'self' data: blob: {connect}",
        "frame-src": "'self' blob:",
        "worker-src": "'self' blob:",
        "manifest-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'self'",
        "frame-ancestors": "'none'",
        "object-src": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in parts.items())
