"""Sections of one §: each heading with its lines and blocks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from namndarkivet.importers.blocks import Block, Layout, blocks
from namndarkivet.importers.headings import LEAD_IN, Heading, heading, heading_kind
from namndarkivet.importers.lines import Line
from namndarkivet.sections import Kind

_FAREWELL = re.compile(
    r"(?:med )?(?:vänlig(?:a)?|bästa) hälsning(?:ar)?|hälsningar\b|mvh\b|från: |>|(?:rätt|riktigt) utdrag\w* (?:intyga\w*|bestyrke?s)",
    re.IGNORECASE,
)
"""Where a mail ends that a § was sent in, or an extract is attested."""
_LAYOUTS = {Kind.BASIS: Layout.ENTRIES, Kind.RECIPIENTS: Layout.LINES}


@dataclass(frozen=True, slots=True)
class Part:
    """A heading (None for what stands before the first) with the lines and blocks below it."""

    heading: Heading | None
    lines: tuple[Line, ...]
    blocks: tuple[Block, ...]
    listed: bool = False

    @property
    def kind(self) -> Kind:
        """What kind of section it is. A list of votes at the end of a § (`listed`) is one without a heading."""
        if self.listed:
            return Kind.DIVISION
        return self.heading.kind if self.heading else Kind.OTHER

    @property
    def text(self) -> str:
        """All of its text."""
        return "\n".join(block.text for block in self.blocks)


def parts(lines: Sequence[Line], *, styled: bool) -> tuple[Part, ...]:
    """The sections of a §'s lines in order; the first without a heading is left out when it is empty."""
    found: list[tuple[Heading | None, list[Line]]] = [(None, [])]
    end = _voting_list(lines, styled=styled)
    for line in lines[:end]:
        if re.match(r"-{3,}\w", line.text):  # Göteborg: what happened besides, below the last section
            found.append((None, [line]))
            continue
        if _FAREWELL.match(line.text):
            found.append((None, [line]))
            continue
        if beside := _beside(line):
            found.append((beside[0], list(beside[1])))
            continue
        title = heading(line, styled=styled)
        above = found[-1]
        leads_in = title and title.kind in {Kind.PROPOSAL, Kind.DECISION} and LEAD_IN.search(title.words)
        if title and not (leads_in and above[0] and above[0].kind in {Kind.DECISION, Kind.PROPOSAL} and not above[1]):
            found.append((title, [replace(line, text=title.rest, bold=False)] if title.rest else []))
        else:
            found[-1][1].append(line)
    widest = max((line.width for line in lines), default=0.0)
    made = [
        Part(
            title,
            tuple(own),
            blocks(own, widest, _LAYOUTS.get(title.kind, Layout.RUNNING) if title else Layout.RUNNING),
        )
        for title, own in found
    ]
    if end < len(lines):
        made.append(Part(None, tuple(lines[end:]), blocks(lines[end:], widest), listed=True))
    return tuple(part for part in made if part.heading or part.lines)


def _beside(line: Line) -> tuple[Heading, tuple[Line, ...]] | None:
    """A heading in a column of its own at the left, and the lines beside it."""
    if len(line.cells) != 2:  # noqa: PLR2004 - heading and text
        return None
    label, text = line.cells
    kind = heading_kind(label.text)
    if kind in {None, Kind.OTHER} or not label.text[:1].isupper() or not re.search(r"[^\W\d_]", text.text):
        return None
    own = replace(line, x=text.x, cells=(), bold=False)
    return Heading(label.text.rstrip(": "), kind or Kind.OTHER), tuple(
        replace(own, text=row) for row in text.rows or (text.text,)
    )


def _voting_list(lines: Sequence[Line], *, styled: bool) -> int:
    """Where a list of votes begins that follows the last section: the names of its columns, with the lines above that say what
    was voted on. The number of lines where there is none, or where it stands under a heading of its own.
    """
    for at, line in enumerate(lines):
        if {"ja", "nej"} <= {cell.text.strip(" :").casefold() for cell in line.cells}:
            if any(heading(line, styled=styled) for line in lines[at + 1 :]):
                return len(lines)
            start = at
            while start and _LIST_LEAD.fullmatch(lines[start - 1].text) and at - start < 4:  # noqa: PLR2004 - lines of a title
                start -= 1
                named = heading(lines[start], styled=styled)
                if named and named.kind is Kind.DIVISION:
                    return len(lines)
            return start if start < at else len(lines)
    return len(lines)


_LIST_LEAD = re.compile(r"(?:Ärende|Omröstning|Votering|Röst|Sammanträde|Närvaro|Bilaga|§).*(?<![.:])", re.IGNORECASE)
