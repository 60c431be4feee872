"""What a list says of its own gaps: what the documents show, and never how many there were."""

from __future__ import annotations

from typing import Any

from archives import STEADY, archive, decision
from hypothesis import given
from hypothesis import strategies as st

from namndarkivet.entry import Entry
from namndarkivet.model import Decision
from namndarkivet.pages.completeness import Scope, body_scope, held, told
from namndarkivet.register import municipalities

HABO = municipalities().by_slug["habo"]
BODY = Scope(place="Habo", body="Socialnämnden", year=2031, numbered=True)


def said(scope: Scope, *fronts: dict[str, Any]) -> str:
    """What is said of these decisions, with plain spaces."""
    return held(archive(*(decision(**front) for front in fronts)).decisions, scope).replace("\u00a0", " ")


def test_a_bodys_year_tells_how_many_from_which_meetings_and_the_highest_paragraph() -> None:
    assert said(
        BODY,
        {"paragraf": "3"},
        {"paragraf": "40", "datum": "2031-05-14"},
        {"paragraf": "112", "datum": "2031-12-09"},
    ) == (
        "Arkivet har 3 beslut och förslag från socialnämnden i Habo 2031, från 3 sammanträden (12 februari–9 december). "
        "Det är 3 av minst 112 paragrafer (§ 3–§ 112). Hur många beslut som har fattats vet arkivet inte."
    )


def test_one_meeting_is_one_day() -> None:
    assert "från 1 sammanträde (12 februari)." in said(BODY, {"paragraf": "3"}, {"paragraf": "4"})


def test_nothing_in_the_archive_is_not_nothing_decided() -> None:
    assert held((), BODY) == (
        "Arkivet har inga beslut eller förslag från socialnämnden i Habo 2031. Det säger inget om vad som har beslutats."
    )
    assert held((), Scope(place="Ale")) == (
        "Arkivet har inga beslut eller förslag från Ale. Det säger inget om vad som har beslutats."
    )


def test_what_has_no_known_day_is_counted_and_belongs_to_no_meeting() -> None:
    dated, month, year = (
        {"paragraf": "9"},
        {"paragraf": "10", "datum": "2031-03"},
        {"paragraf": "11", "datum": None, "år": "2031"},
    )
    assert "från 1 sammanträde (12 februari); för 2 av dem saknas dagen i källan." in said(BODY, dated, month, year)
    assert "från socialnämnden i Habo 2031; dagen saknas i källan." in said(BODY, year)
    assert "från socialnämnden i Habo 2031; dagen saknas i källan för alla." in said(BODY, month, year)


def test_a_proposal_of_an_unnamed_body_is_not_the_bodys_own_and_its_number_is_no_evidence() -> None:
    proposal = {"status": "förslag", "föreslås_till": "Socialnämnden", "paragraf": "900"}
    assert said(BODY, proposal) == (
        "Arkivet har 1 förslag till socialnämnden i Habo 2031; källan säger inte vilket organ som lade fram det. "
        "Hur många beslut som har fattats vet arkivet inte."
    )
    both = said(BODY, {"paragraf": "12"}, proposal)
    assert "Arkivet har 1 beslut eller förslag från socialnämnden" in both
    assert (
        "Det är 1 av minst 12 paragrafer (§ 12). Därtill har arkivet 1 förslag till socialnämnden i Habo 2031;" in both
    )
    assert "organ" not in said(Scope(place="Habo"), proposal)


def test_letters_and_ranges_are_paragraphs_and_the_year_in_a_number_is_none() -> None:
    assert "Det är 2 av minst 68 paragrafer (§ 67)." in said(BODY, {"paragraf": "67"}, {"paragraf": "67 A"})
    assert "Det är 3 av minst 14 paragrafer (§ 12–§ 14)." in said(BODY, {"paragraf": "12-14"})
    assert "Det är 1 av minst 125 paragrafer (§ 125)." in said(BODY, {"paragraf": "125/2031"})


def test_a_paragraph_that_is_no_number_silences_the_count() -> None:
    assert "minst" not in said(BODY, {"paragraf": "12"}, {"paragraf": "A"})


def test_when_none_is_missing_before_the_highest_more_may_have_followed() -> None:
    assert (
        "Paragrafernas nummer har ingen lucka upp till det högsta som arkivet har (§ 1–§ 2); om det finns fler vet arkivet inte."
        in said(BODY, {"paragraf": "1"}, {"paragraf": "2"})
    )


