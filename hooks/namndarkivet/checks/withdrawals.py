"""Rules about documents that have been taken down."""

from __future__ import annotations

from collections.abc import Iterator

from namndarkivet.checks.rule import document_rule
from namndarkivet.entry import Reading
from namndarkivet.model import Document
from namndarkivet.problem import Finding, Mark


@document_rule("tillbakadragen-med-text", Document, given=("tillbakadragen",))
def withdrawn_with_text(reading: Reading[Document]) -> Iterator[Finding]:
    """Ett tillbakadraget dokument ska inte ha sin text kvar.

    Sidan visar bara datum och skäl, men filen är lika offentlig som sidan. Ta bort allt efter huvudet. Versionshistoriken har texten
    kvar: vägledningen på sidan Personuppgifter säger hur den rensas.
    """
    if reading.record.withdrawn and reading.source.body.strip():
        yield Finding(
            "dokumentet är tillbakadraget men texten finns kvar i filen; ta bort den",
            mark=Mark(reading.source.body_line),
        )
