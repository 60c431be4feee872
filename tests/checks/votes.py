"""Votes that do not add up."""

from namndarkivet.problem import Severity

from .case import Case, decision

_BALLOTS = "\n    röster: [{namn: Exempel Exempelsson, röst: ja}, {namn: Påhitta Påhittsdotter, röst: nej}]"
_TWICE = "\n  - röster:\n    - {namn: Exempel Exempelsson, parti: S, röst: ja}\n    - {namn: Exempel Exempelsson, parti: %s, röst: ja}"

CASES = (
    Case(
        "rösterna-går-inte-ihop",
        decision(omröstningar=f"\n  - ja: 2\n    nej: 1{_BALLOTS}"),
        (10, 9),
        "2 ja är angivet men 1 är uppräknade; rätta siffran eller uppräkningen",
        right=decision(omröstningar=f"\n  - ja: 1\n    nej: 1\n    avstår: 0{_BALLOTS}"),
    ),
    Case(
        "rösterna-går-inte-ihop",
        decision(omröstningar=f"\n  - ja: 1\n    avstår: 1{_BALLOTS}"),
        (11, 13),
        "1 avstår är angivet men 0 är uppräknade",
        right=decision(omröstningar="\n  - ja: 7\n    nej: 6"),
    ),
    Case(
        "dubbel-röst",
        decision(omröstningar=_TWICE % "S"),
        (12, 14),
        "Exempel Exempelsson röstar två gånger; behåll en",
        right=decision(omröstningar=_TWICE % "C"),
    ),
    Case(
        "vad-rösten-betyder",
        decision(omröstningar="\n  - ja_betyder: avslag\n    ja: 7\n    nej: 6"),
        (10, 5),
        "lägg till nej_betyder",
        right=decision(omröstningar="\n  - ja_betyder: avslag\n    nej_betyder: bifall"),
        severity=Severity.WARNING,
    ),
)
