"""Fields of a content type as the fields of an editing form: label, hint, widget and bounds, all from the declaration.

What a form lets through is what the check of the build lets through: both come from the same kinds.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from boardsite.schema import kinds, site_kinds
from boardsite.schema.fields import Field, ListOf, Record
from boardsite.schema.kinds import Kind

Widget = dict[str, object]
Options = Mapping[str, tuple[tuple[str, str], ...]]

_DAY: Widget = {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD", "picker_utc": False}
_CLOCK: Widget = {"widget": "datetime", "type": "time", "format": "HH:mm", "picker_utc": False}
_LONG = 160  # longer texts get a box of several lines


def form_fields(fields: Iterable[Field], options: Options) -> list[Widget]:
    """Return the form's fields. `options` has the values and labels of fields that name something of the site."""
    return [_field(field, options) for field in fields]


def body_field() -> Widget:
    """Return the field of a text in Markdown, with what the site makes of it and nothing else."""
    buttons = ["bold", "italic", "link", "heading-two", "heading-three", "quote", "bulleted-list", "numbered-list"]
    return {
        "name": "body", "label": "Text", "widget": "richtext", "buttons": buttons, "editor_components": ["image"],
        "modes": ["rich_text", "raw"], "required": False, "hint": "Short paragraphs, with headings between them.",
    }  # fmt: skip


def _field(field: Field, options: Options) -> Widget:
    made: Widget = {"name": field.name, "label": field.label, "hint": field.help, "required": field.is_required}
    if field.name == "repeats" and isinstance(field.kind, kinds.Choice):
        return made | {
            "widget": "board-repeats",
            "choices": _choice(_labelled(field.kind), is_several=False)["options"],
        }
    chosen = options.get(field.name)
    if chosen is not None and not isinstance(field.kind, Record):
        return made | _choice(chosen, is_several=isinstance(field.kind, ListOf))
    match field.kind:
        case Record() as record:
            return made | _record(field.label, record, options, is_required=field.is_required)
        case ListOf(kind=kinds.Choice() as choice):
            return made | _choice(_labelled(choice), is_several=True)
        case ListOf(kind=kind, most=most):
            return made | {"widget": "list", "max": most} | _pattern(kind, is_required=True)
        case kind:
            return made | _single(kind, field.is_required)


def _record(label: str, record: Record, options: Options, *, is_required: bool) -> Widget:
    inner = form_fields(record.fields, options)
    if not record.is_list:
        # The program asks for the needed parts of a part that nobody fills in, and then saves nothing.
        eased = inner if is_required else [each | {"required": False} for each in inner]
        return {"widget": "object", "collapsed": True, "fields": eased}
    shown = [field.name for field in record.fields if isinstance(field.kind, kinds.Text | kinds.Key | kinds.Day)][:2]
    summary = ", ".join(f"{{{{fields.{name}}}}}" for name in shown)
    return {
        "widget": "list", "label_singular": _one(label), "collapsed": True, "max": record.most, "summary": summary,
        "fields": inner,
    }  # fmt: skip


def _one(label: str) -> str:
    """Return what one of several is called: "Changed dates" are added as "changed date"."""
    first, *rest = label.lower().split(" to ")[0].split(" ")[::-1]
    one = first[:-3] + "y" if first.endswith("ies") else first.removesuffix("s")
    return " ".join([*rest[::-1], one])


def _single(kind: Kind, is_required: bool) -> Widget:
    match kind:
        case kinds.YesNo():
            return {"widget": "boolean", "default": False, "required": False}
        case kinds.Day() | kinds.Moment():
            return dict(_DAY)
        case kinds.Clock():
            return dict(_CLOCK)
        case kinds.Number(least=least, most=most):
            return {"widget": "number", "value_type": "int", "min": least, "max": most}
        case kinds.Choice():
            made = _choice(_labelled(kind), is_several=False)
            return made | ({"default": kind.options[0]} if is_required or "" in kind.options else {})
        case kinds.Text(most=most):
            return {"widget": "text" if most > _LONG else "string", "maxlength": most} | _pattern(kind, is_required)
        case kinds.Lines(most=most):
            return {"widget": "text", "maxlength": most}
        case kinds.File():
            return {"widget": "file", "choose_url": False}
        case site_kinds.Colour():
            return {"widget": "color", "allowInput": True}
        case _:
            return {"widget": "string"} | _pattern(kind, is_required)


def _pattern(kind: Kind, is_required: bool) -> Widget:
    pattern = getattr(kind, "pattern", "")
    if not pattern:
        return {}
    whole = f"^(?:{pattern})$" if is_required else f"^(?:{pattern})?$"
    return {"pattern": [whole, f"Write {kind.words}, for example {kind.example.strip(chr(34))}."]}


def _labelled(choice: kinds.Choice) -> tuple[tuple[str, str], ...]:
    labels = choice.labels or tuple(word.capitalize() for word in choice.options)
    return tuple(zip(choice.options, labels, strict=True))


def _choice(options: tuple[tuple[str, str], ...], *, is_several: bool) -> Widget:
    listed = [{"value": value, "label": label} for value, label in options]
    return {"widget": "select", "options": listed} | ({"multiple": True} if is_several else {})
