"""place.js files a document where Python files it. All documents are made up; the municipalities' names are real."""

from __future__ import annotations

from typing import Any

import pytest
from archives import registers
from hypothesis import strategies as st
from playwright.sync_api import Browser

from adding.in_browser import characters, drawn, evaluate, form
from namndarkivet.addresses import paragraph_slug, slug
from namndarkivet.asking.draft import Draft, path, place
from namndarkivet.asking.questions import KINDS
from namndarkivet.filing import Shelf
from namndarkivet.register import municipalities

LETTERS = "aÅäöÉæÆøØßẞðþłđ ½²™ﬁK°-–/§.,:'_()0129Σςİe\u0301\u0308\ufeff\x1c\x85"
FREE = st.one_of(st.text(st.sampled_from(LETTERS), max_size=12), st.text(characters(), max_size=8))
TITLES = st.one_of(
    FREE,
    st.sampled_from(("Gemensam finansiering av kunskapsstyrning inom socialtjänsten under åren 2031 till 2034", "x" * 90, "???")),
    st.lists(st.sampled_from(("Ärende", "om", "bidrag", "vård-", "2031", "överenskommelsen")), max_size=12).map(" ".join),
)  # fmt: skip
PLACES = st.one_of(
    st.sampled_from([one.name for one in municipalities().by_code.values()]),
    st.sampled_from(("Habo", "Håbo", "0643", "0305", "Ekerö", "0125", "habo", "Habo kommun", "9999", "Ha\u030abo", "")),
)
BODIES = st.one_of(
    st.sampled_from(("Socialnämnden", "Byggnämnden", "Kommunfullmäktige", "byggnämnden", "Vård- och omsorgsnämnden")), FREE
)  # fmt: skip
DATES = st.one_of(
    st.dates().map(str),
    st.sampled_from(("2031-02-12", "2031-02", "2031", "2031-2-12", "2031-02-29", "2032-02-29", "2100-02-29", "2000-02-29", "1799-12-31",
                     "1800-01-01", "2199-12-31", "2200-01-01", "2031-00", "2031-13", "2031-04-31", "2031-02-00", "٢٠٣١", "2031-02-12\n", "")),
)  # fmt: skip
YEARS = st.sampled_from(("2031", "1800", "1799", "2199", "2200", "31", "٢٠٣١", "2031 ", ""))
PARAGRAPHS = st.one_of(
    st.sampled_from(("12", "125/2031", "125-2031", "12 / 2031 ", "12 a", "12-14", "§ 67", "67 A", "\x1f7\x85", "12/2031\ufeff", "2031", "/2031", "")),
    st.builds("{}/{}".format, st.integers(1, 400), st.sampled_from((2030, 2031, 1999))),
    FREE,
)  # fmt: skip
NUMBERS = st.sampled_from(("16:34", "10/2031", "7", "10/2016", "", "§"))
SHORTS = st.one_of(st.just(""), TITLES)

ASKED: dict[Shelf, dict[str, st.SearchStrategy[str]]] = {
    Shelf.DECISION: {"kommun": PLACES, "organ": BODIES, "datum": DATES, "år": YEARS, "paragraf": PARAGRAPHS, "rubrik": TITLES},
    Shelf.MEETING: {"kommun": PLACES, "organ": BODIES, "datum": DATES},
    Shelf.CIRCULAR: {"avsändare": st.one_of(st.sampled_from(("SKL", "SKR")), FREE), "datum": DATES, "rubrik": TITLES},
    Shelf.RECOMMENDATION: {"avsändare": st.one_of(st.sampled_from(("SKL", "SKR")), FREE), "datum": DATES, "nummer": NUMBERS, "rubrik": TITLES},
}  # fmt: skip
"""What the place of each kind is made of."""
REST: dict[Shelf, dict[str, Any]] = {
    Shelf.DECISION: {"källa": {"titel": "Protokoll"}, "status": "beslutat"},
    Shelf.MEETING: {"källa": {"titel": "Protokoll"}},
    Shelf.CIRCULAR: {"källa": {"titel": "Brev"}, "slag": "brev"},
    Shelf.RECOMMENDATION: {"källa": {"titel": "Meddelande"}, "riktas_till": "kommuner"},
}
"""What else a document of each kind has to have."""


def in_browser(browser: Browser, cases: list[Any]) -> list[Any]:
    """The places that JavaScript gives, with the form's data."""
    script = "given.cases.map(([kind, values, short]) => module.placeOf(kind, values, short, given.data))"
    found: list[Any] = evaluate(browser, "place.js", script, {"cases": cases, "data": form()})
    return found


