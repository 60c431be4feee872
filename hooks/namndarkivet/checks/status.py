"""Rules about what a decision is: a proposal is never a decision."""

from __future__ import annotations

import re
from collections.abc import Iterator

from namndarkivet.checks.rule import document_rule
from namndarkivet.entry import Reading
from namndarkivet.model import Decision
from namndarkivet.problem import Finding, Mark, Severity
from namndarkivet.sections import Kind
from namndarkivet.values import Status

_PROPOSAL = re.compile(r"[\s#*_>•–-]*(?:\d+[.)]\s*)?Förslag\s+till\s", re.IGNORECASE)
_PROPOSES = re.compile(
    r"[\s#*_>•–-]*(?:\d+[.)]\s*)?[\wåäöÅÄÖ-]*(?:utskottet|nämnden|styrelsen|beredningen)\s+föreslår\s", re.IGNORECASE
)


@document_rule("förslag-som-beslut", Decision)
def proposal_recorded_as_decision(reading: Reading[Decision]) -> Iterator[Finding]:
    """Text som börjar «Förslag till …» under rubriken Beslut är ett förslag, inte ett beslut.

    Ett arbetsutskott beslutar ofta *om ett förslag till* nämnden. Det är nämnden som sedan beslutar. Sätt `status: förslag` och
    skriv under `föreslås_till` vilket organ som ska besluta.
    """
    if reading.record.status is Status.PROPOSED:
        return
    for number, section in enumerate(reading.sections):
        if section.kind is not Kind.DECISION:
            continue
        below = reading.sections[number + 1] if number + 1 < len(reading.sections) else None
        if _PROPOSAL.match(section.text):
            yield _finding(reading, section.text_line)
        elif not section.text and below and below.level > section.level and _PROPOSAL.match(below.heading + " "):
            yield _finding(reading, below.line)


def _finding(reading: Reading[Decision], line: int) -> Finding:
    end = len(reading.source.line(line)) + 1
    status = reading.record.status.value
    return Finding(
        f"är ett förslag, men dokumentet har status {status}; skriv status: förslag, och föreslås_till: organet som ska besluta",
        mark=Mark(line, 1, end),
    )


@document_rule("föreslår-som-beslut", Decision, severity=Severity.WARNING)
def proposing_recorded_as_decision(reading: Reading[Decision]) -> Iterator[Finding]:
    """Ett beslut som börjar «… föreslår …» är troligen ett förslag till ett annat organ.

    När ett utskott eller en nämnd föreslår att ett annat organ beslutar är det `status: förslag`, även om en del av paragrafen
    är organets eget beslut.
    """
    if reading.record.status is Status.PROPOSED:
        return
    for section in reading.sections:
        if section.kind is Kind.DECISION and _PROPOSES.match(section.text):
            at = Mark(section.text_line, 1, len(reading.source.line(section.text_line)) + 1)
            yield Finding(
                f"läses som ett förslag, men dokumentet har status {reading.record.status.value}; är status rätt?",
                mark=at,
            )


@document_rule("förslag-utan-mottagare", Decision, severity=Severity.WARNING)
def proposal_without_addressee(reading: Reading[Decision]) -> Iterator[Finding]:
    """Ett förslag bör säga vilket organ som ska besluta: `föreslås_till`.

    Säger källan det inte, låt uppgiften saknas.
    """
    if reading.record.status is Status.PROPOSED and reading.record.proposed_to is None:
        yield Finding(
            "vilket organ ska besluta? lägg till föreslås_till: organets namn, om källan säger det", key=("status",)
        )


@document_rule("mottagare-utan-förslag", Decision, given=("föreslås_till",))
def addressee_without_proposal(reading: Reading[Decision]) -> Iterator[Finding]:
    """Bara ett förslag har `föreslås_till`.

    Går någon del av ärendet till ett annat organ för beslut är dokumentet ett förslag (`status: förslag`).
    """
    if reading.record.proposed_to is not None and reading.record.status is not Status.PROPOSED:
        yield Finding(
            f"bara ett förslag har föreslås_till, och status är {reading.record.status.value}; skriv status: förslag eller ta bort raden",
            key=("föreslås_till",),
            on_key=True,
        )


