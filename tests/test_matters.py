"""Matters: which decisions are steps of one, in which order, and that no two are ever taken for one."""

from __future__ import annotations

import itertools
import re

import pytest
from archives import STEADY, archive, decision, registers
from hypothesis import given, settings
from hypothesis import strategies as st

from namndarkivet.entry import Entry
from namndarkivet.matters import level
from namndarkivet.model import Decision

COUNCIL, BOARD, COMMITTEE, SUBCOMMITTEE = (
    *("Kommunfullmäktige", "Kommunstyrelsen", "Socialnämnden", "Socialnämndens arbetsutskott"),
)
BODIES = (COUNCIL, BOARD, COMMITTEE, SUBCOMMITTEE)


def groups(*entries: Entry[Decision]) -> set[frozenset[str]]:
    """The matters of some decisions, each as the ids of its steps."""
    return {frozenset(step.id for step in matter.steps) for matter in archive(*entries).matters.values()}


def order(*entries: Entry[Decision]) -> list[str]:
    """The bodies of the one matter's steps, in their order."""
    (matter,) = archive(*entries).matters.values()
    return [step.record.body for step in matter.steps]


def test_decisions_with_one_registry_number_in_different_forms_are_one_matter() -> None:
    forms = ["SN16/103", "SN 2016/103", "SN-2016-00103", "2016.103 SN", "(sn/2016:103)"]
    entries = [decision(paragraf=str(n), diarienummer=form) for n, form in enumerate(forms, start=1)]
    (matter,) = archive(*entries).matters.values()
    assert (matter.id, matter.keys, len(matter.steps)) == ("arenden/habo/sn-2016-103", ("sn-2016-103",), 5)
    assert matter.numbers == ("SN16/103",), "shown as the first step writes it"


@pytest.mark.parametrize(
    ("one", "other"),
    [("SAN 2012/3", "SÄN 2012/3"), ("SN 2016/103", "SN 2016/104"), ("SN 16/103", "KS 16/103"), ("1/16", "16/1")],
)
def test_decisions_with_different_registry_numbers_are_different_matters(one: str, other: str) -> None:
    assert len(groups(decision(paragraf="1", diarienummer=one), decision(paragraf="2", diarienummer=other))) == 2


def test_decisions_with_one_name_of_their_matter_are_one_matter_across_numbers() -> None:
    one = decision(paragraf="1", diarienummer="SN 2031/1", ärende="Gemensam finansiering")
    other = decision(organ=BOARD, paragraf="2", diarienummer="KS 2031/7", ärende="gemensam finansiering")
    third = decision(organ=COUNCIL, paragraf="3", diarienummer="KS 2031/7")
    (matter,) = archive(one, other, third).matters.values()
    assert matter.keys == ("sn-2031-1", "ks-2031-7")
    assert matter.title == "Gemensam finansiering"
    assert len(matter.steps) == 3


def test_a_step_that_names_its_next_is_of_the_same_matter() -> None:
    one = decision(paragraf="1", nästa="beslut/habo/kommunstyrelsen/2031/2/")
    other = decision(organ=BOARD, paragraf="2")
    assert groups(one, other, decision(paragraf="3")) == {frozenset({one.id, other.id})}
    assert list(archive(one, other).matters) == ["arenden/habo/socialnamnden-2031-1"]


def test_a_next_step_that_is_not_in_the_archive_makes_no_matter() -> None:
    assert groups(decision(nästa="beslut/habo/kommunstyrelsen/2031/99")) == set()


def test_a_decision_without_number_name_or_next_step_is_of_no_matter() -> None:
    assert groups(decision(), decision(paragraf="13", diarienummer="§")) == set()


@pytest.mark.parametrize("key", ["diarienummer", "ärende"])
def test_two_municipalities_never_share_a_matter(key: str) -> None:
    entries = [decision(kommun=name, **{key: "SN 2031/45"}) for name in ("Habo", "Håbo", "Ekerö")]
    assert groups(*entries) == {frozenset({entry.id}) for entry in entries}


def test_a_next_step_in_another_municipality_joins_nothing() -> None:
    here = decision(diarienummer="SN 2031/45", nästa="beslut/haabo/socialnamnden/2031/12")
    there = decision(kommun="Håbo", diarienummer="SN 2031/45")
    assert groups(here, there) == {frozenset({here.id}), frozenset({there.id})}


def test_a_registry_number_in_the_place_of_a_name_joins_as_one() -> None:
    one = decision(paragraf="1", diarienummer="SN 2031/45")
    other = decision(paragraf="2", diarienummer="KS 2031/7", ärende="SN 2031/45")
    assert groups(one, other) == {frozenset({one.id, other.id})}


# Order.


