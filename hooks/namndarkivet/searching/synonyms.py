"""Words that mean the same, from the table that the archive's staff edit: docs/synonymer.yml.

A group's key is the stem of its first word (of a phrase: its stems, joined with hyphens). Words are compared by their stems,
so a word stands in the table once for all its inflections; function words within a phrase count for nothing, as in a search.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType

import yaml

from namndarkivet.checks import check_file
from namndarkivet.front_matter import compose
from namndarkivet.oddity import Oddity
from namndarkivet.problem import Problem, Severity, shown_path
from namndarkivet.searching.words import STOP, stem, words
from namndarkivet.source import Source
from namndarkivet.source import read as read_source

FILE = "synonymer.yml"
"""The table's name in docs/."""

RULE = "synonymer"
EXAMPLE = "- [förskola, dagis, daghem]"
_NO_WORDS = f"ordlistan har inga ord, så «dagis» hittar inte «förskola»; återställ filen, eller skriv en rad: {EXAMPLE}"
_OF_DOCUMENTS = {
    Oddity.NO_FRONT_MATTER,
    Oddity.EMPTY,
    Oddity.COMMENT,
    Oddity.NOTHING,
    Oddity.REFINEMENT,
    Oddity.NO_COLON,
}
"""Oddities that are none here, or that have words of their own: the table is a list and no front matter."""


@dataclass(frozen=True, slots=True)
class Synonyms:
    """Groups of words: `keys` has the key of each single word's stem, `phrases` the stems of each phrase and its key."""

    keys: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    phrases: tuple[tuple[tuple[str, ...], str], ...] = ()

    def canon(self, term: str) -> str | None:
        """The key of the group that a stem belongs to, if it belongs to one."""
        return self.keys.get(term)


@dataclass(frozen=True, slots=True)
class _Word:
    """One word or phrase of the table: as written, its stems, and its node."""

    written: str
    stems: tuple[str, ...]
    node: yaml.Node


def read(path: Path, shown: str = "") -> tuple[Synonyms, tuple[Problem, ...]]:
    """The table, and what is wrong with it, with line and column; `shown` is how messages name the file. A missing file is
    a table without words. What is wrong is left out of the table and the rest holds. Never raises for what the file holds.
    """
    if not path.exists():
        return Synonyms(), ()
    source, name = read_source(path, yaml_only=True), shown or str(path)
    odd = tuple(one for one in source.odd if one.kind not in _OF_DOCUMENTS)
    told = [_worded(problem) for problem in check_file(Source(name, text=source.text, odd=odd), name)]
    if any(problem.rule == "yaml" for problem in told) and (rows := list(_without_hyphen(source, name))):
        told = rows
    root = None if any(problem.severity is Severity.ERROR for problem in told) else _composed(source.text)
    table = _Table(source, name)
    if root is not None:
        table.fill(root)
    elif any(one.kind is Oddity.NO_COLON for one in source.odd):
        told.append(_unreadable(source, name))
    found = table.synonyms()
    if not (told or table.problems or found.keys):
        told.append(Problem(shown_path(name), 1, 1, 2, Severity.WARNING, RULE, _NO_WORDS, source.line(1)))
    return found, tuple(sorted([*told, *table.problems]))


def _worded(problem: Problem) -> Problem:
    """A comma with no word before it is the one mistake in such a list that the advice for documents does not fit."""
    if problem.rule == "yaml" and problem.quote[problem.column - 1 : problem.column] == ",":
        return replace(
            problem, rule=RULE, message="här står ett komma utan ord före; skriv ordet, eller ta bort kommat"
        )
    return problem


def table(docs: Path, problems: list[Problem]) -> Synonyms:
    """The table in the folder of hand-written pages; what is wrong with it is added to `problems`."""
    found, wrong = read(docs / FILE, f"{docs.name}/{FILE}")
    problems += wrong
    for other in sorted(docs.glob("synonym*.y*ml")) if not (docs / FILE).exists() else ():
        message = f"ordlistan läses inte, så «dagis» hittar inte «förskola»: filen ska heta {FILE}; byt namn på den"
        problems.append(Problem(f"{docs.name}/{other.name}", 1, 1, 2, Severity.WARNING, RULE, message))
    return found


