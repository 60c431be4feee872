"""The page with the form for a new document, made from the same questions as the terminal's (`asking/questions.py`)."""

from __future__ import annotations

from collections.abc import Iterator

from namndarkivet.asking.questions import KINDS, questions
from namndarkivet.pages.page import Crumb, Kind, Page, Site


def _addresses(_site: Site) -> Iterator[str]:
    yield "lagg-till/"


def _page(_site: Site, at: str) -> Page:
    return Page(
        address=at,
        title="Lägg till ett beslut",
        description="Ett formulär som gör ett beslut, ett cirkulär, en rekommendation eller ett sammanträde till en färdig fil i arkivet, utan Git och programmering.",
        template="adding.html",
        crumbs=(Crumb("Lägg till"),),
        context={"kinds": [(kind, questions(kind)) for kind in KINDS]},
    )


KIND = Kind("formulär", _addresses, _page, "lagg-till")
