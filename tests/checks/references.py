"""References by id to what is not there."""

from .case import (
    BOARD,
    CIRCULAR,
    DECISION,
    LATER,
    RECOMMENDATION,
    Case,
    circular,
    decision,
    of_board,
    recommendation,
)

_ANSWER = "[{rekommendation: %s, ställning: antar}]"
_TWICE = "\n  - {rekommendation: skr-2030-7, ställning: antar}\n  - {rekommendation: %s, ställning: avstår}"

CASES = (
    Case(
        "okänd-rekommendation",
        {DECISION: decision(svar=_ANSWER % "skr-2030-8"), RECOMMENDATION: recommendation()},
        (9, 25),
        "menade du «skr-2030-7»?",
        right={DECISION: decision(svar=_ANSWER % "skr-2030-7"), RECOMMENDATION: recommendation()},
    ),
    Case(
        "okänd-rekommendation",
        {CIRCULAR: circular(rekommendation="skr-2030-7")},
        (CIRCULAR, 7, 17),
        "lägg till decisions/rekommendationer/skr-2030-7.md eller rätta id",
        right={CIRCULAR: circular(rekommendation="skr-2030-7"), RECOMMENDATION: recommendation()},
    ),
    Case(
        "okänd-rekommendation",
        {RECOMMENDATION: recommendation(ersätts_av="xyz")},
        (RECOMMENDATION, 7, 13),
        "rekommendationen «xyz» finns inte i arkivet",
        right={RECOMMENDATION: recommendation()},
    ),
    Case(
        "okänt-dokument",
        {DECISION: decision(nästa="beslut/habo/kommunstyrelsen/2031/32"), BOARD: of_board()},
        (9, 8),
        "menade du «beslut/habo/kommunstyrelsen/2031/31»?",
        right={DECISION: decision(nästa="beslut/habo/kommunstyrelsen/2031/31"), BOARD: of_board()},
    ),
    Case(
        "okänt-dokument",
        decision(underlag="[{rubrik: Brev, dokument: xyz}]"),
        (9, 37),
        "rätta id eller ta bort hänvisningen",
        right=decision(underlag="[{rubrik: Brev}]"),
    ),
    Case(
        "okänt-dokument",
        {DECISION: decision(nästa="rekommendationer/skr-2030-7"), RECOMMENDATION: recommendation()},
        (9, 8),
        "«rekommendationer/skr-2030-7» är inget beslut; nästa steg är ett beslut",
    ),
    Case(
        "dubbelt-svar",
        {DECISION: decision(svar=_TWICE % "skr-2030-7"), RECOMMENDATION: recommendation()},
        (11, 22),
        "skr-2030-7 har redan ett svar här; behåll ett",
        right={
            DECISION: decision(svar=_TWICE % "skr-2033-2"),
            RECOMMENDATION: recommendation(),
            LATER: recommendation(),
        },
    ),
    Case(
        "dubbelt-svar",
        {DECISION: decision(svar=_TWICE % "rekommendationer/skr-2030-7"), RECOMMENDATION: recommendation()},
        (11, 22),
        "skr-2030-7 har redan ett svar här; behåll ett",
    ),
    Case(
        "ändrar-utan-rekommendation",
        {CIRCULAR: circular(ändrar="{svarstid: 2031-01-31}")},
        (CIRCULAR, 7, 1),
        "lägg till raden rekommendation: id",
        right={
            CIRCULAR: circular(ändrar="{svarstid: 2031-01-31}", rekommendation="skr-2030-7"),
            RECOMMENDATION: recommendation(),
        },
    ),
    Case(
        "ersätter-åt-ett-håll",
        {LATER: recommendation(ersätter="skr-2030-7"), RECOMMENDATION: recommendation()},
        (LATER, 7, 11),
        f"decisions/{RECOMMENDATION} säger inte ersätts_av: skr-2033-2; lägg till raden där",
        right={LATER: recommendation(ersätter="skr-2030-7"), RECOMMENDATION: recommendation(ersätts_av="skr-2033-2")},
    ),
    Case(
        "ersätter-åt-ett-håll",
        {LATER: recommendation(), RECOMMENDATION: recommendation(ersätts_av="skr-2033-2")},
        (RECOMMENDATION, 7, 13),
        f"decisions/{LATER} säger inte ersätter: skr-2030-7; lägg till raden där",
        right={LATER: recommendation(), RECOMMENDATION: recommendation()},
    ),
)
