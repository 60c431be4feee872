"""What the check says of personal identity numbers and private facts: where, masked, and in attachments too. All made up."""

from __future__ import annotations

import io
import json
from pathlib import Path

import docx
import pytest
from archives import Papers
from click.testing import CliRunner
from importers.paper import pdf

from namndarkivet.cli import main

NUMBER = "850709-9805"
PLACE = "beslut/habo/socialnamnden/2031"
FRONT = "---\nrubrik: Val\nkommun: Habo\norgan: Socialnämnden\nstatus: beslutat\ndatum: 2031-02-12\nparagraf: 12\nkälla:\n  titel: Protokoll\n"


@pytest.fixture
def papers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Papers:
    """A documents folder that the check reads."""
    monkeypatch.setenv("NAMNDARKIVET_DECISIONS", str(tmp_path / "decisions"))
    return Papers(tmp_path / "decisions")


def decision(papers: Papers, body: str = "## Beslut\n\nVal hålls.\n", more: str = "") -> None:
    """Write a decision."""
    papers.write(f"{PLACE}/12-val.md", f"{FRONT}{more}---\n{body}")


def found(shape: str = "json") -> str:
    """What the check prints."""
    return CliRunner().invoke(main, ["check", "--format", shape]).stdout


def rules() -> list[tuple[str, int]]:
    """The rules that are broken, and the lines."""
    return [(one["regel"], one["rad"]) for one in json.loads(found())]


def word(text: str, author: str = "") -> bytes:
    """A Word document."""
    document = docx.Document()
    document.add_paragraph(text)
    document.core_properties.author = author
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_a_number_is_an_error_on_its_line_and_never_printed_whole(papers: Papers) -> None:
    decision(papers, f"## Beslut\n\nAnsökan från {NUMBER} bifalls.\n\n![Bild av {NUMBER}](https://example.org/x)\n")
    assert ("personnummer", 13) in rules()
    assert ("personnummer", 15) in rules()
    for shape in ("text", "json", "github"):
        said = found(shape)
        assert ("850709-****" in said, NUMBER in said, "9805" in said) == (True, False, False), shape


def test_a_number_in_the_front_matter_or_a_comment_is_found(papers: Papers) -> None:
    decision(papers, more=f"expedieras:\n  - Sökanden, {NUMBER}  # {NUMBER}\n")
    assert [rule for rule, _ in rules()].count("personnummer") == 2


def test_a_wrong_check_digit_is_a_warning_and_other_numbers_are_nothing(papers: Papers) -> None:
    decision(
        papers, "## Beslut\n\n850709-9804\n\nOrg.nr 212000-1355, tel 08-123 45 67, bankgiro 5050-1055, SN 2031/45.\n"
    )
    assert rules() == [("misstänkt-personnummer", 13)]


@pytest.mark.parametrize(
    ("name", "content", "rule"),
    [
        ("bilaga.docx", word(f"Ansökan från {NUMBER}"), "personnummer-i-bilaga"),
        ("bilaga.docx", word("Ren text", author=NUMBER), "personnummer-i-bilaga"),
        ("bilaga.pdf", pdf([[(f"Ansökan från {NUMBER}", False)]]), "personnummer-i-bilaga"),
        ("bilaga.pdf", pdf([[("Tal 850709-9804", False)]]), "misstänkt-personnummer-i-bilaga"),
        ("bilaga.pdf", pdf([[("", False)]]), "oläst-bilaga"),
        ("bilaga-8507099805.txt", b"Ren text", "personnummer-i-filnamn"),
    ],
)
def test_attachments_are_read_whatever_they_are(papers: Papers, name: str, content: bytes, rule: str) -> None:
    decision(papers, more=f"underlag:\n  - rubrik: Bilaga\n    fil: {name}\n")
    papers.write(f"{PLACE}/{name}", content)
    assert rule in [broken for broken, _ in rules()]
    assert "9805" not in found("text").replace(f"fil: {name}", "")


def test_private_facts_are_warned_of(papers: Papers) -> None:
    decision(
        papers, "## Beslut\n\nTesta Testsson, född 520303, bor på Exempelgatan 12.\n\nTesta Testsson är sjukskriven.\n"
    )
    assert rules() == [("födelsedatum", 13), ("hemadress", 13), ("hälsouppgift", 15)]
