"""What else a § says of itself: dissent, immediate approval, references to circulars and notices."""

from __future__ import annotations

import re
from collections.abc import Sequence

from namndarkivet.importers.dissents import denied, says
from namndarkivet.importers.parts import Part
from namndarkivet.importers.people import sentences
from namndarkivet.mentions import Means, find
from namndarkivet.sections import Kind

_NONE = re.compile(r"(?:Inga|Ingen|Inget|Nej|[-–—])\b[^.]{0,60}\.?\s*$", re.IGNORECASE)
_EARLIER = {Kind.BACKGROUND, Kind.SUMMARY, Kind.PREPARATION, Kind.BASIS, Kind.RECIPIENTS}
_IMMEDIATE = re.compile(
    r"omedelbar(?:t)?[ -]juster\w*|juster(?:as|ad|ades|at|ats|ar|ing(?:en)?)\s+(?:av\s+\w+\s+)?(?:sker\s+)?(?:paragrafen\s+)?omedelbart|direktjuster\w+|omedelbar\s+justering",
    re.IGNORECASE,
)


_ASKED = re.compile(r"\b(?:avslå\w*|yrka\w*|begär\w*)\b", re.IGNORECASE)
"""Approval at once that is only asked for, or refused."""


def says_none(text: str) -> bool:
    """Whether a section says that there are none: «Inga.»"""
    return bool(_NONE.match(text.strip()))


def dissent(parts: Sequence[Part]) -> bool:
    """Whether somebody dissents from this body's decision in this §; notes and special opinions are no dissent."""
    for part in parts:
        text = part.text.strip()
        if part.kind is Kind.DISSENT and text and (says(text) or not (_NONE.match(text) or denied(text))):
            return True
        if part.kind not in _EARLIER | {Kind.NOTE, Kind.MOTIONS, Kind.DISSENT} and any(
            says(sentence) and not _hypothetical(sentence) for sentence in sentences(text)
        ):
            return True
    return False


def _hypothetical(sentence: str) -> bool:
    return bool(
        re.search(
            r"\b(?:[Ii]ngen|[Ii]nga|hade|skulle|annars|kan komma|avser att|om [\w ]{1,30} (?:hade|fått))\b|\b(?:i|vid) (?:[\wåäö]+(?:styrelsen|nämnden|utskottet))(?! beslut)",
            sentence,
        )
    )


def _approved(text: str) -> bool:
    return any(
        _IMMEDIATE.search(sentence) and not _ASKED.search(sentence) for sentence in re.split(r"(?<=[.])\s", text)
    )


def immediate(head: str, parts: Sequence[Part]) -> bool:
    """Whether the § is approved at once."""
    if _IMMEDIATE.search(head):
        return True
    return any(
        _approved(part.text) or (part.heading is not None and _IMMEDIATE.search(part.heading.words))
        for part in parts
        if part.kind not in _EARLIER - {Kind.RECIPIENTS}
    )


def references(texts: Sequence[str]) -> tuple[str, ...]:
    """The circulars and notices of SKL/SKR that a text names, each once in the order of the text."""
    found: dict[str, None] = {}
    for text in texts:
        for _, _, mention in find(text.replace("\n", " ")):
            if mention.means is Means.CIRCULAR:
                number = re.search(r"(\d{2,4}):(\d+)", mention.text)
                if number:
                    found[f"cirkulär {number[1][-2:]}:{int(number[2])}"] = None
            elif mention.means is Means.NOTICE:
                number = re.search(r"\d{1,2}/\d{4}", mention.text)
                if number:
                    found[f"meddelande från styrelsen nr {number[0]}"] = None
    return tuple(found)
