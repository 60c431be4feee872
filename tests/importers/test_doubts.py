"""What the author is asked to check, and what the import tells."""

from __future__ import annotations

import pytest

from namndarkivet.filing import Registers
from namndarkivet.importers.drafts import Draft, Origin, batch
from namndarkivet.importers.telling import common, heading

from .lines import minutes

HEAD = "Habo kommun\nSocialnämnden\nSammanträdesdatum 2031-02-12\n"


def draft(below: str, head: str = HEAD, title: str = "Plan", **given: str) -> Draft:
    """The draft of a § with these sections."""
    found = minutes(f"{head}\n§ 1 {title}\n\nBeslut\nPlanen antas.\n\n{below}")
    first, *_ = batch(found, Origin("x.txt", "a" * 64, **given), Registers({})).drafts
    return first


@pytest.mark.parametrize(
    ("below", "told"),
    [
        ("Beslutsgång\nTesta Testsson (M) yrkar bifall.", "yrkanden: texten har yrkanden som inte kunde läsas; skriv in dem"),
        ("Omröstning\nOmröstning genomförs och förslaget antas.", "omröstningar: texten har omröstningar som inte kunde läsas; skriv in dem"),
    ],
)  # fmt: skip
def test_what_the_text_has_and_no_field_shows_is_told(below: str, told: str) -> None:
    found = draft(below)
    assert told in found.check
    assert f"# {told.split(':', maxsplit=1)[0]}: …\n" in found.text


def test_a_section_that_has_none_asks_for_nothing() -> None:
    assert (
        draft("Yrkanden\nInga yrkanden framställs.\n\nBakgrund\nTesta Testsson (M) yrkade bifall i fullmäktige.").check
        == ()
    )


@pytest.mark.parametrize("title", ["Ansökan om LVU-vård", "Entledigande av god man", "Individärende"])
def test_a_matter_that_may_be_of_one_person_is_asked_about(title: str) -> None:
    assert "gäller ärendet en enskild?" in draft("", title=title).check[0]


def test_a_body_that_the_file_gainsays_is_marked() -> None:
    assert "organ: filen säger Socialnämnden" in draft("", body="Socialnämden").check
    assert not draft("", body="socialnämnden").check


def test_the_day_of_another_meeting_in_the_file_is_told() -> None:
    other = draft("Sammanträdesdatum 2031-03-14\n\n§ 2 Val\n\nBeslut\nVal hålls.")
    assert "datum: filen nämner också sammanträdet 2031-03-14; håller den två sammanträden, dela den" in other.check


def test_what_is_to_be_checked_in_all_drafts_is_said_once_and_a_count_that_disagrees_is_told() -> None:
    text = "§ 1 Plan\n\nBeslut\nPlanen antas i Habo kommun.\n\n§ 2 Val\n\nBeslut\nVal hålls i Habo kommun."
    found = batch(minutes(f"Paragrafer §§ 1-3\n\n{text}"), Origin("x.txt", "a" * 64), Registers({}))
    assert common(found) == ("kommun: läst ur löptexten",)
    assert heading(found, 0).split("\n") == [
        "x.txt: 2 §",
        "  framsidan säger 3 §, men 2 hittades; saknas någon?",
        "  kontrollera i alla utkast: kommun: läst ur löptexten",
    ]


def test_nobody_disqualified_is_an_empty_list() -> None:
    assert "jäv: []\n" in draft("Jäv\nIngen anmäler jäv.").text
