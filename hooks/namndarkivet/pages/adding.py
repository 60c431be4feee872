"""The page with the form for a new document, made from the same questions as the terminal's (`asking/questions.py`)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from namndarkivet.asking.questions import KINDS, Form, Question, questions
from namndarkivet.filing import Shelf
from namndarkivet.pages.page import Crumb, Kind, Page, Site

_CALLED = {
    Shelf.DECISION: "Ett beslut eller förslag (en paragraf)",
    Shelf.CIRCULAR: "Ett cirkulär eller brev från SKR",
    Shelf.RECOMMENDATION: "En rekommendation från SKR",
    Shelf.MEETING: "Uppgifter om ett sammanträde",
}
_BODIES = {
    Shelf.DECISION: (
        "Protokollets text",
        "Ordagrant. Rubriker skrivs med ## först på raden, som ## Beslut. Numrerade att-satser skrivs 1. och 2.",
    ),
    Shelf.CIRCULAR: ("Brevets text", "Ordagrant och hel. Rubriker skrivs med ## först på raden."),
    Shelf.RECOMMENDATION: (
        "Om rekommendationen",
        "Vad den går ut på, med stöd i källan. Rubriker skrivs med ## först på raden. Får lämnas tom.",
    ),
    Shelf.MEETING: ("Text", "Behövs sällan: uppgifterna räcker. Får lämnas tom."),
}
_PRIVATE = "Texten har inga personnummer, hemadresser eller ärenden om enskilda."
_ALLOWED = {
    Shelf.DECISION: f"Protokollet är justerat och får publiceras. {_PRIVATE}",
    Shelf.CIRCULAR: f"Brevet återges oförändrat, och har kommit in till en myndighet. {_PRIVATE}",
    Shelf.RECOMMENDATION: f"Varje uppgift har stöd i källan. {_PRIVATE}",
    Shelf.MEETING: f"Protokollet är justerat och får publiceras. {_PRIVATE}",
}
"""What its author vouches for before a document goes to GitHub: the questions of docs/lagg-till/github.md#far-publiceras."""
_LONG = frozenset(
    {
        "rubrik",
        "yrkande",
        "villkor",
        "text",
        "kontakt",
        "plats_tid",
        "gäller",
        "ja_betyder",
        "nej_betyder",
        "till_förmån_för",
    }
)
"""Keys whose answers often need more than one line to be seen whole."""
_LONG_LISTS = frozenset({"anmärkningar"})
_PLACEHOLDERS = {
    Form.DATE.value: "ÅÅÅÅ-MM-DD",
    Form.YEAR.value: "ÅÅÅÅ",
    Form.WHOLE.value: "antal",
    Form.AMOUNT.value: "kronor",
    Form.URL.value: "https://",
}


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question, and whether it is among those at the top of the form."""

    one: Question
    first: bool


def _addresses(_site: Site) -> Iterator[str]:
    yield "lagg-till/"


def _page(_site: Site, at: str) -> Page:
    return Page(
        address=at,
        title="Lägg till ett beslut",
        description="Ett formulär som gör ett beslut, ett cirkulär, en rekommendation eller ett sammanträde till en färdig fil i arkivet, utan Git och programmering.",
        template="adding.html",
        crumbs=(Crumb("Lägg till"),),
        context={
            "kinds": [(kind, _asked(kind), _CALLED[kind]) for kind in KINDS],
            "bodies": {kind.value: words for kind, words in _BODIES.items()},
            "allowed": {kind.value: words for kind, words in _ALLOWED.items()},
            "long": _LONG | _LONG_LISTS,
            "placeholders": _PLACEHOLDERS,
        },
    )


def _asked(kind: Shelf) -> list[_Asked]:
    """The questions about a new document of this kind: first what it needs, and what stands in the place of that."""
    asked = questions(kind)
    instead = {one.instead for one in asked if one.instead}
    return [
        _Asked(one, bool(one.required or one.when or one.instead or one.key in instead))
        for one in asked
        if not one.later
    ]


KIND = Kind("formulär", _addresses, _page, "lagg-till")
