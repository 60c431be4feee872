"""What ja and nej were for, and how each member voted."""

from __future__ import annotations

import pytest

from namndarkivet.importers.ballots import meanings, told

from .lines import minutes


@pytest.mark.parametrize(
    ("written", "pairs"),
    [
        ("Ja för bifall och Nej för avslag.", [("bifall", "avslag")]),
        ("Ja innebär avslag på motionen, nej innebär bifall.", [("avslag på motionen", "bifall")]),
        ("Ja-röst för återremiss.\nNej-röst för avgörande i dag.", [("återremiss", "avgörande i dag")]),
        ("Ja = bifall till Testa Testssons m.fl. yrkande; Nej = avslag", [("bifall till Testa Testssons m.fl. yrkande", "avslag")]),
        ("Den som vill avslå röstar ja. Den som vill bifalla röstar nej.", [("avslå", "bifalla")]),
        ("Ja: 7, Nej: 4", []),
        ("Ja: sju röster, nej: fyra röster", []),
        ("Ja: Testa Testsson (M), Exempla Prov (S)\nNej: Prova Prov (V), Testa Ek (C)", []),
        ("Nej för avslag.", []),
    ],
)  # fmt: skip
def test_the_meaning_is_that_of_the_text(written: str, pairs: list[tuple[str, str]]) -> None:
    assert [(one.yes, one.no) for one in meanings(written)] == pairs


def test_who_voted_how_is_told_by_sentences_with_names() -> None:
    written = "Ada Ett (S) och Bo Två (V) röstar Ja (2). Cia Tre (M) röstade nej (1). Dan Fyra (SD) avstår. Majoriteten röstar ja."
    assert [(one.who.name, one.who.party, one.ballot.value) for one in told(written)] == [
        ("Ada Ett", "S", "ja"),
        ("Bo Två", "V", "ja"),
        ("Cia Tre", "M", "nej"),
        ("Dan Fyra", "SD", "avstår"),
    ]


def division(text: str) -> list[tuple[object, ...]]:
    """The votes under Omröstning: ja, nej, what ja was for, and who voted how."""
    (item,) = minutes(f"§ 1\nPlan\n\nOmröstning\n{text}\n\nBeslut\nPlanen antas.").items
    return [
        (
            vote.yes,
            vote.no,
            vote.meaning.yes if vote.meaning else None,
            [f"{one.who.name} {one.ballot.value}" for one in vote.cast],
        )
        for vote in item.votes
    ]


def test_names_that_do_not_add_up_to_the_count_are_left_out_for_all() -> None:
    named = "Ada Ett (S) och Bo Två (V) röstar Ja (2). Cia Tre (M) röstar Nej (1)."
    assert division(named) == [(2, 1, None, ["Ada Ett ja", "Bo Två ja", "Cia Tre nej"])]
    assert division(named.replace("(2)", "(3)")) == [(3, 1, None, [])]


def test_a_list_gives_each_members_vote_and_the_sentence_above_it_what_ja_was_for() -> None:
    table = "Ledamot             Ja       Nej\nAda Ett (S)           X\nBo Två (M)                    X\nCia Tre (V)           X"
    assert division(f"Ja för avslag och nej för bifall.\n{table}") == [
        (2, 1, "avslag", ["Ada Ett ja", "Bo Två nej", "Cia Tre ja"])
    ]


def test_the_meaning_said_before_one_vote_is_not_that_of_the_next() -> None:
    assert division(
        "Ja för avslag och nej för bifall.\nMed 6 ja-röster mot 5 nej-röster avslås det.\nMed 8 ja-röster mot 3 nej-röster bifalls resten."
    ) == [(6, 5, "avslag", []), (8, 3, None, [])]
