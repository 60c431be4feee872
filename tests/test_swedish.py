"""How things read in Swedish."""

from __future__ import annotations

from decimal import Decimal

import pytest

from namndarkivet import swedish
from namndarkivet.dates import PartialDate
from namndarkivet.register import municipalities


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (0, "0"),
        (999, "999"),
        (9500, "9 500"),
        (3_400_000, "3 400 000"),
        (Decimal(9500), "9 500"),
        (Decimal("9500.00"), "9 500"),
        (Decimal("1.95"), "1,95"),
        (Decimal("1.5"), "1,50"),
        (Decimal("1234.5"), "1 234,50"),
        (-187, "−187"),
    ],
)
def test_a_number_has_groups_of_three_and_oere_only_where_there_are_any(value: Decimal | int, said: str) -> None:
    assert swedish.number(value) == said.replace(" ", "\u00a0")
    assert swedish.kronor(Decimal(value)) == f"{said} kr".replace(" ", "\u00a0")


@pytest.mark.parametrize(("amount", "said"), [(0, "0 fel"), (1, "1 fel"), (2, "2 fel"), (1200, "1 200 fel")])
def test_a_count_stays_on_one_line(amount: int, said: str) -> None:
    assert swedish.count(amount, "fel", "fel") == said.replace(" ", "\u00a0")
    assert swedish.count(amount, "dag", "dagar").endswith("dag" if amount == 1 else "dagar")


def test_a_paragraph_does_not_leave_its_sign() -> None:
    assert swedish.paragraph("125/2019") == "§\u00a0125/2019"


def test_a_date_that_is_not_known_is_said_to_be_missing_in_the_source() -> None:
    assert swedish.date(PartialDate(2018, 12)) == "december 2018"
    assert swedish.date(None) == swedish.MISSING == "uppgift saknas i källan"


@pytest.mark.parametrize(
    ("words", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a och b"), (["a", "b", "c"], "a, b och c")]
)
def test_words_are_enumerated_with_och_before_the_last(words: list[str], said: str) -> None:
    assert swedish.enumerate_(words) == said


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Ekerö", "Ekerös"),
        ("Borås", "Borås"),
        ("Sveriges", "Sveriges"),
        ("Växjö", "Växjös"),
        ("Vax", "Vax"),
        ("SKL", "SKL:s"),
    ],
)
def test_a_name_on_s_x_or_z_takes_no_s(name: str, said: str) -> None:
    assert swedish.genitive(name) == said


def test_a_body_in_running_text_has_no_capital() -> None:
    assert swedish.running("Vård- och omsorgsnämnden") == "vård- och omsorgsnämnden"


@pytest.mark.parametrize(
    ("text", "out"),
    [
        ("kort", "kort"),
        ("tio tecken", "tio tecken"),
        ("två ord, till", "två ord …"),
        ("ett – tvåan", "ett …"),
        ("ettlångtord", "ettlångtor …"),
        ("", ""),
    ],
)
def test_a_text_is_cut_at_a_word_and_says_so(text: str, out: str) -> None:
    assert swedish.cut(text, 10) == out


def test_a_sentence_has_a_capital_first_and_is_otherwise_as_it_was() -> None:
    assert [swedish.sentence(text) for text in ("ärendet om SKR", "§ 5", "", "«a» b")] == [
        *("Ärendet om SKR", "§ 5", "", "«a» b")
    ]


def test_the_letters_aa_ae_and_oe_come_last_and_in_that_order() -> None:
    names = ["Örebro", "Älmhult", "Åmål", "Zorn", "ängelholm", "Arboga", "Öland"]
    assert sorted(names, key=swedish.alphabetical) == [
        *("Arboga", "Zorn", "Åmål", "Älmhult", "ängelholm", "Öland", "Örebro")
    ]
    every = sorted(municipalities().by_name, key=swedish.alphabetical)
    assert (every[0], every[-1]) == ("Ale", "Övertorneå")
