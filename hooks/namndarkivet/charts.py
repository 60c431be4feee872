"""Where the marks of a recommendation's timeline stand, and the parts of its bar.

Only places are computed here, in the units of the drawing; the templates draw. A date that is not known to the day has no
place on an axis: it stands in the chart's table, and the chart says how many it leaves out.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from namndarkivet.addresses import address
from namndarkivet.dates import MONTHS, PartialDate
from namndarkivet.summaries import Summary

WIDTH, HEIGHT = 720, 240
LEFT, RIGHT, TOP, BOTTOM = 40, 12, 34, 30
_PLOT = WIDTH - LEFT - RIGHT
_MOST_TICKS = 8


@dataclass(frozen=True, slots=True)
class Event:
    """One event of a recommendation's history: its date, what happened, and the document that tells of it. `kind` is one of
    `recommendation`, `letter`, `deadline`.
    """

    date: PartialDate
    text: str
    address: str | None
    kind: str
    x: float | None = None


@dataclass(frozen=True, slots=True)
class Timeline:
    """The history of a recommendation: events, and the number of decided answers day by day as the points of a line.
    `undated` answers have no day and are left out of the line; `yearly` ones no month either, and are left out of `months`.
    """

    events: tuple[Event, ...]
    points: str
    ticks: tuple[tuple[float, str], ...]
    levels: tuple[tuple[float, int], ...]
    months: tuple[tuple[str, int, int], ...]
    dated: int
    undated: int
    yearly: int

    @property
    def drawn(self) -> bool:
        """Whether there is anything to draw: two days at least."""
        return bool(self.ticks)


def timeline(summary: Summary) -> Timeline:
    """The history of a recommendation."""
    events = sorted(_events(summary), key=lambda event: event.date)
    days = sorted(day for answer in summary.final if answer.date and (day := answer.date.exact))
    known = [day for event in events if (day := event.date.exact)] + days
    first, last = min(known, default=None), max(known, default=None)
    undated = len(summary.final) - len(days)
    months = _months(summary)
    yearly = len(summary.final) - sum(number for _, number, _ in months)
    if first is None or last is None or first == last:
        return Timeline(tuple(events), "", (), (), months, len(days), undated, yearly)
    span = (last - first).days

    def x(day: dt.date) -> float:
        return round(LEFT + _PLOT * (day - first).days / span, 1)

    most = max(len(days), 1)
    step = round_step(most)
    top = -(-most // step) * step

    def y(number: int) -> float:
        return round(TOP + (HEIGHT - TOP - BOTTOM) * (1 - number / top), 1)

    line = [(x(first), y(0))]
    for day, number in sorted(Counter(days).items()):
        done = bisect_right(days, day)
        line += [(x(day), y(done - number)), (x(day), y(done))]
    line.append((x(last), y(len(days))))
    placed = tuple(Event(e.date, e.text, e.address, e.kind, x(day) if (day := e.date.exact) else None) for e in events)
    levels = tuple((y(number), number) for number in range(0, top + 1, step)) if days else ()
    points = " ".join(f"{a:g},{b:g}" for a, b in line) if days else ""
    return Timeline(placed, points, tuple(_ticks(first, last, x)), levels, months, len(days), undated, yearly)


def _events(summary: Summary) -> list[Event]:
    record = summary.entry.record
    found = [Event(record.date, f"{record.sender} rekommenderar", address(summary.entry.id), "recommendation")]
    for move in summary.moves:
        if move.letter is None:
            found.append(Event(move.to, "Sista svarsdag, som den först sattes", None, "deadline"))
        else:
            letter = move.letter.record
            found.append(
                Event(letter.date, f"Brev från {letter.sender} flyttar svarstiden", address(move.letter.id), "letter")
            )
            found.append(Event(move.to, "Sista svarsdag, flyttad", address(move.letter.id), "deadline"))
    return found


def _months(summary: Summary) -> tuple[tuple[str, int, int], ...]:
    """Month, answers decided in it, and decided by then; only answers with a known month."""
    counted = Counter(
        (answer.date.year, answer.date.month) for answer in summary.final if answer.date and answer.date.month
    )
    rows, total = [], 0
    for (year, month), number in sorted(counted.items()):
        total += number
        rows.append((f"{MONTHS[month - 1]} {year}", number, total))
    return tuple(rows)


def round_step(most: int) -> int:
    """A round step that divides a scale into at most five parts."""
    for step in (1, 2, 5, 10, 20, 25, 50, 100):
        if most <= step * 5:
            return step
    return 100


def _ticks(first: dt.date, last: dt.date, x: Callable[[dt.date], float]) -> list[tuple[float, str]]:
    """The first days of months, or of years when there are many; the first and the last day when no month begins between."""
    months = [
        dt.date(year, month, 1)
        for year in range(first.year, last.year + 1)
        for month in range(1, 13)
        if first <= dt.date(year, month, 1) <= last
    ]
    every = next((n for n in (1, 2, 3, 6, 12, 24, 60) if len(months) / n <= _MOST_TICKS), 120)
    kept = [day for day in months if (day.year * 12 + day.month - 1) % every == 0]
    if not kept:
        return [(x(day), f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}") for day in (first, last)]
    return [(x(day), f"{MONTHS[day.month - 1][:3]} {day.year}") for day in kept]


def bar(totals: Sequence[tuple[str, int]], whole: int) -> tuple[tuple[str, str], ...]:
    """The parts of a bar of so many: look and width in per cent; those of nobody left out."""
    return tuple((look, f"{100 * number / whole:.3f}") for look, number in totals if number)
