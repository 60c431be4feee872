"""Counted votes of a §: as a sentence, as names with the number in brackets, or as a list with a mark for each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from namndarkivet.importers.parts import Part
from namndarkivet.sections import Kind

_WORDS = {
    "en": 1, "ett": 1, "två": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6, "sju": 7, "åtta": 8, "nio": 9, "tio": 10, "elva": 11, "tolv": 12,
    "noll": 0, "inga": 0, "ingen": 0,
}  # fmt: skip
_N = r"(\d{1,3}|" + "|".join(_WORDS) + r")"
_YN, _NN = _N.replace("(", "(?P<yes>", 1), _N.replace("(", "(?P<no>", 1)
_YES = r"(?:st\.? )?[\"”]?(?:ja|Ja|JA)[\"”]?(?:-?\s?röst(?:er)?)?"
_NO = r"(?:st\.? )?[\"”]?(?:nej|Nej|NEJ)[\"”]?(?:-?\s?röst(?:er)?)?"
_SENTENCES = [
    re.compile(rf"\b{_YN} {_YES}(?:\s*(?:,|och|mot|samt|-|–|/)\s*)+{_NN} {_NO}", re.IGNORECASE),
    re.compile(rf"\b{_YES}\s*[:=]?\s*{_YN}\b(?: st)?[,;.]?\s*(?:och |mot )?{_NO}\s*[:=]?\s*{_NN}\b", re.IGNORECASE),
    re.compile(rf"\b{_NO}\s*[:=]?\s*{_NN}\b(?: st)?[,;.]?\s*(?:och |mot )?{_YES}\s*[:=]?\s*{_YN}\b", re.IGNORECASE),
    re.compile(
        rf"\b(?:röstar|röstade) (?:ja|för)\b[^.]{{0,300}}?\({_YN}\)[\s\S]{{0,600}}?\b(?:röstar|röstade) (?:nej|mot)\b[^.]{{0,300}}?\({_NN}\)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b{_YN} (?:ledamöter|röster)? ?(?:röstar|röstade|röster)? ?(?:ja|för (?:bifall|ja))[^.]{{0,80}}?\b(?:och|mot|medan) {_NN} "
        r"(?:ledamöter )?(?:röstar|röstade|röster)? ?(?:nej|för nej|mot|för avslag)\b",
        re.IGNORECASE,
    ),
]
_ABSTAIN = (
    re.compile(
        rf"\b(?:avstår|avstod|avstående|avst\.|nedlagda röster)(?: från att rösta)?\s*[:=]?\s*\(?{_N}\)?(?![\w-])",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<!ja)(?<!nej)(?<!ja:)(?<!nej:)(?<!ja: )(?<!nej: )(?<!ja )(?<!nej )(?<![\w(]){_N} (?:ledamöter |st |personer )?(?:som )?(?:avstår|avstod|avstående|nedlagda|lägger ned|lade ned)"
        r"(?!\s*[:=]?\s*\d)",
        re.IGNORECASE,
    ),
)
"""The number after the word first: in «Nej: 4 Avstår: 1» the 4 is not of those who abstain."""
_PARTY = re.compile(r"\([A-ZÅÄÖ]{1,4}\)")
_ABSTAINS = re.compile(r"\bavst(?:år|od)\b")
_NAMES = 160
"""Characters of the names before «avstår» at most."""
_NEXT = re.compile(r"\b(?:annan|andra|nästa|tredje|följande) omröstning", re.IGNORECASE)
_NEAR = 220
_OWN = {Kind.DIVISION, Kind.ORDER, Kind.DECISION}
_ELSEWHERE = re.compile(r"\b(?:i|vid|av) [^\W\d_]*(?:styrelsen|utskottet|fullmäktige|nämnden|beredningen)\b")
"""In a sentence that tells of another body's vote."""
_MARKED = re.compile(r"\bX\b|✓|✔|☒")


@dataclass(frozen=True, slots=True)
class Count:
    """A counted vote: how many ja, nej, and avstår (None where the source does not say)."""

    yes: int
    no: int
    abstain: int | None
    where: str


def votes(parts: Sequence[Part]) -> tuple[Count, ...]:
    """The counted votes of a §, each once: a list and the sentence about it are one vote."""
    found: list[Count] = []
    for part in parts:
        if part.kind in {Kind.PREPARATION, Kind.BACKGROUND, Kind.SUMMARY, Kind.BASIS, Kind.RECIPIENTS}:
            continue
        counted = _in_text(part.text if part.kind in _OWN else _of_this_body(part.text))
        listed = _in_list(part)
        if listed:
            counted.append(listed)
        for one in counted:
            same = [other for other in found if (other.yes, other.no) == (one.yes, one.no)]
            if not same:
                found.append(one)
            elif same[0].abstain is None and one.abstain is not None:
                found[found.index(same[0])] = one
    return tuple(found)


def _of_this_body(text: str) -> str:
    return "\n".join(sentence for sentence in re.split(r"(?<=[.\n])", text) if not _ELSEWHERE.search(sentence))


def _in_text(text: str) -> list[Count]:
    flat = text.replace("\n", " ")
    taken: dict[tuple[int, int], tuple[int, int]] = {}
    for pattern in _SENTENCES:
        for match in pattern.finditer(flat):
            if not any(start < match.end() and match.start() < end for start, end in taken):
                taken[match.span()] = (_number(match["yes"]), _number(match["no"]))
    spans = sorted(taken)
    ends = [start for start, _ in [*spans[1:], (len(flat), 0)]] if spans else []
    return [
        Count(*taken[start, end], _abstained(flat, start, min(after, end + _NEAR)), flat[start:end])
        for (start, end), after in zip(spans, ends, strict=True)
    ]


def _abstained(flat: str, start: int, end: int) -> int | None:
    near = _NEXT.split(flat[start:end], maxsplit=1)[0]
    for pattern in _ABSTAIN:
        if found := pattern.search(near):
            return _number(found[1])
    said = _ABSTAINS.search(near)
    names = near[max(0, said.start() - _NAMES) : said.start()].rpartition(". ")[2] if said else ""
    return len(_PARTY.findall(names)) or None


def _number(written: str) -> int:
    return int(written) if written.isdigit() else _WORDS[written.lower()]


def _in_list(part: Part) -> Count | None:
    """A list with a mark under Ja, Nej or Avstår: rows whose last cells are marks, under a row that names the columns."""
    rows = [line for line in part.lines if line.cells]
    header = next(
        (
            n
            for n, line in enumerate(rows)
            if {"ja", "nej"} <= {cell.text.strip(" :").casefold() for cell in line.cells}
        ),
        None,
    )
    if header is None:
        return None
    columns = {cell.text.strip(" :").casefold(): cell.x for cell in rows[header].cells}
    totals = {"ja": 0, "nej": 0, "avstår": 0}
    marked = 0
    for line in rows[header + 1 :]:
        for cell in line.cells:
            text = cell.text.strip().casefold()
            if text in totals:
                totals[text] += 1
                marked += 1
            elif _MARKED.fullmatch(cell.text.strip()):
                nearest = min(columns, key=lambda name: abs(columns[name] - cell.x))
                key = "avstår" if nearest.startswith("av") else nearest
                if key in totals:
                    totals[key] += 1
                    marked += 1
    if marked < 2:  # noqa: PLR2004 - one mark is no vote
        return None
    return Count(
        totals["ja"],
        totals["nej"],
        totals["avstår"] if any(name.startswith("av") for name in columns) else None,
        "röstlista",
    )