def in_python(kind: Shelf, values: dict[str, Any], short: str) -> dict[str, str] | None:
    """The place that Python gives a document that has all else that it must."""
    draft = Draft(kind, {**values, **REST[kind]}, short=short)
    where, file = place(draft, registers()), path(draft, registers())
    return {"id": where.id, "path": file} if where and file else None


def some(chosen: dict[str, st.SearchStrategy[str]]) -> st.SearchStrategy[tuple[dict[str, str], str]]:
    """Answers of a kind, most of them there, and words of a file's name."""
    left_out = st.sampled_from((*chosen, "", "", "", ""))
    answers = st.builds(
        lambda held, gap: {key: value for key, value in held.items() if key != gap},
        st.fixed_dictionaries(chosen),
        left_out,
    )
    return st.tuples(answers, SHORTS)


def right(kind: Shelf) -> dict[str, st.SearchStrategy[str]]:
    """Answers of which most suffice: a place is to be found often enough to be compared."""
    sure = {
        "kommun": st.sampled_from(("Habo", "Håbo", "0643", "0305", "Ekerö", "Upplands Väsby")),
        "datum": st.sampled_from(("2031-02-12", "2031-02", "2031", "2016-12-05")),
        "år": st.just("2030"),
        "avsändare": st.sampled_from(("SKL", "SKR", "Sveriges Kommuner och Regioner")),
    }
    return {key: sure.get(key, wild) for key, wild in ASKED[kind].items()}


@pytest.mark.parametrize("kind", KINDS)
def test_a_document_has_the_id_and_path_that_python_gives_it(browser: Browser, kind: Shelf) -> None:
    drawn_ = drawn(some(ASKED[kind]), 400) + drawn(some(right(kind)), 400)
    expected = [in_python(kind, values, short) for values, short in drawn_]
    assert in_browser(browser, [(kind, values, short) for values, short in drawn_]) == expected
    found = sum(one is not None for one in expected)
    assert 100 < found < 800


@pytest.mark.parametrize("kind", KINDS)
def test_what_the_place_is_not_made_of_may_be_missing_or_wrong(browser: Browser, kind: Shelf) -> None:
    drawn_ = drawn(some(right(kind)), 60)
    expected = [in_python(kind, values, short) for values, short in drawn_]
    bare = [(kind, values, short) for values, short in drawn_]
    wrong = [(kind, {**values, "källa": "nej", "status": "?", "ämnen": "x"}, short) for values, short in drawn_]
    assert in_browser(browser, [*bare, *wrong]) == expected * 2


@pytest.mark.parametrize(
    ("values", "identity", "file"),
    [
        ({"kommun": "Habo"}, "beslut/habo/socialnamnden/2031/125", "beslut/habo/socialnamnden/2031/125-budget.md"),
        ({"kommun": "Håbo"}, "beslut/haabo/socialnamnden/2031/125", "beslut/haabo/socialnamnden/2031/125-budget.md"),
        ({"kommun": "0305", "organ": "Byggnämnden"}, "beslut/haabo/byggnamnden/2031/02-12-125",
         "beslut/haabo/byggnamnden/2031/02-12-125-budget.md"),
        ({"paragraf": "12 a"}, "beslut/habo/socialnamnden/2031/12-a", "beslut/habo/socialnamnden/2031/12-a-budget.md"),
        ({"rubrik": "Bu\u0308dget æøß"}, "beslut/habo/socialnamnden/2031/125", "beslut/habo/socialnamnden/2031/125-budget-aeoss.md"),
    ],
)  # fmt: skip
def test_some_places_as_the_design_has_them(browser: Browser, values: dict[str, str], identity: str, file: str) -> None:
    least = {
        "kommun": "Habo",
        "organ": "Socialnämnden",
        "datum": "2031-02-12",
        "paragraf": "125/2031",
        "rubrik": "Budget",
    }
    assert in_browser(browser, [("beslut", {**least, **values}, "")]) == [{"id": identity, "path": file}]


def test_slugs_are_pythons_for_every_letter_and_any_text(browser: Browser) -> None:
    texts = [*drawn(FREE, 1000), *map(chr, range(0x3100)), *(one.name for one in municipalities().by_code.values())]
    assert evaluate(browser, "place.js", "given.map(module.slug)", texts) == [slug(text) for text in texts]


def test_paragraphs_are_pythons(browser: Browser) -> None:
    pairs = drawn(st.tuples(PARAGRAPHS, st.sampled_from((2030, 2031, 1999))), 800)
    script = "given.map(([paragraph, year]) => module.paragraphSlug(paragraph, year))"
    assert evaluate(browser, "place.js", script, pairs) == [paragraph_slug(text, year) for text, year in pairs]
