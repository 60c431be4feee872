"""What an editor must see among the answers, by municipality: the same on the page, in the files and in the warnings."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal

from archives import archive, circular, decision, recommendation

from namndarkivet import api
from namndarkivet.pages import KINDS, Site, addresses
from namndarkivet.render import content
from namndarkivet.summaries.conflicts import Conflict, marks

MONEY = {"belopp": "2900000", "per": "år", "fördelning": "lika"}
HERE = "rekommendationer/skr-2030-7"


def svar(position: str = "antar", cost: str | None = None) -> list[dict[str, object]]:
    """An answer to `skr-2030-7`."""
    found: dict[str, object] = {"rekommendation": "skr-2030-7", "ställning": position}
    return [found | ({"kostnad": {"belopp": cost, "per": "år"}} if cost else {})]


MADE = archive(
    recommendation(finansiering=MONEY),
    circular("2032-12-01-brev", datum="2032-12-01"),
    decision(kommun="Ekerö", svar=svar(cost="10400"), paragraf="1"),
    decision(kommun="Ekerö", svar=svar("avstår"), paragraf="2"),
    decision(kommun="Ale", svar=svar(cost="11000")),
    decision(kommun="Arboga", svar=svar(), datum="2030-01-01"),
    decision(kommun="Täby", svar=svar(), status="förslag", föreslås_till="Kommunstyrelsen"),
    decision(kommun="Habo", svar=svar(cost="10000")),
)


def test_each_conflict_stands_at_its_municipality_and_nowhere_else() -> None:
    assert marks(MADE) == {
        HERE: {
            "0125": (Conflict.TWO_ANSWERS,),
            "1440": (Conflict.OFF_THE_KEY,),
            "1984": (Conflict.BEFORE_RECOMMENDATION,),
            "0160": (Conflict.OLD_PROPOSAL,),
        }
    }


def test_a_wider_tolerance_takes_the_cost_away() -> None:
    assert "1440" not in marks(replace(MADE, tolerance=Decimal(10)))[HERE]


def test_page_and_file_say_the_same() -> None:
    site = Site(MADE)
    data = json.loads(api.file(site, f"api/v1/{HERE}.json") or b"")
    said = {line["kommun"]: line["att_granska"] for line in data["kommuner"] if line["att_granska"]}
    assert said == {
        "Ekerö": "fler än ett slutligt svar",
        "Ale": "kostnad långt från nyckeln",
        "Arboga": "svar daterat före rekommendationen",
        "Täby": "gammalt förslag utan beslut",
    }
    kind = next(kind for kind, at in addresses(site) if at == f"{HERE}/")
    page = content(site, KINDS[kind].page(site, f"{HERE}/"))
    assert page.count("Att granska: ") == 4
    assert data["svarstid_av_beslut"]["kan inte avgöras"] == 4
    assert data["svarstid_då_av_beslut"] == {"ja": 0, "nej": 0, "kan inte avgöras": 4}


def test_the_regions_own_recommendation_asks_no_municipality() -> None:
    site = Site(archive(recommendation(riktas_till="regioner")))
    kind = next(kind for kind, at in addresses(site) if at == f"{HERE}/")
    page = content(site, KINDS[kind].page(site, f"{HERE}/"))
    assert "riktas till regionerna" in page
    assert "na-answers-table" not in page
