"""The head of a §: registry number and title, and how many lines they take."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from namndarkivet.importers.blocks import joined
from namndarkivet.importers.headings import heading
from namndarkivet.importers.lines import Line
from namndarkivet.importers.registry import Found, registry_number

_LONGEST_TITLE = 8
_CROSSES = re.compile(
    r"(?:(?:[A-ZÅÄÖ]{2,7}|[A-ZÅÄÖ][a-zåäö]{1,2})(?:[ /]?[Aa][Uu])? ?§* ?\d{1,4}(?:/\d{2,4})?[ ,;/]*){2,}|(?:[A-ZÅÄÖ]{1,5} ?AU|Au|AU) ?§* ?\d{1,4}(?:/\d{2,4})?"
)
"""A line of the same matter's § in other bodies («Sn 12 Au 9»)."""
_OPENING = re.compile(
    r"beslut|ärendebeskrivning|sammanfattning(?: av ärendet)?|ärendet|bakgrund|ärende|besluts?underlag|(?:[\w-]+ )?beslut:?",
    re.IGNORECASE,
)
"""Headings that a § without a title may begin with; others may be titles: «Information», «Jäv»."""
_FILLED = 0.85
"""Share of its longest line that a title's line and the next word fill at least when it goes on below."""
_APART = 0.3
"""Parts of a line between a title that is not bold and the text below it."""
_LABEL = re.compile(r"(?:Ärende|Rubrik|Ärendemening|Ärenderubrik)\s*:\s*")
"""A word before the title in forms that name their fields."""
_NARROW = 40
"""Characters that a title's line is wide at least."""
_NO_NUMBER = re.compile(
    r"(?:Dnr\.?|Diarienummer|[ÄäE]rendenummer|Ärendenr\.?)\s*:?(?: ?(?:[-–—]+|None|saknas))?", re.IGNORECASE
)
"""The word before a registry number that is not there."""
IMMEDIATE = re.compile(
    r"(?:paragrafen (?:är |förklaras )?)?(?:omedelbart|direkt)(?: ?justera[dts]+|)\b.*|omedelbar justering|(?:paragrafen )?justeras omedelbart",
    re.IGNORECASE,
)
_STOPPED = re.compile(r"[.:?!)”\"]$")
_SENTENCE = re.compile(r".{12,}[a-zåäö]{2}\.")
"""A line that is a whole sentence, as no title is."""
_SHORTENED = re.compile(r"\b(?:kap|mom|st|nr|dnr|m\.m|m\.fl|bl\.a|t\.ex|s\.k|f\.d)\.$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Head:
    """What a §'s head says: registry number and title as written (None where it has none), the text of its other lines with the
    first, and how many lines it is.
    """

    registry_number: str | None
    title: str | None
    text: str
    lines: int


def read_head(rest: str, lines: Sequence[Line], *, styled: bool) -> Head:
    """Read a head from what stands after its number on the first line (`rest`) and the lines of the §."""
    reader = _Reader(rest, lines, styled=styled)
    reader.read()
    return reader.head()


class _Reader:
    def __init__(self, rest: str, lines: Sequence[Line], *, styled: bool) -> None:
        self.lines, self.styled = lines, styled
        self.number: Found | None = registry_number(rest)
        self.title: list[str] = []
        self.title_line: Line | None = None
        self.said = [lines[0].text]
        self.at = 1
        self.widest = max(line.width for line in lines)
        last = lines[0].cells[-1].text if lines[0].cells else ""
        if self.number:
            rest = self.number.without.strip(" -–,;:")
        elif (beside := registry_number(last, whole=True)) and rest.endswith(last):
            self.number, rest = beside, rest.removesuffix(last).strip()
        rest = re.sub(r"^[:;,.-]*\s*-?\d{1,2}$", "", rest)  # the end of a number that was cut off
        if re.search(r"\w", rest) and not (IMMEDIATE.fullmatch(rest) or _NO_NUMBER.fullmatch(rest)):
            self.title, self.title_line = [rest], lines[0]

    def read(self) -> None:
        """Take lines as long as they belong to the head."""
        while self.at < len(self.lines) and len(self.title) < _LONGEST_TITLE:
            line = self.lines[self.at]
            if not self._beside(line) and not self._titled(line):
                return
            self.at += 1

    def _beside(self, line: Line) -> bool:
        """Whether a line of the head is something else than title: another body's §, a remark, the registry number."""
        if IMMEDIATE.fullmatch(line.text) or _CROSSES.fullmatch(line.text):
            self.said.append(line.text)
            return True
        found = registry_number(line.text, whole=True)
        if found is None or found.without or (self.number and self.title):
            return False
        self.number = self.number or found
        return True

    def _titled(self, line: Line) -> bool:
        if heading(line, styled=False) and (self.title or _OPENING.fullmatch(line.text)):
            return False
        if self.title and not _continues(self.title_line, line, self.title, self.widest, styled=self.styled):
            return False
        self.title.append(line.text)
        self.title_line = self.title_line or line
        return True

    def head(self) -> Head:
        """What was read; a registry number in brackets after the title is taken out of it."""
        text = _LABEL.sub("", joined(self.title))
        inside = registry_number(text, trailing=True) if text else None
        if inside and (self.number is None or inside.key == self.number.key):
            self.number, text = self.number or inside, inside.without
        written = self.number.written if self.number else None
        return Head(written, text.strip(" ,;") or None, "\n".join(self.said), self.at)


def _is_full(first: Line, line: Line, widest: float) -> bool:
    """Whether a title's line had no room for the next word: a line of text is broken there, a title that ends is not."""
    wide = (first.width - first.x) / max(1, len(first.text))
    word = line.text.split(maxsplit=1)[0]
    return line.text[:1].islower() or first.width + wide * (len(word) + 1) > widest


def _continues(first: Line | None, line: Line, title: list[str], widest: float, *, styled: bool) -> bool:
    """Whether a line goes on with the title."""
    if first is None:
        return True
    if line.whole and not line.cells:
        return title[-1].endswith("-") or (not line.gap and first.bold and line.bold)
    if styled or line.size:
        same = abs(line.size - first.size) < 0.6 and line.bold == first.bold and line.gap < 0.8  # noqa: PLR2004 - points, lines
        return same and (
            first.bold or (line.gap < _APART and not _STOPPED.search(title[-1]) and _is_full(first, line, widest))
        )
    if line.gap or re.match(r"\d+[.)] |[-•] ", line.text):
        return False
    if line.text[:1].islower() or re.search(
        r"[-–—,(]$|\b(?:och|samt|för|av|i|till|om|på|med|den|från|vid|hos|mot)$", title[-1]
    ):
        return True
    ends = line.text[:1].isupper() and title[-1].endswith((")", "."))
    ends = ends or bool(_SENTENCE.fullmatch(line.text) and not _SHORTENED.search(line.text))
    # A line is broken where its next word has no room: a title's line that had room for it was the last.
    word = line.text.split(maxsplit=1)[0]
    room = max(_FILLED * max(map(len, title)), min(widest, _NARROW))
    return not ends and len(title[-1]) + 1 + len(word) > room
