"""PDF: lines, columns and looks from characters and their places."""

from __future__ import annotations

from namndarkivet.importers.readers import pdf

from .paper import pdf as paper


def test_lines_know_their_page_place_and_look() -> None:
    scroll = pdf.read(paper([[("Beslut", True), ("Planen antas.", False)], [("Sida två", False)]]))
    first, second, third = scroll.lines
    assert (first.text, first.bold, second.text, second.bold, third.page) == ("Beslut", True, "Planen antas.", False, 1)
    assert (scroll.paged, scroll.styled, first.size) == (True, True, 11.0)
    assert first.y is not None
    assert second.y is not None
    assert first.y < second.y


def test_columns_are_cells_and_gaps_are_counted_in_lines() -> None:
    rows = [
        ("Plats och tid\tRum 1", False),
        ("Nästa", False),
        ("rad", False),
        ("och", False),
        ("", False),
        ("efter tom rad", False),
    ]
    lines = pdf.read(paper([rows])).lines
    assert [cell.text for cell in lines[0].cells] == ["Plats och tid", "Rum 1"]
    assert [round(line.gap) for line in lines] == [0, 0, 0, 0, 1]


def test_the_columns_of_a_list_of_votes_are_kept_apart() -> None:
    (line,) = pdf.read(paper([[("Ledamot\tJa Nej Avstår", False)]])).lines
    assert [cell.text for cell in line.cells] == ["Ledamot", "Ja", "Nej", "Avstår"]


def test_spaced_out_words_are_closed_and_a_wider_gap_is_a_space() -> None:
    spaced = "B e s l u t   s k i c k a s   t i l l"
    assert [line.text for line in pdf.read(paper([[(spaced, True), ("a b c", False)]])).lines] == [
        "Beslut skickas till",
        "a b c",
    ]


def with_glyph(code: str) -> bytes:
    """A PDF whose letter A stands for these UTF-16 units, in hexadecimal."""
    table = f"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <41> <{code}> endbfchar endcmap end".encode()
    plain = paper([[("xAy", False)]])
    objects = plain.count(b" obj")
    added = b"%d 0 obj\n<< /Length %d >>\nstream\n%b\nendstream\nendobj\n" % (objects + 1, len(table), table)
    body = plain.split(b"xref")[0].replace(
        b"/BaseFont /Helvetica /Encoding", b"/BaseFont /Helvetica /ToUnicode %d 0 R /Encoding" % (objects + 1)
    )
    return body + added + b"trailer\n<< /Size %d /Root 1 0 R >>\n%%%%EOF" % (objects + 2)


def test_letters_come_composed_and_broken_pairs_are_no_text_that_cannot_be_written() -> None:
    assert [line.text for line in pdf.read(with_glyph("006F0308")).lines] == ["xöy"]
    for code in ("D83D", "DE00", "D83DDE00"):
        for line in pdf.read(with_glyph(code)).lines:
            line.text.encode("utf-8")
