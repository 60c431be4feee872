"""Registry numbers: one key for one number however it is written, and never one key for two numbers."""

from __future__ import annotations

import re

import pytest
from archives import STEADY
from hypothesis import given, settings
from hypothesis import strategies as st

from namndarkivet.registry_numbers import registry_key

WRITTEN = {
    # the forms of the minutes that have been read (counts in the labelled minutes' own list)
    "SN16/103": "sn-2016-103",
    "KS18/13": "ks-2018-13",
    "RS160570": "rs-2016-570",
    "SN 18/0098": "sn-2018-98",
    "SN 2019/11": "sn-2019-11",
    "SN 2019/0055": "sn-2019-55",
    "Dnr KS 2018/14": "ks-2018-14",
    "Dnr 31/16": "31-16",
    "2018/0715 KS-7": "ks-2018-715",
    "2017.199 SN": "sn-2017-199",
    "SLK-2024-00274": "slk-2024-274",
    "0120/22": "0120-22",
    "(von/2017:3)": "von-2017-3",
    "(SÄN/2012:3)": "saen-2012-3",
    "ON/2018:21 - 700": "on-2018-21",
    "Dnr SN-2017-50 Dpl 904": "sn-2017-50",
    "KSN-2017-1724": "ksn-2017-1724",
    "2017-000244": "2017-244",
    "Dnr. 2011/KS 0206 001": "ks-2011-206",
    "Dnr 1.6-0463/2011": "1-6-0463-2011",
    "LS 2016-1303": "ls-2016-1303",
    "Diarienummer 00322/2026": "2026-322",
    "AKK2016/402": "akk-2016-402",
    "12/5840": "12-5840",
    # what is no number has no key
    "": "",
    "Dnr": "",
    "()": "",
    " – ": "",
}


@pytest.mark.parametrize(("written", "key"), WRITTEN.items())
def test_each_form_has_its_key(written: str, key: str) -> None:
    assert registry_key(written) == key


@pytest.mark.parametrize(
    "forms",
    [
        (
            "SN16/103",
            "SN 16/103",
            "SN 2016/103",
            "SN2016/103",
            "SN 2016-103",
            "SN-2016-00103",
            "sn/2016:103",
            "Dnr SN16/103",
        ),
        ("2018/0715 KS-7", "2018/715 KS", "2018.715 KS", "KS 2018/0715", "KS-2018-715", "KS18/715", "(KS 2018/715)"),
        ("ON/2018:21 - 700", "ON 2018/21", "ON\u00a02018/21", "on 2018/21", "Diarienr: ON18/21"),
        ("2011/KS 0206 001", "2011/KS 0206", "KS 2011/206"),
        ("RS160570", "RS16/570", "RS 2016/0570"),
    ],
)
def test_one_number_in_different_forms_has_one_key(forms: tuple[str, ...]) -> None:
    assert {registry_key(form) for form in forms} == {registry_key(forms[0])}


@pytest.mark.parametrize(
    "numbers",
    [
        ("SAN 2012/3", "SÄN 2012/3", "SÅN 2012/3", "SON 2012/3", "SÖN 2012/3"),
        ("SN 2012/3", "SN 2013/2", "SN 2012/30", "SN 2012/33", "SN 2003/12", "KS 2012/3", "2012/3"),
        ("SN 16/103", "SN 1916/103", "SN 16/1031", "SN 61/103"),
        ("31/16", "16/31", "31/2016"),
        ("SN 2019/1", "SN 2019/1 1", "SN 2019/11"),
        ("KS 2018/14 och KS 2018/15", "KS 2018/14", "KS 2018/15"),
    ],
)
def test_different_numbers_have_different_keys(numbers: tuple[str, ...]) -> None:
    assert len({registry_key(number) for number in numbers}) == len(numbers)


def test_a_year_of_two_digits_is_one_of_this_century_or_of_the_end_of_the_last() -> None:
    assert [registry_key(f"SN {year}/1") for year in ("00", "16", "59", "60", "99")] == [
        *("sn-2000-1", "sn-2016-1", "sn-2059-1", "sn-1960-1", "sn-1999-1")
    ]


NAMES = st.text(alphabet="BDKLNSVÅÄÖ", min_size=2, max_size=6)
PARTS = st.tuples(NAMES, st.integers(1990, 2049), st.integers(1, 99_999))
FORMS = (
    "{0} {1}/{2}",
    "{0}{1}/{2:04}",
    "{0}-{1}-{2:05}",
    "({0}/{1}:{2})",
    "{1}/{2:04} {0}-7",
    "{1}.{2} {0}",
    "Dnr {0} {1}/{2}",
    "{0} {1}/{2} - 700",
    "{0}-{1}-{2} Dpl 904",
    "{1}/{0} {2:04} 001",
)


@given(PARTS, st.sampled_from(FORMS), PARTS, st.sampled_from(FORMS))
@settings(STEADY, max_examples=600)
def test_two_numbers_have_one_key_exactly_when_they_are_one_number(
    one: tuple[str, int, int], form: str, other: tuple[str, int, int], other_form: str
) -> None:
    assert registry_key(form.format(*one)) == registry_key(other_form.format(*one))
    assert (registry_key(form.format(*one)) == registry_key(other_form.format(*other))) == (one == other)


@given(PARTS, st.sampled_from(FORMS))
@settings(STEADY)
def test_capitals_and_space_around_change_nothing(parts: tuple[str, int, int], form: str) -> None:
    written = form.format(*parts)
    assert registry_key(f" {written.lower()} ") == registry_key(written)


@given(st.text(max_size=30))
@settings(STEADY, max_examples=500)
def test_any_text_has_a_key_that_can_stand_in_an_address(text: str) -> None:
    assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", registry_key(text))
