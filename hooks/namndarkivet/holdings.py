"""What the archive holds, by place, time and subject.

Built once from what was read; nothing here reads a file.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from namndarkivet.addresses import slug
from namndarkivet.dates import PartialDate
from namndarkivet.entry import Attachment, Entry, meeting_of, place_of, year_of
from namndarkivet.filing import Registers
from namndarkivet.model import Circular, Decision, Document, Meeting, Recommendation
from namndarkivet.settings import TOLERANCE

K = TypeVar("K")

Groups = Mapping[K, Sequence[Entry[Decision]]]


@dataclass(frozen=True)
class Holdings:
    """All documents. Decisions are in the order of their dates, oldest first. `tolerance` is how
    many per cent a stated cost may differ from the expected share before it is warned of.
    """

    root: Path
    registers: Registers
    entries: Mapping[str, Entry[Any]]
    decisions: tuple[Entry[Decision], ...]
    circulars: tuple[Entry[Circular], ...]
    recommendations: tuple[Entry[Recommendation], ...]
    meetings: Mapping[str, Entry[Meeting]]
    attachments: Mapping[str, Attachment]
    paths: tuple[str, ...]
    clashes: Mapping[str, Sequence[str]]
    tolerance: Decimal = TOLERANCE

    def documents(self) -> Iterator[Entry[Document]]:
        """Decisions, circulars and recommendations."""
        yield from self.decisions
        yield from self.circulars
        yield from self.recommendations

    @cached_property
    def newest(self) -> PartialDate | None:
        """The date of the newest document: the archive's own present, which no clock moves."""
        decided = [entry.record.date for entry in self.decisions if entry.record.date]
        sent = [entry.record.date for entry in self.circulars]
        asked = [entry.record.date for entry in self.recommendations]
        met = [entry.record.date for entry in self.meetings.values()]
        return max([*decided, *sent, *asked, *met], default=None)

    # decisions by place, time and subject

    @cached_property
    def by_municipality(self) -> Groups[str]:
        """Decisions by the municipality's slug."""
        return grouped(self.decisions, lambda e: (place_of(e)[0],))

    @cached_property
    def by_body(self) -> Groups[tuple[str, str]]:
        """Decisions by the slugs of municipality and body."""
        return grouped(self.decisions, lambda e: (place_of(e),))

    @cached_property
    def by_body_and_year(self) -> Groups[tuple[str, str, int]]:
        """Decisions by the slugs of municipality and body, and the year."""
        return grouped(self.decisions, lambda e: ((*place_of(e), year_of(e)),))

    @cached_property
    def by_year(self) -> Groups[int]:
        """Decisions by the year that they are filed under."""
        return grouped(self.decisions, lambda e: (year_of(e),))

    @cached_property
    def by_month(self) -> Groups[tuple[int, int]]:
        """Decisions by year and month; one whose source does not say the month belongs to none."""
        return grouped(self.decisions, lambda e: ((d.year, d.month),) if (d := e.record.date) and d.month else ())

    @cached_property
    def by_subject(self) -> Groups[str]:
        """Decisions by the subject's slug."""
        return grouped(self.decisions, lambda e: (slug(subject) for subject in e.record.subjects or ()))

    @cached_property
    def by_meeting(self) -> Groups[str]:
        """Decisions by the meeting's id; a decision without a known day belongs to none."""
        groups: dict[str, list[Entry[Decision]]] = {identity: [] for identity in self.meetings}
        for entry in self.decisions:
            if identity := meeting_of(entry):
                groups.setdefault(identity, []).append(entry)
        return groups

    @cached_property
    def subjects(self) -> Mapping[str, str]:
        """The subjects' words by slug."""
        words = {slug(subject): subject for entry in self.documents() for subject in entry.record.subjects or ()}
        return dict(sorted(words.items()))

    @cached_property
    def documents_by_subject(self) -> Mapping[str, int]:
        """How many documents of all kinds have a subject, by its slug."""
        return Counter(slug(subject) for entry in self.documents() for subject in entry.record.subjects or ())

    @cached_property
    def meetings_by_body(self) -> Mapping[tuple[str, str], Sequence[str]]:
        """The ids of meetings by the slugs of municipality and body, newest first."""
        groups: dict[tuple[str, str], list[str]] = defaultdict(list)
        for identity in sorted(self.by_meeting, reverse=True):
            _, municipality, body, _ = identity.split("/")
            groups[municipality, body].append(identity)
        return dict(groups)


def grouped(entries: Iterable[Entry[Decision]], keys: Any) -> dict[Any, list[Entry[Decision]]]:  # noqa: ANN401
    """Decisions by each of their keys."""
    groups: dict[Any, list[Entry[Decision]]] = defaultdict(list)
    for entry in entries:
        for key in keys(entry):
            groups[key].append(entry)
    return dict(groups)
