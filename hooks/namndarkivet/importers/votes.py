"""Counted votes of a §: as a sentence, as names with the number in brackets, or as a list with a mark for each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from namndarkivet.importers.ballots import Cast, Meaning, counts, meanings, told
from namndarkivet.importers.parts import Part
from namndarkivet.importers.rollcall import Roll, by_name, roll
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
        rf"\b{_YN} (?:ledamöter|ledamot|röster)? ?(?:röstar|röstade|röster)? ?(?:ja|för (?:bifall|ja))[^.]{{0,80}}?\b(?:och|mot|medan) {_NN} "
        r"(?:ledamöter |ledamot )?(?:röstar|röstade|röster)? ?(?:nej|för nej|mot|för avslag)\b",
        re.IGNORECASE,
    ),
]
_ABSTAIN = (
    re.compile(
        rf"\b(?:avstår|avstod|avstående|avst\.|nedlagda röster)(?: från att rösta)?\s*[:=]?\s*\(?{_N}\)?(?![\w-])",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<!ja)(?<!nej)(?<!ja:)(?<!nej:)(?<!ja: )(?<!nej: )(?<!ja )(?<!nej )(?<![\w(]){_N} (?:ledamöter |ledamot |st |personer |röster )?(?:som )?(?:avstår|avstod|avstående|nedlagda|nedlagd|lägger ned|lade ned)"
        r"(?!\s*[:=]?\s*\d)",
        re.IGNORECASE,
    ),
)
"""The number after the word first: in «Nej: 4 Avstår: 1» the 4 is not of those who abstain."""
_PARTY = re.compile(r"\([A-ZÅÄÖ]{1,4}\)")
_ABSTAINS = re.compile(r"\bavst(?:år|od)\b")
_ABSTAINING = re.compile(r"\b[Aa]vstår:\s*((?:[^\d.:;()]{3,50}\([A-ZÅÄÖ]{1,4}\)(?:,| och|;)?\s*)+)")
"""«Avstår:» and the names of those who do."""
_NAMES = 160
"""Characters of the names before «avstår» at most."""
_NEXT = re.compile(r"\b(?:annan|andra|nästa|tredje|följande) omröstning", re.IGNORECASE)
_NEAR = 220
_SEVERAL = 2
_VOTED = re.compile(r"röst|voter", re.IGNORECASE)
"""Without these words what is counted under other headings is no vote: «Enkäten gav 45 ja och 12 nej»."""
_TOLD = re.compile(
    r"\b(?:omröstning(?:en)?|votering(?:en)?) (?:utfaller|utföll|genomförs|genomfördes|verkställs|verkställdes|resultat|ger|gav|begärs och)|\b(?:ja|nej)-?röst(?:er)?\b",
    re.IGNORECASE,
)
_OWN = {Kind.DIVISION, Kind.ORDER, Kind.DECISION}
_ELSEWHERE = re.compile(
    r"\b(?:i|vid|av) [^\W\d_]*(?:styrelsen|utskottet|fullmäktige|nämnden|beredningen)\b", re.IGNORECASE
)
"""In a sentence that tells of another body's vote."""


@dataclass(frozen=True, slots=True)
class Count:
    """A counted vote: how many ja, nej, and avstår (None where the source does not say); what ja and nej were for, and how each
    voted, where the text tells.
    """

    yes: int
    no: int
    abstain: int | None
    where: str
    meaning: Meaning | None = None
    cast: tuple[Cast, ...] = ()


def votes(parts: Sequence[Part]) -> tuple[Count, ...]:
    """The counted votes of a §, each once: a list and the sentence about it are one vote."""
    found: list[Count] = []
    meaning: Meaning | None = None
    for part in parts:
        if part.kind in {Kind.PREPARATION, Kind.BACKGROUND, Kind.SUMMARY, Kind.BASIS, Kind.RECIPIENTS}:
            continue
        if part.kind is not Kind.DIVISION and not _VOTED.search(part.text):
            continue
        counted, meaning = _with_meanings(part.text if part.kind in _OWN else _of_this_body(part.text), meaning)
        listed = roll(part.lines) or (by_name(part.text) if part.kind in _OWN and len(counted) < _SEVERAL else None)
        if listed and not (counted and _gainsaid(counted, listed)):
            counted.append(_of(listed, meaning))
            meaning = None
        for one in counted:
            same = next((at for at, other in enumerate(found) if (other.yes, other.no) == (one.yes, one.no)), None)
            if same is None:
                found.append(one)
            else:
                found[same] = _merged(found[same], one)
    return tuple(found)


