"""Page furniture: what stands on every page and belongs to no paragraph (§). Found by repetition, and by the few phrases that
Swedish minutes print on a single page too.

What the pages' heads say is kept beside: it names the body and the day.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, replace

from namndarkivet.importers.headings import heading_kind
from namndarkivet.importers.lines import Line, Scroll

_RIM = 12
"""Lines of a page's head or foot at most."""

_SIGNED = re.compile(
    r"sign(?:atur(?:er)?)?|initialer|utdragsbestyrkandes?|justerandes?|justerarsignaturer", re.IGNORECASE
)
_AROUND_SIGNED = re.compile(
    r"justeran?re?s?|justerar(?:nas|ens)|just|justering(?:en)?|ordförande(?:s|ns)?|ordf|sekreterar(?:e|es|ens)|sekr|datum|dat"
    r"|expedierat|expediering|exp|bestyrkt?e?s?|protokoll(?:et)?|protokolls?utdrag(?:et)?",
    re.IGNORECASE,
)
"""Words of the boxes that are signed, and of what stands with them."""
_BETWEEN = re.compile(r"[ :./|,()]+")
_LONGEST_PHRASE = 160
"""Characters of a phrase at most."""
_PHRASES = [
    re.compile(phrase, re.IGNORECASE)
    for phrase in (
        r"justerarsignaturer|justerares? signatur(?:er)?|signatur(?:er)? justerare|utdragsbestyrkande(?: datum)?|bestyrks(?: i tjänsten)?",
        r"(?:sida|sid\.?|page|s\.) ?\d+ ?(?:av|of|/|\() ?\d+\)?",
        r"(?:sida|sid\.?|page) ?:? ?\d+",
        r"\d{1,3} ?[(\[]\d{1,3}[)\]]|\(\d{1,3}\)|\[\d{1,3}\]|\d{1,3} ?/ ?\d{1,3}|[-–—] ?\d{1,3} ?[-–—]",
        r"paragrafen är justerad(?: digitalt)?\.?",
        r"_{4,}|[_.…‥-]{6,}",
        r".{3,90}\b(?:sida|sid\.) ?\d{1,3} ?(?:av|/|\() ?\d{1,3}\)?",
        r"(?:protokolls)?utdraget bestyrk(?:s|es|t)",
        r"(?:hjälpte informationen|var informationen till hjälp|lämna synpunkter på sidan).{0,40}",
        r"utskri(?:ven|vet|ft) (?:från|den|ur) .{4,80}",
        r"blad:? ?\d{1,3}(?: ?[(/] ?\d{1,3}\)?)?",
        r"(?:sidan |senast )*(?:uppdaterad|publicerad|ändrad|granskad)(?:es)?:? .{4,40}",
    )
]
_PAGE_NUMBER = re.compile(r"\d{1,4}")
_HEAD_MARK = re.compile(
    r"(?:(?:protokoll|sammanträdesprotokoll)(?: nr ?\d+| \(nr ?\d+\))|sammanträdesdatum:? ?.{0,30}|.{2,60}, protokoll"
    r"|sammanträdesprotokoll)\.?",
    re.IGNORECASE,
)
_OPENS = re.compile(r"protokoll (?:nr|\(nr)|sammanträdesdatum|sammanträdesprotokoll", re.IGNORECASE)
_BODY_NAME = re.compile(
    r"[A-ZÅÄÖ][\wåäöé,&/ -]{0,70}?(?:nämnden?|styrelsen?|fullmäktige|utskottet?|beredningen?|presidiet|rådet|direktion(?:en)?)"
)
_BODY_AND_DAY = re.compile(
    rf"(?:{_BODY_NAME.pattern})[ ,:]*(?:(?:sammanträdesdatum|sammanträdesprotokoll|protokoll)[ :]*)?(?:19|20)\d\d-\d\d-\d\d",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Clean:
    """The lines without furniture; what the heads said, each once; what was taken away, each once; and which of the lines that
    were there each kept line was.
    """

    scroll: Scroll
    heads: tuple[str, ...]
    taken: tuple[str, ...]
    places: tuple[int, ...]


def without_furniture(scroll: Scroll) -> Clean:
    """Take the furniture out."""
    lines = scroll.lines
    repeated = (_repeated(lines) if scroll.paged else _heads_again(lines)) | _marked(lines)
    if not scroll.styled:
        repeated |= _blocks_again(lines)
    marks = (
        {number for number, line in enumerate(lines) if _HEAD_MARK.fullmatch(line.text)} if not scroll.styled else set()
    )
    kept: list[Line] = []
    heads: dict[str, None] = {}
    taken: dict[str, None] = {}
    gap = 0.0
    places: list[int] = []
    for number, line in enumerate(lines):
        gone = (
            line.edge
            or number in repeated
            or is_phrase(line)
            or _is_page_number(lines, number)
            or _fills_field(lines, number)
            or number in marks
            or (bool(marks) and _beside(marks, lines, number))
        )
        if not gone:
            places.append(number)
            over_page = bool(kept) and line.page != kept[-1].page
            kept.append(
                replace(
                    line, gap=0.0 if over_page and not line.whole and _goes_on(kept[-1], line) else max(line.gap, gap)
                )
            )
            gap = 0.0
            continue
        gap = max(gap, line.gap) if not scroll.paged else 0.0
        taken[line.text] = None
        if _says_something(line):
            heads[line.text] = None
    return Clean(replace(scroll, lines=tuple(kept)), tuple(heads), tuple(taken), tuple(places))


def _repeated(lines: tuple[Line, ...]) -> set[int]:
    """The lines that begin or end their page and stand so, digits aside, at the same place of another page."""
    sheets: dict[int, list[int]] = defaultdict(list)
    for number, line in enumerate(lines):
        sheets[line.page].append(number)
    found: set[int] = set()
    least = max(2, len(sheets) // 5)
    for order in (1, -1):
        rims = {page: numbers[::order][:_RIM] for page, numbers in sheets.items()}
        same: dict[str, list[int]] = defaultdict(list)
        for numbers in rims.values():
            for number in numbers:
                same[_key(lines[number].text)].append(number)
        for numbers in rims.values():
            for number in numbers:
                line = lines[number]
                twins = (
                    len({lines[other].page for other in same[_key(line.text)] if _same_place(line, lines[other])}) + 1
                    >= least
                )
                foot = (
                    order < 0
                    and line.y is None
                    and not re.search(r"\d", line.text)
                    and not _HEAD_WORDS.search(line.text)
                )
                if twins and not foot and not _is_content(line):
                    found.add(number)
                elif not (is_phrase(line) or _is_page_number(lines, number)):
                    break
    return found | _like_others(lines, sheets, found)


_PAGE_MARK = re.compile(
    r".{3,90}[ \t](?:\d{1,3} ?[(\[/] ?\d{1,3}[)\]]?|(?:sida|sid\.?|blad) ?\d{1,3}(?: ?(?:av|/) ?\d{1,3})?)",
    re.IGNORECASE,
)


def _marked(lines: tuple[Line, ...]) -> set[int]:
    """Lines that end with a page mark and come back with another one, wherever the pages' turns were lost."""
    same: dict[str, list[int]] = defaultdict(list)
    for number, line in enumerate(lines):
        if _PAGE_MARK.fullmatch(line.text) and "§" not in line.text:
            same[_key(line.text)].append(number)
    return {number for numbers in same.values() if len(numbers) > 1 for number in numbers}


def _heads_again(lines: tuple[Line, ...]) -> set[int]:
    """In a format without pages: lines that come back and say no more than a body and a day, as the heads of printed pages do."""
    same: dict[str, list[int]] = defaultdict(list)
    for number, line in enumerate(lines):
        if _BODY_AND_DAY.fullmatch(line.text) and not re.search(r"\b(?:från|till|av)\b", line.text):
            same[line.text].append(number)
    return {number for numbers in same.values() if len(numbers) > 1 for number in numbers}


def _is_content(line: Line) -> bool:
    """Whether a line that comes back is no furniture: a heading that minutes have in every §, or the § itself."""
    sentence = line.y is None and (line.text.endswith(".") or line.text[:1].islower() or len(line.text) > _SHORT)
    return (
        sentence
        or heading_kind(line.text) is not None
        or bool(_PARAGRAPH.match(line.text))
        or bool(_NUMBERED.fullmatch(line.text))
    )


def _like_others(lines: tuple[Line, ...], sheets: dict[int, list[int]], found: set[int]) -> set[int]:
    """The lines at the top of pages of another kind (a list of votes, say) that say what the other pages' heads say."""
    said = {_key(lines[number].text) for number in found}
    said |= {_key(f"{lines[n].text} {lines[n + 1].text}") for n in found if n + 1 in found}  # a name over two lines
    more: set[int] = set()
    for numbers in sheets.values():
        for number in numbers[:_RIM]:
            line = lines[number]
            if number in found or is_phrase(line) or _is_page_number(lines, number):
                continue
            first = line.cells[0].text if line.cells else line.text
            if _is_content(line) or not {_key(line.text), _key(first)} & said:
                break
            more.add(number)
    return more


def _key(text: str) -> str:
    """What two lines of furniture have in common: all but their digits."""
    return re.sub(r"\W+", " ", re.sub(r"\d+", "#", text.casefold())) if not text.isdigit() else text


def _same_place(line: Line, other: Line) -> bool:
    """Whether two lines of different pages stand at the same place of them."""
    if line.page == other.page:
        return False
    if line.y is None or other.y is None:
        return True
    return abs(line.y - other.y) < 0.04 and abs(line.x - other.x) < 5  # noqa: PLR2004 - share of the height, points


_NEAR = 3
"""Characters between the edges of a field and of what is filled in below it."""
_SHORT = 60
"""Characters of a page head's line at most."""
_PARAGRAPH = re.compile(r"(?:[A-ZÅÄÖ][^\W\d_]{0,7}\.?(?:[ /]?[Aa][Uu])? ?)?§")
_NUMBERED = re.compile(r"[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,6} \d{1,4}(?:/\d{4})?")
_HEAD_WORDS = re.compile(r"protokoll|sammanträde|\bblad\b|\bsida\b|\bkommun\b|(?:19|20)\d\d-\d\d-\d\d", re.IGNORECASE)


def _blocks_again(lines: tuple[Line, ...]) -> set[int]:
    """In text without pages: lines that come back together, one after the other, and speak as a page's head does."""
    keys = [_key(line.text) for line in lines]
    places: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number in range(len(lines) - 1):
        places[keys[number], keys[number + 1]].append(number)
    found: set[int] = set()
    for numbers in places.values():
        if len(numbers) < 2:  # noqa: PLR2004 - once is no repetition
            continue
        for number in numbers:
            pair = lines[number : number + 2]
            if any(len(line.text) > _SHORT or line.text.endswith((".", ":", "?")) for line in pair):
                continue
            if any(
                heading_kind(line.text) is not None or "§" in line.text or _NUMBERED.fullmatch(line.text)
                for line in pair
            ):
                continue
            found |= {number, number + 1}
    return _speaking(lines, found)


def _speaking(lines: tuple[Line, ...], found: set[int]) -> set[int]:
    """Of runs of lines, those with a word that page heads have in at least one, and two lines at least."""
    kept: set[int] = set()
    run: list[int] = []
    often = Counter(_key(line.text) for line in lines)
    for number in [*sorted(found), -1]:
        if run and number != run[-1] + 1:
            most = max(often[_key(lines[n].text)] for n in run)
            run = [n for n in run if 2 * often[_key(lines[n].text)] >= most]  # a recipient above a head is none of it
            words = sum(1 for n in run if _HEAD_WORDS.search(lines[n].text))
            if words >= 2 or (words and len(run) > 2):  # noqa: PLR2004 - one word may be chance
                kept.update(run)
            run = []
        run.append(number)
    return kept


_FORM_FIELDS = re.compile(
    r"protokolls?utdrag(?: till)?|expedierat|expediering|exp\.?|datum|dat\.?|sign\.?", re.IGNORECASE
)
"""What stands beside the signatures in a page's foot: a field to fill in, no heading."""


def is_phrase(line: Line) -> bool:
    """Whether a line is what only page furniture says: signatures, page marks, stamps."""
    if _is_said(line.text):
        return True
    kinds = [_is_said(cell.text) for cell in line.cells]
    return any(kinds) and all(
        known or _FORM_FIELDS.fullmatch(cell.text) for known, cell in zip(kinds, line.cells, strict=True)
    )


def _is_said(text: str) -> bool:
    """Whether a text is a phrase of furniture, or the words of a box to sign in and nothing else."""
    if len(text) > _LONGEST_PHRASE:
        return False
    words = [word for word in _BETWEEN.split(text) if word]
    signed = any(map(_SIGNED.fullmatch, words)) and all(
        _SIGNED.fullmatch(word) or _AROUND_SIGNED.fullmatch(word) for word in words
    )
    return signed or any(phrase.fullmatch(text) for phrase in _PHRASES)


def _fills_field(lines: tuple[Line, ...], number: int) -> bool:
    """Whether a line is what somebody has filled in below a field of the page's foot."""
    if not number or lines[number].gap or not is_phrase(lines[number - 1]):
        return False
    return any(
        _FORM_FIELDS.fullmatch(cell.text) and abs(cell.x - lines[number].x) <= _NEAR for cell in lines[number - 1].cells
    )


def _is_page_number(lines: tuple[Line, ...], number: int) -> bool:
    """A bare number as the first or last line of its page."""
    line = lines[number]
    if not _PAGE_NUMBER.fullmatch(line.text) or line.whole:
        return False
    if line.y is not None:
        return line.y < 0.1 or line.y > 0.9  # noqa: PLR2004 - the rim of the page
    before, after = (
        number == 0 or lines[number - 1].page != line.page,
        number + 1 == len(lines) or lines[number + 1].page != line.page,
    )
    return (before or after) and (number > 0 or len(lines) > 1) and lines[-1].page > 0


def _beside(marks: set[int], lines: tuple[Line, ...], number: int) -> bool:
    """In text without places: a body's bare name close to a line that only a page's head has."""
    name = lines[number].text
    if not _BODY_NAME.fullmatch(name):
        return False
    near = [lines[number + step].text for step in range(-3, 4) if number + step in marks]
    below = [lines[number + step].text for step in (1, 2) if number + step in marks]
    return any(name in text for text in near) or any(_OPENS.match(text) for text in below)


_PAGE_END = re.compile(
    r"\s*\b(?:sida|sid\.|blad) ?\d{1,3}(?: ?(?:av|/|\() ?\d{1,3}\)?)?$|\s+\d{1,3} ?[(\[/] ?\d{1,3}[)\]]?$",
    re.IGNORECASE,
)


def _says_something(line: Line) -> bool:
    said = _PAGE_END.sub("", line.text)
    return bool(re.search(r"[^\W\d_]{4}|\d{4}", said)) and (said != line.text or not is_phrase(line))


def _goes_on(before: Line, line: Line) -> bool:
    """Whether a paragraph runs on over the turn of a page."""
    return not re.search(r"[.:?!]$", before.text) and bool(re.match(r"[a-zåäö(0-9]", line.text)) and not line.bold
