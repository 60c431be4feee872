"""Text that looks like something else than it is."""

from .case import BODY, Case, decision


def _with(text: str) -> str:
    """A decision whose line 14 is this text."""
    return decision(f"{BODY}\n{text}\n")


CASES = (
    Case(
        "feltecken",
        decision(rubrik="Riktlinjer fÃ¶r bidrag"),
        (2, 21),
        "hämta texten på nytt ur källan",
        right=decision(rubrik="Riktlinjer för bidrag"),
    ),
    Case("styrtecken", decision(rubrik="Budget\u202e 2031"), (2, 15), "osynligt styrtecken (U+202E); ta bort det"),
    Case("styrtecken", decision(rubrik="Budget\x00 2031"), (2, 15), "osynligt styrtecken (U+0000)"),
    Case("styrtecken", _with("Nämnden\u2067 godkänner."), (14, 8), "osynligt styrtecken (U+2067)"),
    Case(
        "html-i-text",
        _with("Nämnden <script>alert(1)"),
        (14, 9),
        "<script> visas inte på sidan; skriv vanlig text, eller &lt; för ett synligt <",
        right=_with("Koldioxid (CO<sub>2</sub>), 5 < 6, `<script>`, <https://example.org> och &lt;script>."),
    ),
    Case("html-i-text", _with("<!-- glöm inte -->"), (14, 1), "en HTML-kommentar visas inte på sidan"),
    Case(
        "bild-i-text",
        _with("![En karta](karta.png)"),
        (14, 1),
        "skriv vad bilden säger, eller lägg filen under underlag",
        right=_with("Kartan visar kommunens södra del."),
    ),
)
