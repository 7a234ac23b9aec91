"""Raw settings and a content type to typed values: every field is looked at, and every fault is told."""

from __future__ import annotations

from types import MappingProxyType

from boardsite.diagnostics import Diagnostic, Diagnostics, Location
from boardsite.messages import fields as messages
from boardsite.messages import settings as about_settings
from boardsite.reading.located import RawList, RawMap, RawText, RawValue
from boardsite.schema import kinds
from boardsite.schema.fields import Field, ListOf, Record, Value, Values
from boardsite.schema.kinds import Kind, Scalar


def read_values(raw: RawMap, fields: tuple[Field, ...]) -> tuple[Values, Diagnostics]:
    """Return the values of the fields that are right, and what is wrong with the others.

    A value of which something is wrong is absent; callers that need all of a thing look for errors in the
    diagnostics. An empty value counts as not written.
    """
    told: list[Diagnostic] = []
    values: dict[str, Value] = {}
    places: dict[str, Location] = {}
    by_name = {field.name: field for field in fields}
    refused: set[str] = set()
    for key, raw_value in raw.values:
        field = by_name.get(key.text)
        if field is None:
            told.append(messages.unknown_name(key.where, key.text, by_name))
            continue
        places[field.name] = key.where
        before = len(told)
        value = _read(field, raw_value, told)
        if value is not None:
            values[field.name] = value
        elif len(told) > before:
            refused.add(field.name)
    lost = [f for f in fields if f.is_required and f.name not in values and f.name not in refused]
    told.extend(messages.missing(places.get(f.name, raw.where), f.name, _example(f)) for f in lost)
    return Values(raw.where, MappingProxyType(values), MappingProxyType(places)), tuple(told)


def _example(field: Field) -> str:
    if isinstance(field.kind, Record):
        return f"(a line of its own for each of {', '.join(inner.name for inner in field.kind.fields)})"
    return field.kind.kind.example if isinstance(field.kind, ListOf) else field.kind.example


def _read(field: Field, raw: RawValue, told: list[Diagnostic]) -> Value | None:
    if isinstance(raw, RawText) and raw.is_empty:
        return None
    if isinstance(field.kind, ListOf):
        return _read_list(field, field.kind, raw, told)
    if isinstance(field.kind, Record):
        return _read_record(field, field.kind, raw, told)
    if not isinstance(raw, RawText):
        told.append(messages.wrong_shape(raw.where, field.name, "", f"Write {field.name}: {field.kind.example}"))
        return None
    return _read_one(field.kind, raw, told)


def _read_one(kind: Kind, raw: RawText, told: list[Diagnostic]) -> Scalar | None:
    if not raw.text:
        return None
    value = kind.read(raw)
    if isinstance(value, Diagnostic):
        told.append(value)
        return None
    if raw.cut and isinstance(kind, kinds.Text | kinds.Lines):
        told.append(about_settings.cut_at_hash(raw.where, raw.cut, may_be_a_remark=True))
    return value


def _read_list(field: Field, kind: ListOf, raw: RawValue, told: list[Diagnostic]) -> tuple[Scalar, ...]:
    items = raw.items if isinstance(raw, RawList) else (raw,)
    if len(items) > kind.most:
        told.append(messages.too_many(raw.where, len(items), kind.most))
        return ()
    values: list[Scalar] = []
    for item in items:
        if not isinstance(item, RawText):
            hint = f"Write each entry on a line of its own: - {kind.kind.example}"
            told.append(messages.wrong_shape(item.where, field.name, "", hint))
            continue
        value = _read_one(kind.kind, item, told)
        if value is not None:
            values.append(value)
    return tuple(values)


def _read_record(field: Field, kind: Record, raw: RawValue, told: list[Diagnostic]) -> Value | None:
    items = raw.items if isinstance(raw, RawList) else (raw,)
    if not kind.is_list and isinstance(raw, RawList):
        told.append(messages.wrong_shape(raw.where, field.name, "-", "Take the hyphen away: this is not a list."))
        return None
    if len(items) > kind.most:
        told.append(messages.too_many(raw.where, len(items), kind.most))
        return None
    records: list[Values] = []
    for item in items:
        whole = item
        if isinstance(item, RawText) and kind.shorthand:
            whole = RawMap(((RawText(kind.shorthand, item.where), item),), item.where)
        if not isinstance(whole, RawMap):
            found = item.text if isinstance(item, RawText) else ""
            first = kind.fields[0]
            hint = f"Write each entry as {'- ' if kind.is_list else ''}{first.name}: {_example(first)}"
            told.append(messages.wrong_shape(item.where, field.name, found, hint))
            continue
        values, problems = read_values(whole, kind.fields)
        told.extend(problems)
        if not any(problem.is_error for problem in problems):
            records.append(values)
    if kind.is_list:
        return tuple(records)
    return records[0] if records else None
