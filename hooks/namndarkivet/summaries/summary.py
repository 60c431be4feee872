"""One recommendation summed up: every municipality's answer, the totals, the money. Page, files and checks all read this."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from namndarkivet.entry import Entry
from namndarkivet.index import Archive
from namndarkivet.model import Recommendation
from namndarkivet.register import Municipality, municipalities
from namndarkivet.summaries.answers import MunicipalAnswer, answers
from namndarkivet.summaries.deadlines import Move, Timing, deadline_history
from namndarkivet.summaries.positions import Stand
from namndarkivet.summaries.shares import Difference, Shares, difference, per_inhabitant, shares
from namndarkivet.swedish import alphabetical
from namndarkivet.values import Addressees


@dataclass(frozen=True, slots=True)
class Line:
    """One of the 290: its answer (None where the archive has none) and the money. `share`: the expected share in kronor;
    `difference`: the stated cost beside it; `each`: the stated cost in kronor per inhabitant; `inhabitants`: in the
    summary's year.
    """

    municipality: Municipality
    answer: MunicipalAnswer | None
    inhabitants: int
    share: int | None
    difference: Difference | None
    each: Decimal | None

    @property
    def stand(self) -> Stand:
        """Where the municipality stands."""
        return self.answer.stand if self.answer else Stand.UNKNOWN


@dataclass(frozen=True, slots=True)
class Total:
    """How many municipalities stand in one place, and how many people live in them."""

    stand: Stand
    municipalities: int
    inhabitants: int


@dataclass(frozen=True, slots=True)
class Change:
    """A municipality that has decided on two recommendations that follow on each other, and not alike."""

    municipality: Municipality
    before: MunicipalAnswer
    now: MunicipalAnswer


@dataclass(frozen=True)
class Summary:
    """What the archive knows of the answers to one recommendation. `lines` are all 290 by name; `year` the year of the
    population that shares of inhabitants are counted with (SCB).
    """

    entry: Entry[Recommendation]
    moves: tuple[Move, ...]
    lines: tuple[Line, ...]
    shares: Shares | None
    year: int

    @cached_property
    def answers(self) -> tuple[MunicipalAnswer, ...]:
        """The answers that the archive has, by the municipality's name; proposals are among them."""
        return tuple(line.answer for line in self.lines if line.answer)

    @cached_property
    def final(self) -> tuple[MunicipalAnswer, ...]:
        """The answers that are decisions."""
        return tuple(answer for answer in self.answers if answer.stand.final)

    @cached_property
    def totals(self) -> tuple[Total, ...]:
        """The municipalities by where they stand, in the order of the closed list. Those that nobody stands in are left out,
        but the four answers and what is not known never are.
        """
        count, people = Counter[Stand](), Counter[Stand]()
        for line in self.lines:
            count[line.stand] += 1
            people[line.stand] += line.inhabitants
        return tuple(
            Total(stand, count[stand], people[stand])
            for stand in Stand
            if count[stand] or stand.final or stand is Stand.UNKNOWN
        )

    @cached_property
    def timings(self) -> Mapping[Timing, int]:
        """How many of the decided answers came in time: every word of the closed list, also those of nobody."""
        counted = Counter(answer.timeliness.timing for answer in self.final)
        return {timing: counted[timing] for timing in Timing}

    @cached_property
    def met_then(self) -> Mapping[bool | None, int]:
        """How many of the decided answers came by the deadline in force on their day: met, missed, or not to be told."""
        counted = Counter(answer.timeliness.met_then for answer in self.final)
        return {met: counted[met] for met in (True, False, None)}

    @cached_property
    def inhabitants(self) -> int:
        """Everybody, in the summary's year."""
        return sum(line.inhabitants for line in self.lines)

    def of(self, municipality: str) -> Line:
        """The line of a municipality, by its slug."""
        return self._by_slug[municipality]

    @cached_property
    def _by_slug(self) -> dict[str, Line]:
        return {line.municipality.slug: line for line in self.lines}


def summaries(archive: Archive) -> Mapping[str, Summary]:
    """The summary of each recommendation that is not taken down, by its id; made once for an archive."""
    return archive.once(_all)


def _all(archive: Archive) -> dict[str, Summary]:
    return {e.id: summarise(archive, e) for e in archive.recommendations if not e.record.withdrawn}


def summarise(archive: Archive, entry: Entry[Recommendation]) -> Summary:
    """Sum up one recommendation."""
    moves = deadline_history(archive, entry)
    given = {answer.municipality.code: answer for answer in answers(archive, entry.id, moves)}
    financing = entry.record.financing
    expected = shares(financing) if entry.record.addressed_to is Addressees.MUNICIPALITIES else None
    year = _year(entry.record)
    lines = []
    for municipality in sorted(municipalities().by_code.values(), key=lambda m: alphabetical(m.name)):
        answer = given.get(municipality.code)
        share = expected.by_code[municipality.code] if expected else None
        cost = answer.cost if answer else None
        lines.append(
            Line(
                municipality,
                answer,
                municipality.population[year],
                share,
                difference(cost, share, expected.per if expected else None, municipality.population[year]),
                per_inhabitant(cost, municipality.population[year]),
            )
        )
    return Summary(entry, moves, tuple(lines), expected, year)


def _year(record: Recommendation) -> int:
    """The year whose population is counted: that of the recommendation's own key, else the last in the table that was over
    when the recommendation came, else the first in the table.
    """
    known = sorted(next(iter(municipalities().by_code.values())).population)
    named = record.financing.population if record.financing else None
    if named in known:
        return int(named)
    return max((year for year in known if year < record.date.year), default=known[0])


def changes(before: Summary, now: Summary) -> tuple[Change, ...]:
    """The municipalities that decided on both recommendations, and not alike, by name."""
    found = []
    for line in now.lines:
        earlier = before.of(line.municipality.slug).answer
        later = line.answer
        if earlier and later and earlier.stand.final and later.stand.final and earlier.stand is not later.stand:
            found.append(Change(line.municipality, earlier, later))
    return tuple(found)
