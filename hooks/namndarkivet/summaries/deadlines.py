"""The reply deadline of a recommendation: as it was first set, how letters moved it, and whether an answer was in time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from namndarkivet.dates import PartialDate
from namndarkivet.entry import Entry
from namndarkivet.index import Archive
from namndarkivet.model import Circular, Recommendation
from namndarkivet.swedish import MISSING


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


class Timing(StrEnum):
    """Whether an answer came in time (design §4)."""

    IN_TIME = "i tid"
    IN_EXTENDED_TIME = "efter ursprunglig tid men inom förlängd"
    LATE = "efter svarstiden"
    UNKNOWN = "kan inte avgöras"


@dataclass(frozen=True, slots=True)
class Timeliness:
    """Whether an answer came in time, why that cannot be told where it cannot, and the deadline that was in force on the
    day of the answer (None where that is not known either). `met_then`: whether it came in time by that one.
    """

    timing: Timing
    reason: str = ""
    then: Move | None = None
    met_then: bool | None = None


def timeliness(answered: PartialDate | None, moves: Sequence[Move], asked: PartialDate | None = None) -> Timeliness:
    """Whether an answer of this date came in time. Nothing is guessed: a date to the month may leave it open, and so does a
    first deadline that is not known.

    A deadline moved to an earlier day takes nothing from who had until the later one. An answer dated before `asked`, the
    recommendation itself, has a wrong date or answers something else.
    """
    if answered is None:
        return Timeliness(Timing.UNKNOWN, "svarets dag saknas i källan")
    early = asked is not None and answered.before(asked)
    if early or not moves:
        return Timeliness(Timing.UNKNOWN, "daterat före rekommendationen" if early else "svarstiden är inte känd")
    then = _in_force(answered, moves)
    late = [move.to.before(answered) for move in moves]
    past = then.to.before(answered) if then else None
    met = None if past is None else not past
    first_known = moves[0].letter is None
    if first_known and late[0] is False:
        return Timeliness(Timing.IN_TIME, then=then, met_then=met)
    if all(late):
        return Timeliness(Timing.LATE, then=then, met_then=met)
    within = any(missed is False for missed in late)
    if within and first_known and late[0]:
        return Timeliness(Timing.IN_EXTENDED_TIME, then=then, met_then=met)
    extended = "inom den förlängda tiden; den första svarstiden är inte känd"
    unknown = extended if within and not first_known else "datumen är inte kända till dagen"
    return Timeliness(Timing.UNKNOWN, unknown, then, met)


def _in_force(day: PartialDate, moves: Sequence[Move]) -> Move | None:
    """The deadline in force on a day: the last that was set by then; None where that cannot be told."""
    found = None
    for move in moves:
        if move.letter is None:
            found = move
            continue
        later = day.before(move.letter.record.date)
        if later is None:
            return None
        if not later:
            found = move
    return found
