"""Dissent, immediate approval, references, recipients and basis documents."""

from __future__ import annotations

import pytest

from namndarkivet.importers.dissents import disqualified, dissents
from namndarkivet.importers.minutes import Item

from .lines import minutes


def item(below: str) -> Item:
    """A § with these sections below its decision."""
    (found,) = minutes(f"§ 1\nVal\n\nBeslut\nVal hålls.\n\n{below}").items
    return found


@pytest.mark.parametrize(
    ("below", "dissent"),
    [
        ("Reservation\nTesta Testsson (M) reserverar sig mot beslutet.", True),
        ("Reservationer\nInga.", False),
        ("Omröstning\nIngen reserverar sig mot beslutet.", False),
        ("Beslutsgång\nNämnden reserverar sig rätten att återkomma.", False),
        ("Yrkanden\nHon meddelar att hon annars reserverar sig mot beslutet.", False),
        ("Protokollsanteckning\nTesta Testsson (M): vi reserverar oss inte.", False),
        ("Särskilt yttrande\nVänsterpartiet lämnar ett särskilt yttrande.", False),
        ("Tidigare behandling\nTesta Testsson (M) reserverade sig i arbetsutskottet.", False),
        ("Protokollsanteckningar\nTesta Testsson (M) deltar inte i beslutet.", False),
    ],
)
def test_only_a_dissent_from_this_decision_is_one(below: str, dissent: bool) -> None:
    assert item(below).dissent is dissent


def test_those_who_dissent_are_named_as_the_text_names_them() -> None:
    found = dissents(
        item(
            "Reservation\nTjänstgörande ersättaren Testa Testsson (M) och Exempla Exempelsson (-) reserverar sig."
        ).parts
    )
    assert [(one.name, one.party) for one in found] == [("Testa Testsson", "M"), ("Exempla Exempelsson", None)]
    group = dissents(item("Reservation\nLedamöterna från SD reserverar sig mot beslutet.").parts)
    assert [(one.name, one.party) for one in group] == [("Ledamöterna från SD", None)]


@pytest.mark.parametrize(
    ("below", "immediate"),
    [
        ("Justering\nParagrafen justeras omedelbart.", True),
        ("Omedelbar justering\nParagrafen förklaras omedelbart justerad.", True),
        ("Paragrafen är justerad", False),
        ("Yrkanden\nNämnden avslår yrkandet om omedelbar justering.", False),
        ("Bakgrund\nÄrendet måste hanteras omedelbart.", False),
    ],
)
def test_a_stamp_is_no_immediate_approval(below: str, immediate: bool) -> None:
    assert item(below).immediate is immediate


def test_circulars_and_notices_are_referred_to_once_each() -> None:
    found = item(
        "Ärendet\nSKR:s cirkulär 24:42 och meddelande från styrelsen nr 10/2016. Se cirkulär 24:42. Det cirkulär som publiceras."
    )
    assert found.references == ("cirkulär 24:42", "meddelande från styrelsen nr 10/2016")


@pytest.mark.parametrize(
    "heading",
    ["Expedieras till", "Expedieras", "Beslut sänds till", "Beslutet skickas till", "Beslutet ska skickas till", "Protokollsutdrag skickas till", "Kopia till"],
)  # fmt: skip
def test_recipients_under_their_names_one_on_a_line_or_between_commas(heading: str) -> None:
    assert item(f"{heading}\nKS\nEkonomienheten").recipients == ("KS", "Ekonomienheten")
    assert item(f"{heading}\nKS, Ekonomienheten").recipients == ("KS", "Ekonomienheten")
    assert item(f"{heading}: KS, Ekonomienheten").recipients == ("KS", "Ekonomienheten")


def test_basis_documents_one_for_each_line_that_begins_anew() -> None:
    found = item(
        "Handlingar\nTjänsteutlåtande den 1 december 2030.\nYrkande från M den 6 februari 2031.\n\nExpedieras till\nKS"
    )
    assert found.basis == ("Tjänsteutlåtande den 1 december 2030.", "Yrkande från M den 6 februari 2031.")


def test_a_mails_end_is_none_of_the_recipients() -> None:
    assert item("Beslutet skickas till\nKS\n\nMed vänlig hälsning\nExempla Exempelsson").recipients == ("KS",)


def test_a_dissent_that_is_noted_otherwise_names_its_people_and_nothing_else_becomes_a_name() -> None:
    found = dissents(item("Reservation\nReservation anmäls av Per Exempel (C) och Vänsterpartiet.").parts)
    assert [(one.name, one.party) for one in found] == [("Per Exempel", "C")]
    assert dissents(item("Reservation\nSkriftlig reservation kommer att lämnas in.").parts) == ()


def test_those_with_a_conflict_of_interest_are_named() -> None:
    found = disqualified(item("Jäv\nTesta Testsson (M) deltar inte i handläggningen på grund av jäv.").parts)
    assert [(one.name, one.party) for one in found] == [("Testa Testsson", "M")]


@pytest.mark.parametrize(
    ("below", "named"),
    [
        ("Reservation\nMot beslutet reserverar sig Testa Testsson (M) till förmån för Exempla Prov (S).", ["Testa Testsson"]),
        ("Reservation\nFör Moderaterna reserverar sig Testa Testsson (M).", ["Testa Testsson"]),
        ("Reservation\nTesta Testsson (M) anmäler reservation.", ["Testa Testsson"]),
        ("Reservation\nTesta Testsson (M) reserverar sig inte.", []),
        ("Reservation\nTesta Testsson (M) drar tillbaka sin reservation.", []),
        ("Reservation\nIngen reserverar sig. Testa Testsson (M) lämnar en anteckning.", []),
        ("Reservation\nNej.", []),
        ("Blank reservation\nTesta Testsson (M)", ["Testa Testsson"]),
    ],
)  # fmt: skip
def test_who_dissents_and_who_is_only_named(below: str, named: list[str]) -> None:
    found = item(below)
    assert (found.dissent, [one.name for one in dissents(found.parts)] if found.dissent else []) == (bool(named), named)


@pytest.mark.parametrize(
    ("below", "named"),
    [
        ("Testa Testsson (M)", ["Testa Testsson"]),
        ("Testa Testsson (M) anmäler jäv. Exempla Prov (S) tjänstgör i hans ställe.", ["Testa Testsson"]),
        ("Testa Testsson (M) deltar inte på grund av jäv och ersätts av Exempla Prov (S).", ["Testa Testsson"]),
        ("På grund av jäv deltar inte Testa Testsson (M).", ["Testa Testsson"]),
        ("Ingen anmäler jäv. Testa Testsson (M) frågar om reglerna.", []),
        ("Testa Testsson (M), som inte är jävig, tjänstgör.", []),
    ],
)
def test_who_takes_no_part_because_of_a_conflict_of_interest(below: str, named: list[str]) -> None:
    assert [one.name for one in disqualified(item(f"Jäv\n{below}").parts)] == named
