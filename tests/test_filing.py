"""Where a document belongs: its shelf by its path, and its id by what it says."""

from __future__ import annotations

import pytest
from archives import circular, decision, meeting, recommendation, registers

from namndarkivet.dates import PartialDate
from namndarkivet.filing import Filed, Shelf, filed, municipality_of, shelf_by_keys, shelf_of
from namndarkivet.register import municipality
from namndarkivet.values import Numbering

HABO = municipality("0643")


@pytest.mark.parametrize(
    ("path", "shelf"),
    [
        ("beslut/habo/socialnamnden/2031/12-budget.md", Shelf.DECISION),
        ("beslut/habo/socialnamnden/2031/2031-02-12-sammantrade.md", Shelf.MEETING),
        ("cirkular/skr/2030/2030-11-20-svarstid.md", Shelf.CIRCULAR),
        ("rekommendationer/skr-2030-7.md", Shelf.RECOMMENDATION),
        ("kommuner/habo.yml", Shelf.REGISTER),
        ("beslut/habo/socialnamnden/2031/bilaga.pdf", Shelf.ATTACHMENT),
        ("cirkular/skr/2030/bilaga.pdf", Shelf.ATTACHMENT),
        ("beslut/habo/2031/12-budget.md", Shelf.NOWHERE),
        ("beslut/habo/socialnamnden/2031/02/12-budget.md", Shelf.NOWHERE),
        ("12-budget.md", Shelf.NOWHERE),
        ("rekommendationer/skr/2030-7.md", Shelf.NOWHERE),
        ("rekommendationer/bilaga.pdf", Shelf.NOWHERE),
        ("kommuner/habo.yaml", Shelf.NOWHERE),
        ("beslut/habo/socialnamnden/2031/x.yml", Shelf.NOWHERE),
        ("utkast/a/b/c/d.md", Shelf.NOWHERE),
    ],
)
def test_the_path_tells_what_kind_of_file_it_is(path: str, shelf: Shelf) -> None:
    assert shelf_of(path) is shelf


@pytest.mark.parametrize(
    ("keys", "shelf"),
    [
        ({"rubrik", "riktas_till", "avsändare"}, Shelf.RECOMMENDATION),
        ({"rubrik", "avsändare"}, Shelf.CIRCULAR),
        ({"organ", "datum", "närvarande"}, Shelf.MEETING),
        ({"organ", "status", "närvarande"}, Shelf.DECISION),
        (set(), Shelf.DECISION),
    ],
)
def test_a_document_in_the_wrong_folder_is_taken_for_what_its_keys_say(keys: set[str], shelf: Shelf) -> None:
    assert shelf_by_keys(keys) is shelf


@pytest.mark.parametrize(
    ("front", "place"),
    [
        ({}, ("beslut/habo/socialnamnden/2031/12", "12")),
        ({"paragraf": "125/2031"}, ("beslut/habo/socialnamnden/2031/125", "125")),
        ({"paragraf": "67 A"}, ("beslut/habo/socialnamnden/2031/67-a", "67-a")),
        ({"datum": "2031-02"}, ("beslut/habo/socialnamnden/2031/12", "12")),
        ({"datum": None, "år": "2016"}, ("beslut/habo/socialnamnden/2016/12", "12")),
        ({"organ": "Byggnämnden"}, ("beslut/habo/byggnamnden/2031/02-12-12", "02-12-12")),
        ({"kommun": "Håbo"}, ("beslut/haabo/socialnamnden/2031/12", "12")),
        ({"kommun": "0305"}, ("beslut/haabo/socialnamnden/2031/12", "12")),
    ],
)
def test_a_decision_is_filed_under_its_municipality_body_year_and_paragraph(
    front: dict[str, str | None], place: tuple[str, str]
) -> None:
    entry = decision(**front)
    known = registers().bodies(entry.municipality)[entry.record.body] if entry.municipality else None
    found = filed(entry.record, entry.municipality, known.numbering if known else Numbering.PER_YEAR, entry.path)
    assert found == Filed(place[0], place[0].rsplit("/", 1)[0], place[1])


@pytest.mark.parametrize(
    ("known", "numbering"),
    [
        ({}, Numbering.PER_YEAR),
        ({"year": 2031}, Numbering.PER_MEETING),
        ({"date": PartialDate(2031, 2)}, Numbering.PER_MEETING),
    ],
)
def test_a_decision_that_does_not_say_enough_belongs_nowhere(known: dict[str, object], numbering: Numbering) -> None:
    record = decision().record.model_copy(update={"date": None, "year": None, **known})
    assert filed(record, HABO, numbering, "") is None


def test_a_decision_of_an_unknown_municipality_belongs_nowhere() -> None:
    assert filed(decision().record, None, Numbering.PER_YEAR, "") is None


def test_a_meeting_is_filed_by_its_date_beside_its_decisions() -> None:
    assert filed(meeting().record, HABO, Numbering.PER_YEAR, "") == Filed(
        "sammantraden/habo/socialnamnden/2031-02-12",
        "beslut/habo/socialnamnden/2031",
        "2031-02-12-sammantrade",
        whole_stem=True,
    )


def test_a_circular_and_a_recommendation_keep_the_name_of_their_file() -> None:
    assert filed(circular().record, None, Numbering.PER_YEAR, "cirkular/skr/2030/2030-11-20-svarstid.md") == Filed(
        "cirkular/skr/2030/2030-11-20-svarstid", "cirkular/skr/2030", "2030-11-20"
    )
    assert filed(recommendation().record, None, Numbering.PER_YEAR, "rekommendationer/skr-2030-7.md") == Filed(
        "rekommendationer/skr-2030-7", "rekommendationer", "skr"
    )


def test_the_folder_tells_the_municipality_of_a_meeting() -> None:
    assert municipality_of("beslut/habo/socialnamnden/2031/2031-02-12-sammantrade.md") == HABO
    assert [municipality_of(path) for path in ("beslut/habot/a/b.md", "a.md", "")] == [None] * 3


def test_a_body_is_known_by_its_whole_name_in_the_register_of_its_municipality() -> None:
    body = registers().body(HABO, "Socialnämnden")
    assert body is not None
    assert body.abbreviation == "SN"
    assert registers().body(HABO, "SN") is None
    assert registers().body(municipality("0180"), "Socialnämnden") is None
