"""Paragraphs (§): where each begins and ends, and its number.

A contents list names every § once more, running text names § of other meetings, and a page's head may repeat the one that it
continues. So every line that could begin a § is weighed, and the heaviest chain of rising numbers is taken.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from namndarkivet.importers.head import Head, read_head
from namndarkivet.importers.headings import heading
from namndarkivet.importers.lines import Line, Scroll
from namndarkivet.importers.registry import registry_number
from namndarkivet.sections import Kind

_ORGAN = r"(?:(?!Beslut\b)[A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{0,6}(?:[ /-]?[Aa][Uu])?\.?)"
_START = re.compile(
    rf"(?:(?P<organ>{_ORGAN}) ?)?§+ ?(?P<number>\d{{1,4}})(?P<year>\s?/\s?(?:19|20)?\d\d(?!\d))?(?P<letter> ?[a-h](?![\wåäö]))?[.:]?(?P<rest>.*)"
)
_BARE_START = re.compile(rf"(?P<organ>{_ORGAN}) (?P<number>\d{{1,3}})(?P<year>/(?:19|20)\d\d)?(?P<rest>(?: .*)?)")
_POINT = re.compile(r"(?:Punkt|[Pp]\.|Ärende) ?(?P<number>\d{1,3})[.:]?(?P<rest>(?: .*)?)")
_IN_TEXT = re.compile(
    r"\s*(?:[,.;)]|(?:och|samt|i|till|om|att|av|från|den|beslut|beslutat|beslutade|behandlat|mom|st\b|punkt|kap|har|ska|är|under|enligt|vid|med|för|som)\b|[a-zåäö]+\b(?! ))"
)
_WITH_NUMBER = re.compile(r"\s*(?:Dnr|Diarienummer|Ärendenummer)\b", re.IGNORECASE)
"""What stands after a §'s number in its own head, and never where a sentence names it."""
_STOPPED = re.compile(r"[.:?!)”\"]$")
_TITLE_LINES, _APART = 3, 0.6
"""Lines of a title above its §, and the parts of a line between them at most."""
_STRONG = 3
"""The weight of a line that begins a § for all its look, whatever its number."""
_DOTS = re.compile(r"[ .…‥_]{4,}\d{0,4}$|\.{3,}\s*\d*$")
_CROSS = re.compile(r"(?:/(?:19|20)?\d\d)? ?(?:[A-ZÅÄÖ]{1,6}[ /]?[Aa][Uu]|K[SF]|[A-ZÅÄÖ]{1,4}N|BUN|VON)\b(?! ?\d)")
"""A body's letters after a number: the § is another body's («§ 70 KSAU Budget»)."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One § as it stands: number (`12`, `125/2019`), what its head says, and the lines below the head.

    `swallowed`: the numbers of § that seem to begin within it (in the first, before it too) but break the file's series, as where
    a file holds two meetings.
    """

    number: str
    head: Head
    lines: tuple[Line, ...]
    page: int
    swallowed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Start:
    at: int
    number: str
    rank: int
    rest: str
    weight: float
    own: bool = False
    """Whether it looks like a § of its own, be its number outside the series: with a title beside it, or free and with sections."""
    above: int = 0


def split(scroll: Scroll) -> tuple[tuple[Line, ...], tuple[Paragraph, ...]]:
    """The lines before the first §, and the paragraphs."""
    lines = scroll.lines
    candidates = _candidates(lines, styled=scroll.styled)
    starts = _chain(candidates)
    if not starts:
        return lines, ()
    known = {(start.number, start.rest.casefold()) for start in starts}  # a contents list names them with their titles
    strong = [
        start
        for start in candidates
        if start.weight >= _STRONG and start.own and (start.number, start.rest.casefold()) not in known
    ]
    starts = _titles_above(starts, lines, styled=scroll.styled)
    ends = [*(start.at for start in starts[1:]), len(lines)]
    found = []
    for start, end in zip(starts, ends, strict=True):
        within = [
            other.number for other in strong if start.at + start.above < other.at < end and other.number != start.number
        ]
        before = [other.number for other in strong if other.at < start.at] if start is starts[0] else []
        swallowed = tuple(dict.fromkeys([*before, *within]))
        found.append(replace(_paragraph(start, lines[start.at : end], styled=scroll.styled), swallowed=swallowed))
    return lines[: starts[0].at], tuple(found)


