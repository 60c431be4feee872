"""What the environment sets, and what is said of a setting that cannot be read."""

from __future__ import annotations

from decimal import Decimal

import pytest

from namndarkivet.settings import SettingError, site_url, tolerance


def test_the_tolerance_is_five_per_cent_unless_the_environment_says_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NAMNDARKIVET_AVVIKELSE", raising=False)
    assert tolerance() == Decimal(5)
    monkeypatch.setenv("NAMNDARKIVET_AVVIKELSE", "2,5")
    assert tolerance() == Decimal("2.5")


@pytest.mark.parametrize("written", ["fem", "-1", "5 %", "²", "1e9"])
def test_a_setting_that_is_no_number_is_said_in_words(monkeypatch: pytest.MonkeyPatch, written: str) -> None:
    monkeypatch.setenv("NAMNDARKIVET_AVVIKELSE", written)
    with pytest.raises(SettingError, match="NAMNDARKIVET_AVVIKELSE är ett antal procent, till exempel 5 eller 2,5"):
        tolerance()


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("https://arkiv.example/a", "https://arkiv.example/a/"),
        ("https://arkiv.example/a//", "https://arkiv.example/a/"),
        ("", ""),
        ("arkiv.example", ""),
        ("javascript:alert(1)", ""),
        ("https://a.example/) [x](y", ""),
    ],
)
def test_the_sites_address_ends_in_one_slash_and_is_an_address(
    monkeypatch: pytest.MonkeyPatch, written: str, address: str
) -> None:
    monkeypatch.setenv("NAMNDARKIVET_URL", written)
    assert site_url() == address
