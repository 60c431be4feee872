"""What members move, under the heading for it: who, of which party, and what, in the words of the text (KL 5:67 p. 1)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from namndarkivet.importers.blocks import Block, Form
from namndarkivet.importers.parts import Part
from namndarkivet.importers.people import Person, begins_with, people, sentences
from namndarkivet.sections import Kind

_MOVES = re.compile(
    r"\b(?:till[äa]ggs)?yrka(?:r|de)(?P<as> (?:i (?:första|andra|tredje) hand|som tillägg))?(?: på)?:?(?=\s|$)",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:inga|ingen|inget|inte)\b", re.IGNORECASE)
_CHAIR = re.compile(r"(?:(?:Tjänstgörande )?[Oo]rdföranden?|(?:Första |Andra )?[Vv]ice ordföranden?)")
_LEADS = re.compile(r"(?:följande|att):?$|:$")
_NAMED = re.compile(r"\s*:\s*(?P<motion>\S.*)")
"""«Anna Ek (S): Avslag.»"""
_THEREUPON = re.compile(r"^(?:(?:Därefter|Vidare|Även|Också|Dessutom|Slutligen|Däremot) )+")


@dataclass(frozen=True, slots=True)
class Moved:
    """What one member moves. `party` is None where the text does not say it."""

    by: str
    party: str | None
    motion: str


def motions(parts: Sequence[Part]) -> tuple[Moved, ...]:
    """What is moved in a §, each mover by themselves, in the order of the text. A sentence whose mover cannot be told is left out."""
    found: list[Moved] = []
    for part in parts:
        if part.kind is Kind.MOTIONS:
            found += _moved(part.blocks)
    return tuple(dict.fromkeys(found))


def unread(parts: Sequence[Part]) -> bool:
    """Whether a § tells of motions of its own that `motions` has nothing of: outside their heading, or in words that it cannot read."""
    told = [
        part for part in parts if part.kind in {Kind.MOTIONS, Kind.ORDER, Kind.DIVISION, Kind.DECISION, Kind.PROPOSAL}
    ]
    return any(
        _MOVES.search(sentence) and not _NOT.search(sentence) and people(sentence)
        for part in told
        for sentence in sentences(part.text)
    )


def _moved(blocks: Sequence[Block]) -> Iterator[Moved]:
    movers: tuple[Person, ...] = ()
    open_ended = False
    for block in blocks:
        item = block.form is not Form.TEXT or block.text.startswith(("att ", "–", "-"))
        if open_ended and movers and item and not _MOVES.search(block.text):  # the points below «yrkar följande:»
            yield from _each(movers, block.text)
            continue
        movers, open_ended = (), False
        for sentence in sentences(block.text):
            movers, motion = _read(sentence)
            open_ended = bool(movers) and (not motion or bool(_LEADS.search(motion)))
            if movers and not open_ended:
                yield from _each(movers, motion)


def _read(sentence: str) -> tuple[tuple[Person, ...], str]:
    """Who moves by a sentence, and what; nobody where it does not begin with its movers, or says that nobody moves."""
    sentence = _THEREUPON.sub("", sentence).strip()
    match = _MOVES.search(sentence)
    if match is None:
        named = begins_with(sentence)
        said = _NAMED.fullmatch(sentence[named[1] :]) if named else None
        return ((named[0],), said["motion"]) if named and said else ((), "")
    before, after = sentence[: match.start()].strip(), sentence[match.end() :].strip()
    if _NOT.search(before):
        return (), ""
    if begins_with(before):
        return people(before), after
    if _CHAIR.fullmatch(before):
        return (Person(before, None),), after
    if (named := begins_with(after)) and not re.match(r"s?\s*(?:och|,|yrkande|förslag)", after[named[1] :]):
        return (named[0],), after[named[1] :].strip()
    return (), ""


def _each(movers: Sequence[Person], motion: str) -> list[Moved]:
    words = motion.strip(" .").removeprefix("– ").removeprefix("- ")
    return [Moved(mover.name, mover.party, words) for mover in movers] if words else []
