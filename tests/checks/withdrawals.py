"""Documents that have been taken down."""

from .case import Case, decision

_WITHDRAWN = "{datum: 2031-05-01, skäl: personuppgifter}"

CASES = (
    Case(
        "tillbakadragen-med-text",
        decision(tillbakadragen=_WITHDRAWN),
        (11, 1),
        "texten finns kvar i filen; ta bort den",
        right=decision("\n", tillbakadragen=_WITHDRAWN),
    ),
)
