"""What is said of an answer and of a deadline: never more than the documents say."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from archives import archive, circular, decision, recommendation

from namndarkivet.dates import PartialDate
from namndarkivet.entry import Entry
from namndarkivet.model import Decision
from namndarkivet.summaries import answer_to, deadline_history, deadline_in_words, position, standings, whose
from namndarkivet.values import Position, Status

PROPOSES = {
    "antar": "föreslår anta",
    "antar med villkor": "föreslår anta med villkor",
    "avstår": "föreslår avstå",
    "tar inte ställning": "föreslår att inte ta ställning",
}
PUT_OFF = {
    "återremitterat": "återremitterat",
    "bordlagt": "bordlagt",
    "remitterat": "remitterat",
    "utgått": "utgått",
}


@pytest.mark.parametrize("status", [status.value for status in Status])
@pytest.mark.parametrize("written", [value.value for value in Position])
def test_a_proposal_is_never_an_answer_and_what_was_put_off_is_none_yet(status: str, written: str) -> None:
    record = decision(status=status, svar=[{"rekommendation": "skr-2030-7", "ställning": written}]).record
    (answer,) = record.answers or ()
    wanted = PROPOSES[written] if status == "förslag" else PUT_OFF.get(status, written)
    assert position(record, answer) == wanted


BODIES = ("Socialnämndens arbetsutskott", "Socialnämnden", "Kommunstyrelsen", "Kommunfullmäktige")
HERE = "rekommendationer/skr-2030-7"


def answering(paragraph: int, said: str = "antar", **front: Any) -> Entry[Decision]:
    """A decision that answers `skr-2030-7`."""
    return decision(paragraf=str(paragraph), svar=[{"rekommendation": "skr-2030-7", "ställning": said}], **front)


@pytest.mark.parametrize("dates", [("2031-01-01", "2031-02-01"), ("2031-02-01", "2031-01-01")])
def test_a_municipality_answers_what_its_furthest_instance_answers_whatever_the_dates(dates: tuple[str, str]) -> None:
    for near, far in itertools.combinations(BODIES, 2):
        one = answering(1, organ=near, datum=dates[0])
        other = answering(2, "avstår", organ=far, datum=dates[1])
        (standing,) = standings(archive(recommendation(), one, other), HERE)
        assert (standing.furthest, standing.answer.position.value, standing.others) == (other, "avstår", (one,))


def test_a_proposal_never_stands_for_a_municipality_that_has_decided() -> None:
    proposal = answering(1, organ="Kommunfullmäktige", datum="2031-03-01", status="förslag")
    decided = answering(2, "avstår", organ="Socialnämndens arbetsutskott", datum="2031-01-01")
    (standing,) = standings(archive(recommendation(), proposal, decided), HERE)
    assert (standing.furthest, standing.others) == (decided, (proposal,))


def test_of_instances_that_reach_as_far_the_latest_answers() -> None:
    entries = [answering(n, datum=date) for n, date in enumerate(["2031-02-01", "2031-03-01", "2031"], start=1)]
    (standing,) = standings(archive(recommendation(), *entries), HERE)
    assert standing.furthest == entries[1]
    assert standing.others == (entries[2], entries[0])


def test_each_municipality_answers_once_in_the_order_of_the_swedish_alphabet() -> None:
    entries = [
        answering(n, kommun=name) for n, name in enumerate(["Håbo", "Örebro", "Habo", "Ängelholm", "Habo"], start=1)
    ]
    found = standings(archive(recommendation(), *entries), HERE)
    assert [standing.furthest.record.municipality for standing in found] == ["Habo", "Håbo", "Ängelholm", "Örebro"]


def test_an_answer_that_was_taken_down_and_a_recommendation_without_answers_have_no_standing() -> None:
    gone = {"datum": "2031-03-01", "skäl": "personuppgifter"}
    made = archive(recommendation(), recommendation("skr-2031-1"), answering(1, tillbakadragen=gone))
    assert (standings(made, HERE), standings(made, "rekommendationer/skr-2031-1"), standings(made, "x")) == ((), (), ())


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


def words(deadline: str | None, *letters: dict[str, Any]) -> str:
    """The history of a recommendation's deadline in words, with letters that move it."""
    about = recommendation(svarstid=deadline)
    sent = [circular(f"2030-1{n}-01-brev", **{"datum": f"2030-1{n}-01", **letter}) for n, letter in enumerate(letters)]
    return deadline_in_words(deadline_history(archive(about, *sent), about))


def moved(to: str, **front: object) -> dict[str, Any]:
    """A letter that moves the deadline."""
    return {"rekommendation": "skr-2030-7", "ändrar": {"svarstid": to}, **front}


@pytest.mark.parametrize(
    ("deadline", "letters", "said"),
    [
        (None, [], "uppgift saknas i källan"),
        ("2030-10-31", [], "31\u00a0oktober 2030"),
        ("2030-10", [], "oktober 2030"),
        (None, [moved("2030-10-31")], "okänd, senare flyttad till 31\u00a0oktober 2030"),
        ("2030-09-30", [moved("2030-10-31")], "30\u00a0september 2030, senare flyttad till 31\u00a0oktober 2030"),
        (
            None,
            [moved("2030-10-31"), moved("2031")],
            "okänd, senare flyttad till 31\u00a0oktober 2030, sedan 2031",
        ),
        ("2030-09-30", [moved("2030-10-31", rekommendation="skr-1999-1")], "30\u00a0september 2030"),
        (None, [{"rekommendation": "skr-2030-7"}], "uppgift saknas i källan"),
    ],
)
def test_the_deadline_is_told_with_every_move_and_unknown_where_it_is(
    deadline: str | None, letters: list[dict[str, Any]], said: str
) -> None:
    assert words(deadline, *letters) == said


def test_each_move_has_the_letter_behind_it_in_the_order_of_the_letters() -> None:
    about = recommendation(svarstid="2030-09-30")
    late = circular("2030-12-01-b", datum="2030-12-01", **moved("2031-01-31"))
    early = circular("2030-11-01-a", datum="2030-11-01", **moved("2031-02-28"))
    history = deadline_history(archive(late, early, about), about)
    assert [(move.to, move.letter) for move in history] == [
        (PartialDate(2030, 9, 30), None),
        (PartialDate(2031, 2, 28), early),
        (PartialDate(2031, 1, 31), late),
    ]
