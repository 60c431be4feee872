"""What minutes should hold, and whether this document has it: finns, saknas i källan, inga, ej tillämpligt.

The elements and their paragraphs are those of kommunallagen 2017:725 (5:47 and 5:65–69, 6:28–35, 8:12). For a document from before
2018 the same list is used, since a reader asks the same questions; the page says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sized
from dataclasses import dataclass
from enum import StrEnum

from namndarkivet.dates import PartialDate
from namndarkivet.entry import Entry
from namndarkivet.model import Decision, Meeting, Notice
from namndarkivet.sections import Kind
from namndarkivet.values import Status


class State(StrEnum):
    """What the archive can say of one element."""

    PRESENT = "finns"
    MISSING = "saknas i källan"
    NONE = "inga"
    NOT_APPLICABLE = "ej tillämpligt"


@dataclass(frozen=True, slots=True)
class Element:
    """One thing that minutes should hold: its name, and the paragraph of the statute ("" for custom)."""

    name: str
    statute: str


DATE = Element("Sammanträdets dag", "5 kap. 69 §")
PARAGRAPH = Element("Paragraf", "")
REGISTRY_NUMBER = Element("Diarienummer", "")
CLAUSES = Element("Beslutets eller förslagets lydelse", "5 kap. 67 § p. 4")
PRESENT = Element("Närvarande", "5 kap. 66 §")
MOTIONS = Element("Yrkanden", "5 kap. 67 § p. 1")
DIVISIONS = Element("Omröstningar", "5 kap. 67 § p. 3")
DISSENTS = Element("Reservationer", "5 kap. 67 § p. 6")
DISQUALIFIED = Element("Jäv", "5 kap. 47 § eller 6 kap. 28–32 §§")
APPROVAL = Element("Justering", "5 kap. 69 §")
NOTICE = Element("Anslag om justeringen", "8 kap. 12 §")
BASIS = Element("Beslutsunderlag", "")
RECIPIENTS = Element("Vilka det skickas till", "")
NEXT = Element("Vilket organ som ska besluta", "")

ELEMENTS = (
    DATE, PARAGRAPH, REGISTRY_NUMBER, CLAUSES, NEXT, PRESENT, MOTIONS, DIVISIONS, DISSENTS, DISQUALIFIED, APPROVAL, NOTICE, BASIS,
    RECIPIENTS,
)  # fmt: skip


def expected(entry: Entry[Decision], meeting: Entry[Meeting] | None) -> Iterator[tuple[Element, State]]:
    """Each element with its state, for one decision and the facts of its meeting. A body's section under a heading
    of the right kind counts as present.
    """
    record = entry.record
    if record.withdrawn:
        for element in ELEMENTS:
            yield element, State.NOT_APPLICABLE
        return
    facts = meeting.record if meeting else None
    kinds = entry.kinds
    operative = {Kind.DECISION, Kind.PROPOSAL} if record.status is Status.PROPOSED else {Kind.DECISION}
    has_clauses = State.PRESENT if operative & kinds else State.MISSING
    yield DATE, _day(record.date)
    yield PARAGRAPH, State.PRESENT
    yield REGISTRY_NUMBER, _said(record.registry_number)
    yield CLAUSES, has_clauses if record.status.has_clauses else State.NOT_APPLICABLE
    yield NEXT, _said(record.proposed_to) if record.status is Status.PROPOSED else State.NOT_APPLICABLE
    yield PRESENT, _list(facts.present if facts else None, entry, None)
    yield MOTIONS, _list(record.motions, entry, Kind.MOTIONS)
    yield DIVISIONS, _list(record.divisions, entry, Kind.DIVISION)
    yield DISSENTS, _list(record.dissents, entry, Kind.DISSENT)
    yield DISQUALIFIED, _list(record.disqualified, entry, Kind.DISQUALIFICATION)
    yield APPROVAL, _day(record.approved or (facts.approved if facts else None))
    notice = notice_of(record, facts)
    yield NOTICE, _day(notice.posted if notice else None)
    yield BASIS, _list(record.basis, entry, Kind.BASIS)
    yield RECIPIENTS, _list(record.recipients, entry, Kind.RECIPIENTS)


def notice_of(decision: Decision, meeting: Meeting | None) -> Notice | None:
    """The notice of a decision: what it says itself, and else what its meeting says."""
    own, shared = decision.notice, meeting.notice if meeting else None
    if own is None or shared is None:
        return own or shared
    return own.model_copy(update={"posted": own.posted or shared.posted, "removed": own.removed or shared.removed})


def _day(date: PartialDate | None) -> State:
    """A date counts when the day is known: deadlines are counted from the day."""
    return State.PRESENT if date and date.day else State.MISSING


def _said(value: object) -> State:
    return State.MISSING if value is None else State.PRESENT


def _list(value: Sized | None, entry: Entry[Decision], kind: Kind | None) -> State:
    if value is not None:
        return State.PRESENT if len(value) else State.NONE
    if kind in entry.kinds:
        return State.PRESENT
    return State.NONE if kind in entry.denied else State.MISSING
