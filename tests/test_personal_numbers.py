"""Personal identity numbers: none is missed in any form, and other numbers are not taken for one.

The numbers are made up by the rule that true ones follow, and belong to nobody that these tests know of.
"""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from namndarkivet.personal_numbers import Grade, find, masked, personal_numbers

CORPUS = Path(__file__).parents[2] / "shared" / "corpus" / "goteborg.jsonl.gz"


def check_digit(nine: str) -> str:
    """The tenth digit (Luhn)."""
    added = sum(sum(divmod(int(digit) * (2 - place % 2), 10)) for place, digit in enumerate(nine))
    return str(-added % 10)


def synthetic(chance: random.Random) -> tuple[str, str, str]:
    """Century, day and last four of a number made up."""
    day = chance.randint(1, 28) + chance.choice((0, 0, 0, 60))
    date = f"{chance.randint(0, 99):02}{chance.randint(1, 12):02}{day:02}"
    three = f"{chance.randint(1, 999):03}"
    return chance.choice(("19", "20")), date, three + check_digit(date + three)


FORMS: dict[str, Callable[[str, str, str], str]] = {
    "streck": lambda _, date, last: f"{date}-{last}",
    "sekel och streck": lambda century, date, last: f"{century}{date}-{last}",
    "inget emellan": lambda _, date, last: f"{date}{last}",
    "sekel, inget emellan": lambda century, date, last: f"{century}{date}{last}",
    "plus": lambda _, date, last: f"{date}+{last}",
    "tankstreck": lambda _, date, last: f"{date}–{last}",
    "hårt blanksteg": lambda century, date, last: f"{century}{date}\u00a0{last}",
    "delat datum": lambda century, date, last: f"{century}{date[:2]}-{date[2:4]}-{date[4:]}-{last}",
    "luftigt streck": lambda _, date, last: f"{date} - {last}",
    "radbrott": lambda _, date, last: f"{date}-\n{last}",
}


@pytest.mark.parametrize("form", FORMS)
def test_none_of_200_is_missed_in_any_form_and_each_is_shown_masked(form: str) -> None:
    chance = random.Random(form)  # noqa: S311 - the same numbers in every run
    for _ in range(200):
        century, date, last = synthetic(chance)
        written = FORMS[form](century, date, last)
        text = f"Ansökan från {written}, bifalles."
        assert personal_numbers(text) == (f"{date}-****",), written
        hidden = masked(text)
        assert (len(hidden), last in hidden, date[:2] in hidden) == (len(text), False, True)


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("850709-9805", Grade.SURE),
        ("Personnummer:8507099805", Grade.SURE),
        ("dok-850709-9805.pdf", Grade.SURE),
        ("2031/12-850709-9805.md", Grade.SURE),
        ("850709\u200b-9805", Grade.SURE),
        ("８５０７０９-9805", Grade.SURE),
        ("850709-9804", Grade.SUSPECTED),
        ("pnr 850709 9804", Grade.SUSPECTED),
        (f"mobil 070115424{check_digit('070115424')}", Grade.SUSPECTED),
        ("8507099804", None),
        ("organisationsnummer 212000-1355", None),
        ("556036-0793", None),
        ("tel 031-368 00 00", None),
        ("0702-12 34 56", None),
        ("bankgiro 5050-1055", None),
        ("plusgiro 4 12 34 56-5", None),
        ("SE45 5000 0000 0583 9825 7466", None),
        ("SE4550000000058398257466", None),
        ("SLK-2024-00274", None),
        ("KS 2016-1303-0405", None),
        ("2024-03-05 1300", None),
        ("2024-03-05 - 2024-03-25", None),
        ("20240305-20240325", None),
        ("851309-9805", None),
        ("850732-9805", None),
        ("1 850 709 980", None),
    ],
)
def test_what_is_one_what_may_be_and_what_is_something_else(text: str, grade: Grade | None) -> None:
    assert [found.grade for found in find(text)] == ([grade] if grade else [])


@given(st.text())
def test_what_is_masked_has_none_that_is_sure_and_keeps_its_length(text: str) -> None:
    hidden = masked(text)
    assert len(hidden) == len(text)
    assert masked(hidden) == hidden


@pytest.mark.skipif(not CORPUS.is_file(), reason="samlingen ../shared/corpus finns inte här")
def test_real_paragraphs_with_organisation_and_registry_numbers_have_none() -> None:
    texts = [json.loads(line)["text"] for line in gzip.decompress(CORPUS.read_bytes()).decode().splitlines()]
    assert [found for text in texts for found in find(text)] == []
