"""YAML text to values that are text and know their line, whatever YAML itself would have made of them.

We read PyYAML's node tree and type nothing: `01603777777`, `9:30` and `no` stay what was typed. What YAML drops or
decides without a word (a second key of the same name, what follows a ` #`, aliases) is told here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import field

import yaml

from boardsite.dataclass import dataclass
from boardsite.diagnostics import Diagnostic, Diagnostics, Location
from boardsite.messages import settings as messages
from boardsite.reading.stumbles import explain
from boardsite.text import without_controls

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # libyaml is an extra of PyYAML; the node tree is the same without it
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

# "S:\new" would become two lines. Other escapes are left alone: programs write them, and mean them.
_PATH = re.compile(r"(?<![A-Za-z])[A-Za-z]:\\\w")
MOST_DEPTH = 8
MOST_NODES = 20_000


@dataclass(frozen=True, slots=True)
class RawText:
    """A value as it was typed. `is_empty` is True where nothing stands after the colon.

    `cut` is its line where a remark follows at one space, so that it may be half of a text: "Room # 3". A remark that
    is meant stands further off, or behind what is no text.
    """

    text: str
    where: Location
    is_empty: bool = False
    cut: str = ""


@dataclass(frozen=True, slots=True)
class RawList:
    items: tuple[RawValue, ...]
    where: Location


@dataclass(frozen=True, slots=True)
class RawMap:
    """Settings in the order of the file, each with the place of its name."""

    values: tuple[tuple[RawText, RawValue], ...]
    where: Location

    def get(self, name: str) -> RawValue | None:
        return next((value for key, value in self.values if key.text == name), None)


RawValue = RawText | RawList | RawMap


def read_settings(text: str, path: str, first_line: int = 1) -> tuple[RawMap | None, Diagnostics]:
    """Return the settings written in a YAML text, or None with what is wrong; never a typed value.

    `first_line` is the number of the text's first line in its file.
    """
    reader = _Reader(path, first_line, text.split("\n"))
    tab = re.search(r"^ *\t", text, re.M)
    if tab:
        return None, (messages.tab(reader.place(text.count("\n", 0, tab.start()), 0)),)
    if _deep_brackets(text):
        return None, (messages.too_deep(Location(path, first_line), MOST_DEPTH),)
    try:
        node = yaml.compose(text.replace("\t", " "), Loader=_Loader)  # the two composers disagree about a last tab
    except yaml.MarkedYAMLError as problem:
        return None, (explain(problem, reader.lines, reader.place),)
    except (yaml.YAMLError, ValueError, RecursionError):
        return None, (messages.unreadable(Location(path, first_line), ""),)
    if node is None:
        return RawMap((), Location(path, first_line)), ()
    value = reader.value(node, 0)
    if isinstance(value, RawMap):
        return value, tuple(reader.told)
    if not reader.told:
        reader.told.append(messages.not_settings(reader.place(node.start_mark.line, 0), reader.line(node)))
    return None, tuple(reader.told)


def _deep_brackets(text: str) -> bool:
    """The composer calls itself for each level, so a run of brackets must not reach it."""
    levels = f"{{{MOST_DEPTH * 2}}}"
    return bool(re.search(rf"(?:[\[{{]\s*){levels}|(?:- ){levels}|(?:\? ){levels}", text))


def _letters(node: yaml.ScalarNode) -> str:
    """The file has no controls any more, but between double marks YAML makes them anew, out of "\\u202e"."""
    return unicodedata.normalize("NFC", without_controls(node.value))


@dataclass(slots=True)
class _Reader:
    path: str
    first_line: int
    lines: list[str]
    told: list[Diagnostic] = field(default_factory=list)
    seen: int = 0
    met: set[int] = field(default_factory=set)

    def place(self, line: int, column: int) -> Location:
        return Location(self.path, self.first_line + min(line, max(0, len(self.lines) - 1)), column + 1)

    def at(self, node: yaml.Node) -> Location:
        return self.place(node.start_mark.line, node.start_mark.column)

    def line(self, node: yaml.Node) -> str:
        return self.lines[node.start_mark.line].strip() if node.start_mark.line < len(self.lines) else ""

    def value(self, node: yaml.Node, depth: int, *, is_entry: bool = False) -> RawValue | None:
        self.seen += 1
        if depth > MOST_DEPTH or self.seen > MOST_NODES:
            self._tell_once(messages.too_deep(self.at(node), MOST_DEPTH))
            return None
        if id(node) in self.met:
            self._tell_once(messages.shared_value(self.at(node), self.line(node)))
            return None
        self.met.add(id(node))
        if self._has_mark(node):
            self.told.append(messages.odd_first_letter(self.at(node), self.line(node)))
            return None
        if isinstance(node, yaml.ScalarNode):
            return self._text(node)
        if isinstance(node, yaml.SequenceNode):
            items = (self.value(item, depth + 1, is_entry=True) for item in node.value)
            return RawList(tuple(item for item in items if item is not None), self.at(node))
        return RawMap(tuple(self._settings(node, depth, is_entry=is_entry)), self.at(node))

    def _settings(self, node: yaml.Node, depth: int, *, is_entry: bool) -> Iterator[tuple[RawText, RawValue]]:
        first: dict[str, Location] = {}
        is_told = False
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode) or self._has_mark(key_node):
                self.told.append(messages.not_a_name(self.at(key_node), self.line(key_node)))
                continue
            key = RawText(_letters(key_node).strip(), self.at(key_node))
            if key.text == "<<":
                self.told.append(messages.shared_value(key.where, self.line(key_node)))
                continue
            if key.text in first:
                if not (is_entry and is_told):  # one hyphen that was forgotten makes all names of an entry double
                    self.told.append(messages.written_twice(key.where, key.text, first[key.text], is_entry=is_entry))
                is_told = True
                continue
            first[key.text] = key.where
            value = self.value(value_node, depth + 1)
            if value is not None:
                yield key, value

    def _text(self, node: yaml.ScalarNode) -> RawText:
        where = self.at(node)
        cut = ""
        if not node.style:
            cut = self._check_cut(node)
        elif node.style == '"' and _PATH.search(self._source(node)):
            self.told.append(messages.backslash(self.at(node), self.line(node)))
        is_empty = not node.style and node.value in ("", "~", "null", "Null", "NULL")
        return RawText("" if is_empty else _letters(node).strip(), where, is_empty, cut)

    def _has_mark(self, node: yaml.Node) -> bool:
        """Whether a word of YAML's own stands before it, which would be taken out: "!new dates" would be "dates"."""
        line, column = node.start_mark.line, node.start_mark.column
        return self.lines[line][column : column + 1] in ("!", "&") if line < len(self.lines) else False

    def _source(self, node: yaml.Node) -> str:
        """Return a value as it stands in the file, marks included."""
        start, end = node.start_mark, node.end_mark
        whole = self.lines[start.line : end.line + 1]
        return "\n".join([*whole[:-1], whole[-1][: end.column]])[start.column :] if whole else ""

    def _check_cut(self, node: yaml.ScalarNode) -> str:
        """A space and # begin a remark in YAML, so the rest of "We are #1" vanishes without a word.

        Return the line where it is for the kind of the setting to say whether that can be meant.
        """
        end = node.end_mark  # of a value over several lines, the remark ends the last one
        line = self.lines[end.line] if end.line < len(self.lines) else ""
        if re.match(r"\s+#\S", line[end.column :]):
            where = self.at(node) if end.line == node.start_mark.line else self.place(end.line, end.column)
            self.told.append(messages.cut_at_hash(where, line.strip()))
        return line.strip() if re.match(r" #\s+\S", line[end.column :]) else ""

    def _tell_once(self, diagnostic: Diagnostic) -> None:
        if all(told.code != diagnostic.code for told in self.told):
            self.told.append(diagnostic)
