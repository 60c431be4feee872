"""What members move: in the text's own words, by those whom it names, and by nobody else."""

from __future__ import annotations

import pytest

from .lines import minutes


def moved(below: str) -> list[tuple[str, str | None, str]]:
    """What is moved under Yrkanden."""
    (item,) = minutes(f"§ 1\nPlan\n\nYrkanden\n{below}\n\nBeslut\nPlanen antas.").items
    return [(one.by, one.party, one.motion) for one in item.motions]


@pytest.mark.parametrize(
    ("below", "motions"),
    [
        ("Testa Testsson (M) yrkar bifall till förslaget.", [("Testa Testsson", "M", "bifall till förslaget")]),
        (
            "Testa Testsson (M) och Exempla Prov (S) yrkar att planen\nantas.",
            [("Testa Testsson", "M", "att planen antas"), ("Exempla Prov", "S", "att planen antas")],
        ),
        ("Testa Testsson (M) yrkade på återremiss.", [("Testa Testsson", "M", "återremiss")]),
        ("Testa Testsson (M) tilläggsyrkar att taxan ses över.", [("Testa Testsson", "M", "att taxan ses över")]),
        (
            "Testa Testsson (M) yrkar följande:\n1. Planen antas.\n2. Taxan avslås.",
            [("Testa Testsson", "M", "Planen antas"), ("Testa Testsson", "M", "Taxan avslås")],
        ),
        ("Ordföranden yrkar avslag.", [("Ordföranden", None, "avslag")]),
        ("Inga yrkanden framställs. Ingen yrkar avslag.", []),
        ("Man yrkar avslag.", []),
        ("Testa Testsson (M) yrkar:", []),
        ("Testa Testsson (M) föreslår bifall.", []),
    ],
)  # fmt: skip
def test_each_mover_stands_with_what_they_move(below: str, motions: list[tuple[str, str | None, str]]) -> None:
    assert moved(below) == motions


def test_a_sentence_without_a_name_ends_what_one_before_it_began() -> None:
    assert moved("Testa Testsson (M) yrkar följande:\n1. Planen antas.\nDessutom yrkas bifall.\nFlera yrkar avslag.\n2. Sist.") == [
        ("Testa Testsson", "M", "Planen antas"),
        ("Testa Testsson", "M", "Dessutom yrkas bifall"),
    ]  # fmt: skip


def test_only_under_its_heading_is_anything_moved() -> None:
    (item,) = minutes(
        "§ 1\nPlan\n\nBakgrund\nTesta Testsson (M) yrkar bifall i arbetsutskottet.\n\nBeslut\nPlanen antas."
    ).items
    assert item.motions == ()
