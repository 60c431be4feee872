"""Decisions that are proposals, and answers with or without conditions."""

from namndarkivet.problem import Severity

from .case import DECISION, RECOMMENDATION, Case, Files, decision, recommendation

_PROPOSAL = "## Beslut\n\nFörslag till kommunstyrelsen\n\n1. Kommunstyrelsen godkänner budgeten.\n"
_UNDER_HEADING = "## Beslut\n\n### Förslag till kommunstyrelsen\n\nKommunstyrelsen godkänner budgeten.\n"
_PROPOSES = "## Socialnämndens beslut\n\n1. Socialnämnden föreslår att kommunstyrelsen godkänner budgeten.\n"
_ELSEWHERE = "## Beslut\n\nNämnden godkänner budgeten.\n\n## Ärendet\n\nFörslag till budget har tagits fram.\n"


def _answer(rest: str) -> Files:
    svar = f"\n  - rekommendation: skr-2030-7\n    ställning: {rest}"
    return {DECISION: decision(svar=svar), RECOMMENDATION: recommendation()}


CASES = (
    Case(
        "status-mot-text",
        decision("## Beslut\n\nÄrendet återremitteras till kontoret.\n"),
        (12, 9),
        "betyder oftast status återremitterat, här står beslutat",
        severity=Severity.WARNING,
        right=decision("## Beslut\n\nÄrendet återremitteras till kontoret.\n", status="återremitterat"),
    ),
    Case(
        "parti",
        decision(reservationer="[{av: Exempel Exempelsson, parti: (S)}]"),
        (9, 50),
        "skriv partiet utan parentes: S",
        right=decision(reservationer="[{av: Exempel Exempelsson, parti: S}]"),
    ),
    Case(
        "förslag-som-beslut",
        decision(_PROPOSAL),
        (12, 1),
        "skriv status: förslag, och föreslås_till: organet som ska besluta",
        right=decision(_PROPOSAL, status="förslag", föreslås_till="Kommunstyrelsen"),
    ),
    Case(
        "förslag-som-beslut",
        decision(_UNDER_HEADING, status="antecknat"),
        (12, 1),
        "är ett förslag, men dokumentet har status antecknat",
        right=decision(_ELSEWHERE),
    ),
    Case("förslag-som-beslut", decision("## Beslut\n\n- Förslag till kommunstyrelsen\n"), (12, 1), "är ett förslag"),
    Case(
        "föreslår-som-beslut",
        decision(_PROPOSES),
        (12, 1),
        "är status rätt?",
        right=decision(_PROPOSES, status="förslag", föreslås_till="Kommunstyrelsen"),
        severity=Severity.WARNING,
    ),
    Case(
        "förslag-utan-mottagare",
        decision(status="förslag"),
        (5, 9),
        "lägg till föreslås_till: organets namn",
        right=decision(status="förslag", föreslås_till="Kommunstyrelsen"),
        severity=Severity.WARNING,
    ),
    Case(
        "mottagare-utan-förslag",
        decision(föreslås_till="Kommunstyrelsen"),
        (9, 1),
        "skriv status: förslag eller ta bort raden",
    ),
    Case(
        "villkor",
        _answer("antar med villkor"),
        (11, 16),
        "lägg till raden villkor: med källans ord",
        right=_answer("antar med villkor\n    villkor: högst 9 500 kronor"),
    ),
    Case(
        "villkor",
        _answer("antar\n    villkor: högst 9 500 kronor"),
        (11, 16),
        "skriv ställning: antar med villkor",
        right=_answer("antar"),
    ),
)
