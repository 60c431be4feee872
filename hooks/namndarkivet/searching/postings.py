"""A shard's terms with the pages that have them, as the files that the browser fetches.

The terms lie in the order of their folded forms, as in the lexicon, in files of some `SIZE` characters, so that a search fetches a
few kilobytes of each shard. Beside each such file lies one with the places of its words, which only a phrase asks for.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from namndarkivet.searching.terms import SIGNS
from namndarkivet.searching.weighing import Weighed
from namndarkivet.searching.words import fold

SIZE = 24_000
"""Characters of one file: some seven kilobytes as they are sent."""

Facets = dict[str, dict[str, list[int]]]
"""Numbers of pages by facet and value."""


@dataclass(slots=True)
class Pile:
    """What is known of a shard's pages, or of some that stand together: by term the pages' numbers in the shard, the levels of their
    weights, and the places in each page as «5,3;17», each place told as what it is more than the last.
    """

    terms: dict[str, tuple[array[int], bytearray]] = field(default_factory=dict)
    places: dict[str, list[str]] = field(default_factory=dict)
    facets: Facets = field(default_factory=dict)

    def add(self, number: int, page: Weighed, facets: Mapping[str, Sequence[str]]) -> None:
        """Add a page that has a higher number than those before it."""
        for term, level in page.levels.items():
            numbers, levels = self.terms.get(term) or self.terms.setdefault(term, (array("I"), bytearray()))
            numbers.append(number)
            levels.append(level)
            if term[0] not in SIGNS:  # a word; nothing is said of its places where it is part of others alone
                self.places.setdefault(term, []).append(",".join(map(str, steps(page.places.get(term, ())))))
        for facet, values in facets.items():
            for value in dict.fromkeys(values):
                self.facets.setdefault(facet, {}).setdefault(value, []).append(number)

    def join(self, other: Pile) -> None:
        """Add the pages of another pile, which have higher numbers than those here."""
        for term, (numbers, levels) in other.terms.items():
            if term in self.terms:
                own = self.terms[term]
                own[0].extend(numbers)
                own[1].extend(levels)
            else:
                self.terms[term] = numbers, levels
        for term, places in other.places.items():
            self.places.setdefault(term, []).extend(places)
        for facet, values in other.facets.items():
            for value, pages in values.items():
                self.facets.setdefault(facet, {}).setdefault(value, []).extend(pages)

    def counts(self) -> dict[str, int]:
        """How many pages have each term."""
        return {term: len(numbers) for term, (numbers, _) in self.terms.items()}

    def files(self) -> Iterator[tuple[str, bytes, bytes]]:
        """The files of the terms: the folded form that each begins with, what it has of the pages, and of the places («» for none)."""
        rows: dict[str, list[list[int]]] = {}
        size = 0
        ordered = sorted((fold(term), term) for term in self.terms)
        for at, (form, term) in enumerate(ordered):
            numbers, levels = self.terms[term]
            rows[term] = [steps(numbers), list(levels)]
            size += 5 * len(numbers) + len(term)
            last = at + 1 == len(ordered)
            if last or (size >= SIZE and ordered[at + 1][0] != form):  # forms that fold into one stay together
                places = {one: ";".join(self.places[one]) for one in rows if one in self.places}
                yield fold(next(iter(rows))), compact(rows), compact(places)
                rows, size = {}, 0


def steps(numbers: Sequence[int]) -> list[int]:
    """Rising numbers, each as what it is more than the last.

    >>> steps([3, 4, 9])
    [3, 1, 5]
    """
    return [number - last for number, last in zip(numbers, (0, *numbers), strict=False)]


def compact(told: object) -> bytes:
    """JSON as small as it gets."""
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


def facets_file(pile: Pile) -> bytes:
    """The facets of a shard: {facet: {value: steps}}."""
    return compact(
        {
            facet: {value: steps(of) for value, of in sorted(values.items())}
            for facet, values in sorted(pile.facets.items())
        }
    )
