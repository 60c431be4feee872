"""Blocks: lines put together into paragraphs, items and rows again, with the hyphens at their ends joined or kept."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from namndarkivet.importers.lines import Line

_BULLET = re.compile(r"(?:[-–—•▪●○◦■□*]|[\uf000-\uf0ff]|o(?= [A-ZÅÄÖa-zåäö]{2}))\s+(?=\S)|[•▪●\uf000-\uf0ff](?=\S)")
_NUMBER = re.compile(r"(\d{1,2})[.)]\s+(?=\S)")
_LETTER = re.compile(r"([a-zåäö])[.)]\s+(?=\S)")
_LOST_MARK = re.compile(r"[•▪●○◦■□\uf000-\uf0ff]|\d{1,2}[.)]")
"""A mark whose text stands elsewhere: its column was lost when the text was taken out of a PDF."""
_ATT = re.compile(r"[Aa]tt\s")
_KEEP_AFTER = re.compile(r"(?:och|samt|eller|respektive|till|/)\b|[A-ZÅÄÖ0-9]")
_UNITS = {"kr", "mm", "cm", "km", "kg", "kW", "MW", "it", "IT", "tv", "TV", "e", "p", "a", "b"}
_ABBREVIATION = 5
"""Letters of an abbreviation at most."""
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
    text = ""
    for line in lines:
        text = _join(text, line.strip()) if text else line.strip()
    return text


def _join(text: str, line: str) -> str:
    if text.endswith("\u00ad"):
        return text[:-1] + line
    match = re.search(r"(\S*?)[-\u2010\ufffe]$", text)
    if not match or not line:
        return f"{text} {line}".strip()
    left = match[1]
    if not left or left in {"-", "–"}:
        return f"{text} {line}" if re.match(r"[A-ZÅÄÖa-zåäö]", line) else text + line
    if re.match(r"(?:och|samt|eller|respektive)\b", line):
        return f"{text} {line}"
    if re.match(r"[A-ZÅÄÖ0-9]", line) or _kept(left):
        return text + line
    return text[:-1] + line


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


def blocks(lines: Sequence[Line]) -> tuple[Block, ...]:
    """The blocks of a section's lines, in order."""
    widest = max((line.width for line in lines), default=0.0)
    found: list[Block] = []
    open_: list[Line] = []
    mark: tuple[Form, str, str] | None = None

    def close() -> None:
        nonlocal open_, mark
        if open_:
            form, written, first = mark or (Form.TEXT, "", open_[0].text)
            text = joined([first, *(line.text for line in open_[1:])])
            if text:
                found.append(Block(form, text, written, gap=open_[0].gap, indent=open_[0].x, page=open_[0].page))
        open_, mark = [], None

    for line in lines:
        if _LOST_MARK.fullmatch(line.text):
            continue
        if len(line.cells) > 1 and not _mark(line.text) and _tabular(line):
            close()
            found.append(
                Block(
                    Form.ROW,
                    line.text,
                    cells=tuple(cell.text for cell in line.cells),
                    columns=tuple(cell.x for cell in line.cells),
                    gap=line.gap,
                    indent=line.x,
                    page=line.page,
                )
            )
            continue
        item = _mark(line.text)
        if item and item[0] is Form.ATT and open_ and _att_goes_on(open_[-1], mark, line, widest):
            item = None
        if item and item[0] is Form.NUMBERED and open_ and _number_goes_on(open_[-1], mark, item[1], line, widest):
            item = None
        if item or not open_ or not _runs_on(open_, line, mark, widest):
            close()
            mark = item
        open_.append(line)
    close()
    return tuple(found)


def _tabular(line: Line) -> bool:
    return not line.text.startswith("§")


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
    if line.whole or before.whole or (before.text.endswith(":") and line.text[:1].isupper()):
        return False
    if mark and mark[0] is Form.ATT and line.text[:1].islower() and not line.gap:
        return True
    if line.page != before.page:
        return bool(re.match(r"[a-zåäö0-9(]", line.text)) and not re.search(r"[.:?!]$", before.text)
    if line.gap > 0.4 and not (line.gap < 1.5 and _midsentence(before.text, line.text)):  # noqa: PLR2004 - parts of a line
        return False
    outdented = mark is not None and mark[0] is not Form.ATT and line.size > 0 and line.x < open_[0].x - 2
    return not outdented and (line.text[:1].islower() or before.width >= _FILLED * widest)


def _midsentence(before: str, line: str) -> bool:
    return bool(re.search(r"[a-zåäö,-]$", before)) and line[:1].islower() and not _ATT.match(line)
