"""Paragraphs (§): where each begins and ends, its number, registry number and title.

A contents list names every § once more, running text names § of other meetings, and a page's head may repeat the one that it
continues. So every line that could begin a § is weighed, and the heaviest chain of rising numbers is taken.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from namndarkivet.importers.headings import heading
from namndarkivet.importers.lines import Line, Scroll
from namndarkivet.importers.registry import registry_number

_ORGAN = r"(?:[A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{0,6}(?:[ /-]?[Aa][Uu])?\.?)"
_START = re.compile(
    rf"(?:(?P<organ>{_ORGAN}) ?)?§+ ?(?P<number>\d{{1,4}})(?P<year>\s?/\s?(?:19|20)?\d\d(?!\d))?(?P<letter> ?[a-h](?![\wåäö]))?[.:]?(?P<rest>.*)"
)
_BARE_START = re.compile(rf"(?P<organ>{_ORGAN}) (?P<number>\d{{1,3}})(?P<year>/(?:19|20)\d\d)?(?P<rest>(?: .*)?)")
_POINT = re.compile(r"(?:Punkt|[Pp]\.|Ärende) ?(?P<number>\d{1,3})[.:]?(?P<rest>(?: .*)?)")
_IN_TEXT = re.compile(
    r"\s*(?:[,.;)]|(?:och|samt|i|till|om|att|av|från|den|beslut|beslutat|beslutade|behandlat|mom|st\b|punkt|kap|har|ska|är|under|enligt|vid|med|för|som)\b|[a-zåäö]+\b(?! ))"
)
_STOPPED = re.compile(r"[.:?!)”\"]$")
_DOTS = re.compile(r"[ .…‥_]{4,}\d{0,4}$|\.{3,}\s*\d*$")
_LONGEST_TITLE = 8
_CROSSES = re.compile(r"(?:(?:[A-ZÅÄÖ]{2,7}|[A-ZÅÄÖ][a-zåäö]{1,2})(?:[ /]?[Aa][Uu])? ?§* ?\d{1,4}(?:/\d{2,4})?[ ,;/]*){2,}|(?:[A-ZÅÄÖ]{1,5} ?AU|Au|AU) ?§* ?\d{1,4}(?:/\d{2,4})?")
"""A line of the same matter's § in other bodies («Sn 12 Au 9»)."""
_OPENING = re.compile(r"beslut|ärendebeskrivning|sammanfattning(?: av ärendet)?|ärendet|bakgrund|ärende|besluts?underlag|(?:[\w-]+ )?beslut:?", re.IGNORECASE)
"""Headings that a § without a title may begin with; others may be titles: «Information», «Jäv»."""
_FILLED = 0.85
"""Share of its longest line that a title's line and the next word fill at least when it goes on below."""
_NARROW = 40
"""Characters that a title's line is wide at least."""
_NO_NUMBER = re.compile(r"(?:Dnr\.?|Diarienummer|[ÄäE]rendenummer|Ärendenr\.?)\s*:?", re.IGNORECASE)
"""The word before a registry number that is not there."""
IMMEDIATE = re.compile(r"(?:paragrafen (?:är |förklaras )?)?(?:omedelbart|direkt)(?: ?justera[dts]+|)\b.*|omedelbar justering|justeras omedelbart", re.IGNORECASE)
_CROSS = re.compile(r"(?:/(?:19|20)?\d\d)? ?(?:[A-ZÅÄÖ]{1,6}[ /]?[Aa][Uu]|K[SF]|[A-ZÅÄÖ]{1,4}N|BUN|VON)\b(?! ?\d)")
"""A body's letters after a number: the § is another body's («§ 70 KSAU Budget»)."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One § as it stands: number (`12`, `125/2019`), registry number and title as written, and its lines."""

    number: str
    registry_number: str | None
    title: str | None
    lines: tuple[Line, ...]
    page: int
    head: str


@dataclass(frozen=True, slots=True)
class _Start:
    at: int
    number: str
    rank: int
    rest: str
    weight: float


def split(scroll: Scroll) -> tuple[tuple[Line, ...], tuple[Paragraph, ...]]:
    """The lines before the first §, and the paragraphs."""
    lines = scroll.lines
    starts = _chain(_candidates(lines, styled=scroll.styled))
    if not starts:
        return lines, ()
    ends = [*(start.at for start in starts[1:]), len(lines)]
    found = [
        _paragraph(start, lines[start.at : end], styled=scroll.styled) for start, end in zip(starts, ends, strict=True)
    ]
    return lines[: starts[0].at], tuple(found)


def _candidates(lines: Sequence[Line], *, styled: bool) -> list[_Start]:
    matches = []
    for at, line in enumerate(lines):
        match = _START.match(line.text)
        if match and (line.bold or line.heading or not (_IN_TEXT.match(match["rest"]) or _goes_on(lines, at))):
            matches.append((at, match))
    if not matches:
        for pattern in (_BARE_START, _POINT):
            matches = [(at, match) for at, line in enumerate(lines) if (match := pattern.fullmatch(line.text)) and _stands_free(lines, at)]
            if matches:
                break
    found = []
    for place, (at, match) in enumerate(matches):
        end = matches[place + 1][0] if place + 1 < len(matches) else len(lines)
        year = (match.groupdict().get("year") or "").replace(" ", "")
        letter = (match.groupdict().get("letter") or "").strip()
        found.append(
            _Start(
                at,
                match["number"].lstrip("0") + letter + year,
                int(match["number"]) * 10 + (ord(letter) - 96 if letter else 0),
                match["rest"].strip(),
                _weight(lines, at, end, match["rest"], styled=styled),
            )
        )
    return found


