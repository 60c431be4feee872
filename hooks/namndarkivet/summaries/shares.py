"""What a recommendation would cost each municipality by its own key of distribution. The archive's own calculation.

All amounts are whole kronor. Population: SCB, of the year that the recommendation's document names.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from namndarkivet.model import Cost, Financing
from namndarkivet.register import municipalities
from namndarkivet.values import Distribution, Per


@dataclass(frozen=True, slots=True)
class Shares:
    """The expected share of each municipality, in kronor, by its code. `total` is what they sum to; `year` the year of the
    population (None where it plays no part); `per` what the amounts are for.
    """

    by_code: Mapping[str, int]
    total: int
    year: int | None
    per: Per | None


def shares(financing: Financing | None) -> Shares | None:
    """The expected shares, or None when the document does not say enough to compute them: no amount, no key of
    distribution, or a year whose population is not in the table.

    A total is shared so that the shares sum to it exactly (largest remainder, ties by municipal code); an amount per
    inhabitant is rounded to whole kronor for each municipality.
    """
    if financing is None:
        return None
    people = _population(financing.population)
    each = financing.per in {Per.INHABITANT, Per.INHABITANT_AND_YEAR}
    if financing.distribution is Distribution.EQUAL and not each:
        return _shared(financing, dict.fromkeys(municipalities().by_code, 1), None)
    if people is None:
        return None
    if each:
        by_code = {code: _rounded(financing.amount * number) for code, number in people.items()}
        per = Per.YEAR if financing.per is Per.INHABITANT_AND_YEAR else None
        return Shares(by_code, sum(by_code.values()), financing.population, per)
    return _shared(financing, people, financing.population) if financing.distribution else None


def _shared(financing: Financing, weights: Mapping[str, int], year: int | None) -> Shares | None:
    """A total shared by weights; None for a total with öre: whose öre is whose is not the archive's to say."""
    amount = int(financing.amount)
    if amount != financing.amount:
        return None
    return Shares(largest_remainder(amount, weights), amount, year, financing.per)


def largest_remainder(total: int, weights: Mapping[str, int]) -> dict[str, int]:
    """Share a whole number by weights so that the parts sum to it: each its whole part, the rest to the largest remainders
    (Hamilton's method), of equals to the first key.

    >>> largest_remainder(10, {"a": 1, "b": 1, "c": 1})
    {'a': 4, 'b': 3, 'c': 3}
    """
    whole = sum(weights.values())
    exact = {key: Fraction(total * weight, whole) for key, weight in weights.items()}
    parts = {key: share.numerator // share.denominator for key, share in exact.items()}
    short = total - sum(parts.values())
    for key in sorted(exact, key=lambda k: (parts[k] - exact[k], k))[:short]:
        parts[key] += 1
    return parts


def _population(year: int | None) -> dict[str, int] | None:
    """Inhabitants by municipal code; None for a year that the table does not have."""
    if year is None:
        return None
    found = {code: m.population.get(year) for code, m in municipalities().by_code.items()}
    known = {code: number for code, number in found.items() if number is not None}
    return known if len(known) == len(found) else None


_EACH = {Per.INHABITANT: (None,), Per.INHABITANT_AND_YEAR: (Per.YEAR,)}
"""Units per inhabitant, and the unit of what they come to for a whole municipality."""


def _rounded(amount: Decimal) -> int:
    return int(amount.quantize(Decimal(1), "ROUND_HALF_UP"))


@dataclass(frozen=True, slots=True)
class Difference:
    """A stated cost beside the expected share: in kronor and in per cent of the share (None for a share of nothing)."""

    kronor: Decimal
    percent: Decimal | None


def difference(stated: Cost | None, expected: int | None, per: Per | None, inhabitants: int = 0) -> Difference | None:
    """How far a stated cost is from the expected share; None where they are not for the same thing. A cost stated per
    inhabitant is multiplied by the inhabitants.
    """
    if stated is None or expected is None:
        return None
    amount, each = stated.amount, _EACH.get(stated.per) if stated.per else None
    if each and inhabitants:
        amount, stated_per = stated.amount * inhabitants, each[0]
    else:
        stated_per = stated.per
    if stated_per is not per:
        return None
    by = amount - expected
    return Difference(by, by * 100 / expected if expected else None)


def per_inhabitant(stated: Cost | None, inhabitants: int | None) -> Decimal | None:
    """A stated cost in kronor per inhabitant, divided unless it is stated so already; None where either is not known."""
    if stated is None or not inhabitants:
        return None
    if stated.per in _EACH:
        return stated.amount
    return stated.amount / inhabitants
