"""Word: each paragraph is a line; numbers and marks of lists, which Word does not store as text, are counted out again."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Iterator
from typing import Any

import docx
from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.section import _Footer, _Header
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from lxml import etree

from namndarkivet.importers.lines import Cell, ImportFileError, Line, Scroll

LARGEST = 80_000_000
"""Bytes that a document may hold unpacked: more is a file made to wear us out."""
_BROKEN = "Word-filen är skadad och går inte att läsa; öppna den i Word och spara den på nytt"
_HEADING = re.compile(r"(?:heading|rubrik|title|titel)\b", re.IGNORECASE)
_DEEPEST_TABLE = 4


def read(data: bytes) -> Scroll:
    """The lines of a Word document. Raises ImportFileError when it is broken, too large or empty."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            if sum(part.file_size for part in parts.infolist()) > LARGEST:
                raise ImportFileError("Word-filen är för stor när den packas upp")
        document = docx.Document(io.BytesIO(data))
        lines = [*_edges(document), *_Body(document).lines()]
    except (PackageNotFoundError, zipfile.BadZipFile, etree.XMLSyntaxError, KeyError, ValueError, AttributeError, OSError,
            NotImplementedError, TypeError, RecursionError, EOFError, zipfile.LargeZipFile, IndexError, RuntimeError):  # fmt: skip
        raise ImportFileError(_BROKEN) from None
    if not any(line.text for line in lines):
        raise ImportFileError("Word-filen är tom")
    return Scroll(tuple(lines), styled=True)


def _edges(document: Document) -> Iterator[Line]:
    """The headers and footers, each once."""
    seen = set()
    for section in document.sections:
        for edge in (section.first_page_header, section.header, section.footer):
            for line in _edge(edge):
                if line.text not in seen:
                    seen.add(line.text)
                    yield line


def _edge(edge: _Header | _Footer) -> Iterator[Line]:
    if edge.is_linked_to_previous:
        return
    for paragraph in edge.iter_inner_content():
        if isinstance(paragraph, Table):
            for row in paragraph.rows:
                for cell in row.cells:
                    if text := _clean(cell.text):
                        yield Line(text, edge=True, whole=True)
        else:
            for text in _pieces(paragraph):
                yield Line(text, edge=True, whole=True, bold=_bold(paragraph))


