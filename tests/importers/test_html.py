"""Web pages: what belongs to the text, and what to the site around it."""

from __future__ import annotations

import pytest

from namndarkivet.importers.lines import ImportFileError
from namndarkivet.importers.readers import html


def texts(page: str) -> list[str]:
    """The lines of a page."""
    return [line.text for line in html.read(page.encode()).lines if not line.edge]


def test_blocks_are_lines_and_the_frame_is_left_out() -> None:
    page = (
        "<html><head><title>x</title></head><body><nav>Meny</nav><div id=foot>Om kakor</div><script>1</script>"
        "<form><h2>§ 1 Val</h2><p>Ett <b>val</b><br>till</p><p hidden>dolt</p><input value=x></form><footer>Fot</footer></body></html>"
    )
    assert texts(page) == ["§ 1 Val", "Ett val", "till"]


def test_items_have_their_marks_and_rows_their_cells() -> None:
    found = html.read(
        b"<ol start=3><li>a<li>b</ol><ul><li>c</ul><table><tr><td>Ja<td></td><td>X</td></tr></table>"
    ).lines
    assert [line.text for line in found] == ["3. a", "4. b", "- c", "Ja X"]
    assert [(cell.x, cell.text) for cell in found[-1].cells] == [(0.0, "Ja"), (2.0, "X")]


def test_a_column_of_labels_beside_a_column_of_values_becomes_rows() -> None:
    found = html.read(b"<table><tr><td>Plats<br>Tid</td><td>Rum 1<br>kl. 9</td></tr></table>").lines
    assert [[cell.text for cell in line.cells] for line in found] == [["Plats", "Rum 1"], ["Tid", "kl. 9"]]


def test_bold_is_told() -> None:
    assert html.read(b"<p><b>Beslut</b></p>").lines[0].bold
    assert not html.read(b"<p><b>Beslut</b> tas</p>").lines[0].bold


def test_a_page_nested_to_harm_is_said_in_words() -> None:
    with pytest.raises(ImportFileError, match="går inte att läsa"):
        html.read(b"<div>" * 5000 + b"text" + b"</div>" * 5000)


@pytest.mark.parametrize("page", ["", "<html></html>", "<html><body><script>x</script></body></html>"])
def test_an_empty_page_is_said_in_words(page: str) -> None:
    with pytest.raises(ImportFileError, match="tom"):
        html.read(page.encode())


def test_what_a_button_of_a_heading_opens_is_read_and_menus_are_not() -> None:
    page = (
        "<nav><button aria-controls=m>Meny</button></nav><button aria-controls=m>Meny</button><div id=m hidden>dold</div>"
        "<h2><button aria-controls=a>§ 1 Val<svg><title>Visa</title></svg></button></h2><div id=a hidden><p>Val hålls.</p></div>"
    )
    assert texts(page) == ["§ 1 Val", "Val hålls."]


def test_a_term_stands_beside_what_is_said_of_it_and_above_what_is_a_text_of_its_own() -> None:
    found = html.read(
        b"<dl><dt>Justerare</dt><dd>Ada</dd><dd>Bo</dd><dt>Beslut</dt><dd><p>Planen antas.</p></dd></dl>"
    ).lines
    assert [[(cell.text, cell.rows) for cell in line.cells] or line.text for line in found] == [
        [("Justerare", ()), ("Ada Bo", ("Ada", "Bo"))],
        "Beslut",
        "Planen antas.",
    ]


def test_what_is_struck_out_or_hidden_is_not_said() -> None:
    page = "<p>Nämnden <del>avslår</del> <ins>antar</ins> planen.<span aria-hidden=true>x</span><b style='visibility: hidden'>y</b></p><dialog>Kakor</dialog><aside>z</aside>"
    assert texts(page) == ["Nämnden antar planen."]


def test_a_row_whose_cells_hold_paragraphs_is_layout_and_read_once() -> None:
    assert texts("<table><tr><td><h2>§ 1 Val</h2><p>Val hålls.</p><p>Nu.</p></td></tr></table>") == [
        "§ 1 Val",
        "Val hålls.",
        "Nu.",
    ]


def test_a_cell_of_several_lines_keeps_them() -> None:
    (row,) = html.read(b"<table><tr><td>Justerare</td><td>Ada<br>Bo</td></tr></table>").lines
    assert [(cell.text, cell.rows) for cell in row.cells] == [("Justerare", ()), ("Ada Bo", ("Ada", "Bo"))]


def test_an_accordion_whose_buttons_name_no_part_opens_what_follows_each() -> None:
    page = "<button>Meny</button><div hidden>dold</div><button>§ 1 – Val</button><div hidden style='display:none'><p>Val hålls.</p></div>"
    assert texts(page) == ["§ 1 – Val", "Val hålls."]
