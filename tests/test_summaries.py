"""What each municipality answered: never more than the documents say, and the same sums whichever way one counts."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from archives import STEADY, archive, decision, recommendation
from hypothesis import given, settings
from hypothesis import strategies as st

from namndarkivet.entry import Entry
from namndarkivet.index import Archive
from namndarkivet.model import Decision
from namndarkivet.register import municipalities
from namndarkivet.summaries import (
    MunicipalAnswer,
    Stand,
    Summary,
    Timing,
    answer_to,
    answers,
    changes,
    stand_of,
    summarise,
    whose,
)
from namndarkivet.summaries.words import in_short
from namndarkivet.values import Position, Status

PROPOSES = {
    "antar": "föreslår anta",
    "antar med villkor": "föreslår anta med villkor",
    "avstår": "föreslår avstå",
    "tar inte ställning": "föreslår att inte ta ställning",
}
UNDECIDED = ("återremitterat", "bordlagt", "remitterat", "utgått", "antecknat", "utan beslut")


@pytest.mark.parametrize("status", [status.value for status in Status])
@pytest.mark.parametrize("written", [value.value for value in Position])
def test_a_proposal_is_never_an_answer_and_what_was_not_decided_is_none_yet(status: str, written: str) -> None:
    record = decision(status=status, svar=[{"rekommendation": "skr-2030-7", "ställning": written}]).record
    (answer,) = record.answers or ()
    wanted = PROPOSES[written] if status == "förslag" else status if status in UNDECIDED else written
    stand = stand_of(record, answer)
    assert stand.value == wanted
    assert stand.final is (status in {"beslutat", "avslaget", "besvarat"})
    assert stand.proposal is (status == "förslag")


BODIES = ("Socialnämndens arbetsutskott", "Socialnämnden", "Kommunstyrelsen", "Kommunfullmäktige")
HERE = "rekommendationer/skr-2030-7"


def answering(paragraph: int, said: str = "antar", **front: Any) -> Entry[Decision]:
    """A decision that answers `skr-2030-7`."""
    svar: dict[str, Any] = {"rekommendation": "skr-2030-7", "ställning": said}
    if cost := front.pop("kostnad", None):
        svar["kostnad"] = cost
    return decision(paragraf=str(paragraph), svar=[svar], **front)


def of(made: Archive) -> tuple[MunicipalAnswer, ...]:
    """The answers to `skr-2030-7`."""
    return answers(made, HERE, ())


def summed(*entries: Entry[Any], **front: Any) -> Summary:
    """The summary of `skr-2030-7` in an archive of these documents."""
    asked = recommendation(**front)
    return summarise(archive(asked, *entries), asked)


@pytest.mark.parametrize("dates", [("2031-01-01", "2031-02-01"), ("2031-02-01", "2031-01-01")])
def test_a_municipality_answers_what_its_furthest_instance_answers_whatever_the_dates(dates: tuple[str, str]) -> None:
    for near, far in itertools.combinations(BODIES, 2):
        one = answering(1, organ=near, datum=dates[0])
        other = answering(2, "avstår", organ=far, datum=dates[1])
        (found,) = of(archive(recommendation(), one, other))
        assert (found.entry, found.stand) == (other, Stand.DECLINES)
        assert {step.entry.id for step in found.chain} == {one.id, other.id}


def test_a_proposal_never_stands_for_a_municipality_that_has_decided() -> None:
    proposal = answering(1, organ="Kommunfullmäktige", datum="2031-03-01", status="förslag")
    decided = answering(2, "avstår", organ="Socialnämndens arbetsutskott", datum="2031-01-01")
    (found,) = of(archive(recommendation(), proposal, decided))
    assert (found.entry, found.stand) == (decided, Stand.DECLINES)


def test_what_was_only_noted_does_not_stand_for_a_municipality_that_has_decided() -> None:
    noted = answering(1, organ="Kommunstyrelsen", status="antecknat")
    decided = answering(2, "avstår")
    (found,) = of(archive(recommendation(), noted, decided))
    assert found.stand is Stand.DECLINES


def test_where_nothing_is_decided_the_latest_step_counts() -> None:
    off = answering(1, datum="2031-01-15", status="bordlagt")
    proposal = answering(2, datum="2031-03-01", status="förslag", föreslås_till="Kommunfullmäktige")
    (found,) = of(archive(recommendation(), off, proposal))
    assert found.stand is Stand.PROPOSES_TO_ADOPT


@pytest.mark.parametrize(("datum", "stand"), [("2031-03-01", "återremitterat"), ("2031-01-01", "antar")])
def test_what_a_further_body_later_puts_off_stands_before_what_was_decided(datum: str, stand: str) -> None:
    decided = answering(1, datum="2031-02-01", organ="Kommunstyrelsen")
    back = answering(2, datum=datum, organ="Kommunfullmäktige", status="återremitterat")
    (found,) = of(archive(recommendation(), decided, back))
    assert found.stand.value == stand


def test_an_answer_dated_before_the_recommendation_is_not_in_time() -> None:
    (found,) = summed(answering(1, datum="2029-01-01"), svarstid="2030-12-31").answers
    assert (found.timeliness.timing, found.timeliness.reason) == (Timing.UNKNOWN, "daterat före rekommendationen")


def test_of_instances_that_reach_as_far_the_latest_answers() -> None:
    entries = [answering(n, datum=date) for n, date in enumerate(["2031-02-01", "2031-03-01", "2031"], start=1)]
    (found,) = of(archive(recommendation(), *entries))
    assert found.entry == entries[1]
    assert [step.entry for step in found.chain] == [entries[2], entries[0], entries[1]]


def test_the_chain_has_the_steps_of_the_matter_that_do_not_answer_themselves() -> None:
    sent = decision(
        paragraf="1", organ="Kommunstyrelsen", datum="2030-10-01", status="remitterat", diarienummer="KS 2030/4"
    )
    answer = answering(2, diarienummer="KS 2030/4")
    (found,) = of(archive(recommendation(), sent, answer))
    assert [(step.entry, step.stand) for step in found.chain] == [(sent, None), (answer, Stand.ADOPTS)]


def test_each_municipality_answers_once_in_the_order_of_the_swedish_alphabet() -> None:
    names = ["Håbo", "Örebro", "Habo", "Ängelholm", "Habo"]
    made = archive(recommendation(), *(answering(n, kommun=name) for n, name in enumerate(names, start=1)))
    assert [found.municipality.name for found in of(made)] == ["Habo", "Håbo", "Ängelholm", "Örebro"]


def test_an_answer_that_was_taken_down_and_a_recommendation_without_answers_have_none() -> None:
    gone = {"datum": "2031-03-01", "skäl": "personuppgifter"}
    made = archive(recommendation(), recommendation("skr-2031-1"), answering(1, tillbakadragen=gone))
    assert (of(made), answers(made, "rekommendationer/skr-2031-1", ()), answers(made, "x", ())) == ((), (), ())


def test_the_answer_is_the_one_to_this_recommendation() -> None:
    svar = [{"rekommendation": "skr-1999-1", "ställning": "avstår"}, {"rekommendation": HERE, "ställning": "antar"}]
    entry = decision(svar=svar)
    made = archive(recommendation(), entry)
    assert answer_to(made, entry, HERE).position is Position.ADOPTS
    with pytest.raises(LookupError):
        answer_to(made, entry, "rekommendationer/skr-1999-1")


def test_a_proposal_whose_proposer_is_not_named_is_not_called_that_bodys_own() -> None:
    assert whose(decision(status="förslag", föreslås_till="Socialnämnden").record) == "förslag till socialnämnden"
    assert whose(decision(status="förslag", föreslås_till="Kommunstyrelsen").record) == "Socialnämnden"
    assert whose(decision(status="förslag").record) == "Socialnämnden"
    assert whose(decision(föreslås_till="Socialnämnden").record) == "Socialnämnden"


# the whole of it

GIVEN: st.SearchStrategy[list[dict[str, Any]]] = st.lists(
    st.builds(
        dict,
        kommun=st.sampled_from(["Habo", "Håbo", "Ekerö", "Ale", "Bjurholm"]),
        organ=st.sampled_from(BODIES),
        status=st.sampled_from([status.value for status in Status]),
        said=st.sampled_from([position.value for position in Position]),
        datum=st.sampled_from(["2030-12-01", "2031-01-15", "2031-02", "2031"]),
    ),
    max_size=8,
)


def built(given_: list[dict[str, Any]]) -> list[Entry[Decision]]:
    """Decisions of these kinds, each with a § of its own."""
    return [answering(number, **each) for number, each in enumerate(given_, start=1)]


@given(GIVEN)
@settings(STEADY, max_examples=150)
def test_every_municipality_stands_in_one_place_and_the_totals_are_the_lines(given_: list[dict[str, Any]]) -> None:
    summary = summed(*built(given_))
    assert sorted(line.municipality.code for line in summary.lines) == sorted(municipalities().by_code)
    for total in summary.totals:
        lines = [line for line in summary.lines if line.stand is total.stand]
        assert (total.municipalities, total.inhabitants) == (len(lines), sum(line.inhabitants for line in lines))
    assert sum(total.municipalities for total in summary.totals) == len(summary.lines)
    assert sum(total.inhabitants for total in summary.totals) == summary.inhabitants


@given(GIVEN, GIVEN)
@settings(STEADY, max_examples=150)
def test_adding_proposals_never_changes_a_final_answer(
    given_: list[dict[str, Any]], more: list[dict[str, Any]]
) -> None:
    before = summed(*built(given_))
    proposals = built([*given_, *({**each, "status": "förslag"} for each in more)])
    after = summed(*proposals)
    finals = [(answer.municipality.code, answer.stand, answer.entry.id) for answer in before.final]
    assert [(answer.municipality.code, answer.stand, answer.entry.id) for answer in after.final] == finals


def test_only_a_decided_answer_is_in_time() -> None:
    for status in Status:
        summary = summed(answering(1, status=status.value, datum="2030-12-01"), svarstid="2031-01-01")
        (answer,) = summary.answers
        assert (answer.timeliness.timing is Timing.IN_TIME) is answer.stand.final


def test_who_decided_on_both_and_not_alike_answered_differently() -> None:
    def both(kommun: str, first: str, then: str, **front: Any) -> list[Entry[Decision]]:
        later = [{"rekommendation": "skr-2033-2", "ställning": then}]
        return [answering(1, first, kommun=kommun), decision(kommun=kommun, paragraf="2", svar=later, **front)]

    one, other = recommendation(), recommendation("skr-2033-2", ersätter="skr-2030-7")
    entries = [
        *both("Habo", "antar", "avstår"),
        *both("Håbo", "antar", "antar"),
        *both("Ekerö", "antar", "avstår", status="förslag"),
    ]
    made = archive(one, other, *entries)
    (change,) = changes(summarise(made, one), summarise(made, other))
    assert (change.municipality.name, change.before.stand, change.now.stand) == ("Habo", Stand.ADOPTS, Stand.DECLINES)


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        ([], "Arkivet har inget svar från någon av de 290 kommunerna."),
        (
            [{"status": "förslag"}],
            "Inget beslut finns i arkivet. En kommun, Habo, har ett förslag att anta.",
        ),
        ([{}], "Arkivet har beslut från en kommun, Habo, av 290: kommunen har antagit den."),
        (
            [{}, {"kommun": "Håbo", "said": "avstår"}, {"kommun": "Ekerö", "status": "bordlagt"}],
            (
                "Arkivet har beslut från 2\u00a0kommuner (Habo och Håbo) av 290: 1 har antagit den och 1 har avstått. "
                "En kommun, Ekerö, har behandlat frågan utan att avgöra den."
            ),
        ),
    ],
)
def test_the_sentence_is_true_of_the_answers(entries: list[dict[str, Any]], said: str) -> None:
    assert in_short(summed(*built(entries))) == said
