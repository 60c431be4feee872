"""Invented minutes in four formats, made from one description: what they say must be read alike from each.

Habo is a municipality; the meeting, the matters, the people and the amounts are invented.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from typing import Any

import docx

HEAD = ("Habo kommun", "Socialnämnden", "Protokoll 2031-02-12")
FRONT = (
    ("Plats och tid", "Kommunhuset, kl. 13.00-15.10"),
    ("Beslutande", "Exempla Exempelsson (S)"),
    ("Paragrafer", "§§ 12-15"),
    ("Organ", "Socialnämnden"),
    ("Sammanträdesdatum", "2031-02-12"),
    ("Anslaget uppsatt", "2031-02-20"),
    ("Anslaget nedtas", "2031-03-14"),
)


@dataclass(frozen=True)
class Matter:
    """One § of the invented minutes: number, registry number, title, and its sections."""

    number: str
    dnr: str
    title: str
    sections: tuple[tuple[str, tuple[str, ...]], ...]


MATTERS = (
    Matter(
        "12",
        "SN 2031/45",
        "Riktlinjer för exempelbidrag",
        (
            ("Beslut", ("1. Riktlinjerna antas.", "2. Kostnaden, 9.500 kr per år, ryms i budget.")),
            ("Sammanfattning", ("Förvaltningen har tagit fram riktlinjer för bidrag till påhittade föreningar i kommunen.",)),
            ("Beslutsunderlag", ("- Tjänsteskrivelse 2031-01-20", "- Riktlinjer, förslag")),
            ("Beslutet skickas till", ("Ekonomienheten", "Föreningarna")),
        ),
    ),
    Matter(
        "13",
        "SN 2031/46",
        "Svar på rekommendation om påhittad samverkan",
        (
            ("Beslut", ("Socialnämnden föreslår kommunfullmäktige besluta", "att anta rekommendationen, samt", "att anslå 12 000 kr per år.")),
            ("Sammanfattning", ("SKR rekommenderar i cirkulär 31:7 att kommunerna samverkar.",)),
            ("Yrkanden", ("Exempla Exempelsson (S) yrkar bifall till förslaget.", "Testa Testsson (M) yrkar avslag på förslaget.")),
            ("Omröstning", ("Ja för avslag och nej för bifall. Med 4 ja-röster mot 7 nej-röster bifalls förslaget.",)),
            ("Reservation", ("Testa Testsson (M) reserverar sig mot beslutet.",)),
            ("Expedieras till", ("Kommunstyrelsen",)),
        ),
    ),
    Matter(
        "14",
        "SN 2030/311",
        "Ansökan om exempelmedel",
        (("Beslut", ("Ärendet återremitteras till förvaltningen.",)), ("Sammanfattning", ("Underlag saknas.",))),
    ),
    Matter("15", "SN 2031/3", "Meddelanden", (("Beslut", ("Informationen noteras.",)),)),
)  # fmt: skip

EXPECTED: list[dict[str, Any]] = [
    {
        "paragraf": "12", "diarienummer": "SN 2031/45", "rubrik": "Riktlinjer för exempelbidrag", "status": "beslutat",
        "beslut": ["Riktlinjerna antas.", "Kostnaden, 9.500 kr per år, ryms i budget."],
        "underlag": ["Tjänsteskrivelse 2031-01-20", "Riktlinjer, förslag"], "expedieras": ["Ekonomienheten", "Föreningarna"],
        "omröstningar": [], "reservation": False, "hänvisningar": [],
        "rubriker": ["Beslut", "Sammanfattning", "Beslutsunderlag", "Beslutet skickas till"],
    },
    {
        "paragraf": "13", "diarienummer": "SN 2031/46", "rubrik": "Svar på rekommendation om påhittad samverkan",
        "status": "förslag", "beslut": ["att anta rekommendationen, samt", "att anslå 12 000 kr per år."], "underlag": None,
        "expedieras": ["Kommunstyrelsen"], "omröstningar": [{"ja": 4, "nej": 7, "avstår": None}], "reservation": True,
        "hänvisningar": ["cirkulär 31:7"],
        "rubriker": ["Beslut", "Sammanfattning", "Yrkanden", "Omröstning", "Reservation", "Expedieras till"],
    },
    {
        "paragraf": "14", "diarienummer": "SN 2030/311", "rubrik": "Ansökan om exempelmedel", "status": "återremitterat",
        "beslut": ["Ärendet återremitteras till förvaltningen."], "underlag": None, "expedieras": None, "omröstningar": [],
        "reservation": False, "hänvisningar": [], "rubriker": ["Beslut", "Sammanfattning"],
    },
    {
        "paragraf": "15", "diarienummer": "SN 2031/3", "rubrik": "Meddelanden", "status": "antecknat",
        "beslut": ["Informationen noteras."], "underlag": None, "expedieras": None, "omröstningar": [], "reservation": False,
        "hänvisningar": [], "rubriker": ["Beslut"],
    },
]  # fmt: skip
COMMON: dict[str, Any] = {
    "datum": "2031-02-12",
    "kommun": "Habo",
    "organ": "Socialnämnden",
    "omedelbar_justering": False,
}
MEETING: dict[str, Any] = {
    "typ": "sammanträde", "organ": "Socialnämnden", "datum": "2031-02-12", "plats_tid": "Kommunhuset, kl. 13.00-15.10",
    "antal_paragrafer": 4, "anslag_uppsatt": "2031-02-20", "anslag_nedtaget": "2031-03-14",
}  # fmt: skip


def sheets() -> Iterator[list[tuple[str, bool]]]:
    """The pages as lines of text, each with whether it is bold: front page, contents, then two § on each page."""
    yield [(f"{label}\t{value}", False) for label, value in FRONT]
    yield [("Innehåll", True), *((f"§ {matter.number} {matter.title}", False) for matter in MATTERS)]
    for pair in (MATTERS[:2], MATTERS[2:]):
        lines: list[tuple[str, bool]] = []
        for matter in pair:
            lines += [("", False), (f"§ {matter.number} {matter.dnr}", False), (matter.title, True)]
            for heading, texts in matter.sections:
                lines += [("", False), (heading, True), *((text, False) for text in texts)]
        yield lines


def as_text() -> bytes:
    """Plain text with form feeds, heads and feet."""
    pages = []
    for number, sheet in enumerate(sheets(), 1):
        lines = [
            *HEAD,
            "",
            *(text.replace("\t", "     ") for text, _ in sheet),
            "",
            "Justerandes sign     Utdragsbestyrkande",
            f"{number} (4)",
        ]
        pages.append("\n".join(lines))
    return "\f".join(pages).encode()


def as_html() -> bytes:
    """A web page."""
    rows = "".join(f"<tr><td>{escape(label)}</td><td>{escape(value)}</td></tr>" for label, value in FRONT)
    contents = "".join(f"<li>§ {m.number} {escape(m.title)}</li>" for m in MATTERS)
    parts = []
    for matter in MATTERS:
        parts.append(f"<h2>§ {matter.number} {escape(matter.dnr)}</h2><h3>{escape(matter.title)}</h3>")
        for heading, texts in matter.sections:
            parts.append(f"<h4>{escape(heading)}</h4>" + "".join(f"<p>{escape(text)}</p>" for text in texts))
    page = f"<h1>{'</h1><p>'.join(map(escape, HEAD))}</p><table>{rows}</table><ul>{contents}</ul>{''.join(parts)}"
    return f"<!doctype html><html><head><title>x</title></head><body><nav>Meny</nav>{page}</body></html>".encode()


def as_docx() -> bytes:
    """A Word document with a header, a table, and numbered lists as text."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "\n".join(HEAD)
    table = document.add_table(rows=0, cols=2)
    for label, value in FRONT:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = label, value
    for matter in MATTERS:
        document.add_paragraph(f"§ {matter.number} {matter.title}")
    for matter in MATTERS:
        document.add_paragraph().add_run(f"§ {matter.number} {matter.dnr}").bold = True
        document.add_paragraph().add_run(matter.title).bold = True
        for heading, texts in matter.sections:
            document.add_paragraph().add_run(heading).bold = True
            for text in texts:
                document.add_paragraph(text)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def as_pdf() -> bytes:
    """A PDF of one page for each sheet, with its head and foot."""
    return pdf(
        [
            [
                *((text, True) for text in HEAD),
                ("", False),
                *sheet,
                ("", False),
                ("", False),
                (f"Sida {number} av 4", False),
            ]
            for number, sheet in enumerate(sheets(), 1)
        ]
    )