def unread(parts: Sequence[Part]) -> bool:
    """Whether a § tells of a vote of its own that `votes` has nothing of."""
    told = [part for part in parts if part.kind in _OWN | {Kind.MOTIONS}]
    return any(_TOLD.search(part.text) or (part.kind is Kind.DIVISION and part.text) for part in told)


def _gainsaid(counted: Sequence[Count], listed: Roll) -> bool:
    """Whether a list of names says otherwise than the only sentence that counts them: then the sentence stands."""
    return len(counted) == 1 and (counted[0].yes, counted[0].no) != (listed.yes, listed.no)


def _of(listed: Roll, meaning: Meaning | None) -> Count:
    return Count(listed.yes, listed.no, listed.abstain, "röstlista", meaning, listed.cast)


def _with_meanings(text: str, before: Meaning | None) -> tuple[list[Count], Meaning | None]:
    """The votes of a text, each with what was said of ja and nej before it and after the vote before; and what is said last."""
    flat = text.replace("\n", " ")
    counted = _in_text(flat)
    said = [meaning for meaning in meanings(text) if not any(at <= meaning.at < end for (at, end), _ in counted)]
    found: list[Count] = []
    for (start, _), one in counted:
        passed = [meaning for meaning in said if meaning.at < start]
        last = passed[-1] if passed else before
        said, before = said[len(passed) :], None
        found.append(replace(one, meaning=last))
    if len(found) == 1:
        cast = told(text)
        yes, no, none = counts(cast)
        if (yes, no) == (found[0].yes, found[0].no) and none == (found[0].abstain or 0):
            found = [replace(found[0], cast=cast)]
    return found, said[-1] if said else before


def _merged(one: Count, other: Count) -> Count:
    """Two tellings of one vote: what either says and the other does not."""
    abstain = other.abstain if one.abstain is None else one.abstain
    return replace(one, abstain=abstain, meaning=one.meaning or other.meaning, cast=one.cast or other.cast)


def _of_this_body(text: str) -> str:
    return "\n".join(sentence for sentence in re.split(r"(?<=[.\n])", text) if not _ELSEWHERE.search(sentence))


def _in_text(flat: str) -> list[tuple[tuple[int, int], Count]]:
    taken: dict[tuple[int, int], tuple[int, int]] = {}
    for pattern in _SENTENCES:
        for match in pattern.finditer(flat):
            if not any(start < match.end() and match.start() < end for start, end in taken):
                taken[match.span()] = (_number(match["yes"]), _number(match["no"]))
    spans = sorted(taken)
    ends = [start for start, _ in [*spans[1:], (len(flat), 0)]] if spans else []
    return [
        ((start, end), Count(*taken[start, end], _abstained(flat, start, min(after, end + _NEAR)), flat[start:end]))
        for (start, end), after in zip(spans, ends, strict=True)
    ]


def _abstained(flat: str, start: int, end: int) -> int | None:
    near = _NEXT.split(flat[start:end], maxsplit=1)[0]
    for pattern in _ABSTAIN:
        if found := pattern.search(near):
            return _number(found[1])
    if listed_after := _ABSTAINING.search(near):
        return len(_PARTY.findall(listed_after[1]))
    said = _ABSTAINS.search(near)
    names = near[max(0, said.start() - _NAMES) : said.start()].rpartition(". ")[2] if said else ""
    return len(_PARTY.findall(names)) or None


def _number(written: str) -> int:
    return int(written) if written.isdigit() else _WORDS[written.lower()]
