"""Clauses side by side: those that say the same stand together, in the words of the first."""

from __future__ import annotations

import pytest
from archives import archive, decision, recommendation

from namndarkivet.summaries import ClauseGroup, answers, clause_groups
from namndarkivet.summaries.clauses import clauses


@pytest.mark.parametrize(
    ("operative", "found"),
    [
        ("Nämnden antar den.", ("Nämnden antar den.",)),
        ("1. att anta\n2. att betala\n   varje år", ("att anta", "att betala varje år")),
        (
            "Socialnämnden beslutar\n\natt anta rekommendationen\natt betala",
            ("att anta rekommendationen", "att betala"),
        ),
        ("Kommunstyrelsen föreslår kommunfullmäktige\n\n- att anta", ("att anta",)),
        ("### Socialnämnden beslutar\n\nNämnden antar.", ("Nämnden antar.",)),
        ("Förslag till Socialnämnden\n\n- Socialnämnden beslutar anta den.", ("Socialnämnden beslutar anta den.",)),
        ("**att** anta den, samt\n**att** betala", ("att anta den, samt", "att betala")),
        (
            "att avslå det som arbetsutskottet föreslår nämnden.",
            ("att avslå det som arbetsutskottet föreslår nämnden.",),
        ),
        ("1. Nämnden beslutar", ("Nämnden beslutar",)),
        ("", ()),
    ],
)
def test_an_operative_section_is_its_clauses(operative: str, found: tuple[str, ...]) -> None:
    assert clauses(operative) == found


def groups(**bodies: str) -> list[tuple[str, list[str], bool]]:
    """The groups of decisions by municipality: text, municipalities, whether the words vary."""
    said = [{"rekommendation": "skr-2030-7", "ställning": "antar"}]
    entries = [decision(f"## Beslut\n\n{body}\n", kommun=name, svar=said) for name, body in bodies.items()]
    asked = recommendation()
    found: tuple[ClauseGroup, ...] = clause_groups(answers(archive(asked, *entries), asked.id, ()))
    return [(group.text, [answer.municipality.name for answer in group.answers], group.varies) for group in found]


def test_clauses_that_differ_in_amount_name_and_commas_say_the_same() -> None:
    assert groups(
        Ekerö="Ekerö kommun betalar 9 500 kr per år.",
        Habo="att Habo kommun betalar 4 013 kr per år",
        Håbo="Håbo kommun betalar inte.",
    ) == [
        ("[kommunen] betalar [belopp] per år.", ["Ekerö", "Habo"], True),
        ("Håbo kommun betalar inte.", ["Håbo"], False),
    ]


@pytest.mark.parametrize(
    "other",
    [
        "Nämnden antar inte rekommendationen.",
        "Nämnden föreslår kommunstyrelsen att inte besluta att anta rekommendationen.",
        "Under förutsättning att kommunfullmäktige beslutar att anta rekommendationen.",
        "Nämnden beslutar att inte anta rekommendationen.",
        "Nämnden beslutar att för år 2018, 9 500 kr, anta rekommendationen.",
    ],
)
def test_nothing_that_turns_the_meaning_is_overlooked(other: str) -> None:
    assert len(groups(Ekerö="Nämnden beslutar att anta rekommendationen.", Habo=other)) == 2


def test_years_beside_amounts_are_not_amounts() -> None:
    assert len(groups(Ekerö="För år 2017, 9 500 kr avsätts.", Habo="För år 2018, 9 500 kr avsätts.")) == 2


def test_long_tables_of_figures_are_read_in_time_that_grows_with_their_length() -> None:
    assert len(groups(Ekerö="1 " * 40_000)) == 1  # took minutes when each figure was tried against all that follow


def test_a_clause_says_the_same_whoever_decides_or_proposes_it() -> None:
    assert groups(
        Ekerö="Socialnämnden beslutar att anta rekommendationen.",
        Habo="Socialnämnden föreslår kommunstyrelsen besluta att anta rekommendationen.",
        Håbo="att anta rekommendationen",
    ) == [("[organet] att anta rekommendationen.", ["Ekerö", "Habo", "Håbo"], True)]


def test_what_is_the_same_in_all_stands_as_it_is() -> None:
    assert groups(
        Ekerö="Socialnämnden beslutar att betala 10 000 kr till SKR.",
        Habo="Socialnämnden beslutar att betala 10 000 kr till SKR",
    ) == [("Socialnämnden beslutar att betala 10 000 kr till SKR.", ["Ekerö", "Habo"], True)]


def test_an_and_before_the_next_clause_is_no_difference() -> None:
    assert groups(Ekerö="att anta den, samt", Habo="att anta den, och", Håbo="att anta den") == [
        ("att anta den, samt", ["Ekerö", "Habo", "Håbo"], True)
    ]
