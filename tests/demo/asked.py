"""The three recommendations, which follow on each other, and what their sender sent about them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from demo.paper import Paper
from demo.people import EDITORS, OFFICIALS
from namndarkivet.dates import PartialDate
from namndarkivet.register import municipalities

SUBJECTS = ["socialtjänst", "kunskapsstyrning"]
DEPARTMENT = "Avdelningen för vård och omsorg"
INVENTED = "Påhittat exempel: "


@dataclass(frozen=True, slots=True)
class Asked:
    """One recommendation, as the municipalities met it. `extended` are the days that letters moved the deadline to."""

    id: str
    number: str
    title: str
    matter: str
    short: str
    sent: date
    deadline: date
    extended: tuple[date, ...]
    first: int
    last: int
    money: str

    @property
    def closes(self) -> date:
        """The last day to answer, after all letters."""
        return (self.deadline, *self.extended)[-1]


FIRST = Asked(
    id="skr-2031-3",
    number="3/2031",
    title="Gemensam finansiering av kunskapsstyrning i socialtjänsten 2032–2034",
    matter="rekommendationen om gemensam finansiering av kunskapsstyrning i socialtjänsten",
    short="gemensam-finansiering",
    sent=date(2031, 2, 28),
    deadline=date(2031, 6, 30),
    extended=(date(2031, 9, 30), date(2031, 11, 30)),
    first=2032,
    last=2034,
    money="Kostnaden är 4,2 miljoner kronor per år och fördelas efter antal invånare.",
)
SECOND = Asked(
    id="skr-2034-5",
    number="5/2034",
    title="Fast avgift för kunskapsstyrning i socialtjänsten 2035–2037",
    matter="rekommendationen om en fast avgift för kunskapsstyrning i socialtjänsten",
    short="fast-avgift",
    sent=date(2034, 3, 10),
    deadline=date(2034, 9, 30),
    extended=(date(2034, 11, 30),),
    first=2035,
    last=2037,
    money="Avgiften är 10 000 kronor per år och lika för alla kommuner.",
)
THIRD = Asked(
    id="skr-2037-1",
    number="1/2037",
    title="Gemensamma arbetssätt för kunskapsstyrning i socialtjänsten 2038–2040",
    matter="rekommendationen om gemensamma arbetssätt för kunskapsstyrning i socialtjänsten",
    short="gemensamma-arbetssatt",
    sent=date(2037, 5, 15),
    deadline=date(2037, 12, 31),
    extended=(),
    first=2038,
    last=2040,
    money="Rekommendationen medför inga avgifter.",
)
ALL = (FIRST, SECOND, THIRD)
TOTAL, FEE = 4_200_000, 10_000
COUNTED = 2015
"""The year whose population the first recommendation shares its cost by."""


def shares() -> Mapping[str, int]:
    """Each municipality's part of the first recommendation's cost, in kronor by slug: by population, rounded by largest
    remainder so that the parts sum to the total.
    """
    people = {slug: m.population[COUNTED] for slug, m in municipalities().by_slug.items()}
    all_people = sum(people.values())
    floors = {slug: TOTAL * number // all_people for slug, number in people.items()}
    by_rest = sorted(people, key=lambda slug: (-(TOTAL * people[slug] % all_people), slug))
    more = set(by_rest[: TOTAL - sum(floors.values())])
    return {slug: floor + (slug in more) for slug, floor in floors.items()}


_MONEY: dict[str, dict[str, Any]] = {
    FIRST.id: {
        "finansiering": {"belopp": str(TOTAL), "per": "år", "fördelning": "invånare", "folkmängd": str(COUNTED)},
        "rapporterat_utfall": [
            {
                "datum": "2031-10-20",
                "ja": "148",
                "nej": "17",
                "obesvarat": "125",
                "källa": f"{INVENTED}SKR:s delredovisning i oktober 2031",
            },
            {
                "datum": "2032-06-01",
                "ja": "214",
                "nej": "31",
                "obesvarat": "45",
                "källa": f"{INVENTED}SKR:s slutredovisning i juni 2032",
            },
        ],
    },
    SECOND.id: {"finansiering": {"belopp": str(FEE * 290), "per": "år", "fördelning": "lika"}},
}


def papers() -> Iterator[Paper]:
    """The recommendations, the board notice of the first, and the letters."""
    for place, asked in enumerate(ALL):
        yield _recommendation(
            asked, ALL[place - 1] if place else None, ALL[place + 1] if place + 1 < len(ALL) else None
        )
    yield _notice(FIRST)
    yield _letter(FIRST, date(2031, 5, 26), FIRST.extended[0], "Förlängd svarstid", "forlangd-svarstid")
    yield _letter(FIRST, date(2031, 9, 8), FIRST.extended[1], "Ytterligare förlängd svarstid", "ny-forlangd-svarstid")
    yield _letter(SECOND, date(2034, 8, 28), SECOND.extended[0], "Förlängd svarstid", "forlangd-svarstid")


def _recommendation(asked: Asked, before: Asked | None, after: Asked | None) -> Paper:
    front = {
        "rubrik": asked.title,
        "avsändare": "SKR",
        "nummer": asked.number,
        "datum": str(asked.sent),
        "riktas_till": "kommuner",
        "svarstid": str(asked.deadline),
        "period": {"från": str(asked.first), "till": str(asked.last)},
        "ersätter": before and before.id,
        "ersätts_av": after and after.id,
        **_MONEY.get(asked.id, {}),
        "ämnen": SUBJECTS,
        "kort": {
            "text": f"SKR ber kommunerna att svara på {asked.matter} för åren {asked.first}–{asked.last}.",
            "granskad_av": EDITORS,
            "granskad": f"{asked.sent.year}-12-01",
        },
        "källa": _source(f"meddelande från styrelsen nr {asked.number}", f"meddelanden/{asked.id}"),
    }
    body = (
        f"Styrelsen för Sveriges Kommuner och Regioner rekommenderar kommunerna att under åren {asked.first}–{asked.last} "
        f"delta i arbetet med kunskapsstyrning i socialtjänsten. {asked.money}\n\n"
        f"Kommunerna lämnar sina svar senast den {_day(asked.deadline)}."
    )
    return Paper(f"rekommendationer/{asked.id}.md", front, body)


def _notice(asked: Asked) -> Paper:
    front = {
        "rubrik": f"Rekommendation: {asked.title}",
        "avsändare": "SKR",
        "slag": "meddelande från styrelsen",
        "nummer": asked.number,
        "datum": str(asked.sent),
        "diarienummer": "31/00317",
        "avdelning": DEPARTMENT,
        "mottagare": ["Kommunstyrelserna"],
        "undertecknat_av": [f"{OFFICIALS[0]}, ordförande"],
        "rekommendation": asked.id,
        "kontakt": f"{OFFICIALS[1]}, avdelningen för vård och omsorg, exempla.exempelqvist@example.org",
        "ämnen": SUBJECTS,
        "källa": _source(f"meddelande från styrelsen nr {asked.number}", f"meddelanden/{asked.id}"),
    }
    body = (
        "## Beslut\n\nStyrelsen för Sveriges Kommuner och Regioner har beslutat\n\n"
        f"**att** rekommendera kommunerna att gemensamt finansiera arbetet med kunskapsstyrning i socialtjänsten under åren "
        f"{asked.first}–{asked.last} med 4,2 miljoner kronor per år,\n\n"
        f"**att** kostnaden fördelas efter antal invånare den 31 december {COUNTED}, samt\n\n"
        f"**att** kommunerna lämnar sina svar senast den {_day(asked.deadline)}.\n\n"
        "## Bakgrund\n\nKommunerna har i samråd efterfrågat en långsiktig finansiering av det gemensamma arbetet."
    )
    return Paper(f"cirkular/skr/{asked.sent.year}/{asked.sent}-meddelande-fran-styrelsen.md", front, body)


def _letter(asked: Asked, sent: date, to: date, title: str, name: str) -> Paper:
    front = {
        "rubrik": f"{title} för {asked.matter}",
        "avsändare": "SKR",
        "slag": "brev",
        "datum": str(sent),
        "avdelning": DEPARTMENT,
        "mottagare": ["Kommunstyrelserna", "Socialnämnderna eller motsvarande"],
        "undertecknat_av": [f"{OFFICIALS[2]}, sektionschef"],
        "rekommendation": asked.id,
        "ändrar": {"svarstid": str(to)},
        "ämnen": SUBJECTS,
        "källa": _source(f"brev från SKR {sent}", f"brev/{sent}"),
    }
    body = (
        f"Flera kommuner har hört av sig om att svaret inte hinner beredas i tid. Svarstiden för {asked.matter}, meddelande från "
        f"styrelsen nr {asked.number}, förlängs därför till den {_day(to)}.\n\n"
        "Svaret kan lämnas av kommunstyrelsen eller av den nämnd som ansvarar för socialtjänsten."
    )
    return Paper(f"cirkular/skr/{sent.year}/{sent}-{name}.md", front, body)


def _source(title: str, address: str) -> dict[str, str]:
    return {"titel": f"{INVENTED}{title}", "url": f"https://example.org/skr/{address}"}


def _day(day: date) -> str:
    return PartialDate(day.year, day.month, day.day).swedish
