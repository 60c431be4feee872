"""What the archive can say of a recommendation from its own documents, in words that are true."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from namndarkivet.dates import PartialDate
from namndarkivet.entry import Entry
from namndarkivet.index import Archive
from namndarkivet.model import Answer, Circular, Decision, Recommendation
from namndarkivet.swedish import MISSING
from namndarkivet.values import Position, Status

_PROPOSES = {
    Position.ADOPTS: "föreslår anta",
    Position.ADOPTS_WITH_CONDITIONS: "föreslår anta med villkor",
    Position.DECLINES: "föreslår avstå",
    Position.TAKES_NO_POSITION: "föreslår att inte ta ställning",
}
_UNSETTLED = {
    Status.REFERRED_BACK: "återremitterat",
    Status.TABLED: "bordlagt",
    Status.REFERRED: "remitterat",
    Status.DROPPED: "utgått",
}


def position(decision: Decision, answer: Answer) -> str:
    """What a decision's answer amounts to. A proposal to adopt is «föreslår anta», never «antar»; and what was put off
    is no answer yet.
    """
    if decision.status is Status.PROPOSED:
        return _PROPOSES[answer.position]
    return _UNSETTLED.get(decision.status, answer.position.value)


@dataclass(frozen=True, slots=True)
class Move:
    """One move of a reply deadline: to which day, and the letter behind it (None for the deadline first set)."""

    to: PartialDate
    letter: Entry[Circular] | None


def deadline_history(archive: Archive, recommendation: Entry[Recommendation]) -> tuple[Move, ...]:
    """The reply deadline as it was first set, where that is known, and each move of it by a later letter."""
    first = recommendation.record.deadline
    moves = [Move(first, None)] if first else []
    letters = archive.letters.get(recommendation.id, ())
    moved = ((letter.record.changes and letter.record.changes.deadline, letter) for letter in letters)
    return (*moves, *(Move(to, letter) for to, letter in moved if to))


def deadline_in_words(moves: Sequence[Move]) -> str:
    """The history of a deadline in one phrase: «okänd, senare flyttad till 31 oktober 2016»."""
    if not moves:
        return MISSING
    first = moves[0].to.swedish if moves[0].letter is None else "okänd"
    later = [move.to.swedish for move in moves if move.letter is not None]
    return first + (f", senare flyttad till {', sedan '.join(later)}" if later else "")
