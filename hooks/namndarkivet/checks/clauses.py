"""Rules about the operative part: what was decided must be there."""

from __future__ import annotations

from collections.abc import Iterator

from namndarkivet.checks.rule import document_rule
from namndarkivet.entry import Reading
from namndarkivet.model import Circular, Decision
from namndarkivet.problem import Finding, Mark
from namndarkivet.sections import Kind


@document_rule("utan-att-sats", Decision)
def without_clause(reading: Reading[Decision]) -> Iterator[Finding]:
    """Ett beslut ska säga vad som beslutades, under rubriken Beslut.

    Kommunallagen kräver att protokollet säger det (5 kap. 67 § p. 4, 6 kap. 35 §). Bara en paragraf med status `utan beslut` eller
    `utgått` saknar det.
    """
    record = reading.record
    if not record.status.has_clauses or record.withdrawn:
        return
    found = [section for section in reading.sections if section.kind is Kind.DECISION]
    if not found:
        yield Finding(
            f"rubriken ## Beslut saknas; lägg till den med beslutets text, eller skriv status: utan beslut (nu {record.status.value})",
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
