"""The people of the invented archive. No name could be taken for a real person's."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random


@dataclass(frozen=True, slots=True)
class Person:
    """An invented member of a body."""

    name: str
    party: str

    @property
    def shown(self) -> str:
        """The name as running text has it: «Exempel Exempelsson (S)»."""
        return f"{self.name} ({self.party})"


PEOPLE = tuple(
    Person(name, party)
    for name, party in (
        ("Exempel Exempelsson", "S"),
        ("Påhitta Påhittsdotter", "M"),
        ("Fiktiv Fiktivsson", "C"),
        ("Låtsas Låtsasdotter", "V"),
        ("Prov Provsson", "L"),
        ("Testa Testsdotter", "KD"),
        ("Mall Mallström", "MP"),
        ("Skiss Skissberg", "SD"),
        ("Utkasta Utkastsdotter", "M"),
        ("Attrapp Attrappsson", "S"),
        ("Kulissa Kulissdotter", "C"),
        ("Modell Modellqvist", "SD"),
        ("Övning Övningsson", "L"),
        ("Tänkta Tänktsdotter", "S"),
        ("Skenbar Skenbarsson", "M"),
        ("Hittepå Hittepåsson", "V"),
        ("Platshållare Platshållarsdotter", "KD"),
        ("Schablon Schablonström", "MP"),
    )
)

OFFICIALS = ("Uppdiktad Uppdiktsson", "Exempla Exempelqvist", "Diktad Diktarsson")
"""Those who sign for the sender of the recommendations."""

EDITORS = "Redaktionen (påhittad)"


def some(rng: Random, number: int) -> tuple[Person, ...]:
    """So many different people, in the order of the list."""
    chosen = set(rng.sample(range(len(PEOPLE)), number))
    return tuple(person for place, person in enumerate(PEOPLE) if place in chosen)
