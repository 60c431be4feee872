"""Links that lead nowhere, or where no link should."""

from .case import BOARD, BODY, DECISION, Case, decision, of_board

_NEIGHBOUR = {BOARD: of_board()}


def _with(text: str) -> str:
    """A decision whose line 14 is this text."""
    return decision(f"{BODY}\n{text}\n")


CASES = (
    Case(
        "tom-länk",
        _with("Senast [den 31 mars](#) ska svaret ha kommit in."),
        (14, 8),
        "länken «den 31 mars» leder ingenstans; behåll orden och ta bort [](#)",
        right=_with("Senast den 31 mars ska svaret ha kommit in. Skriv inte `[den 31 mars](#)`."),
    ),
    Case("tom-länk", _with("Se [bilagan]()."), (14, 4), "länken «bilagan» leder ingenstans", _with("Se bilagan.")),
    Case(
        "olämplig-länk",
        _with("Se [kartan](javascript:alert(1))."),
        (14, 4),
        "ta bort länken eller skriv https://…",
        right=_with("Se [kartan](https://example.org/karta_(habo)) eller [skriv](mailto:namnd@example.org)."),
    ),
    Case("olämplig-länk", _with("Se [webben](www.example.org/habo)."), (14, 4), "https://www.example.org/habo"),
    Case(
        "bruten-länk",
        {DECISION: _with("Se [[beslut/habo/kommunstyrelsen/2031/32]]."), **_NEIGHBOUR},
        (14, 4),
        "menade du «beslut/habo/kommunstyrelsen/2031/31»?",
        right={DECISION: _with("Se [[beslut/habo/kommunstyrelsen/2031/31]], inte `[[x]]`."), **_NEIGHBOUR},
    ),
    Case(
        "bruten-länk",
        {DECISION: _with("| Se |\n|---|\n| [[xyz\\|budgeten]] |")},
        (16, 3),
        "rätta id, eller skriv orden utan [[ ]]",
        right=_with("Se [[sammantraden/habo/socialnamnden/2031-02-12|sammanträdet]]."),
    ),
    Case(
        "bruten-länk",
        {DECISION: _with("Se [budgeten](../../kommunstyrelsen/2031/32-budget.md)."), **_NEIGHBOUR},
        (14, 4),
        "skriv [[id]] eller hela webbadressen",
        right={DECISION: _with("Se [budgeten](../../kommunstyrelsen/2031/31-budget.md)."), **_NEIGHBOUR},
    ),
)
