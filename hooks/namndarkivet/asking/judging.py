"""What the rules say of one answer about a new document, beside the other answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from namndarkivet.asking.draft import Draft, path
from namndarkivet.asking.questions import Form, Offer, Question, question
from namndarkivet.checks import check_archive
from namndarkivet.checks.references import replaced_one_way
from namndarkivet.entry import Entry
from namndarkivet.filing import Shelf
from namndarkivet.front_matter import Value
from namndarkivet.index import Archive
from namndarkivet.load import Reader
from namndarkivet.model import Circular, Decision, Recommendation
from namndarkivet.problem import Problem, Severity
from namndarkivet.source import parse


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
