"""The rules. A new one is a new file here and a name in `_ROOMS`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import ValidationError

from namndarkivet.addresses import slug
from namndarkivet.checks import (
    answers,
    attachments,
    chains,
    clauses,
    dates,
    encoding,
    fields,
    front_matter,
    hostile,
    identity,
    links,
    places,
    privacy,
    references,
    status,
    votes,
    withdrawals,
)
from namndarkivet.checks.rule import ArchiveRule, DocumentRule, FieldError, FieldRule, FileRule, Rule
from namndarkivet.oddity import Oddity
from namndarkivet.personal_numbers import masked
from namndarkivet.problem import Finding, Mark, Problem, shown_path
from namndarkivet.source import Source

if TYPE_CHECKING:
    from namndarkivet.entry import Reading
    from namndarkivet.index import Archive
    from namndarkivet.model import Record

_ROOMS = (
    encoding,
    front_matter,
    fields,
    places,
    identity,
    status,
    clauses,
    dates,
    votes,
    references,
    chains,
    links,
    attachments,
    hostile,
    withdrawals,
    answers,
    privacy,
)

MOST = 100
"""Findings of one rule in one document: a hostile one shall not make a report of gigabytes."""

LONGEST = 20_000
"""Characters of a line that is quoted."""

T = TypeVar("T", bound="Rule[Any]")


@cache
def rules() -> tuple[Rule[Any], ...]:
    """Every rule, in the order of the rooms."""
    return tuple(thing for room in _ROOMS for thing in vars(room).values() if isinstance(thing, Rule))


@cache
def _of(kind: type[T]) -> tuple[T, ...]:
    return tuple(rule for rule in rules() if isinstance(rule, kind))


@cache
def _file_rules() -> Mapping[Oddity, tuple[FileRule, ...]]:
    return {odd: tuple(rule for rule in _of(FileRule) if odd in rule.applies) for odd in Oddity}


@lru_cache(maxsize=4096)
def _document_rules(record: type[Record], keys: frozenset[str]) -> tuple[DocumentRule, ...]:
    """The rules for documents of one type that have these keys: few combinations make up most of an archive."""
    asked = (rule for rule in _of(DocumentRule) if issubclass(record, rule.applies))
    return tuple(rule for rule in asked if not rule.given or rule.given & keys)


def check_file(source: Source, path: str) -> Iterator[Problem]:
    """The problems of how a file is written."""
    for odd in source.odd:
        for rule in _file_rules()[odd.kind]:
            for finding in rule.run(odd):
                yield _problem(rule, finding, source, path)


def check_fields(source: Source, path: str, record: type[Record], error: ValidationError) -> Iterator[Problem]:
    """The problems of the values that the model refused."""
    by_error: dict[str, list[FieldRule]] = defaultdict(list)
    for rule in _of(FieldRule):
        for name in rule.applies:
            by_error[name].append(rule)
    nothing = {odd.mark for odd in source.odd if odd.kind is Oddity.NOTHING}
    errors = error.errors(include_url=False)
    misspelt = {_like(item["loc"]) for item in errors if item["type"] == "extra_forbidden"}
    for item in errors:
        key = tuple(item["loc"])
        if item["type"] == "missing" and _like(key) in misspelt:
            continue  # it is there under a misspelt name, which has a problem of its own
        if source.mark(key) in nothing and item["type"] not in {"missing", "extra_forbidden"}:
            continue  # reported as an empty value
        wrong = FieldError(source, record, key, item["type"], item["input"], item["msg"], item.get("ctx", {}))
        for rule in by_error.get(item["type"], by_error["*"]):
            for finding in rule.run(wrong):
                yield _problem(rule, finding, source, path)


def _like(key: Sequence[str | int]) -> tuple[str, ...]:
    """A key whatever its capitals and accents, to tell a misspelt one from a missing one."""
    return tuple(slug(str(step)) for step in key)


def check_document(reading: Reading[Record], path: str) -> Iterator[Problem]:
    """The problems of one document."""
    for rule in _document_rules(type(reading.record), frozenset(reading.source.data)):
        for finding in islice(rule.run(reading), MOST):
            yield _problem(rule, finding, reading.source, path)


def check_archive(archive: Archive) -> Iterator[tuple[Finding, ArchiveRule]]:
    """What the rules about the whole archive find; the caller reads the file again to say on which line."""
    for rule in _of(ArchiveRule):
        for finding in rule.run(archive):
            yield finding, rule


def archive_problems(found: Iterable[tuple[Finding, ArchiveRule]], source: Source, path: str) -> Iterator[Problem]:
    """Findings about one file as problems, with their lines."""
    for finding, rule in found:
        yield _problem(rule, finding, source, path)


def _problem(rule: Rule[Any], finding: Finding, source: Source, path: str) -> Problem:
    if finding.mark is not None:
        mark = finding.mark
    elif finding.key is not None:
        mark = source.mark(finding.key, on_key=finding.on_key)
    else:
        mark = Mark(1)
    end = max(mark.end, mark.column + 1)
    line = source.line(mark.line)
    quote = masked(line) if len(line) <= LONGEST else ""
    message = finding.message.encode("utf-8", "replace").decode()  # a file's name may hold bytes that are no UTF-8
    return Problem(masked(shown_path(path)), mark.line, mark.column, end, rule.severity, rule.id, message, quote)
