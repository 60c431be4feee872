"""Rules against text that looks like something else than it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from namndarkivet.checks.rule import document_rule, file_rule
from namndarkivet.entry import Reading
from namndarkivet.markup import TAGS
from namndarkivet.model import Document, Record
from namndarkivet.oddity import Odd, Oddity
from namndarkivet.problem import Finding, Mark
from namndarkivet.sections import html_tags, links

_SHOWN_AS_TEXT = 40


@file_rule("styrtecken", Oddity.CONTROL)
def control_character(odd: Odd) -> Iterator[Finding]:
    """En fil ska inte ha osynliga styrtecken.

    Sådana tecken kan vända på ordningen som text läses i, så att en granskare ser något annat än vad som publiceras.
    De följer ibland med när man klistrar in från en PDF. Ta bort tecknet.
    """
    yield Finding(f"här finns ett osynligt styrtecken ({odd.detail}); ta bort det", mark=odd.mark)


@document_rule("html-i-text", Document)
def html_in_text(reading: Reading[Record]) -> Iterator[Finding]:
    """Texten ska inte ha HTML som inte visas.

    Arkivet visar bara sådant som ett protokoll behöver: stycken, listor, tabeller, fetstil, länkar. Annan HTML tas bort
    på sidan, och då skulle något i filen saknas för läsaren. Skriv om det som vanlig text. Ska ett mindre än-tecken synas, skriv
    `&lt;`.
    """
    for name, line, column, end in html_tags(reading.source.body, reading.source.body_line):
        if name not in TAGS:
            shown = "en HTML-kommentar" if name == "!--" else f"<{name[:_SHOWN_AS_TEXT]}>"
            yield Finding(
                f"{shown} visas inte på sidan; skriv vanlig text, eller &lt; för ett synligt <",
                mark=Mark(line, column, end),
            )


@document_rule("bild-i-text", Document)
def image_in_text(reading: Reading[Record]) -> Iterator[Finding]:
    """Texten ska inte ha bilder.

    En bild kan inte läsas upp, sökas eller citeras, och en bild från en annan webbplats berättar för den vem som läser.
    Skriv vad bilden säger. Är den ett underlag, lägg filen bredvid dokumentet och ange den under `underlag` med `fil:`.
    """
    for link in links(reading.source.body, reading.source.body_line):
        if link.image:
            at = Mark(link.line, link.column, link.end)
            yield Finding("bilder visas inte; skriv vad bilden säger, eller lägg filen under underlag", mark=at)


_MOJIBAKE = re.compile(r"Ã[¥¤¶\x84\x85\x96©]|Â[\xa0§»«]|â€")


@document_rule("feltecken", Record)
def broken_characters(reading: Reading[Record]) -> Iterator[Finding]:
    """Å, ä och ö ska inte ha blivit «Ã¥», «Ã¤» och «Ã¶».

    Det händer när en fil öppnas med fel kodning och sparas igen. Hämta texten på nytt ur källan.
    """
    text = reading.source.text
    if text.isascii() or not ("Ã" in text or "Â" in text or "â€" in text):
        return
    for number, line in enumerate(text.split("\n"), start=1):
        if match := _MOJIBAKE.search(line):
            at = Mark(number, match.start() + 1, match.end() + 1)
            yield Finding(f"«{match[0]}» är ett å, ä eller ö som gått sönder; hämta texten på nytt ur källan", mark=at)
            return
