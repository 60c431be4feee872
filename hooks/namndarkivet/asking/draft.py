"""A document in the making: its text, the place where it belongs, and what the rules say of it so far."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from pydantic import ValidationError, create_model

from namndarkivet.addresses import paragraph_slug, short_slug, slug
from namndarkivet.asking.questions import Question, questions
from namndarkivet.checks import check_fields
from namndarkivet.composing import composed
from namndarkivet.filing import RECORD_OF, Filed, Registers, Shelf, filed
from namndarkivet.front_matter import Value
from namndarkivet.model import Circular, Decision, Meeting, Recommendation, Record
from namndarkivet.register import Municipality, municipalities
from namndarkivet.report import whole_message
from namndarkivet.source import parse
from namndarkivet.values import Numbering, Status


@dataclass(frozen=True, slots=True)
class Draft:
    """What has been answered. `values` are as front matter has them, every single one text; `short` the words of the file's
    name, where they are not to be made of the title.
    """

    kind: Shelf
    values: Mapping[str, Value] = field(default_factory=dict)
    body: str = ""
    short: str = ""

    def with_answer(self, key: str, value: Value | None) -> Draft:
        """The draft with one answer more, or without the key when the source does not say (None)."""
        rest = {known: old for known, old in self.values.items() if known != key}
        return replace(self, values=rest if value is None else {**rest, key: value})

    def text(self) -> str:
        """The document as a file holds it."""
        return "\n".join(["---", *(block for _, block in self._blocks()), "---", self.body])

    def lines_of(self, key: str) -> range:
        """The lines of the file that a key and its value stand on."""
        line = 2
        for known, block in self._blocks():
            count = block.count("\n") + 1
            if known == key:
                return range(line, line + count)
            line += count
        return range(0)

    def _blocks(self) -> Iterator[tuple[str, str]]:
        for one in questions(self.kind):
            if one.kept and one.key in self.values:
                yield one.key, composed(one.key, self.values[one.key])

    def missing(self) -> list[Question]:
        """The questions that need an answer and have none."""
        return [
            one
            for one in questions(self.kind)
            if one.key not in self.values and (one.required or (one.instead and one.instead not in self.values))
        ]

    def record(self) -> Record | None:
        """The record that the answers make, or None while something is missing or wrong."""
        kept = {one.key for one in questions(self.kind) if one.kept}
        try:
            return RECORD_OF[self.kind].model_validate({k: v for k, v in self.values.items() if k in kept})
        except ValidationError:
            return None


def headings(draft: Draft) -> str:
    """The headings that the text of a new document begins with, to be filled in from the source."""
    if draft.kind is not Shelf.DECISION:
        return ""
    status = draft.values.get("status")
    if status == Status.PROPOSED:
        return "## Förslag till beslut\n\n\n## Sammanfattning\n\n"
    if any(status == known for known in Status if not known.has_clauses):
        return "## Ärendet\n\n"
    return "## Beslut\n\n\n## Sammanfattning\n\n"


def place(draft: Draft, registers: Registers) -> Filed | None:
    """Where the document belongs, its id among it; None while what it says is not enough."""
    record = draft.record()
    if record is None:
        return None
    where = _municipality(draft)
    numbering = Numbering.PER_YEAR
    if where and isinstance(record, Decision | Meeting) and (body := registers.body(where, record.body)):
        numbering = body.numbering
    return filed(record, where, numbering, f"{_name(record, draft.short)}.md")


def path(draft: Draft, registers: Registers) -> str | None:
    """The path of the document's file in the documents folder; None while what it says is not enough."""
    record, where = draft.record(), place(draft, registers)
    if record is None or where is None:
        return None
    if isinstance(record, Circular | Recommendation):
        return f"{where.id}.md"
    return f"{where.folder}/{where.stem}.md" if where.whole_stem else f"{where.folder}/{_joined(where.stem, draft)}.md"


def _joined(stem: str, draft: Draft) -> str:
    words = draft.short or draft.values.get("rubrik")
    return f"{stem}-{cut}" if (cut := short_slug(str(words))) else stem


def _name(record: Record, short: str) -> str:
    """The name that a circular or a recommendation gets: `2030-11-20-forlangd-svarstid`, `skr-2030-7`."""
    if isinstance(record, Circular):
        return f"{record.date}-{short_slug(short or record.title) or 'brev'}"
    if isinstance(record, Recommendation):
        year = record.date.year
        number = paragraph_slug(record.number, year) if record.number and not short else ""
        return f"{slug(record.sender)}-{year}-{number or short_slug(short or record.title) or 'rekommendation'}"
    return ""


def _municipality(draft: Draft) -> Municipality | None:
    return municipalities().find(str(draft.values.get("kommun", "")))


def value_problems(one: Question, value: Value) -> list[str]:
    """What the model says of the value of one key, in the rules' own words; empty when it takes it."""
    if not one.kept:
        return []
    try:
        _alone(one.record, one.key).model_validate({one.key: value})
    except ValidationError as error:
        source = parse("", f"---\n{composed(one.key, value)}\n---\n".encode())
        return [whole_message(problem) for problem in check_fields(source, "", one.record, error)]
    return []


@lru_cache(maxsize=512)
def _alone(record: type[Record], key: str) -> type[Record]:
    """A record of one key only, as the model has it."""
    name, info = next((name, info) for name, info in record.model_fields.items() if info.alias == key)
    fields: dict[str, Any] = {name: (info.rebuild_annotation(), info)}
    made: type[Record] = create_model(record.__name__, __base__=Record, **fields)
    return made