def _without_hyphen(source: Source, name: str) -> Iterator[Problem]:
    """The rows that lack the hyphen, or the space after it. What YAML says of them is about the row below."""
    for number, line in enumerate(source.text.splitlines(), 1):
        if re.match(r"-?\[", line):
            message = f"raden börjar inte med bindestreck och mellanslag; skriv - {line.lstrip('-').split('#')[0].strip()[:80]}"
            yield Problem(shown_path(name), number, 1, 2, Severity.ERROR, RULE, message, source.line(number))


def _composed(text: str) -> yaml.Node | None:
    try:
        return compose(text)
    except (yaml.YAMLError, RecursionError, ValueError):
        return None


def _unreadable(source: Source, name: str) -> Problem:
    mark = next(one.mark for one in source.odd if one.kind is Oddity.NO_COLON)
    message = f"raden går inte att läsa; en rad i ordlistan skrivs {EXAMPLE}"
    return Problem(
        shown_path(name), mark.line, mark.column, mark.end, Severity.ERROR, RULE, message, source.line(mark.line)
    )


class _Table:
    """The table while it is read: group by group, each word once."""

    def __init__(self, source: Source, name: str) -> None:
        self.source, self.name = source, name
        self.problems: list[Problem] = []
        self.line_of: dict[tuple[str, ...], int] = {}
        self.key_of: dict[tuple[str, ...], str] = {}

    def fill(self, root: yaml.Node) -> None:
        """Take in every group, and note what is wrong."""
        if not isinstance(root, yaml.SequenceNode):
            self.wrong(root, f"ordlistan ska vara rader som börjar med bindestreck och mellanslag; skriv {EXAMPLE}")
            return
        for group in root.value:
            if isinstance(group, yaml.SequenceNode):
                self.group(group)
            else:
                self.wrong(group, f"raden är ingen lista; sätt orden inom hakparenteser med komma emellan: {EXAMPLE}")

    def group(self, group: yaml.SequenceNode) -> None:
        """Take in one group."""
        found = list(self.members(group))
        if not found:
            return
        key = "-".join(found[0].stems)
        mine: set[tuple[str, ...]] = set()
        for one in found:
            line = one.node.start_mark.line + 1
            if one.stems in mine:
                self.wrong(
                    one.node, f"«{one.written}» står redan i raden, eller är en böjning av ett ord där; ta bort det"
                )
            elif one.stems in self.line_of:
                self.wrong(
                    one.node,
                    f"«{one.written}» står redan på rad {self.line_of[one.stems]}; ett ord får stå i en enda rad, så skriv"
                    " alla orden i en av dem och ta bort den andra",
                )
            else:
                mine.add(one.stems)
                self.line_of[one.stems], self.key_of[one.stems] = line, key

    def members(self, group: yaml.SequenceNode) -> Iterator[_Word]:
        """The words of a group that are words."""
        found = []
        for node in group.value:
            if not isinstance(node, yaml.ScalarNode):
                self.wrong(node, "här ska ett ord stå, ingen lista och inget med kolon; skriv orden med komma emellan")
                continue
            written: str = node.value.strip()
            every = words(written)
            counting = [word for word in every if word not in STOP]
            if len(counting) == 1 < len(every):
                self.wrong(node, f"av «{written}» söks bara «{counting[0]}»; skriv det ordet, om det betyder samma sak")
            elif counting:
                found.append(_Word(written, tuple(map(stem, counting)), node))
            elif written:
                self.wrong(node, f"«{written}» är inget ord att söka på; ta bort det, eller skriv ett annat")
            else:
                self.wrong(node, "ordet är tomt; skriv det, eller ta bort kommat före")
        if len(group.value) < 2:  # noqa: PLR2004 - a group of one says nothing
            self.wrong(group, f"raden har för få ord; skriv minst två som betyder samma sak, till exempel {EXAMPLE}")
        yield from found

    def wrong(self, node: yaml.Node, message: str) -> None:
        """Note a problem, at a node."""
        start, end = node.start_mark, node.end_mark
        last = end.column + 1 if end.line == start.line else start.column + 2
        quote = self.source.line(start.line + 1)
        place = (start.line + 1, start.column + 1, max(last, start.column + 2))
        self.problems.append(Problem(shown_path(self.name), *place, Severity.ERROR, RULE, message, quote))

    def synonyms(self) -> Synonyms:
        """What was taken in."""
        single = {stems[0]: key for stems, key in self.key_of.items() if len(stems) == 1}
        phrases = tuple((stems, key) for stems, key in self.key_of.items() if len(stems) > 1)
        return Synonyms(MappingProxyType(single), phrases)
