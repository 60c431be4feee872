"""Word: each paragraph is a line, each row of a table too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from namndarkivet.importers.lines import Cell, ImportFileError, Line, Scroll
from namndarkivet.importers.readers.wordlists import Lists
from namndarkivet.importers.readers.wordpackage import BROKEN, BrokenPackageError, Package, TooLargeError, opened, qn
from namndarkivet.importers.readers.wordstyles import Style, styles_of
from namndarkivet.importers.readers.wordxml import boxes, children, clean, number_in, pieces, runs, text_of

_HEADING = re.compile(r"(?:heading|rubrik|title|titel)\b", re.IGNORECASE)
_BULLETED = re.compile(r"List (?:Bullet|Paragraph Bullet)|Punktlista")
_NUMBERED = re.compile(r"List Number|Numrerad lista")
_DEEPEST = 6
"""Tables and text boxes within one another at most."""


def read(data: bytes) -> Scroll:
    """The lines of a Word document. Raises ImportFileError when it is broken, too large or empty."""
    try:
        package = opened(data)
        reader = _Reader(package)
        lines = [*_edges(package, reader), *reader.lines(package.body)]
    except TooLargeError:
        raise ImportFileError("Word-filen är för stor när den packas upp") from None
    except (BrokenPackageError, RecursionError, ValueError):
        raise ImportFileError(BROKEN) from None
    if not any(line.text for line in lines):
        raise ImportFileError("Word-filen är tom")
    return Scroll(tuple(lines), styled=True)


def _edges(package: Package, reader: _Reader) -> Iterator[Line]:
    """The headers and footers, each line once."""
    seen = set()
    for edge in package.edges:
        for paragraph in edge.iter(qn("w:p")):
            for text in pieces(text_of(paragraph)):
                if text not in seen:
                    seen.add(text)
                    yield Line(text, edge=True, whole=True, bold=reader.bold(paragraph))


class _Reader:
    """Reads what stands in the body, a cell or a text box, in order, and counts the lists as Word would."""

    def __init__(self, package: Package) -> None:
        self.styles = styles_of(package.styles)
        self.lists = Lists(package.numbering)
        self.by_style = 0

    def lines(self, holder: Element, depth: int = 0) -> Iterator[Line]:
        """The lines of what holds paragraphs and tables."""
        for block in children(holder, "w:p", "w:tbl"):
            if block.tag == qn("w:tbl"):
                yield from self._table(block, depth)
                continue
            yield from self._paragraph(block)
            if depth < _DEEPEST:
                for box in boxes(block):
                    yield from self.lines(box, depth + 1)

    def style(self, paragraph: Element) -> Style:
        """The style of a paragraph."""
        named = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        return self.styles.get("" if named is None else named.get(qn("w:val"), ""), Style())

    def bold(self, paragraph: Element) -> bool:
        """Whether all of a paragraph is bold."""
        own = [bold for text, bold in runs(paragraph) if text.strip()]
        by_style = self.style(paragraph).bold
        return bool(own) and all(by_style if bold is None else bold for bold in own)

    def _paragraph(self, paragraph: Element) -> Iterator[Line]:
        text = text_of(paragraph)
        style = self.style(paragraph)
        heading = bool(_HEADING.match(style.name))
        own = pieces(text)
        mark = self._mark(paragraph, style, heading=heading, empty=not own)
        cells = _tabs(text)
        for number, piece in enumerate(own or ([""] if mark else [])):
            yield Line(
                (mark + piece).strip() if number == 0 else piece,
                gap=0.0 if number else 0.5,  # a line broken by hand goes on with its paragraph
                bold=self.bold(paragraph),
                heading=heading,
                whole=True,
                cells=cells,
            )

    def _table(self, table: Element, depth: int) -> Iterator[Line]:
        for row in children(table, "w:tr"):
            if row.find(f"{qn('w:trPr')}/{qn('w:del')}") is not None:
                continue
            at, cells = 0, []
            for cell in children(row, "w:tc"):
                inner = list(_paragraphs(cell))
                own = tuple(piece for paragraph in inner for piece in pieces(text_of(paragraph)))
                if own:
                    bold = all(self.bold(one) for one in inner if clean(text_of(one)))
                    cells.append((Cell(float(at), clean(" ".join(own)), bold, own if len(own) > 1 else ()), cell))
                at += max(1, number_in(cell.find(qn("w:tcPr")), "w:gridSpan", 1))
            if len(cells) > 1:
                filled = tuple(cell for cell, _ in cells)
                yield Line(
                    " ".join(cell.text for cell in filled),
                    gap=0.5,
                    whole=True,
                    bold=all(cell.bold for cell in filled),
                    cells=filled,
                )
            elif cells and depth < _DEEPEST:
                yield from self.lines(cells[0][1], depth + 1)

    def _mark(self, paragraph: Element, style: Style, *, heading: bool, empty: bool) -> str:
        """The number or mark that Word sets before a paragraph of a list; before an empty one only that of a §."""
        own = paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        number = str(number_in(own, "w:numId", -1)) if own is not None else style.list
        if number and number != "-1":
            if number == "0" or (empty and not heading):  # 0 takes a style's number away
                return ""
            mark = self.lists.mark(number, number_in(own, "w:ilvl", style.level), heading=heading)
            return mark if not empty or "§" in mark else ""
        if empty:
            return ""
        if _BULLETED.match(style.name):
            return "- "
        self.by_style = self.by_style + 1 if _NUMBERED.match(style.name) else 0
        return f"{self.by_style}. " if self.by_style else ""


def _paragraphs(cell: Element, depth: int = 0) -> Iterator[Element]:
    """The paragraphs of a cell, those of tables in it too."""
    for block in children(cell, "w:p", "w:tbl"):
        if block.tag == qn("w:p"):
            yield block
        elif depth < _DEEPEST:
            for row in children(block, "w:tr"):
                for inner in children(row, "w:tc"):
                    yield from _paragraphs(inner, depth + 1)


def _tabs(text: str) -> tuple[Cell, ...]:
    """The pieces of a paragraph that tabs keep apart."""
    found = tuple(Cell(float(number), piece) for number, raw in enumerate(text.split("\t")) if (piece := clean(raw)))
    return found if len(found) > 1 else ()
