"""Page furniture: what stands on every page and belongs to no paragraph (§). Found by repetition, and by the few phrases that
Swedish minutes print on a single page too.

What the pages' heads say is kept beside: it names the body and the day.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace

from namndarkivet.importers.lines import Line, Scroll

_TOP, _BOTTOM = 0.22, 0.86
"""Shares of a page's height that a head ends above, and a foot begins below."""

_SIGN = r"(?:justerandes?|justerares?|justerande|ordförandes?|ordf\.?|sekreterares?|sekr\.?|utdragsbestyrkandes?|just\.?)"
_MARK = r"(?:sign(?:atur(?:er)?)?\.?|initialer|\(sign\))"
_PHRASES = [
    re.compile(phrase, re.IGNORECASE)
    for phrase in (
        rf"(?:{_SIGN}(?:[ /]{_MARK})?[ :.]*)+(?:utdragsbestyrkande|expedierat|exp\.? ?datum)?[ :.]*{_MARK}?",
        rf"(?:{_MARK} )?(?:{_SIGN}[ :./]*)+(?:exp(?:\.|edierat|ediering)?[ :.]*)?(?:datum|dat\.)?[ :.]*{_MARK}?[ .]*",
        r"justerarsignaturer|justerares? signatur(?:er)?|signatur(?:er)? justerare|utdragsbestyrkande(?: datum)?|bestyrks(?: i tjänsten)?",
        r"justering \(sign\)(?: expediering)?|justering(?:en)? \(sign\.?\)",
        r"(?:sida|sid\.?|page|s\.) ?\d+ ?(?:av|of|/|\() ?\d+\)?",
        r"(?:sida|sid\.?|page) ?:? ?\d+",
        r"\d{1,3} ?[(\[]\d{1,3}[)\]]|\(\d{1,3}\)|\[\d{1,3}\]|\d{1,3} ?/ ?\d{1,3}|[-–—] ?\d{1,3} ?[-–—]",
        r"paragrafen är justerad(?: digitalt)?\.?",
        r"[_.…‥-]{6,}",
    )
]
_PAGE_NUMBER = re.compile(r"\d{1,4}")
_HEAD_MARK = re.compile(
    r"(?:(?:protokoll|sammanträdesprotokoll)(?: nr ?\d+| \(nr ?\d+\))|sammanträdesdatum:? ?.{0,30}|.{2,60}, protokoll"
    r"|sammanträdesprotokoll)\.?",
    re.IGNORECASE,
)
_BODY_NAME = re.compile(
    r"[A-ZÅÄÖ][\wåäöé,&/ -]{0,70}?(?:nämnden?|styrelsen?|fullmäktige|utskottet?|beredningen?|presidiet|rådet|direktion(?:en)?)"
)
_FEW = 4


@dataclass(frozen=True, slots=True)
class Clean:
    """The lines without furniture; what the heads said, each once; and what was taken away, each once."""

    scroll: Scroll
    heads: tuple[str, ...]
    taken: tuple[str, ...]


def without_furniture(scroll: Scroll) -> Clean:
    """Take the furniture out."""
    lines = scroll.lines
    repeated = _repeated(lines) if scroll.paged else set()
    marks = {number for number, line in enumerate(lines) if _HEAD_MARK.fullmatch(line.text)} if not scroll.styled else set()
    kept: list[Line] = []
    heads: dict[str, None] = {}
    taken: dict[str, None] = {}
    gap = 0.0
    for number, line in enumerate(lines):
        gone = (
            line.edge
            or number in repeated
            or _is_phrase(line)
            or _is_page_number(lines, number)
            or number in marks
            or (bool(marks) and _beside(marks, lines, number))
        )
        if not gone:
            over_page = bool(kept) and line.page != kept[-1].page
            kept.append(replace(line, gap=0.0 if over_page and not line.whole and _goes_on(kept[-1], line) else max(line.gap, gap)))
            gap = 0.0
            continue
        gap = max(gap, line.gap) if not scroll.paged else 0.0
        taken[line.text] = None
        if _says_something(line):
            heads[line.text] = None
    return Clean(replace(scroll, lines=tuple(kept)), tuple(heads), tuple(taken))


def _repeated(lines: tuple[Line, ...]) -> set[int]:
    """The lines at the top or foot of pages whose text, digits aside, stands so on at least two of them."""
    places: dict[str, list[int]] = defaultdict(list)
    for number, line in enumerate(lines):
        if _at_edge(lines, number):
            key = re.sub(r"\d+", "#", line.text.casefold())
            key = re.sub(r"\W+", " ", key) if not line.text.isdigit() else key
            places[key].append(number)
    return {
        number
        for numbers in places.values()
        for number in numbers
        if not lines[number].text.startswith("§") and any(_same_place(lines[number], lines[other]) for other in numbers)
    }


def _same_place(line: Line, other: Line) -> bool:
    """Whether two lines of different pages stand at the same place of them."""
    if line.page == other.page:
        return False
    if line.y is None or other.y is None:
        return True
    return abs(line.y - other.y) < 0.04 and abs(line.x - other.x) < 5  # noqa: PLR2004 - share of the height, points


def _at_edge(lines: tuple[Line, ...], number: int) -> bool:
    line = lines[number]
    if line.y is not None:
        return line.y < _TOP or line.y > _BOTTOM
    above = sum(1 for other in lines[max(0, number - _FEW) : number] if other.page == line.page)
    below = sum(1 for other in lines[number + 1 : number + 1 + _FEW] if other.page == line.page)
    return above < _FEW or below < _FEW


def _is_phrase(line: Line) -> bool:
    return any(phrase.fullmatch(line.text) for phrase in _PHRASES) or (
        bool(line.cells) and all(any(phrase.fullmatch(cell.text) for phrase in _PHRASES) for cell in line.cells)
    )


def _is_page_number(lines: tuple[Line, ...], number: int) -> bool:
    """A bare number as the first or last line of its page."""
    line = lines[number]
    if not _PAGE_NUMBER.fullmatch(line.text) or line.whole:
        return False
    if line.y is not None:
        return line.y < 0.1 or line.y > 0.9  # noqa: PLR2004 - the rim of the page
    before, after = number == 0 or lines[number - 1].page != line.page, number + 1 == len(lines) or lines[number + 1].page != line.page
    return (before or after) and (number > 0 or len(lines) > 1) and lines[-1].page > 0


def _beside(marks: set[int], lines: tuple[Line, ...], number: int) -> bool:
    """In text without places: a body's bare name close to a line that only a page's head has."""
    if not _BODY_NAME.fullmatch(lines[number].text):
        return False
    return any(number + step in marks for step in range(-3, 4) if step)


def _says_something(line: Line) -> bool:
    return bool(re.search(r"[^\W\d_]{4}|\d{4}", line.text)) and not _is_phrase(line)


def _goes_on(before: Line, line: Line) -> bool:
    """Whether a paragraph runs on over the turn of a page."""
    return not re.search(r"[.:?!]$", before.text) and bool(re.match(r"[a-zåäö(0-9]", line.text)) and not line.bold
