"""The questions about each kind of document, derived from the model: it alone says what the fields are.

A question is plain data (`as_json`), so that a form in a browser asks the same as the terminal.
"""

from __future__ import annotations

import types
import typing
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from pydantic import BaseModel, TypeAdapter

from namndarkivet import values
from namndarkivet.dates import PartialDate
from namndarkivet.filing import RECORD_OF, Shelf
from namndarkivet.model import Answer, Decision, Document, Record
from namndarkivet.values import Position, Status

KINDS = (Shelf.DECISION, Shelf.CIRCULAR, Shelf.RECOMMENDATION, Shelf.MEETING)
"""The kinds of documents that one can write."""


class Form(StrEnum):
    """What kind of value answers a question."""

    TEXT = "text"
    DATE = "datum"
    YEAR = "årtal"
    WHOLE = "heltal"
    AMOUNT = "belopp"
    URL = "webbadress"
    CHECKSUM = "kontrollsumma"
    FILE = "fil"
    CODE = "kommunkod"
    CHOICE = "val"
    PARTS = "uppgifter"


class Offer(StrEnum):
    """What in the archive, or its register of municipalities, the value names; it can be offered."""

    MUNICIPALITY = "kommun"
    BODY = "organ"
    RECOMMENDATION = "rekommendation"
    DECISION = "beslut"
    DOCUMENT = "dokument"
    SUBJECT = "ämne"
    SENDER = "avsändare"


@dataclass(frozen=True, slots=True)
class Question:
    """One key of the front matter. `many`: a list, which tells missing (not there) from none (empty). `choices`: a closed
    list. `parts`: the questions about a value that has keys of its own. `instead`: the key that may stand in its place when
    the source does not say this one; one of the two is required. `when`: a key and the value of it that makes this one expected.
    `later`: of no use in a document that is new in the archive.
    `kept`: whether it stands in the file (a meeting's municipality is only its folder's name). `record`: the part of the
    model that the key belongs to. `pattern` and the like, for what checks as one types, are in `shape`: JSON Schema.
    """

    key: str
    help: str
    form: Form
    record: type[Record]
    required: bool = False
    many: bool = False
    choices: tuple[str, ...] = ()
    parts: tuple[Question, ...] = ()
    offer: Offer | None = None
    instead: str = ""
    when: tuple[str, str] | None = None
    later: bool = False
    kept: bool = True

    @property
    def label(self) -> str:
        """The key as words: «Föreslås till»."""
        return self.key.replace("_", " ").capitalize()

    @property
    def single(self) -> bool:
        """Whether one text answers it."""
        return not self.many and not self.parts

    def as_json(self) -> dict[str, Any]:
        """The question as plain data, with Swedish names; what does not apply is left out."""
        told: dict[str, Any] = {
            "nyckel": self.key,
            "etikett": self.label,
            "hjälp": self.help,
            "slag": self.form.value,
            "krävs": self.required,
            "lista": self.many,
        }
        more = {
            "val": list(self.choices),
            "delar": [part.as_json() for part in self.parts],
            "erbjud": self.offer.value if self.offer else None,
            "annars": self.instead,
            "när": dict([self.when]) if self.when else None,
            "senare": self.later,
            "utanför": not self.kept,
            "form": shape(self.form),
        }
        return told | {name: value for name, value in more.items() if value}