class _Body:
    """Reads the body in order, and counts the lists as Word would."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.counts: Counter[tuple[str, int]] = Counter()
        self.formats = _formats(document)

    def lines(self) -> Iterator[Line]:
        """The lines of the body."""
        for block in self.document.iter_inner_content():
            yield from self._table(block, 0) if isinstance(block, Table) else self._paragraph(block)

    def _paragraph(self, paragraph: Paragraph, cells: tuple[Cell, ...] = ()) -> Iterator[Line]:
        pieces = _pieces(paragraph)
        style = (paragraph.style.name if paragraph.style is not None else "") or ""
        for number, text in enumerate(pieces):
            lead = self._mark(paragraph, style) if number == 0 else ""
            yield Line(
                lead + text,
                gap=0.5,
                bold=_bold(paragraph),
                heading=bool(_HEADING.match(style)),
                whole=True,
                cells=cells or _tabs(paragraph),
            )

    def _table(self, table: Table, depth: int) -> Iterator[Line]:
        for row in table.rows:
            cells: list[_Cell] = []
            for cell in row.cells:
                if not cells or cell._tc is not cells[-1]._tc:  # noqa: SLF001 - merged cells are one cell given twice
                    cells.append(cell)
            texts = [_clean(" ".join(p.text for p in cell.paragraphs)) for cell in cells]
            if len([text for text in texts if text]) > 1:
                pieces = tuple(
                    Cell(float(n), text, _cell_bold(cell))
                    for n, (text, cell) in enumerate(zip(texts, cells, strict=True))
                    if text
                )
                yield Line(
                    " ".join(piece.text for piece in pieces),
                    gap=0.5,
                    whole=True,
                    bold=all(p.bold for p in pieces),
                    cells=pieces,
                )
            elif depth < _DEEPEST_TABLE:
                for cell in cells:
                    for block in cell.iter_inner_content():
                        yield from self._table(block, depth + 1) if isinstance(block, Table) else self._paragraph(block)

    def _mark(self, paragraph: Paragraph, style: str) -> str:
        """The number or mark that Word sets before a paragraph of a list."""
        place: Any = paragraph._p.pPr.numPr if paragraph._p.pPr is not None else None  # noqa: SLF001 - python-docx has no other way
        if place is not None and place.numId is not None:
            number, level = str(place.numId.val), place.ilvl.val if place.ilvl is not None else 0
            kind, start = self.formats.get((number, level), ("decimal", 1))
            if kind == "none":
                return ""
            if kind == "bullet":
                return "- "
            for deeper in range(level + 1, 9):
                self.counts[number, deeper] = 0
            self.counts[number, level] += 1
            count = self.counts[number, level] + start - 1
            return f"{_letter(count)}. " if "etter" in kind else f"{count}. "
        if re.match(r"List (?:Bullet|Paragraph Bullet)|Punktlista", style):
            return "- "
        if re.match(r"List Number|Numrerad lista", style):
            self.counts["style", 0] += 1
            return f"{self.counts['style', 0]}. "
        self.counts["style", 0] = 0
        return ""


def _formats(document: Document) -> dict[tuple[str, int], tuple[str, int]]:
    """For each list and level, how it counts and from where (ECMA-376, numbering definitions)."""
    try:
        root = document.part.numbering_part.element
    except (KeyError, NotImplementedError, AttributeError):
        return {}
    abstract: dict[str, dict[int, tuple[str, int]]] = {}
    for definition in root.iter(qn("w:abstractNum")):
        levels = {}
        for level in definition.iter(qn("w:lvl")):
            kind = level.find(qn("w:numFmt"))
            start = level.find(qn("w:start"))
            begins = start.get(qn("w:val"), "1") if start is not None else "1"
            levels[int(level.get(qn("w:ilvl"), "0"))] = (
                kind.get(qn("w:val"), "decimal") if kind is not None else "decimal",
                int(begins) if begins.isdecimal() else 1,
            )
        abstract[definition.get(qn("w:abstractNumId"), "")] = levels
    found = {}
    for number in root.iter(qn("w:num")):
        link = number.find(qn("w:abstractNumId"))
        levels = abstract.get(link.get(qn("w:val"), "") if link is not None else "", {})
        found.update({(number.get(qn("w:numId"), ""), level): how for level, how in levels.items()})
    return found


def _letter(count: int) -> str:
    return chr(ord("a") + (count - 1) % 26)


def _pieces(paragraph: Paragraph) -> list[str]:
    return [piece for raw in re.split(r"[\n\v\f]", paragraph.text) if (piece := _clean(raw))]


def _tabs(paragraph: Paragraph) -> tuple[Cell, ...]:
    """The pieces of a paragraph that tabs keep apart."""
    pieces = [_clean(piece) for piece in paragraph.text.split("\t")]
    found = tuple(Cell(float(number), piece) for number, piece in enumerate(pieces) if piece)
    return found if len(found) > 1 else ()


def _bold(paragraph: Paragraph) -> bool:
    runs = [run for run in paragraph.runs if run.text.strip()]
    if not runs:
        return False
    by_style = bool(paragraph.style is not None and paragraph.style.font.bold)
    return all(by_style if run.bold is None else run.bold for run in runs)


def _cell_bold(cell: _Cell) -> bool:
    filled = [paragraph for paragraph in cell.paragraphs if paragraph.text.strip()]
    return bool(filled) and all(_bold(paragraph) for paragraph in filled)


def _clean(text: str) -> str:
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text).replace("\u00ad", "")).strip()
