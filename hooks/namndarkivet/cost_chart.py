"""How the stated costs per inhabitant spread: a histogram, and the table that says the same.

Kronor per inhabitant, with the inhabitants of the summary's year. A cost far from all others would squeeze the rest into one
bar: it is named beside the chart instead, and in the table.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import quantiles

from namndarkivet.charts import BOTTOM, HEIGHT, LEFT, RIGHT, TOP, WIDTH, round_step
from namndarkivet.summaries import Line, Summary
from namndarkivet.values import Per

_PLOT = WIDTH - LEFT - RIGHT
_BARS = 16
"""Bars at most, where nothing but the values decides."""
_FEWEST = 8
"""Values that quartiles can be told of."""
_FAR = 3
"""Interquartile ranges beyond the quartiles that make a value far out (Tukey, Exploratory Data Analysis, 1977)."""
_TICKS = 8


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its corner and size in the drawing, its span in words, and the municipalities in it by what they state."""

    x: float
    y: float
    width: float
    height: float
    span: str
    municipalities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CostChart:
    """The histogram. `key`: place, label and anchor of what the key gives (None when it is not known); `far`: the costs
    that are left out of the drawing, each with its municipality; `start`: where the axis begins, in words.
    """

    bars: tuple[Bar, ...]
    ticks: tuple[tuple[float, str], ...]
    levels: tuple[tuple[float, int], ...]
    key: tuple[float, str, str] | None
    far: tuple[tuple[str, str], ...]
    start: str
    number: int


def cost_chart(summary: Summary) -> CostChart | None:
    """The chart, or None when fewer than two municipalities state a cost that can be divided."""
    per = summary.shares.per if summary.shares else None
    lines = sorted((line for line in summary.lines if line.each is not None and _alike(line, per)), key=_each)
    if len(lines) < 2:  # noqa: PLR2004 - one cost is no spread
        return None
    expected = Decimal(summary.shares.total) / summary.inhabitants if summary.shares and summary.shares.year else None
    near, far = _near(lines)
    ends = [_each(line) for line in near] + ([expected] if expected is not None else [])
    width = _nice((max(ends) - min(ends)) / _BARS or max(*ends, Decimal("0.16")) / _BARS)
    start = min(ends) // width * width
    number = int((max(ends) - start) // width) + 1
    digits = max(2, -int(width.normalize().as_tuple().exponent))

    def x(amount: Decimal) -> float:
        return round(LEFT + _PLOT * float((amount - start) / (width * number)), 1)

    def words(amount: Decimal) -> str:
        return f"{amount:.{digits}f}".replace(".", ",")

    held: dict[int, list[Line]] = defaultdict(list)
    for line in near:
        held[int((_each(line) - start) // width)].append(line)
    most = max(map(len, held.values()))
    step = round_step(most)
    top = -(-most // step) * step

    def y(amount: int) -> float:
        return round(TOP + (HEIGHT - TOP - BOTTOM) * (1 - amount / top), 1)

    bars = []
    for place in range(number):
        left, right = start + width * place, start + width * (place + 1)
        names = tuple(line.municipality.name for line in held[place])
        high = y(len(names))
        span = f"{words(left)}–{words(right)}"
        bars.append(Bar(x(left), high, round(x(right) - x(left), 1), round(y(0) - high, 1), span, names))
    every = -(-number // _TICKS)
    return CostChart(
        tuple(bars),
        tuple((x(start + width * n), words(start + width * n)) for n in range(0, number + 1, every)),
        tuple((y(amount), amount) for amount in range(0, top + 1, step)),
        (x(expected), f"enligt nyckeln {words(expected)} kr", _anchor(x(expected))) if expected is not None else None,
        tuple((line.municipality.name, words(_each(line))) for line in far),
        words(start),
        len(lines),
    )


def _each(line: Line) -> Decimal:
    return line.each or Decimal(0)


def _alike(line: Line, per: Per | None) -> bool:
    """Whether a stated cost is for the same time as the key's: a sum a year and a sum once are not on one axis."""
    cost = line.answer.cost if line.answer else None
    stated = (
        {Per.INHABITANT_AND_YEAR: Per.YEAR, Per.INHABITANT: None}.get(cost.per, cost.per) if cost and cost.per else None
    )
    return stated is per


def _near(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """The lines whose costs are drawn, and those far out."""
    if len(lines) < _FEWEST:
        return list(lines), []
    low, middle, high = quantiles([_each(line) for line in lines], n=4)
    reach = max(_FAR * (high - low), middle / 10)  # where most say the same to the öre a little more is not far
    near = [line for line in lines if low - reach <= _each(line) <= high + reach]
    return near, [line for line in lines if line not in near]


def _nice(amount: Decimal) -> Decimal:
    """The next of 1, 2, 5 times a power of ten."""
    power = Decimal(10) ** amount.adjusted()
    return next(power * n for n in (1, 2, 5, 10) if power * n >= amount)


def _anchor(x: float) -> str:
    """Which end of a label stands at its mark, so that it stays within the drawing."""
    if x < LEFT + _PLOT / 5:
        return "start"
    return "end" if x > LEFT + _PLOT * 4 / 5 else "middle"
