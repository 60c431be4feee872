"""What happened at the meeting itself: motions, a counted vote, dissents and disqualified members."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random
from typing import Any

from demo.people import Person, some
from demo.plot import Body, Step
from demo.wording import definite
from namndarkivet.values import Position

_FOR = {
    Position.ADOPTS: ("bifall till förslaget att anta rekommendationen", "avslag på förslaget"),
    Position.ADOPTS_WITH_CONDITIONS: ("bifall till förslaget att anta med villkor", "avslag på förslaget"),
    Position.DECLINES: ("bifall till förslaget att avstå", "att rekommendationen antas"),
    Position.TAKES_NO_POSITION: ("bifall till förslaget att inte ta ställning", "att rekommendationen antas"),
}


@dataclass(frozen=True, slots=True)
class Events:
    """Front matter and sections of the text that belong together, and who was there (where everyone is named)."""

    front: Mapping[str, Any] = field(default_factory=dict)
    sections: tuple[tuple[str, str], ...] = ()
    present: tuple[Person, ...] = ()


def events(rng: Random, step: Step) -> Events:
    """What happened at one step, most often nothing that the minutes tell."""
    if step.voted and step.position:
        return _vote(rng, step, step.position)
    luck = rng.random()
    if luck < 0.03:
        (person,) = some(rng, 1)
        text = f"{person.shown} anmäler jäv och deltar inte i handläggningen av ärendet."
        return Events({"jäv": [{"vem": person.name, "parti": person.party}]}, (("Jäv", text),))
    if luck < 0.07 and step.position:
        return _dissent(rng, step.position)
    none = {"yrkanden": 0.1, "omröstningar": 0.1, "reservationer": 0.35, "jäv": 0.2}
    return Events({key: [] for key, chance in none.items() if rng.random() < chance})


def _dissent(rng: Random, position: Position) -> Events:
    (person,) = some(rng, 1)
    wish = _FOR[position][1]
    front = {
        "yrkanden": [{"av": person.name, "parti": person.party, "yrkande": wish}],
        "omröstningar": [],
        "reservationer": [{"av": person.name, "parti": person.party, "till_förmån_för": "eget yrkande"}],
    }
    return Events(
        front,
        (
            ("Yrkanden", f"{person.shown} yrkar {wish}."),
            ("Reservation", f"{person.shown} reserverar sig till förmån för eget yrkande."),
        ),
    )


def _vote(rng: Random, step: Step, position: Position) -> Events:
    """A counted vote; the full council's minutes give only the numbers, the others name everyone."""
    yes_means, no_means = _FOR[position]
    people = some(rng, 11)
    against = rng.choice((3, 4))
    cast = ["ja"] * (9 - against) + ["nej"] * against + ["avstår"] * 2
    ballots = dict(zip(people, rng.sample(cast, 11), strict=True))
    votes = [{"namn": person.name, "parti": person.party, "röst": ballot} for person, ballot in ballots.items()]
    numbers = {ballot: list(ballots.values()).count(ballot) for ballot in ("ja", "nej", "avstår")}
    named = step.body is not Body.COUNCIL
    if not named:
        numbers = {"ja": rng.randint(24, 33), "nej": rng.randint(9, 18), "avstår": rng.randint(0, 3)}
    one = next(person for person, ballot in ballots.items() if ballot == "ja")
    others = [person for person, ballot in ballots.items() if ballot == "nej"][:2]
    division: dict[str, Any] = {
        "gäller": f"{yes_means[0].upper()}{yes_means[1:]} mot {no_means}",
        "ja_betyder": yes_means,
        "nej_betyder": no_means,
        **{ballot: str(number) for ballot, number in numbers.items()},
        **({"röster": votes} if named else {}),
    }
    front = {
        "yrkanden": [
            {"av": one.name, "parti": one.party, "yrkande": yes_means},
            {"av": others[0].name, "parti": others[0].party, "yrkande": no_means},
        ],
        "omröstningar": [division],
        "reservationer": [{"av": person.name, "parti": person.party, "till_förmån_för": no_means} for person in others],
    }
    counted = f"Med {numbers['ja']} ja-röster mot {numbers['nej']} nej-röster"
    counted += f", och {numbers['avstår']} som avstår," if numbers["avstår"] else ""
    sections = (
        ("Yrkanden", f"{one.shown} yrkar {yes_means}. {others[0].shown} yrkar {no_means}."),
        (
            "Omröstning",
            f"Omröstning begärs. {counted} beslutar {definite(step.body).lower()} enligt yrkandet från {one.shown}.",
        ),
        (
            "Reservationer",
            " ".join(f"{person.shown} reserverar sig till förmån för {no_means}." for person in others),
        ),
    )
    return Events(front, sections, people if named else ())
