"""Why a value in a draft may be read wrongly: what its author is asked to check. An empty text where there is no doubt."""

from __future__ import annotations

import re

from namndarkivet.importers.minutes import Item
from namndarkivet.importers.paragraphs import Paragraph
from namndarkivet.values import Status


def swallowed(paragraph: Paragraph) -> str:
    """Whether another § may have become part of this one."""
    numbers = ", ".join(paragraph.swallowed)
    return (
        f"i filen tycks också § {numbers} börja, utanför nummerföljden; dela filen och importera delarna för sig"
        if numbers
        else ""
    )


_INDIVIDUAL = re.compile(
    r"\b(?:LVU|LVM|LPT)\b|\b(?:SoL|LSS)\b.{0,60}\b(?:biståndsansökan|ansökan om bistånd|insatsen?)\b|\bplacering(?:en)? av (?:barn|den unge)|\bvårdnad(?:en)?\b"
    r"|\bumgänge\w*|\badoption\w*|\bfaderskap\w*|\bgod man\b|\bförvaltarskap\w*|\bsekretess(?:ärende|belag[dt]\w*|prövad\w*)|\bindivid(?:ärende|utskott)\w*|\benskilt ärende\b",
    re.IGNORECASE,
)
"""Matters of one person: what a social welfare board's committee decides (OSL 26 kap.)."""


_LONG_TITLE = 250
"""Characters of a title above which text may have become part of it: columns of a PDF read across."""


def individual(item: Item) -> str:
    """Whether the matter may be of one person, by its title; or whether the title is one."""
    title = item.paragraph.head.title or ""
    if _INDIVIDUAL.search(title):
        return "gäller ärendet en enskild? då hör det inte hemma i arkivet"
    return "är allt det här rubriken?" if len(title) > _LONG_TITLE else ""


def counted(item: Item) -> str:
    """What to check of the votes of a §."""
    if not item.votes:
        return ""
    if all(vote.meaning for vote in item.votes):
        return "stämmer rösterna, vad gällde omröstningen, och stämmer vad ja och nej betydde?"
    return "stämmer rösterna, vad gällde omröstningen, och vad betydde ja och nej?"


_CLEAR = re.compile(
    r"\b(?:besluta|välj|avge|föreläg|fördela|anvisa|upphäv|entlediga|förordna|medge|begär|tilldela|ta ut|tar ut|godkänn|anta|fastställ|utse|bevilja|avslå|bifall|återremi|bordlägg|noter|anteckn|handlingarna|besvara|föreslå|tillstyrk|uppdra|överlämn|översänd|ställer sig bakom|tar del)",
    re.IGNORECASE,
)


_ACTS = re.compile(
    r"(?:nämnden|styrelsen|utskottet|utskott|fullmäktige|beredningen) (?:beslutar|föreslår|tillstyrker)\b",
    re.IGNORECASE,
)
"""A body that decides or proposes, outside any heading for it."""


def outcome(item: Item, *, council: bool) -> str:
    """Why a status may be read wrongly, or nothing."""
    if item.status is Status.NO_DECISION and any(part.kind.value == "beslut" for part in item.parts):
        return "beslutet hittades inte i texten"
    if item.status is Status.NO_DECISION and any(_ACTS.search(part.text) for part in item.parts):
        return "ingen beslutsrubrik hittades, men texten säger att något beslutas eller föreslås"
    if item.status is Status.PROPOSED and council:
        return "fullmäktige föreslår sällan"
    if item.status is Status.DECIDED and not _CLEAR.search("\n".join(item.operative.clauses)):
        return "säger texten att något beslutas?"
    kinds = sum(
        1
        for words in (("återremi",), ("bordlägg",), ("avslå", "avslås"), ("besvara",))
        if any(word in "\n".join(item.operative.clauses).casefold() for word in words)
    )
    return "texten säger flera saker" if kinds > 1 else ""
