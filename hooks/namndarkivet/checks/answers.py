"""Rules about the answers to recommendations: what an editor must see."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from namndarkivet.checks.rule import archive_rule, document_rule
from namndarkivet.entry import Entry, Reading, year_of
from namndarkivet.index import Archive
from namndarkivet.matters import outcome
from namndarkivet.model import Decision
from namndarkivet.problem import Finding, Key, Severity
from namndarkivet.summaries import Summary, answer_to, conflicts, summaries
from namndarkivet.swedish import kronor
from namndarkivet.values import Position, Status

_SINCE = date(2026, 11, 22)


def _summaries(archive: Archive) -> Iterator[Summary]:
    return (summary for identity, summary in summaries(archive).items() if identity in archive.answers)


def _key(archive: Archive, entry: Entry[Decision], recommendation: str, *more: str) -> Key:
    """Where a decision's answer to a recommendation stands in its front matter."""
    given = entry.record.answers or ()
    return "svar", given.index(answer_to(archive, entry, recommendation)), *more


@document_rule("avslaget-men-antar", Decision, severity=Severity.WARNING, given=("svar",), since=_SINCE)
def rejected_yet_adopting(reading: Reading[Decision]) -> Iterator[Finding]:
    """Ett beslut med status avslaget som antar en rekommendation är troligen fel antecknat.

    Avslogs förslaget att anta, är ställningen avstår. Avslogs ett yrkande om att avstå, är status beslutat. Stämmer båda med
    källan, låt dem stå.
    """
    if reading.record.status is not Status.REJECTED:
        return
    for number, answer in enumerate(reading.record.answers or ()):
        if answer.position in {Position.ADOPTS, Position.ADOPTS_WITH_CONDITIONS}:
            yield Finding(
                f"status är avslaget men ställningen {answer.position.value}; avslogs det att anta, skriv ställning: avstår",
                key=("svar", number, "ställning"),
            )


@archive_rule("två-slutliga-svar", severity=Severity.WARNING, since=_SINCE)
def two_final_answers(archive: Archive) -> Iterator[Finding]:
    """En kommun bör ha ett slutligt svar på en rekommendation.

    Här har två beslut svarat olika, eller två organ som når lika långt har svarat var för sig. Arkivet räknar det längst komna
    och, av lika, det senaste. Är det ena egentligen ett förslag, rätta dess status. Stämmer båda med källorna, låt dem stå.
    """
    for summary in _summaries(archive):
        for found in conflicts.two_answers(archive, summary.entry.id):
            said = "svarar annorlunda" if found.differ else "är ett lika långt kommet svar"
            yield Finding(
                f"{found.earlier.id} {said}; är det ena ett förslag, rätta dess status, annars låt båda stå",
                key=_key(archive, found.latest, summary.entry.id, "ställning"),
                path=found.latest.path,
            )


@archive_rule("svar-före-rekommendation", severity=Severity.WARNING, since=_SINCE)
def answer_before_recommendation(archive: Archive) -> Iterator[Finding]:
    """Ett svar kan inte vara äldre än rekommendationen som det svarar på.

    Ett av datumen är fel, eller så gäller svaret en annan rekommendation.
    """
    for summary in _summaries(archive):
        for entry in conflicts.before_recommendation(archive, summary.entry):
            yield Finding(
                f"svaret är daterat {entry.record.date or year_of(entry)}, före rekommendationen ({summary.entry.record.date}); "
                "rätta datumet eller svaret",
                key=("datum",) if entry.record.date else ("år",),
                path=entry.path,
            )


@archive_rule("kostnad-mot-nyckel", severity=Severity.WARNING, since=_SINCE)
def cost_off_the_key(archive: Archive) -> Iterator[Finding]:
    """En kostnad bör ligga nära kommunens andel enligt rekommendationens egen fördelning.

    Skiljer den mer än några procent kan beloppet vara felskrivet, eller gälla något annat (flera år, flera kommuner). Stämmer
    det med källan, låt det stå. Gränsen är 5 %; `NAMNDARKIVET_AVVIKELSE` sätter en annan för sajten och
    granskningen, `namndarkivet check --avvikelse` för en granskning.
    """
    for summary in _summaries(archive):
        for entry, share, found in conflicts.off_the_key(archive, summary, archive.tolerance):
            cost = answer_to(archive, entry, summary.entry.id).cost
            stated = kronor(cost.amount) if cost else ""
            more = "mer" if found.kronor > 0 else "mindre"
            how = f"{abs(found.percent):.2f} % {more}".replace(".", ",") if found.percent is not None else "mer"
            yield Finding(
                f"kostnaden {stated} är {how} än andelen enligt nyckeln, {kronor(Decimal(share))}; stämmer den med källan?",
                key=_key(archive, entry, summary.entry.id, "kostnad", "belopp"),
                path=entry.path,
            )


@archive_rule("förslag-utan-beslut", severity=Severity.WARNING, since=_SINCE)
def proposal_without_decision(archive: Archive) -> Iterator[Finding]:
    """Ett förslag till svar som är äldre än ett år bör ha fått ett beslut.

    Beslutet finns troligen men är inte i arkivet. Leta efter det hos organet som skulle besluta, och lägg till det. Ett år räknas
    till arkivets nyaste dokument, inte till i dag.
    """
    for summary in _summaries(archive):
        for entry in conflicts.old_proposals(archive, summary):
            matter = archive.matter_of.get(entry.id)
            settled = outcome(matter.steps, archive.registers) if matter else None
            yield Finding(
                f"{settled.id} avgör samma ärende men har inget svar på rekommendationen; lägg till svar där"
                if settled
                else "förslaget är mer än ett år äldre än arkivets nyaste dokument och har inget beslut i arkivet; finns beslutet?",
                key=("status",),
                path=entry.path,
            )
