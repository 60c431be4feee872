"""Numbers as people type them, read in the browser, lead to the keys that the archive files them under."""

from __future__ import annotations

import pytest
from adding.in_browser import evaluate
from playwright.sync_api import Browser
from sites import REPOSITORY

from namndarkivet.searching.numbers import circular_keys, dated, owner_keys, paragraph_keys, registry_keys
from namndarkivet.searching.terms import Kind
from namndarkivet.searching.words import words

MODULES = REPOSITORY / "docs" / "assets" / "sok"
REGISTRY = {
    "SN16/103": (
        "sn16/103",
        "SN 16/103",
        "sn 2016/103",
        "SN 2016-103",
        "dnr SN16/103",
        "2016/103",
        "16/103",
        "SN-2016/103",
    ),
    "SLK-2024-00274": ("slk-2024-00274", "SLK 2024-274", "2024-00274", "2024/274", "slk2024-00274", "SLK-2024/00274"),
    "(von/2017:3)": ("von/2017:3", "VON 2017:3", "von 2017/3", "2017:3"),
    "2018/0715 KS-7": ("2018/0715 KS", "ks 2018/715", "KS 2018-0715", "2018/0715"),
    "2011/KS 0206 001": ("2011/KS 0206", "ks 2011/206"),
    "RS160570": ("RS160570", "rs 2016/570", "rs160570"),
    "00322/2026": ("00322/2026", "322/2026", "2026-322"),
    "Vård 2031/7": ("vård 2031/7", "VÅRD 2031-7"),
}
"""Registry numbers as a document has them, and as somebody may type them."""
CIRCULARS = {
    "16:34": ("16:34", "cirkulär 16:34", "16/34", "nr 16:34"),
    "10/2016": ("10/2016", "meddelande 10/2016", "10:2016"),
}
PARAGRAPHS = {
    "67": ("§ 67", "§67", "paragraf 67", "§ 067"),
    "67 A": ("§ 67 a", "§67A"),
    "125/2019": ("§ 125/2019", "§ 125"),
}


def read(browser: Browser, typed: list[str]) -> list[list[str]]:
    """The keys that the browser would try for each text, with the sign of their kind."""
    script = "given.map((text) => module.numbers(text).flatMap((one) => one.keys.map(({kind, key}) => kind + key)))"
    found: list[list[str]] = evaluate(browser, "numbers.js", script, typed, MODULES)
    return found


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        (REGISTRY, Kind.REGISTRY),
        (CIRCULARS, Kind.CIRCULAR),
        (PARAGRAPHS, Kind.PARAGRAPH),
    ],
)
def test_a_number_is_read_however_it_is_typed(
    browser: Browser, written: dict[str, tuple[str, ...]], kind: Kind
) -> None:
    typed = [(number, text) for number, texts in written.items() for text in texts]

    found = read(browser, [text for _, text in typed])

    missed = [
        (number, text, tried)
        for (number, text), tried in zip(typed, found, strict=True)
        if not {kind + key for key in _filed(kind, number)} & set(tried)
    ]
    assert missed == []


def _filed(kind: Kind, number: str) -> tuple[str, ...]:
    if kind is Kind.PARAGRAPH:
        return paragraph_keys(number, 2019)
    return registry_keys(number) if kind is Kind.REGISTRY else circular_keys(number)


def test_the_likeliest_reading_comes_first(browser: Browser) -> None:
    assert [tried[0] for tried in read(browser, ["SN16/103", "§ 67", "SLK-2024-00274"])] == [
        "#sn-2016-103",
        "§67",
        "#slk-2024-274",
    ]


def test_a_number_without_a_year_is_sought_as_it_is_written(browser: Browser) -> None:
    tried = read(browser, ["0268/22", "SLK-2024-00009:25", "meddelande från styrelsen nr 7/2030", "cirkulär 16:34"])

    assert tried[0][0] == "#0268-22"
    assert tried[1][0] == "#slk-2024-00009-25"
    assert "@7-2030" in tried[2]
    assert tried[3][0] != "#16-34"


def test_what_goes_before_a_number_is_no_word_to_seek(browser: Browser) -> None:
    script = "given.map((text) => module.numbers(text).map((one) => text.slice(0, one.from) + text.slice(one.to)))"
    typed = ["meddelande från styrelsen nr 7/2030", "cirkulär 16:34", "dnr 0268/22", "cirkulär nr 16:34, bygglov"]

    assert evaluate(browser, "numbers.js", script, typed, MODULES) == [[""], [""], [""], [", bygglov"]]


def test_a_part_of_a_matter_is_found_by_the_matter_too() -> None:
    assert set(registry_keys("SLK-2024-00009")) < set(registry_keys("SLK-2024-00009:25"))


def test_whose_paragraph_it_is_has_keys_that_no_paragraph_has() -> None:
    assert owner_keys("Bygg- och miljönämnden", "BMN", 2031) == ("bygg-och-miljonamnden", "bmn", "ar-2031")
    assert owner_keys("Socialnämnden", None, 2031) == ("socialnamnden", "ar-2031")


def test_a_day_in_a_document_is_read_as_a_search_reads_it() -> None:
    assert dated("Protokoll 2026-05-21, 2026-05-09") == "Protokoll 21 maj 2026, 9 maj 2026"
    assert dated("2026-13-01 SLK-2024-00-11 2026-05-00") == "2026-13-01 SLK-2024-00-11 2026-05-00"


def test_text_without_numbers_has_no_keys(browser: Browser) -> None:
    assert read(browser, ["skolskjuts", "", "9 500 kr", "tre av 290", "covid19"]) == [[]] * 5


def test_kinds_of_terms_have_the_same_signs_in_python_and_in_the_browser(browser: Browser) -> None:
    signs = evaluate(browser, "terms.js", "module.KIND", None, MODULES)

    assert signs == {kind.name.lower(): kind.value for kind in Kind}


def test_no_sign_of_a_kind_is_part_of_a_word() -> None:
    assert words(" ".join(f"{kind}ord{kind}" for kind in Kind)) == ["ord"] * len(Kind)
