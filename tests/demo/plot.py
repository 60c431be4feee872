"""Who answered what, when and by which way through the bodies: quotas, dealt out over the municipalities."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from random import Random
from typing import TypeVar

from demo.asked import FEE, FIRST, SECOND, THIRD, Asked, shares
from namndarkivet.register import Municipality, municipalities
from namndarkivet.values import Position, Status

T = TypeVar("T")


class Body(StrEnum):
    """The bodies that every municipality has here, from the preparing one to the one with the last word."""

    PREPARING = "Socialnämndens arbetsutskott"
    COMMITTEE = "Socialnämnden"
    BOARD = "Kommunstyrelsen"
    COUNCIL = "Kommunfullmäktige"


class When(StrEnum):
    """When an answer came."""

    IN_TIME = "i tid"
    EXTENDED = "inom förlängd tid"
    LATE = "efter svarstiden"
    UNDATED = "utan dag"


@dataclass(frozen=True, slots=True)
class Step:
    """What one body did. `day` is known to the story even where the source does not say it (`dated` is false)."""

    body: Body
    day: date
    status: Status
    position: Position | None
    to: Body | None = None
    cost: int | None = None
    dated: bool = True
    voted: bool = False


@dataclass(frozen=True, slots=True)
class Story:
    """How one municipality dealt with one recommendation; `planted` says what is wrong in it, if something is."""

    municipality: Municipality
    asked: Asked
    steps: tuple[Step, ...]
    planted: str = ""


Way = tuple[Body, ...]
AU, SN, KS, KF = Body
ADOPTS, CONDITIONS, DECLINES, NEITHER = Position
_DECIDES = {ADOPTS: 174, CONDITIONS: 35, DECLINES: 23, NEITHER: 9}
_UNDECIDED = {
    Status.PROPOSED: 11,
    Status.REFERRED_BACK: 5,
    Status.TABLED: 4,
    Status.REFERRED: 4,
    Status.NO_DECISION: 25,  # and no document at all
}
_WAYS: dict[Way, int] = {(AU, SN, KS, KF): 30, (SN, KS): 45, (AU, SN): 30, (SN,): 65, (KS,): 55, (KS, KF): 16}
_TIMES = {When.IN_TIME: 88, When.EXTENDED: 105, When.LATE: 30, When.UNDATED: 18}
_COSTS = {"key": 100, "near": 58, "none": 45, "far": 6}
_PROPOSALS: dict[Way, int] = {(AU,): 4, (AU, SN): 3, (SN,): 2, (SN, KS): 2}
_LATER = {
    SECOND: {Status.DECIDED: 150, Status.PROPOSED: 6, Status.REFERRED_BACK: 2, Status.TABLED: 2},
    THIRD: {Status.DECIDED: 36, Status.PROPOSED: 6, Status.REFERRED_BACK: 1, Status.TABLED: 1},
}
_ABOVE = {AU: SN, SN: KS, KS: KF}
CONFLICTS = ((SN, DECLINES, KS, ADOPTS), (SN, DECLINES, KS, ADOPTS), (SN, ADOPTS, KF, DECLINES))
"""Two final answers that contradict each other, in one municipality each."""
CONTRADICTS = "slutliga svar som säger emot varandra"
EARLY = "svar daterat före rekommendationen"
FAR = "kostnad som skiljer mer än 5 % från fördelningen"
OLD = "förslag utan beslut, mer än ett år äldre än det sista svaret"
OLD_PROPOSALS, VOTES, SECOND_TRIES = 2, 16, 4


def stories(rng: Random) -> Iterator[Story]:
    """The stories of all municipalities, recommendation by recommendation."""
    first = list(_first(rng))
    yield from first
    held = [story.municipality for story in first]
    answered = {story.municipality.slug: story.steps[-1].position for story in first}
    for asked, quota in _LATER.items():
        outcomes = dealt(rng, quota)
        for municipality, status in zip(_sample(rng, held, len(outcomes)), outcomes, strict=True):
            before = answered[municipality.slug]
            position = (
                before if before and rng.random() < 0.8 else rng.choices(list(_DECIDES), list(_DECIDES.values()))[0]
            )
            yield Story(municipality, asked, _later(rng, asked, status, position))


def dealt(rng: Random, quota: Mapping[T, int]) -> list[T]:
    """Each value as often as its quota says, shuffled."""
    cards = [value for value, number in quota.items() for _ in range(number)]
    rng.shuffle(cards)
    return cards


def _sample(rng: Random, among: list[T], number: int) -> list[T]:
    """So many of these, in their order."""
    return [among[place] for place in sorted(rng.sample(range(len(among)), number))]


def _first(rng: Random) -> Iterator[Story]:
    """The first recommendation, with everything that an answer can be."""
    ways, times = iter(dealt(rng, _WAYS)), iter(dealt(rng, _TIMES))
    costs, proposals = iter(dealt(rng, _COSTS)), iter(dealt(rng, _PROPOSALS))
    old, told = OLD_PROPOSALS, []
    outcomes = dealt(rng, dict[Position | Status, int]((*_DECIDES.items(), *_UNDECIDED.items())))
    for municipality, outcome in zip(municipalities().by_slug.values(), outcomes, strict=True):
        share, planted = shares()[municipality.slug], ""
        if isinstance(outcome, Position):
            way, when = next(ways), next(times)
            how = next(costs) if outcome in {ADOPTS, CONDITIONS} else "none"
            cost, planted = _stated(rng, share, how), FAR if how == "far" else ""
            steps = _decided(rng, FIRST, when, way if when is not When.UNDATED else way[-1:], outcome, cost)
        elif outcome is Status.PROPOSED:
            window = (date(2031, 3, 24), date(2031, 4, 24)) if old > 0 else (date(2031, 10, 13), date(2032, 4, 28))
            old, planted = old - 1, OLD if old > 0 else ""
            steps = _proposals(_meeting_day(rng, *window), next(proposals), ADOPTS, share)
        elif outcome is Status.NO_DECISION:
            continue
        else:
            steps = _put_off(rng, FIRST, outcome, share)
        told.append(Story(municipality, FIRST, steps, planted))
    yield from _planted(rng, told)


def _stated(rng: Random, share: int, how: str) -> int | None:
    """The cost that a decision states, beside its share by the key."""
    if how == "none":
        return None
    if how == "far":
        return round(share * rng.choice((0.8, 0.9, 1.12, 1.25, 1.5, 2)))
    if how == "near":
        unit = next(
            unit for unit in (500, 100, 50, 10, 5, 1) if abs(round(share / unit) * unit - share) <= share * 0.03
        )
        return round(share / unit) * unit
    return share


def _decided(rng: Random, asked: Asked, when: When, way: Way, position: Position, cost: int | None) -> tuple[Step, ...]:  # noqa: PLR0913, PLR0917 - what there is to say of an answer
    last = _meeting_day(rng, *_window(asked, when, len(way)))
    proposed = ADOPTS if len(way) > 1 and rng.random() < 0.1 else position  # the last body may see it otherwise
    before = _proposals(last - timedelta(days=21), way[:-1], proposed, cost, to=way[-1]) if len(way) > 1 else ()
    final = Step(way[-1], last, Status.DECIDED, position, cost=cost, dated=when is not When.UNDATED)
    return (*before, final)


def _window(asked: Asked, when: When, steps: int) -> tuple[date, date]:
    """The first and last day for the last of so many steps."""
    start = asked.sent + timedelta(days=14 + 30 * (steps - 1))
    if when is When.LATE:
        return asked.closes + timedelta(days=1), asked.closes + timedelta(days=75 if asked is THIRD else 150)
    if when is When.EXTENDED and asked.extended:
        return max(start, asked.deadline + timedelta(days=1)), asked.closes
    return start, asked.deadline


def _proposals(last: date, way: Way, position: Position, cost: int | None, to: Body | None = None) -> tuple[Step, ...]:
    """Proposals from body to body; the last one goes to `to`, or to the body above."""
    goals = (*way[1:], to or _ABOVE[way[-1]])
    money = cost if position in {ADOPTS, CONDITIONS} else None
    days = [_weekday(last - timedelta(days=21 * (len(way) - 1 - place))) for place in range(len(way))]
    return tuple(
        Step(body, day, Status.PROPOSED, position, goal, money)
        for body, day, goal in zip(way, days, goals, strict=True)
    )


def _put_off(rng: Random, asked: Asked, status: Status, cost: int | None) -> tuple[Step, ...]:
    """What was sent back, tabled or handed on, and never came to an end."""
    if status is Status.REFERRED:
        day = _meeting_day(rng, *_window(asked, When.IN_TIME, 1))
        return (Step(KS, day, status, NEITHER if rng.random() < 0.5 else None),)
    way = rng.choice(((SN, KS), (KS, KF), (SN,)))
    day = _meeting_day(rng, *_window(asked, When.EXTENDED, len(way)))
    before = _proposals(day - timedelta(days=21), way[:-1], ADOPTS, cost, way[-1]) if len(way) > 1 else ()
    return (*before, Step(way[-1], day, status, ADOPTS))


def _later(rng: Random, asked: Asked, status: Status, position: Position) -> tuple[Step, ...]:
    cost = FEE if asked is SECOND and rng.random() < 0.8 else None
    if cost and rng.random() < 0.04:
        cost = rng.choice((10_200, 10_500, 12_000))
    if status is Status.PROPOSED:
        last = _meeting_day(rng, *_window(asked, When.LATE, 2))
        return _proposals(last, rng.choice(((AU,), (SN,), (SN, KS))), ADOPTS, cost)
    if status is not Status.DECIDED:
        return _put_off(rng, asked, status, cost)
    way = rng.choice(((SN,), (SN,), (KS,), (KS,), (SN, KS), (AU, SN)))
    when = rng.choices(tuple(When), (55, 32, 10, 3))[0]
    money = cost if position in {ADOPTS, CONDITIONS} else None
    return _decided(rng, asked, when, way if when is not When.UNDATED else way[-1:], position, money)


def _planted(rng: Random, told: list[Story]) -> Iterator[Story]:
    """The stories with votes, second tries and contradictions put into some of them."""
    plain = [
        place
        for place, story in enumerate(told)
        if not story.planted and len(story.steps) == 1 and story.steps[0].dated and story.steps[0].position is ADOPTS
        if story.steps[0].status is Status.DECIDED and FIRST.deadline < story.steps[0].day <= FIRST.closes
    ]
    *conflicts, early, _ = rng.sample(plain, len(CONFLICTS) + 2)
    tried = [place for place in plain if place not in {*conflicts, early}][:SECOND_TRIES]
    votes = rng.sample([n for n, s in enumerate(told) if s.steps[-1].dated and s.steps[-1].status.settles], VOTES)
    for place, story in enumerate(told):
        last = story.steps[-1]
        if place in conflicts:
            one, says, other, contradicts = CONFLICTS[conflicts.index(place)]
            day = _weekday(last.day - timedelta(days=21))
            steps: tuple[Step, ...] = (
                replace(last, body=one, day=day, position=says, cost=last.cost if says is ADOPTS else None),
                replace(last, body=other, position=contradicts, cost=last.cost if contradicts is ADOPTS else None),
            )
            yield replace(story, steps=steps, planted=CONTRADICTS)
        elif place == early:
            steps = (replace(last, day=FIRST.sent - timedelta(days=17)),)
            yield replace(story, steps=steps, planted=EARLY)
        elif place in tried:
            first = replace(last, day=_weekday(date(2031, 5, 20)), status=Status.REFERRED_BACK, cost=None)
            yield replace(story, steps=(first, last))
        else:
            yield replace(story, steps=(*story.steps[:-1], replace(last, voted=place in votes)))


def _meeting_day(rng: Random, first: date, last: date) -> date:
    """A day between these on which a body could meet."""
    span = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    return rng.choice([day for day in span if _meets(day)])


def _weekday(day: date) -> date:
    """The day itself, or the nearest one before it on which a body could meet."""
    while not _meets(day):
        day -= timedelta(days=1)
    return day


def _meets(day: date) -> bool:
    """Whether a day is a Monday to Thursday outside the summer and the turn of the year."""
    summer = (7, 1) <= (day.month, day.day) <= (8, 10)
    winter = (day.month, day.day) >= (12, 18) or (day.month, day.day) <= (1, 7)
    return day.weekday() <= 3 and not summer and not winter
