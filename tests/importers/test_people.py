"""Members as minutes name them."""

from __future__ import annotations

import pytest

from namndarkivet.importers.people import people, sentences


@pytest.mark.parametrize(
    ("written", "named"),
    [
        ("Testa Testsson (M)", [("Testa Testsson", "M")]),
        ("Tjänstgörande ersättaren Testa Testsson (MP)", [("Testa Testsson", "MP")]),
        ("Ordföranden Testa Åsa Testsson-Öst (KD) och Exempla Prov (-)", [("Testa Åsa Testsson-Öst", "KD"), ("Exempla Prov", None)]),
        ("Testa Testsson (s), med instämmande av Testa Testsson (s)", [("Testa Testsson", "s")]),
        ("Testa Testsson (Lokp)", [("Testa Testsson", "Lokp")]),
        ("Testa Testsson", []),
        ("Bilaga A (PDF-fil)", []),
    ],
)  # fmt: skip
def test_those_with_a_party_in_brackets_are_named_once_and_without_their_role(
    written: str, named: list[tuple[str, str | None]]
) -> None:
    assert [(one.name, one.party) for one in people(written)] == named


def test_a_sentence_goes_over_lines_and_ends_where_the_next_begins() -> None:
    assert sentences("Testa Testsson (M)\nyrkar bifall. Nämnden\nbeslutar så. ") == [
        "Testa Testsson (M) yrkar bifall.",
        "Nämnden beslutar så. ",
    ]
