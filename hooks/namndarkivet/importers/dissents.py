"""Who dissents, by name, as the text has it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from namndarkivet.importers.parts import Part
from namndarkivet.sections import Kind

_SENTENCE = re.compile(r"([^.!?]*?(?:\([A-ZÅÄÖa-zåäö-]{1,5}\)[^.!?]*?)*)\breserver(?:ar|ade|at) sig\b", re.IGNORECASE)
_PERSON = re.compile(
    r"((?:[A-ZÅÄÖ][\wåäöéÅÄÖ.'’-]+ ){1,4}?[A-ZÅÄÖ][\wåäöéÅÄÖ'’-]+) ?\(([A-ZÅÄÖ]{1,5}|[A-ZÅÄÖ][a-zåäö]{1,3}|-)\)"
)
_EARLIER = {Kind.BACKGROUND, Kind.SUMMARY, Kind.PREPARATION, Kind.BASIS, Kind.RECIPIENTS, Kind.NOTE}


@dataclass(frozen=True, slots=True)
class Named:
    """One who dissents, and the party that stands in brackets."""

    by: str
    party: str | None


def dissents(parts: Sequence[Part]) -> tuple[Named, ...]:
    """Those who dissent, each once, in the order of the text; a group by the words that it is named with."""
    found: dict[tuple[str, str | None], Named] = {}
    for part in parts:
        if part.kind in _EARLIER:
            continue
        for match in _SENTENCE.finditer(part.text.replace("\n", " ")):
            people = _PERSON.findall(match[1])
            for name, party in people:
                bare = re.sub(
                    r"^(?:(?:Tjänstgörande|tjänstgörande|ersättaren?|ersättarna|ordföranden?|Ledamoten?|ledamoten) )+",
                    "",
                    name,
                ).strip()
                found.setdefault((bare, party), Named(bare, None if party == "-" else party))
            if not people and match[1].strip():
                group = match[1].strip(" ,:;")
                found.setdefault((group, None), Named(group, None))
    return tuple(found.values())
