"""The questions as JSON Schema (draft 2020-12), for programs that write or check front matter: one schema for each kind of
document, and one for a municipality's register.

Front matter is text: what YAML reads as a number (`paragraf: 12`) the archive reads as it is written, so a schema takes both.
What only rules can tell (a § twice, a body that is in no register) is left to `namndarkivet check`.
"""

from __future__ import annotations

from typing import Any

from namndarkivet.addresses import slug
from namndarkivet.asking.questions import KINDS, Form, Question, questions, shape
from namndarkivet.filing import Shelf

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TYPES = {Form.TEXT: ["string", "number", "boolean"], Form.DATE: ["string", "integer"], Form.YEAR: ["integer", "string"],
          Form.WHOLE: ["integer", "string"], Form.AMOUNT: ["number", "string"]}  # fmt: skip
_DIGITS = {Form.YEAR: r"^\d{4}$", Form.WHOLE: r"^\d{1,15}$", Form.AMOUNT: r"^\d{1,15}([.,]\d{1,2})?$"}
"""The numbers as text; their bounds as numbers stand in the model's types."""


def schemas() -> dict[str, dict[str, Any]]:
    """The schemas by the names of their files: `beslut.schema.json` and so on."""
    return {f"{slug(kind)}.schema.json": schema_of(kind) for kind in (*KINDS, Shelf.REGISTER)}


def schema_of(kind: Shelf) -> dict[str, Any]:
    """The schema of one kind of document's front matter."""
    kept = tuple(one for one in questions(kind) if one.kept)
    either = [
        {"anyOf": [{"required": [one.key]}, {"required": [one.instead]}]} for one in kept if one.instead
    ]  # the one, or the other where the source does not say it
    whole = _object(kept) | ({"allOf": either} if either else {})
    return {"$schema": DIALECT, "title": kind.value.capitalize(), "description": _ABOUT} | whole


_ABOUT = "Uppgifterna överst i dokumentet (i ett register: hela filen). En uppgift som saknas: källan säger den inte. En tom lista: källan säger att det inte finns några."


def _object(parts: tuple[Question, ...]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {part.key: _value(part) for part in parts},
        "required": [part.key for part in parts if part.required],
        "additionalProperties": False,
    }


def _value(one: Question) -> dict[str, Any]:
    told = {"title": one.label, "description": one.help}
    return told | ({"type": "array", "items": _one(one)} if one.many else _one(one))


def _one(one: Question) -> dict[str, Any]:
    if one.parts:
        return _object(one.parts)
    if one.choices:
        return {"enum": list(one.choices)}
    known = dict(shape(one.form))
    if one.form in _TYPES:
        known["type"] = list(_TYPES[one.form])
    if one.form in _DIGITS:
        known["pattern"] = _DIGITS[one.form]
    return known