_FORMS: tuple[tuple[object, Form], ...] = (
    (values.Text, Form.TEXT),
    (values.SourceFile, Form.TEXT),
    (PartialDate, Form.DATE),
    (values.Year, Form.YEAR),
    (values.Whole, Form.WHOLE),
    (values.Kronor, Form.AMOUNT),
    (values.Url, Form.URL),
    (values.Sha256, Form.CHECKSUM),
    (values.FileName, Form.FILE),
    (values.MunicipalityCode, Form.CODE),
)
_OFFERS = {
    "kommun": Offer.MUNICIPALITY,
    "organ": Offer.BODY,
    "föreslås_till": Offer.BODY,
    "rekommendation": Offer.RECOMMENDATION,
    "ersätter": Offer.RECOMMENDATION,
    "ersätts_av": Offer.RECOMMENDATION,
    "nästa": Offer.DECISION,
    "dokument": Offer.DOCUMENT,
    "ämnen": Offer.SUBJECT,
    "avsändare": Offer.SENDER,
}
_INSTEAD: dict[tuple[type[Record], str], str] = {(Decision, "datum"): "år"}
"""What the rule `datum-eller-år` wants: the one or the other."""
_WHEN: dict[tuple[type[Record], str], tuple[str, str]] = {
    (Decision, "föreslås_till"): ("status", Status.PROPOSED.value),
    (Answer, "villkor"): ("ställning", Position.ADOPTS_WITH_CONDITIONS.value),
}
"""What the rules `förslag-utan-mottagare` and `villkor` want."""
_LATER = frozenset({"rättelser", "tillbakadragen", "tidigare_id"})


@cache
def questions(kind: Shelf) -> tuple[Question, ...]:
    """The questions about one kind of document, in the order that its front matter has them: what only this kind has, between
    its title and what all documents share.
    """
    asked = _questions(RECORD_OF[kind])
    if kind is Shelf.MEETING:
        where = next(one for one in _questions(Decision) if one.offer is Offer.MUNICIPALITY)
        asked = (_outside(where), *asked)
    shared = [field.alias for name, field in Document.model_fields.items() if name != "title"]
    return tuple(sorted(asked, key=lambda one: one.key in shared))


def question(kind: Shelf, key: str) -> Question | None:
    """The question about a key, or None when documents of this kind have no such key."""
    return next((one for one in questions(kind) if one.key == key), None)


@cache
def shape(form: Form) -> dict[str, Any]:
    """What a single value of this form looks like, as JSON Schema: the pattern and the bounds that the model's types give."""
    written: Any = next((type_ for type_, known in _FORMS if known is form), str)
    adapter: TypeAdapter[Any] = TypeAdapter(written)
    schema: dict[str, Any] = adapter.json_schema()
    return schema


def _outside(one: Question) -> Question:
    return Question(one.key, one.help, one.form, one.record, required=True, offer=one.offer, kept=False)


@cache
def _questions(record: type[Record]) -> tuple[Question, ...]:
    hints = typing.get_type_hints(record, include_extras=True)
    found = []
    for name, field in record.model_fields.items():
        written, many = _written(hints[name])
        key = field.alias or name
        found.append(
            Question(
                key,
                field.description or "",
                _form(written),
                record,
                required=field.is_required(),
                many=many,
                choices=tuple(written) if _is_choice(written) else (),
                parts=_questions(written) if _is_record(written) else (),
                offer=_OFFERS.get(key),
                instead=_INSTEAD.get((record, key), ""),
                when=_WHEN.get((record, key)),
                later=key in _LATER,
            )
        )
    return tuple(found)


def _written(hint: object) -> tuple[Any, bool]:
    """What one value of an annotation is, and whether there may be many: `Annotated[tuple[X, ...], ListOf] | None` → X, True."""
    parts = typing.get_args(hint)
    if typing.get_origin(hint) in {typing.Union, types.UnionType}:
        return _written(next(part for part in parts if part is not type(None)))
    if typing.get_origin(hint) is typing.Annotated and typing.get_origin(parts[0]) is tuple:
        return typing.get_args(parts[0])[0], True
    return hint, False


def _form(written: object) -> Form:
    if _is_choice(written):
        return Form.CHOICE
    if _is_record(written):
        return Form.PARTS
    return next(form for type_, form in _FORMS if type_ == written)


def _is_choice(written: object) -> bool:
    return isinstance(written, type) and issubclass(written, StrEnum)


def _is_record(written: object) -> bool:
    return isinstance(written, type) and issubclass(written, BaseModel)
