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
