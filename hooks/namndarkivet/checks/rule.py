"""What a rule is: a small generator with an id and a docstring that is its help page.

The first line of the docstring says what the rule wants; the rest says why and what to do. There are four kinds, by
what they look at: a file, a value of the front matter, a document, the whole archive.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from namndarkivet.addresses import slug
from namndarkivet.oddity import Oddity
from namndarkivet.problem import Finding, Key, Severity

if TYPE_CHECKING:
    from namndarkivet.entry import Reading
    from namndarkivet.index import Archive
    from namndarkivet.model import Record
    from namndarkivet.oddity import Odd
    from namndarkivet.source import Source

Subject = TypeVar("Subject")

FIRST = date(2026, 11, 21)
"""The day of the archive's first version and of its first documents: a rule from then is older than every document."""


@dataclass(frozen=True, slots=True)
class FieldError:
    """What the model refused: the way to the value, pydantic's name for the error, what was written, the words that go
    with the error, and the type of record.
    """

    source: Source
    record: type[Record]
    key: Key
    error: str
    value: object
    message: str
    context: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Rule(Generic[Subject]):
    """One rule. `applies` narrows what it is asked about: an oddity, an error of the model, a type of record. `since` is the
    day when it was added; documents that were there before are spared its errors (`checks.age`), unless it holds `everywhere`.
    """

    id: str
    severity: Severity
    applies: Any
    run: Callable[[Subject], Iterator[Finding]]
    since: date = FIRST
    everywhere: bool = False

    @property
    def title(self) -> str:
        """What the rule wants, in one sentence."""
        return (inspect.getdoc(self.run) or "").split("\n", 1)[0]

    @property
    def help(self) -> str:
        """Why, and what to do: Markdown."""
        return (inspect.getdoc(self.run) or "").partition("\n")[2].strip()

    @property
    def anchor(self) -> str:
        """The rule's place on the page of rules, and the name of its example's file."""
        return slug(self.id)

    @property
    def late(self) -> bool:
        """Whether there were documents before the rule was added."""
        return self.since > FIRST


class FileRule(Rule["Odd"]):
    """A rule about how a file is written, asked about one oddity."""


class FieldRule(Rule[FieldError]):
    """A rule about a value that the model refused."""


@dataclass(frozen=True, slots=True)
class DocumentRule(Rule["Reading[Any]"]):
    """A rule about one document. Only a document whose front matter has one of the keys `given` is asked about, when there
    are any: most of the thousands of documents have few of the keys.
    """

    given: frozenset[str] = frozenset()


class ArchiveRule(Rule["Archive"]):
    """A rule about how documents fit together; its findings name their file."""


def file_rule(
    identity: str, *oddities: Oddity, severity: Severity = Severity.ERROR, since: date = FIRST
) -> Callable[[Callable[[Odd], Iterator[Finding]]], FileRule]:
    """Make a rule of a generator that is asked about each of these oddities."""
    return lambda run: FileRule(identity, severity, frozenset(oddities), run, since)


def field_rule(
    identity: str, *errors: str, since: date = FIRST
) -> Callable[[Callable[[FieldError], Iterator[Finding]]], FieldRule]:
    """Make a rule of a generator that is asked about each of these errors of the model."""
    return lambda run: FieldRule(identity, Severity.ERROR, frozenset(errors), run, since)


def document_rule(
    identity: str,
    *records: type[Record],
    severity: Severity = Severity.ERROR,
    given: Sequence[str] = (),
    since: date = FIRST,
    everywhere: bool = False,
) -> Callable[[Callable[[Reading[Any]], Iterator[Finding]]], DocumentRule]:
    """Make a rule of a generator that is asked about each document of these types that has one of the keys `given`."""
    return lambda run: DocumentRule(identity, severity, records, run, since, everywhere, frozenset(given))


def archive_rule(
    identity: str, *, severity: Severity = Severity.ERROR, since: date = FIRST, everywhere: bool = False
) -> Callable[[Callable[[Archive], Iterator[Finding]]], ArchiveRule]:
    """Make a rule of a generator that is asked about the whole archive."""
    return lambda run: ArchiveRule(identity, severity, None, run, since, everywhere)
