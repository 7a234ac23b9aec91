"""The program of the editing forms, ready to be served: our modules, and what they need of the npm packages.

The packages are shipped as they are but for the places in REWRITES: bare names of modules become addresses, texts
come in British English, and what would ask a third party is answered here. A package in which such a place is not
found exactly once is not the one that we tested, and is not shipped.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

from boardsite.dataclass import dataclass
from boardsite.diagnostics import Diagnostics
from boardsite.messages import forms as messages
from boardsite.reading.sources import SourceFile
from boardsite.rendering.artifact import Artifact

_PACKAGES = "forms/node_modules/"
_CMS = _PACKAGES + "@sveltia/cms/"
_INDEX = _CMS + "npm/index.js"
_WORDS = _CMS + "locales/en-GB.json"
# What is served, by the name in its package. No colouring of code, no maps, no HEIC, no other languages.
_SERVED = {
    _INDEX: "program/index.js",
    _WORDS: "program/en-GB.js",
    _CMS + "LICENSE.txt": "program/LICENSE.txt",
    _CMS + "npm/chunks/react-B5rWoXIC.js": "program/chunks/react-B5rWoXIC.js",
    _CMS + "npm/chunks/react-dom-DwWAebfb.js": "program/chunks/react-dom-DwWAebfb.js",
    _CMS + "npm/chunks/webp_enc-D6VNQGQS.js": "program/chunks/webp_enc-D6VNQGQS.js",
    _CMS + "npm/chunks/webp_enc_simd-forEtNPu.js": "program/chunks/webp_enc_simd-forEtNPu.js",
    _CMS + "npm/assets/webp_enc-BpZvKflB.wasm": "program/assets/webp_enc-BpZvKflB.wasm",
    _CMS + "npm/assets/webp_enc_simd-CFvKQ_80.wasm": "program/assets/webp_enc_simd-CFvKQ_80.wasm",
    _PACKAGES + "immutable/dist/immutable.es.js": "program/parts/immutable.js",
    _PACKAGES + "turndown/lib/turndown.browser.es.js": "program/parts/turndown.js",
    _PACKAGES + "exifr/dist/lite.esm.mjs": "program/parts/exifr.js",
} | {
    f"{_CMS}npm/assets/{name}": f"program/assets/{name}"
    for name in (
        "source-sans-3-latin-wght-normal-BqRLTx4X.woff2", "noto-mono-latin-400-normal-DiC8lJru.woff2",
        "material-symbols-outlined-latin-wght-normal-_Z1IJPLg.woff2", "source-sans-3.LICENSE.txt",
        "noto-mono.LICENSE.txt", "material-symbols-outlined.LICENSE.txt",
    )
}  # fmt: skip
PARTS = tuple(_SERVED)
_START = "pages/start.js"
_REWRITES = (
    ("import(`immutable`)", "import(`./parts/immutable.js`)"),
    ("import(`turndown/lib/turndown.browser.es.js`)", "import(`./parts/turndown.js`)"),
    ("import(`exifr/dist/lite.esm.mjs`)", "import(`./parts/exifr.js`)"),
    # A format of ours gets the file as it is, too: line ends and all.
    ("e=e.trim().replace(/\\r\\n?/g,`\n`);", "let whole=e;e=e.trim().replace(/\\r\\n?/g,`\n`);"),
    ("if(c)return c(e);", "if(c)return c(e,whole);"),
    ("async e=>(await e.text()).replace(/\\r\\n?/g,`\n`)", "async e=>await e.text()"),
    # Pages can be made larger with two fingers (WCAG 1.4.4).
    ("`maximum-scale=1`,", ""),
    # Nobody is asked whether there is a newer version, or how the Git host is.
    ("`https://unpkg.com/@sveltia/cms`", "`data:application/json,{}#`"),
    (
        "`https://www.githubstatus.com/api/v2/status.json`",
        "`data:application/json,{\"status\":{\"indicator\":\"none\"}}`",
    ),
    ("`https://status-api.hostedstatus.com/1.0/status/5b36dc6502d06804c08349f7`", "`data:application/json,{}`"),
)  # fmt: skip
_CHANGED_WORDS = (
    ("There was an error while saving the entry. Please try again later.", "This has not been saved:"),
    (
        "Creating new entries in this collection is disabled by the administrator.",
        "Calendars come as files; new events go into Events.",
    ),
)
_FONT = re.compile(r"src:url\(https://cdn\.jsdelivr\.net/[^)]*\)\s*format\('[^']*'\)")
_OTHER_WORDS = re.compile(r"import\(`\.\./locales/[\w-]+\.json`\)")


@dataclass(frozen=True, slots=True)
class Program:
    """The address of the script that starts the forms, "" where there is none, and all the files it needs."""

    address: str
    files: tuple[Artifact, ...]
    told: Diagnostics = ()


def program(sources: Iterable[SourceFile]) -> Program:
    """Return the program made of these files below forms/."""
    files = {source.path: source.content for source in sources}
    if any(part not in files for part in PARTS):
        return Program("", (), (messages.no_program(),))
    index = _rewritten(files[_INDEX].decode())
    if index is None:
        return Program("", (), (messages.unknown_program(),))
    served = {name: files[path] for path, name in _SERVED.items()}
    served["program/index.js"] = index.encode()
    served["program/en-GB.js"] = b"export default " + _reworded(files[_WORDS].decode()).encode()
    served |= {path.removeprefix("forms/"): body for path, body in files.items() if not path.startswith(_PACKAGES)}
    mark = hashlib.sha256()
    for name, body in sorted(served.items()):
        mark.update(f"{name}\0{len(body)}\0".encode() + body)
    folder = f"/assets/forms-{mark.hexdigest()[:10]}/"
    made = tuple(Artifact(folder + name, body) for name, body in sorted(served.items()))
    return Program(folder + _START, made)


def _rewritten(text: str) -> str | None:
    for old, new in _REWRITES:
        if text.count(old) != 1:
            return None
        text = text.replace(old, new)
    text, fonts = _FONT.subn("src:local('')", text)  # they come from our own files
    if fonts != 3:
        return None
    return _OTHER_WORDS.sub("import(`./en-GB.js`)", text)


def _reworded(text: str) -> str:
    """Return the program's words with those of ours that say what to do."""
    for old, new in _CHANGED_WORDS:
        text = text.replace(old, new)
    return text
