"""The municipalities that ship with the package."""

from __future__ import annotations

import pickle
import re

import pytest

from namndarkivet.register import Municipality, municipalities, municipality


def test_a_municipality_is_found_by_its_code_or_its_whole_name_and_by_nothing_else() -> None:
    find = municipalities().find
    assert find("0125") == find("Ekerö") == municipality("0125")
    assert [find(name) for name in ("125", "ekerö", "Ekero", "Ekerö kommun", "", "9999")] == [None] * 6


def test_habo_and_haabo_are_two_municipalities() -> None:
    habo, haabo = municipality("0643"), municipality("0305")
    assert (habo.name, habo.slug, habo.county) == ("Habo", "habo", "Jönköpings län")
    assert (haabo.name, haabo.slug, haabo.county) == ("Håbo", "haabo", "Uppsala län")


def test_every_municipality_has_its_county_and_its_inhabitants_of_the_same_years() -> None:
    everyone = list(municipalities().by_code.values())
    years = set(municipality("0125").population)
    for one in everyone:
        assert re.fullmatch(r"\d{4}", one.code)
        assert one.code.startswith(one.county_code)
        assert set(one.population) == years
        assert all(2_000 < inhabitants < 1_100_000 for inhabitants in one.population.values()), one
    assert len({one.county_code for one in everyone}) == len({one.county for one in everyone}) == 21


def test_the_inhabitants_of_2015_are_those_that_ekeros_expected_share_rests_on() -> None:
    total = sum(one.population[2015] for one in municipalities().by_code.values())
    assert (municipality("0125").population[2015], total) == (26_984, 9_851_017)
    assert round(3_400_000 * municipality("0125").population[2015] / total) == 9_313


def test_an_unknown_code_raises() -> None:
    with pytest.raises(KeyError):
        municipality("9999")


def test_a_municipality_travels_between_processes_as_its_code_alone() -> None:
    ekero = municipality("0125")
    again: Municipality = pickle.loads(pickle.dumps(ekero))  # noqa: S301 - our own bytes
    assert again is ekero
    assert len(pickle.dumps(ekero)) < 200


def test_the_table_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        municipality("0125").population[2015] = 1  # type: ignore[index]
    with pytest.raises(TypeError):
        municipalities().by_slug["ny"] = municipality("0125")  # type: ignore[index]
