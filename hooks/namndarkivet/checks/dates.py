"""Rules about the order of dates."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

from namndarkivet.checks.rule import document_rule
from namndarkivet.dates import PartialDate
from namndarkivet.entry import Reading
from namndarkivet.model import Circular, Decision, Document, Meeting, Recommendation
from namndarkivet.problem import Finding, Key, Severity

APPROVAL_DAYS = 14
"""Minutes are approved within fourteen days of the meeting (kommunallagen 2017:725, 5:69)."""


def _steps(record: Decision | Meeting) -> list[tuple[str, Key, PartialDate]]:
    """The dates that must follow one another, each with its name and key; those not given are passed over."""
    notice = record.notice
    steps: list[tuple[str, Key, PartialDate | None]] = [
        ("sammanträdet", ("datum",), record.date),
        ("justeringen", ("justerad",), record.approved),
        ("anslaget", ("anslag", "uppsatt"), notice.posted if notice else None),
        ("nedtagandet", ("anslag", "nedtaget"), notice.removed if notice else None),
    ]
    return [(name, key, date) for name, key, date in steps if date is not None]


@document_rule("datumordning", Decision, Meeting, given=("justerad", "anslag"))
def order_of_dates(reading: Reading[Decision | Meeting]) -> Iterator[Finding]:
    """Sammanträdet kommer före justeringen, den före anslaget, och det före nedtagandet (samma dag går bra).

    Kommunallagen 5 kap. 69 § och 8 kap. 12 §. Ett av datumen är felskrivet.
    """
    for (first, _, earlier), (then, key, later) in combinations(_steps(reading.record), 2):
        if later.before(earlier):
            yield Finding(f"{then} ({later}) ligger före {first} ({earlier}); rätta det ena datumet", key=key)


@document_rule("justeringstid", Decision, Meeting, severity=Severity.WARNING, given=("justerad",))
def time_of_approval(reading: Reading[Decision | Meeting]) -> Iterator[Finding]:
    """Protokollet bör vara justerat inom fjorton dagar från sammanträdet.

    Kommunallagen 5 kap. 69 §. Stämmer datumen med källan är det inget fel i arkivet: låt dem stå.
    """
    meeting = reading.record.date.exact if reading.record.date else None
    approved = reading.record.approved.exact if reading.record.approved else None
    if meeting and approved and (approved - meeting).days > APPROVAL_DAYS:
        days = (approved - meeting).days
        yield Finding(f"justerat {days} dagar efter sammanträdet; stämmer båda datumen med källan?", key=("justerad",))


@document_rule("rättelsernas-ordning", Document, given=("rättelser",))
def order_of_corrections(reading: Reading[Document]) -> Iterator[Finding]:
    """Rättelser ska stå i tidsordning, den äldsta först."""
    for number, (first, then) in enumerate(pairwise(reading.record.corrections or ()), start=1):
        if then.date.before(first.date):
            yield Finding(
                f"rättelsen {then.date} står efter {first.date}; byt plats på dem", key=("rättelser", number, "datum")
            )


@document_rule("rekommendationens-tid", Recommendation, given=("svarstid", "period"))
def times_of_recommendation(reading: Reading[Recommendation]) -> Iterator[Finding]:
    """En rekommendation har svarstid efter sitt datum, och en period som slutar efter att den börjat."""
    record = reading.record
    if record.deadline and record.deadline.before(record.date):
        yield Finding(f"svarstiden {record.deadline} ligger före rekommendationen {record.date}", key=("svarstid",))
    if record.period and record.period.last < record.period.first:
        yield Finding("perioden slutar innan den börjar; byt plats på från och till", key=("period", "till"))


@document_rule("ändrad-svarstid", Circular, given=("ändrar",))
def deadline_before_letter(reading: Reading[Circular]) -> Iterator[Finding]:
    """Ett brev flyttar en svarstid till en dag efter brevet."""
    changes = reading.record.changes
    if changes and changes.deadline and changes.deadline.before(reading.record.date):
        yield Finding(
            f"svarstiden {changes.deadline} ligger före brevet ({reading.record.date}); rätta den ena",
            key=("ändrar", "svarstid"),
        )
