"""Rows of lists, and lists in parts of two hundred."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple, TypeVar

from namndarkivet.addresses import address
from namndarkivet.dates import MONTHS, PartialDate
from namndarkivet.entry import Entry, place_of, year_of
from namndarkivet.model import Decision
from namndarkivet.redaction import GONE
from namndarkivet.summaries import Stand, stand_of, whose
from namndarkivet.swedish import sentence
from namndarkivet.values import Status

PAGE = 200
"""Rows on one page of a list."""

UNKNOWN_MONTH = "månaden saknas i källan"
"""What stands where the months stand for decisions whose source does not say theirs."""

T = TypeVar("T")
_PART = re.compile(r"^([^/]+/[^/]+/(?:.*/)?)sida-(\d+)/$")  # below a list's own name

STATUS_WORDS: dict[Status, str] = {status: status.value[:1].upper() + status.value[1:] for status in Status}
STATUS_CLASS: dict[Status, str] = {
    Status.DECIDED: "decided",
    Status.PROPOSED: "proposed",
    Status.REJECTED: "rejected",
    Status.ANSWERED: "answered",
    Status.REFERRED_BACK: "waiting",
    Status.TABLED: "waiting",
    Status.REFERRED: "waiting",
    Status.NOTED: "noted",
    Status.DROPPED: "noted",
    Status.NO_DECISION: "noted",
}


STAND_CLASS: dict[Stand, str] = {
    Stand.ADOPTS: "decided",
    Stand.ADOPTS_WITH_CONDITIONS: "conditions",
    Stand.DECLINES: "rejected",
    Stand.TAKES_NO_POSITION: "answered",
    Stand.REFERRED_BACK: "waiting",
    Stand.TABLED: "waiting",
    Stand.REFERRED: "waiting",
    Stand.DROPPED: "waiting",
    Stand.NOTED: "waiting",
    Stand.NO_DECISION: "waiting",
    Stand.PROPOSES_TO_ADOPT: "proposed",
    Stand.PROPOSES_TO_ADOPT_WITH_CONDITIONS: "proposed",
    Stand.PROPOSES_TO_DECLINE: "proposed",
    Stand.PROPOSES_NO_POSITION: "proposed",
    Stand.UNKNOWN: "unknown",
}
"""The look of where a municipality stands, as badge, on the map and in the bars."""


class Row(NamedTuple):
    """One decision in a list."""

    address: str
    title: str
    day: str
    status: str
    status_class: str
    paragraph: str
    body: str
    municipality: str
    answers: tuple[str, ...]


def row(entry: Entry[Decision]) -> Row:
    """A decision as a row; one that was taken down keeps its place and loses its title."""
    record = entry.record
    return Row(
        address=address(entry.id),
        title=GONE if record.withdrawn else record.title,
        day=record.date.swedish if record.date else str(year_of(entry)),
        status=STATUS_WORDS[record.status],
        status_class=STATUS_CLASS[record.status],
        paragraph=record.paragraph,
        body=whose(record),
        municipality=entry.municipality.name if entry.municipality else "",
        answers=tuple(stand_of(record, answer).value for answer in record.answers or ())
        if not record.withdrawn
        else (),
    )


def newest(entries: Sequence[Entry[Decision]], most: int) -> list[Row]:
    """The latest of decisions that come oldest first."""
    return [row(entry) for entry in reversed(entries[-most:])]


@dataclass(frozen=True, slots=True)
class Part:
    """One page of a list: its rows by month or year, each group with a heading and an anchor, and the way to the others."""

    groups: tuple[tuple[str, str, tuple[Row, ...]], ...]
    number: int
    of: int
    base: str

    def address(self, number: int) -> str:
        """The address of another part."""
        return part_address(self.base, number)


def part_address(base: str, number: int) -> str:
    """The address of a part: the first has the list's own."""
    return base if number == 1 else f"{base}sida-{number}/"


def part_addresses(base: str, length: int) -> Iterator[str]:
    """The addresses of all parts of a list of so many rows."""
    for number in range(1, max(1, -(-length // PAGE)) + 1):
        yield part_address(base, number)


def split_address(at: str) -> tuple[str, int]:
    """The list's address and the part's number, of a part's address."""
    match = _PART.match(at)
    return (match[1] or "", int(match[2])) if match else (at, 1)


def part(entries: Sequence[Entry[Decision]], at: str) -> Part:
    """The part of a list at an address, newest first."""
    base, number = split_address(at)
    newest_first = entries[::-1]
    shown = newest_first[(number - 1) * PAGE : number * PAGE]
    groups = tuple(
        (_heading(month), _anchor(month), tuple(row(entry) for entry in group))
        for month, group in groupby(shown, key=month_of)
    )
    return Part(groups, number, max(1, -(-len(entries) // PAGE)), base)


def month_of(entry: Entry[Decision]) -> PartialDate:
    """The month of a decision; the year alone where the source does not say the month."""
    date = entry.record.date
    return PartialDate(date.year, date.month) if date else PartialDate(year_of(entry))


def _heading(month: PartialDate) -> str:
    return sentence(month.swedish) if month.month else f"{month.year}, {UNKNOWN_MONTH}"


def _anchor(month: PartialDate) -> str:
    return f"manad-{month}"


class Month(NamedTuple):
    """A month of a list: in words, how many decisions, and where in the list it begins."""

    month: PartialDate
    words: str
    number: int
    address: str


def months(entries: Sequence[Entry[Decision]], base: str) -> list[Month]:
    """The months of a list of one year, oldest first, those whose source does not say the month last; `base` is the list's own
    address.
    """
    found: list[Month] = []
    passed = 0
    for month, group in groupby(reversed(entries), key=month_of):
        number = sum(1 for _ in group)
        words = MONTHS[month.month - 1].capitalize() if month.month else UNKNOWN_MONTH.capitalize()
        found.append(Month(month, words, number, f"{part_address(base, passed // PAGE + 1)}#{_anchor(month)}"))
        passed += number
    return sorted(found, key=lambda each: each.month.month or len(MONTHS) + 1)


def years(entries: Sequence[Entry[Decision]]) -> list[tuple[int, int]]:
    """How many decisions there are of each year, newest first."""
    found: dict[int, int] = {}
    for entry in entries:
        found[year_of(entry)] = found.get(year_of(entry), 0) + 1
    return sorted(found.items(), reverse=True)


def bodies(entries: Sequence[Entry[Decision]]) -> dict[str, int]:
    """How many decisions there are of each body, by its slug."""
    found: dict[str, int] = {}
    for entry in entries:
        body = place_of(entry)[1]
        found[body] = found.get(body, 0) + 1
    return found


def statuses(entries: Sequence[Entry[Decision]]) -> list[tuple[str, str, int]]:
    """How many decisions have each status: word, class and count, in the order of the closed list. Those taken down are not counted:
    the search does not have them either.
    """
    found: dict[Status, int] = {}
    for entry in entries:
        if not entry.record.withdrawn:
            found[entry.record.status] = found.get(entry.record.status, 0) + 1
    return [(STATUS_WORDS[s], STATUS_CLASS[s], found[s]) for s in Status if s in found]
