"""Word as the case systems write it: content controls, tracked changes, text boxes, lists that count, tables."""

from __future__ import annotations

import io

import docx
import pytest
from docx.oxml import parse_xml

from namndarkivet.importers.lines import Line, Scroll
from namndarkivet.importers.minutes import read_minutes
from namndarkivet.importers.readers import docx as reader

SPACES = " ".join(
    f'xmlns:{short}="{name}"'
    for short, name in (
        ("w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
        ("mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"),
        ("v", "urn:schemas-microsoft-com:vml"),
    )
)


def lines(*blocks: str) -> list[Line]:
    """The lines of a document with these blocks, each in Word's XML."""
    document = docx.Document()
    for block in blocks:
        parsed = parse_xml(block.replace(">", f" {SPACES}>", 1))
        document.element.body.insert(len(document.element.body) - 1, parsed)
    out = io.BytesIO()
    document.save(out)
    return list(reader.read(out.getvalue()).lines)


def run(text: str, look: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (f"{run('§ ')}<w:sdt><w:sdtContent>{run('18')}</w:sdtContent></w:sdt>", "§ 18"),
        (f"{run('Avgiften är ')}<w:del>{run('1 080')}</w:del><w:ins>{run('1 120')}</w:ins>{run(' kr')}", "Avgiften är 1 120 kr"),
        (f"{run('Kvar')}{run(' gömt', '<w:vanish/>')}{run(' struket', '<w:strike/>')}", "Kvar"),
        (f"<w:hyperlink>{run('SKR')}</w:hyperlink><w:smartTag>{run(' svarar')}</w:smartTag>", "SKR svarar"),
        ("<w:r><w:fldChar/><w:instrText>PAGE</w:instrText></w:r>" + run("Sida"), "Sida"),
        ("<w:r><w:t>E</w:t><w:noBreakHyphen/><w:t>tjänst</w:t><w:softHyphen/></w:r>", "E-tjänst"),
        (run("a\u030angbåt"), "ångbåt"),
    ],
)  # fmt: skip
def test_a_paragraph_says_what_is_seen_with_all_changes_accepted(inside: str, text: str) -> None:
    assert [line.text for line in lines(f"<w:p>{inside}</w:p>")] == [text]


def test_a_block_within_a_content_control_is_read_and_a_line_broken_by_hand_goes_on() -> None:
    found = lines(
        f"<w:sdt><w:sdtContent><w:p>{run('Rubrik', '<w:b/>')}<w:r><w:br/></w:r>{run('på två rader', '<w:b/>')}</w:p></w:sdtContent></w:sdt>"
    )
    assert [(line.text, line.gap > 0, line.bold) for line in found] == [
        ("Rubrik", True, True),
        ("på två rader", False, True),
    ]


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    box = f"<w:txbxContent><w:p>{run('Anslaget 2031-02-20')}</w:p></w:txbxContent>"
    both = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback><v:textbox>{box}</v:textbox></mc:Fallback></mc:AlternateContent>"
    assert [line.text for line in lines(f"<w:p>{run('Protokoll')}<w:r>{both}</w:r></w:p>")] == [
        "Protokoll",
        "Anslaget 2031-02-20",
    ]


def test_a_row_keeps_its_cells_places_and_the_lines_of_each() -> None:
    cells = (
        f"<w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr><w:p>{run('Beslutande')}</w:p></w:tc>"
        f"<w:tc><w:p>{run('A')}</w:p><w:p>{run('B')}</w:p></w:tc>"
    )
    (row,) = lines(f"<w:tbl><w:tr>{cells}</w:tr><w:tr><w:trPr><w:del/></w:trPr>{cells}</w:tr></w:tbl>")
    assert [(cell.x, cell.text, cell.rows) for cell in row.cells] == [(0.0, "Beslutande", ()), (2.0, "A B", ("A", "B"))]


def numbered(document: docx.document.Document, levels: str, number: int = 90) -> None:
    """Give a document a list that counts so."""
    root = document.part.numbering_part.element
    root.insert(0, parse_xml(f'<w:abstractNum {SPACES} w:abstractNumId="{number}">{levels}</w:abstractNum>'))
    root.append(parse_xml(f'<w:num {SPACES} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'))


def level(kind: str, text: str, first: int = 1, at: int = 0) -> str:
    """One level of a list."""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{first}"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'
    )


@pytest.mark.parametrize(
    ("kind", "written", "first", "marks"),
    [
        ("decimal", "%1.", 1, ["1. a", "2. b"]),
        ("decimal", "%1)", 3, ["3) a", "4) b"]),
        ("lowerLetter", "%1)", 1, ["a) a", "b) b"]),
        ("lowerRoman", "%1.", 4, ["iv. a", "v. b"]),
        ("bullet", "•", 1, ["- a", "- b"]),
        ("decimal", "TU § %1", 52, ["TU § 52 a", "TU § 53 b"]),
        ("none", "att", 1, ["att a", "att b"]),
        ("none", "", 1, ["a", "b"]),
    ],
)
def test_lists_count_as_word_shows_them(kind: str, written: str, first: int, marks: list[str]) -> None:
    document = docx.Document()
    numbered(document, level(kind, written, first))
    for text in "ab":
        place = f'<w:numPr {SPACES}><w:ilvl w:val="0"/><w:numId w:val="90"/></w:numPr>'
        document.add_paragraph(text)._p.get_or_add_pPr().append(parse_xml(place))  # noqa: SLF001 - python-docx has no other way
    out = io.BytesIO()
    document.save(out)
    assert [line.text for line in reader.read(out.getvalue()).lines] == marks


def test_a_heading_has_no_number_but_that_of_a_paragraph_which_may_stand_alone() -> None:
    document = docx.Document()
    numbered(document, level("decimal", "§ %1", 7) + level("decimal", "%1.%2", 1, 1))
    for text, at in (("", 0), ("Bakgrund", 1)):
        heading = document.add_paragraph(text, style="Heading 1")
        place = f'<w:numPr {SPACES}><w:ilvl w:val="{at}"/><w:numId w:val="90"/></w:numPr>'
        heading._p.get_or_add_pPr().append(parse_xml(place))  # noqa: SLF001 - python-docx has no other way
    out = io.BytesIO()
    document.save(out)
    assert [(line.text, line.heading) for line in reader.read(out.getvalue()).lines] == [
        ("§ 7", True),
        ("Bakgrund", True),
    ]


def test_a_table_with_headings_at_the_left_becomes_sections() -> None:
    rows = "".join(
        f"<w:tr><w:tc><w:p>{run(left, '<w:b/>')}</w:p></w:tc><w:tc><w:p>{run(right)}</w:p></w:tc></w:tr>"
        for left, right in (("TU § 61", "Bidrag"), ("Tekniska utskottets beslut", "Bidraget fastställs."))
    )
    (item,) = read_minutes(Scroll(tuple(lines(f"<w:tbl>{rows}</w:tbl>")), styled=True)).items
    assert (item.paragraph.head.title, item.operative.clauses) == ("Bidrag", ("Bidraget fastställs.",))
