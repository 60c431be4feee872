"""What a clause does, and what it only names."""

from __future__ import annotations

import pytest

from .lines import minutes


@pytest.mark.parametrize(
    ("decision", "status"),
    [
        ("Nämnden beslutar att uppdra åt förvaltningen att besvara enkäten.", "beslutat"),
        ("Nämnden utser Testa Testsson (S) att besvara interpellationer.", "beslutat"),
        ("Nämnden uppdrar åt förvaltningen att utreda om ansökan bör avslås.", "beslutat"),
        ("Nämnden avslår yrkandet att återremittera ärendet och godkänner planen.", "beslutat"),
        ("Nämnden upphäver beslutet att bordlägga ärendet och beviljar bidraget.", "beslutat"),
        ("Nämnden återremitterar inte ärendet utan fastställer tiderna.", "beslutat"),
        ("Nämnden beslutar att inte avslå ansökan.", "beslutat"),
        ("Ärendet bordlades vid förra sammanträdet. Nämnden antar planen.", "beslutat"),
        ("1. Avsägelserna godkänns.\n2. Valet av ersättare bordläggs.", "beslutat"),
        ("1. Motionen avslås.\n2. Nämnden får i uppdrag att utreda frågan.", "beslutat"),
        ("Nämnden beslutar att avslå initiativet.", "avslaget"),
        ("Ärendet bordlades.", "bordlagt"),
        ("Utskottet beslutar att remittera motionen till kontoret för yttrande.", "remitterat"),
        ("Redovisningen återremitteras genom att kontoret får i uppdrag att utreda frågan.", "återremitterat"),
        ("Nämnden beslutar hos kommunstyrelsen anhålla om medel.", "förslag"),
        ("Nämnden begär att kommunfullmäktige utökar ramen.", "förslag"),
    ],
)
def test_the_status_is_that_of_what_is_done(decision: str, status: str) -> None:
    (found,) = minutes(f"§ 1\nEtt ärende\n\nBeslut\n{decision}").items
    assert found.status.value == status


def test_a_lead_in_that_ends_with_a_stop_is_none_of_the_clauses() -> None:
    (found,) = minutes(
        "§ 1\nTaxa\n\nBeslut\nNämnden föreslår att kommunfullmäktige beslutar följande.\n1. Taxan antas.\n2. Den gäller i år."
    ).items
    assert (found.operative.clauses, found.status.value) == (("Taxan antas.", "Den gäller i år."), "förslag")


def test_numbers_without_a_stop_that_follow_one_another_are_points() -> None:
    (found,) = minutes("§ 1\nTaxa\n\nBeslut\n1   Taxan antas.\n\n2   Den gäller i år.").items
    assert found.operative.clauses == ("Taxan antas.", "Den gäller i år.")