def test_steps_come_by_date_and_then_from_the_preparing_body_to_the_deciding_one() -> None:
    for bodies in itertools.permutations(BODIES):
        entries = [decision(organ=body, paragraf=str(n), diarienummer="KS 31/1") for n, body in enumerate(bodies)]
        assert order(*entries) == [SUBCOMMITTEE, COMMITTEE, BOARD, COUNCIL]
    late = decision(organ=SUBCOMMITTEE, datum="2031-03-01", diarienummer="KS 31/1")
    early = decision(organ=COUNCIL, datum="2031-01-01", diarienummer="KS 31/1")
    assert order(late, early) == [COUNCIL, SUBCOMMITTEE]


def test_where_only_the_year_is_known_the_step_comes_first_of_its_year() -> None:
    unknown = decision(organ=COUNCIL, datum=None, år="2031", diarienummer="KS 31/1")
    month = decision(organ=BOARD, datum="2031-02", diarienummer="KS 31/1")
    day = decision(organ=COMMITTEE, datum="2031-02-01", diarienummer="KS 31/1")
    before = decision(organ=SUBCOMMITTEE, datum="2030-12-31", diarienummer="KS 31/1")
    assert order(day, month, unknown, before) == [SUBCOMMITTEE, COUNCIL, BOARD, COMMITTEE]


def test_a_step_that_names_its_next_comes_before_it_whatever_the_bodies() -> None:
    one = decision(organ=COUNCIL, paragraf="9", diarienummer="KS 31/1", nästa="beslut/habo/socialnamnden/2031/12")
    assert order(decision(diarienummer="KS 31/1"), one) == [COUNCIL, COMMITTEE]


def test_a_circle_of_next_steps_still_has_every_step_once() -> None:
    one = decision(paragraf="1", nästa="beslut/habo/socialnamnden/2031/2")
    other = decision(paragraf="2", nästa="beslut/habo/socialnamnden/2031/1")
    assert len(order(one, other)) == 2


def test_a_body_that_the_register_does_not_know_counts_as_a_committee() -> None:
    assert [level(decision(organ=body), registers()) for body in (*BODIES, "Gamla nämnden")] == [3, 2, 1, 0, 1]
    assert level(decision(kommun="Kiruna"), registers()) == 1


# Titles.


def test_a_matter_is_called_by_its_first_step_that_has_not_been_taken_down() -> None:
    gone = {"datum": "2031-03-01", "skäl": "personuppgifter"}
    first = decision(paragraf="1", rubrik="Hemlig", diarienummer="SN 1/31", tillbakadragen=gone)
    second = decision(paragraf="2", rubrik="Öppen", datum="2031-02-13", diarienummer="SN 1/31")
    titles = [matter.title for matter in archive(first, second).matters.values()]
    assert titles == ["Öppen"]
    assert [matter.title for matter in archive(first).matters.values()] == ["Tillbakadraget dokument"]


NUMBERS = st.sampled_from([None, "SN16/103", "SN 2016/103", "KS 2016/103", "SÄN 2016/103", "16/103", "sn 2016 103"])


@st.composite
def decisions(draw: st.DrawFn) -> list[Entry[Decision]]:
    """Some decisions in two municipalities with few numbers, names and next steps, so that they meet often."""
    places = draw(st.lists(st.tuples(st.sampled_from(["Habo", "Håbo"]), st.integers(1, 9)), unique=True, max_size=8))
    ids = [f"beslut/{'habo' if name == 'Habo' else 'haabo'}/socialnamnden/2031/{number}" for name, number in places]
    return [
        decision(
            kommun=name,
            paragraf=str(number),
            diarienummer=draw(NUMBERS),
            ärende=draw(st.sampled_from([None, "Vägen", "SN 2016/103", "socialnämnden 2031 1"])),
            nästa=draw(st.none() | st.sampled_from(ids)),
        )
        for name, number in places
    ]


@given(decisions())
@settings(STEADY, max_examples=300)
def test_every_decision_is_a_step_of_one_matter_at_most_and_every_matter_has_its_own_address(
    entries: list[Entry[Decision]],
) -> None:
    made = archive(*entries)
    steps = [step.id for matter in made.matters.values() for step in matter.steps]
    assert len(steps) == len(set(steps))
    assert set(made.matter_of) == set(steps)
    for entry in entries:
        named = bool(entry.record.registry_number or entry.record.matter)
        assert not named or entry.id in made.matter_of
    for identity, matter in made.matters.items():
        assert identity == matter.id
        assert re.fullmatch(rf"arenden/{matter.municipality.slug}/[a-z0-9-]+", identity)
        assert {step.id.split("/")[1] for step in matter.steps} == {matter.municipality.slug}


@given(decisions(), st.randoms(use_true_random=False))
@settings(STEADY, max_examples=200)
def test_matters_do_not_depend_on_the_order_that_files_are_read_in(
    entries: list[Entry[Decision]], chance: object
) -> None:
    shuffled = list(entries)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = archive(*entries), archive(*shuffled)
    assert {i: [s.id for s in m.steps] for i, m in one.matters.items()} == {
        i: [s.id for s in m.steps] for i, m in other.matters.items()
    }
