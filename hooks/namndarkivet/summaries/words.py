"""A recommendation's answers in a sentence or two that are true."""

from __future__ import annotations

from collections.abc import Sequence

from namndarkivet.summaries.answers import MunicipalAnswer
from namndarkivet.summaries.positions import Stand
from namndarkivet.summaries.summary import Summary
from namndarkivet.swedish import count, enumerate_, sentence

NAMED = 5
"""Municipalities that a sentence names; of more it gives the number."""

_PROPOSED = {
    Stand.PROPOSES_TO_ADOPT: "att anta",
    Stand.PROPOSES_TO_ADOPT_WITH_CONDITIONS: "att anta med villkor",
    Stand.PROPOSES_TO_DECLINE: "att avstå",
    Stand.PROPOSES_NO_POSITION: "att inte ta ställning",
}
_DECIDED = {
    Stand.ADOPTS: "har antagit den",
    Stand.ADOPTS_WITH_CONDITIONS: "har antagit den med villkor",
    Stand.DECLINES: "har avstått",
    Stand.TAKES_NO_POSITION: "har beslutat att inte ta ställning",
}


def in_short(summary: Summary) -> str:
    """What the archive knows of the answers, in a sentence or two."""
    total = len(summary.lines)
    proposed = [answer for answer in summary.answers if answer.stand.proposal]
    if not summary.answers:
        return f"Arkivet har inget svar från någon av de {total} kommunerna."
    said = [_decided(summary, total)]
    if proposed:
        what = {_PROPOSED[answer.stand] for answer in proposed}
        proposal = f"ett förslag {what.pop()}" if len(what) == 1 else "förslag"
        said.append(f"{sentence(_who(proposed))} har {proposal}.")
    if rest := [a for a in summary.answers if not a.stand.final and not a.stand.proposal]:
        said.append(f"{sentence(_who(rest))} har behandlat frågan utan att avgöra den.")
    return " ".join(said)


def _decided(summary: Summary, total: int) -> str:
    if not summary.final:
        return "Inget beslut finns i arkivet."
    groups = [(words, [a for a in summary.final if a.stand is stand]) for stand, words in _DECIDED.items()]
    groups = [(words, found) for words, found in groups if found]
    if len(groups) == 1:
        words, found = groups[0]
        return f"Arkivet har beslut från {_who(found)} av {total}: {'kommunen' if len(found) == 1 else 'de'} {words}."
    parts = enumerate_([f"{len(found)} {words}" for words, found in groups])
    return f"Arkivet har beslut från {_who(summary.final)} av {total}: {parts}."


def _who(found: Sequence[MunicipalAnswer]) -> str:
    """«en kommun, Ekerö,», «tre kommuner (…)», or the number alone when there are many."""
    names = [answer.municipality.name for answer in found]
    if len(names) == 1:
        return f"en kommun, {names[0]},"
    return f"{count(len(names), 'kommun', 'kommuner')}" + (f" ({enumerate_(names)})" if len(names) <= NAMED else "")