def _candidates(lines: Sequence[Line], *, styled: bool) -> list[_Start]:
    matches = []
    for at, line in enumerate(lines):
        match = _START.match(line.text)
        plain = match and (line.bold or line.heading or _WITH_NUMBER.match(match["rest"]))
        if match and (plain or not (_IN_TEXT.match(match["rest"]) or _goes_on(lines, at))):
            matches.append((at, match))
    if not matches:
        for pattern in (_BARE_START, _POINT):
            matches = [
                (at, match)
                for at, line in enumerate(lines)
                if (match := pattern.fullmatch(line.text)) and _stands_free(lines, at)
            ]
            if matches:
                break
    matches = [
        (at, match)
        for place, (at, match) in enumerate(matches)
        if not (
            place
            and matches[place - 1][0] == at - 1
            and (lines[at].whole or not lines[at].gap)
            and _organ(match)
            and _organ(match) != _organ(matches[place - 1][1])
        )
    ]  # «Ks § 102» ⏎ «Au § 88»: where the matter was before
    found = []
    for place, (at, match) in enumerate(matches):
        end = matches[place + 1][0] if place + 1 < len(matches) else len(lines)
        year = (match.groupdict().get("year") or "").replace(" ", "")
        letter = (match.groupdict().get("letter") or "").strip()
        found.append(
            _Start(
                at,
                str(int(match["number"])) + letter + year,
                int(match["number"]) * 10 + (ord(letter) - 96 if letter else 0),
                match["rest"].strip(),
                _weight(lines, at, end, match["rest"], styled=styled),
                bool(re.search(r"[^\W\d_]", match["rest"]))
                or (
                    not match["rest"].strip()
                    and _stands_free(lines, at)
                    and any(heading(line, styled=False) for line in lines[at + 1 : end])
                ),
            )
        )
    return found


def _organ(match: re.Match[str]) -> str:
    return (match.groupdict().get("organ") or "").casefold()


def _goes_on(lines: Sequence[Line], at: int) -> bool:
    """Whether a line goes on with the sentence of the line before it."""
    if not at or lines[at].gap or lines[at].page != lines[at - 1].page or lines[at].whole:
        return False
    return bool(
        re.search(
            r"(?:,|\b(?:och|samt|i|den|enligt|av|från|under|se|jfr|\d{4}|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december))$",
            lines[at - 1].text,
        )
    )


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
    if (
        before is not None
        and not line.gap
        and before.page == line.page
        and not line.whole
        and not _STOPPED.search(before.text)
        and not before.bold
        and not line.bold
    ):
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


def _titles_above(starts: list[_Start], lines: Sequence[Line], *, styled: bool) -> list[_Start]:
    """The starts moved up to their titles, where the titles stand above the § and not below: most have none of their own then."""
    if not styled:
        return starts
    ends = [*(start.at for start in starts[1:]), len(lines)]
    bare = [
        start.at > 0
        and _is_title(lines[start.at - 1])
        and read_head(start.rest, lines[start.at : end], styled=styled).title is None
        for start, end in zip(starts, ends, strict=True)
    ]
    if 2 * sum(bare) <= len(starts):
        return starts
    return [_with_title(start, lines) for start in starts]


def _with_title(start: _Start, lines: Sequence[Line]) -> _Start:
    """A start with the title that stands above it: its registry number first, then its words."""
    first = start.at
    while (
        first > 0
        and start.at - first < _TITLE_LINES
        and _is_title(lines[first - 1])
        and (first == start.at or not lines[first].gap > _APART)
    ):
        first -= 1
    numbers, words = [start.rest], []
    for line in lines[first : start.at]:
        last = line.cells[-1].text if line.cells else ""
        beside = bool(last) and registry_number(last, whole=True) is not None
        numbers += [last] if beside else []
        words.append(line.text.removesuffix(last).strip() if beside else line.text)
    return replace(start, rest=" ".join(filter(None, [*numbers, *words])), above=start.at - first, at=first)


def _is_title(line: Line) -> bool:
    """Whether a line may be a title: bold, be it but its first cell, and no heading of a section that minutes have."""
    bold = line.bold or line.heading or (bool(line.cells) and line.cells[0].bold)
    found = heading(line, styled=False)
    return bold and (found is None or found.kind is Kind.OTHER)


def _paragraph(start: _Start, lines: Sequence[Line], *, styled: bool) -> Paragraph:
    if start.above:  # the § itself stands below its title, which is read already
        lines = [replace(lines[0], text=start.rest, cells=()), *lines[start.above + 1 :]]
    again = re.compile(
        rf"(?:{_ORGAN} ?)?§ ?{re.escape(start.number)}\W{{0,3}}(?:forts(?:\.|ättning(?:en)?)?)\W?.{{0,20}}"
    )
    lines = [lines[0], *(line for line in lines[1:] if not again.fullmatch(line.text))]
    head = read_head(start.rest, lines, styled=styled)
    return Paragraph(start.number, head, tuple(lines[head.lines :]), lines[0].page)
