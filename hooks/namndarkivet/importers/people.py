"""Members as minutes name them: «Anna Ek (S)», «tjänstgörande ersättaren Bo Alm (M)», «Siv Örn, V»."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PERSON = re.compile(
    r"((?:[A-ZÅÄÖ][\wåäöéÅÄÖ.'’-]+ ){1,4}?[A-ZÅÄÖ][\wåäöéÅÄÖ'’-]+) ?\(([A-ZÅÄÖ]{1,5}|[A-ZÅÄÖ][a-zåäö]{1,3}|(?:s|m|c|v|kd|fp|mp|l|sd)|-)\)"
)
_ROLE = re.compile(
    r"^(?:(?:Tjänstgörande|tjänstgörande|ersättaren?|ersättarna|[Oo]rdföranden?|[Ll]edamoten?|Samtliga) )+"
)
_FUNCTION = {
    "Sedan",
    "När",
    "Efter",
    "Enligt",
    "Med",
    "På",
    "Som",
    "Om",
    "Då",
    "För",
    "Vid",
    "Mot",
    "Av",
    "I",
    "Utöver",
    "Både",
}
"""Words that begin a sentence and no name."""
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ])")


@dataclass(frozen=True, slots=True)
class Person:
    """A name as printed, and the party in brackets after it: None where there is none, or a dash."""

    name: str
    party: str | None


def people(text: str) -> tuple[Person, ...]:
    """Those whom a text names with a party, each once, in its order. A name without a party cannot be told from other words."""
    found = (
        Person(_ROLE.sub("", name).strip(), None if party == "-" else party) for name, party in _PERSON.findall(text)
    )
    return tuple(dict.fromkeys(Person(_bare(one.name), one.party) for one in found))


def _bare(name: str) -> str:
    """A name without the word that its sentence begins with."""
    first, _, rest = name.partition(" ")
    return rest if first in _FUNCTION and " " in rest else name


def begins_with(text: str) -> tuple[Person, int] | None:
    """The member that a text begins with, be it after their role, and where the words about them end; None where it begins with
    something else: «Med anledning av Anna Eks (S) motion».
    """
    role = _ROLE.match(text)
    start = role.end() if role else 0
    match = _PERSON.match(text, start)
    if match is None or match[1].split()[0] in _FUNCTION:
        return None
    return Person(match[1].strip(), None if match[2] == "-" else match[2]), match.end()


def sentences(text: str) -> list[str]:
    """The sentences of a text; a line's end is no sentence's."""
    return [sentence for sentence in _SENTENCE.split(re.sub(r"\s*\n\s*", " ", text)) if sentence.strip()]
