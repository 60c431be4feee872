"""Hints of one person's private life: near a person, and not wherever the words stand. All persons are made up."""

from __future__ import annotations

import pytest

from namndarkivet.private_facts import Fact, hints


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Testa Testsson, född den 3 mars 1952, ansöker.", Fact.BIRTH),
        ("Testa Testsson, född 520303, ansöker.", Fact.BIRTH),
        ("Testa Testsson, 520303-XXXX, ansöker.", Fact.BIRTH),
        ("Testa Testsson bor på Exempelgatan 12.", Fact.HOME),
        ("Testa Testsson, Exempelvägen 3 B, 123 45 Exempelby", Fact.HOME),
        ("Testa Testsson är sjukskriven sedan mars.", Fact.HEALTH),
        ("Testa Testssons diagnos framgår av intyget.", Fact.HEALTH),
        ("Försörjningsstöd till Testa Testsson avslås.", Fact.HEALTH),
    ],
)
def test_a_hint_is_told_by_its_kind(text: str, fact: Fact) -> None:
    assert [hint.fact for hint in hints(text)] == [fact]


@pytest.mark.parametrize(
    "text",
    [
        "Plats: Kommunhuset, Exempelgatan 12, 123 45 Exempelby",
        "Skolan på Exempelvägen 3 byggs ut.",
        "Testa Testsson (S) yrkar att arbetet mot psykisk ohälsa stärks.",
        "Personer med missbruk ska få stöd.",
        "Barn födda 2031 får plats.",
        "Planen gäller missbruk hos unga.",
    ],
)
def test_a_house_a_plan_and_a_member_are_no_private_person(text: str) -> None:
    assert list(hints(text)) == []
