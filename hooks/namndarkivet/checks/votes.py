"""Rules about counted votes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from namndarkivet.checks.rule import document_rule
from namndarkivet.entry import Reading
from namndarkivet.model import Decision
from namndarkivet.problem import Finding, Severity
from namndarkivet.values import Ballot


@document_rule("rösterna-går-inte-ihop", Decision, given=("omröstningar",))
def ballots_do_not_add_up(reading: Reading[Decision]) -> Iterator[Finding]:
    """Antalet ja, nej och avstår ska vara detsamma som antalet uppräknade röster.

    Antingen är en siffra felskriven eller så saknas någon i uppräkningen. Räknar källan själv fel, skriv det under
    `anmärkningar` och utelämna uppräkningen.
    """
    for number, division in enumerate(reading.record.divisions or ()):
        if division.votes is None:
            continue
        counted = Counter(vote.ballot for vote in division.votes)
        for ballot, stated in (
            (Ballot.YES, division.yes),
            (Ballot.NO, division.no),
            (Ballot.ABSTAINS, division.abstaining),
        ):
            if stated is not None and stated != counted[ballot]:
                yield Finding(
                    f"{stated} {ballot.value} är angivet men {counted[ballot]} är uppräknade; rätta siffran eller uppräkningen",
                    key=("omröstningar", number, ballot.value),
                )


@document_rule("dubbel-röst", Decision, given=("omröstningar",))
def voted_twice(reading: Reading[Decision]) -> Iterator[Finding]:
    """En person har en röst i varje omröstning."""
    for number, division in enumerate(reading.record.divisions or ()):
        seen: set[tuple[str, str | None]] = set()
        for place, vote in enumerate(division.votes or ()):
            if (vote.name, vote.party) in seen:
                yield Finding(
                    f"{vote.name} röstar två gånger; behåll en", key=("omröstningar", number, "röster", place, "namn")
                )
            seen.add((vote.name, vote.party))


@document_rule("vad-rösten-betyder", Decision, severity=Severity.WARNING, given=("omröstningar",))
def what_the_vote_means(reading: Reading[Decision]) -> Iterator[Finding]:
    """En omröstning bör säga vad ja och nej betyder.

    «Ja» kan betyda «ja till avslag». Skriv `ja_betyder` och `nej_betyder` med källans ord. Säger källan inget, låt dem saknas.
    """
    for number, division in enumerate(reading.record.divisions or ()):
        if (division.yes_means is None) != (division.no_means is None):
            which = "nej_betyder" if division.no_means is None else "ja_betyder"
            yield Finding(f"bara den ena sidan är förklarad; lägg till {which}", key=("omröstningar", number))
