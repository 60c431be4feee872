"""Who dissents, and who takes no part because of a conflict of interest, as the text has it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from namndarkivet.importers.parts import Part
from namndarkivet.importers.people import Person, people, sentences
from namndarkivet.sections import Kind

_SAYS = re.compile(r"\breserver(?:ar|ade|at) sig\b(?! rätten)", re.IGNORECASE)
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
        if not said and part.kind is Kind.DISSENT:
            said = [block.text for block in part.blocks[:1]]
        for words in said:
            named = people(words)
            group = _GROUP.search(words)
            found.update(dict.fromkeys(named or ((Person(group[0].strip(), None),) if group else ())))
    return tuple(found)


def _around(sentence: str) -> list[str]:
    """Who it says dissent: what stands before the words, or after them where nobody does («Mot beslutet reserverar sig …»); nothing
    where it says that nobody dissents.
    """
    match = _SAYS.search(sentence)
    if not match or sentence.startswith("Ing"):
        return []
    before = sentence[max(0, match.start() - _LONGEST) : match.start()]
    if people(before) or _GROUP.search(before):
        return [before]
    after = re.split(r"\b(?:till förmån|mot beslutet|mot)\b", sentence[match.end() :], maxsplit=1)[0]
    return [after[:_LONGEST]] if people(after) else [before]


def disqualified(parts: Sequence[Part]) -> tuple[Person, ...]:
    """Those who take no part because of a conflict of interest, under the heading that says so."""
    texts = [part.text.replace("\n", " ") for part in parts if part.kind is Kind.DISQUALIFICATION]
    return tuple(dict.fromkeys(person for text in texts for person in people(text)))
