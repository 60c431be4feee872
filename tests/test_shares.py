"""Shares of a cost: they sum to the total, nobody is more than a krona from their part, and unlike is not compared."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from archives import STEADY
from hypothesis import given, settings
from hypothesis import strategies as st

from namndarkivet.model import Cost, Financing
from namndarkivet.register import municipalities
from namndarkivet.summaries import Difference, difference, largest_remainder, per_inhabitant, shares
from namndarkivet.values import Per


def financing(**front: Any) -> Financing:
    """The financing of a recommendation; 3 400 000 kr a year by population 2015 unless said otherwise."""
    least = {"belopp": "3400000", "per": "år", "fördelning": "invånare", "folkmängd": "2015"}
    return Financing.model_validate({key: value for key, value in (least | front).items() if value})


def code(name: str) -> str:
    """The code of a municipality."""
    return municipalities().by_name[name].code


def test_the_shares_of_2016_are_those_of_independent_arithmetic() -> None:
    found = shares(financing())
    assert found
    # 3 400 000 × population 2015 / 9 851 017 by hand: Ekerö 26 984, Stockholm 923 516, Bjurholm 2 453
    assert {name: found.by_code[code(name)] for name in ("Ekerö", "Stockholm", "Bjurholm")} == {
        "Ekerö": 9313,
        "Stockholm": 318744,
        "Bjurholm": 847,
    }
    assert sum(found.by_code.values()) == found.total == 3_400_000
    assert len(found.by_code) == 290


def test_a_cost_that_is_the_same_for_all_is_shared_without_the_population() -> None:
    found = shares(financing(belopp="2900001", fördelning="lika", folkmängd=None))
    assert found
    assert (sorted(set(found.by_code.values())), found.total, found.year) == ([10000, 10001], 2_900_001, None)
    assert found.by_code[min(found.by_code)] == 10001


def test_an_amount_per_inhabitant_is_what_each_municipality_pays() -> None:
    found = shares(financing(belopp="1,95", per="invånare och år", fördelning=None, folkmängd="2024"))
    assert found
    assert found.by_code[code("Habo")] == round(Decimal("1.95") * municipalities().by_name["Habo"].population[2024])
    assert (found.per, found.total) == (Per.YEAR, sum(found.by_code.values()))


@pytest.mark.parametrize(
    "front",
    [
        {"fördelning": None},
        {"folkmängd": None},
        {"folkmängd": "2019"},
        {"belopp": "3400000,50"},
        {"per": "invånare", "folkmängd": None},
    ],
)
def test_where_the_document_does_not_say_enough_there_are_no_shares(front: dict[str, Any]) -> None:
    assert shares(financing(**front)) is None
    assert shares(None) is None


@given(st.integers(0, 10**9), st.dictionaries(st.text(max_size=3), st.integers(1, 10**7), min_size=1, max_size=40))
@settings(STEADY, max_examples=300)
def test_parts_sum_to_the_total_and_nobody_is_a_krona_off(total: int, weights: dict[str, int]) -> None:
    parts = largest_remainder(total, weights)
    assert sum(parts.values()) == total
    whole = sum(weights.values())
    assert all(abs(parts[key] * whole - total * weight) < whole for key, weight in weights.items())


def cost(amount: str, per: str | None = "år") -> Cost:
    """A stated cost."""
    return Cost.model_validate({"belopp": amount, **({"per": per} if per else {})})


def test_a_stated_cost_is_compared_with_the_share_of_the_same_thing_only() -> None:
    assert difference(cost("9500"), 9313, Per.YEAR) == Difference(Decimal(187), Decimal(18700) / 9313)
    assert difference(cost("9500", None), 9313, Per.YEAR) is None
    assert difference(cost("9500"), None, Per.YEAR) is None
    assert difference(None, 9313, Per.YEAR) is None
    assert difference(cost("5"), 0, Per.YEAR) == Difference(Decimal(5), None)
    assert difference(cost("2", "invånare och år"), 190, Per.YEAR, 100) == Difference(Decimal(10), Decimal(1000) / 190)
    assert difference(cost("2", "invånare"), 190, Per.YEAR, 100) is None


def test_a_cost_per_inhabitant_is_not_divided_again() -> None:
    assert per_inhabitant(cost("9500"), 19000) == Decimal("0.5")
    assert per_inhabitant(cost("2", "invånare"), 19000) == Decimal(2)
    assert per_inhabitant(None, 19000) is None
