"""Decisions like another: those that answer the same recommendation, have the same subject or a title of the same rare words.

Built once for the whole archive as lists of decisions by word, subject and recommendation. A decision is then compared with a
few hundred others at most, the nearest in time of each list, so that an archive of any size costs the same for each page.
Nothing here is a judgement of what was decided: only of what it is about.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import log, sqrt
from typing import NamedTuple

from namndarkivet.addresses import slug
from namndarkivet.entry import Entry, place_of
from namndarkivet.index import Archive
from namndarkivet.model import Decision
from namndarkivet.searching.words import STOP, stem, words

_WHO = re.compile(r"(?:\b[A-ZÅÄÖ][\w-]+ ){1,4}\([A-ZÅÄÖ]{1,3}\)")
"""«Anna Exempelsson (S)» in a title: who asks, not what about."""

MOST = 6
"""Suggestions for one decision."""

_NEAR = 12
"""Decisions that are looked at of one list: half of them before, half after."""
_RAREST = 3
"""Words of a title, the rarest, whose lists are looked at."""
_COMMON = 100
"""A word in more than every hundredth title says nothing of what a decision is about: «val», «justerare», «yttrande»."""
_FEW = 8
"""… but in a small archive a word in so few titles still does."""
_WIDE, _NARROW = 20, 50
"""A subject of more than every twentieth decision, and of more than fifty, is too wide to be the only reason: «motioner»."""
_ALIKE = 0.35
"""How much of two titles must be the same, by weight (the cosine of their words' weights, 0 to 1)."""
_SCALE = 1_000_000
"""Parts that a word's weight is counted in."""
_ANSWERS, _TITLE = 3.0, 2.0
"""What the same recommendation and the same title weigh beside the same subjects, which weigh 1."""


@dataclass(frozen=True, slots=True)
class Like:
    """A decision that is like another, and why: the same recommendation, these subjects, a like title."""

    entry: Entry[Decision]
    recommendation: bool
    subjects: tuple[str, ...]
    title: bool


class _Traits(NamedTuple):
    """What a decision is about: the stems of its title, its subjects' slugs, the ids of recommendations that it
    answers. `length` is that of the title as a vector of weights; `group` what of several suggestions only one is shown of: its
    matter, else its body with such titles.
    """

    stems: frozenset[str]
    length: float
    subjects: frozenset[str]
    recommendations: frozenset[str]
    group: tuple[object, ...]
    settles: bool


@dataclass(frozen=True, slots=True)
class Likenesses:
    """The likenesses of an archive: its decisions in the order of their dates, what each is about, and the numbers of those that
    have a trait, by trait. `telling` are the words, and `narrow` the subjects, that few enough have. `weights` are squares of what a word weighs, as whole numbers: their sum does not depend on its order.
    """

    decisions: Sequence[Entry[Decision]]
    numbers: Mapping[str, int]
    traits: Sequence[_Traits]
    by_stem: Mapping[str, Sequence[int]]
    by_subject: Mapping[str, Sequence[int]]
    by_recommendation: Mapping[str, Sequence[int]]
    weights: Mapping[str, int]
    telling: frozenset[str]
    narrow: frozenset[str]

    def of(self, entry: Entry[Decision]) -> tuple[Like, ...]:
        """The decisions most like this one, the likest first, at most `MOST`; none for one that was taken down.

        Left out are those taken down, and the other steps of its own matter: they stand on its page as the matter's way. Of the
        steps of another matter, and of what one body does again and again, one is there: the likest that settles something, else
        the likest.
        """
        here = self.numbers.get(entry.id)
        if here is None:
            return ()
        mine = self.traits[here]
        telling = sorted(mine.stems & self.telling, key=lambda word: (len(self.by_stem[word]), word))
        found: list[tuple[int, bool]] = []
        places: dict[tuple[object, ...], int] = {mine.group: -1}
        for _, _, number, title in sorted(self._scored(here, mine, telling)):
            other = self.traits[number]
            place = places.get(other.group)
            if place is None:
                if len(found) < MOST:
                    places[other.group] = len(found)
                    found.append((number, title))
            elif place >= 0 and other.settles and not self.traits[found[place][0]].settles:
                found[place] = number, title
        return tuple(self._like(mine, number, title) for number, title in found)

    def _scored(self, here: int, mine: _Traits, telling: Sequence[str]) -> list[tuple[float, int, int, bool]]:
        """The decisions that are like this one, each with what sorts it: its likeness, the likest least; how far away it is in
        time; its number. Last, whether its title is like. This runs some fifty times for each page, and is written for it.
        """
        near: set[int] = set()
        for key in mine.recommendations:
            near.update(_around(self.by_recommendation[key], here))
        narrow = mine.subjects & self.narrow
        for key in narrow:
            near.update(_around(self.by_subject[key], here))
        for key in telling[:_RAREST]:
            near.update(_around(self.by_stem[key], here))
        near.discard(here)
        tells, traits, weigh = frozenset(telling), self.traits, self.weights.__getitem__
        stems, length, subjects, recommendations, *_ = mine
        found = []
        for number in near:
            its_stems, its_length, its_subjects, its_recommendations, _, _ = traits[number]
            shared = stems & its_stems
            likeness = sum(map(weigh, shared)) / (length * its_length) if shared else 0.0
            title = likeness >= _ALIKE and not tells.isdisjoint(shared)
            same = len(subjects & its_subjects) / len(subjects) if subjects else 0.0
            answers = bool(recommendations) and not recommendations.isdisjoint(its_recommendations)
            if title or answers or (same and not narrow.isdisjoint(its_subjects)):
                found.append((-(_ANSWERS * answers + same + _TITLE * likeness), abs(number - here), number, title))
        return found

    def _like(self, mine: _Traits, number: int, title: bool) -> Like:
        entry, other = self.decisions[number], self.traits[number]
        return Like(
            entry,
            not mine.recommendations.isdisjoint(other.recommendations),
            tuple(word for word in entry.record.subjects or () if slug(word) in mine.subjects),
            title,
        )


def likenesses(archive: Archive) -> Likenesses:
    """The likenesses of all decisions of an archive that were not taken down."""
    decisions = tuple(entry for entry in archive.decisions if not entry.record.withdrawn)
    stemmed = cache(stem)
    titles = {title: _stems(title, stemmed) for title in dict.fromkeys(entry.record.title for entry in decisions)}
    by_stem = _lists(titles[entry.record.title] for entry in decisions)
    weights = {word: round(_SCALE * log(1 + len(decisions) / len(numbers)) ** 2) for word, numbers in by_stem.items()}
    lengths = {stems: sqrt(sum(map(weights.__getitem__, stems))) for stems in titles.values()}
    traits = [_traits(archive, entry, titles[entry.record.title], lengths) for entry in decisions]
    by_subject = _lists(each.subjects for each in traits)
    return Likenesses(
        decisions=decisions,
        numbers={entry.id: number for number, entry in enumerate(decisions)},
        traits=traits,
        by_stem=by_stem,
        by_subject=by_subject,
        by_recommendation=_lists(each.recommendations for each in traits),
        weights=weights,
        telling=_rare(by_stem, max(_FEW, len(decisions) // _COMMON)),
        narrow=_rare(by_subject, max(_NARROW, len(decisions) // _WIDE)),
    )


def _traits(
    archive: Archive, entry: Entry[Decision], stems: frozenset[str], lengths: Mapping[frozenset[str], float]
) -> _Traits:
    record, matter = entry.record, archive.matter_of.get(entry.id)
    subjects = frozenset(map(slug, record.subjects or ()))
    answered = (archive.recommendation(answer.recommendation) for answer in record.answers or ())
    recommendations = frozenset(recommendation.id for recommendation in answered if recommendation)
    group: tuple[object, ...] = (matter.id,) if matter else (*place_of(entry), stems or entry.id)
    return _Traits(stems, lengths[stems], subjects, recommendations, group, record.status.settles)


def _stems(title: str, stemmed: Callable[[str], str]) -> frozenset[str]:
    """The stems of a title's words. Left out are numbers and who moves a motion: they do not tell what a decision is about."""
    return frozenset(stemmed(word) for word in words(_WHO.sub(" ", title)) if word not in STOP and not word.isdigit())


def _lists(traits: Iterable[Iterable[str]]) -> dict[str, list[int]]:
    """For each trait the numbers of the decisions that have it, in order."""
    lists: dict[str, list[int]] = defaultdict(list)
    for number, each in enumerate(traits):
        for trait in each:
            lists[trait].append(number)
    return dict(lists)


def _rare(lists: Mapping[str, Sequence[int]], most: int) -> frozenset[str]:
    return frozenset(trait for trait, numbers in lists.items() if len(numbers) <= most)


def _around(numbers: Sequence[int], here: int) -> Sequence[int]:
    """The numbers nearest to `here` in an ordered list."""
    if len(numbers) <= _NEAR:
        return numbers
    place = bisect_left(numbers, here)
    start = max(0, min(place - _NEAR // 2, len(numbers) - _NEAR - 1))
    return numbers[start : start + _NEAR + 1]  # one more than looked at: among them is the decision itself
