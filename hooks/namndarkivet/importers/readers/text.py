"""Plain text, as pasted or as another program has extracted it: form feeds are pages, blank lines gaps."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

from namndarkivet.importers.lines import Cell, ImportFileError, Line, Scroll

_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_TAB = 200
"""Characters between two columns that tabs keep apart: more than any text before a tab is long."""
_COLUMNS = re.compile(r"(?<=\S) {3,}(?=\S)|\t+")


def read(data: bytes) -> Scroll:
    """The lines of a text. Raises ImportFileError when it is none or empty."""
    text = unicodedata.normalize("NFC", decoded(data))
    controls = len(_CONTROLS.findall(text[:4000]))
    if not text.strip():
        raise ImportFileError("filen är tom")
    if text.count("\0") or controls > len(text[:4000]) / 20:
        raise ImportFileError("filen är ingen text; spara den som PDF, Word-dokument (DOCX), webbsida eller ren text")
    text = _CONTROLS.sub("", text)
    return Scroll(tuple(_lines(text)), paged="\f" in text.strip("\f\n "))


def decoded(data: bytes) -> str:
    """Bytes as text: UTF-8, UTF-16 with its mark, else Windows' old Western set, which old Swedish files are in."""
    for mark, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig")):
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _lines(text: str) -> list[Line]:
    found: list[Line] = []
    for page, sheet in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\f")):
        rows = sheet.replace("\u2028", "\n").replace("\x0b", "\n").split("\n")
        blank = 0
        for row in rows:
            bare = row.replace("\u00ad", "").strip("\u200b\ufeff \t\u00a0")
            if not bare:
                blank += 1
                continue
            indent = len(row) - len(row.lstrip())
            found.append(
                Line(
                    re.sub(r"[ \t\u00a0\u2007\u202f]+", " ", bare),
                    page=page,
                    gap=float(blank if found else 0),
                    x=float(indent),
                    width=float(indent + len(bare)),
                    cells=_cells(row),
                )
            )
            blank = 0
    return found


def _cells(row: str) -> tuple[Cell, ...]:
    """The columns of a line that keeps them apart by tabs or several spaces: an empty cell between tabs keeps its place."""
    edges = [0, *(edge for gap in _COLUMNS.finditer(row) for edge in gap.span()), len(row)]
    spans = [(start, row[start:end]) for start, end in list(pairwise(edges))[::2]]
    pieces = [(start + len(piece) - len(piece.lstrip()), piece.strip()) for start, piece in spans if piece.strip()]
    return tuple(Cell(_place(row, start), piece) for start, piece in pieces) if len(pieces) > 1 else ()


def _place(row: str, at: int) -> float:
    """Where a character stands: in characters, and a tab goes to the next column."""
    before = row[:at]
    return float(before.count("\t") * _TAB + len(before) - before.rfind("\t") - 1)
