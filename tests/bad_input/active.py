"""A second reader of finished files: what in them does something, and what is only text.

It shares no code with the program. HTML is read by html5lib as a browser reads it, XML by expat, JSON by json,
calendars and contact cards by the few rules of RFC 5545 section 3.1 and RFC 2426 written here once more.
"""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import html5lib
import yaml

SCHEMES = ("https:", "http:", "mailto:", "tel:", "webcal:", "data:image/")
_ADDRESSES = ("href", "src", "srcset", "action", "formaction", "poster", "data", "ping", "cite", "background")
_LINE = re.compile(r'([A-Za-z0-9.-]+)((?:;[^=;:"]+=(?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)*):(.*)', re.S)


@dataclass
class Read:
    """Words that act (names of elements, attributes, keys, properties; code; rules of a host) and words to be read."""

    active: list[str] = field(default_factory=list)
    shown: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)


def read(files: Iterable[tuple[str, bytes]]) -> Read:
    """Return what all finished files of a site say and do."""
    found = Read()
    for path, content in files:
        ending = path.rpartition(".")[2]
        try:
            match ending:
                case "html":
                    _html(content.decode(), found)
                case "xml" | "svg":
                    _xml(content, found)
                case "json" | "webmanifest":
                    _json(json.loads(content), found)
                case "ics" | "vcf":
                    _lines(path, content, found)
                case "yml" | "yaml":
                    _json(yaml.safe_load(content), found)
                case "png" | "jpg" | "webp" | "pdf" | "ico":
                    pass  # pixels, and what an editor offers for download as it is
                case _:
                    found.active.append(
                        content.decode()
                    )  # styles, scripts, rules of the host: no editor's word belongs there
        except (ValueError, ET.ParseError, yaml.YAMLError) as problem:
            found.broken.append(f"{path}: {problem}")
    return found


def _html(text: str, found: Read) -> None:
    tree = html5lib.parse(text, namespaceHTMLElements=False)
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue  # a comment
        found.active.append(element.tag)
        for name, value in element.attrib.items():
            found.active.append(str(name))
            low = value.strip().lower()
            if _acts(element.tag, str(name), low):
                found.active.append(value)
            else:
                found.shown.append(value)
        words = element.text or ""
        if element.tag == "script" and "json" in (element.get("type") or ""):
            _json(json.loads(words), found)
        elif element.tag in ("script", "style"):
            found.active.append(words)
        else:
            found.shown.append(
                "".join(element.itertext()) if element.tag in ("p", "h1", "li", "a", "td", "dd") else words
            )
        found.shown.append(element.tail or "")


def _acts(tag: str, name: str, value: str) -> bool:
    is_code = name == "style" or name.startswith("on") or (tag, name) == ("iframe", "srcdoc")
    is_odd = re.match(r"[a-z][a-z0-9+.\s-]*:", value) is not None and not value.startswith(SCHEMES)
    return is_code or (name in _ADDRESSES and is_odd)


def _xml(content: bytes, found: Read) -> None:
    for element in ET.fromstring(content).iter():
        found.active += [element.tag, *element.attrib]
        found.shown += [element.text or "", element.tail or "", *element.attrib.values()]
        if element.get("type") == "html":
            _html(element.text or "", found)


def _json(value: object, found: Read) -> None:
    if isinstance(value, dict):
        found.active += map(str, value)
        for inner in value.values():
            _json(inner, found)
    elif isinstance(value, list):
        for inner in value:
            _json(inner, found)
    else:
        found.shown.append(str(value))


def _lines(path: str, content: bytes, found: Read) -> None:
    if re.search(rb"(?<!\r)\n|\r(?!\n)", content) or any(len(line) > 75 for line in content.split(b"\r\n")):
        found.broken.append(f"{path}: lines end or are folded wrongly")
    open_parts: list[str] = []
    for line in re.sub(r"\r\n[ \t]", "", content.decode()).split("\r\n"):
        if not line:
            continue
        whole = _LINE.fullmatch(line)
        if whole is None:
            found.broken.append(f"{path}: {line[:60]}")
            continue
        name, parameters, value = whole.groups()
        found.active += [name.upper(), *(part.partition("=")[0] for part in parameters.split(";") if part)]
        if name == "BEGIN":
            open_parts.append(value)
        elif name == "END" and (not open_parts or open_parts.pop() != value):
            found.broken.append(f"{path}: END:{value} closes nothing")
        if name in ("BEGIN", "END", "RRULE", "CLASS", "STATUS"):
            found.active.append(value)
        else:
            found.shown.append("".join(_unescaped(value)))
    if open_parts:
        found.broken.append(f"{path}: {open_parts} is not closed")


def _unescaped(value: str) -> Iterator[str]:
    for piece in re.findall(r"\\.|[^\\]+", value, re.S):
        yield {"\\n": "\n", "\\N": "\n"}.get(piece, piece[1:] if piece[0] == "\\" else piece)
