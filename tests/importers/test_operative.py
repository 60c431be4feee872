"""The clauses of a decision, and what becomes of the matter."""

from __future__ import annotations

import pytest

from namndarkivet.importers.minutes import Item
from namndarkivet.importers.operative import acting_body, addressee

from .lines import minutes


def item(decision: str, head: str = "") -> Item:
    """A § with this text under Beslut."""
    (found,) = minutes(f"{head}§ 1\nEtt ärende\n\nBeslut\n{decision}").items
    return found


@pytest.mark.parametrize(
    ("decision", "clauses"),
    [
        ("Planen antas.", ("Planen antas.",)),
        ("Nämnden beslutar att\n1. anta planen\n2. anslå medel", ("anta planen", "anslå medel")),
        ("Enligt kommunstyrelsens förslag:\nMotionen avslås.", ("Motionen avslås.",)),
        ("Enligt yrkande från MP, S och V:\nYttrandet översänds.", ("Yttrandet översänds.",)),
        (
            "Kommunstyrelsen tillstyrker förslaget och föreslår att\nkommunfullmäktige beslutar:\nPlanen antas.",
            ("Planen antas.",),
        ),
        ("Arbetsutskottet föreslår socialnämnden besluta\natt anta planen, samt\natt anslå medel.", ("att anta planen, samt", "att anslå medel.")),
        ("Planen antas med följande ändring:\nMålet ska vara 66,6 %.", ("Planen antas med följande ändring: Målet ska vara 66,6 %.",)),
        (
            "Förvaltningen ges i uppdrag att utreda:\n- kostnader\n- tider\nRedovisningen godkänns.",
            ("Förvaltningen ges i uppdrag att utreda: kostnader tider", "Redovisningen godkänns."),
        ),
    ],
)  # fmt: skip
def test_a_lead_in_is_no_clause_and_items_below_a_colon_belong_to_their_sentence(
    decision: str, clauses: tuple[str, ...]
) -> None:
    assert item(decision).operative.clauses == clauses


@pytest.mark.parametrize(
    ("decision", "status"),
    [
        ("Planen antas.", "beslutat"),
        ("Redovisningen godkänns och läggs till handlingarna.", "beslutat"),
        ("Nämnden avger yttrande över remissen.", "beslutat"),
        ("Föreningen beviljas 18 000 kr, i övrigt avslås ansökan.", "beslutat"),
        ("Socialnämnden föreslår kommunfullmäktige att anta planen.", "förslag"),
        ("Kommunstyrelsen tillstyrker förslaget.", "förslag"),
        ("Kommunstyrelsen föreslår att kommunfullmäktige beslutar:\nMotionen avslås.", "förslag"),
        ("Nämnden ställer sig bakom planen och översänder den till kommunfullmäktige för antagande.", "förslag"),
        ("Förslag till beslut i kommunfullmäktige\nPlanen antas.", "förslag"),
        ("Den av Exempla Exempelsson väckta motionen avslås.", "avslaget"),
        ("Motionen anses besvarad.", "besvarat"),
        ("Ärendet återremitteras till förvaltningen för att utreda kostnaden.", "återremitterat"),
        ("Enligt återremissyrkande från M:\nÄrendet återremitteras.", "återremitterat"),
        ("Ärendet bordläggs till nästa sammanträde.", "bordlagt"),
        ("Motionen remitteras till kommunstyrelsen.", "remitterat"),
        ("Ärendet utgår.", "utgått"),
        ("Informationen noteras.", "antecknat"),
        ("Nämnden tar del av informationen.", "antecknat"),
        ("Nämnden lägger rapporten till handlingarna.", "antecknat"),
        ("Rapport om lokala uppdrag och yttranden, enligt bilaga 1, antecknas.", "antecknat"),
        ("Ärendet efter återremiss godkänns.", "beslutat"),
        ("Anförandet besvaras av ordföranden. Mötet avslutas.", "beslutat"),
    ],
)
def test_status_is_what_the_operative_sentence_does(decision: str, status: str) -> None:
    assert item(decision).status.value == status


def test_without_an_operative_sentence_there_is_no_decision() -> None:
    (found,) = minutes("§ 1\nInformation\n\nÄrendebeskrivning\nFörvaltningen berättar om läget.").items
    assert (found.operative.clauses, found.status.value) == ((), "utan beslut")


def test_a_sentence_that_decides_right_below_the_title_is_the_decision() -> None:
    (found,) = minutes("§ 1\nMeddelanden\n\nMeddelandena noteras.").items
    assert (found.operative.clauses, found.status.value) == (("Meddelandena noteras.",), "antecknat")


def test_above_the_council_is_no_body() -> None:
    head = "Kommunfullmäktige\nProtokoll nr 1\nSammanträdesdatum: 2031-02-12\n"
    assert item("Hemställan från bolaget tillstyrks.", head).status.value == "beslutat"


def test_whom_a_proposal_goes_to_and_who_acts() -> None:
    found = item("Kommunstyrelsen föreslår kommunfullmäktige att anta planen.").operative
    assert (addressee(found), acting_body(found)) == ("Kommunfullmäktige", "Kommunstyrelsen")
    (seed,) = minutes("§ 1\nVal\n\nBeslut\n\nFörslag till Socialnämnden\n1. Socialnämnden beslutar anta planen.").items
    assert (addressee(seed.operative), acting_body(seed.operative), seed.status.value) == (
        "Socialnämnden",
        None,
        "förslag",
    )


def test_what_the_body_itself_proposes_stands_beside_what_it_decides_and_another_bodys_proposal_does_not() -> None:
    head = "Kommunstyrelsen\nProtokoll nr 1\nSammanträdesdatum: 2031-02-12\n"
    text = "§ 1\nRapport\n\nKommunstyrelsens förslag till kommunfullmäktige\nRapporten godkänns.\n\nKommunstyrelsens beslut\nEtt uppdrag ges."
    (own,) = minutes(head + text).items
    assert (own.operative.clauses, own.status.value) == (("Rapporten godkänns.", "Ett uppdrag ges."), "förslag")
    council = head.replace("Kommunstyrelsen", "Kommunfullmäktige")
    (theirs,) = minutes(council + text.replace("Kommunstyrelsens beslut", "Kommunfullmäktiges beslut")).items
    assert (theirs.operative.clauses, theirs.status.value) == (("Ett uppdrag ges.",), "beslutat")


def test_a_lead_in_over_two_lines_is_none_of_the_clauses() -> None:
    found = item(
        "Kommunstyrelsen tillstyrker yrkandet och föreslår\natt kommunfullmäktige beslutar:\n1. Planen antas.\n2. Medel anslås."
    )
    assert found.operative.clauses == ("Planen antas.", "Medel anslås.")


def test_that_a_paragraph_is_approved_at_once_is_no_clause() -> None:
    assert item("att bevilja avsägelsen.\n\nParagrafen justeras omedelbart.").operative.clauses == (
        "att bevilja avsägelsen.",
    )


def test_that_there_was_nothing_is_no_decision() -> None:
    assert item("Inga anmälningar förekom.").status.value == "utan beslut"
