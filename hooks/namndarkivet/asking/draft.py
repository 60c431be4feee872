"""A document in the making: its text, the place where it belongs, and what the rules say of it so far."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError, create_model

from namndarkivet.addresses import paragraph_slug, slug
from namndarkivet.asking.questions import Form, Offer, Question, question, questions
from namndarkivet.checks import check_archive, check_fields
from namndarkivet.checks.references import replaced_one_way
from namndarkivet.composing import composed
from namndarkivet.entry import Entry
from namndarkivet.filing import RECORD_OF, Filed, Registers, Shelf, filed
from namndarkivet.front_matter import Value
from namndarkivet.index import Archive
from namndarkivet.load import Reader
from namndarkivet.model import Circular, Decision, Meeting, Recommendation, Record
from namndarkivet.problem import Problem, Severity
from namndarkivet.register import Municipality, municipalities
from namndarkivet.report import whole_message
from namndarkivet.source import parse
from namndarkivet.values import Numbering, Status

_LONGEST = 60
"""Characters of a title in a file's name."""


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
    return f"{stem}-{cut}" if (cut := _cut(str(words))) else stem


def _name(record: Record, short: str) -> str:
    """The name that a circular or a recommendation gets: `2030-11-20-forlangd-svarstid`, `skr-2030-7`."""
    if isinstance(record, Circular):
        return f"{record.date}-{_cut(short or record.title) or 'brev'}"
    if isinstance(record, Recommendation):
        year = record.date.year
        number = paragraph_slug(record.number, year) if record.number and not short else ""
        return f"{slug(record.sender)}-{year}-{number or _cut(short or record.title) or 'rekommendation'}"
    return ""


def _cut(text: str) -> str:
    """A text as part of a file's name, cut at a word."""
    words = slug(text)
    return words if len(words) <= _LONGEST else words[: _LONGEST + 1].rpartition("-")[0] or words[:_LONGEST]


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


def answer_problems(draft: Draft, key: str, archive: Archive) -> list[Problem]:
    """What the rules say of one answer beside the others, errors first. What is not answered yet is passed over."""
    one = question(draft.kind, key)
    if one is None:
        return []
    if not one.kept:  # a meeting's municipality: the rule is the one about a decision's
        return answer_problems(Draft(Shelf.DECISION, {key: draft.values[key]}), key, archive)
    whole = replace(draft, values={**{gap.key: _filling(gap) for gap in draft.missing()}, **draft.values})
    name = path(whole, archive.registers) or _NAMELESS[draft.kind]
    reader = Reader(Path(), "", archive.registers, bodies=False)
    entry, problems = reader.made(name, parse(name, whole.text().encode()))
    lines = whole.lines_of(key)
    found = [problem for problem in problems if problem.line in lines]
    if entry is not None and _refers(one):
        found += _references(archive, entry, key)
    return sorted(found, key=lambda problem: problem.severity is not Severity.ERROR)


_NAMELESS = {
    Shelf.DECISION: "beslut/habo/namnd/2000/1-rubrik.md",
    Shelf.MEETING: "beslut/habo/namnd/2000/2000-01-01-sammantrade.md",
    Shelf.CIRCULAR: "cirkular/avsandare/2000/2000-01-01-rubrik.md",
    Shelf.RECOMMENDATION: "rekommendationer/avsandare-2000-1.md",
}
"""A path of each kind, for a document of which not enough is known yet."""


def _filling(one: Question) -> Value:
    """What stands for an answer that is not given yet; nothing is said of it."""
    if one.parts:
        return {part.key: _filling(part) for part in one.parts if part.required}
    if one.choices:
        return one.choices[0]
    return {Form.DATE: "2000", Form.YEAR: "2000"}.get(one.form, "okänt 1")


def _refers(one: Question) -> bool:
    named = {Offer.RECOMMENDATION, Offer.DECISION, Offer.DOCUMENT}
    return one.offer in named or any(_refers(part) for part in one.parts)


def _references(archive: Archive, entry: Entry[Any], key: str) -> Iterator[Problem]:
    """What the rules about the whole archive say of one key of a document that is not in it yet. That the other end of a
    link does not answer is mended when the document is written.
    """
    grown = replace(archive, entries={**archive.entries, entry.id: entry})
    match entry.record:
        case Decision():
            grown = replace(grown, decisions=(*archive.decisions, entry))
        case Circular():
            grown = replace(grown, circulars=(*archive.circulars, entry))
        case Recommendation():
            grown = replace(grown, recommendations=(*archive.recommendations, entry))
    for finding, rule in check_archive(grown):
        if finding.path == entry.path and finding.key and finding.key[0] == key and rule is not replaced_one_way:
            yield Problem(entry.path, 1, 1, 1, rule.severity, rule.id, finding.message)
