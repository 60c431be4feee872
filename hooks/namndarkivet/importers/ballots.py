"""What ja and nej were for in a vote, and how each member voted: as the text has it, and not at all where it cannot be told for all.

«Ja» can be a vote for a rejection (KL 5:67 p. 5 wants each vote told), so the meaning is never taken for granted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from namndarkivet.importers.people import Person, people, sentences
from namndarkivet.values import Ballot

_IS = r"\s*(?:för|innebär|betyder|är|=|:)\s*(?:en röst (?:för|på)\s*)?"
_MEANINGS = (
    re.compile(
        rf"\bja(?:-?\s?röst(?:er)?)?{_IS}(?P<yes>(?:m\.fl\.|[^.;\"”]){{3,200}}?)[.,;\"”]*\s+(?:och |samt |medan )?"
        rf"nej(?:-?\s?röst(?:er)?)?{_IS}(?P<no>(?:m\.fl\.|[^.;\"”\n]){{3,200}})",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:den|de) som (?:röstar för |är för )?(?P<yes>[^.;]{3,160}?),? (?:röstar|säger|avger|lägger)(?: en)? ja(?:-?röst)?[,.;]*\s+"
        r"(?:och |medan )?(?:den|de) som (?:röstar för |är för )?(?P<no>[^.;]{3,160}?),? (?:röstar|säger|avger|lägger)(?: en)? nej",
        re.IGNORECASE,
    ),
)
_COUNT = re.compile(r"\s*(?:\d|st\b|(?:en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio)\b)", re.IGNORECASE)
_LISTED = re.compile(r"\([A-ZÅÄÖ]{1,5}\)\s*(?:,|och\b)")
"""Members one after another: who voted, not what for."""
_WISH = re.compile(r"^(?:vill|önskar|stöder) (?:ha |att )?")
"""«Den som vill avslå röstar ja»."""
_VOTES = re.compile(r"\b(?:röstar|röstade) (?P<how>ja|nej)\b|\b(?P<none>avstår|avstod)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What ja and nej were for, as written, and where in the text it says so."""

    yes: str
    no: str
    at: int


@dataclass(frozen=True, slots=True)
class Cast:
    """One member's vote."""

    who: Person
    ballot: Ballot


def meanings(text: str) -> Iterator[Meaning]:
    """What the votes of a text were for, in its order."""
    found = [match for pattern in _MEANINGS for match in pattern.finditer(text)]
    for match in sorted(found, key=lambda one: one.start()):
        yes, no = (re.sub(r"\s+", " ", match[side]).strip(' ,”"') for side in ("yes", "no"))
        yes, no = (_WISH.sub("", side) for side in (yes, no))
        if not any(_COUNT.match(side) or _LISTED.search(side) for side in (yes, no)):
            yield Meaning(yes, no, match.start())


def told(text: str) -> tuple[Cast, ...]:
    """How each voted, where sentences name them: «Anna Ek (S) och Bo Alm (M) röstar Ja (2).»"""
    found = []
    for sentence in sentences(text):
        verb = _VOTES.search(sentence)
        if verb:
            ballot = Ballot.ABSTAINS if verb["none"] else Ballot(verb["how"].lower())
            found += [Cast(who, ballot) for who in people(sentence[: verb.start()])]
    return tuple(found)


def counts(cast: Sequence[Cast]) -> tuple[int, int, int]:
    """How many voted ja, voted nej and abstained."""
    yes, no, none = (
        sum(1 for one in cast if one.ballot is ballot) for ballot in (Ballot.YES, Ballot.NO, Ballot.ABSTAINS)
    )
    return yes, no, none
