"""What every reader makes of a file: lines of text, each with what the format tells of its look and place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class ImportFileError(Exception):
    """A file that cannot be imported; its text is one Swedish sentence for the reader, without the file's name."""


class Cell(NamedTuple):
    """A piece of a line that stands apart from the rest of it: its left edge (points or characters), text, whether bold; and the
    lines of its own that the text was joined from, where it has several.
    """

    x: float
    text: str
    bold: bool = False
    rows: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it stands on the page; in a format without lines (`whole`) one paragraph.

    `page` counts from 0. `gap`: blank lines above, in parts of a line where the format has places. `x`: left edge in points,
    in a format without places in characters. `width`: how far the line reaches, in the same unit. `y`: share of the page's
    height from its top, None where there are no pages. `size`: of the type in points, 0 where not told. `cells` when the
    line is made of several pieces: a table's row or columns. `edge`: it comes from a page's own header or footer.
    """

    text: str
    page: int = 0
    gap: float = 0.0
    x: float = 0.0
    width: float = 0.0
    y: float | None = None
    size: float = 0.0
    bold: bool = False
    heading: bool = False
    whole: bool = False
    edge: bool = False
    cells: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class Scroll:
    """All lines of one file, in reading order. `paged`: the lines know their pages and places; `styled`: what is bold or a
    heading is told.
    """

    lines: tuple[Line, ...]
    paged: bool = False
    styled: bool = False
