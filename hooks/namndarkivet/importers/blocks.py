"""Blocks: lines put together into paragraphs, items and rows again, with the hyphens at their ends joined or kept."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from namndarkivet.importers.lines import Line

_BULLET = re.compile(r"(?:[-–—•·▪●○◦■□*]|[\uf000-\uf0ff]|o(?= [A-ZÅÄÖa-zåäö]{2}))\s+(?=\S)|[•·▪●\uf000-\uf0ff](?=\S)")
_NUMBER = re.compile(r"(\d{1,2})[.)]\s+(?=\S)")
_LETTER = re.compile(r"([a-zåäö])[.)]\s+(?=\S)")
_ACTS = re.compile(
    r"(?:[A-ZÅÄÖ][^\W\d_-]+[ -]){1,4}\([A-ZÅÄÖ]{1,4}\) (?:yrkar|antecknar|reserverar|föreslår|anmäler|deltar|lämnar)\b"
)
"""A line that begins with what a person does: minutes give each a line of their own."""
_LOST_MARK = re.compile(r"[•▪●○◦■□\uf000-\uf0ff]|\d{1,2}[.)]")
"""A mark whose text stands elsewhere: its column was lost when the text was taken out of a PDF."""
_ATT = re.compile(r"[Aa]tt\s")
_KEEP_AFTER = re.compile(r"(?:och|samt|eller|respektive|till|/)\b|[A-ZÅÄÖ0-9]")
_UNITS = {"kr", "mm", "cm", "km", "kg", "kW", "MW", "it", "IT", "tv", "TV", "e", "p", "a", "b"}
_NEW = 0.12
"""Parts of a line between paragraphs, where the one above ends with a full stop."""
_ABBREVIATION = 5
"""Letters of an abbreviation at most."""
_PAIR, _WORDS_OF_SENTENCE = 2, 2
_FILLED = 0.82
"""Share of the block's width that a line which runs on fills at least."""


class Form(StrEnum):
    """What a block is."""

    TEXT = "text"
    NUMBERED = "nummer"
    LETTERED = "bokstav"
    ATT = "att"
    BULLET = "punkt"
    ROW = "rad"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, an item of a list (`mark` as written) or a row of a table (`cells`, and `columns`: where each begins)."""

    form: Form
    text: str
    mark: str = ""
    cells: tuple[str, ...] = ()
    columns: tuple[float, ...] = ()
    gap: float = 0.0
    indent: float = 0.0
    page: int = 0


def joined(lines: Sequence[str]) -> str:
    """Lines as one text. A hyphen at a line's end is kept or taken out by what stands on its sides."""
    pieces: list[str] = []
    for line in map(str.strip, lines):
        if pieces and line:
            pieces[-1], between = _end(pieces[-1], line)
            pieces += [between] if between else []
        if line:
            pieces.append(line)
    return "".join(pieces)


_LAST_WORD = re.compile(r"(\S{0,40})[-\u2010\ufffe]$")


def _end(before: str, line: str) -> tuple[str, str]:
    """How a line ends when another follows, and what comes between them."""
    if before.endswith("\u00ad"):
        return before[:-1], ""
    match = _LAST_WORD.search(before[-60:])
    if not match:
        return before, " "
    left = match[1]
    if not left or left in {"-", "–"}:
        return before, " " if line[:1].isalpha() else ""
    if re.match(r"(?:och|samt|eller|respektive)\b", line):
        return before, " "
    if re.match(r"[A-ZÅÄÖ0-9]", line) or _kept(left):
        return before, ""
    return before[:-1], ""


def _kept(left: str) -> bool:
    """Whether a hyphen belongs to the word: after one letter, digits, capitals or a unit."""
    bare = left.rsplit("-", maxsplit=1)[-1].strip("(\"”'")
    return (
        len(bare) <= 1
        or bare in _UNITS
        or bare.isdigit()
        or (bare.isupper() and len(bare) <= _ABBREVIATION)
        or bool(re.search(r"\d$", bare))
    )


class Layout(StrEnum):
    """How the lines of a section follow on each other."""

    RUNNING = "löpande"
    ENTRIES = "poster"
    LINES = "rader"


_ENDS = {
    Layout.RUNNING: re.compile(r"(?!)"),
    Layout.ENTRIES: re.compile(r"\.$"),
    Layout.LINES: re.compile(r"(?<![,-])(?<!\boch)(?<!\bsamt)(?<!\bför)$"),
}
"""What ends a block besides its look: in a list of entries without marks a full stop, in a list of names each line."""


def blocks(lines: Sequence[Line], widest: float | None = None, layout: Layout = Layout.RUNNING) -> tuple[Block, ...]:
    """The blocks of a section's lines, in order. `widest`: how far the lines of the whole § reach."""
    builder = _Builder(max((line.width for line in lines), default=0.0) if widest is None else widest, layout)
    for line in lines:
        builder.add(line)
    builder.close()
    return tuple(builder.found)