@document_rule("villkor", Decision, given=("svar",))
def conditions(reading: Reading[Decision]) -> Iterator[Finding]:
    """«Antar med villkor» ska säga vilka villkoren är, och bara det svaret har villkor."""
    for number, answer in enumerate(reading.record.answers or ()):
        with_conditions = answer.position.value == "antar med villkor"
        if with_conditions and not answer.conditions:
            yield Finding(
                "svaret har villkor; lägg till raden villkor: med källans ord", key=("svar", number, "ställning")
            )
        if answer.conditions and not with_conditions:
            yield Finding("här står villkor; skriv ställning: antar med villkor", key=("svar", number, "ställning"))


_SAYS = (
    (
        Status.PROPOSED,
        ("föreslå", "tillstyrk", "kommun"),
        r"\b(?:beslutar\s+(?:att\s+)?föreslå\b|föreslås\s+besluta|tillstyrker|för\s+beslut\s+i\s+kommun)",
    ),
    (Status.REFERRED_BACK, ("återremitt",), r"\båterremitteras?\b"),
    (Status.TABLED, ("bordläggs",), r"\bbordläggs\b"),
    (Status.DROPPED, ("utgår",), r"\butgår\b(?:\s+från)?"),
    (Status.REJECTED, ("avslås",), r"\b(?:motionen|initiativet|medborgarförslaget|ansökan)\s+avslås\b"),
    (Status.ANSWERED, ("anses",), r"\banses\s+(?:vara\s+)?besvara"),
)
_SAYS_PATTERNS = tuple((status, words, re.compile(pattern, re.IGNORECASE)) for status, words, pattern in _SAYS)


@document_rule("status-mot-text", Decision, severity=Severity.WARNING)
def status_against_text(reading: Reading[Decision]) -> Iterator[Finding]:
    """Status bör stämma med orden i beslutet.

    «Ärendet återremitteras» är sällan `status: beslutat`, och «beslutar föreslå» är ett förslag. Står det i texten men gäller något
    annat (ett tidigare beslut, en del av ärendet), låt status vara.
    """
    if reading.record.status is not Status.DECIDED:
        return
    for section in reading.sections:
        if section.kind is not Kind.DECISION or not (found := list(_says(section.text))):
            continue
        status, match = min(found, key=lambda at: at[1].start())
        number = section.text_line + section.text.count("\n", 0, match.start())
        words = match[0].split("\n", 1)[0]
        column = max(reading.source.line(number).find(words) + 1, 1)
        yield Finding(
            f"«{' '.join(match[0].split())}» betyder oftast status {status.value}, här står beslutat; vilket stämmer?",
            mark=Mark(number, column, column + len(words)),
        )
        return


def _says(text: str) -> Iterator[tuple[Status, re.Match[str]]]:
    """The first of each kind of words that a text has; a cheap look for a word comes before the close one."""
    low = text.lower()
    for status, words, pattern in _SAYS_PATTERNS:
        if any(word in low for word in words) and (match := pattern.search(text)):
            yield status, match


@document_rule("parti", Decision, given=("yrkanden", "reservationer", "omröstningar"))
def party(reading: Reading[Decision]) -> Iterator[Finding]:
    """Ett parti ska skrivas utan parentes, och inte en gång till i namnet."""
    record = reading.record
    named = [(("yrkanden", n), m.party, m.by) for n, m in enumerate(record.motions or ())]
    named += [(("reservationer", n), d.party, d.by) for n, d in enumerate(record.dissents or ())]
    for n, division in enumerate(record.divisions or ()):
        named += [(("omröstningar", n, "röster", m), v.party, v.name) for m, v in enumerate(division.votes or ())]  # type: ignore[misc]
    for key, written, name in named:
        if written and "(" in written:
            yield Finding(f"skriv partiet utan parentes: {written.strip('() ')}", key=(*key, "parti"))
        elif written and name.endswith(f"({written})"):
            yield Finding(
                f"partiet står redan under parti; skriv bara namnet: {name.removesuffix(f'({written})').strip()}",
                key=key,
            )
