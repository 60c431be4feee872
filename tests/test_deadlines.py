"""Reply deadlines: the history with the letter behind each move, and who was in time; what is not known is left open."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from archives import STEADY, archive, circular, recommendation
from hypothesis import given, settings
from hypothesis import strategies as st

from namndarkivet.dates import PartialDate
from namndarkivet.summaries import Move, Timing, deadline_history, deadline_in_words, timeliness


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


# in time or not


def moves(first: str | None, *later: str) -> tuple[Move, ...]:
    """A first deadline and moves by letters of 1 January 2031, 2 January and so on."""
    letters = [circular(f"2031-01-0{n}-brev", datum=f"2031-01-0{n}") for n in range(1, len(later) + 1)]
    told = [Move(PartialDate.parse(to), letter) for to, letter in zip(later, letters, strict=True)]
    return (*([Move(PartialDate.parse(first), None)] if first else []), *told)


@pytest.mark.parametrize(
    ("answered", "history", "timing"),
    [
        ("2031-02-01", moves("2031-02-01"), "i tid"),
        ("2031-02-02", moves("2031-02-01"), "efter svarstiden"),
        ("2031-02-02", moves("2031-02-01", "2031-03-01"), "efter ursprunglig tid men inom förlängd"),
        ("2031-03-02", moves("2031-02-01", "2031-03-01"), "efter svarstiden"),
        ("2031-03-02", moves("2031-02-01", "2031-03-01", "2031-04-01"), "efter ursprunglig tid men inom förlängd"),
        ("2031-01-31", moves("2031-02-01", "2031-01-15"), "i tid"),
        (None, moves("2031-02-01"), "kan inte avgöras"),
        ("2031-02-01", (), "kan inte avgöras"),
        ("2031-02", moves("2031-02-15"), "kan inte avgöras"),
        ("2031", moves("2031-02-15"), "kan inte avgöras"),
        ("2031-02", moves("2031-03-01"), "i tid"),
        ("2031-02", moves("2031-01-31"), "efter svarstiden"),
        ("2031-02-01", moves("2031"), "kan inte avgöras"),
        ("2031-02-02", moves(None, "2031-03-01"), "kan inte avgöras"),
        ("2031-03-02", moves(None, "2031-03-01"), "efter svarstiden"),
    ],
)
def test_an_answer_is_in_time_late_or_not_to_be_told(
    answered: str | None, history: tuple[Move, ...], timing: str
) -> None:
    found = timeliness(PartialDate.parse(answered) if answered else None, history)
    assert found.timing.value == timing
    assert bool(found.reason) is (found.timing is Timing.UNKNOWN)


def test_the_deadline_in_force_is_the_last_that_was_set_by_the_day_of_the_answer() -> None:
    history = moves("2031-02-01", "2031-03-01")  # the letter is of 1 January
    for day, wanted in (("2030-12-31", history[0]), ("2031-01-01", history[1]), ("2031", None)):
        assert timeliness(PartialDate.parse(day), history).then == wanted


def test_met_then_is_told_by_the_deadline_in_force_and_not_by_the_last() -> None:
    history = moves("2031-02-01", "2031-03-01")  # the letter is of 1 January
    assert timeliness(PartialDate.parse("2031-02-15"), history).met_then is True
    assert timeliness(PartialDate.parse("2031-03-02"), history).met_then is False
    assert timeliness(PartialDate.parse("2031"), history).met_then is None
    sent_too_late = moves("2030-12-01", "2031-03-01")
    answered = timeliness(PartialDate.parse("2030-12-15"), sent_too_late)
    assert (answered.timing, answered.met_then) == (Timing.IN_EXTENDED_TIME, False)


DAYS = st.dates(min_value=dt.date(2030, 1, 1), max_value=dt.date(2032, 1, 1))


@given(DAYS, st.none() | DAYS, st.lists(DAYS, max_size=3), DAYS)
@settings(STEADY, max_examples=300)
def test_another_letter_never_turns_an_answer_in_time_into_a_late_one(
    answered: Any, first: Any, later: list[Any], another: Any
) -> None:
    day = PartialDate(answered.year, answered.month, answered.day)
    before = timeliness(day, moves(first and str(first), *map(str, later)))
    after = timeliness(day, moves(first and str(first), *map(str, later), str(another)))
    if before.timing is not Timing.LATE and (first or later):
        assert after.timing is not Timing.LATE
    if before.timing is Timing.IN_TIME:
        assert after.timing is Timing.IN_TIME