class _Builder:
    """Takes lines one by one: each goes on with the block that is open, or closes it."""

    def __init__(self, widest: float, layout: Layout) -> None:
        self.widest, self.ends = widest, _ENDS[layout]
        self.found: list[Block] = []
        self.open: list[Line] = []
        self.mark: tuple[Form, str, str] | None = None

    def add(self, line: Line) -> None:
        """Take the next line."""
        if _LOST_MARK.fullmatch(line.text):
            return
        item = _mark(line.text)
        item = item or self._bare_number(line)
        if len(line.cells) > 1 and not item and not line.text.startswith("§"):
            self.close()
            self.found.append(_row(line))
            return
        if item and self.open and self._only_goes_on(item, line):
            item = None
        runs_on = bool(self.open) and _runs_on(self.open, line, self.mark, self.widest)
        if item or not runs_on or self.ends.search(self.open[-1].text):
            self.close()
            self.mark = item
        self.open.append(line)

    def _bare_number(self, line: Line) -> tuple[Form, str, str] | None:
        """A number without a stop that stands apart from a sentence («1   Planen antas.»), where it is the next of its list."""
        if len(line.cells) != _PAIR or not re.fullmatch(r"\d{1,2}", line.cells[0].text):
            return None
        number, text = line.cells[0].text, line.cells[1].text
        before = self.mark if self.open else None
        if before is None and self.found and self.found[-1].form is Form.NUMBERED:
            before = Form.NUMBERED, self.found[-1].mark, ""
        last = int(re.sub(r"\D", "", before[1]) or 0) if before and before[0] is Form.NUMBERED else 0
        sentence = text[:1].isupper() and len(text.split()) >= _WORDS_OF_SENTENCE
        return (Form.NUMBERED, number, text) if int(number) == last + 1 and sentence else None

    def close(self) -> None:
        """End the block that is open."""
        if self.open:
            first = self.open[0]
            form, written, start = self.mark or (Form.TEXT, "", first.text)
            if text := joined([start, *(line.text for line in self.open[1:])]):
                self.found.append(Block(form, text, written, gap=first.gap, indent=first.x, page=first.page))
        self.open, self.mark = [], None

    def _only_goes_on(self, item: tuple[Form, str, str], line: Line) -> bool:
        before = self.open[-1]
        if item[0] is Form.ATT:
            return _att_goes_on(before, self.mark, line, self.widest)
        return item[0] is Form.NUMBERED and _number_goes_on(before, self.mark, item[1], line, self.widest)


def _row(line: Line) -> Block:
    cells, columns = tuple(cell.text for cell in line.cells), tuple(cell.x for cell in line.cells)
    return Block(Form.ROW, line.text, "", cells, columns, line.gap, line.x, line.page)


def _mark(text: str) -> tuple[Form, str, str] | None:
    """The mark that an item begins with: its form, as written, and the text after it."""
    for form, pattern in ((Form.NUMBERED, _NUMBER), (Form.LETTERED, _LETTER), (Form.BULLET, _BULLET)):
        if match := pattern.match(text):
            return form, match[0].strip(), text[match.end() :]
    if _ATT.match(text):
        return Form.ATT, "", text
    return None


def _att_goes_on(before: Line, mark: tuple[Form, str, str] | None, line: Line, widest: float) -> bool:
    """Whether «att» at a line's start only goes on with the sentence above: «… uppdrag till kommunstyrelsen ⏎ att göra …»."""
    if line.gap or line.whole or before.whole or line.page != before.page or line.text[:1] == "A":
        return False
    if re.search(r"\bbeslutar?:$", line.text):  # «… och föreslår ⏎ att kommunfullmäktige beslutar:»
        return True
    if before.width < _FILLED * widest or re.search(
        r"[.:;]$|\b(?:besluta[rt]?|föreslår|föreslå|följande|hemställer)$", before.text
    ):
        return False
    return not (mark and mark[0] is Form.ATT and re.search(r",$|\b(?:samt|och|dels)$", before.text))


def _number_goes_on(before: Line, mark: tuple[Form, str, str] | None, number: str, line: Line, widest: float) -> bool:
    """Whether a number at a line's start only goes on with the sentence above: «(artikel ⏎ 12) behöver …»."""
    if line.gap or line.whole or before.whole or number.rstrip(".)") == "1":
        return False
    follows = (
        mark is not None and mark[0] is Form.NUMBERED and int(number.rstrip(".)")) == int(mark[1].rstrip(".)")) + 1
    )
    return not follows and before.width >= _FILLED * widest and not re.search(r"[.:;]$", before.text)


def _runs_on(open_: list[Line], line: Line, mark: tuple[Form, str, str] | None, widest: float) -> bool:
    """Whether a line goes on with the block that is open."""
    before = open_[-1]
    if line.whole or before.whole or _ended(before, line):
        return False
    if mark and mark[0] is Form.ATT and line.text[:1].islower() and not line.gap:
        return True
    if line.page != before.page:
        return bool(re.match(r"[a-zåäö0-9(]", line.text)) and not re.search(r"[.:?!]$", before.text)
    if re.search(r"\w-$|,$", before.text) and not line.gap:
        return True
    if line.gap > 0.4 and not (line.gap < 1.5 and _midsentence(before.text, line.text)):  # noqa: PLR2004 - parts of a line
        return False
    outdented = mark is not None and mark[0] is not Form.ATT and line.size > 0 and line.x < open_[0].x - 2
    return not outdented and (line.text[:1].islower() or before.width >= _FILLED * widest)


def _ended(before: Line, line: Line) -> bool:
    """Whether the line before ends its paragraph: a colon before a capital, a full stop before some space or before what
    the next person does.
    """
    if before.text.endswith(":") and line.text[:1].isupper():
        return True
    if before.text.endswith(".") and _ACTS.match(line.text):
        return True
    return line.page == before.page and line.gap > _NEW and bool(re.search(r"[.:!?]$", before.text))


def _midsentence(before: str, line: str) -> bool:
    return bool(re.search(r"[a-zåäö,-]$", before)) and line[:1].islower() and not _ATT.match(line)
