"""The clauses of the answers side by side, grouped when they say the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from namndarkivet.summaries.answers import MunicipalAnswer

_NEXT = re.compile(r"\n[ \t]*\n|\n(?=[ \t]*(?:\d+[.)]|[-•–*]|\**att\**)\s)")
_NUMBER = re.compile(r"^[ \t]*(?:\d+[.)]|[-•–*])\s+")
_MARKS = re.compile(r"[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}")
_SUM = re.compile(r"\d[\d \u00a0.,]*(?:kronor|kr\b|tkr\b|mkr\b|öre)")
_LEAD = re.compile(
    r"^(?:(?:\S+\s){0,4}?\S*(?:nämnden|styrelsen|fullmäktige|utskottet) (?:beslutar|föreslår \S+)(?::| att)?"
    r"|Förslag till \S+)\s*:?$"
)


# Who decides or proposes, before what is decided: «Socialnämnden föreslår kommunstyrelsen besluta att …».
_WHO = re.compile(
    r"^(?:\S+\s){0,4}?\S*(?:nämnden|styrelsen|fullmäktige|utskottet) (?:beslutar|föreslår .{0,60}?\bbesluta)\s"
)


@dataclass(frozen=True, slots=True)
class ClauseGroup:
    """A clause as the first of the municipalities has it, and all that have it: where they differ in amounts of money, in
    the municipality's own name and in commas they say the same. `varies` tells that they do differ.
    """

    text: str
    answers: tuple[MunicipalAnswer, ...]
    varies: bool


def clause_groups(answers: Sequence[MunicipalAnswer]) -> tuple[ClauseGroup, ...]:
    """The groups, the largest first and of equals as they come."""
    found: dict[str, list[tuple[str, MunicipalAnswer]]] = {}
    for answer in answers:
        for key, text in {_same(text, answer): text for text in clauses(answer.entry.operative)}.items():
            found.setdefault(key, []).append((text, answer))
    groups = [
        ClauseGroup(members[0][0], tuple(answer for _, answer in members), len({text for text, _ in members}) > 1)
        for members in found.values()
    ]
    return tuple(sorted(groups, key=lambda group: -len(group.answers)))


def clauses(operative: str) -> tuple[str, ...]:
    """The clauses of an operative section, each on one line without its number; a line that only says who decides is none."""
    parts = (" ".join(_MARKS.sub("", _NUMBER.sub("", part)).split()) for part in _NEXT.split(operative.strip()))
    return tuple(part for part in parts if part and not part.startswith("#") and not _LEAD.match(part))


def _same(text: str, answer: MunicipalAnswer) -> str:
    """What is the same in two clauses that say the same."""
    low = _SUM.sub("#", _WHO.sub("", text.casefold())).removeprefix("att ")
    for name in (answer.municipality.full_name, answer.municipality.name):
        low = re.sub(rf"\b{re.escape(name.casefold())}s?\b", "kommunen", low)
    return " ".join(re.sub(r"[^\w#]+", " ", low).split())
