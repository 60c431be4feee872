"""PDF: lines put together again from characters and their places, since a PDF knows neither lines nor paragraphs."""

from __future__ import annotations

import ctypes
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

import pypdfium2 as pdfium
from pypdfium2 import raw

from namndarkivet.importers.lines import Cell, ImportFileError, Line, Scroll

MOST_PAGES = 2000
"""More pages than any minutes have: a file made to wear us out."""

_SAME_LINE = 0.35
"""Parts of the type's size that baselines of one line may differ by."""
_APART = 1.5
"""Parts of the type's size between two pieces of a line that do not belong to one run of words."""
_OTHER_LOOK = 0.6
"""The same, where the one is bold and the other is not."""
_VOTE_COLUMNS = {"Ja", "Nej", "Avstår", "JA", "NEJ", "AVSTÅR", "Avst", "Avst."}
_MARKS = {"X", "x", "✓", "✔", "☒"}
_MARK_APART = 0.5
"""Columns of a list of votes stand close: their names, and the mark at a row's end."""
_SPACED, _SPACE = 4, 0.15
"""Letters of a spaced-out word at least; parts of the type's size that a space adds to the distance between letters."""
_BOLD = 600
_BOLD_NAME = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
_HYPHENS = ("\ufffe", "\x02")
"""What pdfium gives for a hyphen at a line's end."""


@dataclass(slots=True)
class _Word:
    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool


