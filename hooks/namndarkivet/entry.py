"""A document in the archive: its record, its id and its body."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar, cast

from namndarkivet.addresses import meeting_id
from namndarkivet.dates import PartialDate
from namndarkivet.filing import Filed, Registers, Shelf
from namndarkivet.markup import Markup
from namndarkivet.model import Body, Decision, Record
from namndarkivet.problem import Problem
from namndarkivet.register import Municipality
from namndarkivet.sections import Kind, Link, Section
from namndarkivet.source import Source

R_co = TypeVar("R_co", bound=Record, covariant=True)


@dataclass(frozen=True, slots=True)
class Entry(Generic[R_co]):
    """One document: `path` in the documents folder, `markup` its body as safe HTML (made only when a site is built), `kinds`
    the kinds of sections that have text, `denied` those that say that there are none, `operative` the text of the first
    section that decides, `links` the links of the body. The body itself stays in its file: an archive of thirty thousand
    is held in memory, and handed from process to process.
    """

    id: str
    path: str
    record: R_co
    municipality: Municipality | None = None
    markup: Markup | None = None
    kinds: frozenset[Kind] = frozenset()
    denied: frozenset[Kind] = frozenset()
    operative: str = ""
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading(Generic[R_co]):
    """A document under check: its source with places, its record, and what is known around it. `filed` is where it
    belongs by what it says, if it says enough; `shelf` what lies where it lies.
    """

    path: str
    source: Source
    record: R_co
    registers: Registers
    municipality: Municipality | None = None
    body: Body | None = None
    sections: tuple[Section, ...] = ()
    filed: Filed | None = None
    shelf: Shelf = Shelf.NOWHERE


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file beside a document: its path in the documents folder, and its checksum."""

    path: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Loaded:
    """All that lies in the documents folder. `paths` are the documents' own, whether they could be read or not."""

    root: Path
    registers: Registers
    entries: tuple[Entry[Record], ...] = ()
    attachments: tuple[Attachment, ...] = ()
    paths: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def place_of(entry: Entry[Decision]) -> tuple[str, str]:
    """The slugs of a decision's municipality and body."""
    _, municipality, body, _ = entry.id.split("/", 3)
    return municipality, body


def year_of(entry: Entry[Decision]) -> int:
    """The year that a decision is filed under."""
    return cast("int", entry.record.year_of_record)


def meeting_of(entry: Entry[Decision]) -> str | None:
    """The id of a decision's meeting; None when the day is not known."""
    date = entry.record.date
    return meeting_id(*place_of(entry), str(date)) if date and date.day else None


def order(entry: Entry[Decision]) -> tuple[PartialDate, str, str, tuple[int, str]]:
    """Sorts decisions by date, place and §."""
    record = entry.record
    return record.date or PartialDate(year_of(entry)), *place_of(entry), paragraph_order(record.paragraph)


_LONG = 10


def paragraph_order(paragraph: str) -> tuple[int, str]:
    """Sorts § 9 before § 10, and § 9 before § 9 a."""
    if len(paragraph) < _LONG and paragraph.isdecimal():
        return int(paragraph), paragraph
    number = re.match(r"\D*(\d{1,9})", paragraph)
    return int(number[1]) if number else 0, paragraph
