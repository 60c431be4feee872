"""What the archive can say of a recommendation from its own documents, in words that are true."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from namndarkivet.dates import PartialDate
from namndarkivet.entry import Entry, order
from namndarkivet.index import Archive
from namndarkivet.matters import level
from namndarkivet.model import Answer, Circular, Decision, Recommendation
from namndarkivet.swedish import MISSING, alphabetical, running
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


def whose(decision: Decision) -> str:
    """Whose § it is: the body, or, where the source does not name the one that proposes, whom the proposal goes to."""
    return f"förslag till {running(decision.body)}" if decision.proposer_unknown else decision.body


@dataclass(frozen=True, slots=True)
class Standing:
    """What one municipality answered: the decision of its furthest instance with its answer, and the other steps."""

    furthest: Entry[Decision]
    answer: Answer
    others: tuple[Entry[Decision], ...]


def standings(archive: Archive, recommendation: str) -> tuple[Standing, ...]:
    """The answers to a recommendation, one of each municipality, by the municipality's name.

    The furthest instance counts: full council over board over committee over proposal; of equals the latest.
    """
    by_place: dict[str, list[Entry[Decision]]] = defaultdict(list)
    for entry in archive.answers.get(recommendation, ()):
        if entry.municipality and not entry.record.withdrawn:
            by_place[entry.municipality.name].append(entry)
    found = []
    for name in sorted(by_place, key=alphabetical):
        steps = sorted(by_place[name], key=lambda entry: _reach(archive, entry))
        found.append(Standing(steps[-1], answer_to(archive, steps[-1], recommendation), tuple(steps[:-1])))
    return tuple(found)


def _reach(archive: Archive, entry: Entry[Decision]) -> tuple[int, PartialDate, str]:
    proposal = entry.record.status is Status.PROPOSED
    return 0 if proposal else 1 + level(entry, archive.registers), order(entry)[0], entry.id


def answer_to(archive: Archive, entry: Entry[Decision], recommendation: str) -> Answer:
    """A decision's answer to one recommendation, given by its id. Raises LookupError when it has none."""
    for answer in entry.record.answers or ():
        named = archive.recommendation(answer.recommendation)
        if named and named.id == recommendation:
            return answer
    raise LookupError(entry.id)


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
