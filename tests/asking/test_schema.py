"""JSON Schema: the model's keys, closed lists and requirements, and right documents pass it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from namndarkivet.asking.questions import Question, questions
from namndarkivet.asking.schema import DIALECT, schema_of, schemas
from namndarkivet.filing import RECORD_OF, Shelf, shelf_of
from namndarkivet.front_matter import Value
from namndarkivet.source import read

EXAMPLES = [
    path
    for folder in ("decisions", "tests/example")
    for path in sorted((Path(__file__).parents[2] / folder).rglob("*"))
    if path.suffix in {".md", ".yml"}
]


def misfits(value: Value, schema: dict[str, Any], at: str = "") -> list[str]:
    """Where a value, every scalar of it text, does not fit a schema; the few words of JSON Schema that ours use."""
    if "enum" in schema:
        return [] if value in schema["enum"] else [at]
    if schema["type"] == "object":
        if not isinstance(value, dict):
            return [at]
        wrong = [f"{at}.{key} saknas" for key in schema["required"] if key not in value]
        wrong += [
            f"{at} {either}"
            for either in schema.get("allOf", [])
            if not any(set(one["required"]) <= set(value) for one in either["anyOf"])
        ]
        for key, held in value.items():
            known = schema["properties"].get(key)
            wrong += misfits(held, known, f"{at}.{key}") if known else [f"{at}.{key} okänd"]
        return wrong
    if schema["type"] == "array":
        if not isinstance(value, list):
            return [at]
        return [wrong for item in value for wrong in misfits(item, schema["items"], f"{at}[]")]
    fits = isinstance(value, str) and len(value) >= schema.get("minLength", 0)
    return [] if fits and re.search(schema.get("pattern", ""), str(value)) else [at]


def structure(asked: tuple[Question, ...], schema: dict[str, Any]) -> None:
    """Compare a schema with the questions, all the way down."""
    assert list(schema["properties"]) == [one.key for one in asked]
    assert schema["required"] == [one.key for one in asked if one.required]
    assert schema["additionalProperties"] is False
    for one in asked:
        held = schema["properties"][one.key]
        assert (held["title"], held["description"]) == (one.label, one.help)
        inner = held["items"] if one.many else held
        assert inner.get("enum", []) == list(one.choices)
        if one.parts:
            structure(one.parts, inner)


@pytest.mark.parametrize("name", ["beslut", "cirkular", "rekommendation", "sammantrade", "register"])
def test_there_is_a_schema_for_each_kind(name: str) -> None:
    schema = schemas()[f"{name}.schema.json"]
    assert schema["$schema"] == DIALECT == "https://json-schema.org/draft/2020-12/schema"
    assert schema["type"] == "object"


@pytest.mark.parametrize("kind", list(RECORD_OF))
def test_a_schema_has_the_models_keys_lists_and_texts(kind: Shelf) -> None:
    asked = tuple(one for one in questions(kind) if one.kept)
    assert {one.key for one in asked} == {field.alias for field in RECORD_OF[kind].model_fields.values()}
    structure(asked, schema_of(kind))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: "/".join(path.parts[-4:]))
def test_the_documents_of_the_archive_fit_their_schemas(path: Path) -> None:
    root = next(parent for parent in path.parents if parent.name in {"decisions", "example"})
    kind = shelf_of(path.relative_to(root).as_posix())
    if kind not in RECORD_OF:
        pytest.skip("no document")
    source = read(path, yaml_only=kind is Shelf.REGISTER)
    assert misfits(dict(source.data), schema_of(kind)) == []


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"status": "antaget"}, ".status"),
        ({"datum": "31 maj"}, ".datum"),
        ({"rubrik": ""}, ".rubrik"),
        ({"svar": "antar"}, ".svar"),
        ({"källa": {"url": "https://example.org"}}, ".källa.titel saknas"),
        ({"diarienumer": "SN 1"}, ".diarienumer okänd"),
        ({"svar": [{"rekommendation": "skr-2030-7", "ställning": "kanske"}]}, ".svar[].ställning"),
    ],
)
def test_a_wrong_document_does_not_fit(change: dict[str, Any], where: str) -> None:
    right: dict[str, Any] = {"rubrik": "R", "kommun": "Habo", "organ": "O", "status": "beslutat", "datum": "2031-02-12", "paragraf": "1",
             "källa": {"titel": "P"}}  # fmt: skip
    assert misfits(right, schema_of(Shelf.DECISION)) == []
    assert misfits({**right, **change}, schema_of(Shelf.DECISION)) == [where]


def test_a_decision_needs_a_date_or_a_year() -> None:
    either = schema_of(Shelf.DECISION)["allOf"]
    assert either == [{"anyOf": [{"required": ["datum"]}, {"required": ["år"]}]}]
