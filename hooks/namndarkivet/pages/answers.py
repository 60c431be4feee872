"""How answers to a recommendation look on pages: rows of the table of 290, totals, areas of the map."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from namndarkivet.addresses import address
from namndarkivet.model import Answer
from namndarkivet.pages.listing import STAND_CLASS, row
from namndarkivet.register.borders import sweden_map
from namndarkivet.summaries import Line, Stand, Summary, Timing
from namndarkivet.summaries.conflicts import Conflict, Marks
from namndarkivet.swedish import kronor
from namndarkivet.values import Per

_PER = {
    Per.YEAR: " per\N{NO-BREAK SPACE}år",
    Per.ONCE: " en\N{NO-BREAK SPACE}gång",
    Per.INHABITANT: " per\N{NO-BREAK SPACE}invånare",
    Per.INHABITANT_AND_YEAR: " per\N{NO-BREAK SPACE}invånare och\N{NO-BREAK SPACE}år",
}


def cost_in_words(answer: Answer) -> str | None:
    """The stated cost, «9 500 kr per år»; None where the decision states none."""
    if answer.cost is None:
        return None
    return kronor(answer.cost.amount) + per_in_words(answer.cost.per)


def per_in_words(per: Per | None) -> str:
    """What an amount is for, with a space before it, or nothing."""
    return _PER[per] if per else ""


@dataclass(frozen=True, slots=True)
class TotalRow:
    """One line of the totals: where they stand, its look, how many of the 290, and of the inhabitants in per cent."""

    stand: Stand
    look: str
    municipalities: int
    inhabitants: int
    percent: str


def totals(summary: Summary) -> tuple[TotalRow, ...]:
    """The totals with their denominators."""
    return tuple(
        TotalRow(
            total.stand,
            STAND_CLASS[total.stand],
            total.municipalities,
            total.inhabitants,
            percent(Decimal(100 * total.inhabitants) / summary.inhabitants),
        )
        for total in summary.totals
    )


_SHARED_LOOKS = {"waiting": "behandlat utan att avgöras", "proposed": "förslag"}
"""Looks that several stands share on map and bar, and what they have in common."""


@dataclass(frozen=True, slots=True)
class Look:
    """One entry of the map's legend: its look, what it stands for, how many, and what that is made of."""

    look: str
    words: str
    municipalities: int
    parts: tuple[tuple[str, int], ...]


def legend(rows: Sequence[TotalRow]) -> tuple[Look, ...]:
    """The legend of the map, each look once."""
    found: dict[str, list[TotalRow]] = {}
    for total in rows:
        found.setdefault(total.look, []).append(total)
    return tuple(
        Look(
            look,
            members[0].stand.value if len(members) == 1 else _SHARED_LOOKS[look],
            sum(total.municipalities for total in members),
            tuple((total.stand.value, total.municipalities) for total in members) if len(members) > 1 else (),
        )
        for look, members in found.items()
    )


def percent(value: Decimal, *, sign: bool = False) -> str:
    """A percentage with one decimal: «2,0», with a sign «+2,0» or «−2,0»."""
    return f"{value:{'+' if sign and value else ''}.1f}".replace(".", ",").replace("-", "−")


def line_row(line: Line, marks: Marks) -> dict[str, Any]:
    """One municipality of the table, all in words as it is shown; `sort` holds what a column sorts by."""
    conflicts = marks.get(line.municipality.code, ())
    answer, found = line.answer, line.difference
    date = answer.date if answer else None
    stated = answer.cost if answer else None
    return {
        "municipality": line.municipality,
        "stand": line.stand,
        "look": STAND_CLASS[line.stand],
        "row": row(answer.entry) if answer else None,
        "registry_number": answer.entry.record.registry_number if answer else None,
        "conditions": answer.answer.conditions if answer else None,
        "timing": answer.timeliness if answer else None,
        "cost": cost_in_words(answer.answer) if answer else None,
        "off_the_key": Conflict.OFF_THE_KEY in conflicts,
        "conflicts": [conflict for conflict in conflicts if conflict is not Conflict.OFF_THE_KEY],
        "share": kronor(Decimal(line.share)) if line.share is not None else None,
        "difference": f"{_signed(found.kronor)}" if found else None,
        "percent": f"{percent(found.percent, sign=True)}" if found and found.percent is not None else None,
        "each": f"{line.each:.2f}".replace(".", ",") if line.each is not None else None,
        "chain": [(row(step.entry), step.stand) for step in answer.chain] if answer and len(answer.chain) > 1 else [],
        "sort": {
            "stand": list(Stand).index(line.stand),
            "date": str(date) if date else "",
            "timing": list(Timing).index(answer.timeliness.timing) if answer and line.stand.final else "",
            "cost": stated.amount if stated else "",
            "share": line.share if line.share is not None else "",
            "difference": found.kronor if found else "",
            "each": f"{line.each:.4f}" if line.each is not None else "",
        },
    }


def _signed(amount: Decimal) -> str:
    text = kronor(amount)
    return text if amount <= 0 else f"+{text}"


def drawn(summary: Summary) -> list[dict[str, Any]]:
    """The areas of the map and the tiles, by the municipality's name."""
    areas = sweden_map().areas
    return [
        {
            "area": areas[line.municipality.code],
            "slug": line.municipality.slug,
            "name": line.municipality.name,
            "words": line.stand.value,
            "look": STAND_CLASS[line.stand],
        }
        for line in summary.lines
    ]


def municipal_rows(summaries: Sequence[Summary], marks: Mapping[str, Marks], slug: str) -> list[dict[str, Any]]:
    """How one municipality stands on each recommendation: a row of each."""
    return [
        line_row(summary.of(slug), marks[summary.entry.id])
        | {"recommendation": summary.entry.record, "address": address(summary.entry.id), "summary": summary}
        for summary in summaries
    ]
