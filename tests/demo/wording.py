"""What the invented minutes say: standard wordings that many municipalities share, and a few of their own."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from demo.asked import Asked
from demo.plot import Body, Step
from namndarkivet.register import Municipality
from namndarkivet.values import Position, Status

CONDITIONS = (
    "att kostnaden räknas av från kommunens medlemsavgift till SKR",
    "att minst 200 kommuner deltar",
    "att kostnaden inte höjs under perioden",
    "att resultatet redovisas för kommunerna varje år",
    "att den fortsatta finansieringen utreds före periodens slut",
)

# Each wording is what follows «beslutar att»; one that holds an amount is left out where none is stated.
_POSITIONS: dict[Position, tuple[tuple[str, ...], ...]] = {
    Position.ADOPTS: (
        ("anta {matter}", "kostnaden, {kr} per år, finansieras inom befintlig budgetram"),
        (
            "ställa sig bakom {matter} enligt meddelande från styrelsen nr {number}",
            "kostnaden om {kr} per år beaktas i budget för {first}",
        ),
        ("godkänna {matter}", "{full} deltar under åren {first}–{last}", "anvisa {kr} per år ur medel till förfogande"),
        ("fastställa {matter}", "kostnaden, totalt {kr} per år, beaktas i förslag till driftbudget"),
        ("anta rekommendationen i sin helhet", "uppdra åt socialchefen att vidta de åtgärder som behövs"),
        ("{full} antar {matter}", "kostnaden på {kr} per år tas upp i mål och budget {first}"),
    ),
    Position.ADOPTS_WITH_CONDITIONS: (
        ("anta {matter} under förutsättning {conditions}", "kostnaden är {kr} per år"),
        ("anta rekommendationen med villkoret {conditions}", "kostnaden om {kr} per år beaktas i budget för {first}"),
        ("ställa sig bakom {matter}, förutsatt {conditions}", "meddela SKR villkoret"),
        ("godkänna rekommendationen", "godkännandet gäller under förutsättning {conditions}", "anvisa {kr} per år"),
    ),
    Position.DECLINES: (
        ("avstå från att anta {matter}",),
        ("inte anta rekommendationen", "arbetet med kunskapsstyrning bedrivs i egen regi"),
        ("{full} inte deltar i det gemensamma arbetet under åren {first}–{last}",),
        ("avböja medverkan enligt meddelande från styrelsen nr {number}", "meddela SKR beslutet"),
        ("avstå, eftersom uppgiften bör rymmas inom medlemsavgiften till SKR",),
    ),
    Position.TAKES_NO_POSITION: (
        ("inte ta ställning till {matter}",),
        ("lägga rekommendationen till handlingarna utan eget ställningstagande",),
        ("avvakta med ställningstagande tills staten har lämnat besked om sin finansiering",),
        ("avstå från att ta ställning, eftersom frågan prövas i budgetarbetet",),
    ),
}
_PUT_OFF = {
    Status.REFERRED_BACK: (
        "Ärendet återremitteras till förvaltningen för att belysa kostnaden under hela perioden.",
        "Ärendet återremitteras för att komplettera beslutsunderlaget.",
    ),
    Status.TABLED: (
        "Ärendet bordläggs till nästa sammanträde.",
        "Ärendet bordläggs, eftersom handlingarna kom in för sent.",
    ),
    Status.REFERRED: (
        "Rekommendationen remitteras till socialnämnden för yttrande.",
        "Rekommendationen remitteras till socialnämnden. Yttrandet ska ha kommit in inom två månader.",
    ),
}
_OF_THEIR_OWN = (
    "uppdra åt förvaltningen att senast i mars {first} redovisa vad arbetet betyder för {full}",
    "utse två kontaktpersoner för {full} i det gemensamma arbetet",
    "bjuda in grannkommunerna till ett samtal om hur {full} kan bidra",
)
_SUMMARIES = (
    "Sveriges Kommuner och Regioner (SKR) har i meddelande från styrelsen nr {number} lämnat {matter} för åren {first}–{last}. {money}",
    "SKR:s styrelse har rekommenderat kommunerna att delta i arbetet med kunskapsstyrning under {first}–{last}, meddelande från styrelsen nr {number}. {money} Svaret ska lämnas av den nämnd eller styrelse som ansvarar för frågan.",
    "Ärendet gäller {matter}. Förvaltningen har berett svaret tillsammans med ekonomiavdelningen. {money}",
)
_SHORT = {
    Position.ADOPTS: "{full} går med i det gemensamma arbetet med kunskapsstyrning under {first}–{last}.",
    Position.ADOPTS_WITH_CONDITIONS: "{full} går med under {first}–{last}, men bara under ett villkor.",
    Position.DECLINES: "{full} går inte med i det gemensamma arbetet med kunskapsstyrning.",
    Position.TAKES_NO_POSITION: "{full} säger varken ja eller nej till rekommendationen.",
}


def definite(body: Body) -> str:
    """A body as it is called in running text: «Arbetsutskottet»."""
    return "Arbetsutskottet" if body is Body.PREPARING else body.value


def kronor(amount: int) -> str:
    """An amount as minutes write it: «9 313 kronor»."""
    return f"{amount:,} kronor".replace(",", " ")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one municipality on one recommendation: every step of the matter uses the same wording."""

    municipality: Municipality
    asked: Asked
    wording: int
    form: str
    conditions: str
    own: str

    @classmethod
    def chosen(cls, rng: Random, municipality: Municipality, asked: Asked) -> Words:
        """A wording; a few municipalities add a clause of their own."""
        own = rng.choice(_OF_THEIR_OWN) if rng.random() < 0.04 else ""
        form = rng.choice(("numbered", "numbered", "att", "running"))
        return cls(municipality, asked, rng.randrange(60), form, rng.choice(CONDITIONS), own)

    def filled(self, text: str, cost: int | None = None) -> str:
        """A text with the facts in it."""
        asked = self.asked
        return text.format(
            matter=asked.matter,
            number=asked.number,
            first=asked.first,
            last=asked.last,
            money=asked.money,
            full=self.municipality.full_name,
            conditions=self.conditions,
            kr=kronor(cost or 0),
        )

    def clauses(self, step: Step) -> str:
        """The operative part of a step's minutes."""
        if step.status in _PUT_OFF:
            return _PUT_OFF[step.status][self.wording % 2]
        assert step.position is not None
        wordings = _POSITIONS[step.position]
        phrases = [*wordings[self.wording % len(wordings)], *([self.own] if self.own else [])]
        said = [self.filled(phrase, step.cost) for phrase in phrases if step.cost or "{kr}" not in phrase]
        who = (
            f"{definite(step.body)} föreslår {step.to.lower()} besluta"
            if step.to
            else f"{definite(step.body)} beslutar"
        )
        if self.form == "att" and len(said) > 1:
            between = [", samt" if place == len(said) - 2 else "," for place in range(len(said) - 1)] + ["."]
            return who + "\n\n" + "\n\n".join(f"**att** {text}{end}" for text, end in zip(said, between, strict=True))
        if self.form == "running" or len(said) == 1:
            return f"{who} att {' och att '.join(said)}."
        return "\n".join(f"{number}. {who} att {text}." for number, text in enumerate(said, start=1))

    def summary(self) -> str:
        """The matter in a few sentences."""
        return self.filled(_SUMMARIES[self.wording % len(_SUMMARIES)])

    def short(self, position: Position) -> str:
        """The decision in plain language."""
        return self.filled(_SHORT[position])
