"""What an editor must see among the answers to a recommendation: the documents say two things that do not go together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import combinations

from namndarkivet.dates import PartialDate
from namndarkivet.entry import Entry, order, year_of
from namndarkivet.index import Archive
from namndarkivet.matters import level
from namndarkivet.model import Decision, Recommendation
from namndarkivet.summaries.answers import answer_to, answering
from namndarkivet.summaries.positions import Stand, stand_of
from namndarkivet.summaries.shares import Difference, difference
from namndarkivet.summaries.summary import Summary, summaries


class Conflict(StrEnum):
    """What an editor must see about one municipality's answer, in the words of page, JSON and CSV."""

    TWO_ANSWERS = "fler än ett slutligt svar"
    BEFORE_RECOMMENDATION = "svar daterat före rekommendationen"
    OFF_THE_KEY = "kostnad långt från nyckeln"
    OLD_PROPOSAL = "gammalt förslag utan beslut"


Marks = Mapping[str, tuple[Conflict, ...]]
"""Conflicts by municipal code, in the order of the closed list."""


def marks(archive: Archive) -> Mapping[str, Marks]:
    """For each recommendation, by its id, the conflicts of each municipality that has any; made once for an archive."""
    return archive.once(_marks)


def _marks(archive: Archive) -> dict[str, Marks]:
    return {identity: _marks_of(archive, summary) for identity, summary in summaries(archive).items()}


def _marks_of(archive: Archive, summary: Summary) -> Marks:
    off = (entry for entry, _, _ in off_the_key(archive, summary, archive.tolerance))
    seen = {
        Conflict.TWO_ANSWERS: (pair.latest for pair in two_answers(archive, summary.entry.id)),
        Conflict.BEFORE_RECOMMENDATION: before_recommendation(archive, summary.entry),
        Conflict.OFF_THE_KEY: off,
        Conflict.OLD_PROPOSAL: old_proposals(archive, summary),
    }
    found: dict[str, list[Conflict]] = defaultdict(list)
    for conflict, entries in seen.items():
        for code in {entry.municipality.code for entry in entries if entry.municipality}:
            found[code].append(conflict)
    return {code: tuple(conflicts) for code, conflicts in found.items()}


@dataclass(frozen=True, slots=True)
class TwoAnswers:
    """Decisions of one municipality that each settle its answer: the latest, an earlier one, and whether they differ."""

    latest: Entry[Decision]
    earlier: Entry[Decision]
    differ: bool


def two_answers(archive: Archive, recommendation: str) -> Iterator[TwoAnswers]:
    """For each municipality with two final answers that differ, or that come from bodies that reach as far, one such pair.

    That a body that reaches less far took no position in the same matter (in a reply to a referral, say) is no conflict:
    the matter went on.
    """
    for _, given in answering(archive, recommendation):
        stands = [(entry, stand_of(entry.record, answer_to(archive, entry, recommendation))) for entry in given]
        final = sorted((pair for pair in stands if pair[1].final), key=lambda pair: order(pair[0]))
        pairs = [
            TwoAnswers(other, one, first is not second)
            for (one, first), (other, second) in combinations(final, 2)
            if _collide(archive, one, first, other, second)
        ]
        if pairs:
            yield max(pairs, key=lambda pair: (pair.differ, order(pair.latest)))


def _collide(archive: Archive, one: Entry[Decision], first: Stand, other: Entry[Decision], second: Stand) -> bool:
    reach = level(other, archive.registers) - level(one, archive.registers)
    if reach == 0:
        return True
    nearer = first if reach > 0 else second
    matter = archive.matter_of.get(one.id)
    went_on = nearer is Stand.TAKES_NO_POSITION and matter is not None and matter is archive.matter_of.get(other.id)
    return first is not second and not went_on


def before_recommendation(archive: Archive, recommendation: Entry[Recommendation]) -> Iterator[Entry[Decision]]:
    """Answers dated before the recommendation, be it only to the year."""
    for _, given in answering(archive, recommendation.id):
        for entry in given:
            if (entry.record.date or PartialDate(year_of(entry))).before(recommendation.record.date):
                yield entry


def off_the_key(
    archive: Archive, summary: Summary, tolerance: Decimal
) -> Iterator[tuple[Entry[Decision], int, Difference]]:
    """Stated costs that differ from the expected share by more than `tolerance` per cent: the decision, the share in kronor
    and the difference. Below a ceiling («högst») is no difference to see.
    """
    if summary.shares is None:
        return
    financing = summary.entry.record.financing
    for municipality, given in answering(archive, summary.entry.id):
        share = summary.shares.by_code[municipality.code]
        for entry in given:
            cost = answer_to(archive, entry, summary.entry.id).cost
            found = difference(cost, share, summary.shares.per, municipality.population[summary.year])
            ceiling = financing is not None and financing.at_most is not None
            if (
                found
                and not (ceiling and found.kronor < 0)
                and (found.percent is None or abs(found.percent) > tolerance)
            ):
                yield entry, share, found


def old_proposals(archive: Archive, summary: Summary) -> Iterator[Entry[Decision]]:
    """Proposals that stand for their municipality and are more than a year older than the newest document of the archive.
    (Not than today: a build of the same documents says the same on any day.)
    """
    newest = archive.newest
    for answer in summary.answers:
        date = answer.date or PartialDate(year_of(answer.entry))
        limit = PartialDate(date.year + 1, date.month, date.day)
        if answer.stand.proposal and newest and limit.before(newest):
            yield answer.entry
