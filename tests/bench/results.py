"""What was measured, as plain records that the report draws and the JSON file holds."""

from dataclasses import asdict, dataclass, field
from typing import Any

SERVE = "serve"
"""The name, beside those of the legs, of the edit under a server."""

SEARCH = "search"
"""The same of the search index and the first hits."""


@dataclass(frozen=True)
class Cell:
    """One leg at one size, over its rounds. Bytes are bytes; `html_bytes` counts HTML files only."""

    leg: str
    size: int  # as asked for
    documents: int  # as measured
    rounds: tuple[float, ...]  # wall seconds
    cpu_seconds: float  # of the fastest round, all cores together
    peak_bytes: int  # the highest of the rounds
    html_files: int = 0
    html_bytes: int = 0

    @property
    def seconds(self) -> float:
        """The fastest round: whatever else the machine does can only make a round slower."""
        return min(self.rounds)

    @property
    def seconds_per_thousand(self) -> float:
        """Seconds per 1,000 documents: the same at every size when the cost is linear."""
        return self.seconds * 1000 / self.documents


@dataclass(frozen=True)
class Edit:
    """Edits under one tool's server. `ready` is seconds from its start to the first page."""

    tool: str
    size: int  # as asked for
    documents: int  # as measured
    ready: float
    rounds: tuple[float, ...]  # seconds from written file to new text in the page
    peak_bytes: int

    @property
    def seconds(self) -> float:
        """The median edit; of an even number the later of the two in the middle."""
        return sorted(self.rounds)[len(self.rounds) // 2]


@dataclass(frozen=True)
class Indexing:
    """The search index of documents that were read before: made whole, and made again after one edit."""

    size: int  # as asked for
    documents: int  # as measured
    seconds: float
    peak_bytes: int  # of the whole command, reading included
    files: int
    stored_bytes: int
    shards: int
    edit_seconds: float
    edit_shards: int  # made anew


@dataclass(frozen=True)
class FirstHit:
    """One question in a browser that has nothing cached, the median of its rounds."""

    size: int  # as asked for
    documents: int  # as measured
    name: str  # what kind of question
    question: str
    seconds: float  # from the start of the page until its first hit is drawn
    search_seconds: float  # of these, from when search asked for its first file
    sent_bytes: int  # until then, with the page's own texts, style and fonts
    search_bytes: int  # of these, what search alone needs


@dataclass
class Results:
    """Everything of one run of the benchmark: filled as it goes, then reported."""

    about: dict[str, str]
    cells: list[Cell] = field(default_factory=list)
    edits: list[Edit] = field(default_factory=list)
    indexings: list[Indexing] = field(default_factory=list)
    first_hits: list[FirstHit] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)

    def cell(self, leg: str, size: int) -> Cell | None:
        """The measurement of a leg at a size, when there is one."""
        return next((cell for cell in self.cells if (cell.leg, cell.size) == (leg, size)), None)

    def edit(self, tool: str) -> Edit | None:
        """The edits under a tool's server, when they were measured."""
        return next((edit for edit in self.edits if edit.tool == tool), None)

    def as_json(self) -> dict[str, Any]:
        """Everything measured and what follows from it, in seconds and bytes."""
        return {
            "about": self.about,
            "cells": [
                {**asdict(cell), "seconds": cell.seconds, "seconds_per_thousand": cell.seconds_per_thousand}
                for cell in self.cells
            ],
            "edits": [{**asdict(edit), "seconds": edit.seconds} for edit in self.edits],
            "indexings": [asdict(indexing) for indexing in self.indexings],
            "first_hits": [asdict(hit) for hit in self.first_hits],
            "notes": self.notes,
            "failures": self.failures,
        }