def read(data: bytes) -> Scroll:
    """The lines of a PDF. Raises ImportFileError when it is encrypted, broken, too long, or holds no text."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise ImportFileError("PDF-filen är låst med lösenord; spara en kopia utan lösenord") from None
        raise ImportFileError("PDF-filen är skadad och går inte att läsa; hämta den på nytt") from None
    try:
        if len(document) > MOST_PAGES:
            raise ImportFileError(f"PDF-filen har {len(document)} sidor; mer än {MOST_PAGES} läses inte")
        lines = [line for number in range(len(document)) for line in _page(document, number)]
    except pdfium.PdfiumError:
        raise ImportFileError("PDF-filen är skadad och går inte att läsa; hämta den på nytt") from None
    finally:
        document.close()
    if not any(line.text for line in lines):
        raise ImportFileError(
            "PDF-filen har ingen text, bara bilder (inläst papper); låt ett program för textigenkänning (OCR) läsa den först"
        )
    return Scroll(tuple(lines), paged=True, styled=any(line.bold for line in lines))


def _page(document: pdfium.PdfDocument, number: int) -> list[Line]:
    page = document[number]
    text = page.get_textpage()
    try:
        height = page.get_height() or 1.0
        words = list(_words(text))
    finally:
        text.close()
        page.close()
    return _with_gaps([_line(row, number, height) for row in _rows(words)], height)


def _words(page: pdfium.PdfTextPage) -> Iterator[_Word]:
    """The words of a page in the order of its content, each with its place and look."""
    handle, count = page.raw, page.count_chars()
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    x, y = ctypes.c_double(), ctypes.c_double()
    looks: dict[tuple[bytes, int], bool] = {}
    word: _Word | None = None
    for index in range(count):
        code = raw.FPDFText_GetUnicode(handle, index)
        letter = chr(code) if code and code < 0x110000 else ""  # noqa: PLR2004 - the last code point
        if not letter or letter.isspace() or (raw.FPDFText_IsGenerated(handle, index) == 1 and letter not in _HYPHENS):
            if word:
                yield word
            word = None
            continue
        raw.FPDFText_GetCharBox(handle, index, left, right, bottom, top)
        raw.FPDFText_GetCharOrigin(handle, index, x, y)
        if 0xDC00 <= code <= 0xDFFF and word:  # noqa: PLR2004 - the second half of a pair
            word.text += letter
            continue
        size = raw.FPDFText_GetFontSize(handle, index) or 1.0
        if word and (abs(y.value - word.base) > size * _SAME_LINE or x.value - word.right > size * _APART):
            yield word
            word = None
        if word is None:
            word = _Word("", x.value, x.value, y.value, size, _is_bold(handle, index, looks))
        word.text += letter
        word.right = max(word.right, right.value)
    if word:
        yield word


def _is_bold(handle: object, index: int, looks: dict[tuple[bytes, int], bool]) -> bool:
    name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    raw.FPDFText_GetFontInfo(handle, index, name, 128, flags)
    weight = raw.FPDFText_GetFontWeight(handle, index)
    key = (name.value, weight)
    if key not in looks:
        looks[key] = weight >= _BOLD or bool(_BOLD_NAME.search(name.value.decode("utf-8", "replace")))
    return looks[key]


def _rows(words: list[_Word]) -> list[list[_Word]]:
    """The words line by line from the top, each line from the left. Words that wander off the line are none."""
    rows: list[list[_Word]] = []
    for word in sorted(words, key=lambda word: -word.base):
        if rows and abs(rows[-1][0].base - word.base) <= _SAME_LINE * max(word.size, rows[-1][0].size):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [_closed(sorted(row, key=lambda word: word.left)) for row in rows]


def _closed(row: list[_Word]) -> list[_Word]:
    """A line with its spaced-out words («B e s l u t») closed up: single letters at one distance are a word, until a wider gap."""
    found: list[_Word] = []
    run: list[_Word] = []
    for word in [*row, None]:
        if word and len(word.text) == 1 and (not run or word.left - run[-1].right < _APART * word.size):
            run.append(word)
            continue
        found += _close(run) if len(run) >= _SPACED and sum(one.text.isalpha() for one in run) >= _SPACED else run
        run = []
        if word and len(word.text) == 1:
            run = [word]
        elif word:
            found.append(word)
    return found


def _close(letters: list[_Word]) -> list[_Word]:
    usual = median(after.left - before.right for before, after in pairwise(letters))
    words = [replace(letters[0])]
    for before, letter in pairwise(letters):
        if letter.left - before.right > max(2 * usual, usual + _SPACE * letter.size):
            words.append(replace(letter))
        else:
            words[-1].text += letter.text
            words[-1].right = letter.right
    return words


def _line(row: list[_Word], page: int, height: float) -> Line:
    cells: list[list[_Word]] = [[row[0]]]
    for before, word in pairwise(row):
        space = (word.left - before.right) / max(word.size, before.size)
        column = word.text in _VOTE_COLUMNS and before.text in _VOTE_COLUMNS
        mark = word is row[-1] and word.text in _MARKS and space > _MARK_APART
        if (
            column
            or mark
            or ((space > _APART or (space > _OTHER_LOOK and word.bold != before.bold)) and not _is_mark(cells[-1]))
        ):
            cells.append([word])
        else:
            cells[-1].append(word)
    pieces = tuple(Cell(cell[0].left, _joined(cell), all(word.bold for word in cell)) for cell in cells)
    letters = Counter[float]()
    for word in row:
        letters[round(word.size, 1)] += len(word.text)
    return Line(
        " ".join(piece.text for piece in pieces),
        page=page,
        x=row[0].left,
        width=row[-1].right,
        y=1 - row[0].base / height,
        size=letters.most_common(1)[0][0],
        bold=all(word.bold or not any(map(str.isalnum, word.text)) for word in row) and any(word.bold for word in row),
        cells=pieces if len(pieces) > 1 else (),
    )


def _is_mark(cell: list[_Word]) -> bool:
    """Whether a cell is only the mark of a list's item, which its text follows at a distance."""
    return len(cell) == 1 and bool(re.fullmatch(r"[-–—•▪●○o\uf000-\uf0ff]|\d{1,2}[.)]|[a-zåäö][.)]|§|§§", cell[0].text))


def _joined(cell: list[_Word]) -> str:
    """The words of a cell. What pdfium broke without a space between is put together again."""
    text = cell[0].text
    for before, word in pairwise(cell):
        near = word.left - before.right < 0.12 * word.size
        text += word.text if near else f" {word.text}"
    for hyphen in _HYPHENS:
        text = text.replace(hyphen, "-")
    # A PDF may give halves of a pair, and marks apart from their letters: what no text may hold becomes a sign of the loss.
    return unicodedata.normalize("NFC", text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))


def _with_gaps(lines: list[Line], height: float) -> list[Line]:
    """The lines with the blank space above each, in lines of the page's usual distance."""
    if not lines:
        return []
    steps = [b.y - a.y for a, b in pairwise(lines) if a.y is not None and b.y is not None]
    close = [step for step, line in zip(steps, lines[1:], strict=True) if step * height < 2 * (line.size or 12)]
    usual = median(close) if close else 1.0
    gaps = [0.0, *(max(0.0, step / usual - 1) for step in steps)]
    return [replace(line, gap=round(gap, 2)) for line, gap in zip(lines, gaps, strict=True)]
