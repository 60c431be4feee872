"""Answers to a recommendation that an editor must look at."""

from namndarkivet.problem import Severity

from .case import BOARD, DECISION, LATER, RECOMMENDATION, Case, decision, of_board, recommendation

_ANSWER = "[{rekommendation: skr-2030-7, ställning: %s}]"
_COST = "[{rekommendation: skr-2030-7, ställning: antar, kostnad: {belopp: %s, per: år}}]"
_MONEY = recommendation(finansiering="{belopp: 2900000, per: år, fördelning: lika}")  # 10 000 kr each of the 290
_EACH = "[{rekommendation: skr-2030-7, ställning: antar, kostnad: {belopp: %s, per: invånare och år}}]"
_BY_HEAD = recommendation(finansiering="{belopp: 2, per: invånare och år, folkmängd: 2024}")
_ASKED = recommendation()
_PROPOSAL = decision(status="förslag", föreslås_till="Kommunstyrelsen", svar=_ANSWER % "antar")
_MUCH_LATER = recommendation(datum="%s").replace("%s", "2032-02-13")
_A_YEAR_LATER = recommendation(datum="%s").replace("%s", "2032-02-12")

CASES = (
    Case(
        "avslaget-men-antar",
        {DECISION: decision(status="avslaget", svar=_ANSWER % "antar"), RECOMMENDATION: _ASKED},
        (9, 48),
        "avslogs det att anta, skriv ställning: avstår",
        right={DECISION: decision(status="avslaget", svar=_ANSWER % "avstår"), RECOMMENDATION: _ASKED},
        severity=Severity.WARNING,
    ),
    Case(
        "två-slutliga-svar",
        {
            DECISION: decision(svar=_ANSWER % "antar"),
            BOARD: of_board(svar=_ANSWER % "avstår"),
            RECOMMENDATION: _ASKED,
        },
        (BOARD, 9, 48),
        "beslut/habo/socialnamnden/2031/12 svarar annorlunda",
        right={
            DECISION: decision(svar=_ANSWER % "antar"),
            BOARD: of_board(svar=_ANSWER % "antar"),
            RECOMMENDATION: _ASKED,
        },
        severity=Severity.WARNING,
    ),
    Case(
        "svar-före-rekommendation",
        {DECISION: decision(svar=_ANSWER % "antar"), RECOMMENDATION: recommendation(datum="2031-02-13")},
        (6, 8),
        "svaret är daterat 2031-02-12, före rekommendationen (2031-02-13)",
        right={DECISION: decision(svar=_ANSWER % "antar"), RECOMMENDATION: recommendation(datum="2031-02-12")},
        severity=Severity.WARNING,
    ),
    Case(
        "kostnad-mot-nyckel",
        {DECISION: decision(svar=_COST % "10501"), RECOMMENDATION: _MONEY},
        (9, 73),
        "kostnaden 10\u00a0501\u00a0kr är 5,01 % mer än andelen enligt nyckeln, 10\u00a0000\u00a0kr",
        right={DECISION: decision(svar=_COST % "10500"), RECOMMENDATION: _MONEY},
        severity=Severity.WARNING,
    ),
    Case(
        "kostnad-mot-nyckel",
        {DECISION: decision(svar=_EACH % "9"), RECOMMENDATION: _BY_HEAD},
        (9, 73),
        "% mer än andelen enligt nyckeln",
        right={DECISION: decision(svar=_EACH % "2"), RECOMMENDATION: _BY_HEAD},
        severity=Severity.WARNING,
    ),
    Case(
        "förslag-utan-beslut",
        {DECISION: _PROPOSAL, RECOMMENDATION: _ASKED, LATER: _MUCH_LATER},
        (5, 9),
        "har inget beslut i arkivet; finns beslutet?",
        right={DECISION: _PROPOSAL, RECOMMENDATION: _ASKED, LATER: _A_YEAR_LATER},
        severity=Severity.WARNING,
    ),
)
