"""Blocks: lines put together again."""

from __future__ import annotations

import pytest

from namndarkivet.importers.blocks import Form, blocks, joined

from .lines import rows


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (("e-", "cigaretter"), "e-cigaretter"),
        (("vård-", "och omsorg"), "vård- och omsorg"),
        (("2026-", "2027"), "2026-2027"),
        (("GR-", "kommunerna"), "GR-kommunerna"),
        (("11-", "mannaplanen"), "11-mannaplanen"),
        (("huvud-", "mannanivå"), "huvudmannanivå"),
        (("delegations-", "ordningen"), "delegationsordningen"),
        (("introduktions-", "programmen"), "introduktionsprogrammen"),
        (("skolor och -", "2,1 %"), "skolor och -2,1 %"),
        (("Förskole\u00ad", "nämnden"), "Förskolenämnden"),
        (("en rad", "och en till"), "en rad och en till"),
    ],
)
def test_a_hyphen_at_a_lines_end_is_joined_or_kept_rightly(lines: tuple[str, str], text: str) -> None:
    assert joined(lines) == text


def forms(written: str) -> list[tuple[Form, str]]:
    """The blocks of a text: form and words."""
    return [(block.form, block.text) for block in blocks(rows(written))]


def test_items_keep_their_wrapped_lines_and_end_where_the_next_begins() -> None:
    assert forms(
        "1. Nämnden antar den nya planen och\nger ett uppdrag.\n2. Kostnaden ryms.\n- en punkt\natt anta, samt\natt anslå"
    ) == [
        (Form.NUMBERED, "Nämnden antar den nya planen och ger ett uppdrag."),
        (Form.NUMBERED, "Kostnaden ryms."),
        (Form.BULLET, "en punkt"),
        (Form.ATT, "att anta, samt"),
        (Form.ATT, "att anslå"),
    ]


def test_att_and_numbers_that_only_go_on_begin_nothing() -> None:
    assert forms("Redovisning av fullmäktiges uppdrag till kommunstyrelsen\natt göra en kartläggning antecknas.") == [
        (Form.TEXT, "Redovisning av fullmäktiges uppdrag till kommunstyrelsen att göra en kartläggning antecknas.")
    ]
    assert forms(
        "Barns rätt att uttrycka sina åsikter och få dem beaktade (artikel\n12) behöver därför säkerställas."
    ) == [
        (
            Form.TEXT,
            "Barns rätt att uttrycka sina åsikter och få dem beaktade (artikel 12) behöver därför säkerställas.",
        )
    ]


def test_a_mark_whose_text_stands_elsewhere_is_no_item() -> None:
    assert forms("•\n•\nUtreda frågan.") == [(Form.TEXT, "Utreda frågan.")]


def test_columns_are_a_row_and_keep_their_places() -> None:
    (row,) = blocks(rows("Nils Exempel (S)          X"))
    assert (row.form, row.cells, row.columns) == (Form.ROW, ("Nils Exempel (S)", "X"), (0.0, 26.0))
