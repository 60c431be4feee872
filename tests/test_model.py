"""The records: frozen, every key known and described, absent and empty kept apart."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from archives import circular, decision, meeting, recommendation, registers
from pydantic import BaseModel, ValidationError

from namndarkivet.dates import PartialDate
from namndarkivet.model import Circular, Decision, Meeting, Recommendation, Record, Register
from namndarkivet.source import parse

RECORDS: tuple[type[Record], ...] = (Decision, Meeting, Circular, Recommendation, Register)


def models(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """A model and all that it holds."""
    yield model
    for field in model.model_fields.values():
        for kind in _within(field.annotation):
            if isinstance(kind, type) and issubclass(kind, BaseModel):
                yield from models(kind)


def _within(kind: Any) -> Iterator[Any]:
    yield kind
    for part in get_args(kind):
        yield from _within(part)


@pytest.mark.parametrize("record", RECORDS)
def test_every_key_has_a_swedish_name_of_its_own_and_a_description(record: type[Record]) -> None:
    for model in models(record):
        names = [field.alias for field in model.model_fields.values()]
        assert all(names), model
        assert len(set(names)) == len(names), model
        for name, field in model.model_fields.items():
            assert field.description, (model, name)
            assert field.description.endswith("."), (model, name)


@pytest.mark.parametrize("record", RECORDS)
def test_a_list_that_may_be_absent_is_none_by_default_and_never_empty(record: type[Record]) -> None:
    for model in models(record):
        for name, field in model.model_fields.items():
            if not field.is_required():
                assert field.default is None or name == "numbering", (model, name)


def test_absent_is_none_and_an_empty_list_is_none_of_them() -> None:
    record = decision(reservationer=[], yrkanden=None).record
    assert (record.dissents, record.motions) == ((), None)


@pytest.mark.parametrize(
    "key",
    [
        *("ämnen", "anmärkningar", "rättelser", "tidigare_id", "svar", "underlag", "expedieras", "yrkanden"),
        *("omröstningar", "reservationer", "jäv"),
    ],
)
def test_no_list_turns_from_empty_to_absent_or_back(key: str) -> None:
    front = {
        "rubrik": "a",
        "kommun": "Habo",
        "organ": "b",
        "status": "beslutat",
        "paragraf": "1",
        "källa": {"titel": "c"},
    }
    name = next(name for name, field in Decision.model_fields.items() if field.alias == key)
    assert getattr(Decision.model_validate({**front, key: []}), name) == ()
    assert getattr(Decision.model_validate(front), name) is None


@pytest.mark.parametrize("entry", [decision(), meeting(), circular(), recommendation()])
def test_a_record_cannot_be_changed(entry: Any) -> None:
    with pytest.raises(ValidationError, match="frozen"):
        entry.record.source = None


@pytest.mark.parametrize("make", [decision, meeting, circular, recommendation])
def test_a_key_that_the_model_does_not_know_is_refused(make: Any) -> None:
    with pytest.raises(ValidationError) as error:
        make(påhittad="x", källa={"titel": "a", "okänd": "b"})
    assert [(item["type"], item["loc"]) for item in error.value.errors()] == [
        ("extra_forbidden", ("källa", "okänd")),
        ("extra_forbidden", ("påhittad",)),
    ]


def test_the_english_name_of_a_key_is_no_key() -> None:
    with pytest.raises(ValidationError) as error:
        decision(rubrik=None, title="Budget")
    assert {(item["type"], item["loc"]) for item in error.value.errors()} == {
        ("missing", ("rubrik",)),
        ("extra_forbidden", ("title",)),
    }


@pytest.mark.parametrize(
    ("make", "key"),
    [
        *((decision, key) for key in ("rubrik", "kommun", "organ", "status", "paragraf", "källa")),
        *((meeting, key) for key in ("organ", "datum", "källa")),
        *((circular, key) for key in ("rubrik", "avsändare", "slag", "datum", "källa")),
        *((recommendation, key) for key in ("rubrik", "avsändare", "datum", "riktas_till", "källa")),
    ],
)
def test_a_required_key_must_be_there(make: Any, key: str) -> None:
    with pytest.raises(ValidationError) as error:
        make(**{key: None})
    assert [(item["type"], item["loc"]) for item in error.value.errors()] == [("missing", (key,))]


def test_a_document_keeps_numbers_of_circulars_and_paragraphs_as_they_are_written() -> None:
    text = "---\nparagraf: 012\nkommun: 0125\nrubrik: no\norgan: 1_000\nstatus: beslutat\nkälla: {titel: 16:34}\n---\n"
    record = Decision.model_validate(parse(Path("a.md"), text.encode()).data)
    assert (record.paragraph, record.municipality, record.title, record.body) == ("012", "0125", "no", "1_000")
    assert record.source.title == "16:34"


def test_a_decision_is_of_the_year_of_its_date_or_of_the_year_that_stands_for_it() -> None:
    assert decision(datum="2016-09-30").record.year_of_record == 2016
    assert decision(datum="2016-09", år="2016").record.year_of_record == 2016
    assert decision(datum=None, år="2016").record.year_of_record == 2016
    assert decision(datum=None, år="2016").record.date is None


def test_a_body_numbers_per_year_where_its_register_does_not_say_otherwise() -> None:
    numbering = {body.name: body.numbering.value for body in registers().by_slug["habo"].bodies}
    assert (numbering["Socialnämnden"], numbering["Byggnämnden"]) == ("per år", "per sammanträde")


def test_a_record_written_as_json_reads_back_as_the_same_record() -> None:
    record = decision(
        svar=[{"rekommendation": "skr-2030-7", "ställning": "antar", "kostnad": {"belopp": "9500", "per": "år"}}],
        omröstningar=[{"ja": "6", "nej": "7", "röster": [{"namn": "A B", "röst": "ja"}]}],
        anslag={"uppsatt": "2031-02-20"},
        reservationer=[],
    ).record
    again = Decision.model_validate_json(record.model_dump_json(by_alias=True, exclude_none=True), strict=False)
    assert record.date == PartialDate(2031, 2, 12)
    assert again.answers == record.answers
    assert (again.dissents, again.motions) == ((), None)