def pdf(pages: Iterable[list[tuple[str, bool]]]) -> bytes:
    """Lines as a PDF (PDF 1.4, two of the standard fonts); a tab begins a column at 200 points."""
    objects: list[bytes] = [b"", b""]
    kids = []
    for lines in pages:
        drawn = []
        for row, (text, bold) in enumerate(lines):
            for column, piece in enumerate(text.split("\t")):
                coded = (
                    piece.encode("cp1252", "replace")
                    .replace(b"\\", b"\\\\")
                    .replace(b"(", b"\\(")
                    .replace(b")", b"\\)")
                )
                drawn.append(
                    b"BT /F%d 11 Tf %d %d Td (%b) Tj ET" % (1 + bold, 70 + 130 * column, 780 - 15 * row, coded)
                )
        stream = b"\n".join(drawn)
        objects.append(b"<< /Length %d >>\nstream\n%b\nendstream" % (len(stream), stream))
        kids.append(len(objects) + 1)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources << /Font << /F1 << /Type /Font "
            b"/Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> /F2 << /Type /Font /Subtype /Type1 /BaseFont "
            b"/Helvetica-Bold /Encoding /WinAnsiEncoding >> >> >> >>" % len(objects)
        )
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%b] >>" % (len(kids), b" ".join(b"%d 0 R" % kid for kid in kids))
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"xref\n0 %d\n0000000000 65535 f \n%btrailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1, table, len(objects) + 1, len(out),
    )  # fmt: skip


FORMATS = {"txt": as_text, "html": as_html, "docx": as_docx, "pdf": as_pdf}
