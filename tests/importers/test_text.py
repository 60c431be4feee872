"""Plain text: its encodings, its columns, and what is none."""

from __future__ import annotations

import pytest

from namndarkivet.importers.lines import ImportFileError
from namndarkivet.importers.readers import text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_old_files_are_read_in_their_encoding(encoding: str) -> None:
    assert [line.text for line in text.read("§ 1\nÖversyn på Åsö".encode(encoding)).lines] == ["§ 1", "Översyn på Åsö"]


def test_letters_in_two_parts_become_one() -> None:
    assert text.read("Na\u0308mnden".encode()).lines[0].text == "Nämnden"


def test_form_feeds_are_pages_blank_lines_gaps_and_runs_of_spaces_columns() -> None:
    first, second, third = text.read(b"Plats och tid      Rum 1\n\n\nNils\fSida").lines
    assert [(cell.x, cell.text) for cell in first.cells] == [(0.0, "Plats och tid"), (19.0, "Rum 1")]
    assert (second.gap, second.page, third.page) == (2.0, 0, 1)


@pytest.mark.parametrize(("data", "words"), [(b" \n\t", "tom"), (b"\x00\x01\x02\x03" * 50, "ingen text")])
def test_what_is_no_text_is_said_in_words(data: bytes, words: str) -> None:
    with pytest.raises(ImportFileError, match=words):
        text.read(data)


def test_empty_cells_between_tabs_keep_their_places() -> None:
    header, row = text.read(b"Namn\tJa\tNej\nAda Ett (S)\t\tX\n").lines
    assert [cell.x for cell in header.cells][2] == row.cells[1].x
