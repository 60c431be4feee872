"""From the words of the whole archive to what each of them is found by.

A word is found by its stem; by the stems of the parts that it is put together of; by its group, if it is one of several
words that mean the same; and, where å, ä and ö are all that keeps two of the archive's words apart, by what they share.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from namndarkivet.searching.compounds import Compounds
from namndarkivet.searching.numbers import dated
from namndarkivet.searching.synonyms import Synonyms
from namndarkivet.searching.terms import Kind
from namndarkivet.searching.words import STOP, fold, stem, words


@dataclass(frozen=True, slots=True)
class Terms:
    """What a text is found by: `plain` the words' stems in their order, `groups` and `parts` each term once."""

    plain: tuple[str, ...]
    groups: tuple[str, ...]
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class _Found:
    """What one word is found by. One for each word, compared by which it is."""

    stem: str
    groups: tuple[str, ...]
    parts: tuple[str, ...]


class Language:
    """What every word of the archive is found by. `counts` says how often the archive has each word."""

    def __init__(self, counts: Mapping[str, int], synonyms: Synonyms) -> None:
        self._synonyms = synonyms
        compounds = Compounds(counts)
        stems = {word: stem(word) for word in counts if word not in STOP}
        parts = {word: tuple(dict.fromkeys(map(stem, compounds.parts(word)))) for word in stems}
        folded: dict[str, set[str]] = defaultdict(set)
        for term in {*stems.values(), *(part for several in parts.values() for part in several)}:
            folded[fold(term)].add(term)
        self._shared = frozenset(form for form, terms in folded.items() if len(terms) > 1)
        self.forms = _forms(stems, counts)
        self._words = {word: self._found(stems[word], parts[word]) for word in sorted(stems)}
        self._phrases: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        for phrase, key in synonyms.phrases:
            self._phrases[phrase[0]].append((tuple(phrase), key))

    def _found(self, term: str, parts: Sequence[str]) -> _Found:
        parts = [part for part in parts if part != term]
        groups = [Kind.GROUP + key for each in (term, *parts) if (key := self._synonyms.canon(each))]
        groups += [Kind.FOLDED + form for each in (term, *parts) if (form := fold(each)) in self._shared]
        return _Found(term, tuple(dict.fromkeys(groups)), tuple(parts))

    def terms(self, text: str) -> Terms:
        """What a text is found by. Its words must be among those that were counted."""
        table = self._words
        found = [table[word] for word in words(dated(text)) if word in table]
        groups: dict[str, None] = {}
        parts: dict[str, None] = {}
        once = dict.fromkeys(found)
        for one in once:
            groups |= dict.fromkeys(one.groups)
            parts |= dict.fromkeys(one.parts)
        if any(one.stem in self._phrases for one in once):
            groups |= dict.fromkeys(Kind.GROUP + key for key in self._phrases_in(found))
        return Terms(tuple(one.stem for one in found), tuple(groups), tuple(parts))

    def fingerprint(self, some: Iterable[str]) -> str:
        """A checksum of what these words are found by, alone and in phrases: the same as long as texts of them have the same terms."""
        told = hashlib.sha256(repr(sorted(self._phrases.items())).encode())
        for word in sorted(some):
            if word in self._words:
                one = self._words[word]
                told.update(f"{word} {one.stem} {one.groups} {one.parts}\n".encode())
        return told.hexdigest()[:16]

    def _phrases_in(self, found: Sequence[_Found]) -> Iterator[str]:
        """The keys of the phrases that stand in a text; the last word may be part of another («vatten- och avloppstaxa»)."""
        for at, first in enumerate(found):
            for phrase, key in self._phrases.get(first.stem, ()):
                said = found[at : at + len(phrase)]
                if len(said) < len(phrase) or any(
                    one.stem != term for one, term in zip(said[:-1], phrase[:-1], strict=True)
                ):
                    continue
                if said[-1].stem == phrase[-1] or phrase[-1] in said[-1].parts:
                    yield key


def _forms(stems: Mapping[str, str], counts: Mapping[str, int]) -> dict[str, str]:
    """For each stem that is no word of the archive, the commonest word that has it: the shortest of equals."""
    best: dict[str, str] = {}
    for word in sorted(stems, key=lambda word: (-counts[word], len(word), word)):
        best.setdefault(stems[word], word)
    return {term: word for term, word in best.items() if term not in stems}