def test_numbers_of_each_meeting_tell_nothing_of_the_year() -> None:
    entry = decision(organ="Byggnämnden", paragraf="3")
    found = archive(entry)
    scope = body_scope(found, HABO, "Byggnämnden", 2031)
    assert not scope.numbered
    assert "paragraf" not in told(found, found.decisions, scope)


def test_all_years_of_a_body_are_summed_and_gaps_between_years_are_seen() -> None:
    years = [{"paragraf": "5", "datum": f"{year}-02-12"} for year in (2026, 2027, 2031)]
    assert said(Scope(place="Habo", body="Socialnämnden", numbered=True), *years) == (
        "Arkivet har 3 beslut och förslag från socialnämnden i Habo, från 3 sammanträden (2026–2027 och 2031). "
        "Det är 3 av minst 15 paragrafer under de åren. Hur många beslut som har fattats vet arkivet inte."
    )
    odd = [{"paragraf": "5", "datum": f"{year}-02-12"} for year in range(2021, 2032, 2)]
    assert "från 6 sammanträden (2021–2031, med luckor)" in said(Scope(place="Habo", body="Socialnämnden"), *odd)


def test_wider_lists_tell_of_how_many_places() -> None:
    two = ({"kommun": "Habo"}, {"kommun": "Ekerö", "organ": "Kommunstyrelsen", "datum": "2030-03-01"})
    assert said(Scope(), *two) == (
        "Arkivet har 2 beslut och förslag, från 2 av Sveriges 290 kommuner och 2 organ (2030–2031). "
        "Vad kommunerna i övrigt har beslutat vet arkivet inte."
    )
    assert said(Scope(place="Habo"), two[0]) == (
        "Arkivet har 1 beslut eller förslag från Habo, från 1 organ (2031). Vad Habo i övrigt har beslutat vet arkivet inte."
    )
    assert "med namnet Socialnämnden, från 1 av Sveriges 290 kommuner (2031)" in said(
        Scope(body="Socialnämnden"), two[0]
    )


def test_what_may_belong_to_a_month_or_a_subject_is_told() -> None:
    month = said(Scope(year=2031, month=2, unplaced=3), {})
    assert month.startswith(
        "Arkivet har 1 beslut eller förslag från februari 2031, från 1 av Sveriges 290 kommuner och 1 organ."
    )
    assert "Därtill har arkivet 3 dokument från 2031 vars månad saknas i källan." in month
    subject = said(Scope(subject="skola", unplaced=4), {"ämnen": ["skola"]})
    assert "med ämnet skola" in subject
    assert "4 dokument i arkivet har inget ämne angivet och står inte här." in subject
    assert "från socialnämnden i Habo i februari 2031" not in month
    assert "från Habo i februari 2031" in said(Scope(place="Habo", year=2031, month=2), {})


def test_the_sentence_of_a_scope_is_made_once_for_all_parts_of_its_list() -> None:
    found = archive(decision())
    first = told(found, found.decisions, BODY)
    assert told(found, (), BODY) is first


@STEADY
@given(st.lists(st.integers(1, 400), min_size=1, max_size=30, unique=True))
def test_no_more_are_held_than_there_were_at_least(numbers: list[int]) -> None:
    entries: tuple[Entry[Decision], ...] = archive(
        *(decision("", paragraf=str(number)) for number in numbers)
    ).decisions
    text = held(entries, BODY).replace("\u00a0", " ")
    if len(numbers) == max(numbers):
        assert "har ingen lucka upp till det högsta" in text
    else:
        assert f"Det är {len(numbers)} av minst {max(numbers)} paragrafer" in text


def test_what_has_been_taken_down_keeps_its_place_and_is_told() -> None:
    gone = {"tillbakadragen": {"datum": "2031-04-01", "skäl": "personuppgifter"}}
    assert "3 beslut och förslag från" in said(BODY, {"paragraf": "3"}, {"paragraf": "4", **gone}, {"paragraf": "5"})
    assert " Texten är borttagen för ett av dem. " in said(BODY, {"paragraf": "3"}, {"paragraf": "4", **gone})
    assert " Texten är borttagen för 2 av dem. " in said(BODY, {"paragraf": "3", **gone}, {"paragraf": "4", **gone})
    assert " Dess text är borttagen. " in said(BODY, {"paragraf": "3", **gone})
    assert "borttagen" not in said(BODY, {"paragraf": "3"})
