"""What an editor must see among the answers to a recommendation: the documents say two things that do not go together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from namndarkivet.dates import PartialDate
from namndarkivet.entry import Entry, year_of
from namndarkivet.index import Archive
from namndarkivet.matters import level
from namndarkivet.model import Decision
from namndarkivet.summaries.answers import answer_to, answering
from namndarkivet.summaries.positions import Stand, stand_of
from namndarkivet.summaries.shares import Difference, difference
from namndarkivet.summaries.summary import Summary


@dataclass(frozen=True, slots=True)
class TwoAnswers:
    """Two decisions of one municipality that both settle its answer and do not agree, or that no order tells apart."""

    one: Entry[Decision]
    other: Entry[Decision]


def two_answers(archive: Archive, summary: Summary) -> Iterator[TwoAnswers]:
    """Two final answers of one municipality that differ, or that come from bodies that reach as far.

    That a body that reaches less far took no position in the same matter (in a reply to a referral, say) is no conflict:
    the matter went on.
    """
    for _, given in answering(archive, summary.entry.id):
        stands = [(entry, stand_of(entry.record, answer_to(archive, entry, summary.entry.id))) for entry in given]
        final = [(entry, stand) for entry, stand in stands if stand.final]
        for (one, first), (other, second) in combinations(final, 2):
            reach = level(other, archive.registers) - level(one, archive.registers)
            matter = archive.matter_of.get(one.id)
            went_on = (
                first is Stand.TAKES_NO_POSITION
                and reach > 0
                and matter is not None
                and matter is archive.matter_of.get(other.id)
            )
            if reach == 0 or (first is not second and not went_on):
                yield TwoAnswers(one, other)


def before_recommendation(archive: Archive, summary: Summary) -> Iterator[Entry[Decision]]:
    """Answers dated before the recommendation."""
    for entry in archive.answers.get(summary.entry.id, ()):
        date = entry.record.date
        if date and date.before(summary.entry.record.date):
            yield entry


def off_the_key(
    archive: Archive, summary: Summary, tolerance: Decimal
) -> Iterator[tuple[Entry[Decision], int, Difference]]:
    """Stated costs that differ from the expected share by more than `tolerance` per cent: the decision, the share in kronor
    and the difference.
    """
    if summary.shares is None:
        return
    for municipality, given in answering(archive, summary.entry.id):
        share = summary.shares.by_code[municipality.code]
        for entry in given:
            cost = answer_to(archive, entry, summary.entry.id).cost
            found = difference(cost, share, summary.shares.per)
            if found and (found.percent is None or abs(found.percent) > tolerance):
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
