"""The kinds of values: what is taken, what is refused, and what is said to write instead."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any

import pytest
from archives import STEADY
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from namndarkivet.values import (
    FileName,
    Kronor,
    ListOf,
    MunicipalityCode,
    Sha256,
    Status,
    Text,
    Url,
    Whole,
    Year,
)

KIND: dict[str, TypeAdapter[Any]] = {
    "text": TypeAdapter(Text),
    "heltal": TypeAdapter(Whole),
    "kronor": TypeAdapter(Kronor),
    "år": TypeAdapter(Year),
    "sha256": TypeAdapter(Sha256),
    "webbadress": TypeAdapter(Url),
    "fil": TypeAdapter(FileName),
    "kod": TypeAdapter(MunicipalityCode),
    "lista": TypeAdapter(Annotated[tuple[Text, ...], ListOf]),
}


def refusal(kind: str, value: object) -> tuple[str, str]:
    """The rule that refuses a value, and what it says."""
    with pytest.raises(ValidationError) as error:
        KIND[kind].validate_python(value)
    first = error.value.errors()[0]
    return first["type"], first["msg"]


@pytest.mark.parametrize(
    ("kind", "written", "value"),
    [
        ("text", "0125", "0125"),
        ("heltal", "0", 0),
        ("heltal", "007", 7),
        ("kronor", "9500", Decimal(9500)),
        ("kronor", "1,95", Decimal("1.95")),
        ("kronor", "1.95", Decimal("1.95")),
        ("kronor", "0", Decimal(0)),
        ("år", "2016", 2016),
        ("sha256", "AB" * 32, "ab" * 32),
        ("webbadress", "https://www.ekero.se/a?b=1#c", "https://www.ekero.se/a?b=1#c"),
        ("webbadress", "http://xn--ekr-una.se", "http://xn--ekr-una.se"),
        ("fil", "bilaga-1.pdf", "bilaga-1.pdf"),
        ("kod", "0125", "0125"),
        ("lista", ["SKR", "0125"], ("SKR", "0125")),
        ("lista", [], ()),
    ],
)
def test_a_right_value_gets_its_type(kind: str, written: object, value: object) -> None:
    assert KIND[kind].validate_python(written) == value


WHOLE = "ska vara ett heltal, skrivet med bara siffror"
KRONOR = "ska vara ett belopp i kronor, skrivet med bara siffror"


@pytest.mark.parametrize(
    ("kind", "written", "said"),
    [
        ("heltal", "6 st", f"{WHOLE}, till exempel 9500"),
        ("heltal", "1 000", f"{WHOLE}: 1000"),
        ("heltal", "1_000", f"{WHOLE}, till exempel 9500"),
        ("heltal", "-1", f"{WHOLE}, till exempel 9500"),
        ("heltal", "1e3", f"{WHOLE}, till exempel 9500"),
        ("heltal", "٣", f"{WHOLE}, till exempel 9500"),
        ("kronor", "9.500", f"{KRONOR}: 9500"),
        ("kronor", "9 500 kr", f"{KRONOR}: 9500"),
        ("kronor", "9\u00a0500 kronor", f"{KRONOR}: 9500"),
        ("kronor", "3.400.000:-", f"{KRONOR}: 3400000"),
        ("kronor", "3,4 mkr", f"{KRONOR}, till exempel 9500"),
        ("kronor", "9 500,50", f"{KRONOR}, till exempel 9500"),
        ("kronor", "NaN", f"{KRONOR}, till exempel 9500"),
        ("kronor", "Infinity", f"{KRONOR}, till exempel 9500"),
        ("kod", "125", "ska vara kommunens kod med fyra siffror, till exempel 0125"),
        ("kod", "０１２５", "ska vara kommunens kod med fyra siffror, till exempel 0125"),
    ],
)
def test_a_number_written_otherwise_is_refused_and_suggested_only_when_sure(kind: str, written: str, said: str) -> None:
    assert refusal(kind, written) == ("tal", said)


@pytest.mark.parametrize("written", ["16", "1799", "2200", "2016-2017", "２０１６", "tjugosexton"])
def test_what_is_no_year_is_refused(written: str) -> None:
    assert refusal("år", written) == ("datum", "är inget årtal; skriv fyra siffror, till exempel 2016")


@pytest.mark.parametrize(
    "written",
    ["../hemligt.pdf", "a/b.pdf", "Bilaga 1.pdf", ".pdf", "bilaga", "åäö.pdf", "-x.pdf", "a.html.", "c:a.pdf"],
)
def test_an_attachment_has_no_folder_and_no_name_that_an_address_cannot_hold(written: str) -> None:
    assert refusal("fil", written)[0] == "bilagans-namn"


@pytest.mark.parametrize(
    "written",
    ["www.ekero.se", "javascript:alert(1)", "ftp://a.se", "https://", "https://a b.se", 'https://a.se/"x', "//a.se"],
)
def test_only_an_address_of_the_web_is_a_link(written: str) -> None:
    assert refusal("webbadress", written) == (
        "webbadress",
        "är ingen webbadress; den ska börja med https:// eller http://",
    )


@pytest.mark.parametrize("written", ["ab" * 31, "xy" * 32, "ab" * 33, ""])
def test_a_checksum_has_64_hexadecimal_digits(written: str) -> None:
    assert refusal("sha256", written)[0] == "sha256"


@pytest.mark.parametrize("kind", sorted(set(KIND) - {"lista"}))
@pytest.mark.parametrize("value", [["a"], {"a": "b"}])
def test_a_list_or_keys_where_one_value_belongs_are_refused_as_such(kind: str, value: object) -> None:
    assert refusal(kind, value) == (
        "fel-typ",
        "ska vara en text; har texten ett kolon eller börjar med ett streck, sätt citattecken om den",
    )


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("SKR", "skriv [SKR]"),
        ("Inga", "när källan säger att det inte finns några skrivs []"),
        ("-SKR", "skriv mellanslag efter bindestrecket"),
        ("• SKR", "skriv bindestreck (-) och mellanslag före, på egna rader"),
        ({"a": "b"}, "sätt bindestreck och mellanslag före den första uppgiften under den: - namn: värde"),
    ],
)
def test_one_value_where_a_list_belongs_is_refused_with_what_to_write(value: object, said: str) -> None:
    assert refusal("lista", value) == ("fel-typ", f"ska vara en lista; {said}")


@given(st.sampled_from(sorted(set(KIND) - {"lista", "text"})), st.text(max_size=20))
@settings(STEADY, max_examples=500)
def test_any_text_is_taken_as_its_digits_say_or_refused_by_a_rule(kind: str, text: str) -> None:
    try:
        outcome = str(KIND[kind].validate_python(text))
    except ValidationError as error:
        outcome = error.errors()[0]["type"]
    read = {text, text.lower(), text.replace(",", "."), text.lstrip("0") or "0"}
    assert outcome in read | {"tal", "datum", "sha256", "webbadress", "bilagans-namn"}


@given(st.integers(0, 10**9))
@settings(STEADY)
def test_an_amount_in_groups_of_three_is_suggested_without_them(amount: int) -> None:
    grouped = f"{amount:,}".replace(",", " ")
    if grouped.isdigit():
        assert KIND["kronor"].validate_python(grouped) == amount
    else:
        assert refusal("kronor", grouped) == ("tal", f"{KRONOR}: {amount}")


def test_only_what_a_body_settles_can_be_appealed_and_only_two_statuses_have_no_clauses() -> None:
    assert {status.value for status in Status if status.settles} == {"beslutat", "avslaget", "besvarat"}
    assert {status.value for status in Status if not status.has_clauses} == {"utgått", "utan beslut"}
