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


def test_what_is_no_point_of_a_list_is_not_moved_by_whoever_began_it() -> None:
    assert moved("Testa Testsson (M) yrkar följande:\n1. Planen antas.\nExempla Prov (S) håller med.\n2. Sist.") == [
        ("Testa Testsson", "M", "Planen antas")
    ]


@pytest.mark.parametrize(
    "below",
    [
        "Med anledning av Testa Testssons (M) motion yrkar nämnden avslag.",
        "Sedan Testa Testsson (M) frågat yrkar ordföranden bifall.",
        "Exempla Prov (S) yrkar inte bifall.",
    ],
)
def test_who_is_only_named_moves_nothing(below: str) -> None:
    assert "Testa Testsson" not in {by for by, _, _ in moved(below)}


def test_the_mover_may_stand_after_the_verb_or_before_a_colon() -> None:
    assert moved("Därefter yrkar Testa Testsson (M) avslag.\nExempla Prov (S): Bifall.") == [
        ("Testa Testsson", "M", "avslag"),
        ("Exempla Prov", "S", "Bifall"),
    ]


def test_only_under_its_heading_is_anything_moved() -> None:
    (item,) = minutes(
        "§ 1\nPlan\n\nBakgrund\nTesta Testsson (M) yrkar bifall i arbetsutskottet.\n\nBeslut\nPlanen antas."
    ).items
    assert item.motions == ()
