"""Chains that lead back to where they began."""

from .case import (
    BOARD,
    DECISION,
    LATER,
    RECOMMENDATION,
    REGISTER,
    Case,
    decision,
    of_board,
    recommendation,
    register,
)

_HERE, _THERE = "beslut/habo/socialnamnden/2031/12", "beslut/habo/kommunstyrelsen/2031/31"
_SAME_DAY = of_board(datum="2031-02-12", nästa=_HERE)
_NO_DAY = of_board(datum="2031", nästa=_HERE)
_UNDER = "{namn: Kommunstyrelsen, slag: styrelse, under: Socialnämnden}"

CASES = (
    Case(
        "cirkel",
        {DECISION: decision(nästa=_THERE), BOARD: _SAME_DAY},
        (9, 8),
        f"kedjan går i cirkel: {_THERE} → {_HERE} → {_THERE}; ta bort nästa i det sista steget",
        right={DECISION: decision(nästa=_THERE), BOARD: of_board()},
    ),
    Case("cirkel", decision(nästa=_HERE), (9, 8), f"kedjan går i cirkel: {_HERE} → {_HERE}"),
    Case(
        "cirkel-av-rekommendationer",
        {
            RECOMMENDATION: recommendation(ersätts_av="skr-2033-2", ersätter="skr-2033-2"),
            LATER: recommendation(ersätts_av="skr-2030-7", ersätter="skr-2030-7"),
        },
        (LATER, 7, 13),
        "rekommendationerna följer på varandra i cirkel",
        right={
            RECOMMENDATION: recommendation(ersätts_av="skr-2033-2"),
            LATER: recommendation(ersätter="skr-2030-7"),
        },
    ),
    Case(
        "cirkel-av-organ",
        {REGISTER: register("{namn: Socialnämnden, slag: nämnd, under: Kommunstyrelsen}", _UNDER)},
        (REGISTER, 3, 47),
        "Kommunstyrelsen → Socialnämnden → Kommunstyrelsen; rätta under",
        right={REGISTER: register("{namn: Socialnämnden, slag: nämnd}", _UNDER)},
    ),
    Case(
        "nästa-bakåt",
        {DECISION: decision(), BOARD: of_board(nästa=_HERE)},
        (BOARD, 9, 8),
        "nästa steg är daterat 2031-02-12, före det här (2031-03-04); rätta datumet eller id",
        right={DECISION: decision(), BOARD: _NO_DAY},
    ),
)
