"""The questions: everything the model has, nothing that it has not."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from namndarkivet import values
from namndarkivet.asking import questions as room
from namndarkivet.asking.questions import KINDS, Form, Offer, Question, question, questions, shape
from namndarkivet.filing import RECORD_OF, Shelf
from namndarkivet.model import Decision, Document


def every(asked: tuple[Question, ...]) -> Iterator[Question]:
    """The questions and those about their parts."""
    for one in asked:
        yield one
        yield from every(one.parts)


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_of_the_model_is_asked_for_with_its_description(kind: Shelf) -> None:
    fields = RECORD_OF[kind].model_fields.values()
    asked = {one.key: (one.help, one.required) for one in questions(kind) if one.kept}
    assert asked == {field.alias: (field.description, field.is_required()) for field in fields}


@pytest.mark.parametrize("kind", KINDS)
def test_every_part_of_every_value_is_asked_for_in_turn(kind: Shelf) -> None:
    for one in every(questions(kind)):
        keys = {field.alias for field in one.record.model_fields.values()}
        assert one.key in keys
        assert (one.form is Form.PARTS) == bool(one.parts)
        assert one.help.endswith((".", "?"))


def test_closed_lists_are_those_of_the_values() -> None:
    lists = {tuple(kind) for kind in vars(values).values() if isinstance(kind, type) and issubclass(kind, StrEnum)}
    asked = {one.choices for kind in (*KINDS, Shelf.REGISTER) for one in every(questions(kind)) if one.choices}
    assert asked == lists - {()}


def test_lists_alone_tell_missing_from_none() -> None:
    many = {one.key for one in questions(Shelf.DECISION) if one.many}
    fields = {field.alias: name for name, field in Decision.model_fields.items()}
    least = {
        "rubrik": "R",
        "kommun": "Habo",
        "organ": "O",
        "status": "beslutat",
        "paragraf": "1",
        "källa": {"titel": "P"},
    }
    for key in many:
        record = Decision.model_validate({**least, key: []})
        assert getattr(record, fields[key] or "") == ()
    for one in questions(Shelf.DECISION):
        if not one.many:
            with pytest.raises(ValidationError):
                Decision.model_validate({**least, one.key: []})


def test_what_this_kind_alone_has_stands_between_the_title_and_what_all_share() -> None:
    keys = [one.key for one in questions(Shelf.DECISION)]
    shared = [field.alias for name, field in Document.model_fields.items() if name != "title"]
    assert keys[0] == "rubrik"
    assert keys[-len(shared) :] == shared


def test_a_meeting_is_asked_for_its_municipality_though_its_file_does_not_say_it() -> None:
    one = question(Shelf.MEETING, "kommun")
    assert one is not None
    assert (one.kept, one.required, one.offer) == (False, True, Offer.MUNICIPALITY)


def test_what_names_other_things_is_named_by_keys_that_the_model_has() -> None:
    keys = {one.key for kind in KINDS for one in every(questions(kind))}
    assert set(room._OFFERS) <= keys  # noqa: SLF001 - a misspelt key would offer nothing, without a word
    assert {key for _, key in (*room._WHEN, *room._INSTEAD)} <= keys  # noqa: SLF001
    assert keys >= room._LATER  # noqa: SLF001


@pytest.mark.parametrize("kind", KINDS)
def test_questions_are_plain_data(kind: Shelf) -> None:
    told = [one.as_json() for one in questions(kind)]
    assert json.loads(json.dumps(told, ensure_ascii=False)) == told


def test_plain_data_of_one_question() -> None:
    one = question(Shelf.DECISION, "föreslås_till")
    assert one is not None
    assert one.as_json() == {
        "nyckel": "föreslås_till",
        "etikett": "Föreslås till",
        "hjälp": "För ett förslag: organet som ska besluta.",
        "slag": "text",
        "krävs": False,
        "lista": False,
        "erbjud": "organ",
        "när": {"status": "förslag"},
        "form": {"type": "string", "minLength": 1},
    }


@pytest.mark.parametrize(
    ("type_", "form", "right", "wrong"),
    [
        (values.Year, Form.YEAR, "2031", "1799"),
        (values.Sha256, Form.CHECKSUM, "a" * 64, "a" * 63),
        (values.Url, Form.URL, "https://example.org/a", "example.org"),
        (values.FileName, Form.FILE, "bilaga-1.pdf", "Bilaga 1.pdf"),
    ],
)
def test_the_shape_of_a_value_is_what_the_model_takes(type_: Any, form: Form, right: str, wrong: str) -> None:
    schema = shape(form)

    def fits(text: str) -> bool:
        if "pattern" in schema:
            return re.search(schema["pattern"], text) is not None
        return bool(schema["minimum"] <= int(text) <= schema["maximum"])

    adapter: TypeAdapter[object] = TypeAdapter(type_)
    assert fits(right)
    adapter.validate_python(right)
    assert not fits(wrong)
    with pytest.raises(ValidationError):
        adapter.validate_python(wrong)
