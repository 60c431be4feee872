"""The clauses of the answers side by side, grouped when they say the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from namndarkivet.summaries.answers import MunicipalAnswer

_NEXT = re.compile(r"\n[ \t]*\n|\n(?=[ \t]*(?:\d+[.)]|[-•–*]|\**att\**)\s)")
_NUMBER = re.compile(r"^[ \t]*(?:\d+[.)]|[-•–*])\s+")
_MARKS = re.compile(r"[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}")
_SUM = re.compile(
    r"(?<![\d.,])(?:\d{1,3}(?:[ \u00a0.]\d{3})+|\d{1,12})(?:,\d{1,2})?[ \u00a0]?(?:kronor|kr\b|tkr\b|mkr\b|öre)"
)
# Who decides or proposes, before what is decided: «Socialnämnden föreslår kommunstyrelsen besluta att …». A name of one word or
# the body's own, and nothing between that could turn the meaning («inte», «under förutsättning att»).
_BODY = r"[^\s,.]*(?:nämnden|styrelsen|fullmäktige|utskottet)"
_WHO = rf"(?:{_BODY}|%s) (?:beslutar|föreslår {_BODY}(?: att)? besluta)"


@dataclass(frozen=True, slots=True)
class ClauseGroup:
    """A clause as the first of the municipalities has it, and all that have it. Where they differ in who decides or proposes,
    in the municipality's own name or in amounts of money, `text` has «[organet]», «[kommunen]», «[belopp]» in its place.
    `varies` tells that their texts differ, be it only in capitals and commas.
    """

    text: str
    answers: tuple[MunicipalAnswer, ...]
    varies: bool


def clause_groups(answers: Sequence[MunicipalAnswer]) -> tuple[ClauseGroup, ...]:
    """The groups, the largest first and of equals as they come."""
    found: dict[str, list[tuple[str, MunicipalAnswer, _Same]]] = {}
    for answer in answers:
        same = _Same(answer)
        texts = clauses(answer.entry.operative, answer.entry.record.body)
        for key, text in {same.key(text): text for text in texts}.items():
            found.setdefault(key, []).append((text, answer, same))
    return tuple(sorted(map(_group, found.values()), key=lambda group: -len(group.answers)))


def _group(members: Sequence[tuple[str, MunicipalAnswer, _Same]]) -> ClauseGroup:
    text, _, first = members[0]
    varies = len({text for text, _, _ in members}) > 1
    if varies:
        text = first.marked(text, [same.parts(other) for other, _, same in members])
    return ClauseGroup(text, tuple(answer for _, answer, _ in members), varies)


def clauses(operative: str, body: str = "Nämnden") -> tuple[str, ...]:
    """The clauses of an operative section, each on one line without its number. A line of its own that only says which body
    decides, or «Förslag till …», is none.
    """
    lead = re.compile(
        rf"(?:{_WHO % re.escape(body)}(?: att)?|(?:{_BODY}) föreslår {_BODY}(?: att)?|Förslag till {_BODY}):?",
        re.IGNORECASE,
    )
    found = []
    for part in _NEXT.split(operative.strip()):
        bare = " ".join(_MARKS.sub("", _NUMBER.sub("", part)).split())
        if bare and not bare.startswith("#") and (_NUMBER.match(part) or not lead.fullmatch(bare)):
            found.append(bare)
    return tuple(found)


class _Same:
    """What is the same in two clauses that say the same: without who decides, amounts, and the municipality's own name."""

    def __init__(self, answer: MunicipalAnswer) -> None:
        self.who = re.compile(rf"^{_WHO % re.escape(answer.entry.record.body.casefold())}\s", re.IGNORECASE)
        self.names = [name.casefold() for name in (answer.municipality.full_name, answer.municipality.name)]
        self.name = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in self.names), re.IGNORECASE)

    def key(self, text: str) -> str:
        low = _SUM.sub("#", self.who.sub("", text.casefold())).removeprefix("att ")
        words = " ".join(re.sub(r"[^\w#]+", " ", low).split())
        for name in self.names:
            words = f" {words} ".replace(f" {name} ", " kommunen ").strip()
        return words.removesuffix(" samt").removesuffix(" och")

    def parts(self, text: str) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
        """What a clause may have otherwise than another that says the same: who, names, amounts, in that order."""
        who = self.who.match(text)
        return who.group() if who else "", tuple(self.name.findall(text)), tuple(_SUM.findall(text))

    def marked(self, text: str, all_parts: Sequence[tuple[str, tuple[str, ...], tuple[str, ...]]]) -> str:
        """The clause with those parts marked that are not the same in all."""
        who, names, amounts = (len(set(part)) > 1 for part in zip(*all_parts, strict=True))
        if who:
            text = self.who.sub("[organet] ", text)
        if names:
            text = self.name.sub("[kommunen]", text)
        return _SUM.sub("[belopp]", text) if amounts else text
