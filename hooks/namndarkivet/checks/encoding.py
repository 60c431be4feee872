"""Rules about a file's bytes: can it be read as the text that the author meant?"""

from __future__ import annotations

from collections.abc import Iterator

from namndarkivet.checks.rule import file_rule
from namndarkivet.oddity import Odd, Oddity
from namndarkivet.problem import Finding, Severity
from namndarkivet.source import MAX_BYTES


@file_rule("oläsbar-fil", Oddity.NOT_FILE)
def unreadable(odd: Odd) -> Iterator[Finding]:
    """En fil ska vara en vanlig fil som går att läsa.

    Länkar (symboliska länkar) läses inte: en länk kan peka på något som inte hör till arkivet. Lägg in filen själv.
    """
    why = "är en länk till en annan fil; lägg in filen själv i stället" if odd.detail == "länk" else "går inte att läsa"
    yield Finding(f"filen {why}", mark=odd.mark)


@file_rule("för-stor-fil", Oddity.TOO_LARGE)
def too_large(odd: Odd) -> Iterator[Finding]:
    """Ett dokument är högst 2 MB text.

    En paragraf är sällan större än 100 kB. Är filen större är den troligen något annat: ett helt protokoll, eller en
    bild inlagd i texten. Dela upp protokollet i en fil per paragraf.
    """
    megabytes = f"{int(odd.detail) / 1e6:.1f}".replace(".", ",")
    yield Finding(
        f"filen är {megabytes} MB och gränsen är {MAX_BYTES // 1_000_000} MB; lägg en paragraf i varje fil",
        mark=odd.mark,
    )


@file_rule("tom-fil", Oddity.EMPTY)
def empty(odd: Odd) -> Iterator[Finding]:
    """En fil ska ha ett innehåll."""
    yield Finding("filen är tom; skriv dokumentet, eller ta bort filen", mark=odd.mark)


@file_rule("utf-8", Oddity.NOT_UTF8)
def not_utf8(odd: Odd) -> Iterator[Finding]:
    """En fil ska vara sparad som UTF-8.

    Annars blir å, ä och ö fel tecken. I Anteckningar (Windows): Arkiv, Spara som, Kodning: UTF-8.
    """
    yield Finding("filen är inte sparad som UTF-8; öppna den, välj Spara som och kodningen UTF-8", mark=odd.mark)


@file_rule("bom", Oddity.BOM, severity=Severity.WARNING)
def byte_order_mark(odd: Odd) -> Iterator[Finding]:
    """En fil bör inte börja med det osynliga tecknet BOM.

    Arkivet hoppar över tecknet, så inget går förlorat. Välj kodningen «UTF-8» och inte «UTF-8 med BOM» nästa gång.
    """
    yield Finding("filen börjar med ett osynligt tecken (BOM); spara den som UTF-8 utan BOM", mark=odd.mark)


@file_rule("radslut", Oddity.LINE_ENDS, severity=Severity.WARNING)
def line_ends(odd: Odd) -> Iterator[Finding]:
    """En fil bör ha radslut av ett enda slag (LF).

    Windows radslut (CRLF) läses rätt, men gör att varje rad ser ändrad ut när någon rättar ett ord.
    """
    yield Finding("raden slutar som i Windows (CRLF); spara filen med radslutet LF", mark=odd.mark)
