"""New files out of the declarations of content types: what is there to write, and what else could be, as remarks.

Whatever stands behind a `#` here would be right without it. Nothing is written to a disk.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from boardsite import audiences
from boardsite.dataclass import dataclass
from boardsite.diagnostics import Location
from boardsite.reading.located import RawList, RawMap, RawText, RawValue, read_settings
from boardsite.schema import kinds
from boardsite.schema.content_types import CONTACTS, GROUP, NEWS, PAGE
from boardsite.schema.fields import ContentType, Field, ListOf, Record

EVENT = ContentType(
    "event",
    "Event",
    "content/events/<name>.ics or lscgs/<group>/events/<name>.ics",
    "A date of the board or of one group. What else an event can say: docs/calendars.md.",
    (
        Field("title", "Title", kinds.Text(120), "What it is, in a few words.", is_required=True),
        Field("date", "Date", kinds.Day(), "The day on which it is.", is_required=True),
        Field("starts", "Starts", kinds.WallTime(), "When it starts; leave it empty while that is not settled."),
        Field("ends", "Ends", kinds.WallTime(), "When it ends."),
        Field("place", "Place", kinds.Text(200), "Where it is; leave it empty while that is not settled."),
        Field("description", "Description", kinds.Text(2000), "What people should know."),
        Field("audience", "For", ListOf(kinds.Choice(tuple(audiences.WORDS)), 3), "For whom it is."),
        Field("kind", "Kind", kinds.Text(40, example="training"), "What kind of event it is, in one word."),
    ),
)

# What a file of the site is called, a page, a priority, a day: no example would be right for anybody else.
_OF_ITS_OWN = (kinds.File, kinds.SitePage, kinds.Key, kinds.Day, kinds.Moment)


def _contact() -> ContentType:
    """Return the entry of one contact as a content type of its own."""
    whole = CONTACTS.fields[0].kind
    assert isinstance(whole, Record)
    return ContentType("contact", "Contact", CONTACTS.files, CONTACTS.help, whole.fields)


@dataclass(frozen=True, slots=True)
class Kind:
    """Something that can be made new: its declaration, and the settings that are asked for on a terminal."""

    declared: ContentType
    asks: tuple[str, ...]
    has_group: bool

    def asked(self) -> tuple[Field, ...]:
        return tuple(field for field in self.declared.fields if field.is_required or field.name in self.asks)


NEW: Mapping[str, Kind] = {
    "news": Kind(NEWS, ("summary",), has_group=True),
    "event": Kind(EVENT, ("starts", "ends", "place", "description", "audience"), has_group=True),
    "contact": Kind(_contact(), ("organisation", "email", "phone", "review_by"), has_group=True),
    "page": Kind(PAGE, ("summary",), has_group=False),
    "group": Kind(GROUP, ("area", "summary", "email"), has_group=False),
}


def raw(fields: Iterable[Field], answers: Mapping[str, str], path: str) -> RawMap:
    """Return answers as settings that can be checked; a list is what stands between commas.

    `path` names the command of which they are options, or is "" where they were asked for.
    """
    by_name = {field.name: field for field in fields}
    pairs: list[tuple[RawText, RawValue]] = []
    for name, text in answers.items():
        where = Location(f"{path} --{name}" if path else "")
        value: RawValue = RawText(text.strip(), where)
        if name in by_name and isinstance(by_name[name].kind, ListOf):
            items = tuple(RawText(item.strip(), where) for item in text.split(",") if item.strip())
            value = RawList(items, where)
        pairs.append((RawText(name, where), value))
    return RawMap(tuple(pairs), Location(path))


def page_file(declared: ContentType, answers: Mapping[str, str], body: str, *, is_draft: bool) -> str:
    """Return a Markdown file with these settings, the other ones as remarks, and a body."""
    lines = ["---"]
    if is_draft:
        lines += ["# This is not on the site yet. Take the next line away when it is ready.", "draft: yes"]
        answers = {name: text for name, text in answers.items() if name != "draft"}
    lines += _settings(declared.fields, answers)
    rest = [
        field for field in declared.fields if field.name not in answers and not (is_draft and field.name == "draft")
    ]
    if rest:
        lines += ["", "# What else can be said. Take the # at the beginning of a line away to use it."]
        lines += ["# What stands behind another # is an example: write your own in its place."]
        lines += [line for field in rest for line in _remark(field)]
    return "\n".join([*lines, "---", body.strip(), ""])


def contact_entry(answers: Mapping[str, str], indent: str) -> str:
    """Return the lines of one contact for the list of a contacts file."""
    fields = NEW["contact"].declared.fields
    first, *others = _settings(fields, answers)
    lines = [f"{indent}- {first}", *(f"{indent}  {line}" for line in others)]
    lines += [f"{indent}  #{line}" for f in fields if f.name not in answers for line in _example(f)]
    return "\n".join(lines) + "\n"


def contacts_file(answers: Mapping[str, str]) -> str:
    """Return a whole contacts file with one contact."""
    return "# One entry for each role, in the order of the page.\n\ncontacts:\n" + contact_entry(answers, "  ")


def _settings(fields: Iterable[Field], answers: Mapping[str, str]) -> list[str]:
    lines: list[str] = []
    for field in fields:
        if field.name not in answers:
            continue
        if isinstance(field.kind, ListOf):
            items = [item.strip() for item in answers[field.name].split(",") if item.strip()]
            lines.append(f"{field.name}: [{', '.join(quoted(item, is_in_list=True) for item in items)}]")
        else:
            lines.append(f"{field.name}: {quoted(answers[field.name])}")
    return lines


def _remark(field: Field) -> Iterator[str]:
    yield f"# {field.help}"
    yield from (f"#{line}" for line in _example(field))


def _example(field: Field) -> list[str]:
    """Return the lines that would set a field to its example, or to nothing, with an example behind another mark."""
    kind = field.kind
    if isinstance(kind, Record):
        inner = [f"{each.name}: {_word(each)}".rstrip() for each in kind.fields if each.is_required]
        begin = "- " if kind.is_list else "  "
        return [f"{field.name}:", *(f"  # {begin if at == 0 else '  '}{line}" for at, line in enumerate(inner))]
    word = f"[{_word(field)}]" if isinstance(kind, ListOf) else _word(field)
    one = kind.kind if isinstance(kind, ListOf) else kind
    if isinstance(one, _OF_ITS_OWN):
        return [f"{field.name}: # {word}"]
    return [f"{field.name}: {word}".rstrip()]


def _word(field: Field) -> str:
    """Return an example, or nothing where any words would do: an empty setting counts as not written."""
    assert not isinstance(field.kind, Record)
    one = field.kind.kind if isinstance(field.kind, ListOf) else field.kind
    return "" if one.example == kinds.Text().example else one.example


_PLAIN = re.compile(r"[A-Za-z0-9(£][^\x00-\x1f\x7f\\\"\[\]{}]*")


def quoted(text: str, *, is_in_list: bool = False) -> str:
    """Return a text as it has to be written behind a colon to be read as the same text."""
    flat = " ".join(text.split())
    is_plain = _PLAIN.fullmatch(flat) and (not is_in_list or "," not in flat) and _reads_as(flat, flat)
    if is_plain:
        return flat
    # Between double marks a backslash would mean something.
    return f'"{flat}"' if not set('"\\') & set(flat) else "'" + flat.replace("'", "''") + "'"


def _reads_as(written: str, text: str) -> bool:
    found, told = read_settings(f"x: {written}", "")
    value = found.get("x") if found else None
    return not told and isinstance(value, RawText) and value.text == text
