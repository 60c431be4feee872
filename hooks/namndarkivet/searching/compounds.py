"""Compound words by their parts: «stödfunktionen» is to be found by «funktion», and by «stöd».

There is no well-kept decompounder to use offline, and dictionaries may not be shipped here; the archive's own vocabulary is a
better one anyway. A word is split where both sides are words: words of the archive (seen at least three times, so that
a misprint is none) or of `parts.txt`, which carries a small archive. The last part may be inflected; the parts before it
stand as they are, with a linking s, or in the form that `parts.txt` gives (skol-, arbets-); a noun by its ending and a linking s
(rehabiliterings-) is a first part though no document has it alone, and so is whatever stands before a long last part
(leksaks-bibliotek) when the word has no other parts. What only looks like a word is listed there too: för-slag, be-slut, säkerhet is no
«het».
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from namndarkivet.searching.words import STOP, stem

SEEN = 3
"""Times that a word of the archive is seen before it is taken for a part."""
SHORTEST = 3
"""Letters of a part that stands in parts.txt (lov, tid)."""
SHORTEST_LAST = 4
"""Letters of a last part that is inflected, or a word of the archive's own."""
LONG_HEAD = 6
"""Letters of the stem of a last part that carries a word by itself: the first part may be unknown then. Of 220 words that the corpus
of minutes has of this kind, eight have another end by chance (krist-demokrat); those beginnings are listed in parts.txt.
"""
_WITH_S = re.compile("(.{4,}[^aeiouyåäös])s")
_SYLLABLE = re.compile("[aeiouyåäö]")
_LINKED = re.compile(".{3,}(?:ing|ion|het|itet|skap|ment)s")
"""What is a first part even when the archive has no such word: a noun by its ending, and with the s that links."""
LONGEST = 60
"""Letters of a word that is looked at: a longer one is a web address, or several words that a PDF ran together."""


class Parts(NamedTuple):
    """What parts.txt holds: words, the forms that words have before another, and what is no part."""

    words: frozenset[str]
    forms: dict[str, str]
    prefixes: frozenset[str]
    endings: frozenset[str]


@cache
def fixed_parts() -> Parts:
    """What parts.txt holds."""
    text = (files("namndarkivet") / "searching" / "parts.txt").read_text(encoding="utf-8")
    held: dict[str, list[str]] = {}
    room: list[str] = []
    for line in text.splitlines():
        if line.startswith("["):
            room = held.setdefault(line.strip("[]"), [])
        elif not line.startswith("#"):
            room += [line] if "- " in line and held.get("forms") is room else line.split()
    forms = dict(line.split("- ") for line in held["forms"])
    return Parts(frozenset(held["words"]), forms, frozenset(held["prefixes"]), frozenset(held["endings"]))


class Compounds:
    """Splits words by the vocabulary of an archive: `counts` has each of its words and how often it is seen."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        fixed = fixed_parts()
        not_first, not_last = STOP | fixed.prefixes, STOP | fixed.endings
        kept = {
            word for word, count in counts.items() if count >= SEEN and len(word) >= SHORTEST_LAST and word.isalpha()
        }
        known = (kept - not_first - not_last) | fixed.words
        # The word that a form before another one is of; the plain word where a form with s could be one too.
        before = {word: word for word in known} | {f"{word}s": word for word in known} | fixed.forms
        self._before = {form: word for form, word in before.items() if len(form) >= SHORTEST and form not in not_first}
        self._between = {form: word for form, word in self._before.items() if form not in not_last}
        self._short = fixed.words
        self._stems = frozenset(map(stem, known))
        self._not_first, self._not_last = not_first, not_last
        self._is_last = lru_cache(maxsize=1 << 16)(self._last)

    def parts(self, word: str) -> tuple[str, ...]:
        """The parts that a search shall find the word by too: of every split into two or three words, heads first. Empty
        for a word that is none.
        """
        if len(word) > LONGEST or not word.isalpha():
            return ()
        found: dict[str, None] = {}
        openings = ((at, self._opening(word[:at])) for at in range(SHORTEST, len(word) - SHORTEST + 1))
        begun = [(at, opening) for at, opening in openings if opening]
        for first, opening in reversed(begun):
            if self._is_last(word[first:]) and not self._links(word, first):
                found |= dict.fromkeys((word[first:], opening))
            for second in range(len(word) - SHORTEST, first + SHORTEST - 1, -1):
                middle = self._between.get(word[first:second])
                if middle and self._is_last(word[second:]) and not self._links(word, second):
                    found |= dict.fromkeys((word[second:], middle, opening))
        if not found:
            found |= dict.fromkeys(self._by_head(word))
        own = stem(word)
        return tuple(part for part in found if stem(part) != own)

    def _by_head(self, word: str) -> tuple[str, ...]:
        """The parts of a word whose last part is a long known word, and whose first is none that is known: leksaks-bibliotek. Of
        the splits the one with the longest last part.
        """
        for at in range(SHORTEST_LAST, len(word) - LONG_HEAD + 1):
            first, last = word[:at], word[at:]
            if first in self._not_first or not self._is_last(last) or len(stem(last)) < LONG_HEAD:
                continue
            if linked := _WITH_S.fullmatch(first):
                first = linked[1]
            if first not in self._not_first and _SYLLABLE.search(first):
                return last, first
        return ()

    def _opening(self, form: str) -> str | None:
        """The word that a first part is of, if it is one."""
        known = self._before.get(form)
        return form[:-1] if known is None and _LINKED.fullmatch(form) else known

    def _links(self, word: str, at: int) -> bool:
        """Whether an s that the last part would begin with links the parts: fastighets-ägare, not fastighet-sägare."""
        linked = word[at] == "s" and word[at - 1] != "s" and self._opening(f"{word[:at]}s") is not None
        return linked and self._is_last(word[at + 1 :])

    def _last(self, part: str) -> bool:
        """Whether a word can end in this part, inflected or not."""
        if len(part) < SHORTEST_LAST:
            return part in self._short
        if part in self._not_last or part.removesuffix("s") in self._not_last:
            return False
        return stem(part) in self._stems
