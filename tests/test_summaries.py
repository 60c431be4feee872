"""What is said of an answer and of a deadline: never more than the documents say."""

from __future__ import annotations

import pytest
from archives import archive, circular, decision, recommendation

from namndarkivet.dates import PartialDate
from namndarkivet.summaries import deadline_history, deadline_in_words, position
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


def words(deadline: str | None, *letters: dict[str, object]) -> str:
    """The history of a recommendation's deadline in words, with letters that move it."""
    about = recommendation(svarstid=deadline)
    sent = [circular(f"2030-1{n}-01-brev", **{"datum": f"2030-1{n}-01", **letter}) for n, letter in enumerate(letters)]
    return deadline_in_words(deadline_history(archive(about, *sent), about))


def moved(to: str, **front: object) -> dict[str, object]:
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
    deadline: str | None, letters: list[dict[str, object]], said: str
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
