"""Slugs, ids and addresses."""

from __future__ import annotations

import re

import pytest
from archives import STEADY
from hypothesis import given, settings
from hypothesis import strategies as st

from namndarkivet.addresses import address, decision_id, depth, meeting_id, paragraph_slug, slug, to_root
from namndarkivet.register import municipalities


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Socialnämnden", "socialnamnden"),
        ("Vård- och omsorgsnämnden", "vard-och-omsorgsnamnden"),
        ("ÅÄÖ åäö", "aao-aao"),
        ("a\u030a o\u0308", "a-o"),
        ("Kommunstyrelsens arbetsutskott (KSAU)", "kommunstyrelsens-arbetsutskott-ksau"),
        ("Café Ærø Straße Łódź", "cafe-aero-strasse-lodz"),
        ("  Två   ord ", "tva-ord"),
        ("§ 67", "67"),
        ("../../etc/passwd", "etc-passwd"),
        ("–", ""),
        ("日本", ""),
    ],
)
def test_a_slug_is_ascii_in_lower_case_with_hyphens_between_words(text: str, part: str) -> None:
    assert slug(text) == part


@given(st.text(max_size=40))
@settings(STEADY, max_examples=500)
def test_a_slug_of_any_text_can_stand_in_an_address_and_is_its_own_slug(text: str) -> None:
    assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", slug(text))
    assert slug(slug(text)) == slug(text)


@pytest.mark.parametrize(
    ("written", "year", "part"),
    [
        ("67", 2016, "67"),
        ("125/2019", 2019, "125"),
        ("125 / 2019", 2019, "125"),
        ("125-2019", 2019, "125"),
        ("125/2018", 2019, "125-2018"),
        ("67 A", 2016, "67-a"),
        ("12-14", 2020, "12-14"),
        ("2019", 2019, "2019"),
        ("12019", 2019, "12019"),
        ("012", 2016, "012"),
    ],
)
def test_a_paragraph_leaves_out_the_year_that_the_folder_says(written: str, year: int, part: str) -> None:
    assert paragraph_slug(written, year) == part


def test_ids_and_addresses_are_those_of_the_design() -> None:
    assert decision_id("ekero", "socialnamnden", 2016, "67") == "beslut/ekero/socialnamnden/2016/67"
    assert meeting_id("ekero", "socialnamnden", "2016-09-30") == "sammantraden/ekero/socialnamnden/2016-09-30"
    assert address("beslut/ekero/socialnamnden/2016/67") == "beslut/ekero/socialnamnden/2016/67/"


@pytest.mark.parametrize(
    ("at", "folders", "root"), [("", 0, "./"), ("sok/", 1, "../"), ("beslut/a/b/2016/67/", 5, "../../../../../")]
)
def test_from_every_page_the_way_to_the_root_goes_up_its_folders(at: str, folders: int, root: str) -> None:
    assert (depth(at), to_root(at)) == (folders, root)


def test_each_of_the_290_municipalities_has_a_slug_of_its_own() -> None:
    table = municipalities()
    assert (len(table.by_code), len(table.by_name), len(table.by_slug)) == (290, 290, 290)
    assert all(re.fullmatch(r"[a-z]+(?:-[a-z]+)*", part) for part in table.by_slug)
    assert {m.slug: slug(m.name) for m in table.by_code.values() if m.slug != slug(m.name)} == {"haabo": "habo"}
