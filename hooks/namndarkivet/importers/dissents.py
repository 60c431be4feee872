"""Who dissents, by name, as the text has it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from namndarkivet.importers.parts import Part
from namndarkivet.sections import Kind

_SAYS = re.compile(r"\breserver(?:ar|ade|at) sig\b(?! rätten)", re.IGNORECASE)
_STOP = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ])")
_LONGEST = 4000
"""Characters of the names before «reserverar sig» at most."""
_PERSON = re.compile(
    r"((?:[A-ZÅÄÖ][\wåäöéÅÄÖ.'’-]+ ){1,4}?[A-ZÅÄÖ][\wåäöéÅÄÖ'’-]+) ?\(([A-ZÅÄÖ]{1,5}|[A-ZÅÄÖ][a-zåäö]{1,3}|-)\)"
)
_ROLE = re.compile(
    r"^(?:(?:Tjänstgörande|tjänstgörande|ersättaren?|ersättarna|[Oo]rdföranden?|[Ll]edamoten?|Samtliga) )+"
)
_GROUP = re.compile(
    r"\b(?:Ledamöterna (?:från|för|i) [\w ,]{1,40}|[A-ZÅÄÖ][a-zåäö]+(?:partiet|demokraterna|arna|erna)(?:s grupp|, [A-ZÅÄÖ]\w+| och [A-ZÅÄÖ]\w+)*)"
)
_EARLIER = {Kind.MOTIONS, Kind.BACKGROUND, Kind.SUMMARY, Kind.PREPARATION, Kind.BASIS, Kind.RECIPIENTS, Kind.NOTE}


@dataclass(frozen=True, slots=True)
class Named:
    """One who dissents, and the party that stands in brackets."""

    by: str
    party: str | None


def dissents(parts: Sequence[Part]) -> tuple[Named, ...]:
    """Those who dissent, each once, in the order of the text; a group only where it is named as one («Ledamöterna från SD»)."""
    found: dict[tuple[str, str | None], Named] = {}
    for part in parts:
        if part.kind in _EARLIER:
            continue
        text = part.text.replace("\n", " ")
        said = [words for sentence in _STOP.split(text) if (words := _before(sentence))]
        if not said and part.kind is Kind.DISSENT:
            said = [block.text for block in part.blocks[:1]]
        for words in said:
            people = _PERSON.findall(words)
            for name, party in people:
                bare = _ROLE.sub("", name).strip()
                found.setdefault((bare, party), Named(bare, None if party == "-" else party))
            group = _GROUP.search(words)
            if group and not people:
                found.setdefault((group[0].strip(), None), Named(group[0].strip(), None))
    return tuple(found.values())


def _before(sentence: str) -> str:
    """Who it says dissent: what stands before the words; nothing where it says that nobody does."""
    match = _SAYS.search(sentence)
    return (
        sentence[max(0, match.start() - _LONGEST) : match.start()] if match and not sentence.startswith("Ing") else ""
    )


def disqualified(parts: Sequence[Part]) -> tuple[Named, ...]:
    """Those who take no part because of a conflict of interest, under the heading that says so."""
    texts = [part.text.replace("\n", " ") for part in parts if part.kind is Kind.DISQUALIFICATION]
    people = [pair for text in texts for pair in _PERSON.findall(text)]
    return tuple(
        Named(_ROLE.sub("", name).strip(), None if party == "-" else party) for name, party in dict.fromkeys(people)
    )
