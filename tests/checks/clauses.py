"""Documents without what they are there to say."""

from .case import CIRCULAR, Case, circular, decision

_WITHDRAWN = "{datum: 2031-05-01, skäl: personuppgifter}"

CASES = (
    Case(
        "utan-att-sats",
        decision("## Ärendet\n\nBudgeten för 2031.\n"),
        (10, 1),
        "rubriken ## Beslut saknas; lägg till den med beslutets text, eller skriv status: utan beslut",
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