def _goes_on(lines: Sequence[Line], at: int) -> bool:
    """Whether a line goes on with the sentence of the line before it."""
    if not at or lines[at].gap or lines[at].page != lines[at - 1].page or lines[at].whole:
        return False
    return bool(re.search(r"(?:,|\b(?:och|samt|i|den|enligt|av|från|under|se|jfr|\d{4}|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december))$", lines[at - 1].text))


def _stands_free(lines: Sequence[Line], at: int) -> bool:
    return at == 0 or lines[at].gap > 0 or lines[at].page != lines[at - 1].page


def _weight(lines: Sequence[Line], at: int, end: int, rest: str, *, styled: bool) -> float:
    """How much speaks for a § that begins here: its own look, and what follows until the next line that could begin one."""
    line = lines[at]
    following = lines[at + 1 : end]
    weight = 1.0
    if _DOTS.search(line.text):
        weight -= 2
    if line.bold or line.heading:
        weight += 2
    if registry_number(rest):
        weight += 1
    if _CROSS.match(rest):
        weight -= 3
    if styled and line.size and not line.bold and not (following and following[0].bold):
        weight -= 1
    before = lines[at - 1] if at else None
    if before is not None and not line.gap and before.page == line.page and not line.whole and not _STOPPED.search(before.text) and not before.bold and not line.bold:
        weight -= 1.5
    headings = sum(1 for other in following if heading(other, styled=False))
    weight += min(4, 2 * headings)
    weight += min(3.0, sum(len(other.text) for other in following) / 150)
    if any(_START.match(other.text) for other in lines[at + 1 : at + 3]):
        weight -= 1
    return weight


def _chain(found: list[_Start]) -> list[_Start]:
    """The heaviest chain of starts whose numbers rise, those of no weight left out. Numbers that leap weigh less."""
    found = [start for start in found if start.weight > 0]
    best: list[tuple[float, int]] = []
    for place, start in enumerate(found):
        before = [
            (best[other][0] - _leap(found[other], start), other)
            for other in range(max(0, place - 400), place)
            if found[other].rank < start.rank
        ]
        heaviest = max(before, default=(0.0, -1))
        best.append((max(0.0, heaviest[0]) + start.weight, heaviest[1] if heaviest[0] > 0 else -1))
    if not best:
        return []
    place = max(range(len(best)), key=lambda n: (best[n][0], -n))
    chain = []
    while place >= 0:
        chain.append(found[place])
        place = best[place][1]
    return chain[::-1]


def _leap(before: _Start, start: _Start) -> float:
    steps = start.rank // 10 - before.rank // 10
    return 0.0 if steps <= 1 else min(5.0, 1 + steps / 5)


def _paragraph(start: _Start, lines: Sequence[Line], *, styled: bool) -> Paragraph:
    """Read the head of a §: what stands on its line, then the title's lines."""
    head = lines[0]
    rest = start.rest
    number = registry_number(rest)
    title: list[str] = []
    if number:
        rest = number.without.strip(" -–,;:")
    rest = re.sub(r"^[:;,.-]*\s*-?\d{1,2}$", "", rest)  # the end of a number that was cut off
    if IMMEDIATE.fullmatch(rest) or _NO_NUMBER.fullmatch(rest):
        rest = ""
    if rest and re.search(r"\w", rest):
        title.append(rest)
    at = 1
    title_line = head if title else None
    widest = max(line.width for line in lines)
    head_text = head.text
    while at < len(lines) and len(title) < _LONGEST_TITLE:
        line = lines[at]
        if IMMEDIATE.fullmatch(line.text) or _CROSSES.fullmatch(line.text):
            head_text += f"\n{line.text}"
            at += 1
            continue
        found = registry_number(line.text, whole=True)
        if found and number is None and not found.without:
            number, at = found, at + 1
            continue
        if found and not found.without and number is not None and not title:
            at += 1
            continue
        if heading(line, styled=False) and (title or _OPENING.fullmatch(line.text)):
            break
        if title and not _continues(title_line, line, title, widest, styled=styled):
            break
        title.append(line.text)
        title_line = title_line or line
        at += 1
    text = _mended(title)
    if text and number is None:
        inside = registry_number(text, trailing=True)
        if inside:
            number, text = inside, inside.without
    elif text:
        inside = registry_number(text, trailing=True)
        if inside and inside.key == number.key:
            text = inside.without
    return Paragraph(
        start.number,
        number.written if number else None,
        text.strip(" ,;") or None,
        tuple(lines[at:]),
        head.page,
        head_text,
    )


def _continues(first: Line | None, line: Line, title: list[str], widest: float, *, styled: bool) -> bool:
    """Whether a line goes on with the title."""
    if first is None:
        return True
    if line.whole and not line.cells:
        return False
    if styled or line.size:
        same = abs(line.size - first.size) < 0.6 and line.bold == first.bold and line.gap < 0.8  # noqa: PLR2004 - points, lines
        return same and not (not first.bold and _STOPPED.search(title[-1]))
    if line.gap or re.match(r"\d+[.)] |[-•] ", line.text):
        return False
    if line.text[:1].islower() or re.search(r"[-–—,(]$|\b(?:och|samt|för|av|i|till|om|på|med|den|från|vid|hos|mot)$", title[-1]):
        return True
    # A line is broken where its next word has no room: a title's line that had room for it was the last.
    word = line.text.split(maxsplit=1)[0]
    room = max(_FILLED * max(map(len, title)), min(widest, _NARROW))
    return len(title[-1]) + 1 + len(word) > room


def _mended(lines: list[str]) -> str:
    from namndarkivet.importers.blocks import joined  # noqa: PLC0415 - blocks reads headings too

    return joined(lines)
