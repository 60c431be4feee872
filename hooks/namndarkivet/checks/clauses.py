"""Rules about the operative part: what was decided must be there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from namndarkivet.checks.rule import document_rule
from namndarkivet.entry import Reading
from namndarkivet.model import Circular, Decision, Document
from namndarkivet.problem import Finding, Mark, Severity
from namndarkivet.sections import Kind
from namndarkivet.values import Status


@document_rule("utan-att-sats", Decision)
def without_clause(reading: Reading[Decision]) -> Iterator[Finding]:
    """Ett beslut ska säga vad som beslutades, under rubriken Beslut.

    Kommunallagen kräver att protokollet säger det (5 kap. 67 § p. 4, 6 kap. 35 §). Bara en paragraf med status `utan beslut` eller
    `utgått` saknar det.
    """
    record = reading.record
    if not record.status.has_clauses or record.withdrawn:
        return
    operative = {Kind.DECISION, Kind.PROPOSAL} if record.status is Status.PROPOSED else {Kind.DECISION}
    found = [section for section in reading.sections if section.kind in operative]
    if not found:
        yield Finding(
            "rubriken ## Beslut saknas (två nummertecken och mellanslag); sätt den före beslutets text",
            mark=Mark(reading.source.body_line),
        )
        return
    for number, section in enumerate(reading.sections):
        below = reading.sections[number + 1 : number + 2]
        if section in found and not section.text and not (below and below[0].level > section.level and below[0].text):
            end = len(reading.source.line(section.line)) + 1
            yield Finding("rubriken har ingen text under sig; skriv beslutets text", mark=Mark(section.line, 1, end))


@document_rule("utan-text", Circular)
def without_text(reading: Reading[Circular]) -> Iterator[Finding]:
    """Ett cirkulär ska ha sin text.

    Den återges ordagrant (26 och 26 a §§ lagen 1960:729 gäller oförändrad text med källan angiven).
    """
    if not reading.source.body.strip() and not reading.record.withdrawn:
        yield Finding(
            "dokumentet har ingen text efter huvudet; skriv av den ur källan", mark=Mark(reading.source.body_line)
        )


_LISTS = (
    ("yrkanden", "motions", Kind.MOTIONS),
    ("omröstningar", "divisions", Kind.DIVISION),
    ("reservationer", "dissents", Kind.DISSENT),
    ("jäv", "disqualified", Kind.DISQUALIFICATION),
)


@document_rule("inga-mot-text", Decision, given=("yrkanden", "omröstningar", "reservationer", "jäv"))
def none_against_text(reading: Reading[Decision]) -> Iterator[Finding]:
    """En tom lista säger att det inte finns några, och då kan inte texten ha dem.

    `reservationer: []` betyder att källan säger att ingen reserverade sig. Har texten en reservation, skriv den i listan eller ta bort
    raden.
    """
    for key, name, kind in _LISTS:
        if getattr(reading.record, name) == ():
            for section in reading.sections:
                if section.kind is kind and section.text and not section.says_none:
                    yield Finding(
                        f"{key} är tom, men texten har ett avsnitt «{section.heading}»; fyll i eller ta bort raden",
                        key=(key,),
                    )


@document_rule("text-som-kod", Document, severity=Severity.WARNING)
def indented_text(reading: Reading[Document]) -> Iterator[Finding]:
    """Text som är indragen fyra mellanslag eller en tabb blir en kodruta.

    Det händer lätt när man klistrar in från en PDF. Ta bort indraget.
    """
    if not _may_be_indented(reading.source.body):
        return
    lines = reading.source.body.split("\n")
    in_list = False
    for number, line in enumerate(lines):
        blank = number == 0 or not lines[number - 1].strip()
        if blank and not in_list and re.match(r"(?: {4}|\t)\s*\S", line):
            at = Mark(number + reading.source.body_line, 1, len(line) + 1)
            yield Finding("indragen text visas som en kodruta; ta bort mellanslagen i början av raden", mark=at)
        if line.strip():
            in_list = bool(re.match(r"\s*(?:[-*+]|\d+[.)])\s", line)) or (in_list and line.startswith((" ", "\t")))


def _may_be_indented(body: str) -> bool:
    return "\n    " in body or "\n\t" in body or body.startswith(("    ", "\t"))


_UNDERLINE = re.compile(r"^ {0,3}(?:-{2,}|={2,})[ \t]*$", re.MULTILINE)


@document_rule("understruken-text", Document, severity=Severity.WARNING)
def underlined_text(reading: Reading[Document]) -> Iterator[Finding]:
    """En rad av streck direkt under text gör texten till en rubrik.

    Skriv en tom rad emellan om strecken bara skiljer av, eller `## ` framför rubriken om det är en.
    """
    body = reading.source.body
    if ("--" not in body and "==" not in body) or not _UNDERLINE.search(body):
        return
    lines = reading.source.body.split("\n")
    for number, line in enumerate(lines[1:], start=1):
        if (
            re.fullmatch(r" {0,3}(?:-{2,}|={2,})\s*", line)
            and lines[number - 1].strip()
            and "|" not in lines[number - 1]
        ):
            at = Mark(number + reading.source.body_line, 1, len(line) + 1)
            yield Finding("strecken gör raden ovanför till en rubrik; lägg en tom rad emellan", mark=at)
