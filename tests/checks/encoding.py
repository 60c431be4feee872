"""Files whose bytes are not the text that the author meant."""

import unicodedata
from pathlib import Path

from namndarkivet.problem import Severity

from .case import BODY, DECISION, Case, decision

CASES = (
    Case(
        "oläsbar-fil",
        {DECISION: Path("/etc/hostname")},
        (1, 1),
        "lägg in filen själv i stället",
    ),
    Case(
        "för-stor-fil",
        decision(BODY + "x" * 2_000_000),
        (1, 1),
        "filen är 2,0 MB och gränsen är 2 MB; lägg en paragraf i varje fil",
        right=decision(BODY + "x" * 100_000),
    ),
    Case("tom-fil", "", (1, 1), "skriv dokumentet, eller ta bort filen"),
    Case("tom-fil", " \n\n", (1, 1), "filen är tom"),
    Case(
        "utf-8",
        decision().encode("latin-1"),
        (4, 15),
        "välj Spara som och kodningen UTF-8",
        right=unicodedata.normalize("NFD", decision()),
    ),
    Case(
        "bom",
        decision().encode("utf-8-sig"),
        (1, 1),
        "spara den som UTF-8 utan BOM",
        severity=Severity.WARNING,
    ),
    Case(
        "radslut",
        decision().replace("\n", "\r\n"),
        (1, 1),
        "spara filen med radslutet LF",
        severity=Severity.WARNING,
    ),
    Case(
        "radslut",
        decision("## Beslut\n\nNämnden godkänner\rbudgeten.\n"),
        (12, 1),
        "spara filen med radslutet LF",
        severity=Severity.WARNING,
    ),
)
