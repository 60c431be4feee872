"""Who dissents, and who takes no part because of a conflict of interest, as the text has it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from namndarkivet.importers.parts import Part
from namndarkivet.importers.people import Person, people, sentences
from namndarkivet.sections import Kind

_SAYS = re.compile(
    r"\breserver(?:ar|ade|at) sig\b(?! rätten)|\banmäler (?:en |sin )?(?:\w+ )?reservation\b", re.IGNORECASE
)
_NOBODY = re.compile(
    r"^(?:Ing\w+|Nej)\b|\b(?:inte|ej|icke|annars)\b|\b(?:drar|dra|tar) (?:\w+ )?tillbaka\b|\båtertar\b", re.IGNORECASE
)
"""What makes a sentence say that somebody does not dissent."""
_TAKES_NO_PART = re.compile(
    r"\bjäv\w*|\bdelt(?:ar|og|ager) (?:inte|ej|icke)\b|\b(?:lämnar|lämnade) (?:rummet|salen|lokalen|sammanträdet)",
    re.IGNORECASE,
)
_NOT_DISQUALIFIED = re.compile(r"^(?:Ing\w+)\b|\b(?:inte|ej|icke) (?:är |anser sig |var )?jäv\w*", re.IGNORECASE)
_IN_PLACE = re.compile(r"\b(?:ersätt\w*|tjänstgör\w*|inträder|i stället|istället)\b", re.IGNORECASE)
_LONGEST = 4000
"""Characters of the names before «reserverar sig» at most."""
_GROUP = re.compile(
    r"\b(?:Ledamöterna (?:från|för|i) [\w ,]{1,40}|[A-ZÅÄÖ][a-zåäö]+(?:partiet|demokraterna|arna|erna)(?:s grupp|, [A-ZÅÄÖ]\w+| och [A-ZÅÄÖ]\w+)*)"
)
_EARLIER = {Kind.MOTIONS, Kind.BACKGROUND, Kind.SUMMARY, Kind.PREPARATION, Kind.BASIS, Kind.RECIPIENTS, Kind.NOTE}


def dissents(parts: Sequence[Part]) -> tuple[Person, ...]:
    """Those who dissent, each once, in the order of the text; a group only where it is named as one («Ledamöterna från SD»)."""
    found: dict[Person, None] = {}
    for part in parts:
        if part.kind in _EARLIER:
            continue
        said = [words for sentence in sentences(part.text) for words in _around(sentence)]
        if not said and part.kind is Kind.DISSENT and not denied(part.text):
            said = [block.text for block in part.blocks[:1]]
        for words in said:
            named = people(words)
            group = None if named else _GROUP.search(words)
            found.update(dict.fromkeys(named or ((Person(group[0].strip(), None),) if group else ())))
    return tuple(found)


def _around(sentence: str) -> list[str]:
    """Who it says dissent: what stands before the words, or after them where nobody does («Mot beslutet reserverar sig …»); nothing
    where it says that nobody dissents.
    """
    match = _SAYS.search(sentence)
    if not match or _NOBODY.search(sentence):
        return []
    before = sentence[max(0, match.start() - _LONGEST) : match.start()]
    if people(before):
        return [before]
    after = re.split(r"\b(?:till förmån|mot beslutet|mot)\b", sentence[match.end() :], maxsplit=1)[0]
    return [after[:_LONGEST]] if people(after) else [before]


def says(text: str) -> bool:
    """Whether a sentence of a text says that somebody dissents."""
    return any(_SAYS.search(sentence) and not _NOBODY.search(sentence) for sentence in sentences(text))


def denied(text: str) -> bool:
    """Whether a sentence of a text says that nobody dissents, or that somebody takes their dissent back."""
    return any(_NOBODY.search(sentence) for sentence in sentences(text))


def disqualified(parts: Sequence[Part]) -> tuple[Person, ...]:
    """Those who take no part because of a conflict of interest, under the heading that says so."""
    found: dict[Person, None] = {}
    for part in parts:
        if part.kind is Kind.DISQUALIFICATION:
            found.update(dict.fromkeys(person for sentence in sentences(part.text) for person in _absent(sentence)))
    return tuple(found)


def _absent(sentence: str) -> tuple[Person, ...]:
    """Who takes no part, by one sentence: those before the words that say so, else those after them; all where only names stand."""
    if _NOT_DISQUALIFIED.search(sentence):
        return ()
    match = _TAKES_NO_PART.search(sentence)
    if match is None:
        return () if re.search(r"\b[a-zåäö]{2,}r\b", re.sub(r"\([^)]*\)", "", sentence)) else people(sentence)
    after = _IN_PLACE.split(sentence[match.end() :], maxsplit=1)[0]
    return people(sentence[: match.start()]) or people(after)
