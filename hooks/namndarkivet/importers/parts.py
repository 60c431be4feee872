"""Sections of one §: each heading with its lines and blocks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from namndarkivet.importers.blocks import Block, blocks
from namndarkivet.importers.headings import Heading, heading
from namndarkivet.importers.lines import Line
from namndarkivet.sections import Kind


@dataclass(frozen=True, slots=True)
class Part:
    """A heading (None for what stands before the first) with the lines and blocks below it."""

    heading: Heading | None
    lines: tuple[Line, ...]
    blocks: tuple[Block, ...]

    @property
    def kind(self) -> Kind:
        """What kind of section it is."""
        return self.heading.kind if self.heading else Kind.OTHER

    @property
    def text(self) -> str:
        """All of its text."""
        return "\n".join(block.text for block in self.blocks)


def parts(lines: Sequence[Line], *, styled: bool) -> tuple[Part, ...]:
    """The sections of a §'s lines in order; the first without a heading is left out when it is empty."""
    found: list[tuple[Heading | None, list[Line]]] = [(None, [])]
    for line in lines:
        title = heading(line, styled=styled)
        if title:
            found.append((title, [replace(line, text=title.rest, bold=False)] if title.rest else []))
        else:
            found[-1][1].append(line)
    made = [Part(title, tuple(own), blocks(own)) for title, own in found]
    return tuple(part for part in made if part.heading or part.lines)
