"""Documents without what they are there to say."""

from namndarkivet.problem import Severity

from .case import BODY, CIRCULAR, Case, circular, decision

_WITHDRAWN = "{datum: 2031-05-01, skäl: personuppgifter}"

CASES = (
    Case(
        "inga-mot-text",
        decision(BODY + "\n## Reservation\n\nExempel Exempelsson (S) reserverar sig.\n", reservationer="[]"),
        (9, 16),
        "reservationer är tom, men texten har ett avsnitt «Reservation»",
        right=decision(BODY + "\n## Reservation\n\nIngen reserverar sig.\n", reservationer="[]"),
    ),
    Case(
        "text-som-kod",
        decision(BODY + "\n    Indraget stycke.\n"),
        (14, 1),
        "ta bort mellanslagen i början av raden",
        severity=Severity.WARNING,
        right=decision(BODY + "\n- en punkt\n\n    som fortsätter\n"),
    ),
    Case(
        "understruken-text",
        decision(BODY + "Nästa rad\n------\n"),
        (14, 1),
        "lägg en tom rad emellan",
        severity=Severity.WARNING,
        right=decision(BODY + "Nästa rad\n\n------\n"),
    ),
    Case(
        "utan-att-sats",
        decision("## Ärendet\n\nBudgeten för 2031.\n"),
        (10, 1),
        "rubriken ## Beslut saknas (två nummertecken och mellanslag); sätt den före beslutets text",
        right=decision("## Ärendet\n\nBudgeten för 2031.\n", status="utan beslut"),
    ),
    Case(
        "utan-att-sats",
        decision("## Beslut\n\n## Ärendet\n\nBudgeten för 2031.\n"),
        (10, 1),
        "rubriken har ingen text under sig; skriv beslutets text",
        right=decision("## Beslut\n\n### Budget\n\nNämnden godkänner budgeten.\n"),
    ),
    Case("utan-att-sats", decision(""), (10, 1), "rubriken ## Beslut saknas", decision("", status="utgått")),
    Case("utan-att-sats", decision("```\n## Beslut\n\nJa.\n```\n"), (10, 1), "rubriken ## Beslut saknas"),
    Case(
        "utan-text",
        {CIRCULAR: circular(" \n")},
        (CIRCULAR, 8, 1),
        "skriv av den ur källan",
        right={CIRCULAR: circular("", tillbakadragen=_WITHDRAWN)},
    ),
)
