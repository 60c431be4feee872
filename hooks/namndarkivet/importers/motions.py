"""What members move, under the heading for it: who, of which party, and what, in the words of the text (KL 5:67 p. 1)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from namndarkivet.importers.parts import Part
from namndarkivet.importers.people import Person, people, sentences
from namndarkivet.sections import Kind

_MOVES = re.compile(
    r"\b(?:till[äa]ggs)?yrka(?:r|de)(?P<as> (?:i (?:första|andra|tredje) hand|som tillägg))?(?: på)?:?(?=\s|$)",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:inga|ingen|inget|inte)\b", re.IGNORECASE)
_CHAIR = re.compile(r"(?:(?:Tjänstgörande )?[Oo]rdföranden?|(?:Första |Andra )?[Vv]ice ordföranden?)$")
_LEADS = re.compile(r"(?:följande|att):?$|:$")


@dataclass(frozen=True, slots=True)
class Moved:
    """What one member moves. `party` is None where the text does not say it."""

    by: str
    party: str | None
    motion: str


def motions(parts: Sequence[Part]) -> tuple[Moved, ...]:
    """What is moved in a §, each mover by themselves, in the order of the text. A sentence whose mover cannot be told is left out."""
    found: list[Moved] = []
    for part in parts:
        if part.kind is Kind.MOTIONS:
            found += _moved([sentence for block in part.blocks for sentence in sentences(block.text)])
    return tuple(dict.fromkeys(found))


def _moved(texts: Sequence[str]) -> list[Moved]:
    found: list[Moved] = []
    movers: tuple[Person, ...] = ()
    open_ended = False
    for text in texts:
        match = _MOVES.search(text)
        if match and (named := _movers(text[: match.start()])):
            movers = named
            motion = text[match.end() :].strip()
            open_ended = not motion or bool(_LEADS.search(motion))
            if motion and not open_ended:
                found += _each(movers, motion)
        elif match:
            movers, open_ended = (), False
        elif open_ended and movers:  # the points below «yrkar följande:»
            found += _each(movers, text)
    return found


def _movers(words: str) -> tuple[Person, ...]:
    """Who moves, by the words before the verb; none where they say that nobody does, or name nobody."""
    if _NOT.search(words):
        return ()
    chair = _CHAIR.search(words.strip())
    return people(words) or ((Person(chair[0], None),) if chair else ())


def _each(movers: Sequence[Person], motion: str) -> list[Moved]:
    words = motion.strip(" .").removeprefix("– ").removeprefix("- ")
    return [Moved(mover.name, mover.party, words) for mover in movers] if words else []
