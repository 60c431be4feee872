"""A page as what it is found by: its terms, what each weighs there, and where the words stand."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log2

from namndarkivet.searching.findable import MOST, Findable
from namndarkivet.searching.language import Language

_KEY = 100.0
"""What a number that leads straight to a document weighs."""
_GROUPS, _PARTS = 0.5, 0.09
"""What a word weighs that is found by its group or as a part of another, beside one that stands there itself."""
_USUAL = 150
"""Words of a paragraph of minutes (the median of 3,214 is 146). One word among many says a little less than one among few."""
_BY_LENGTH = 0.1
"""How much of the weight that is: a long text is no worse an answer."""
LEAST, STEPS = 0.04, 12
"""A weight is written as one of 255 levels: the first is `LEAST`, and `STEPS` levels further on it is twice as much. `LEAST`
and `STEPS` in docs/assets/sok/ranking.js are the same.
"""


@dataclass(frozen=True, slots=True)
class Weighed:
    """What a page is found by: each term's level, and for the words that stand in it their places, counted over all fields."""

    levels: Mapping[str, int]
    places: Mapping[str, Sequence[int]]


def level(weight: float) -> int:
    """A weight as one of 255 levels.

    >>> level(0.0), level(0.04), level(0.08), level(64.0), level(1e9)
    (1, 1, 13, 129, 255)
    """
    return min(max(1, round(STEPS * log2(max(weight, LEAST) / LEAST)) + 1), 255)


def weighed(language: Language, page: Findable) -> Weighed:
    """Weigh a page's terms. Its words must be among those that the language knows."""
    weights: defaultdict[str, float] = defaultdict(float)
    places: defaultdict[str, list[int]] = defaultdict(list)
    at, length = 1, 0
    for weight, text in page.fields:
        terms = language.terms(text)
        for term in terms.plain:
            weights[term] += weight
            places[term].append(at)
            at += 1
        at += 1  # no phrase goes on from one field to the next
        for term in terms.groups:
            weights[term] += weight * _GROUPS
        for term in terms.parts:
            weights[term] += weight * _PARTS
        length += len(terms.plain)
    by_length = 1 - _BY_LENGTH + _BY_LENGTH * length / _USUAL
    for kind, key in page.keys:
        weights[kind + key] += _KEY
    return Weighed({term: level(weight / by_length) for term, weight in weights.items()}, places)


def shown(page: Findable) -> bytes:
    """What a hit shows, as the browser reads it."""
    told = {"address": page.address, "text": page.text[:MOST], **page.shown}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()
