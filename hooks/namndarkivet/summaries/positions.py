"""What a decision amounts to as an answer to a recommendation, in the words of design §4."""

from __future__ import annotations

from enum import StrEnum

from namndarkivet.model import Answer, Decision
from namndarkivet.swedish import running
from namndarkivet.values import Position, Status


class Stand(StrEnum):
    """Where a municipality stands on a recommendation. A proposal is never an answer, and what the archive does not know
    is no answer either.
    """

    ADOPTS = "antar"
    ADOPTS_WITH_CONDITIONS = "antar med villkor"
    DECLINES = "avstår"
    TAKES_NO_POSITION = "tar inte ställning"
    REFERRED_BACK = "återremitterat"
    TABLED = "bordlagt"
    REFERRED = "remitterat"
    DROPPED = "utgått"
    NOTED = "antecknat"
    NO_DECISION = "utan beslut"
    PROPOSES_TO_ADOPT = "föreslår anta"
    PROPOSES_TO_ADOPT_WITH_CONDITIONS = "föreslår anta med villkor"
    PROPOSES_TO_DECLINE = "föreslår avstå"
    PROPOSES_NO_POSITION = "föreslår att inte ta ställning"
    UNKNOWN = "ingen uppgift i arkivet"

    @property
    def final(self) -> bool:
        """Whether it is an answer: the municipality has decided."""
        return self in _FINAL

    @property
    def put_off(self) -> bool:
        """Whether the question was left for later or for others."""
        return self in {Stand.REFERRED_BACK, Stand.TABLED, Stand.REFERRED, Stand.DROPPED}

    @property
    def proposal(self) -> bool:
        """Whether it is only proposed."""
        return self in _PROPOSES.values()


_DECIDES = {
    Position.ADOPTS: Stand.ADOPTS,
    Position.ADOPTS_WITH_CONDITIONS: Stand.ADOPTS_WITH_CONDITIONS,
    Position.DECLINES: Stand.DECLINES,
    Position.TAKES_NO_POSITION: Stand.TAKES_NO_POSITION,
}
_PROPOSES = {
    Position.ADOPTS: Stand.PROPOSES_TO_ADOPT,
    Position.ADOPTS_WITH_CONDITIONS: Stand.PROPOSES_TO_ADOPT_WITH_CONDITIONS,
    Position.DECLINES: Stand.PROPOSES_TO_DECLINE,
    Position.TAKES_NO_POSITION: Stand.PROPOSES_NO_POSITION,
}
_UNDECIDED = {
    Status.REFERRED_BACK: Stand.REFERRED_BACK,
    Status.TABLED: Stand.TABLED,
    Status.REFERRED: Stand.REFERRED,
    Status.DROPPED: Stand.DROPPED,
    Status.NOTED: Stand.NOTED,
    Status.NO_DECISION: Stand.NO_DECISION,
}
_FINAL = frozenset(_DECIDES.values())


def stand_of(decision: Decision, answer: Answer) -> Stand:
    """What a decision's answer amounts to. A proposal to adopt is «föreslår anta», never «antar»; and what was put off or
    only noted is no answer yet.
    """
    if decision.status is Status.PROPOSED:
        return _PROPOSES[answer.position]
    return _UNDECIDED.get(decision.status) or _DECIDES[answer.position]


def whose(decision: Decision) -> str:
    """Whose § it is: the body, or, where the source does not name the one that proposes, whom the proposal goes to."""
    return f"förslag till {running(decision.body)}" if decision.proposer_unknown else decision.body
