"""What a text tells of one person's private life: where they live, when they were born, how they are (OSL 21 and 26 kap.).

Words can only hint at it: a municipal house has an address too, and a plan speaks of illness. So these are warnings, and only where
the words stand close to a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from namndarkivet.dates import MONTHS


class Fact(StrEnum):
    """What kind of private fact a text may tell."""

    BIRTH = "födelsedatum"
    HOME = "hemadress"
    HEALTH = "hälsa"


@dataclass(frozen=True, slots=True)
class Hint:
    """A place in a text that may tell a private fact."""

    start: int
    end: int
    fact: Fact


_BIRTH = re.compile(
    rf"\b(?:född|födelsedatum|födelsedag|födelsetid)\b:?\s*(?:den\s+)?(?:(?:19|20)?\d{{6}}|(?:19|20)\d\d-\d\d-\d\d|\d{{1,2}}(?:\s|:e\s)(?:{'|'.join(MONTHS)})\s(?:19|20)\d\d)(?!\d)"
    r"|(?<![\d/.:-])(?:19|20)?\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])-(?:[xX*]{4}|-{4})",
    re.IGNORECASE,
)
_STREET = (
    r"[A-ZÅÄÖ][\wåäöé]+(?:gatan|vägen|gränd|gränden|stigen|backen|torget|allén|leden|slingan) \d{1,4} ?[A-Za-z]?\b"
)
_HOME = re.compile(
    rf"\b(?:bor|bosatt|boende|folkbokförd|skriven|hemadress|bostadsadress|hemort)\b(?: \w+){{0,2}}[ :]+(?:på |i )?{_STREET}"
    rf"|[A-ZÅÄÖ][a-zåäöé]+ [A-ZÅÄÖ][a-zåäöé-]+, {_STREET},? \d{{3}} ?\d\d [A-ZÅÄÖ]"
)
_NAME = r"[A-ZÅÄÖ][a-zåäöé]+(?:-[A-ZÅÄÖ][a-zåäöé]+)? [A-ZÅÄÖ][a-zåäöé]+(?:-[A-ZÅÄÖ][a-zåäöé]+)?"
_ILL = (
    r"(?i:diagnos(?:en|tiserad\w*)?|sjukskr[ie]v\w+|diabet\w+|missbruk(?:ar\w*|et|are\w*)?|beroendesjukdom\w*|demens\w*|depression\w*|autism\w*|adhd|cancer\w*|självmord\w*"
    r"|psykisk(?:a|t)? (?:sjukdom\w*|ohälsa|funktionsnedsättning\w*)|utvecklingsstörning\w*|tvångsvård\w*|omhändertag\w+|socialbidrag|försörjningsstöd)"
)
_HEALTH = re.compile(
    rf"\b{_NAME}(?! ?\()(?:s|:s)?,? (?:[\w,-]+ ){{0,10}}?{_ILL}\b|\b{_ILL}(?: \w+){{0,4}}? (?:för|hos|av|till) {_NAME}(?! ?\()\b"
)
WORDS = {
    Fact.BIRTH: ("född", "Född", "ödelse", "-xxxx", "-XXXX", "-****", "-----"),
    Fact.HOME: ("gatan ", "vägen ", "gränd", "stigen ", "backen ", "torget ", "allén ", "leden ", "slingan "),
    Fact.HEALTH: ("iagnos", "jukskr", "iabet", "issbruk", "eroendesjuk", "emens", "epression", "utism", "adhd", "ADHD", "ancer", "jälvmord", "sykisk",
                  "tvecklingsst", "vångsvård", "mhändertag", "ocialbidrag", "örsörjningsst"),
}  # fmt: skip
"""Pieces of words, whatever their first letter, without which a text tells nothing of the kind: looked for first, since most texts
have none, and patterns are only tried around them.
"""
AROUND = 160
"""Characters on either side of such a word in which what it says of somebody stands."""
PATTERNS = {Fact.BIRTH: _BIRTH, Fact.HOME: _HOME, Fact.HEALTH: _HEALTH}


def hints(text: str) -> Iterator[Hint]:
    """The places of a text that may tell a private fact of one person, kind by kind. A member with their party, «Ada Ett (S)», is
    there in their office and no such person.
    """
    for fact, words in WORDS.items():
        found: set[tuple[int, int]] = set()
        for word in words:
            if word in text:
                found |= _near(text, word, PATTERNS[fact])
        if found:
            yield from (Hint(start, end, fact) for start, end in _apart(found))


def _near(text: str, word: str, pattern: re.Pattern[str]) -> set[tuple[int, int]]:
    """The places of a pattern around each place of a word."""
    found: set[tuple[int, int]] = set()
    at = text.find(word)
    while at >= 0:
        found.update(match.span() for match in pattern.finditer(text, max(0, at - AROUND), at + len(word) + AROUND))
        at = text.find(word, at + len(word))
    return found


def _apart(spans: set[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Spans in order, of those that overlap the longest that begins first."""
    last = -1
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start >= last:
            yield start, end
            last = end
