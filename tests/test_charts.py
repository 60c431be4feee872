"""Where marks stand on the charts: in the drawing, in the order of time, and only for what is known to the day."""

from __future__ import annotations

from typing import Any

from archives import archive, circular, decision, recommendation
from hypothesis import given
from hypothesis import strategies as st

from namndarkivet.charts import HEIGHT, LEFT, RIGHT, WIDTH, bar, timeline
from namndarkivet.cost_chart import cost_chart
from namndarkivet.entry import Entry
from namndarkivet.register import municipalities
from namndarkivet.summaries import Summary, summarise

MONEY = {"belopp": "2900000", "per": "år", "fördelning": "invånare", "folkmängd": "2015"}
PEOPLE = {m.name: m.population[2015] for m in municipalities().by_code.values()}


def summed(*entries: Entry[Any], **front: Any) -> Summary:
    """The summary of `skr-2030-7` in an archive of these documents."""
    asked = recommendation(**front)
    return summarise(archive(asked, *entries), asked)


def answering(kommun: str, cost: str | None = None, **front: Any) -> Entry[Any]:
    """A decision that adopts `skr-2030-7`."""
    svar: dict[str, Any] = {"rekommendation": "skr-2030-7", "ställning": "antar"}
    if cost:
        svar["kostnad"] = {"belopp": cost, "per": "år"}
    return decision(kommun=kommun, svar=[svar], **front)


def test_the_timeline_goes_from_the_first_day_to_the_last_and_counts_every_dated_decision() -> None:
    letter = circular(
        "2030-11-20-brev", datum="2030-11-20", rekommendation="skr-2030-7", ändrar={"svarstid": "2031-03-01"}
    )
    found = timeline(
        summed(
            letter,
            answering("Habo", datum="2031-01-15"),
            answering("Håbo", datum="2031-01-15"),
            answering("Ekerö", datum="2031"),
            answering("Ale", status="förslag", föreslås_till="Kommunstyrelsen"),
            svarstid="2030-12-31",
        )
    )
    assert found.drawn
    assert [(str(e.date), e.kind) for e in found.events] == [
        ("2030-06-10", "recommendation"),
        ("2030-11-20", "letter"),
        ("2030-12-31", "deadline"),
        ("2031-03-01", "deadline"),
    ]
    places = [e.x for e in found.events]
    assert places == sorted(places, key=lambda x: x or 0)
    assert (places[0], places[-1]) == (LEFT, WIDTH - RIGHT)
    points = [tuple(map(float, point.split(","))) for point in found.points.split()]
    assert points[0][0] == LEFT
    assert all(LEFT <= x <= WIDTH - RIGHT and 0 <= y <= HEIGHT for x, y in points)
    assert points[-1][1] == next(y for y, number in found.levels if number == 2)
    assert (found.dated, found.undated, found.yearly, found.months) == (2, 1, 1, (("januari 2031", 2, 2),))


def test_what_has_no_day_has_no_place_and_one_day_is_no_line() -> None:
    found = timeline(summed(datum="2030-12", svarstid="2031-06-15"))
    assert [(str(e.date), e.x) for e in found.events] == [("2030-12", None), ("2031-06-15", None)]
    assert not found.drawn
    assert found.points == ""


def test_every_stated_cost_is_in_a_bar_or_named_beside_the_chart() -> None:
    found = cost_chart(
        summed(answering("Habo", "2000"), answering("Håbo", "6000"), answering("Ekerö", "6000"), finansiering=MONEY)
    )
    assert found
    assert sorted(name for b in found.bars for name in b.municipalities) == ["Ekerö", "Habo", "Håbo"]
    assert all(b.x >= LEFT and b.x + b.width <= WIDTH - RIGHT + 0.2 and b.y >= 0 for b in found.bars)
    assert found.key
    assert found.key[1] == "enligt nyckeln 0,29 kr"
    for b in found.bars:
        low, high = (float(end.replace(",", ".")) for end in b.span.split("–"))
        for name in b.municipalities:
            assert low <= (2000 if name == "Habo" else 6000) / PEOPLE[name] < high


def test_a_cost_far_from_all_others_is_named_and_not_drawn() -> None:
    names = ["Ale", "Alvesta", "Aneby", "Arboga", "Borås", "Ekerö", "Habo", "Håbo", "Täby"]
    costs = {name: str(round(PEOPLE[name] * (30 if name == "Täby" else 0.29))) for name in names}
    found = cost_chart(summed(*(answering(name, cost) for name, cost in costs.items()), finansiering=MONEY))
    assert found
    assert [name for name, _ in found.far] == ["Täby"]
    assert sorted(name for b in found.bars for name in b.municipalities) == sorted(set(names) - {"Täby"})
    assert found.number == len(names)


@given(st.lists(st.integers(0, 10**9), min_size=2, max_size=30))
def test_no_cost_is_lost(amounts: list[int]) -> None:
    names = sorted(m.name for m in municipalities().by_code.values())[: len(amounts)]
    made = [answering(name, str(amount)) for name, amount in zip(names, amounts, strict=True)]
    found = cost_chart(summed(*made, finansiering=MONEY))
    assert found
    drawn = [name for b in found.bars for name in b.municipalities]
    assert sorted([*drawn, *(name for name, _ in found.far)]) == sorted(names)
    assert len({text for _, text in found.ticks}) == len(found.ticks)
    assert len(found.bars) <= 20


def test_one_cost_is_no_chart() -> None:
    assert cost_chart(summed(answering("Habo", "2000"))) is None


def test_a_bar_is_whole_and_shows_nobody_as_nothing() -> None:
    assert bar([("decided", 1), ("rejected", 0), ("unknown", 289)], 290) == (
        ("decided", "0.345"),
        ("unknown", "99.655"),
    )
