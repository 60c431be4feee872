"""What each municipality answered: the decision of its furthest instance, and the chain behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from namndarkivet.dates import PartialDate
from namndarkivet.entry import Entry, order
from namndarkivet.index import Archive
from namndarkivet.matters import level
from namndarkivet.model import Answer, Cost, Decision
from namndarkivet.register import Municipality
from namndarkivet.summaries.deadlines import Move, Timeliness, Timing, timeliness
from namndarkivet.summaries.positions import Stand, stand_of
from namndarkivet.swedish import alphabetical


@dataclass(frozen=True, slots=True)
class Step:
    """One decision of the chain behind an answer. `stand` is None for a step of the same matter that does not itself answer
    the recommendation.
    """

    entry: Entry[Decision]
    stand: Stand | None


@dataclass(frozen=True, slots=True)
class MunicipalAnswer:
    """What one municipality answered: the decision of its furthest instance with its answer, and every step of the chain in
    order, that one among them.
    """

    municipality: Municipality
    entry: Entry[Decision]
    answer: Answer
    stand: Stand
    timeliness: Timeliness
    chain: tuple[Step, ...]

    @property
    def date(self) -> PartialDate | None:
        """The day of the decision, as far as the source says."""
        return self.entry.record.date

    @property
    def cost(self) -> Cost | None:
        """The cost that the decision states."""
        return self.answer.cost


def answers(archive: Archive, recommendation: str, moves: Sequence[Move]) -> tuple[MunicipalAnswer, ...]:
    """The answers to a recommendation, given by its id, one of each municipality that the archive has one of, by the
    municipality's name.

    The furthest instance counts: full council over board over committee over proposal; of equals the latest.
    """
    return tuple(
        _answer(archive, recommendation, municipality, given, moves)
        for municipality, given in answering(archive, recommendation)
    )


def answering(archive: Archive, recommendation: str) -> list[tuple[Municipality, list[Entry[Decision]]]]:
    """The decisions that answer a recommendation, those not taken down, by municipality in the order of their names."""
    found: dict[str, tuple[Municipality, list[Entry[Decision]]]] = {}
    for entry in archive.answers.get(recommendation, ()):
        if (municipality := entry.municipality) and not entry.record.withdrawn:
            found.setdefault(municipality.code, (municipality, []))[1].append(entry)
    return sorted(found.values(), key=lambda pair: alphabetical(pair[0].name))


def _answer(
    archive: Archive,
    recommendation: str,
    municipality: Municipality,
    given: Sequence[Entry[Decision]],
    moves: Sequence[Move],
) -> MunicipalAnswer:
    named = archive.recommendation(recommendation)
    asked = named.record.date if named else None
    furthest = _furthest(archive, recommendation, given)
    answer = answer_to(archive, furthest, recommendation)
    stand = stand_of(furthest.record, answer)
    matter = archive.matter_of.get(furthest.id)
    steps = {entry.id: entry for entry in (*(matter.steps if matter else ()), *given) if not entry.record.withdrawn}
    ids = {entry.id for entry in given}
    chain = tuple(
        Step(entry, stand_of(entry.record, answer_to(archive, entry, recommendation)) if entry.id in ids else None)
        for entry in sorted(
            steps.values(), key=lambda entry: (order(entry)[0], level(entry, archive.registers), order(entry))
        )
    )
    timing = timeliness(furthest.record.date, moves, asked) if stand.final else _no_answer(stand)
    return MunicipalAnswer(municipality, furthest, answer, stand, timing, chain)


def _no_answer(stand: Stand) -> Timeliness:
    return Timeliness(Timing.UNKNOWN, "ett förslag är inget svar" if stand.proposal else "frågan är inte avgjord")


def _furthest(archive: Archive, recommendation: str, given: Sequence[Entry[Decision]]) -> Entry[Decision]:
    """The decision that stands for the municipality. Of decided answers that of the body that reaches furthest, of equals
    the latest; a body that reaches as far and later put the matter off stands before it. Where nothing is decided, the
    latest step counts, be it a proposal or put off.
    """
    stands = {entry.id: stand_of(entry.record, answer_to(archive, entry, recommendation)) for entry in given}
    final = [entry for entry in given if stands[entry.id].final]
    if not final:
        return max(given, key=order)
    decided = max(final, key=lambda entry: (level(entry, archive.registers), order(entry)))
    put_off = [
        entry
        for entry in given
        if stands[entry.id].put_off
        and level(entry, archive.registers) >= level(decided, archive.registers)
        and order(entry) > order(decided)
    ]
    return max([decided, *put_off], key=order)


def answer_to(archive: Archive, entry: Entry[Decision], recommendation: str) -> Answer:
    """A decision's answer to one recommendation, given by its id. Raises LookupError when it has none."""
    for answer in entry.record.answers or ():
        named = archive.recommendation(answer.recommendation)
        if named and named.id == recommendation:
            return answer
    raise LookupError(entry.id)
