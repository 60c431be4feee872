"""The text of an issue as GitHub writes it from the form «Skicka in ett beslut»; and hostile texts to put into it."""

from __future__ import annotations

from pathlib import Path

HOSTILE = (
    "`touch bränd` ``` ```` $(touch bränd) ${{ github.token }} ${{ secrets.X }} ; touch bränd #\n"
    "::set-output name=x::y\n::error::påhittat fel\n##[group]x\n::add-mask::a\n::stop-commands::z\n"
    "x=1\nEOF\nGITHUB_OUTPUT<<EOF\n'\"; touch bränd; '\n@namndarkivet closes #1 GH-2 https://evil.invalid/x\n"
    "<script>alert(1)</script> <!-- --> | [a](javascript:b) \\ \x1b[2J\x07 \u202e\n"
)
"""What shells, GitHub, Markdown and terminals act on. All of it is invented."""

MINUTES = """Habo kommun
Socialnämnden
Protokoll 2031-02-12

§ 12   Dnr SN 2031/45
Riktlinjer för exempelbidrag

Beslut
1. Riktlinjerna antas.

Sammanfattning
Förvaltningen har tagit fram riktlinjer för bidrag till påhittade föreningar.

§ 13   Dnr SN 2031/46
Budget för påhittade ändamål

Beslut
Socialnämnden godkänner budgeten.
"""


def issue(  # noqa: PLR0913 - the fields of a form
    *,
    municipality: str = "Habo",
    body: str = "Socialnämnden",
    kind: str = "Ett helt protokoll",
    source: str = "_No response_",
    attached: str = "_No response_",
    text: str = MINUTES,
) -> bytes:
    """The text of an issue with these answers."""
    fence = f"```text\n{text}\n```" if text else "_No response_"
    return (
        f"### Kommun\n\n{municipality}\n\n### Organ\n\n{body}\n\n### Vad skickar du in?\n\n{kind}\n\n"
        f"### Länk till källan\n\n{source}\n\n### Bifoga filen\n\n{attached}\n\n"
        f"### Eller klistra in texten\n\n{fence}\n\n"
        "### Innan du skickar\n\n- [x] Texten och filerna innehåller inga personuppgifter"
    ).encode("utf-8", "surrogatepass")


def tree(folder: Path) -> dict[str, str]:
    """The files below a folder, by their paths."""
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
