"""Roll calls: the right vote for each member, or none at all."""

from __future__ import annotations

import pytest

from namndarkivet.importers.readers import text
from namndarkivet.importers.rollcall import Roll, by_name, roll


def called(written: str) -> Roll | None:
    """The votes of a list in plain text."""
    return roll(text.read(written.encode()).lines)


def shown(found: Roll | None) -> tuple[object, ...] | None:
    """The votes in short."""
    return (
        None
        if found is None
        else (found.yes, found.no, found.abstain, [f"{one.who.name} {one.ballot.value}" for one in found.cast])
    )


NAMES = ["Ada Ett ja", "Bo Två nej", "Cia Tre avstår"]


@pytest.mark.parametrize(
    "written",
    [
        "Ledamot           Ja    Nej   Avstår\nAda Ett (S)       X\nBo Två (M)              X\nCia Tre (V)                   X",
        "                  Ja    Nej   Avstår\nAda Ett (S)       X\nBo Två (M)              X\nCia Tre (V)                   X",
        "Namn\tJa\tNej\tAvstår\nAda Ett (S)\tX\t\t\nBo Två (M)\t\tX\t\nCia Tre (V)\t\t\tX",
        "Ledamot      Parti   Ja    Nej   Avstår\nAda Ett      S       1\nBo Två       M             1\nCia Tre      V                   1\nSumma                1     1     1",
        "Ada Ett (S)          ja\nBo Två (M)           nej\nCia Tre (V)          avstår",
    ],
)
def test_columns_are_kept_however_the_list_was_pasted(written: str) -> None:
    assert shown(called(written)) == (1, 1, 1, NAMES)


@pytest.mark.parametrize(
    "written",
    [
        "Ledamot           Ja    Nej\nAda Ett (S)       X\nBo Två (M)              X\nSumma             2     0",
        "Ledamot           Ja    Nej\nAda Ett (S)          X\nBo Två (M)              X",
        "Ledamot           Ja    Nej\nAda Ett (S)       X     X\nBo Två (M)              X",
        "Ledamot           Ja    Nej\nAda Ett (S)       X",
    ],
)
def test_a_list_that_cannot_be_told_for_certain_gives_nothing(written: str) -> None:
    assert called(written) is None


def test_the_names_after_ja_and_nej_are_counted_where_they_are_names_and_nothing_else() -> None:
    assert shown(by_name("Ja: Ada Ett (S), Bo Två (M)\nNej: Cia Tre (V)")) == (
        2,
        1,
        None,
        ["Ada Ett ja", "Bo Två ja", "Cia Tre nej"],
    )
    assert by_name("Ja: Ada Ett (S), flera andra\nNej: Cia Tre (V)") is None
    assert by_name("Ja: Ada Ett (S)") is None
