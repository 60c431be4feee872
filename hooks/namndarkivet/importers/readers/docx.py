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
        styles = _Styles()
        lines = [*_edges(document, styles), *_Body(document, styles).lines()]
    except (PackageNotFoundError, zipfile.BadZipFile, etree.XMLSyntaxError, KeyError, ValueError, AttributeError, OSError,
            NotImplementedError, TypeError, RecursionError, EOFError, zipfile.LargeZipFile, IndexError, RuntimeError):  # fmt: skip
        raise ImportFileError(_BROKEN) from None
    if not any(line.text for line in lines):
        raise ImportFileError("Word-filen är tom")
    return Scroll(tuple(lines), styled=True)


def _edges(document: Document, styles: _Styles) -> Iterator[Line]:
    """The headers and footers, each once."""
    seen = set()
    for section in document.sections:
        for edge in (section.first_page_header, section.header, section.footer):
            for line in _edge(edge, styles):
                if line.text not in seen:
                    seen.add(line.text)
                    yield line


def _edge(edge: _Header | _Footer, styles: _Styles) -> Iterator[Line]:
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
                yield Line(text, edge=True, whole=True, bold=styles.bold(paragraph))


class _Styles:
    """The styles of a document by id: python-docx looks for the default one through all of them each time."""

    def __init__(self) -> None:
        self.known: dict[str | None, tuple[str, bool]] = {}

    def of(self, paragraph: Paragraph) -> tuple[str, bool]:
        """The name of a paragraph's style, and whether it is bold."""
        key = paragraph._p.style  # noqa: SLF001 - python-docx has no other way
        if key not in self.known:
            style = paragraph.style
            self.known[key] = ((style.name or "") if style else "", bool(style and style.font.bold))
        return self.known[key]

    def bold(self, paragraph: Paragraph) -> bool:
        """Whether all of a paragraph is bold."""
        runs = [run for run in paragraph.runs if run.text.strip()]
        by_style = self.of(paragraph)[1] if runs else False
        return bool(runs) and all(by_style if run.bold is None else run.bold for run in runs)

    def cell_bold(self, cell: _Cell) -> bool:
        """Whether all of a cell is bold."""
        filled = [paragraph for paragraph in cell.paragraphs if paragraph.text.strip()]
        return bool(filled) and all(map(self.bold, filled))


class _Body:
    """Reads the body in order, and counts the lists as Word would."""

    def __init__(self, document: Document, styles: _Styles) -> None:
        self.document = document
        self.counts: Counter[tuple[str, int]] = Counter()
        self.formats = _formats(document)
        self.styles = styles

    def lines(self) -> Iterator[Line]:
        """The lines of the body."""
        for block in self.document.iter_inner_content():
            yield from self._table(block, 0) if isinstance(block, Table) else self._paragraph(block)

    def _paragraph(self, paragraph: Paragraph, cells: tuple[Cell, ...] = ()) -> Iterator[Line]:
        pieces = _pieces(paragraph)
        style, _ = self.styles.of(paragraph)
        for number, text in enumerate(pieces):
            lead = self._mark(paragraph, style) if number == 0 else ""
            yield Line(
                lead + text,
                gap=0.0 if number else 0.5,  # a line broken by hand goes on with its paragraph
                bold=self.styles.bold(paragraph),
                heading=bool(_HEADING.match(style)),
                whole=True,
                cells=cells or _tabs(paragraph),
            )

    def _table(self, table: Table, depth: int) -> Iterator[Line]:
        for row in table.rows:
            # Not row.cells: it walks the whole table anew for each row, and gives a merged cell once for each that it covers.
            cells = [_Cell(tc, table) for tc in row._tr.tc_lst]  # noqa: SLF001 - python-docx has no other way
            rows = [tuple(piece for p in cell.paragraphs for piece in _pieces(p)) for cell in cells]
            texts = [_clean(" ".join(pieces)) for pieces in rows]
            if len([text for text in texts if text]) > 1:
                pieces = tuple(
                    Cell(float(n), text, self.styles.cell_bold(cell), own if len(own) > 1 else ())
                    for n, (text, cell, own) in enumerate(zip(texts, cells, rows, strict=True))
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


def _clean(text: str) -> str:
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text).replace("\u00ad", "")).strip()
